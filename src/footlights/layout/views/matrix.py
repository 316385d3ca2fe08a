"""Touchpoints by phase: a row per channel, a column per phase, and in every cell what contact there is.

It is read for what stands out: cells without contact, channels that fall silent for a phase, phases without any contact, and
cells where a lot happens. Each has a sign and words of its own, besides its colour.
"""

from footlights.drawing import Drawing, Group
from footlights.facts import PathTime
from footlights.layout.contacts import contacts_of, is_contact
from footlights.layout.finish import finished, invited
from footlights.layout.frame import columns_for, folded_column
from footlights.layout.geometry import Across
from footlights.layout.heads import draw_phases, draw_steps, measure_heads
from footlights.layout.matrix import draw_rows, draw_totals, matrix_signs, measured, row_head_width
from footlights.layout.picking import lets_through, with_marks_picked
from footlights.layout.plan import Band, Column, Plan, Scope
from footlights.layout.sizes import sizes_for
from footlights.layout.tell_contacts import rows_of
from footlights.model import Card, Lane
from footlights.words import word

__all__ = ["drawn", "planned"]

#: How wide a column is, in widths of a card: its texts are those of cards, but shorter.
_WIDE = {"overview": 1.0, "normal": 1.2, "detail": 1.15}
_FOLDED = 0.75
_BETWEEN = 12.0


def planned(scope: Scope) -> Plan:
    """A column per phase and a band per channel, with the cards by which the customer is in contact.

    Rows that are hidden or that a filter leaves out don't count; a channel that nobody uses has its row all the same.
    """
    columns = _columns(scope)
    cards, spans = _cards(scope, columns)
    blueprint = with_marks_picked(scope.blueprint, scope.view)
    return Plan(blueprint, scope.view, scope.language, columns, {}, _bands(scope, cards), (), cards, spans, compared=scope.compared)


def _columns(scope: Scope) -> tuple[Column, ...]:
    found: dict[str, Column] = {}
    numbered: dict[str, list[tuple[object, int]]] = {}
    for column in columns_for(scope._replace(view=scope.view._replace(folded_phases=()))):
        found.setdefault(column.phase.id, column)
        if column.step is not None:
            numbered.setdefault(column.phase.id, []).append((column.step, column.number))
    wide = _WIDE[scope.view.zoom or "normal"]
    return tuple(
        folded_column(column.phase, numbered.get(id, ()))._replace(stretch=_FOLDED if id in scope.view.folded_phases else wide)  # type: ignore[arg-type]
        for id, column in found.items()
    )


def _cards(scope: Scope, columns: tuple[Column, ...]) -> tuple[tuple[Card, ...], dict[str, tuple[int, int]]]:
    """The contacts that the picture has a column for, in the order of their steps."""
    roles = {lane.id: lane.role for lane in scope.blueprint.rows if lane.id not in scope.view.hidden}
    at = {step.id: number for number, column in enumerate(columns) for step in column.steps}
    steps = list(scope.blueprint.steps)
    order = {id: number for number, id in enumerate(steps)}
    found, spans = [], {}
    for card in scope.blueprint.cards.values():
        if not is_contact(roles.get(card.lane, ""), card) or not lets_through(scope, card):
            continue
        first, last = order.get(card.step, -1), order.get(card.until or card.step, -1)
        reached = [at[id] for id in steps[first : max(first, last) + 1] if id in at] if first >= 0 else []
        if reached:
            found.append(card)
            spans[card.id] = (reached[0], reached[-1])
    found.sort(key=lambda card: order[card.step])
    return tuple(found), spans


def _bands(scope: Scope, cards: tuple[Card, ...]) -> tuple[Band, ...]:
    """A band per channel, named or not, and one for contacts without a channel where there are any."""
    named = [*scope.blueprint.channels, *(id for card in cards for id in card.via)]
    wanted = [id for id in dict.fromkeys(named) if not scope.view.channels or id in scope.view.channels]
    found = []
    for id in wanted:
        channel = scope.blueprint.channels.get(id)
        title = (scope.say(channel.name) if channel is not None else "") or id
        address = f"channels/{id}" if channel is not None else ""
        found.append(Band(Lane(f"channel {id}", "frontstage"), "channel", "frontstage", title, address))
    if any(not card.via for card in cards) or not wanted:
        found.append(Band(Lane("channel ", "frontstage"), "channel", "other", word("matrix.without", scope.language)))
    return tuple(found)


def drawn(plan: Plan, times: PathTime | None, claims: tuple[int, int] | None) -> Drawing:
    """The picture: heads of phases, a row per channel with its cells, and the totals at the right and at the bottom."""
    sizes = sizes_for(plan.zoom)
    if not plan.columns:
        return invited(plan, sizes, claims)
    contacts = contacts_of(plan)
    head = row_head_width(plan, contacts, sizes)
    heads = measure_heads(plan, sizes)
    left = sizes.margin + head
    across = _across(plan, sizes.margin + head, _BETWEEN)
    matrix = measured(plan, contacts, sizes, across, heads.total)
    groups: list[Group] = draw_rows(plan, contacts, matrix, sizes)
    groups += draw_phases(plan, sizes, across, heads.title)
    groups += draw_steps(plan, sizes, across, heads.title + heads.phases, heads.total)
    groups += draw_totals(plan, contacts, matrix, sizes)
    return finished(
        plan, sizes, groups, matrix.right, matrix.bottom, head_height=heads.total, head_width=left, claims=claims,
        rows=rows_of(plan, contacts), signs=matrix_signs(plan, contacts),
    )  # fmt: skip


def _across(plan: Plan, left: float, between: float) -> Across:
    sizes = sizes_for(plan.zoom)
    gutters, columns, widths = [], [], []
    x = left
    for number in range(len(plan.columns)):
        gutters.append(x)
        x += between
        columns.append(x)
        widths.append(plan.wide(number, sizes))
        x += widths[-1]
    return Across([*gutters, x], columns, x + between, widths)
