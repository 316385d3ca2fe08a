"""One slide: its title, the bands of the lanes, what stands on them, the arrows, and the foot."""

from collections.abc import Sequence
from typing import NamedTuple

from footlights.drawing import Group, Item, Path, Rect, TextLine
from footlights.typeset import shorten

from .anatomy import own_id
from .arrows import draw_arrow
from .card import draw_card, is_card
from .deck import LEAST, MOST, Page
from .exits import Exit
from .foot import SCALE, Foot
from .glue import Ports
from .outline import outline
from .part import Part
from .pen import Pen, main_text
from .place import Place
from .scale import draw_scale
from .shape import LINE, PIXEL, Box, Frame, Sheet, rounded
from .text import Script
from .title import Title
from .way import box_of

__all__ = ["MARGIN", "TITLE", "Size", "draw_slide"]

#: Px of the slide: what stays free at its sides, and how high its title is.
MARGIN, TITLE = 24.0, 54.0


class Size(NamedTuple):
    """The size of a slide in px."""

    width: float
    height: float


class Scene(NamedTuple):
    """Everything that the parts of one slide need to draw themselves."""

    page: Page
    part: Part
    size: Size
    heads: Pen
    names: Pen
    body: Pen
    ports: Ports
    glued: bool
    #: where the slide that tells of a phase is, by the phase's id
    leads: dict[str, int]


def draw_slide(
    page: Page, title: Title, part: Part, exits: Sequence[Exit], foot: Foot, script: Script, size: Size, *, glued: bool,
    leads: dict[str, int],
) -> Sheet:  # fmt: skip
    """The shapes of a slide in reading order. Shape 2 is its title."""
    sheet = Sheet(2)
    sheet.parts.append(title.shape(sheet, script.language))
    room = Size(size.width - 2 * MARGIN, size.height - TITLE - MARGIN / 2 - foot.height - 6)
    most = MOST if not page.overview else LEAST * 1.2
    scale = min(most, room.width / max(1.0, page.width), room.height / max(1.0, page.height))
    anatomy = page.anatomy
    left = anatomy.drawing.head_width if anatomy.lanes else 0.0
    corner = MARGIN - (anatomy.left if anatomy.lanes else 0.0) * scale
    shifted = corner - (page.x0 - left) * scale if anatomy.lanes else corner
    high = TITLE - anatomy.top * scale
    low = high - (page.y0 - anatomy.drawing.head_height - page.again) * scale
    base = Pen(sheet, script, Place(scale, shifted, low))
    scene = Scene(
        page, part, size, base.at(Place(scale, shifted, high)), base.at(Place(scale, corner, low)), base, Ports(), glued, leads
    )  # fmt: skip
    _hold(scene)
    _bands(scene)
    draw_scale(base, page, corner, size.width - MARGIN)
    _others(scene)
    for group in part.standing:
        _standing(scene, group)
    for group in anatomy.emotions:
        _emotion(scene, group)
    for arrow in part.arrows:
        draw_arrow(base, arrow, scene.ports, anatomy, glued=glued)
    _labels(scene)
    _markers(scene, exits)
    foot.draw(base, MARGIN, size.height - MARGIN / 2)
    return sheet


def _hold(scene: Scene) -> None:
    """Give every card its id before anything is drawn, and ask for the places that arrows hold on to."""
    for card, group in scene.part.cards.items():
        assert group.box is not None
        scene.ports.add(card, scene.body.sheet.number(), group.box)
    for arrow in scene.part.arrows:
        draw_arrow(None, arrow, scene.ports, scene.page.anatomy, glued=scene.glued)


def _bands(scene: Scene) -> None:
    """The lanes, as wide as the slide, with their names; then the lines between them."""
    page, pen = scene.page, scene.names
    right = (scene.size.width - MARGIN - pen.place.x) / pen.place.scale
    for lane in page.anatomy.lanes[page.lanes[0] : page.lanes[1]]:
        assert lane.box is not None
        band, *rest = lane.items
        text = main_text(rest)
        if isinstance(band, Rect):
            band = band._replace(width=right - band.x)
            box = pen.place.box(band.x, band.y, band.width, band.height)
            reach = page.anatomy.drawing.head_width - 8
            pen.body(band, box, rounded(box.width, box.height, 0), text, reach, name=lane.address, told=lane.label, whole=lane.label)
            pen.draw([item for item in rest if item is not text], reach)
        else:
            pen.draw(lane.items)
    for line in page.anatomy.lines:
        _line(scene, line, right)


