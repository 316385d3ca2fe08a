"""What a wish points at: the element it names, the place it asks for, the id of something new."""

from collections.abc import Container, Iterable

from footlights.model import (
    CARD_ROLES,
    COLLECTIONS,
    MARK_KINDS,
    PLACES,
    ROLES,
    Address,
    Blueprint,
    FootlightsError,
    Step,
    Text,
    fields_of,
    near,
    say,
    slug,
    unique,
)

__all__ = ["KIND_WORDS", "RESERVED_IDS", "behind", "card_lane", "fresh", "pointed", "pointed_at"]

#: One element of each collection, in a word.
KIND_WORDS = {name: kind.__name__.lower() for name, kind in COLLECTIONS.items()}
#: Words at a step that a lane can't be called: they mean something else there.
_AT_STEP = {"id", "to", "steps", "place", *MARK_KINDS} | {word for field in fields_of(Step) for word in (field.name, field.key)}
#: Words that no id of a collection may be: they mean something else where it stands in a file.
RESERVED_IDS: dict[str, Container[str]] = {"lanes": _AT_STEP | set(ROLES), "personas": ("level", "basis", "source")}
#: An id may have 80 characters; this leaves room for a number behind it.
_LONGEST = 76


def pointed(blueprint: Blueprint, pointer: Address | str, *collections: str) -> Address:
    """The address of an element that is there; a bare id does for phases, steps and cards (or the one collection asked for).

    Raises FootlightsError naming what is near when there is no such element, or when it is of another collection.
    """
    text = str(pointer)
    if isinstance(pointer, str) and "/" not in pointer:
        names = collections or PLACES
        found = next((Address(name, text) for name in names if text in blueprint.collection(name)), None)
        if found is not None:
            return found
        raise _missing(text, [id for name in names for id in blueprint.collection(name)], names)
    address = (Address.parse(pointer) if isinstance(pointer, str) else pointer).element()
    if address.collection not in COLLECTIONS:
        raise FootlightsError(f"there is no collection {address.collection!r}", f"collections: {', '.join(COLLECTIONS)}")
    if collections and address.collection not in collections:
        wanted = " or ".join(KIND_WORDS[name] for name in collections)
        raise FootlightsError(f"{address} is no {wanted}", f"give the id of a {wanted}")
    if blueprint.element(address) is None:
        raise _missing(address.id, blueprint.collection(address.collection), (address.collection,))
    return address


def pointed_at(blueprint: Blueprint, pointers: Iterable[str], collections: tuple[str, ...]) -> None:
    """Raise FootlightsError when a reference of a field points at nothing; `*` in `collections` allows any element."""
    for pointer in pointers:
        if "*" in collections:
            if blueprint.resolve(pointer) is None:
                pointed(blueprint, pointer)
        elif collections == ("lanes",) and pointer in ROLES:
            continue  # the row of a role is there without being declared
        elif not any(pointer in blueprint.collection(name) for name in collections):
            raise _missing(pointer, [id for name in collections for id in blueprint.collection(name)], collections)


def _missing(wanted: str, there_is: Iterable[str], collections: tuple[str, ...]) -> FootlightsError:
    names = list(there_is)
    kind = " or ".join(KIND_WORDS[name] for name in collections)
    close = near(wanted, names) or tuple(names[:8])
    hint = f"there is: {', '.join(close)}" if close else f"there is no {kind} yet"
    return FootlightsError(f"there is no {kind} {wanted!r}", hint)


def behind(row: Iterable[str], before: str | None, after: str | None) -> str | None:
    """The sibling to stand behind (None: first), from the one wished to stand `before` or `after`; neither: last of the row.

    Raises FootlightsError when both are given, or when the one given is not in the row.
    """
    names = list(row)
    wanted = after if before is None else before
    if wanted is None:
        return names[-1] if names else None
    if before is not None and after is not None:
        raise FootlightsError("a place is before one thing or after another, not both", "give only one of them")
    if wanted not in names:
        there_is = f"there is: {', '.join(names[:8])}" if names else "there is nothing there yet"
        raise FootlightsError(f"{wanted!r} doesn't stand there", there_is)
    at = names.index(wanted)
    if before is None:
        return wanted
    return names[at - 1] if at else None


def fresh(blueprint: Blueprint, collection: str, wanted: Text | str | None, otherwise: str = "") -> str:
    """A free id for something new in a collection: made from its text, or from `otherwise` when that gives none."""
    names = PLACES if collection in PLACES else (collection,)
    taken = {id for name in names for id in blueprint.collection(name)}
    reserved = RESERVED_IDS.get(collection, ())
    stem = slug(say(wanted, blueprint.language or "en")) or otherwise[:_LONGEST].rstrip("-._")
    if stem in reserved:
        taken.add(stem)
    return unique(stem, taken, KIND_WORDS[collection])


def card_lane(blueprint: Blueprint, lane: str) -> str:
    """The id of a row that holds cards; raises FootlightsError naming those there are."""
    declared = blueprint.lanes.get(lane)
    if (declared is not None and declared.role in CARD_ROLES) or (declared is None and lane in CARD_ROLES):
        return lane
    rows = [row.id for row in blueprint.lanes.values() if row.role in CARD_ROLES]
    rows += [role for role in CARD_ROLES if role not in rows and role not in blueprint.lanes]
    why = f"the {declared.role} row is drawn from the steps and holds no cards" if declared else f"there is no lane {lane!r}"
    raise FootlightsError(why, f"lanes for cards: {', '.join(rows)}")
