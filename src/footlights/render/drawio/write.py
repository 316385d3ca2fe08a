"""A draw.io file (mxGraph XML), from which nothing is lost.

What is promised about the inside, for whoever reads it back:

- The cell `0` is a UserObject whose properties are `footlights` (1, the version of this promise), `title`, `view`,
  `language`, `provenance` and `blueprint`: the whole blueprint as JSON, which `footlights.files.read` reads like any file of ours
  (JSON is YAML), so that it can be had back whatever the picture shows. Without a subject `blueprint` is missing.
- Every shape that is an element is a UserObject with its `address` (`cards/answer`), `kind` (lane, phase, step, card, count,
  arrow …) and what the picture knows of it (`lane`, `step`, `role`, `from`, `to`), followed by the element's own fields under
  the keys of our file: texts in the picture's language and, where it has several, each as `key-language`; a card's marks as
  `marks`, a line each. An arrow's `kind` is that of the link: next and chain for those that nobody drew.
- An element's cell has its address as id, the head of a step `address#head`; when a picture shows an element twice, the second
  is `address~2`.
- Layers from below: background (lanes, heads, lines, times, legend), arrows, cards, feelings.
"""

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from footlights.drawing import THEMES, Drawing, Group, Path, Rect, TextLine, Theme
from footlights.files import as_values
from footlights.model import Blueprint
from footlights.render.options import Options
from footlights.render.said import facts_of, texts_of
from footlights.render.shown import Arrow, Point, Shown, shown
from footlights.render.svg import logo_box, logo_data, plain_number
from footlights.render.svg.text import Kept
from footlights.words import word

from .cells import Box, Cells, attribute
from .labels import BLANK, BREAK, bold, label_of, on_ground, said
from .shapes import box_style, draw_items, line_style

__all__ = ["write"]

