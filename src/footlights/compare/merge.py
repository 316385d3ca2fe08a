"""Two edited copies of a blueprint brought together: what both say, and where they disagree."""

from dataclasses import replace
from typing import Any, NamedTuple

from footlights.edits import scope_of
from footlights.model import (
    CARD_ROLES,
    COLLECTIONS,
    PLACES,
    Address,
    Blueprint,
    Card,
    Collection,
    Field,
    Mark,
    Step,
    Translations,
    arranged,
    fields_of,
)  # fmt: skip

from .apart import both_added, renamed
from .conflict import Conflict
from .needed import needs
from .sides import Sides
from .weave import Woven, merged_order, spelt_more, woven, woven_more

__all__ = ["Merged", "merge"]

#: What stands in an element and is no field of its own: where it stands, and what it is.
_STANDING = {"steps": ("phase",), "cards": ("step", "lane"), "marks": ("on", "kind"), "agreements": ("kind",)}


class Merged(NamedTuple):
    """What both copies say together. Where they disagree it says what this copy says; `conflicts` say what the other one does."""

    blueprint: Blueprint
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Blueprint, ours: Blueprint, theirs: Blueprint) -> Merged:
    """What two copies that began from `base` say together; no text of either gets lost.

    What one side changed is taken. Fields that both changed are put together (see `weave.woven`), and where that can't be ours
    stays and theirs is told. An element that one removed and the other changed stays, with what it needs, and that is told. Two
    things that got one id are both there. The result is a valid blueprint when the three are.
    """
    base, ours, theirs = arranged(base), arranged(ours), arranged(theirs)
    if theirs in (ours, base):
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    other, were = renamed(theirs, both_added(base, ours, theirs), base, ours)
    while True:
        merging = _Merging(Sides(base, ours, other), were)
        merged = merging.merged()
        twice = _twice(merged.blueprint, other)
        if not twice:
            return merged
        other, more = renamed(other, twice, base, ours)
        were = were | {address: were.get(Address(address.collection, old), old) for address, old in more.items()}


def _twice(blueprint: Blueprint, theirs: Blueprint) -> tuple[Address, ...]:
    """Elements of theirs whose id another place has, too: phases, steps and cards share their ids."""
    ids = {name: blueprint.collection(name).keys() & theirs.collection(name).keys() for name in PLACES}
    elsewhere = {name: {id for other in PLACES if other != name for id in blueprint.collection(other)} for name in PLACES}
    return tuple(Address(name, id) for name in PLACES for id in theirs.collection(name) if id in ids[name] & elsewhere[name])


