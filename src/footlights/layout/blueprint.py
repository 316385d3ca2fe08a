"""From a blueprint to its finished picture: the layout on one page."""

from footlights.drawing import Drawing, Group, Item, Path, Rect, TextLine
from footlights.facts import Compared, PathTime
from footlights.model import Blueprint, Flow, View
from footlights.pause import collection_paused
from footlights.words import compared as in_comparing
from footlights.words import word

from .arrows import Drawn, draw_arrows
from .axis import draw_scale
from .emotion import curves_of, draw_curves
from .fates import ghostly, outline
from .finish import finished, invited
from .grid import Grid, Node, make_grid
from .heads import draw_phases, draw_steps, measure_heads
from .labels import Label
from .lanes import draw_bands, draw_lines, draw_touchpoints, head_width, make_room, plain_heights
from .plan import Plan, Scope, with_fate
from .routes import Want
from .sizes import Sizes, sizes_for
from .times import draw_times
from .views import way_of
from .wishes import view_of

__all__ = ["laid_out", "lay_out"]


def lay_out(
    blueprint: Blueprint, view: str | View = "blueprint", *, language: str | None = None, zoom: str | None = None,
    times: PathTime | None = None, claims: tuple[int, int] | None = None, compared: Compared | None = None,
) -> Drawing:  # fmt: skip
    """The finished picture of a blueprint.

    view: one of VIEWS, the id of a view of the blueprint's own, or a View with wishes. language: that of labels and texts (the
    document's own when None). zoom: overview, normal or detail; the view's own when None. times: without them there is no time
    lane. claims: (assumed, all) for the line of provenance. compared: for a picture of two states what became of the elements;
    the blueprint is then the later one with what was removed put back. Raises FootlightsError for a view or zoom level that
    does not exist, and for wishes that name what is not there. An empty blueprint gives an inviting, empty picture.
    """
    looked = view_of(blueprint, view, zoom)
    way = way_of(looked.shows)
    with collection_paused():
        plan = way.planned(Scope(blueprint, looked, language or blueprint.language or "en", times, compared))
        return way.drawn(plan, times, claims) if way.drawn is not None else laid_out(plan, times, claims)


def laid_out(plan: Plan, times: PathTime | None, claims: tuple[int, int] | None) -> Drawing:
    """The layout itself, step by step, of a plan whose steps are columns and whose lanes are rows."""
    if times is None or plan.view == "journey":
        plan = plan._replace(bands=tuple(band for band in plan.bands if band.kind not in ("time", "scale")))
    sizes = sizes_for(plan.zoom)
    if not plan.columns:
        return invited(plan, sizes, claims)
    head = head_width(plan, sizes)
    heads = measure_heads(plan, sizes)
    curves = curves_of(plan)
    grid = make_grid(plan, sizes, plain_heights(plan, sizes, curves, times, head))
    make_room(plan, grid, sizes, head)
    wants, ways = _wants(plan, grid)
    left, top = sizes.margin + head, heads.total
    drawn = draw_arrows(plan, grid, wants, [_words(plan, way) for way in ways], sizes, left, top)
    across, down = drawn.across, drawn.down
    right = across.end
    middles = [across.middle(number) for number in range(len(across.columns))]
    groups = draw_bands(plan, grid.strips, down.edges, sizes, head, right, curves, times)
    groups += draw_lines(plan, down.edges, sizes, right)
    groups += draw_phases(plan, sizes, across, heads.title)
    groups += draw_steps(plan, sizes, across, heads.title + heads.phases, heads.total)
    groups += _arrows(plan, ways, drawn)
    for strip in grid.strips:
        y = down.rows[strip.first]
        if strip.band.folded:
            continue
        if strip.band.kind == "emotion":
            groups += draw_curves(plan, curves, middles, y, grid.heights[strip.first], right, left)
        elif strip.band.kind == "time" and times is not None:
            groups += draw_times(plan, times, across, y, grid.heights[strip.first], sizes)
        elif strip.band.kind == "scale" and times is not None:
            groups += draw_scale(plan, times, across, y, grid.heights[strip.first], sizes)
        elif strip.band.kind == "touchpoints":
            groups += draw_touchpoints(plan, across, y)
    groups += _cards(plan, grid, drawn, sizes)
    groups += [_label(plan, label, ways) for label in drawn.labels]
    return finished(
        plan, sizes, groups, right, down.edges[-1], head_height=heads.total, head_width=left, times=times, claims=claims
    )  # fmt: skip


