"""The outage drill: take out a system, somebody, a channel or a card, and see what stops and whom it reaches."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from footlights.model import ACTING_ROLES, Address, Blueprint, Card, FootlightsError, Stand, Text, behind_each, departments

from .exposure import Exposure, Ways

__all__ = ["Hit", "Outage", "Stopped", "can_be_out", "named", "outage"]

#: What can be taken out, in the order in which a name is looked up.
_KINDS = ("systems", "actors", "departments", "channels", "cards")


class Stopped(NamedTuple):
    """A card that names what is out. `stops` is False where it goes on with those beside it, or by itself (`left`).

    `recoveries` are its fail marks that say how it is put right.
    """

    card: str
    stops: bool
    left: tuple[Address, ...]
    recoveries: tuple[str, ...]


class Hit(NamedTuple):
    """A step that the outage reaches. `state`, from the hardest down:

    `closed`: all that the customer meets there stops, or waits for what stops · `other-way`: some of it stops, `ways` (front
    stage cards) are left · `unsupported`: the front stage is there, and work behind it in the same column stops · `waits`:
    it waits for work in an earlier column that stops · `weakened`: nothing stops, but somebody or something beside others is
    missing.

    `stands` are the cards by which it is reached. `recoveries` are the fail marks on it or on these that say how something is
    put right: written for their own kind of trouble, so whether they help in this one is for people to judge. `exposure` is
    who gets to the step; where it only waits, those who came by a column in which something stops that it waits for.
    """

    step: str
    state: str
    stands: tuple[Stand, ...]
    ways: tuple[str, ...]
    recoveries: tuple[str, ...]
    exposure: Exposure
    grade: int | None

    @property
    def fallback(self) -> str:
        """What is said of how it could go on: `way` (another way, or others beside what is missing), `recovery`, or `none`."""
        if self.ways or self.state == "weakened":
            return "way"
        return "recovery" if self.recoveries else "none"


class Outage(NamedTuple):
    """What happens when `element` is out; `out` is all that is out with it (a partner takes the systems it owns along).

    `exposure` is who gets to a step in whose own column something stops (or, where nothing does, to a weakened one): whoever
    waits further on came by one of these.
    `moments` are the graded steps among these, the gravest first. Promises and agreements are ids. Everything is empty where
    the element stands nowhere.
    """

    element: Address
    out: tuple[Address, ...]
    cards: tuple[Stopped, ...]
    steps: tuple[Hit, ...]
    exposure: Exposure
    moments: tuple[str, ...]
    promises: tuple[str, ...]
    agreements: tuple[str, ...]

    @property
    def without_fallback(self) -> tuple[str, ...]:
        """The steps that are hit and for which nobody said how they could go on."""
        return tuple(hit.step for hit in self.steps if hit.fallback == "none")


def can_be_out(blueprint: Blueprint) -> tuple[tuple[Address, Text], ...]:
    """Everything that can be taken out, with what people call it: systems, actors, departments, channels, and cards that act."""
    found: list[tuple[Address, Text]] = []
    for kind in _KINDS:
        if kind == "departments":
            found += [(Address(kind, one.id), one.name) for one in departments(blueprint)]
        elif kind == "cards":
            acting = {lane.id for lane in blueprint.rows if lane.role in ACTING_ROLES}
            found += [(Address(kind, one.id), one.does or one.id) for one in blueprint.cards.values() if one.lane in acting]
        else:
            found += [(Address(kind, one.id), one.name or one.id) for one in blueprint.collection(kind).values()]
    return tuple(found)


def named(blueprint: Blueprint, said: str) -> tuple[Address, ...]:
    """What somebody may mean: an address (`systems/itsm`), an id, or a name in any of its languages; () for nothing.

    Ids go before names, and a card is meant only where nothing else is called so. More than one is given back where several
    are; a department whose only member is an actor of the same name is that actor.
    """
    there_is = can_be_out(blueprint)
    wanted = " ".join(said.split()).casefold()
    exact = [address for address, _ in there_is if str(address).casefold() == wanted]
    by_id = [address for address, _ in there_is if address.id.casefold() == wanted]
    by_name = [address for address, name in there_is if wanted in _spellings(name)]
    found = exact or _but_cards(by_id) or _but_cards(by_name) or by_id or by_name
    alone = {Address("departments", one.id): one.actors[0] for one in departments(blueprint) if len(one.actors) == 1}
    return tuple(each for each in found if len(found) == 1 or Address("actors", alone.get(each, "")) not in found)


def outage(blueprint: Blueprint, element: Address) -> Outage:
    """What stops when an element is out, which steps that hits, and how many customers, promises and agreements it touches.

    - A card stops when it uses a system that is out (whether another system of the card could stand in is not said, so each
      counts as needed), or when all who do it, or all channels through which it goes, are out. Otherwise it is weakened; so
      is what is automated when people of the house are missing, but not when a partner is, whose machines they are.
    - A step is hit when a card that stops stands `behind` it: in its column, or in what that waits for. It is weakened when
      a weakened card stands in its column.
    - A promise is touched when a card that stops lies between its ends; an agreement, when it speaks of what is out, of a
      card that stops, of a step that is hit, or of the phase of one.

    What people could do besides, and how long it lasts, is not in the blueprint. Raises FootlightsError for an element that
    does not exist or cannot be taken out.
    """
    out = _out(blueprint, element)
    cards = tuple(found for card in blueprint.cards.values() if (found := _stopped(blueprint, card, out)) is not None)
    ways = Ways(blueprint)
    steps = _hits(blueprint, ways, {found.card: found for found in cards})
    hard = [hit for hit in steps if hit.state != "weakened"]
    reached = hard or list(steps)
    came_by = [hit for hit in reached if hit.state != "waits"] or reached
    graded = sorted((hit for hit in reached if hit.grade is not None), key=lambda hit: -(hit.grade or 0))
    return Outage(
        element=element,
        out=out,
        cards=cards,
        steps=steps,
        exposure=ways.to_any([hit.step for hit in came_by]),
        moments=tuple(hit.step for hit in graded),
        promises=_promises(blueprint, [found.card for found in cards if found.stops]),
        agreements=_agreements(blueprint, out, [found.card for found in cards if found.stops], [hit.step for hit in hard]),
    )


def _but_cards(addresses: Iterable[Address]) -> list[Address]:
    return [address for address in addresses if address.collection != "cards"]


def _spellings(name: Text) -> set[str]:
    texts = [name] if isinstance(name, str) else [text for _, text in name.entries]
    return {" ".join(text.split()).casefold() for text in texts}


def _out(blueprint: Blueprint, element: Address) -> tuple[Address, ...]:
    if element not in dict(can_be_out(blueprint)):
        kinds = ", ".join(_KINDS)
        raise FootlightsError(f"there is no {element} to take out", f"it can be one of the {kinds}: for example systems/crm")
    if element.collection == "departments":
        members = next(one.actors for one in departments(blueprint) if one.id == element.id)
        return (element, *(Address("actors", actor) for actor in members))
    actor = blueprint.actors.get(element.id) if element.collection == "actors" else None
    if actor is not None and actor.kind == "partner":
        return (element, *(Address("systems", one.id) for one in blueprint.systems.values() if one.owner == actor.id))
    return (element,)


def _stopped(blueprint: Blueprint, card: Card, out: Sequence[Address]) -> Stopped | None:
    def gone(collection: str, ids: Iterable[str]) -> list[str]:
        return [id for id in ids if Address(collection, id) in out]

    itself = Address("cards", card.id) in out
    missing = {"actors": gone("actors", card.by), "channels": gone("channels", card.via), "systems": gone("systems", card.uses)}
    if not itself and not any(missing.values()):
        return None
    left = [Address("actors", id) for id in card.by if missing["actors"] and id not in missing["actors"]]
    left += [Address("channels", id) for id in card.via if missing["channels"] and id not in missing["channels"]]
    by_itself = card.mode == "automated" and all(blueprint.actors[actor].kind != "partner" for actor in missing["actors"])
    nobody = bool(missing["actors"]) and len(missing["actors"]) == len(card.by) and not by_itself
    left += [Address("systems", id) for id in card.uses if missing["actors"] and by_itself]
    no_way = bool(missing["channels"]) and len(missing["channels"]) == len(card.via)
    stops = itself or nobody or no_way or bool(missing["systems"])
    return Stopped(card.id, stops, () if stops else tuple(left), _recoveries(blueprint, f"cards/{card.id}"))


def _recoveries(blueprint: Blueprint, address: str) -> tuple[str, ...]:
    return tuple(mark.id for mark in blueprint.marks_on.get(address, ()) if mark.kind == "fail" and mark.recovery is not None)


def _hits(blueprint: Blueprint, onward: Ways, stopped: dict[str, Stopped]) -> tuple[Hit, ...]:
    if not stopped:
        return ()
    role_of = {lane.id: lane.role for lane in blueprint.rows}
    found = []
    for id, stands in behind_each(blueprint).items():
        touched = tuple(stand for stand in stands if stand.card in stopped and (stopped[stand.card].stops or not stand.distance))
        if not touched:
            continue
        front = {stand.card for stand in stands if not stand.distance and role_of.get(blueprint.cards[stand.card].lane) == "frontstage"}
        stops = tuple(stand for stand in touched if stopped[stand.card].stops)
        here = {stand.card for stand in stops if not stand.distance}
        kept = front - here
        if here & front and kept:
            by_card = {stand.card: stand for stand in stands}
            kept -= {_foremost(stand, by_card) for stand in stops}
        state = _state(stops, front, here, kept)
        ways = tuple(card for card in blueprint.cards if card in kept) if state == "other-way" else ()
        ways_out = [*_recoveries(blueprint, f"steps/{id}"), *(mark for stand in stops for mark in stopped[stand.card].recoveries)]
        grade = blueprint.steps[id].moment_of_truth
        columns = {blueprint.cards[stand.card].step for stand in stops}
        exposed = onward.by_way_of(id, columns) if state == "waits" else onward.exposure(id)
        found.append(Hit(id, state, stops or touched, ways, tuple(dict.fromkeys(ways_out)), exposed, grade))
    return tuple(found)


def _state(stops: Collection[Stand], front: set[str], here: set[str], kept: set[str]) -> str:
    if not stops:
        return "weakened"
    if not here:
        return "waits"
    if not here & front:
        return "unsupported"
    return "other-way" if kept else "closed"


def _foremost(stand: Stand, by_card: Mapping[str, Stand]) -> str:
    """The card in the step's own column that waits for this one; the card itself where it stands there."""
    while stand.through in by_card and stand.distance:
        stand = by_card[stand.through]
    return stand.card


def _promises(blueprint: Blueprint, stops: Iterable[str]) -> tuple[str, ...]:
    at = {step: number for number, step in enumerate(blueprint.steps)}
    column = {card.id: at[card.step] for card in blueprint.cards.values() if card.step in at} | at
    cards = [blueprint.cards[card] for card in stops if card in column]
    runs = [(column[card.id], max(column[card.id], at.get(card.until or "", -1))) for card in cards]
    found = []
    for promise in blueprint.promises.values():
        ends = [column[end] for end in (promise.from_, promise.to) if end in column]
        if ends and any(start <= max(ends) and last >= min(ends) for start, last in runs):
            found.append(promise.id)
    return tuple(found)


def _agreements(blueprint: Blueprint, out: Iterable[Address], cards: Iterable[str], steps: Iterable[str]) -> tuple[str, ...]:
    steps = list(steps)
    touched = {*out, *(Address("cards", card) for card in cards), *(Address("steps", step) for step in steps)}
    touched |= {Address("phases", blueprint.steps[step].phase) for step in steps}
    return tuple(one.id for one in blueprint.agreements.values() if any(blueprint.resolve(on) in touched for on in one.on))
