"""Cards under other heads than their own lanes: by channel, by department."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from footlights.model import Card, Lane

from .filling import plan_for
from .frame import bands_for, columns_for, lane_title
from .plan import Band, Echo, Plan, Scope

__all__ = ["Gathering", "Head", "plan_by_heads"]


class Head(NamedTuple):
    """What cards are gathered under: an address (`channels/phone`, "" for what has none), and the name of its band."""

    address: str
    title: str


class Gathering(NamedTuple):
    """How cards are gathered: in the rows of these roles, under these heads, in this order.

    `heads_of` are those of a card: it stands under the first, and is told again under the others, where it has no address.
    `without` is the head for the cards of a row that have none; they stand last.
    """

    roles: tuple[str, ...]
    heads: Sequence[Head]
    heads_of: Callable[[Card], Sequence[Head]]
    without: Callable[[Band], Head]


def plan_by_heads(scope: Scope, gathering: Gathering) -> Plan:
    """The plan in which the bands of some roles give way to a band per head, for every role and zone of its own."""
    bands = bands_for(scope)
    split = _Split(scope, gathering, bands)
    found: list[Band] = []
    for band in bands:
        if band.kind == "cards" and band.lane.role in gathering.roles:
            found += split.instead_of(band)
        else:
            found.append(band)
    cards = [split.cards.get(card.id, card) for card in scope.blueprint.cards.values()]
    return plan_for(scope, columns_for(scope), tuple(_told_apart(scope, found)), cards=cards, echoes=split.echoes)


class _Split:
    """The bands that come instead of others, and the cards with the bands in which they stand now."""

    def __init__(self, scope: Scope, gathering: Gathering, bands: Sequence[Band]) -> None:
        self.scope, self.gathering, self.bands = scope, gathering, bands
        self.cards: dict[str, Card] = {}
        self.echoes: list[Echo] = []
        self.taken = {band.lane.id for band in bands}
        self.named: set[str] = set()
        self.done: set[tuple[str, str | None]] = set()

    def instead_of(self, band: Band) -> list[Band]:
        """The bands for all rows of this band's role and zone; [] where they have been given already."""
        here = (band.lane.role, band.lane.zone)
        if here in self.done:
            return []
        self.done.add(here)
        together = [other for other in self.bands if (other.lane.role, other.lane.zone) == here and other.kind == "cards"]
        inside = {other.lane.id for other in together}
        nobody = self.gathering.without(band)
        under = {
            card: tuple(self.gathering.heads_of(card)) or (nobody,) for card in self.scope.blueprint.cards.values() if card.lane in inside
        }
        used = {head for heads in under.values() for head in heads}
        folded = all(other.folded for other in together)
        made = {head: self._band(band, head, folded) for head in (*self.gathering.heads, nobody) if head in used}
        for card, heads in under.items():
            self.cards[card.id] = card._replace(lane=made[heads[0]].lane.id)
            self.echoes += [Echo(card, made[head].lane.id) for head in heads[1:]]
        return list(made.values())

    def _band(self, band: Band, head: Head, folded: bool) -> Band:
        address = head.address if head.address not in self.named else ""
        self.named.add(head.address)
        wanted = id = head.address.partition("/")[2] or f"{band.lane.id}-rest"
        number = 1
        while id in self.taken:
            number += 1
            id = f"{wanted}-{number}"
        self.taken.add(id)
        return Band(Lane(id, band.lane.role, zone=band.lane.zone), "cards", band.family, head.title, address, folded)


def _told_apart(scope: Scope, bands: Sequence[Band]) -> list[Band]:
    """Bands of one name in several roles tell the role, too."""
    often = Counter(band.title for band in bands)
    return [
        band._replace(title=f"{band.title} ({lane_title(scope, Lane(band.lane.role, band.lane.role)).lower()})")
        if often[band.title] > 1
        else band
        for band in bands
    ]