def _wants(plan: Plan, grid: Grid) -> tuple[list[Want], list[Flow]]:
    wants, ways = [], []
    for flow in plan.flows:
        source, target = grid.number_of.get(flow.source), grid.number_of.get(flow.target)
        if source is not None and target is not None:
            wants.append(Want(source, target, flow.implied))
            ways.append(flow)
    return wants, ways


def _words(plan: Plan, way: Flow) -> str:
    """Condition and share of a drawn link; "" for the others."""
    link = way.link
    if link is None:
        return ""
    share = f"{link.share * 100:g}\N{NO-BREAK SPACE}%" if link.share is not None else ""
    fate = link_fate(plan, way)
    became = in_comparing(f"sign.{fate}", plan.language) if fate else ""
    return " · ".join(part for part in (became, plan.say(link.when), share) if part)


def link_fate(plan: Plan, way: Flow) -> str:
    """What became of a drawn link, "" for nothing; one that came with its card or step is not worth a word."""
    if plan.compared is None:
        return ""
    fate = plan.fate(f"links/{way.link.id}") if way.link is not None else None
    ends = (plan.fate(f"{name}/{end}") for end in (way.source, way.target) for name in ("steps", "cards"))
    if fate is None or (fate.kind == "added" and any(end is not None and end.kind == "added" for end in ends)):
        return ""
    return fate.kind


def _arrows(plan: Plan, ways: list[Flow], drawn: Drawn) -> list[Group]:
    groups = []
    names = {kind: word(f"link.{kind}", plan.language) for kind in {way.kind for way in ways}}
    for way, path in zip(ways, drawn.paths, strict=True):
        implied, kind = way.implied, way.kind
        colour, stroke = ("arrow-implied", 1.1) if implied else ("arrow", 1.5)
        dash = "5 3" if kind == "loop" else ""
        fate = link_fate(plan, way)
        if fate:
            colour, stroke, dash = fate, 2.2 if fate == "added" else 1.5, "2 4" if fate == "removed" else dash
        item = Path(path, None, colour, stroke, dash, "both" if kind == "agreement" else "end")
        address = f"links/{way.link.id}" if way.link else ""
        facts = (("from", way.source), ("to", way.target), ("kind", kind))
        groups.append(Group("arrow", (item,), address, names[kind], None, facts))
    return groups


def _cards(plan: Plan, grid: Grid, drawn: Drawn, sizes: Sizes) -> list[Group]:
    columns, rows = drawn.across.columns, drawn.down.rows
    steps = [column.step.id if column.step else "" for column in plan.columns]
    groups = []
    for node in grid.nodes:
        x, y = columns[node.first], rows[node.row]
        wide, high = drawn.across.right(node.last) - x, node.face.height
        fate = plan.fate(node.address)
        kind = _kind(node)
        fill, edge, stroke, dash = outline(fate, f"edge-{node.family}" if node.family == "customer" else "card-edge")
        items: list[Item] = [Rect(x, y, wide, high, fill, edge, stroke, sizes.corner, dash)]
        if node.id in plan.others and fate is None:
            items = [Rect(x, y, wide, high, "ground", edge, stroke, sizes.corner, "4 3")]
        if kind == "echo":
            items = [Rect(x, y, wide, high, None, edge, stroke, sizes.corner, "4 3")]
        face = node.face.items(x, y, sizes)
        items += ghostly(face, sizes) if plan.gone(node.address) else face
        facts = (("lane", node.lane), ("step", steps[node.first]), *(_extra(node)), *((("fate", fate.kind),) if fate is not None else ()))
        spoken = with_fate(node.face.spoken, fate, plan.language)
        groups.append(Group(kind, tuple(items), node.address, spoken, (x, y, wide, high), facts))
    return groups


def _kind(node: Node) -> str:
    """card, echo (of a card that stands in another lane) or count (of what is folded away, or of a cell in the overview)."""
    if node.address:
        return "card"
    return "echo" if node.id.endswith(f"@{node.lane}") else "count"


def _extra(node: Node) -> tuple[tuple[str, str], ...]:
    kind = _kind(node)
    if kind == "card":
        return ()
    return (("for", node.id.removesuffix(f"@{node.lane}")),) if kind == "echo" else (("id", node.id),)


def _label(plan: Plan, label: Label, ways: list[Flow]) -> Group:
    x, y, wide, high = label.x, label.y, label.width, label.height
    text = TextLine(x + wide / 2, tuple((y + 10.4 + n * 13, line) for n, line in enumerate(label.lines)), 10.0, "ink", False, "middle")
    link = ways[label.arrow].link
    items: tuple[Item, ...] = (Rect(x, y, wide, high, "paper", "hairline", 1.0, 4), text)
    return Group("label", items, "", " ".join(label.lines), (x, y, wide, high), (("for", link.id if link else ""),))
