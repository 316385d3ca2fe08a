"""Who is in which pool, and what an arrow is between them."""

from typing import NamedTuple

from footlights.drawing import Group
from footlights.model import ACTING_ROLES
from footlights.render.shown import Arrow, Shown, lane_of

__all__ = ["Band", "Pool", "Way", "bands_of", "gated", "pools_of", "way_of"]


class Band(NamedTuple):
    """A lane with its role, from `top` to `bottom`, and the places of its cards. `group` is None where the cards name no lane."""

    group: Group | None
    role: str
    top: float
    bottom: float
    cards: tuple[int, ...]


class Pool(NamedTuple):
    """Neighbouring lanes of one party: the customer, or the organisation."""

    customer: bool
    bands: tuple[Band, ...]


class Way(NamedTuple):
    """What an arrow is in BPMN: a sequence within a pool, a message between pools, an association with or between other things."""

    kind: str
    pool: int = -1


def bands_of(seen: Shown) -> list[Band]:
    """The lanes from top to bottom; cards that stand in no lane are in one of their own."""
    here: dict[int, list[int]] = {}
    for card, lane in enumerate(lane_of(seen)):
        here.setdefault(lane, []).append(card)
    found = []
    for place, group in enumerate(seen.lanes):
        role = dict(group.facts).get("role", group.address.partition("/")[2])
        if group.box is not None:
            found.append(Band(group, role, group.box[1], group.box[1] + group.box[3], tuple(here.get(place, ()))))
    lost = here.get(-1, [])
    boxes = [box for place in lost if (box := seen.cards[place].box) is not None]
    if boxes:
        top, bottom = min(box[1] for box in boxes), max(box[1] + box[3] for box in boxes)
        found.append(Band(None, "backstage", top - 10, bottom + 10, tuple(lost)))
    return sorted(found, key=lambda band: (band.top, band.bottom))


def pools_of(bands: list[Band]) -> list[Pool]:
    """The runs of lanes in which one party acts; lanes of other kinds (evidence, emotion, policy …) are in no pool."""
    found: list[Pool] = []
    last = ""
    for band in bands:
        party = "" if band.role not in ACTING_ROLES else "customer" if band.role == "customer" else "organisation"
        if party and party == last:
            found[-1] = Pool(found[-1].customer, (*found[-1].bands, band))
        elif party:
            found.append(Pool(party == "customer", (band,)))
        last = party
    return found


def way_of(arrow: Arrow, pool_of: dict[int, int]) -> Way:
    """What an arrow is: two-way agreements are associations, as a flow has one direction."""
    one, two = pool_of.get(arrow.source, -1), pool_of.get(arrow.target, -1)
    if one < 0 or two < 0 or arrow.kind == "agreement":
        return Way("association")
    return Way("sequence", one) if one == two else Way("message")


def gated(seen: Shown, ways: list[Way]) -> dict[int, list[int]]:
    """Per card that work leaves in different ways: the places of those arrows. They get a gateway.

    There is a choice where at least one of two ways on within the pool has a condition, a share, or goes back; the implied
    chain down to who helps isn't part of it.
    """
    out: dict[int, list[int]] = {}
    for place, (arrow, way) in enumerate(zip(seen.arrows, ways, strict=True)):
        if way.kind == "sequence" and arrow.kind != "chain" and arrow.source != arrow.target:
            out.setdefault(arrow.source, []).append(place)
    return {card: places for card, places in out.items() if len(places) > 1 and any(seen.arrows[place].words for place in places)}