_ROUTE = "edgeStyle=orthogonalEdgeStyle;rounded=0;jumpStyle=arc;jumpSize=6;"
_BESIDE = "html=1;fontSize=10;labelBorderColor=none;"


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The drawing as a draw.io file in UTF-8, a cell a line, and no notes; its module says what is promised about the inside."""
    theme = options.theme or THEMES["light"]
    blueprint = options.subject.blueprint if options.subject else None
    page = _Page(Cells(theme), drawing, blueprint)
    seen = shown(drawing, blueprint)
    page.logo(page.background(seen), theme)
    page.arrows(seen)
    page.cards(seen)
    page.feelings(seen)
    wide, high = plain_number(drawing.width), plain_number(drawing.height)
    head = (
        f'<mxGraphModel dx="1200" dy="800" grid="0" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0" '
        f'pageScale="1" pageWidth="{wide}" pageHeight="{high}" background="{theme.colour("paper")}" math="0" shadow="0"><root>'
    )
    parts = [
        f'<mxfile host="footlights"><diagram id="footlights" name="{attribute(drawing.title)}">{head}',
        _root(drawing, blueprint),
        *page.cells.parts,
        "</root></mxGraphModel></diagram></mxfile>\n",
    ]
    return "\n".join(parts).encode("utf-8"), ()


def _root(drawing: Drawing, blueprint: Blueprint | None) -> str:
    facts = [
        ("footlights", "1"), ("title", drawing.title), ("view", drawing.view), ("language", drawing.language),
        ("provenance", drawing.provenance),
    ]  # fmt: skip
    if blueprint is not None:
        facts.append(("blueprint", json.dumps(as_values(blueprint), ensure_ascii=False)))
    told = " ".join(f'{key}="{attribute(value)}"' for key, value in facts)
    return f'<UserObject id="0" label="" {told}><mxCell/></UserObject>'


class _Page:
    """One page, written layer by layer."""

    def __init__(self, cells: Cells, drawing: Drawing, blueprint: Blueprint | None) -> None:
        self.cells = cells
        self.drawing = drawing
        self.blueprint = blueprint
        self.ids: list[str] = []
        # thousands of arrows and cards look like a few
        self._lines: Kept[tuple[Any, ...], str] = Kept(lambda look: line_style(Path("", *look), cells.theme))
        self._boxes: Kept[tuple[Any, ...], str] = Kept(lambda look: box_style(Rect(0, 0, 0, 0, *look), cells.theme))
        self._shares: Kept[float, str] = Kept(_share)

    def _facts(self, group: Group) -> Sequence[tuple[str, str]]:
        """The properties of an element's cell."""
        if not group.address:
            return group.facts
        kind = () if any(key == "kind" for key, _ in group.facts) else (("kind", group.kind),)
        found = [("address", group.address), *kind, *group.facts]
        own = facts_of(self.blueprint, group.address, self.drawing.language) if self.blueprint is not None else ()
        if own:
            given = {key for key, _ in found}
            found += [fact for fact in own if fact[0] not in given]
        return found

    def background(self, seen: Shown) -> str:
        """Everything that neither moves nor connects: lanes, heads, lines, times, title and legend; the id of their layer."""
        layer = self.cells.layer(word("layer.ground", self.drawing.language))
        for lane in seen.lanes:
            self._lane(layer, lane)
        for group in seen.others:
            if group.kind != "emotion":
                self._other(layer, group)
        for phase in seen.phases:
            self._phase(layer, phase)
        for step in seen.steps:
            look = "text;html=1;align=left;verticalAlign=middle;whiteSpace=wrap;spacing=0;"
            self._boxed(layer, step, look, _step_label(step, self.cells), f"{step.address}#head")
        return layer

    def _lane(self, layer: str, lane: Group) -> None:
        band = next((item for item in lane.items if isinstance(item, Rect)), None)
        if band is None or lane.box is None:
            draw_items(self.cells, layer, lane.items)
            return
        x, y = lane.box[:2]
        head = max(20.0, self.drawing.head_width - x)
        colour = self.cells.theme.colour(band.fill)
        style = (
            f"swimlane;horizontal=0;startSize={plain_number(head)};swimlaneLine=0;noLabel=1;collapsible=0;connectable=0;html=1;"
            f"fillColor={colour};swimlaneFillColor={colour};strokeColor={self.cells.theme.colour('hairline')};"
        )
        own = self.cells.shape(layer, lane.box, style, said(lane.label), self._facts(lane), lane.address or "lane")
        draw_items(self.cells, own, [item for item in lane.items if item is not band], (x, y))

    def _phase(self, layer: str, phase: Group) -> None:
        shape = next((item for item in phase.items if isinstance(item, Path)), None)
        texts = [item for item in phase.items if isinstance(item, TextLine)]
        if shape is None or phase.box is None or not texts:
            self._other(layer, phase)
            return
        theme, name = self.cells.theme, texts[0]
        style = (
            f"shape=step;perimeter=stepPerimeter;fixedSize=1;size=9;html=1;whiteSpace=wrap;align=left;spacingLeft=14;fontStyle=1;fontSize=13;"
            f"fillColor={theme.colour(shape.fill)};strokeColor={theme.colour(shape.stroke)};fontColor={theme.colour(name.fill)};"
        )
        own = self._boxed(layer, phase, style, said(" ".join(line for _, line in name.lines)))
        x, y = phase.box[:2]
        draw_items(self.cells, own, [item for item in phase.items if item is not shape and item is not name], (x, y))

    def _other(self, layer: str, group: Group) -> None:
        """A group that draw.io has no shape for: a box with its texts in it, or a group of small shapes."""
        first = group.items[0] if group.items else None
        if group.box is not None and isinstance(first, Rect) and (first.x, first.y, first.width, first.height) == group.box:
            self._card(layer, group)
        elif group.box is not None and group.address:
            style = "group;connectable=0;fillColor=none;strokeColor=none;"
            own = self._boxed(layer, group, style, "")
            draw_items(self.cells, own, group.items, group.box[:2])
        else:
            draw_items(self.cells, layer, group.items)

    def _boxed(self, layer: str, group: Group, style: str, label: str, id: str = "") -> str:
        box = group.box or (0.0, 0.0, 0.0, 0.0)
        facts = [*self._facts(group), ("says", group.label)]
        return self.cells.shape(layer, box, style, label, facts, id or group.address or "n")

    def cards(self, seen: Shown) -> None:
        """The cards, which `arrows` has given their ids already."""
        layer = self.cells.layer(word("layer.cards", self.drawing.language))
        for card, id in zip(seen.cards, self.ids, strict=True):
            self._card(layer, card, id)

    def _card(self, layer: str, card: Group, id: str = "") -> None:
        blueprint, language = self.blueprint, self.drawing.language
        wrapped = any(isinstance(item, TextLine) and len(item.lines) > 1 for item in card.items)
        known = texts_of(blueprint, card.address, language) if blueprint is not None and wrapped else ()
        ground = next((item for item in card.items if isinstance(item, Rect)), None)
        look = self._boxes[ground[4:]] if ground is not None else "html=1;whiteSpace=wrap;"
        style = f"{look}align=left;verticalAlign=top;spacing=0;spacingLeft=8;spacingRight=6;spacingTop=6;"
        box = card.box or (0.0, 0.0, 0.0, 0.0)
        wanted = id or self.cells.id_of(card.address or "n")
        self.cells.shape(layer, box, style, label_of(card.items, self.cells.theme, known), self._facts(card), wanted, settled=True)

    def arrows(self, seen: Shown) -> None:
        """The arrows, glued to their cards; the cards get their ids here."""
        self.ids = [self.cells.id_of(card.address or "card") for card in seen.cards]
        layer = self.cells.layer(word("layer.arrows", self.drawing.language))
        beside: dict[str, Group] = {}
        for label in seen.labels:
            beside.setdefault(dict(label.facts).get("for", ""), label)
        for arrow in seen.arrows:
            self._arrow(layer, arrow, seen, beside.get(arrow.group.address.partition("/")[2]) if arrow.group.address else None)

    def _arrow(self, layer: str, arrow: Arrow, seen: Shown, label: Group | None) -> None:
        path = next(item for item in arrow.group.items if isinstance(item, Path))
        look = self._lines[path[1:]]
        out, into = arrow.points[0], arrow.points[-1]
        exits = self._port("exit", out, seen.cards[arrow.source].box) + self._port("entry", into, seen.cards[arrow.target].box)
        style = f"{_ROUTE}{look}{exits}"
        ends = (self.ids[arrow.source], self.ids[arrow.target])
        text, shift = "", None
        if label is not None and label.box is not None:
            middle = _middle(arrow.points)
            x, y, wide, high = label.box
            shift = (x + wide / 2 - middle[0], y + high / 2 - middle[1])
            theme = self.cells.theme
            style += f"{_BESIDE}labelBackgroundColor={theme.colour('paper')};fontColor={theme.colour('ink')};"
            lines = [line for item in label.items if isinstance(item, TextLine) for _, line in item.lines]
            text = BREAK.join(map(said, lines))
        self.cells.line(layer, arrow.points, style, text, self._facts(arrow.group), arrow.group.address or "arrow", ends, shift)

    def _port(self, side: str, point: Point, box: Box | None) -> str:
        """Where on a card an arrow leaves or comes in, as shares of its width and height."""
        if box is None or not box[2] or not box[3]:
            return ""
        across, down = self._shares[(point[0] - box[0]) / box[2]], self._shares[(point[1] - box[1]) / box[3]]
        return f"{side}X={across};{side}Y={down};{side}Dx=0;{side}Dy=0;{side}Perimeter=0;"

    def logo(self, layer: str, theme: Theme) -> None:
        """The theme's logo in the corner, as far as the title leaves room."""
        box = logo_box(self.drawing, theme)
        if theme.logo is None or box is None:
            return
        # a semicolon would end the property, so that draw.io writes such addresses without ";base64"
        image = logo_data(theme.logo).replace(";base64", "")
        self.cells.shape(layer, box, f"shape=image;imageAspect=0;aspect=fixed;editable=0;image={image};", id="logo")

    def feelings(self, seen: Shown) -> None:
        """The curves of emotion, with a round sign at every step that says how good or bad."""
        curves = [group for group in seen.others if group.kind == "emotion"]
        if not curves:
            return
        layer = self.cells.layer(word("layer.feelings", self.drawing.language))
        for curve in curves:
            draw_items(self.cells, layer, [item for item in curve.items if not isinstance(item, Group)])
            for face in (item for item in curve.items if isinstance(item, Group)):
                self._face(layer, face)

    def _face(self, layer: str, face: Group) -> None:
        ground = face.items[0] if face.items else None
        if face.box is None or not isinstance(ground, Rect):
            draw_items(self.cells, layer, face.items)
            return
        theme = self.cells.theme
        level = face.label.rpartition("(")[2].rstrip(")") if face.label.endswith(")") else ""
        look = box_style(ground._replace(radius=0.0), theme)
        size = 8 if len(level) < 3 else 6
        style = f"ellipse;{look}spacing=0;fontSize={size};fontStyle=1;fontColor={theme.colour('ink')};"
        self._boxed(layer, face, style, said(level))


