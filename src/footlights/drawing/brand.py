"""A theme of an organisation's own: from a few colours and whatever it settles itself, with every contrast checked."""

from collections.abc import Mapping
from typing import NamedTuple

from .pairs import PAIRS, TEXT, Pair
from .ratio import brightness, contrast_of, mended, mixed
from .themes import THEMES, Theme

__all__ = ["BRAND", "Branded", "Unreadable", "branded"]

#: The few colours from which the rest can be made.
BRAND = ("primary", "accent", "ink", "paper")

_FAMILIES = ("evidence", "customer", "frontstage", "backstage", "support", "other")


class Unreadable(NamedTuple):
    """Two colours that were both asked for and can't be told apart: their ratio, and a colour that would do ("" for none)."""

    pair: Pair
    ratio: float
    would_do: str


class Branded(NamedTuple):
    """A theme, what was changed to keep it readable as (token, asked, made), and what could not be mended."""

    theme: Theme
    changed: tuple[tuple[str, str, str], ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def branded(name: str, base: str, brand: Mapping[str, str], own: Mapping[str, str]) -> Branded:
    """The theme `base` with brand colours worked into it and tokens of its own; colours are #rrggbb.

    Colours that were made from others are made darker or lighter until they can be read (see PAIRS); so are the brand's
    primary and accent where they are used as signs. Tokens in `own`, and the brand's ink and paper, stay as they are: if they
    can't be read on each other they are listed as unreadable.
    """
    colours = {**THEMES[base].colours, **_made(THEMES[base].colours, brand), **own}
    fixed = {*own, *(word for word in ("ink", "paper") if word in brand)}
    asked = dict(colours)
    for sign in dict.fromkeys(pair.sign for pair in PAIRS):
        wanted: dict[str, float] = {}
        for pair in PAIRS:
            if pair.sign == sign:
                ground = colours[pair.ground]
                wanted[ground] = max(pair.least, wanted.get(ground, 0.0))
        if sign not in fixed:
            colours[sign] = mended(colours[sign], wanted) or colours[sign]
    _grounds(colours, fixed)
    changed = tuple((token, asked[token], made) for token, made in colours.items() if made != asked[token] and token in _told(brand))
    dark = brightness(colours["ink"]) > brightness(colours["paper"])
    return Branded(Theme(name, colours, dark), changed, _unreadable(colours))


def _told(brand: Mapping[str, str]) -> set[str]:
    """The tokens whose change is worth telling: those that are a colour of the brand as it was given."""
    return {token for word, token in (("primary", "phase"), ("accent", "accent"), ("accent", "persona-1")) if word in brand}


def _made(base: Mapping[str, str], brand: Mapping[str, str]) -> dict[str, str]:
    """What the colours of a brand give the tokens that nobody settled."""
    paper, ink = brand.get("paper", base["paper"]), brand.get("ink", base["ink"])
    made: dict[str, str] = {}
    if "paper" in brand:
        made |= dict.fromkeys(("paper", "card", "band-emotion", "band-time", "on-mark"), paper)
        made |= {f"band-{family}": mixed(paper, base[f"edge-{family}"], 0.07) for family in _FAMILIES}
    if "ink" in brand or "paper" in brand:
        made |= dict.fromkeys(("ink", "standard"), ink)
        shares = {
            "muted": 0.28, "on-chip": 0.16, "arrow": 0.16, "arrow-implied": 0.45, "faint": 0.45, "card-edge": 0.75, "hairline": 0.86,
            "unmet": 0.86, "chip": 0.93, "ground": 0.96, "phase-soft": 0.92,
        }  # fmt: skip
        made |= {token: mixed(ink, paper, share) for token, share in shares.items()}
    if "primary" in brand:
        primary = brand["primary"]
        letters = next(colour for colour in (paper, ink, "#ffffff", "#000000") if contrast_of(colour, primary) >= TEXT)
        made |= {"phase": primary, "number": primary, "on-phase": letters, "on-number": letters}
        made |= {"edge-customer": primary, "phase-soft": mixed(paper, primary, 0.08), "band-customer": mixed(paper, primary, 0.07)}
    if "accent" in brand:
        accent = brand["accent"]
        letters = max(("#ffffff", "#000000"), key=lambda colour: contrast_of(colour, accent))
        made |= {"accent": accent, "on-accent": letters, "persona-1": accent}
    return made


def _grounds(colours: dict[str, str], fixed: set[str]) -> None:
    """Bring grounds that nobody asked for nearer to the paper where a sign that was asked for can't be read on them."""
    for pair in PAIRS:
        if pair.ground in fixed or contrast_of(colours[pair.sign], colours[pair.ground]) >= pair.least:
            continue
        for step in range(1, 11):
            tried = mixed(colours[pair.ground], colours["paper"], step / 10)
            if contrast_of(colours[pair.sign], tried) >= pair.least:
                colours[pair.ground] = tried
                break


def _unreadable(colours: dict[str, str]) -> tuple[Unreadable, ...]:
    found = []
    for pair in PAIRS:
        ratio = contrast_of(colours[pair.sign], colours[pair.ground])
        if ratio < pair.least:
            found.append(Unreadable(pair, ratio, mended(colours[pair.sign], {colours[pair.ground]: pair.least})))
    return tuple(found)
