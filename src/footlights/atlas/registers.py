"""The registers of an atlas: every actor, department, system, channel and persona once, with where each is used."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from footlights.model import Card, Text, Translations, slug

from .leaf import Leaf

__all__ = ["REGISTERS", "Registered", "Use", "registers"]

#: What is registered, in the order of the pages.
REGISTERS = ("systems", "actors", "departments", "channels", "personas")
_FIELDS = {"systems": "uses", "actors": "by", "channels": "via"}


class Use(NamedTuple):
    """Where one blueprint uses it: how many cards, at which steps, behind which moments of truth, and which moments below level."""

    leaf: str
    id: str
    cards: int
    steps: tuple[str, ...]
    moments: tuple[str, ...]
    below: tuple[str, ...]


class Registered(NamedTuple):
    """One entry of a register, whatever several blueprints call it: its name, and where it is used."""

    collection: str
    key: str
    name: Text
    uses: tuple[Use, ...]

    @property
    def blueprints(self) -> int:
        """In how many blueprints it is used."""
        return len(self.uses)

    @property
    def moments(self) -> int:
        """Under how many moments of truth it stands, over all."""
        return sum(len(use.moments) for use in self.uses)

    @property
    def below(self) -> int:
        """Behind how many moments that stay below their level it stands, over all."""
        return sum(len(use.below) for use in self.uses)


def registers(leaves: Iterable[Leaf]) -> dict[str, tuple[Registered, ...]]:
    """The registers over some blueprints; what stands under most moments of truth comes first.

    Two blueprints speak of the same thing when they give it the same id, or the same name in any language.
    """
    leaves = tuple(leaves)
    return {collection: _register(collection, leaves) for collection in REGISTERS}


def _register(collection: str, leaves: Sequence[Leaf]) -> tuple[Registered, ...]:
    names: dict[str, str] = {}  # every id and name that was met, and the key of its entry
    entries: dict[str, tuple[Text, list[Use]]] = {}
    for leaf in leaves:
        for id, name, cards in _members(collection, leaf):
            called = _called(id, name)
            key = next((names[each] for each in called if each in names), called[0])
            for each in called:
                names.setdefault(each, key)
            use = _use(leaf, id, cards)
            first, uses = entries.setdefault(key, (name, []))
            uses.append(use)
            if isinstance(name, Translations) and not isinstance(first, Translations):
                entries[key] = (name, uses)  # the name that is said in more languages
    found = [Registered(collection, key, name, tuple(uses)) for key, (name, uses) in entries.items()]
    return tuple(sorted(found, key=lambda each: (-each.moments, -each.blueprints, -sum(use.cards for use in each.uses), each.key)))


def _members(collection: str, leaf: Leaf) -> Iterable[tuple[str, Text, tuple[Card, ...]]]:
    blueprint = leaf.blueprint
    cards = blueprint.cards.values()
    if collection == "departments":
        rooms: dict[str, tuple[Text, set[str]]] = {}
        for actor in blueprint.actors.values():
            if actor.department is not None:
                rooms.setdefault(slug(blueprint.say(actor.department)) or actor.id, (actor.department, set()))[1].add(actor.id)
        for id, (name, members) in rooms.items():
            yield id, name, tuple(card for card in cards if members & set(card.by))
        return
    field = _FIELDS.get(collection)
    for element in blueprint.collection(collection).values():
        used: tuple[Card, ...] = () if field is None else tuple(card for card in cards if element.id in getattr(card, field))
        yield element.id, element.name or element.id, used


def _use(leaf: Leaf, id: str, cards: Sequence[Card]) -> Use:
    ids = {card.id for card in cards}
    behind = {step for step, stands in leaf.behind.items() if ids & stands}
    return Use(
        leaf.name,
        id,
        len(cards),
        tuple(dict.fromkeys(card.step for card in cards)),
        tuple(step.id for step in leaf.moments if step.id in behind),
        tuple(step.id for step in leaf.below if step.id in behind),
    )


def _called(id: str, name: Any) -> list[str]:
    """The names under which something may be met again: its id, and what it is called in every language."""
    texts = [text for _, text in name.entries] if isinstance(name, Translations) else [name]
    return list(dict.fromkeys([id, *(found for text in texts if (found := slug(text)))]))