def _line(scene: Scene, line: Group, right: float) -> None:
    """A line between lanes, as wide as the slide, or a level of a curve, as far as its columns (behind them are names); one on the
    edge of the part comes with the lane above it.

    Other thin lines (between phases, from a quote to its face, from a curve to its name) are drawn as they are.
    """
    page, pen = scene.page, scene.names
    head = page.anatomy.drawing.head_width
    for item in line.items:
        if isinstance(item, Path):
            left, y, end, low = box_of(item.d)
            if line.kind != "levels" and (left > head or low - y > 0.5):
                if page.x0 - 1 <= left and end <= page.x1 + 1 and page.y0 - 1 <= y and low <= page.y1 + 1:
                    scene.body.solid(item, name=line.kind)
            elif page.y0 < y <= page.y1 + 0.5:
                level = line.kind == "levels"
                first, last = (head, head + min(end, page.x1) - page.x0) if level else (left, right)
                box = pen.place.box(first, y, last - first, 0.0)
                pen.sheet.shape(box, LINE, pen.look(item), name=line.label or line.kind, told=line.label)
        elif isinstance(item, TextLine) and item.lines and page.y0 < item.lines[0][0] <= page.y1:
            pen.text(item)


def _standing(scene: Scene, group: Group) -> None:
    """A phase, step, card, station or touchpoint."""
    pen = scene.heads if group.kind in ("phase", "step") else scene.body
    if group.kind == "step":
        _named(pen, group)
    elif group.kind == "phase":
        _phase(scene, group)
    elif is_card(group):
        draw_card(scene.body, group, scene.ports, scene.page.anatomy)
    else:
        _named(pen, group)


def _phase(scene: Scene, group: Group) -> None:
    """A phase is a chevron with its name; on an overview it leads to its slide."""
    pen, box = scene.heads, group.box
    text = main_text(group.items)
    first = group.items[0] if group.items else None
    if box is None or not isinstance(first, Path) or text is None:
        _named(pen, group)
        return
    at = pen.place.box(*box)
    tip = round(9 * 100000 / max(9.0, min(box[2], box[3])))
    chevron = f'<a:prstGeom prst="homePlate"><a:avLst><a:gd name="adj" fmla="val {tip}"/></a:avLst></a:prstGeom>'
    number = scene.leads.get(own_id(group.address))
    link = pen.sheet.link(number) if scene.page.overview and number else ""
    x = max(text.x, box[0] + 12)
    lines = tuple((y, shorten(line, box[0] + box[2] - 11 - x, text.size, bold=text.bold)) for y, line in text.lines)
    inside = text._replace(x=x, lines=lines)
    body = Rect(*box, first.fill, first.stroke, first.stroke_width, 0.0, first.dash)
    pen.body(body, at, chevron, inside, box[0] + box[2] - 9, name=group.address, told=group.label, link=link, wraps=False)
    pen.draw([_within(item, box) for item in group.items[1:] if item is not text], box[0] + box[2])


def _within(item: Item, box: tuple[float, float, float, float]) -> Item:
    """The bars of a phase that is cut off at the slide's edge are cut off too."""
    if isinstance(item, Rect) and (item.x < box[0] or item.x + item.width > box[0] + box[2]):
        left, right = max(item.x, box[0]), min(item.x + item.width, box[0] + box[2])
        return item._replace(x=left, width=max(0.5, right - left))
    return item._replace(x=max(item.x, box[0] + 4)) if isinstance(item, TextLine) else item


def _named(pen: Pen, group: Group) -> None:
    """Things that mean one thing together."""
    if not group.items:
        return
    if group.box is None or len(group.items) == 1:
        pen.draw(group.items)
        return
    pen.sheet.open_group(pen.place.box(*group.box), name=group.address or group.kind, told=group.label)
    pen.draw(group.items, group.box[0] + group.box[2])
    pen.sheet.close_group()


def _others(scene: Scene) -> None:
    """What else a view draws: all of it where the whole is shown, else what lies within the slide's columns and lanes."""
    page = scene.page
    for group in page.anatomy.others:
        if page.whole:
            _other(scene.body, group)
        elif group.box is not None:
            x, y, wide, _ = group.box
            headed = y < page.anatomy.drawing.head_height
            if page.x0 - 1 <= x and x + wide <= page.x1 + 1 and (headed or page.y0 - 1 <= y < page.y1):
                _other(scene.heads if headed else scene.body, group)


