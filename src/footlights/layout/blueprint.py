"""From a blueprint to its finished picture: the layout on one page."""

from functools import partial

from footlights.drawing import Drawing, Group, Item, Path, Rect, Table, TextLine
from footlights.facts import Compared, PathTime
from footlights.model import Blueprint, Flow, View
from footlights.pause import collection_paused
from footlights.typeset import width
from footlights.words import compared as in_comparing
from footlights.words import word

from .arrows import Drawn, draw_arrows
from .emotion import curves_of, draw_curves
from .fates import ghostly, outline
from .grid import Grid, make_grid
from .heads import draw_phases, draw_steps, draw_title, measure_heads
from .labels import Label
from .lanes import draw_bands, draw_lines, draw_touchpoints, head_width, make_room, plain_heights
from .legend import draw_legend, provenance
from .plan import Plan, make_plan, with_fate
from .routes import Want
from .sizes import Sizes, sizes_for
from .table import columns_of, rows_as_text
from .times import draw_times

__all__ = ["lay_out"]


def lay_out(
    blueprint: Blueprint, view: str | View = "blueprint", *, language: str | None = None, zoom: str | None = None,
    times: PathTime | None = None, claims: tuple[int, int] | None = None, compared: Compared | None = None,
) -> Drawing:  # fmt: skip
    """The finished picture of a blueprint.

    view: one of VIEWS, or a View with wishes of its own. language: that of labels and texts (the document's own when None).
    zoom: overview, normal or detail; the view's own when None. times: without them there is no time lane. claims: (assumed,
    all) for the line of provenance. compared: for a picture of two states what became of the elements; the blueprint is then
    the later one with what was removed put back. Raises FootlightsError for a view or zoom level that does not exist. An
    empty blueprint gives an inviting, empty picture.
    """
    looked = View(shows=view) if isinstance(view, str) else view
    if zoom is not None:
        looked = looked._replace(zoom=zoom)
    with collection_paused():
        plan = make_plan(blueprint, looked.shows, looked.zoom, language or blueprint.language or "en", compared)
        return _laid_out(plan, times, claims)


def _laid_out(plan: Plan, times: PathTime | None, claims: tuple[int, int] | None) -> Drawing:
    """The layout itself, step by step."""
    if times is None or plan.view == "journey":
        plan = plan._replace(bands=tuple(band for band in plan.bands if band.kind != "time"))
    sizes = sizes_for(plan.zoom)
    if not plan.columns:
        return _finished(plan, sizes, [_invitation(plan, sizes)], 480.0, 200.0, 0.0, 0.0, None, claims)
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
    middles = [x + sizes.card_width / 2 for x in across.columns]
    groups = draw_bands(plan, grid.strips, down.edges, sizes, head, right, curves, times)
    groups += draw_lines(plan, down.edges, sizes, right)
    groups += draw_phases(plan, sizes, across.columns, heads.title)
    groups += draw_steps(plan, sizes, across.columns, heads.title + heads.phases, heads.total)
    groups += _arrows(plan, ways, drawn)
    for strip in grid.strips:
        y = down.rows[strip.first]
        if strip.band.kind == "emotion":
            groups += draw_curves(plan, curves, middles, y, grid.heights[strip.first], right, left)
        elif strip.band.kind == "time" and times is not None:
            groups += draw_times(plan, times, across.columns, y, grid.heights[strip.first], sizes)
        elif strip.band.kind == "touchpoints":
            groups += draw_touchpoints(plan, across.columns, y, sizes)
    groups += _cards(plan, grid, drawn, sizes)
    groups += [_label(plan, label, ways) for label in drawn.labels]
    return _finished(plan, sizes, groups, right, down.edges[-1], heads.total, left, times, claims)


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
    share = f"{link.share * 100:g} %" if link.share is not None else ""
    fate = link_fate(plan, way)
    became = in_comparing(f"sign.{fate}", plan.language) if fate else ""
    return " · ".join(part for part in (became, plan.say(link.when), share) if part)


def link_fate(plan: Plan, way: Flow) -> str:
    """What became of a drawn link, "" for nothing; one that came with its card or step is not worth a word."""
    fate = plan.fate(f"links/{way.link.id}") if way.link is not None else None
    ends = (plan.fate(f"{name}/{end}") for end in (way.source, way.target) for name in ("steps", "cards"))
    if fate is None or (fate.kind == "added" and any(end is not None and end.kind == "added" for end in ends)):
        return ""
    return fate.kind


