"""How it feels, large: the emotion curves of several personas together, with what they think where the mood turns.

Below the curves stand the level every moment reaches beside the one it should, and what people expect. There are no cards.
"""

from footlights.drawing import Drawing
from footlights.facts import PathTime
from footlights.layout.curves import curve_signs, draw_plot, measured, stretch_for
from footlights.layout.emotion import curves_of
from footlights.layout.filling import plan_for
from footlights.layout.finish import finished, invited
from footlights.layout.frame import columns_for
from footlights.layout.heads import draw_phases, draw_steps, measure_heads
from footlights.layout.plan import Plan, Scope
from footlights.layout.sizes import sizes_for
from footlights.layout.tell_curves import rows_of

__all__ = ["drawn", "planned"]


def planned(scope: Scope) -> Plan:
    """A column per step, wide enough for the faces of all personas beside each other; no lanes and no cards."""
    plan = plan_for(scope, columns_for(scope), (), lined=False, cards=())
    stretch = stretch_for(plan, len(curves_of(plan)), sizes_for(plan.zoom).card_width)
    return plan._replace(columns=tuple(each._replace(stretch=stretch) if each.step is not None else each for each in plan.columns))


def drawn(plan: Plan, times: PathTime | None, claims: tuple[int, int] | None) -> Drawing:
    """The picture: heads of phases and steps, the curves with their names, and the strips below them."""
    sizes = sizes_for(plan.zoom)
    curves = curves_of(plan)
    if not plan.columns or not curves:
        return invited(plan, sizes, claims, "curves.none" if plan.columns else "word.empty")
    heads = measure_heads(plan, sizes)
    sheet = measured(plan, curves, sizes, heads.total)
    groups = draw_plot(plan, curves, sheet, sizes)
    groups += draw_phases(plan, sizes, sheet.across, heads.title)
    groups += draw_steps(_without_stars(plan), sizes, sheet.across, heads.title + heads.phases, heads.total)
    return finished(
        plan, sizes, groups, sheet.right, sheet.bottom, head_height=heads.total, head_width=sheet.left, claims=claims,
        rows=rows_of(plan, curves), signs=curve_signs(plan, curves, sheet.strips),
    )  # fmt: skip


def _without_stars(plan: Plan) -> Plan:
    """The plan for the heads of steps: here the stars stand at the top of the curves at every zoom level."""
    columns = tuple(
        each._replace(step=each.step._replace(moment_of_truth=None)) if each.step is not None else each for each in plan.columns
    )  # fmt: skip
    return plan._replace(columns=columns)
