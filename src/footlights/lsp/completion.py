"""What may stand at a place of the text: keys of the element, ids it can point at, words to choose from."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from footlights.facts import title_of
from footlights.model import (
    CARD_ROLES,
    COLLECTIONS,
    MARK_KINDS,
    PLACES,
    Address,
    Blueprint,
    Card,
    Field,
    Link,
    Mark,
    Time,
    Translations,
    fields_of,
)

from .desk import Desk

__all__ = ["Suggestion", "suggestions"]

_KEY = re.compile(r"^(?P<indent>\s*(?:-\s+)*)(?P<key>[A-Za-z][\w-]*):(?P<rest>.*)$")
_WORD = re.compile(r"[\w.-]*$")
_HALF_KEY = re.compile(r"^(?P<indent>\s*(?:-\s+)*)(?P<half>[\w-]*)$")
#: What stands under a key of the file: lanes of a step, marks of a card, and where links are drawn.
_UNDER: dict[str, type] = {
    **{name: kind for name, kind in COLLECTIONS.items() if name not in ("links", "marks", "cards", "lanes")},
    **dict.fromkeys(CARD_ROLES, Card),
    **dict.fromkeys(MARK_KINDS, Mark),
    "to": Link, "time": Time, "lanes": COLLECTIONS["lanes"],
}  # fmt: skip


class Suggestion(NamedTuple):
    """A word that may stand here: what it is (`key`, `choice` or `element`), what is said of it, and what is put in."""

    word: str
    sort: str
    about: str
    insert: str


def suggestions(desk: Desk, offset: int) -> tuple[Suggestion, ...]:
    """What may be typed at an offset, the half-typed word ignored; () where anything may stand, as in a text."""
    ruler = desk.ruler
    at = ruler.position(offset)
    before = desk.text[ruler.starts[at.line] : offset]
    stripped = before.rstrip(" ")
    found = _KEY.match(_WORD.sub("", before)) or (_KEY.match(before) if ":" in before else None)
    if found is not None:
        return tuple(_values(desk, found["key"], at.line, found["rest"]))
    if _HALF_KEY.match(before) and not stripped.endswith(":"):
        listed = _listed(desk, at.line, before)
        return tuple(listed) if listed else tuple(_keys(desk, at.line, before))
    return ()


def _values(desk: Desk, key: str, line: int, rest: str) -> Iterator[Suggestion]:
    """The values of a key; inside `{…}` those of the innermost key."""
    inner = re.findall(r"[{,]\s*([A-Za-z][\w-]*):\s*[^,{}]*$", rest)
    if inner:
        kind = _UNDER.get(key) or _kind_around(desk, line)
        yield from _of_field(desk, kind, inner[-1])
        return
    if rest.count("{") > rest.count("}"):
        kind = _UNDER.get(key)
        yield from (_key_of(field) for field in fields_of(kind)) if kind is not None else ()
        return
    if key == "to" and _kind_around(desk, line) is Card:
        yield from _elements(desk, ("cards", "steps"))
        return
    yield from _of_field(desk, _kind_around(desk, line), key)


def _of_field(desk: Desk, kind: type | None, key: str) -> Iterator[Suggestion]:
    kinds: Iterable[type] = (kind,) if kind is not None else (Blueprint,)
    field = next((field for each in kinds for field in fields_of(each) if field.key == key), None)
    if field is None and kind is Link and key in ("card", "step"):
        yield from _elements(desk, (f"{key}s",))
    if field is None:
        return
    if field.choices:
        yield from (Suggestion(word, "choice", field.about, word) for word in field.choices)
    elif field.shape in ("ref", "refs"):
        yield from _elements(desk, PLACES if "*" in field.collections else field.collections)
    elif field.key == "owner" and kind is Blueprint:
        yield from _elements(desk, ("actors",))


def _elements(desk: Desk, collections: Iterable[str]) -> Iterator[Suggestion]:
    blueprint = desk.blueprint
    if blueprint is None:
        return
    for name in collections:
        for id in blueprint.collection(name):
            called = title_of(blueprint, Address(name, id))
            said = blueprint.say(called) if isinstance(called, (str, Translations)) else ""
            yield Suggestion(id, "element", said, id)


def _keys(desk: Desk, line: int, before: str) -> Iterator[Suggestion]:
    indent = len(before) - len(before.lstrip(" -"))
    kind: type | None = Blueprint if indent == 0 else _kind_around(desk, line)
    if kind is None:
        return
    yield from (_key_of(field) for field in fields_of(kind) if field.shape != "place")
    more = _MORE.get(kind, ())
    yield from (Suggestion(word, "key", "", f"{word}:") for word in more)


def _key_of(field: Field) -> Suggestion:
    return Suggestion(field.key, "key", field.about, f"{field.key}: ")


#: Keys beside the fields: collections at the top, lanes and marks at a step, marks and links at a card.
_MORE: dict[type, tuple[str, ...]] = {
    Blueprint: tuple(name for name in COLLECTIONS if name not in ("steps", "cards", "marks", "links")),
    COLLECTIONS["phases"]: ("steps",),
    COLLECTIONS["steps"]: tuple(dict.fromkeys((*CARD_ROLES, *MARK_KINDS, "to"))),
    Card: (*MARK_KINDS, "to"),
}


def _listed(desk: Desk, line: int, before: str) -> tuple[Suggestion, ...]:
    """What may stand as an item of a list of references: `by:` and below it `- first-line`."""
    if not before.lstrip().startswith("-"):
        return ()
    indent = len(before) - len(before.lstrip(" "))
    for number in range(line - 1, -1, -1):
        above = desk.ruler.line(number)
        if not above.strip() or above.lstrip().startswith(("#", "-")):
            continue
        key = _KEY.match(above)
        if key is None or len(above) - len(above.lstrip(" -")) > indent:
            return ()
        return tuple(_of_field(desk, _kind_around(desk, number), key["key"])) if not key["rest"].strip() else ()
    return ()


def _kind_around(desk: Desk, line: int) -> type | None:
    """The kind of element that a line belongs to, by the keys above it that hold it; None where no key of ours does.

    A key holds what is indented more, and a list whose dashes stand under it.
    """
    dash, content = _columns(desk.ruler.line(line))
    if content == 0:
        return Blueprint
    limit = dash + 1 if dash < content else content
    for number in range(line - 1, -1, -1):
        above = desk.ruler.line(number)
        key = _KEY.match(above)
        if key is None or above.lstrip().startswith("#"):
            continue
        dash, content = _columns(above)
        if content < limit:
            if key["key"] in _UNDER and not key["rest"].strip():
                return _UNDER[key["key"]]
            limit = dash + 1 if dash < content else content
        elif content == limit and dash < content:  # the first line of the item that this key stands in
            limit = dash + 1
    return None


def _columns(line: str) -> tuple[int, int]:
    """The column of a line's first sign, and of what follows its dashes."""
    return len(line) - len(line.lstrip(" ")), len(line) - len(line.lstrip(" -"))
