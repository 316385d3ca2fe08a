"""What is around every picture: its title, legend and provenance, and its content in words."""

from collections.abc import Sequence
from functools import partial

from footlights.drawing import Drawing, Group, Item, Rect, Row, Table, TextLine
from footlights.facts import PathTime
from footlights.model import FootlightsError
from footlights.typeset import width
from footlights.words import word

from .heads import draw_title
from .legend import Entry, draw_legend, provenance
from .plan import Plan
from .sizes import Sizes
from .table import columns_of, rows_as_text

__all__ = ["finished", "invited", "stamped"]

#: Characters of a stamp: a version and a date.
_STAMP = 80


def finished(
    plan: Plan, sizes: Sizes, groups: Sequence[Group], right: float, bottom: float, *, head_height: float = 0.0,
    head_width: float = 0.0, times: PathTime | None = None, claims: tuple[int, int] | None = None,
    columns: tuple[tuple[str, str], ...] | None = None, rows: Sequence[Row] | None = None,
    signs: Sequence[Entry] | None = None,
) -> Drawing:  # fmt: skip
    """The whole picture: title above, legend and provenance below, and the same content as a table.

    `right` and `bottom` (px) are where the groups end; they begin below the title (`measure_heads` tells how high that is).
    `columns` and `rows` are the content in words: that of the plan's steps and lanes where they are None. `signs`
    is what the legend explains: what a grid of steps and lanes shows when None.
    """
    line = provenance(plan.blueprint, plan.language, claims)
    right = max(right, sizes.margin + width(line, sizes.small), 480.0)
    legend, high = draw_legend(plan, sizes, sizes.margin, bottom + 20, right, signs, times)
    base = bottom + 20 + high + (14 if high else 0)
    foot = Group("provenance", (TextLine(sizes.margin, ((base + 10, line),), sizes.small, "muted"),), "", line)
    title = draw_title(plan, sizes, right - sizes.margin)
    return Drawing(
        width=round(right + sizes.margin, 2), height=round(base + 10 + sizes.margin, 2), title=title.label,
        description=_description(plan), language=plan.language, view=plan.view, groups=(title, *groups, legend, foot),
        head_height=head_height, head_width=head_width, columns=columns_of(plan) if columns is None else columns,
        rows=Table(partial(rows_as_text, plan, times)) if rows is None else rows, provenance=line,
    )  # fmt: skip


def _description(plan: Plan) -> str:
    blueprint = plan.blueprint
    counts = {name: sum(not plan.gone(f"{name}/{id}") for id in blueprint.collection(name)) for name in ("phases", "steps", "cards")}
    counts["rows"] = len(plan.bands)
    description = word(f"description.{plan.view}", plan.language, **counts)
    if plan.compared is not None:
        description = " ".join([description, *(f"{said}." for said in (plan.compared.with_, plan.compared.headline) if said)])
    return description


def invited(plan: Plan, sizes: Sizes, claims: tuple[int, int] | None, key: str = "word.empty") -> Drawing:
    """The inviting picture of a blueprint in which there is nothing to show yet; `key` is that of the words it says so with."""
    text = word(key, plan.language)
    items: tuple[Item, ...] = (
        Rect(sizes.margin, 96, 432, 80, "ground", "hairline", 1.0, 8, "6 4"),
        TextLine(sizes.margin + 216, ((140, text),), 13.0, "muted", False, "middle"),
    )
    return finished(plan, sizes, [Group("invitation", items, "", text)], 480.0, 200.0, claims=claims)


def stamped(drawing: Drawing, stamp: str) -> Drawing:
    """The drawing with a version, a date or both at the head of its line of provenance, and wider where the line needs it.

    Raises FootlightsError for a stamp that is no short line.
    """
    if not stamp:
        return drawing
    if len(stamp) > _STAMP or not stamp.isprintable():
        raise FootlightsError(f"a stamp is one line of at most {_STAMP} characters", "for example 'version 3, 2026-11-22'")
    line = f"{stamp}  ·  {drawing.provenance}"
    groups, wide = [], drawing.width
    for group in drawing.groups:
        if group.kind == "provenance" and group.items and isinstance(group.items[0], TextLine):
            text = group.items[0]
            wide = max(wide, round(2 * text.x + width(line, text.size), 2))
            groups.append(group._replace(items=(text._replace(lines=((text.lines[0][0], line),)),), label=line))
        else:
            groups.append(group)
    return drawing._replace(groups=tuple(groups), width=wide, provenance=line)