def _other(pen: Pen, group: Group) -> None:
    """Whatever else a view may draw; its shape carries its name when it has one."""
    first = group.items[0] if group.items else None
    if isinstance(first, Rect | Path) and group.label:
        after = group.items[1] if len(group.items) > 1 else None
        sign = after if isinstance(after, TextLine) and after.anchor == "middle" else None
        pen.solid(first, sign, name=group.address or group.kind, told=group.label, whole=group.label)
        pen.draw(group.items[2:] if sign is not None else group.items[1:])
        return
    pen.draw(group.items)


def _emotion(scene: Scene, curve: Group) -> None:
    """A persona's curve, piece by piece, with a face where a step is."""
    page, pen = scene.page, scene.body
    tops = [outline(item.d).box[1] for item in curve.items if isinstance(item, Path)]
    tops += [item.box[1] for item in curve.items if isinstance(item, Group) and item.box]
    if not tops or not page.y0 <= min(tops) < page.y1:
        return
    for item in curve.items:
        if isinstance(item, Path):
            left, _, right, _ = outline(item.d).box
            if page.x0 - 1 <= left and right <= page.x1 + 1:
                pen.solid(item, name=curve.address or curve.kind)
        elif isinstance(item, Group) and item.box is not None and page.x0 <= item.box[0] and item.box[0] + item.box[2] <= page.x1:
            _face(pen, item)


def _face(pen: Pen, face: Group) -> None:
    """A face is PowerPoint's own, with its mouth bent as far as the drawing's: 3 px are all of it.

    A dashed outline, of what is assumed, would dash the mouth as well: that face is drawn as it is in the picture.
    """
    ground, mouth = (face.items[0], face.items[-1]) if face.items else (None, None)
    round_ = isinstance(ground, Rect) and 2 * ground.radius >= ground.width
    if not round_ or not isinstance(ground, Rect) or ground.dash or not isinstance(mouth, Path) or face.box is None:
        _named(pen, face)
        return
    points = [point for _, points in outline(mouth.d).pieces for point in (points[1::2])]
    bend = (points[1] - points[0]) / 3 if len(points) > 1 else 0.0
    smile = round(max(-1.0, min(1.0, bend)) * 4653)
    made = f'<a:prstGeom prst="smileyFace"><a:avLst><a:gd name="adj" fmla="val {smile}"/></a:avLst></a:prstGeom>'
    pen.sheet.shape(pen.place.box(*face.box), made, pen.look(ground), name=face.address or "face", told=face.label)


def _labels(scene: Scene) -> None:
    """The words of the arrows that are drawn."""
    shown = {own_id(arrow.address) for arrow in scene.part.arrows if arrow.address}
    for link, groups in scene.page.anatomy.labels.items():
        for group in groups:
            if link in shown or scene.page.whole:
                _other(scene.body, group)


def _markers(scene: Scene, exits: Sequence[Exit]) -> None:
    """A tag at the lower corner of every card from which an arrow leaves the slide, or to which one comes."""
    language, base = scene.page.anatomy.drawing.language, scene.body
    text = TextLine(0.0, ((0.0, ""),), 9.0 * SCALE / base.place.scale, "on-phase", True, "middle")
    wide, high = round(20 * SCALE * PIXEL), round(12 * SCALE * PIXEL)
    look = base.paint.fill("phase") + base.paint.line(None, 0)
    for found in exits:
        box = scene.part.cards[found.card].box
        assert box is not None
        x = base.place.across(box[0]) - wide * 7 // 10 if found.inward else base.place.across(box[0] + box[2]) - wide * 3 // 10
        at = Box(x, base.place.down(box[1] + box[3]) - round(13 * SCALE * PIXEL), wide, high)
        link = base.sheet.link(found.slide) if found.slide else ""
        name = f"{'from' if found.inward else 'to'} {' '.join(found.partners)}"
        said = base.script.paragraph(text, str(found.number), align="ctr", exact=False)
        frame = Frame(anchor="ctr", wraps=False)
        base.sheet.shape(at, _TAG[found.inward], look, name=name, told=found.told(language), link=link, text=said, frame=frame)


_TAG = {
    inward: f'<a:prstGeom prst="{kind}"><a:avLst><a:gd name="adj" fmla="val 42000"/></a:avLst></a:prstGeom>'
    for inward, kind in ((False, "homePlate"), (True, "chevron"))
}
