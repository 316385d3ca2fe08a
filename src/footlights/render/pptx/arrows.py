"""Arrows: glued where they are straight or where that is asked for, else exactly as they are drawn."""

from footlights.drawing import Group, Path

from .anatomy import Anatomy, ends_of
from .glue import Ports, bent
from .pen import Pen
from .way import Way, way_of

__all__ = ["draw_arrow"]


def draw_arrow(pen: Pen | None, arrow: Group, ports: Ports, anatomy: Anatomy, *, glued: bool) -> None:
    """Draw an arrow; without a pen only ask the cards for the places it will hold on to."""
    source, target = ends_of(arrow)
    for item in arrow.items:
        if not isinstance(item, Path):
            continue
        way = way_of(item.d)
        ends = _ends(way, source, target, ports, glued=glued) if way is not None else ""
        if pen is None:
            continue
        names = anatomy.names
        told = f"{names.get(source, source)} → {names.get(target, target)}"
        told = f"{arrow.label}: {told}" if arrow.label else told
        name = arrow.address or f"{source} to {target}"
        line = pen.paint.line(item.stroke, pen.place.length(item.stroke_width), item.dash, item.arrowhead)
        made = bent(way.corners, pen.place) if way is not None and (ends or len(way.corners) == 2) else None
        if made is not None:
            pen.sheet.connector(made.box, made.geometry, line, ends, name=name, told=told, turned=made.turned)
        elif way is not None:
            left, top, right, bottom = way.box
            box = pen.place.box(left, top, right - left, bottom - top)
            pen.sheet.shape(box, way.geometry(), f"<a:noFill/>{line}", name=name, told=told)
        else:
            pen.solid(item, name=name, told=told)


def _ends(way: Way, source: str, target: str, ports: Ports, *, glued: bool) -> str:
    """What the arrow holds on to at both ends; "" where it holds on to nothing."""
    points = way.corners
    if len(points) != 2 and not (glued and len(points) <= 6):
        return ""
    start, stop = ports.hold(source, points[0]), ports.hold(target, points[-1])
    if start is None or stop is None:
        return ""
    return f'<a:stCxn id="{ports.ids[source]}" idx="{start}"/><a:endCxn id="{ports.ids[target]}" idx="{stop}"/>'