def _arrows(plan: Plan, ways: list[Flow], drawn: Drawn) -> list[Group]:
    groups = []
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
        groups.append(Group("arrow", (item,), address, word(f"link.{kind}", plan.language), None, facts))
    return groups


def _cards(plan: Plan, grid: Grid, drawn: Drawn, sizes: Sizes) -> list[Group]:
    columns, rows = drawn.across.columns, drawn.down.rows
    steps = [column.step.id if column.step else "" for column in plan.columns]
    groups = []
    for node in grid.nodes:
        x, y = columns[node.first], rows[node.row]
        wide, high = columns[node.last] + sizes.card_width - x, node.face.height
        fate = plan.fate(node.address)
        fill, edge, stroke, dash = outline(fate, f"edge-{node.family}" if node.family == "customer" else "card-edge")
        items: list[Item] = [Rect(x, y, wide, high, fill, edge, stroke, sizes.corner, dash)]
        face = node.face.items(x, y, sizes)
        items += ghostly(face, sizes) if plan.gone(node.address) else face
        facts = (("lane", node.lane), ("step", steps[node.first]), *((("fate", fate.kind),) if fate is not None else ()))
        spoken = with_fate(node.face.spoken, fate, plan.language)
        groups.append(Group("card" if node.address else "count", tuple(items), node.address, spoken, (x, y, wide, high), facts))
    return groups


def _label(plan: Plan, label: Label, ways: list[Flow]) -> Group:
    x, y, wide, high = label.x, label.y, label.width, label.height
    text = TextLine(x + wide / 2, tuple((y + 10.4 + n * 13, line) for n, line in enumerate(label.lines)), 10.0, "ink", False, "middle")
    link = ways[label.arrow].link
    items: tuple[Item, ...] = (Rect(x, y, wide, high, "paper", "hairline", 1.0, 4), text)
    return Group("label", items, "", " ".join(label.lines), (x, y, wide, high), (("for", link.id if link else ""),))


def _invitation(plan: Plan, sizes: Sizes) -> Group:
    text = word("word.empty", plan.language)
    items: tuple[Item, ...] = (
        Rect(sizes.margin, 96, 432, 80, "ground", "hairline", 1.0, 8, "6 4"),
        TextLine(sizes.margin + 216, ((140, text),), 13.0, "muted", False, "middle"),
    )
    return Group("invitation", items, "", text)


def _finished(
    plan: Plan, sizes: Sizes, groups: list[Group], right: float, bottom: float, head_height: float, head_width_px: float,
    times: PathTime | None, claims: tuple[int, int] | None,
) -> Drawing:  # fmt: skip
    """The whole picture: title above, legend and provenance below, and the same content as a table."""
    line = provenance(plan.blueprint, plan.language, claims)
    right = max(right, sizes.margin + width(line, sizes.small), 480.0)
    legend, high = draw_legend(plan, sizes, sizes.margin, bottom + 20, right)
    base = bottom + 20 + high + (14 if high else 0)
    foot = Group("provenance", (TextLine(sizes.margin, ((base + 10, line),), sizes.small, "muted"),), "", line)
    title = draw_title(plan, sizes, right - sizes.margin)
    blueprint = plan.blueprint
    counts = {name: sum(not plan.gone(f"{name}/{id}") for id in blueprint.collection(name)) for name in ("phases", "steps", "cards")}
    counts["rows"] = len(plan.bands)
    description = word(f"description.{plan.view}", plan.language, **counts)
    if plan.compared is not None:
        description = " ".join([description, *(f"{said}." for said in (plan.compared.with_, plan.compared.headline) if said)])
    return Drawing(
        width=round(right + sizes.margin, 2), height=round(base + 10 + sizes.margin, 2), title=title.label,
        description=description, language=plan.language, view=plan.view,
        groups=(title, *groups, legend, foot), head_height=head_height, head_width=head_width_px, columns=columns_of(plan),
        rows=Table(partial(rows_as_text, plan, times)), provenance=line,
    )  # fmt: skip
