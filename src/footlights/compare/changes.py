"""The changes between two blueprints, most important first."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from footlights.edits import Insert, Place, Put, Remove, difference, scope_of
from footlights.facts import Change, noun, title_of
from footlights.model import COLLECTIONS, Address, Blueprint, Card, Field, Lane, Mark, Step, Translations, fields_of

from .naming import value_of

__all__ = ["changes"]

_BOARD = ("phases", "steps", "lanes", "cards")
#: What hangs on others: put in or taken out with them, it is told with them.
_HANGING = ("steps", "cards", "marks", "links", "promises")
#: The fields that a service is judged by.
_WEIGHTY = ("feels", "moment_of_truth", "time", "need", "met", "desired", "actual", "within", "share", "target")
#: How far down from the customer a row stands, and the line above each depth.
_DEPTHS = {"evidence": 0, "customer": 0, "emotion": 0, "frontstage": 1, "backstage": 2, "support": 3}
_LINES = {1: "interaction", 2: "visibility", 3: "internal-interaction"}
#: The lines by how much a move across them says.
_TELLING = ("visibility", "interaction", "internal-interaction")


def changes(before: Blueprint, after: Blueprint) -> tuple[Change, ...]:
    """What changed from one blueprint to a later one; () when nothing did. The same two always give the same changes.

    First what came, went, moved or was renamed on the board, then marks, links and terms, then fields, then the plan and the
    registers. What hangs on a new or removed element is told with it.
    """
    operations = difference(before, after)
    there = {name: before.collection(name).keys() & after.collection(name).keys() for name in COLLECTIONS}
    new = [each.address for each in operations if isinstance(each, Insert) and each.address.id not in there[each.address.collection]]
    gone = [each.address for each in operations if isinstance(each, Remove) and each.address.id not in there[each.address.collection]]
    found = [*_came(after, new, "added"), *_came(before, gone, "removed")]
    moved = {each.address.element() for each in operations if isinstance(each, Put) and isinstance(each.value, Place)}
    for name in COLLECTIONS:
        for id, element in after.collection(name).items():
            if id not in there[name]:
                continue
            address, old = Address(name, id), before.collection(name)[id]
            found += _moved(before, after, address, old, element, address in moved)
            if old != element:
                found += _fields(before, after, address, old, element)
    found += _fields(before, after, Address("blueprint"), before, after)
    own = after.language or "en"
    at = _reading_order(before, after)
    ordered = sorted(found, key=lambda change: (_weight(change), at.get(change.address.element(), 0)))
    return tuple(change._replace(language=own) for change in ordered)


def _came(blueprint: Blueprint, addresses: list[Address], kind: str) -> Iterable[Change]:
    """What was put in or taken out, each with the number of things that came or went with it."""
    among = set(addresses)
    holders = {address: _holder(blueprint, address, among) for address in among}
    counts: dict[Address, Counter[str]] = {}
    for address in among:
        top = address
        while (up := holders[top]) is not None:
            top = up
        if top != address:
            counts.setdefault(top, Counter())[noun(address.collection)] += 1
    for address in dict.fromkeys(addresses):
        if holders[address] is not None:
            continue
        held = counts.get(address, Counter())
        facts: list[tuple[str, Any]] = [("what", noun(address.collection)), ("name", title_of(blueprint, address))]
        within = tuple((name, held[name]) for name in ("step", "card") if held[name])
        yield Change(kind, address, (*facts, ("with", within)) if within else tuple(facts))


def _holder(blueprint: Blueprint, address: Address, among: set[Address]) -> Address | None:
    """The element among these that this one hangs on, None for none."""
    element: Any = blueprint.element(address)
    if address.collection not in _HANGING:
        return None
    if isinstance(element, Step):
        up = [Address("phases", element.phase)]
    elif isinstance(element, Card):
        up = [Address("steps", element.step), Address("lanes", element.lane)]
    elif isinstance(element, Mark):
        up = [Address.parse(element.on)]
    else:
        ends = (element.source, element.target) if address.collection == "links" else (element.from_, element.to)
        up = [found for end in ends if end and (found := blueprint.resolve(end)) is not None]
    return next((each for each in up if each in among), None)


def _moved(before: Blueprint, after: Blueprint, address: Address, old: Any, new: Any, asked: bool) -> Iterable[Change]:
    name = ("name", title_of(after, address))
    if isinstance(new, (Card, Lane)):
        crossed = _crossed(_role(before, old), _role(after, new))
        with_its_lane = isinstance(new, Card) and old.lane == new.lane
        if crossed is not None and not with_its_lane:
            kind, line = crossed
            yield Change(kind, address, (("what", noun(address.collection)), name, ("line", line)))
            return
    if isinstance(new, Card) and (old.step, old.lane) != (new.step, new.lane):
        step, lane = ("step", title_of(after, Address("steps", new.step))), ("lane", title_of(after, Address("lanes", new.lane)))
        if old.step == new.step:
            yield Change("moved-lane", address, (name, lane))
        elif old.lane == new.lane:
            yield Change("moved-step", address, (name, step))
        else:
            yield Change("moved-step-lane", address, (name, step, lane))
    elif isinstance(new, Step) and old.phase != new.phase:
        yield Change("moved-phase", address, (name, ("phase", title_of(after, Address("phases", new.phase)))))
    elif isinstance(new, Mark) and old.on != new.on:
        yield Change("moved-on", address, (name, ("on", title_of(after, Address.parse(new.on)))))
    elif asked and address.collection in _BOARD:
        row = [each.id for each in after.collection(address.collection).values() if scope_of(each) == scope_of(new)]
        at = row.index(address.id)
        if at:
            yield Change("moved-after", address, (name, ("after", title_of(after, Address(address.collection, row[at - 1])))))
        else:
            yield Change("moved-first", address, (name,))


def _role(blueprint: Blueprint, element: Any) -> str:
    if isinstance(element, Lane):
        return element.role
    lane = blueprint.lanes.get(element.lane)
    return lane.role if lane is not None else str(element.lane)


def _crossed(old: str, new: str) -> tuple[str, str] | None:
    """The kind of the move and the line that it says most about, None when it crosses none."""
    if old not in _DEPTHS or new not in _DEPTHS or _DEPTHS[old] == _DEPTHS[new]:
        return None
    low, high = sorted((_DEPTHS[old], _DEPTHS[new]))
    lines = {_LINES[depth] for depth in range(low + 1, high + 1)}
    line = next(each for each in _TELLING if each in lines)
    return ("moved-above" if _DEPTHS[new] < _DEPTHS[old] else "moved-below"), line


def _fields(before: Blueprint, after: Blueprint, address: Address, old: Any, new: Any) -> Iterable[Change]:
    """The fields that say something else, those of an element in their own order."""
    name = ("name", title_of(after, address) if address.id else after.title or "")
    kind: type = type(new)
    for field in fields_of(kind):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was == now or (field.name == "role" and _crossed(was, now) is not None):
            continue  # that a lane crossed a line says it all
        there = address.of(field.name)
        if field.title:
            yield from _renamed(before, after, there, field, was, now)
        elif isinstance(was, (str, Translations)) and isinstance(now, (str, Translations)) and before.say(was) == after.say(now):
            yield Change("translated", there, (name, ("field", field.key), ("languages", _languages(was, now))))
        else:
            yield _field(before, after, there, field, was, now, name)
    if old.more != new.more:
        yield Change("field", address.of("more"), (name, ("field", "more"), ("was", _keys(old.more)), ("now", _keys(new.more))))
    if isinstance(new, Mark) and old.kind != new.kind:
        facts = (name, ("field", "kind"), ("was", title_of(before, address)), ("now", title_of(after, address)))
        yield Change("field", address.of("kind"), facts)


def _renamed(before: Blueprint, after: Blueprint, address: Address, field: Field, was: Any, now: Any) -> Iterable[Change]:
    what = ("what", noun(address.collection))
    old, new = before.say(was), after.say(now)
    if old == new:
        name = title_of(after, address.element()) if address.id else now
        yield Change("translated", address, (("name", name), ("field", field.key), ("languages", _languages(was, now))))
    elif not new.strip():
        name = title_of(after, address.element()) if address.id else was
        yield Change("field-cleared", address, (("name", name), ("field", field.key), ("was", was)))
    elif not address.id or not old.strip():
        yield Change("named", address, (what, ("name", now)))
    else:
        yield Change("renamed", address, (what, ("was", title_of(before, address.element())), ("name", title_of(after, address.element()))))


def _field(before: Blueprint, after: Blueprint, address: Address, field: Field, was: Any, now: Any, name: tuple[str, Any]) -> Change:
    facts = [name, ("field", field.key)]
    old, new = value_of(before, field, was), value_of(after, field, now)
    if old is None:
        return Change("field-set", address, (*facts, ("now", new)))
    if new is None:
        return Change("field-cleared", address, (*facts, ("was", old)))
    return Change("field", address, (*facts, ("now", new), ("was", old)))


def _languages(was: Any, now: Any) -> str:
    old, new = (dict(text.entries) if isinstance(text, Translations) else {} for text in (was, now))
    return ", ".join(sorted(tag for tag in old.keys() | new.keys() if old.get(tag) != new.get(tag)))


def _keys(more: Any) -> str:
    return ", ".join(key for key, _ in more)


def _weight(change: Change) -> tuple[int, int]:
    """How far down a change stands: the smaller, the more it says."""
    collection = change.address.collection
    kind = change.kind.partition("-")[0]
    order = {"added": 1, "removed": 2, "moved": 4, "renamed": 5, "named": 5}
    if collection == "blueprint":
        return (0 if change.kind == "named" else 90), 0
    if collection in _BOARD and kind in order:
        return (3 if change.fact("line") else order[kind]), _BOARD.index(collection)
    if kind in order and collection in ("marks", "links", "promises", "agreements"):
        return 10 + order[kind], ("marks", "links", "promises", "agreements").index(collection)
    if kind not in order and collection in (*_BOARD, "marks", "links", "promises", "agreements"):
        return (20 if change.address.field in _WEIGHTY else 30 if change.kind != "translated" else 31), 0
    base = 40 if collection in ("findings", "actions") else 60
    return base + order.get(kind, 6), list(COLLECTIONS).index(collection)


def _reading_order(before: Blueprint, after: Blueprint) -> dict[Address, int]:
    found: dict[Address, int] = {}
    for blueprint in (after, before):
        for name in COLLECTIONS:
            for id in blueprint.collection(name):
                found.setdefault(Address(name, id), len(found))
    return found
