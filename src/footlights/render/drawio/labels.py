"""What is written on a card, as the simple HTML that draw.io puts in a label: people edit it there as one text.

A label is HTML in an attribute, so its texts are escaped twice, and its tags once.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from footlights.drawing import Item, Path, Rect, TextLine, Theme
from footlights.render.svg import escape

from .cells import attribute

__all__ = ["BLANK", "BREAK", "bold", "heading", "label_of", "on_ground", "rejoined", "said"]

_DIV, _MORE, _NO_DIV = "&lt;div style=&quot;", "&quot;&gt;", "&lt;/div&gt;"
BREAK, BLANK = "&lt;br&gt;", "&amp;nbsp;"
_NO_ROOM = re.compile(r"[\s\-‐]+")


def rejoined(lines: Sequence[str], known: Sequence[str]) -> str:
    """The text that was broken into these lines: the one of those known, else the lines with blanks between them."""
    if len(lines) == 1:
        return lines[0]
    joined = " ".join(lines)
    if joined in known:
        return joined
    letters = _NO_ROOM.sub("", joined)
    return next((text for text in known if _NO_ROOM.sub("", text) == letters), joined)


def label_of(items: Sequence[Item], theme: Theme, known: Sequence[str]) -> str:
    """The texts of a card below each other, in their sizes and colours; marks with their sign, chips beside each other."""
    blocks: list[str] = []
    sign, stars, chips, chip_look = "", 0, [], ""
    for item in items:
        if isinstance(item, Path) and item.fill == "truth":
            stars += 1
        elif isinstance(item, Path) and item.fill == "on-mark":
            sign = _badge("♥", theme, "mark-delight")
        elif isinstance(item, Rect | Path):
            pass
        elif isinstance(item, TextLine):
            text = rejoined([line for _, line in item.lines], known)
            if item.fill == "on-mark":
                sign = text
            elif item.fill == "on-chip":
                chips.append(said(text))
                chip_look = _begun(item.size, theme.colour(item.fill))
            else:
                before = sign if sign.startswith("&") else _badge(sign, theme, item.fill) if sign else "★" * stars
                blocks.append(
                    f"{_begun(item.size, theme.colour(item.fill))}{before}{' ' if before else ''}{_weighted(item, text)}{_NO_DIV}"
                )
                sign, stars = "", 0
    if chips:
        blocks.append(f"{chip_look}{' · '.join(chips)}{_NO_DIV}")
    return "".join(blocks)


def heading(text: TextLine) -> str:
    """The label of a text on its own: its lines, broken as they are drawn."""
    return BREAK.join([said(line) for _, line in text.lines])


def said(text: str) -> str:
    """A text in a label."""
    return attribute(escape(text))


def bold(text: str, look: str = "") -> str:
    """A text in a label in bold; `look` is CSS."""
    style = f" style=&quot;{look}&quot;" if look else ""
    return f"&lt;b{style}&gt;{text}&lt;/b&gt;"


def on_ground(text: str, look: str) -> str:
    """A text in a label on a ground of its own, in bold; `look` is CSS."""
    return f"&lt;span style=&quot;{look}{_MORE}{bold(f'{BLANK}{said(text)}{BLANK}')}&lt;/span&gt;"


def _weighted(item: TextLine, text: str) -> str:
    told = said(text)
    told = f"&lt;i&gt;{told}&lt;/i&gt;" if item.italic else told
    return bold(told) if item.bold else told


@lru_cache(maxsize=256)
def _begun(size: float, colour: str) -> str:
    """The tag before a text in this size and colour."""
    return f"{_DIV}font-size:{size:g}px;color:{colour}{_MORE}"


def _badge(sign: str, theme: Theme, token: str) -> str:
    return on_ground(sign, f"background-color:{theme.colour(token)};color:{theme.colour('on-mark')};border-radius:3px")
