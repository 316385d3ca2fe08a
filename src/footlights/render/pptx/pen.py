"""The items of a drawing as shapes of a slide."""

from collections.abc import Iterable, Sequence

from footlights.drawing import ICONS, Group, Icon, Item, Path, Rect, TextLine
from footlights.typeset import width

from .outline import Outline, geometry, outline
from .place import Place
from .shape import LINE, Box, Frame, Sheet, rounded
from .text import Script, flowing, line_step, line_top

__all__ = ["Pen"]

#: A text may turn out a little wider in another program than it was measured.
_SPARE = 1.03


class Pen:
    """Draws on one slide, `place` says where; a text may not reach beyond `right` (px of the picture) where that is given."""

    def __init__(self, sheet: Sheet, script: Script, place: Place) -> None:
        self.sheet = sheet
        self.script = script._replace(scale=place.scale)
        self.place = place
        self.paint = script.paint
        self.looks: dict[tuple[str | None, str | None, float, str, str], str] = {}

    def at(self, place: Place) -> "Pen":
        """The same pen for another part of the slide."""
        return self if place.same(self.place) else Pen(self.sheet, self.script, place)

    def draw(self, items: Sequence[Item], right: float | None = None) -> None:
        """Draw these items as decoration, and their texts as texts. A text in the middle of the shape before it becomes its own."""
        skip = False
        for number, item in enumerate(items):
            if skip:
                skip = False
            elif isinstance(item, TextLine):
                self.text(item, right)
            elif isinstance(item, Icon):
                self.icon(item)
            elif isinstance(item, Group):
                self.draw(item.items, right)
            else:
                after = items[number + 1] if number + 1 < len(items) else None
                sign = after if isinstance(after, TextLine) and _holds(item, after) else None
                self.solid(item, sign)
                skip = sign is not None

    def solid(
        self, item: Rect | Path, sign: TextLine | None = None, *, name: str = "", told: str = "", link: str = "", whole: str = ""
    ) -> int:  # fmt: skip
        """A rectangle or path, with a sign in its middle. Gives its id."""
        text = frame = None
        if sign is not None:
            text = self.script.paragraph(sign, flowing(sign.lines, whole), align="ctr", exact=len(sign.lines) > 1)
            frame = Frame(anchor="ctr", wraps=len(sign.lines) > 1)
        said = {"name": name, "told": told, "link": link, "text": text or "", "frame": frame, "spoken": bool(text) and not told}
        if isinstance(item, Rect):
            box = self.place.box(item.x, item.y, item.width, item.height)
            return self.sheet.shape(box, rounded(box.width, box.height, self.place.length(item.radius)), self.look(item), **said)  # type: ignore[arg-type]
        shape = outline(item.d)
        left, top, right, bottom = shape.box
        box = self.place.box(left, top, right - left, bottom - top)
        plain = _as_line(shape)
        if plain is not None and item.fill is None:
            return self.sheet.shape(box, LINE, self.look(item), flip=plain, **said)  # type: ignore[arg-type]
        made = geometry(item.d, filled=item.fill is not None)
        return self.sheet.shape(box, made, self.look(item), **said)  # type: ignore[arg-type]

    def look(self, item: Rect | Path) -> str:
        """The fill and the line of a shape, spelled once for all that look alike."""
        key = (item.fill, item.stroke, item.stroke_width, item.dash, item.arrowhead if isinstance(item, Path) else "")
        found = self.looks.get(key)
        if found is None:
            found = self.looks[key] = self._look(item)
        return found

    def _look(self, item: Rect | Path) -> str:
        head = item.arrowhead if isinstance(item, Path) else ""
        line = self.paint.line(item.stroke, self.place.length(item.stroke_width), item.dash, head)
        return self.paint.fill(item.fill) + line

    def icon(self, item: Icon) -> None:
        """A small line picture; one that does not exist is left out."""
        d = ICONS.get(item.name)
        if d is None:
            return
        shape, unit = outline(d), item.size / 12
        left, top, right, bottom = (value * unit for value in shape.box)
        box = self.place.box(item.x + left, item.y + top, right - left, bottom - top)
        line = self.paint.line(item.colour, self.place.length(1.2 * unit))
        self.sheet.shape(box, geometry(d, filled=False), "<a:noFill/>" + line)

    def text(self, item: TextLine, right: float | None = None, *, whole: str = "", name: str = "", link: str = "") -> None:
        """A text in a frame of its own, as wide as it is or, where it has several lines, as far as it may reach."""
        if not item.lines:
            return
        said = flowing(item.lines, whole)
        wraps = len(item.lines) > 1
        wide = max(width(line, item.size, bold=item.bold) for _, line in item.lines) * _SPARE + 1
        left = {"middle": item.x - wide / 2, "end": item.x - wide}.get(item.anchor, item.x)
        if right is not None and item.anchor == "start" and wraps:
            wide = max(wide, right - item.x)
        step = line_step(item)
        box = self.place.box(left, line_top(item), wide, step * len(item.lines))
        self.sheet.words(box, self.script.paragraph(item, said, link=link), name=name, wraps=wraps)

    def body(
        self, item: Rect, box: Box, geometry: str, text: TextLine | None, right: float, *, name: str, told: str, whole: str = "",
        id: int = 0, link: str = "", wraps: bool = True,
    ) -> int:  # fmt: skip
        """The shape that is a card, lane or phase, with its text where the picture has it. Gives its id.

        `right` is how far the text may reach, in px of the picture.
        """
        said, frame = "", None
        if text is not None and text.lines:
            said = self.script.paragraph(text, flowing(text.lines, whole))
            left, top = self.place.across(text.x) - box.x, self.place.down(line_top(text)) - box.y
            # a text may need a little more room elsewhere than it was measured, and the margin has some
            reach = max(0, box.x + box.width - self.place.across(right + 4))
            # one line in a low shape stands in its middle, in every font
            low = len(text.lines) == 1 and box.height < self.place.length(2 * line_step(text))
            frame = Frame((max(0, left), 0 if low else max(0, top), reach, 0), "ctr" if low else "t", wraps)
        return self.sheet.shape(box, geometry, self.look(item), name=name, told=told, text=said, frame=frame, id=id, link=link)


def main_text(items: Iterable[Item]) -> TextLine | None:
    """The text that a group is about: the first of its largest texts that begin at the left."""
    texts = [item for item in items if isinstance(item, TextLine) and item.anchor == "start" and item.lines]
    return max(texts, key=lambda item: item.size) if texts else None


def _holds(item: Item, text: TextLine) -> bool:
    """Whether a text stands in the middle of this shape."""
    if text.anchor != "middle" or not text.lines or not isinstance(item, Rect | Path):
        return False
    if isinstance(item, Rect):
        left, top, right, bottom = item.x, item.y, item.x + item.width, item.y + item.height
    elif item.fill is None:
        return False
    else:
        left, top, right, bottom = outline(item.d).box
    return abs((left + right) / 2 - text.x) < 1.5 and top < text.lines[0][0] and text.lines[-1][0] < bottom + 1


def _as_line(shape: Outline) -> str | None:
    """How a line from corner to corner is flipped when the outline is no more than that; None for any other outline."""
    kinds = [kind for kind, _ in shape.pieces]
    if kinds != ["M", "L"]:
        return None
    (x1, y1), (x2, y2) = shape.pieces[0][1], shape.pieces[1][1]
    return (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
