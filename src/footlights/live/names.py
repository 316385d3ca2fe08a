"""Readable ids for elements that were made in an editor."""

from collections.abc import Set
from typing import Any

from footlights.edits import KIND_WORDS, RESERVED_IDS
from footlights.model import COLLECTIONS, Blueprint, fields_of, slug, unique

from .assembly import Materialised
from .keys import NEW, is_id, namespace, readable, stem
from .projection import blueprint_of
from .shared import Shared

__all__ = ["give_names"]


def give_names(shared: Shared, busy: Set[str] = frozenset(), known: Materialised | None = None) -> bytes:
    """Give every element that has a text but no id yet the id that a file would give it; returns the update.

    `busy` are the keys of elements that somebody is typing in: they wait. Links and promises are named after their ends,
    and marks without a text after what they are on, once those have names. `known` is what the document says, for who knows it.
    """
    known = known or blueprint_of(shared)
    blueprint = known.blueprint
    taken: dict[str, set[str]] = {}
    for name in COLLECTIONS:
        taken.setdefault(namespace(name), set()).update(blueprint.collection(name))
    named: dict[tuple[str, str], str] = {}
    for name in COLLECTIONS:
        names = known.keys.names[name]
        for id, element in blueprint.collection(name).items():
            key = names.keys[id]
            if not key.startswith(NEW) or key in busy or not id.startswith(readable(name, key, None)) or _has_id(shared, name, key):
                continue
            wanted = _wanted(blueprint, name, element, named)
            if not wanted:
                continue
            if wanted in RESERVED_IDS.get(name, ()) or not is_id(name, wanted, key):
                wanted = f"{wanted}-2" if is_id(name, f"{wanted}-2", key) else KIND_WORDS[name]
            ours = taken[namespace(name)]
            found = unique(stem(name, wanted), ours)
            ours.add(found)
            named[name, id] = found
    if not named:
        return b""

    def write(there: Shared) -> None:
        for (name, id), found in named.items():
            element = there.map(name, known.keys.names[name].keys[id])
            assert element is not None
            element["id"] = found

    return shared.change(write)


def _has_id(shared: Shared, collection: str, key: str) -> bool:
    return is_id(collection, (shared.read_element(collection, key) or {}).get("id"), key)


def _wanted(blueprint: Blueprint, collection: str, element: Any, named: dict[tuple[str, str], str]) -> str:
    """What a file would call an element; "" when that can't be told yet."""
    kind: type = COLLECTIONS[collection]
    titles = [field.name for field in fields_of(kind) if field.title]
    if collection == "steps":
        titles.append("title")
    if collection == "bindings":
        titles.append("event")
    made = next((made for title in titles if (made := slug(blueprint.say(getattr(element, title))))), "")
    if made:
        return made
    if collection == "links":
        return _between(blueprint, element.source, element.target, named)
    if collection == "promises":
        return _between(blueprint, element.from_, element.to, named)
    if collection == "marks":
        within, _, id = element.on.partition("/")
        found = _name(within, id, named)
        return f"{element.kind}-{found}" if found else ""
    return ""


def _between(blueprint: Blueprint, source: str, target: str, named: dict[tuple[str, str], str]) -> str:
    ends = [_name("steps" if end in blueprint.steps else "cards", end, named) for end in (source, target)]
    return "--".join(ends) if all(ends) else ""


def _name(collection: str, id: str, named: dict[tuple[str, str], str]) -> str:
    return named.get((collection, id), id)
