"""A card on a slide: its shape with its text, and the smaller things on it."""

from footlights.drawing import Group, Item, Path, Rect

from .anatomy import Anatomy, own_id
from .glue import Ports
from .pen import Pen, main_text
from .place import Place

__all__ = ["draw_card", "is_card"]

#: Below this many px of the slide for one of the picture's, the squares of a count (6 px) are a third of a px: nobody sees them.
_SEEN = 0.06


def is_card(group: Group) -> bool:
    """Whether the first thing of a group is a rectangle as high as the group, on which the rest stands."""
    first = group.items[0] if group.items else None
    return isinstance(first, Rect) and group.box is not None and abs(first.height - group.box[3]) < 1


def draw_card(pen: Pen, group: Group, ports: Ports, anatomy: Anatomy) -> None:
    """A card: one shape with its text, and with it, in a group, the smaller things on it."""
    box, first = group.box, group.items[0]
    assert box is not None
    assert isinstance(first, Rect)
    own = own_id(group.address) if group.kind == "card" else ""
    text = main_text(group.items)
    rest = [item for item in group.items[1:] if item is not text]
    at = pen.place.box(*box)
    told = _told(anatomy, group)
    inset = text.x - first.x if text is not None else 8.0
    shift = box[0] - first.x
    right = box[0] + box[2] - (min(inset, 12.0) if group.kind == "card" else 0.0)
    made = ports.geometry(own, at, pen.place.length(first.radius), pen.place)
    body = first._replace(x=box[0], width=box[2])
    if group.kind == "count":
        rest = _as_one(rest) if pen.place.scale >= _SEEN else []
    if rest:
        pen.sheet.open_group(at, name=f"{group.address or group.kind} +", told=group.label)
    moved = text._replace(x=text.x + shift) if text is not None and shift else text
    pen.body(body, at, made, moved, right, name=group.address or group.kind, told=told, whole=group.label, id=ports.ids.get(own, 0))
    if rest:
        at_pen = pen.at(Place(pen.place.scale, pen.place.x + shift * pen.place.scale, pen.place.y)) if shift else pen
        at_pen.draw(rest, right - shift)
        pen.sheet.close_group()


def _as_one(items: list[Item]) -> list[Item]:
    """Small squares of one colour as one shape: in an overview there are thousands."""
    squares = [item for item in items if isinstance(item, Rect)]
    if len(squares) < 2 or len(squares) != len(items):
        return items
    d = "".join(f"M{one.x:g} {one.y:g}H{one.x + one.width:g}V{one.y + one.height:g}H{one.x:g}Z" for one in squares)
    return [Path(d, squares[0].fill)]


def _told(anatomy: Anatomy, group: Group) -> str:
    """What a screen reader says of a card: its lane, its step, and its text."""
    facts = dict(group.facts)
    lane = anatomy.lane_names.get(facts.get("lane", ""), "")
    step = anatomy.names.get(facts.get("step", ""), "") if group.kind == "card" else ""
    place = ", ".join(part for part in (lane, step) if part and part != group.label)
    return f"{place}: {group.label}" if place else group.label
