"""The performance and improvement map: how much rides on each touchpoint, and how well it goes (requirement S62 of the craft)."""

from collections.abc import Iterable
from typing import NamedTuple

from footlights.model import Blueprint, Mark, Step

from .attribution import shortfall

__all__ = ["PLACES_ON_MAP", "Grade", "Need", "Placed", "grades", "needs", "placed"]

#: The places of the map, from what asks for attention first to what asks for none.
PLACES_ON_MAP = ("improve-first", "later", "unknown", "strengthen", "keep", "watch")
#: From which grade on a moment of truth is important, on the scale from 1 to 4.
_IMPORTANT = 3
#: Marks that tell what makes people happy.
_HAPPY = ("delight", "gain")


class Placed(NamedTuple):
    """A touchpoint on the map. `short` is how many levels it falls short, None where it does not or nobody says.

    `delights` are its marks that tell what makes people happy, those of its cards included.
    """

    step: str
    place: str
    grade: int | None
    short: float | None
    delights: tuple[str, ...]


class Grade(NamedTuple):
    """The moments of truth of one grade: all of them, those that fall short, and those of which nobody says."""

    grade: int
    steps: tuple[str, ...]
    short: tuple[str, ...]
    unknown: tuple[str, ...]


class Need(NamedTuple):
    """The customers' need in a phase, and how far it is met, 0 to 1; None where nobody says."""

    phase: str
    met: float | None


def placed(blueprint: Blueprint) -> tuple[Placed, ...]:
    """Every step with its place on the map, in the order of the blueprint.

    Important is a moment of truth of grade 3 or 4. Which touchpoints fall short, `shortfall` tells; one that is neither
    measured in levels nor felt is `unknown`.

    - `improve-first`: important, and it falls short · `later`: it falls short, but less rides on it
    - `strengthen`: it does not fall short, and makes people happy (a delight or a gain), or goes beyond its desired level
    - `keep`: important, and it does not fall short · `watch`: the same, but less rides on it
    """
    addresses: dict[str, list[str]] = {step: [f"steps/{step}"] for step in blueprint.steps}
    for card in blueprint.cards.values():
        addresses.setdefault(card.step, []).append(f"cards/{card.id}")
    marks = blueprint.marks_on
    return tuple(_place(step, [mark for one in addresses[step.id] for mark in marks.get(one, ())]) for step in blueprint.steps.values())


def grades(blueprint: Blueprint) -> tuple[Grade, ...]:
    """The moments of truth in their four grades, the gravest first; a grade that nobody gave has no steps."""
    on_map = placed(blueprint)
    found = []
    for grade in (4, 3, 2, 1):
        here = [each for each in on_map if each.grade == grade]
        short = tuple(each.step for each in here if each.short is not None)
        unknown = tuple(each.step for each in here if each.place == "unknown")
        found.append(Grade(grade, tuple(each.step for each in here), short, unknown))
    return tuple(found)


def needs(blueprint: Blueprint) -> tuple[Need, ...]:
    """The needs that phases name, the least met first and those of which nobody says how far last."""
    found = [Need(phase.id, phase.met) for phase in blueprint.phases.values() if phase.need is not None or phase.met is not None]
    return tuple(sorted(found, key=lambda need: (need.met is None, need.met or 0.0)))


def _place(step: Step, marks: Iterable[Mark]) -> Placed:
    short = shortfall(step)
    important = (step.moment_of_truth or 0) >= _IMPORTANT
    delights = tuple(mark.id for mark in marks if mark.kind in _HAPPY)
    levels = step.desired is not None and step.actual is not None
    if short is not None:
        place = "improve-first" if important else "later"
    elif not levels and not step.feels:
        place = "unknown"
    elif delights or (step.desired is not None and step.actual is not None and step.actual > step.desired):
        place = "strengthen"
    else:
        place = "keep" if important else "watch"
    return Placed(step.id, place, step.moment_of_truth, short[0] if short else None, delights)