def _step_label(step: Group, cells: Cells) -> str:
    """The number of a step on its ground, and its name."""
    texts = [item for item in step.items if isinstance(item, TextLine)]
    number = next((item for item in texts if item.anchor == "middle"), None)
    ground = next((item for item in step.items if isinstance(item, Rect)), None)
    parts = []
    if number is not None:
        fill = cells.theme.colour(ground.fill if ground else None)
        look = f"background-color:{fill};color:{cells.theme.colour(number.fill)};border-radius:9px;font-size:11px"
        parts.append(on_ground(number.lines[0][1], look))
    for text in texts:
        if text is not number:
            look = f"font-size:{plain_number(text.size)}px;color:{cells.theme.colour(text.fill)}"
            parts.append(bold(BREAK.join([said(line) for _, line in text.lines]), look))
    return f"{BLANK} ".join(parts)


def _share(value: float) -> str:
    return f"{min(1.0, max(0.0, value)):.4f}".rstrip("0").rstrip(".") or "0"


def _middle(points: Sequence[Point]) -> Point:
    """The point halfway along a line."""
    lengths = [abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    left = sum(lengths) / 2
    for length, (x1, y1), (x2, y2) in zip(lengths, points, points[1:], strict=False):
        if length and left <= length:
            return x1 + (x2 - x1) * left / length, y1 + (y2 - y1) * left / length
        left -= length
    return points[-1]