class _Merging:
    """One pass over everything that is in one of the three."""

    def __init__(self, sides: Sides, were: dict[Address, str]) -> None:
        self.sides = sides
        self.own = sides.ours.language or sides.theirs.language or "en"
        self.conflicts: list[Conflict] = []
        self.were = were
        self.elements: dict[str, dict[str, Any]] = {}

    def merged(self) -> Merged:
        """What both say, in order and holding together."""
        for name in COLLECTIONS:
            self.elements[name] = self._collection(name)
        self._bring_back()
        self._hold_cards()
        blueprint = self._ordered(self._head())
        blueprint = self._spans(blueprint)
        for address, was in self.were.items():
            self._tell("both-added", address, ours=was)
        return Merged(blueprint, tuple(self.conflicts))

    def _collection(self, name: str) -> dict[str, Any]:
        base, ours, theirs = (each.collection(name) for each in self.sides)
        found = {}
        for id in dict.fromkeys([*ours, *theirs, *base]):
            was, mine, other = base.get(id), ours.get(id), theirs.get(id)
            if other in (mine, was):
                value = mine
            elif mine == was:
                value = other
            elif mine is None or other is None:
                value = self._removed(Address(name, id), mine, other)
            else:
                value = self._both(Address(name, id), was, mine, other)
            if value is not None:
                found[id] = value
        return found

    def _removed(self, address: Address, mine: Any, other: Any) -> Any:
        """What one removed and the other changed stays; letting go of what was removed there is no change."""
        if mine is None:
            if other == self.sides.let_go_theirs.element(address):
                return None
            self._tell("removed-ours", address)
            return other
        if mine == self.sides.let_go_ours.element(address):
            return None
        self._tell("removed-theirs", address)
        return mine

    def _both(self, address: Address, was: Any, mine: Any, other: Any) -> Any:
        """Field by field."""
        kind: type = type(mine)
        changes = {}
        for name in _STANDING.get(address.collection, ()):
            before = getattr(was, name) if was is not None else None
            changes[name], parted = _scalar(before, getattr(mine, name), getattr(other, name))
            if parted:
                self._tell("place", address, theirs=self._place(address, other, name))
        if isinstance(mine, Mark) and changes["kind"] == "policy" and changes["on"].startswith("steps/"):
            changes |= {"kind": mine.kind, "on": mine.on}  # at a step policy is a row: both moves don't go together
            self._tell("place", address, theirs=self._place(address, other, "on"))
        for field in fields_of(kind):
            empty = kind._field_defaults.get(field.name)  # type: ignore[attr-defined]
            values = (empty if was is None else getattr(was, field.name), getattr(mine, field.name), getattr(other, field.name))
            changes[field.name] = self._field(address, field, *values)
        changes["more"] = self._more(address, was.more if was is not None else (), mine.more, other.more)
        return mine._replace(**changes)

    def _field(self, address: Address, field: Field, was: Any, mine: Any, other: Any) -> Any:
        value, disagreed = woven(field, was, mine, other, self.own)
        if disagreed:
            empty = (None, ())
            kind = "cleared-theirs" if other in empty else "cleared-ours" if mine in empty else "text"
            if kind == "text":
                mine, other = _where_they_differ(mine, other, value, self.own)
            self._tell(kind, address.of(field.name), field, mine, other)
        return value

    def _more(self, address: Address, was: Any, mine: Any, other: Any) -> Any:
        value, disagreed = woven_more(was, mine, other)
        if disagreed:
            self._tell("unknown", address, theirs=spelt_more(other, value))
        return value

    def _head(self) -> Blueprint:
        base, ours, theirs = self.sides
        address = Address("blueprint")
        values = {field.name: self._field(address, field, *(getattr(each, field.name) for each in self.sides))
                  for field in fields_of(Blueprint)}  # fmt: skip
        return replace(ours, **values, more=self._more(address, base.more, ours.more, theirs.more))

    def _bring_back(self) -> None:
        """What is needed and was removed on one side stays, and so does what that needs."""
        todo = [Address(name, id) for name in COLLECTIONS for id in self.elements[name]]
        while todo:
            address = todo.pop()
            element = self.elements[address.collection][address.id]
            for wanted in needs(element, self.elements, self.sides):
                found = self.sides.ours.element(wanted) or self.sides.theirs.element(wanted)
                if found is None:
                    continue
                self.elements[wanted.collection][wanted.id] = found
                self._tell("needed", wanted)
                todo.append(wanted)

    def _hold_cards(self) -> None:
        """A row in which cards stand has a role that holds cards."""
        used = {card.lane for card in self.elements["cards"].values()}
        for id, lane in self.elements["lanes"].items():
            if id in used and lane.role not in CARD_ROLES:
                there = (self.sides.ours.lanes.get(id), self.sides.theirs.lanes.get(id))
                held = next((each.role for each in there if each is not None and each.role in CARD_ROLES), lane.role)
                self.elements["lanes"][id] = lane._replace(role=held)
                self._tell("role", Address("lanes", id, "role"), theirs=lane.role)

    def _ordered(self, blueprint: Blueprint) -> Blueprint:
        collections = {}
        for name in COLLECTIONS:
            there = self.elements[name]
            rows: dict[tuple[str, ...], list[str]] = {}
            for id, element in there.items():
                rows.setdefault(scope_of(element), []).append(id)
            collections[name] = Collection(there[id] for scope, row in rows.items() for id in self._row(name, scope, row))
        return arranged(replace(blueprint, **collections))  # type: ignore[arg-type]

    def _row(self, name: str, scope: tuple[str, ...], row: list[str]) -> list[str]:
        base, ours, theirs = ([id for id, element in each.collection(name).items() if scope_of(element) == scope] for each in self.sides)
        found = merged_order(base, ours, theirs, row)
        return found + [id for id in row if id not in set(found)] if len(found) < len(row) else found

    def _spans(self, blueprint: Blueprint) -> Blueprint:
        """No card spans back to a step that comes before its own by now."""
        at = {id: number for number, id in enumerate(blueprint.steps)}
        cards = blueprint.cards
        for card in cards.values():
            if card.until is not None and at[card.until] < at[card.step]:
                cards = cards.replaced(card._replace(until=None))
                self._tell("span", Address("cards", card.id, "until"), theirs=self.sides.title(Address("steps", card.until)))
        return replace(blueprint, cards=cards)

    def _place(self, address: Address, other: Any, name: str) -> Any:
        """What people call the place where the other copy has an element."""
        if isinstance(other, Step):
            return self.sides.title(Address("phases", other.phase))
        if isinstance(other, Card):
            return self.sides.title(Address("steps", other.step) if name == "step" else Address("lanes", other.lane))
        if isinstance(other, Mark) and name == "on":
            return self.sides.title(Address.parse(other.on))
        return str(getattr(other, name))

    def _tell(self, kind: str, address: Address, field: Field | None = None, ours: Any = None, theirs: Any = None) -> None:
        mine, other = (self.sides.value(field, value) if field is not None else value for value in (ours, theirs))
        name = self.sides.title(address.element()) if address.id else self.sides.ours.title or ""
        self.conflicts.append(Conflict(kind, address, name, field.key if field is not None else "", mine, other, self.own))


def _where_they_differ(mine: Any, other: Any, value: Any, own: str) -> tuple[Any, Any]:
    """Two texts without the languages in which what stays says all that the other says; a text in the own language alone is plain."""
    if not (isinstance(mine, Translations) and isinstance(other, Translations) and isinstance(value, Translations)):
        return mine, other
    tags = [tag for tag, text in other.entries if value.get(tag) != text]
    if not tags:
        return mine, other
    if tags == [own]:
        return mine.get(own), other.get(own)
    found = (Translations(tuple(entry for entry in each.entries if entry[0] in tags)) for each in (mine, other))
    return next(found), next(found)


def _scalar(was: Any, mine: Any, other: Any) -> Woven:
    if other in (mine, was):
        return Woven(mine)
    return Woven(other) if mine == was else Woven(mine, True)
