"""What stands where in a file: the element under a cursor, and every word that points at another element."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple

from footlights.model import COLLECTIONS, Address, Blueprint, Field, Link, field_named

from .nodes import Entry, Map, Node, Scalar, Seq, parse
from .places import Span
from .reader import Loaded

__all__ = ["Reference", "address_at", "id_spans", "references"]

#: Shapes whose values hold ids, or hold fields that do.
_POINTING = ("ref", "refs", "time", "feelings")


class Reference(NamedTuple):
    """A word that points at an element: where it stands (without quotes around it), at what, and in which field of whom."""

    span: Span
    target: Address
    by: Address


def address_at(loaded: Loaded, offset: int) -> Address | None:
    """The innermost element or field at an offset of the text that was read; None outside of all of them."""
    inside = [(span.end - span.start, name) for name, span in loaded.spans.items() if span.start <= offset <= span.end]
    return Address.parse(min(inside)[1]) if inside else None


def references(loaded: Loaded, text: str) -> tuple[Reference, ...]:
    """Every word of the text that points at an element which is there, in the order of the text; () for what is no YAML."""
    root, _ = parse(text)
    blueprint = loaded.blueprint
    if root is None or blueprint is None:
        return ()
    words = sorted(_scalars(root), key=lambda word: word.start)
    found: dict[int, Reference] = {}
    for name, span in loaded.spans.items():
        by = Address.parse(name)
        for collections in _pointed_at(blueprint, by):
            inside = list(_within(words, span))
            for word in inside if by.field or len(inside) == 1 else ():  # a link without a field is its short form: one word
                target = _target(blueprint, word.value, collections)
                if target is not None:
                    found.setdefault(word.start, Reference(_bare(word), target, by))
    return tuple(found[start] for start in sorted(found))


def id_spans(loaded: Loaded, text: str, address: Address) -> tuple[Span, ...]:
    """Where the id of an element itself is written: its `id:` or the key it stands under; () where it is made from its text."""
    span = loaded.spans.get(str(address.element()))
    root, _ = parse(text)
    if span is None or root is None:
        return ()
    found = [
        _bare(entry.value)
        for entry in _entries(root)
        if isinstance(entry.value, Scalar)
        and (entry.key.value, entry.value.value) == ("id", address.id)
        and _is_own(loaded, address, entry)
    ]
    keys = [_bare(entry.key) for entry in _entries(root) if entry.key.start == span.start and entry.key.value == address.id]
    return tuple(found or keys)


def _is_own(loaded: Loaded, address: Address, entry: Entry) -> bool:
    """Whether an `id:` stands in the element itself and not in one inside it."""
    at = entry.key.start
    inside = [(span.end - span.start, name) for name, span in loaded.spans.items() if "#" not in name and span.start <= at < span.end]
    return bool(inside) and min(inside)[1] == str(address.element())


def _pointed_at(blueprint: Blueprint, by: Address) -> Iterator[tuple[str, ...]]:
    """The collections that words at this span may point into; nothing for a span that holds no references."""
    if by.collection not in COLLECTIONS:
        if by.field == "owner":
            yield ("actors",)
        return
    kind: type = COLLECTIONS[by.collection]
    if not by.field:
        if kind is Link:
            yield ("cards", "steps")  # the short form: `to: classify`
        return
    field = field_named(kind, by.field)
    if field is not None and field.shape in _POINTING:
        yield _collections(field)


def _collections(field: Field) -> tuple[str, ...]:
    if field.shape == "time":
        return ("sources",)
    return ("personas", "sources") if field.shape == "feelings" else field.collections


def _target(blueprint: Blueprint, word: str, collections: tuple[str, ...]) -> Address | None:
    if "*" in collections:
        return blueprint.resolve(word)
    return next((Address(name, word) for name in collections if word in blueprint.collection(name)), None)


def _within(words: list[Scalar], span: Span) -> Iterator[Scalar]:
    at = bisect_left(words, span.start, key=lambda word: word.start)
    while at < len(words) and words[at].end <= span.end:
        yield words[at]
        at += 1


def _bare(word: Scalar) -> Span:
    """The span of the word itself, inside its quotes."""
    if word.style in ("'", '"'):
        return Span(word.end - 1 - len(word.value), word.end - 1, word.line, word.column + 1)
    return Span(word.end - len(word.value), word.end, word.line, word.column)


def _entries(node: Node) -> Iterator[Entry]:
    if isinstance(node, Map):
        for entry in node.entries:
            yield entry
            yield from _entries(entry.value)
    elif isinstance(node, Seq):
        for item in node.items:
            yield from _entries(item)


def _scalars(node: Any) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if not node.alias:
            yield node
    elif isinstance(node, Map):
        for entry in node.entries:
            yield entry.key
            yield from _scalars(entry.value)
    elif isinstance(node, Seq):
        for item in node.items:
            yield from _scalars(item)
