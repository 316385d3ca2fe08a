"""Groups, shapes and texts of a drawing as SVG elements: the hot path of every picture."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from footlights.drawing import Group, Icon, Item, Path, Rect, TextLine

from .paint import Paint
from .text import Kept, escape, from_the_right, isolated, plain_number, plain_path, reads_both_ways

__all__ = ["Pen"]

#: Groups whose lines are several texts, with middle dots between them.
_JOINED = frozenset(("title", "provenance"))
_ODD_IN_A_NAME = re.compile(r"[^\w.-]", re.ASCII)


def _attribute_name(fact: str) -> str:
    return " data-" + _ODD_IN_A_NAME.sub("-", fact.lower())


class Pen:
    """Writes items one after the other into `parts`, and remembers which characters and arrowheads they needed.

    Looks (everything but the place) repeat thousands of times in one picture, so each is spelled once and looked up after.
    """

    def __init__(self, paint: Paint, prefix: str) -> None:
        self.paint = paint
        self.prefix = prefix
        self.parts: list[str] = []
        self.heads: dict[str, None] = {}
        self.icons: dict[tuple[str, float], None] = {}
        self._joined = False
        self.icon_look: Kept[Any, str] = Kept(self._icon_look)
        self.number: Kept[float, str] = Kept(plain_number)
        self.word: Kept[str, str] = Kept(escape)
        self.regular: Kept[str, str] = Kept(escape)
        self.bold: Kept[str, str] = Kept(escape)
        self.fact: Kept[str, str] = Kept(_attribute_name)
        self.rect_look: Kept[Any, str] = Kept(self._rect_look)
        self.path_look: Kept[Any, str] = Kept(self._path_look)
        self.text_look: Kept[Any, str] = Kept(self._text_look)
        self.ways: dict[type, Callable[..., None]] = {
            Rect: self._rect, Path: self._path, TextLine: self._text, Icon: self._icon, Group: self._group,
        }  # fmt: skip

    def draw(self, items: Iterable[Item]) -> None:
        """Append these items, in their order."""
        ways = self.ways
        for item in items:
            ways[type(item)](item)

    def characters(self) -> tuple[set[str], set[str]]:
        """The characters drawn so far in regular and in bold type."""
        return set("".join(self.regular)), set("".join(self.bold))

    def _rect(self, item: Rect) -> None:
        number = self.number
        self.parts.append(
            f'<rect x="{number[item[0]]}" y="{number[item[1]]}" width="{number[item[2]]}" height="{number[item[3]]}"'
            f"{self.rect_look[item[4:]]}/>"
        )

    def _path(self, item: Path) -> None:
        self.parts.append(f'<path d="{plain_path(item[0])}"{self.path_look[("", *item[1:])]}/>')

    def _text(self, item: TextLine) -> None:
        number = self.number
        say = self.bold if item[4] else self.regular
        x = number[item[0]]
        # The space before a line's end is never seen, but lets a reader find "report incident" across it. Lines
        # that do not start at x would move by it.
        end = " </tspan><tspan" if item[5] == "start" else "</tspan><tspan"
        lines = end.join([f' x="{x}" y="{number[y]}">{say[line]}' for y, line in item[1]])
        if self._joined and reads_both_ways(" ".join([line for _, line in item[1]])):
            lines = end.join([f' x="{x}" y="{number[y]}">{isolated(say[line])}' for y, line in item[1]])
        elif not lines.isascii() and from_the_right("".join([line for _, line in item[1]])):
            # An isolate, and no `direction`: that would turn the anchor round, and not every program knows it. The mark after it
            # is for Chromium: with a font of the file's own it leaves out the Latin word that follows one isolate after another.
            lines = end.join([f' x="{x}" y="{number[y]}">\u2067\u200f{say[line]}\u2069' for y, line in item[1]])
        if lines:
            self.parts.append(f"<text{self.text_look[item[2:]]}><tspan{lines}</tspan></text>")

    def _icon(self, item: Icon) -> None:
        number = self.number
        self.parts.append(f'<use x="{number[item[0]]}" y="{number[item[1]]}"{self.icon_look[item[2:]]}/>')

    def _icon_look(self, look: tuple[str, float, str]) -> str:
        name, size, colour = look
        self.icons[name, size] = None
        return f' href="#{self.icon_id(name, size)}"{self.paint("", None, colour)}'

    def icon_id(self, name: str, size: float) -> str:
        """The id under which an icon of a size is defined once."""
        return f"{self.prefix}icon-{name}-{self.number[size]}"

    def _group(self, item: Group) -> None:
        kind, items, address, label, _, facts = item
        named = ""
        if address:
            safe, own = escape(address), address.partition("/")[2].partition("#")[0]
            named = f' data-address="{safe}" data-id="{own if safe is address else escape(own)}"'
        for fact, value in facts:
            named += f'{self.fact[fact]}="{self.word[value]}"'
        title = f"<title>{escape(label)}</title>" if label else ""
        if kind == "arrow" and len(items) == 1 and isinstance(items[0], Path):
            path = items[0]
            start = f'<path d="{plain_path(path[0])}"{self.path_look[("arrow", *path[1:])]}{named}'
            self.parts.append(f"{start}>{title}</path>" if title else f"{start}/>")
            return
        self.parts.append(f'<g class="{self.word[kind]}"{named}>{title}')
        if kind in _JOINED:
            self._joined = True
        self.draw(items)
        self._joined = False
        self.parts.append("</g>")

    def _rect_look(self, look: tuple[str | None, str | None, float, float, str]) -> str:
        fill, stroke, stroke_width, radius, dash = look
        rounded = f' rx="{self.number[radius]}"' if radius else ""
        return rounded + self.paint("", fill, stroke) + self._stroke(stroke, stroke_width, dash)

    def _path_look(self, look: tuple[str, str | None, str | None, float, str, str]) -> str:
        kind, fill, stroke, stroke_width, dash, arrowhead = look
        text = self.paint(kind, fill, stroke) + self._stroke(stroke, stroke_width, dash)
        if arrowhead and stroke:
            self.heads[stroke] = None
            mark = f'"url(#{self.prefix}head-{stroke})"'
            text += f" marker-start={mark}" * (arrowhead == "both") + f" marker-end={mark}"
        return text

    def _text_look(self, look: tuple[float, str, bool, str, bool]) -> str:
        size, fill, bold, anchor, italic = look
        weight = ' font-weight="700"' if bold else ""
        where = f' text-anchor="{anchor}"' if anchor != "start" else ""
        slope = ' font-style="italic"' if italic else ""
        return f'{self.paint("", fill, "")} font-size="{self.number[size]}"{weight}{where}{slope}'

    def _stroke(self, stroke: str | None, stroke_width: float, dash: str) -> str:
        if stroke is None:
            return ""
        thick = f' stroke-width="{self.number[stroke_width]}"' if stroke_width != 1 else ""
        dashed = f' stroke-dasharray="{escape(dash)}"' if dash else ""
        return thick + dashed
