"""True time: the whole blueprint with columns as wide as the time they take, and a scale above them."""

from footlights.layout.filling import plan_for
from footlights.layout.frame import bands_for, columns_for
from footlights.layout.plan import Band, Plan, Scope
from footlights.layout.scale import stretched
from footlights.layout.sizes import sizes_for
from footlights.model import Lane
from footlights.words import word

__all__ = ["planned"]


def planned(scope: Scope) -> Plan:
    """The blueprint with its columns stretched, and first a band with the scale in place of the row of times.

    Without times the columns are as wide as a card; where the view hides the row of times, the scale is hidden with it.
    """
    columns = columns_for(scope)
    if scope.times is not None:
        card = sizes_for(scope.view.zoom or "normal").card_width
        columns = stretched(columns, scope.times, card, logarithmic=scope.view.logarithmic)
    bands = bands_for(scope)
    plan = plan_for(scope, columns, tuple(band for band in bands if band.kind != "time"))
    scale = _scale(scope, bands)
    if scale is None:
        return plan
    # the lines are those between the other rows: the scale above them has no side
    return plan._replace(bands=(scale, *plan.bands), lines=tuple(line._replace(below=line.below + 1) for line in plan.lines))


def _scale(scope: Scope, bands: tuple[Band, ...]) -> Band | None:
    if scope.times is None or "time" in scope.view.hidden:
        return None
    row = next((band for band in bands if band.kind == "time"), None)
    if row is not None:
        return row._replace(kind="scale")
    if any(lane.role == "time" for lane in scope.blueprint.rows):
        return None
    return Band(Lane("time", "time"), "scale", "time", word("lane.time", scope.language), "lanes/time", "time" in scope.view.folded_lanes)
