"""How well two colours can be told apart by their lightness, as WCAG 2 reckons it, and colours between two others."""

from functools import cache

__all__ = ["brightness", "contrast_of", "mended", "mixed"]

_BLACK, _WHITE = "#000000", "#ffffff"


@cache
def brightness(colour: str) -> float:
    """The relative luminance (0 black … 1 white) of #rrggbb: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_of(one: str, other: str) -> float:
    """The contrast ratio (1 … 21) of two colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """The colour with `share` (0 … 1) of the second in it, channel by channel."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def mended(sign: str, wanted: dict[str, float]) -> str:
    """The colour nearest to `sign`, toward black or toward white, that has the contrast wanted with each ground; "" if none has.

    `wanted` maps a ground's colour to the least contrast with it.
    """
    for step in range(101):
        for end in (_BLACK, _WHITE):
            tried = mixed(sign, end, step / 100)
            if all(contrast_of(tried, ground) >= least for ground, least in wanted.items()):
                return tried
    return ""
