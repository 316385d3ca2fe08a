"""A blueprint written down for people: short things on one line, long things on their own, quotes only where they are needed."""

from collections.abc import Iterable
from typing import Any

from footlights.model import Blueprint, Element, Field

from .reader import FORMAT
from .scalars import block_text, write_scalar
from .sheet import Items, Keys, Leaf, Value, Word, collection_of, element_sheet, hanging, head_sheet, more_sheet, value_sheet

__all__ = ["document_sheet", "dumps", "lines_of", "one_line", "write_element", "write_value"]

#: A mapping or list goes on one line when that line has no more characters.
WIDTH = 110
#: The collections, in groups with a blank line between them.
_GROUPS = (
    ("personas", "actors", "systems", "channels", "sources", "lanes"),
    ("phases",),
    ("promises", "agreements", "findings", "actions", "expect", "bindings", "views"),
)
_NAMED = _GROUPS[0]


def dumps(blueprint: Blueprint) -> str:
    """The whole blueprint as text, its end of line included; reading it gives an equal blueprint back.

    What can't be said in a file is left out: elements whose step, phase or element is not there.
    """
    return "\n\n".join("\n".join(lines_of(part)) for part in document_sheet(blueprint)) + "\n"


def document_sheet(blueprint: Blueprint) -> tuple[Keys, ...]:
    """The whole blueprint as keys and values, in the groups that stand apart in a file: head, names, phases, lists, unknown keys."""
    on = hanging(blueprint)
    parts = [Keys((("footlights", Leaf(str(FORMAT))), *head_sheet(blueprint).entries), short=False)]
    for group in _GROUPS:
        found: list[tuple[str, Value]] = []
        for name in group:
            elements = tuple(element_sheet(element, blueprint, on) for element in blueprint.collection(name).values())
            if elements and name in _NAMED:
                found.append((name, Keys(tuple(zip(blueprint.collection(name), elements, strict=True)), short=False)))
            elif elements:
                found.append((name, Items(elements, short=False)))
        parts.append(Keys(tuple(found), short=False))
    parts.append(Keys(tuple((key, more_sheet(value)) for key, value in blueprint.more), short=False))
    return tuple(part for part in parts if part.entries)


def write_value(field: Field, value: Any) -> str:
    """The value of a field on one line, good behind a key in a block and within brackets."""
    return one_line(value_sheet(field, value))


def write_element(element: Element, blueprint: Blueprint, indent: int = 0) -> str:
    """An element as it stands in the file, each line behind `indent` blanks, without the last line break.

    Phases, steps, cards, links and all that is listed begin with a dash; what is declared by name begins with its id,
    and marks with their kind. Everything in the blueprint that stands inside the element in the file is written with it:
    pass an empty `Blueprint()` for the element alone.
    """
    name = collection_of(element)
    value = element_sheet(element, blueprint)
    if name in _NAMED or name == "marks":
        key = element.kind if name == "marks" else element.id  # type: ignore[union-attr]
        lines = lines_of(Keys(((key or "", value),), short=False), WIDTH - indent)
    else:
        lines = lines_of(Items((value,), short=False), WIDTH - indent)
    return "\n".join(" " * indent + line if line else "" for line in lines)


def lines_of(value: Value, room: int = WIDTH) -> list[str]:
    """The lines of a mapping or list in block style, from column 0; `room` is how wide a line may be."""
    if isinstance(value, Keys):
        return [line for key, inner in value.entries for line in _entry(key, inner, room)]
    if isinstance(value, Items):
        return [line for inner in value.items for line in _item(inner, room)]
    return [one_line(value)]


def _entry(key: str, value: Value, room: int) -> Iterable[str]:
    name = _key(key)
    short = _short(value, room - len(name) - 2)
    if short is not None:
        return [f"{name}: {short}" if short else f"{name}:"]
    if isinstance(value, str):
        first, *rest = _text_lines(value)
        return [f"{name}: {first}", *("  " + line if line else "" for line in rest)]
    if isinstance(value, Items):
        return [f"{name}:", *lines_of(value, room)]
    return [f"{name}:", *("  " + line if line else "" for line in lines_of(value, room - 2))]


def _key(key: str) -> str:
    return key if isinstance(key, Word) else write_scalar(key, flow=True)


def _item(value: Value, room: int) -> Iterable[str]:
    short = _short(value, room - 2)
    if short is not None:
        return [f"- {short}"]
    first, *rest = _text_lines(value) if isinstance(value, str) else lines_of(value, room - 2)
    return [f"- {first}", *("  " + line if line else "" for line in rest)]


def _short(value: Value, room: int) -> str | None:
    """The value on one line, None when it should have more."""
    if isinstance(value, str):
        return None if "\n" in value and block_text(value) is not None else write_scalar(value)
    if isinstance(value, Leaf):
        return value.text
    inner = [one for _, one in value.entries] if isinstance(value, Keys) else list(value.items)
    if not inner:
        return one_line(value)
    if not value.short or any(_has_lines(one) for one in inner):
        return None
    line = one_line(value)
    return line if len(line) <= room else None


def _has_lines(value: Value) -> bool:
    if isinstance(value, str):
        return "\n" in value
    if isinstance(value, Leaf):
        return False
    inner = [one for _, one in value.entries] if isinstance(value, Keys) else list(value.items)
    return any(_has_lines(one) for one in inner)


def _text_lines(text: str) -> list[str]:
    return block_text(text) or [write_scalar(text)]


def one_line(value: Value) -> str:
    """The value on one line, in flow style."""
    if isinstance(value, str):
        return write_scalar(value, flow=True)
    if isinstance(value, Leaf):
        return value.text or "null"
    if isinstance(value, Keys):
        return "{" + ", ".join(f"{_key(key)}: {one_line(inner)}" for key, inner in value.entries) + "}"
    return "[" + ", ".join(one_line(inner) for inner in value.items) + "]"
