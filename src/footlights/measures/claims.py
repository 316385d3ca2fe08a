"""What the claims of a blueprint rest on."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from footlights.model import BASES, Blueprint

__all__ = ["Claims", "claims"]

#: Marks that claim nothing: a question asks, an idea proposes something else.
_OPEN = ("question", "idea")


class Claims(NamedTuple):
    """How many claims there are, and how many rest on what: (basis, count) for every basis, in the model's order."""

    total: int
    by_basis: tuple[tuple[str, int], ...]

    def share(self, basis: str) -> float | None:
        """The share of the claims, 0 to 1, that rest on this; None when there are no claims."""
        return dict(self.by_basis).get(basis, 0) / self.total if self.total else None


def claims(blueprint: Blueprint) -> Claims:
    """The claims of a blueprint, counted by what they rest on.

    A claim is a step, a card, how somebody feels at a step, the time of a step or card, a mark, and the need of a phase.
    Notes, questions and ideas claim nothing. What does not say what it rests on rests on what its step or card says,
    and else it is assumed. An empty blueprint has none.
    """
    found = Counter(basis or "assumed" for basis in _bases(blueprint))
    return Claims(found.total(), tuple((basis, found[basis]) for basis in BASES))


def _bases(blueprint: Blueprint) -> Iterator[str | None]:
    notes = {lane.id for lane in blueprint.rows if lane.role == "note"}
    for phase in blueprint.phases.values():
        if phase.need is not None or phase.met is not None:
            yield phase.basis
    for step in blueprint.steps.values():
        yield step.basis
        yield from (feeling.basis or step.basis for feeling in step.feels)
        if step.time is not None:
            yield step.time.basis or step.basis
    for card in blueprint.cards.values():
        if card.lane not in notes:
            yield card.basis
        if card.time is not None:
            yield card.time.basis or card.basis
    yield from (mark.basis for mark in blueprint.marks.values() if mark.kind not in _OPEN)
