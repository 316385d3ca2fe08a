"""An organisation's own theme from a small YAML file: read with the reader's bounds, every fault told with its place."""

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

from footlights.drawing import BRAND, THEMES, Theme, branded
from footlights.facts import Place
from footlights.model import FootlightsError, near

from .logo import load_logo
from .yaml.nodes import Entry, Map, Scalar, parse
from .yaml.saying import shortened
from .yaml.text import read_text

__all__ = ["OwnTheme", "load_theme", "theme_schema"]

#: Characters of the file: a theme that settles every token has about two thousand.
MOST = 50_000
_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_FONT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]{0,59}")
_KEYS = ("name", "based-on", "brand", "colours", "font", "logo")
_TOKENS = tuple(THEMES["light"].colours)


class OwnTheme(NamedTuple):
    """A theme that was read, and sentences about what was changed to keep it readable."""

    theme: Theme
    notes: tuple[str, ...] = ()


def load_theme(path: str | os.PathLike[str]) -> OwnTheme:
    """The theme in a file; raises FootlightsError, which names file, line and column, for anything that can't be used."""
    name = os.fspath(path)
    text, found = read_text(name)
    if text is None:
        raise FootlightsError(f"{found[0].place}: {found[0].text()}", found[0].hint())
    if len(text) > MOST:
        raise FootlightsError(f"{name}: a theme has at most {MOST} characters, this has {len(text)}", "a few colours are enough")
    root, faults = parse(text, name)
    wrong = [fault for fault in faults if fault.severity == "error"]
    if wrong:
        raise FootlightsError(f"{wrong[0].place}: {wrong[0].text()}", wrong[0].hint())
    if not isinstance(root, Map):
        raise FootlightsError(f"{name}:1:1: a theme is a mapping", f"its keys are {', '.join(_KEYS)}")
    return _theme(root, name)


def _theme(root: Map, file: str) -> OwnTheme:
    entries = _entries(root, _KEYS, file)
    base = _word(entries["based-on"], file) if "based-on" in entries else "light"
    if base not in THEMES:
        raise _wrong(entries["based-on"], file, f"no theme {base!r}", f"one of {', '.join(THEMES)}")
    brand = _colours(entries.get("brand"), BRAND, file)
    own = _colours(entries.get("colours"), _TOKENS, file)
    named = _word(entries["name"], file) if "name" in entries else Path(file).name.partition(".")[0]
    made = branded(shortened(named), base, brand, own)
    if made.unreadable:
        first, more = made.unreadable[0], len(made.unreadable) - 1
        sign, ground = made.theme.colours[first.pair.sign], made.theme.colours[first.pair.ground]
        would = f"{first.would_do} for {first.pair.sign} would do" if first.would_do else "choose a lighter or darker ground"
        raise FootlightsError(
            f"{file}: {first.pair.sign} ({sign}) on {first.pair.ground} ({ground}) has a contrast of {first.ratio:.1f}, "
            f"and {first.pair.least:g} is needed to be read" + (f"; and {more} more pairs" if more else ""), would
        )  # fmt: skip
    theme = made.theme
    if "font" in entries:
        theme = theme._replace(font=_font(entries["font"], file))
    if "logo" in entries:
        theme = theme._replace(logo=load_logo(_beside(entries["logo"], file)))
    notes = tuple(f"{token} became {now} instead of {asked}, to be read" for token, asked, now in made.changed)
    return OwnTheme(theme, notes)


def _entries(node: Map, known: tuple[str, ...], file: str) -> dict[str, Entry]:
    found = {}
    for entry in node.entries:
        key = entry.key.value
        if key not in known:
            close = near(key, known)
            raise _wrong(
                entry, file, f"no {shortened(key)!r} in a theme", f"did you mean {close[0]}?" if close else f"one of {', '.join(known)}"
            )
        found[key] = entry
    return found


def _word(entry: Entry, file: str) -> str:
    if not isinstance(entry.value, Scalar) or entry.value.empty:
        raise _wrong(entry, file, f"{entry.key.value} is a text", "write it on one line")
    return entry.value.value


def _colours(entry: Entry | None, known: tuple[str, ...], file: str) -> dict[str, str]:
    if entry is None:
        return {}
    if not isinstance(entry.value, Map):
        raise _wrong(entry, file, f"{entry.key.value} is a mapping of colours", 'for example primary: "#14532d"')
    return {name: _colour(one, file) for name, one in _entries(entry.value, known, file).items()}


def _colour(entry: Entry, file: str) -> str:
    value = entry.value.value if isinstance(entry.value, Scalar) else ""
    if not _COLOUR.fullmatch(value):
        # an unquoted # begins a comment, so that nothing is left of the colour
        raise _wrong(entry, file, f'{entry.key.value} is a colour like "#14532d"', "six digits after a #, in quotes")
    digits = value[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def _font(entry: Entry, file: str) -> str:
    name = _word(entry, file)
    if not _FONT.fullmatch(name):
        raise _wrong(entry, file, "a font is the name of a family", "letters, digits, spaces and hyphens; at most 60 of them")
    return name


def _beside(entry: Entry, file: str) -> Path:
    """The file a theme names, which lies in its folder or below it."""
    name, folder = _word(entry, file), Path(file).resolve().parent
    try:
        path = (folder / name).resolve()
    except (OSError, ValueError):
        path = Path()
    if not path.is_relative_to(folder):
        raise _wrong(entry, file, "a logo lies in the folder of the theme, or below it", "for example logo: logo.png")
    return path


def _wrong(entry: Entry, file: str, what: str, hint: str) -> FootlightsError:
    return FootlightsError(f"{Place(file, entry.key.line, entry.key.column)}: {what}", hint)


def theme_schema() -> dict[str, Any]:
    """The JSON Schema of a theme's file, for editors that complete and check."""
    colour = {"type": "string", "pattern": f"^{_COLOUR.pattern}$"}

    def of(names: tuple[str, ...]) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(names, colour)}

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Footlights theme",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "name": {"type": "string", "description": "What it is called"},
            "based-on": {"enum": list(THEMES), "description": "The theme whose colours are kept where none is given; light when left out"},
            "brand": {**of(BRAND), "description": "A few colours from which the others are made"},
            "colours": {**of(_TOKENS), "description": "Colours by token, kept as they are"},
            "font": {
                "type": "string",
                "pattern": f"^{_FONT.pattern}$",
                "description": "A family of fonts, for the words around the picture",
            },
            "logo": {"type": "string", "description": "A PNG in the theme's folder"},
        },
    }
