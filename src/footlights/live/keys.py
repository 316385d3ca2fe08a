"""The permanent keys that elements live under, and the ids people read instead of them."""

import re
import secrets
from typing import NamedTuple

from footlights.edits import KIND_WORDS, RESERVED_IDS
from footlights.model import ID_PATTERN, PLACES, ROLES

__all__ = ["NEW", "Keys", "Names", "is_id", "new_key", "readable"]

#: What the key of an element begins with that was made in an editor. No id begins with it.
NEW = "~"
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
#: Ids that are made of other ids are longer than ids that are made of titles.
_LONG_ID = re.compile(r"[^\W_](?:[\w.\-]{0,248}[\w])?")
_MADE_OF_IDS = ("links", "marks", "promises")
#: Room for a number behind an id that another element has as well.
_STEM = {True: 240, False: 74}


def new_key() -> str:
    """A key that nobody has: `~` and twelve letters or digits by chance."""
    return NEW + "".join(secrets.choice(_LETTERS) for _ in range(12))


class Names(NamedTuple):
    """The keys and ids of one collection, both ways."""

    keys: dict[str, str]
    ids: dict[str, str]


class Keys(NamedTuple):
    """Which key every element of a blueprint lives under; elements that are not in the blueprint have no id here."""

    names: dict[str, Names]

    def key(self, collection: str, id: str) -> str | None:
        """The key of an element with this id, None when there is none."""
        found = self.names.get(collection)
        return found.keys.get(id) if found is not None else None

    def id(self, collection: str, key: str) -> str | None:
        """The id of the element under this key, None when it is not in the blueprint."""
        found = self.names.get(collection)
        return found.ids.get(key) if found is not None else None


def namespace(collection: str) -> str:
    """What collections share whose ids must differ from each other: phases, steps and cards are one."""
    return PLACES[0] if collection in PLACES else collection


def is_id(collection: str, text: object, key: str = "") -> bool:
    """Whether a value can be the id of an element; a role's own row has no other id than the role."""
    if not isinstance(text, str):
        return False
    if collection == "lanes" and text in ROLES:
        return key == text
    if text in RESERVED_IDS.get(collection, ()):
        return False
    pattern = _LONG_ID if collection in _MADE_OF_IDS else ID_PATTERN
    return pattern.fullmatch(text) is not None


def readable(collection: str, key: str, wish: object) -> str:
    """The id of an element: the one it was given, else its key, else a word for what it is and its key."""
    if collection == "lanes" and key in ROLES:
        return key
    if is_id(collection, wish, key):
        return str(wish)
    if is_id(collection, key, key):
        return key
    rest = re.sub(r"[\W_]+", "-", key.removeprefix(NEW)).strip("-")[:60]
    word = KIND_WORDS[collection]
    return f"{word}-{rest}" if rest else word


def stem(collection: str, id: str) -> str:
    """An id with room for a number behind it."""
    return id[: _STEM[collection in _MADE_OF_IDS]].rstrip("-._")
