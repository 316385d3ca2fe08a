"""What makes one blueprint of another."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

from footlights.model import CARD_ROLES, COLLECTIONS, PLACES, Address, Agreement, Blueprint, Collection, Link, arranged, fields_of

from .hanging import hanging_on, pointing_at
from .operation import Insert, Operation, Place, Put, Remove, apply_all, scope_of

__all__ = ["difference"]

#: What points at others or hangs on them goes before those.
_GOING = (
    "views", "bindings", "expect", "actions", "findings", "agreements", "links", "promises", "marks", "cards", "steps", "phases", "lanes",
    "sources", "channels", "systems", "actors", "personas",
)  # fmt: skip


def difference(before: Blueprint, after: Blueprint) -> tuple[Operation, ...]:
    """The operations that make `after` of `before`: fields put, elements moved, put in and taken out; () when they are equal.

    Elements are the same where their ids are. After every one of the operations the blueprint holds together, so a file
    can follow. Fields that this version does not know (`more`) are left as they are, but for those of new elements.
    """
    after = arranged(after)
    first = _replacing(before, after)
    now = apply_all(before, first)
    shared = {name: [id for id in after.collection(name) if id in now.collection(name)] for name in COLLECTIONS}
    moved = _Moving(now, after)
    let_go = _spans_let_go(now, after, moved.steps)
    operations: list[Operation] = [*first, *_put_fields(Address("blueprint"), now, after)]
    operations += _roles(now, after, shared["lanes"], holding=True)
    for name in COLLECTIONS:
        if name == "steps":
            operations += [Put(Address("cards", id, "until"), None) for id in let_go]
        operations += moved.operations[name]
    for name in COLLECTIONS:
        for id in shared[name]:
            old, new = now.collection(name)[id], after.collection(name)[id]
            if name == "cards" and id in let_go:
                old = old._replace(until=None)
            if old is not new:
                operations += _put_fields(Address(name, id), old, new, *(("role",) if name == "lanes" else ()))
    operations += moved.later
    operations += _roles(now, after, shared["lanes"], holding=False)
    for name in _GOING:
        operations += [Remove(Address(name, id)) for id in reversed(list(now.collection(name))) if id not in after.collection(name)]
    return tuple(operations)


def _replacing(before: Blueprint, after: Blueprint) -> tuple[Operation, ...]:
    """What takes out first the elements that can't become what they should be, or whose id another kind of element gets."""
    out: dict[Address, None] = {}
    for name in COLLECTIONS:
        for id, old in before.collection(name).items():
            new = after.collection(name).get(id)
            taken = name in PLACES and new is None and any(id in after.collection(other) for other in PLACES)
            if taken or (new is not None and _another(old, new)):
                address = Address(name, id)
                out |= dict.fromkeys((address, *hanging_on(before, address)))
    if not out:
        return ()
    operations: list[Operation] = list(pointing_at(before, out.keys()))
    for name in _GOING:
        operations += [Remove(Address(name, id)) for id in reversed(list(before.collection(name))) if Address(name, id) in out]
    return tuple(operations)


def _another(old: Any, new: Any) -> bool:
    """Whether putting fields can't make one of the other."""
    if isinstance(old, Link) and (old.source, old.target) != (new.source, new.target):
        return True
    if isinstance(old, Agreement) and old.kind != new.kind:
        return True
    kind: type = type(old)
    return any(field.required and getattr(new, field.name) is None and getattr(old, field.name) is not None for field in fields_of(kind))


class _Moving:
    """What puts in and moves elements, collection by collection; and what can be pointed at only afterwards."""

    def __init__(self, now: Blueprint, after: Blueprint) -> None:
        self.later: list[Operation] = []
        self.steps: set[str] = set()
        self.operations: dict[str, list[Operation]] = {}
        self._after = after
        self._there = {name: set(now.collection(name)) for name in COLLECTIONS}
        for name in COLLECTIONS:
            self.operations[name] = list(self._of(name, now.collection(name), after.collection(name)))

    def _of(self, name: str, old: Collection[Any], new: Collection[Any]) -> Iterable[Operation]:
        rows: dict[tuple[str, ...], list[str]] = {}
        for id, element in new.items():
            rows.setdefault(scope_of(element), []).append(id)
        at = {id: number for number, id in enumerate(old)}
        for scope, row in rows.items():
            here = [id for id in row if id in old and scope_of(old[id]) == scope]
            stays = set(here) if name == "links" else _rising(here, at)
            before: str | None = None
            for id in row:
                if id not in old:
                    yield Insert(Address(name, id), self._possible(name, new[id]), before)
                    self._there[name].add(id)
                elif id not in stays:
                    parent, lane, *_ = (*scope, "", "")
                    yield Put(Address(name, id, "place"), Place(parent, lane, before))
                    if name in ("phases", "steps"):
                        self.steps |= {step.id for step in self._after.steps.values() if id in (step.id, step.phase)}
                before = id

    def _possible(self, name: str, element: Any) -> Any:
        """The element without its pointers at what is put in after it; they are put later."""
        for field in fields_of(COLLECTIONS[name]):
            if "*" not in field.collections:
                continue
            value = getattr(element, field.name)
            known = tuple(each for each in value if self._known(each))
            if known != value:
                self.later.append(Put(Address(name, element.id, field.name), value))
                element = element._replace(**{field.name: known})
        return element

    def _known(self, pointer: str) -> bool:
        collection, slash, id = pointer.partition("/")
        return id in self._there.get(collection, ()) if slash else any(pointer in self._there[name] for name in PLACES)


def _rising(row: list[str], at: dict[str, int]) -> set[str]:
    """As many of a row as possible that stand in its order already."""
    ends: list[int] = []
    last: list[str] = []
    before: dict[str, str | None] = {}
    for id in row:
        place = bisect_left(ends, at[id])
        before[id] = last[place - 1] if place else None
        ends[place : place + 1], last[place : place + 1] = [at[id]], [id]
    found: set[str] = set()
    here = last[-1] if last else None
    while here is not None:
        found.add(here)
        here = before[here]
    return found


def _put_fields(address: Address, old: Any, new: Any, *but: str) -> list[Operation]:
    found: list[Operation] = []
    kind: type = type(old)
    for field in fields_of(kind):
        value = getattr(new, field.name)
        if field.name not in but and getattr(old, field.name) != value:
            found.append(Put(address.of(field.name), None if value == () else value))
    return found


def _roles(now: Blueprint, after: Blueprint, lanes: list[str], *, holding: bool) -> list[Operation]:
    """Other roles: those that hold cards before cards come, those that don't after cards have left."""
    changed = [id for id in lanes if now.lanes[id].role != after.lanes[id].role]
    return [
        Put(Address("lanes", id, "role"), after.lanes[id].role) for id in changed if (after.lanes[id].role in CARD_ROLES) == holding
    ]  # fmt: skip


def _spans_let_go(now: Blueprint, after: Blueprint, moved: set[str]) -> dict[str, None]:
    """The cards that would reach backward for a moment while their step, or the last one they span, moves."""
    at = {id: number for number, id in enumerate(after.steps)}
    found: dict[str, None] = {}
    for card in now.cards.values():
        new = after.cards.get(card.id)
        if card.until is None or new is None:
            continue
        backward = card.until in at and new.until != card.until and at[card.until] < at[new.step]
        if backward or card.until in moved or card.step in moved:
            found[card.id] = None
    return found
