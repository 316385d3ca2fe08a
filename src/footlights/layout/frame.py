"""Which columns and bands a picture has: the blueprint's phases, steps and lanes, as the view wishes."""

from collections.abc import Collection, Iterable

from footlights.model import Lane, Phase, Step
from footlights.typeset import width
from footlights.words import word

from .plan import Band, Column, Scope, with_fate
from .sizes import sizes_for

__all__ = ["bands_for", "columns_for", "folded_column", "lane_title"]

#: How wide a column is that stands for several steps, in widths of a card.
_NARROW = 0.68
#: What the head of a phase takes beside its name, in px.
_AROUND_NAME = 24.0


def columns_for(scope: Scope, kept: Collection[str] | None = None) -> tuple[Column, ...]:
    """A column per step, in order, one for every phase without steps, and one for every phase that is folded.

    Only the phases that the view names, where it names any. `kept` are the steps that get a column of their own (all when
    None); the others of a phase that stand beside each other share one.
    """
    view = scope.view
    found: list[Column] = []
    number = 0
    for phase in scope.blueprint.phases.values():
        steps = scope.blueprint.steps_by_phase.get(phase.id, ())
        numbered: list[tuple[Step, int]] = []
        for step in steps:
            gone = scope.gone("steps", step.id)
            number += not gone
            numbered.append((step, 0 if gone else number))
        if view.phases and phase.id not in view.phases:
            continue
        if phase.id in view.folded_phases:
            found.append(folded_column(phase, numbered, scope.say(phase.title) or phase.id))
        elif not steps:
            found.append(Column(phase, None, 0))
        else:
            found += _columns(phase, numbered, kept, scope.say(phase.title) or phase.id)
    return tuple(found)


def _columns(phase: Phase, numbered: Iterable[tuple[Step, int]], kept: Collection[str] | None, name: str) -> list[Column]:
    found: list[Column] = []
    waiting: list[tuple[Step, int]] = []
    for step, number in numbered:
        if kept is not None and step.id not in kept:
            waiting.append((step, number))
            continue
        if waiting:
            found.append(folded_column(phase, waiting))
            waiting = []
        found.append(Column(phase, step, number))
    return [*found, *([folded_column(phase, waiting, "" if found else name)] if waiting else [])]


def folded_column(phase: Phase, numbered: Iterable[tuple[Step, int]], name: str = "") -> Column:
    """One narrow column for several steps, each given with its number; wide enough for `name`, within limits."""
    steps = tuple(numbered)
    numbers = [number for _, number in steps if number]
    ends = (numbers[0], numbers[-1]) if numbers else (0, 0)
    stretch = min(1.0, max(_NARROW, (width(name, 13.0, bold=True) + _AROUND_NAME) / sizes_for("normal").card_width))
    return Column(phase, None, 0, stretch, folded=True, steps=tuple(step for step, _ in steps), numbers=ends)


def bands_for(scope: Scope, roles: Collection[str] | None = None) -> tuple[Band, ...]:
    """A band per row of the blueprint: those that the view puts first, then the others in their order, without the hidden ones.

    Only rows of these roles where they are given.
    """
    view = scope.view
    pinned = {id: number for number, id in enumerate(view.lanes)}
    rows = sorted(scope.blueprint.rows, key=lambda lane: pinned.get(lane.id, len(pinned)))
    found: list[Band] = []
    for lane in rows:
        if (roles is not None and lane.role not in roles) or lane.id in view.hidden:
            continue
        kind = lane.role if lane.role in ("emotion", "time") else "cards"
        family = lane.role if lane.role not in ("policy", "metric", "note") else "other"
        fate = scope.compared.fate("lanes", lane.id) if scope.compared is not None else None
        title = with_fate(lane_title(scope, lane), fate, scope.language)
        found.append(Band(lane, kind, family, title, f"lanes/{lane.id}", lane.id in view.folded_lanes))
    return tuple(found)


def lane_title(scope: Scope, lane: Lane) -> str:
    """The lane's own name; failing that the document's word for its role, then ours."""
    if lane.name:
        return scope.say(lane.name)
    own = dict(scope.blueprint.vocabulary).get(lane.role)
    return scope.say(own) if own and lane.id == lane.role else word(f"lane.{lane.role}", scope.language)
