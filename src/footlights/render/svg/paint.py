"""How colours are written: as hexadecimal attributes for a picture by itself, as classes for a page with themes."""

from collections.abc import Callable

from footlights.drawing import THEMES, Theme

__all__ = ["Paint", "as_attributes", "as_classes", "rules_for_classes"]

#: (class, fill token, stroke token) -> attributes; a token "" is left out, None is no colour
Paint = Callable[[str, str | None, str | None], str]


def as_attributes(theme: Theme) -> Paint:
    """Colours as `fill="#…"`: understood by every program that reads SVG. An unknown token raises KeyError."""

    def paint(kind: str, fill: str | None, stroke: str | None) -> str:
        named = f' class="{kind}"' if kind else ""
        filled = "" if fill == "" else f' fill="{theme.colour(fill)}"'
        stroked = "" if not stroke else f' stroke="{theme.colour(stroke)}"'
        return named + filled + stroked

    return paint


def as_classes(kind: str, fill: str | None, stroke: str | None) -> str:
    """Colours as `class="f-ink s-arrow"`, for a page that says what they are; an unknown token raises KeyError."""
    known = THEMES["light"]
    known.colour(fill or None)
    known.colour(stroke or None)
    names = [kind, "" if fill == "" else f"f-{fill or 'none'}", f"s-{stroke}" if stroke else ""]
    return f' class="{" ".join(name for name in names if name)}"'


def rules_for_classes() -> str:
    """The CSS that gives the classes of `as_classes` the colours of the custom properties `--ink`, `--arrow` …"""
    tokens = THEMES["light"].colours
    return ".f-none{fill:none}" + "".join(f".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}" for name in tokens)
