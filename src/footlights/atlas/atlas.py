"""Many blueprints as one: journeys and how they stand, registers, shared weak spots, services."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from footlights.model import Text, slug

from .leaf import Leaf
from .registers import Registered, registers

__all__ = ["Atlas", "Journey", "Service", "atlas"]


class Journey(NamedTuple):
    """How one blueprint stands. `total_s` is a lower bound while `unknown` stations have no time; None where nothing is known."""

    leaf: Leaf
    steps: int
    moments: int
    below: int
    broken_promises: int
    lowest: float | None
    total_s: float | None
    unknown: int
    assumed: float | None
    high: int
    findings: int
    actions: int
    late: int

    @property
    def below_promise(self) -> bool:
        """Whether it stays below what was promised or wanted: a promise the times can't keep, or a moment below its level."""
        return bool(self.below or self.broken_promises)


class Service(NamedTuple):
    """A service, and its journeys with their phases: one band of the service map. `shares` names what it shares with others."""

    name: Text | None
    journeys: tuple[Journey, ...]
    shares: tuple[Registered, ...] = ()


class Atlas(NamedTuple):
    """Many blueprints as one. `weak_spots` are what stands behind moments below their level, in most blueprints first."""

    leaves: tuple[Leaf, ...]
    journeys: tuple[Journey, ...]
    registers: dict[str, tuple[Registered, ...]]
    weak_spots: tuple[Registered, ...]
    services: tuple[Service, ...]
    today: date

    def leaf(self, name: str) -> Leaf:
        """The blueprint under a name; raises KeyError."""
        return next(leaf for leaf in self.leaves if leaf.name == name)


def atlas(leaves: Iterable[Leaf], today: date) -> Atlas:
    """The atlas of some blueprints as they stand on a day; journeys that stay below their promise come first."""
    all = tuple(leaves)
    journeys = tuple(sorted((_journey(leaf, today) for leaf in all), key=_need))
    found = registers(all)
    return Atlas(all, journeys, found, _weak_spots(found), _services(journeys, found), today)


def _journey(leaf: Leaf, today: date) -> Journey:
    blueprint = leaf.blueprint
    feelings = [feeling.level for step in blueprint.steps.values() for feeling in step.feels]
    return Journey(
        leaf=leaf,
        steps=len(blueprint.steps),
        moments=len(leaf.moments),
        below=len(leaf.below),
        broken_promises=len(leaf.broken_promises()),
        lowest=min(feelings, default=None),
        total_s=leaf.times.total_s,
        unknown=len(leaf.times.unknown),
        assumed=leaf.assumed,
        high=leaf.findings_of("high") + leaf.findings_of("error"),
        findings=len(leaf.findings),
        actions=sum(1 for action in blueprint.actions.values() if action.status not in ("done", "dropped")),
        late=leaf.late(today),
    )


def _need(journey: Journey) -> tuple[int, int, int, str]:
    return (-journey.broken_promises, -journey.below, -journey.high, journey.leaf.name)


def _weak_spots(found: dict[str, tuple[Registered, ...]]) -> tuple[Registered, ...]:
    """Systems, actors and departments behind moments below their level: those in several blueprints first."""
    spots = [each for name in ("systems", "actors", "departments") for each in found[name] if each.below]
    return tuple(sorted(spots, key=lambda each: (-sum(1 for use in each.uses if use.below), -each.below, each.key)))


def _services(journeys: tuple[Journey, ...], found: dict[str, tuple[Registered, ...]]) -> tuple[Service, ...]:
    rows: dict[str, list[Journey]] = {}
    for journey in journeys:
        blueprint = journey.leaf.blueprint
        rows.setdefault(slug(blueprint.say(blueprint.service)), []).append(journey)
    named = []
    for key, several in rows.items():
        own = {journey.leaf.name for journey in several}
        shared = tuple(
            each
            for name in ("systems", "actors")
            for each in found[name]
            if {use.leaf for use in each.uses} & own and {use.leaf for use in each.uses} - own
        )
        named.append((key, Service(several[0].leaf.blueprint.service, tuple(several), shared)))
    return tuple(service for _, service in sorted(named, key=lambda pair: (pair[0] == "", pair[0])))
