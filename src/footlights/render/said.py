"""What an element of the blueprint says, as keys and texts: for formats that keep properties with their shapes."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from footlights.files import write_value
from footlights.model import COLLECTIONS, Blueprint, Field, Mark, Step, Translations, fields_of
from footlights.words import word

__all__ = ["facts_of", "mark_text", "texts_of"]


def facts_of(blueprint: Blueprint, address: str, language: str) -> list[tuple[str, str]]:
    """(key in the file, value) of every field that an element has, its marks at the end; [] for an address of nothing.

    A text stands in the picture's language; where it has others they follow as `key-language`.
    """
    element = _element(blueprint, address)
    if element is None:
        return []
    found: list[tuple[str, str]] = []
    kind: type = type(element)
    fields, values = _reader(kind)
    for field, value in zip(fields, values(element), strict=True):
        if value is None or value == ():
            continue
        if isinstance(value, str):
            found.append((field.key, value))
        elif isinstance(value, Translations):
            found.append((field.key, blueprint.say(value, language)))
            found += [(f"{field.key}-{tag}", text) for tag, text in value.entries]
        elif field.shape == "refs":
            found.append((field.key, ", ".join(value)))
        else:
            found.append((field.key, write_value(field, value)))
    marks = blueprint.marks_on.get(address)
    return [*found, ("marks", "\n".join(mark_text(blueprint, mark, language) for mark in marks))] if marks else found


@cache
def _reader(kind: type) -> tuple[tuple[Field, ...], Callable[[Any], Any]]:
    """The fields of a class of elements, and what reads them all at once."""
    fields = fields_of(kind)
    return fields, attrgetter(*(field.name for field in fields))


def texts_of(blueprint: Blueprint, address: str, language: str) -> list[str]:
    """What a card or step says in the picture's language, its marks included."""
    element = _element(blueprint, address)
    if element is None:
        return []
    texts = [blueprint.say(getattr(element, name, None), language) for name in ("does", "note", "title")]
    if isinstance(element, Step):
        thinks, expects = blueprint.say(element.thinks, language), blueprint.say(element.expects, language)
        texts += [f"“{thinks}”", f"{word('word.expects', language)}: {expects}"]
    return texts + [blueprint.say(mark.title, language) for mark in blueprint.marks_on.get(address, ())]


def mark_text(blueprint: Blueprint, mark: Mark, language: str) -> str:
    """A mark in words: its kind, what was noticed, and how it is put right."""
    title, recovery = blueprint.say(mark.title, language), blueprint.say(mark.recovery, language)
    told = word("mark.recovery", language, recovery=recovery) if recovery else ""
    kind = word(f"mark.{mark.kind}", language)
    return "; ".join(part for part in (f"{kind}: {title}" if title else kind, told) if part)


def _element(blueprint: Blueprint, address: str) -> Any:
    collection, _, id = address.partition("/")
    return blueprint.collection(collection).get(id) if collection in COLLECTIONS else None
