"""A blueprint as keys and values, in the order in which people read them: what will be written, before it is laid out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Union

from footlights.model import (
    COLLECTIONS,
    MARK_KINDS,
    ROLES,
    Address,
    Agreement,
    Blueprint,
    Card,
    Duration,
    Effect,
    Element,
    Expectation,
    Feeling,
    Field,
    Lane,
    Link,
    Mark,
    Money,
    Pairs,
    Phase,
    Step,
    Target,
    Text,
    Time,
    Translations,
    fields_of,
    number_text,
    slug,
)

__all__ = ["Items", "Keys", "Leaf", "Value", "Word", "collection_of", "element_sheet", "hanging", "head_sheet", "more_sheet", "value_sheet"]


class Leaf(NamedTuple):
    """What stands there as it is: a number, a date, true, or nothing."""

    text: str


class Word(str):
    """A key of the file format, as opposed to one of the author's: it is never quoted, not even `on`."""

    __slots__ = ()


class Keys(NamedTuple):
    """A mapping; `short` when it should stand on one line if it can."""

    entries: tuple[tuple[str, Value], ...]
    short: bool = True


class Items(NamedTuple):
    """A list; `short` when it should stand on one line if it can."""

    items: tuple[Value, ...]
    short: bool = True


Value = Union[str, Leaf, Keys, Items]  # noqa: UP007 - forward references


class Hanging(NamedTuple):
    """What hangs on elements: marks by the address of what they are on, links by where they start."""

    marks: Mapping[str, tuple[Mark, ...]]
    links: Mapping[str, tuple[Link, ...]]


def hanging(blueprint: Blueprint) -> Hanging:
    """The marks and links of a blueprint by the elements that they stand with in the file."""
    links: dict[str, list[Link]] = {}
    for link in blueprint.links.values():
        links.setdefault(link.source, []).append(link)
    return Hanging(blueprint.marks_on, {source: tuple(found) for source, found in links.items()})


def collection_of(element: Element) -> str:
    """The collection that an element belongs to."""
    return next(name for name, kind in COLLECTIONS.items() if isinstance(element, kind))


def exact(value: float) -> str:
    """A number that reads back as the same one."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _money(money: Money) -> str:
    amount = f"{money.amount:.2f}" if money.amount != int(money.amount) and round(money.amount, 2) == money.amount else ""
    return f"{amount or number_text(money.amount)} {money.currency}"


def _target(target: Target) -> str:
    parts = (target.comparator if target.comparator != "=" else "", number_text(target.amount), target.unit)
    return " ".join(part for part in parts if part)


def _text(text: Text) -> Value:
    return Keys(text.entries) if isinstance(text, Translations) else text


def _refs(ids: tuple[str, ...]) -> Value:
    return ids[0] if len(ids) == 1 else Items(ids)


def _time(time: Time) -> Value:
    return str(time.work) if time.work is not None and time == Time(work=time.work) else _part(time)


def _feelings(feelings: tuple[Feeling, ...]) -> Value:
    if len(feelings) == 1 and feelings[0] == Feeling(None, feelings[0].level):
        return Leaf(exact(feelings[0].level))
    entries: list[tuple[str, Value]] = []
    for feeling in feelings:
        if feeling.persona is None:
            entries += _part(feeling).entries
        elif feeling == Feeling(feeling.persona, feeling.level):
            entries.append((feeling.persona, Leaf(exact(feeling.level))))
        else:
            entries.append((feeling.persona, _part(feeling)))
    return Keys(tuple(entries))


def _part(value: Time | Effect | Feeling) -> Keys:
    kind: type = type(value)
    return Keys(tuple(_fields(value, fields_of(kind))))


def value_sheet(field: Field, value: Any) -> Value:
    """The value of a field, which must have one, as it is written."""
    shape = field.shape
    if shape == "text":
        return _text(value)
    if shape in ("refs", "choices"):
        return _refs(value)
    if shape in ("integer", "number"):
        return Leaf(exact(value))
    if shape == "share":
        return f"{number_text(round(value * 100, 6))} %"
    if shape == "money":
        return _money(value)
    if shape == "target":
        return _target(value)
    if shape == "date":
        return Leaf(value.isoformat())
    if shape == "time":
        return _time(value)
    if shape == "feelings":
        return _feelings(value)
    if shape == "effect":
        return _part(value)
    if shape == "languages":
        return Items(value)
    if shape in ("vocabulary", "reasons"):
        return Keys(tuple((word, _text(text)) for word, text in value))
    return str(value) if isinstance(value, Duration) else value


def _fields(element: Any, fields: Iterable[Field], without: tuple[str, ...] = ()) -> Iterable[tuple[str, Value]]:
    for field in fields:
        value = getattr(element, field.name)
        if value is not None and value != () and field.key not in without:
            yield Word(field.key), value_sheet(field, value)


def more_sheet(value: Any) -> Value:
    """The plain value of an unknown field, always on one line."""
    if isinstance(value, Pairs):
        return Keys(tuple((key, more_sheet(inner)) for key, inner in value))
    if isinstance(value, tuple):
        return Items(tuple(more_sheet(inner) for inner in value))
    if value is None or isinstance(value, bool):
        return Leaf({None: "null", True: "true", False: "false"}[value])
    return Leaf(repr(value)) if isinstance(value, (int, float)) else str(value)


def _more(element: Any) -> list[tuple[str, Value]]:
    return [(key, more_sheet(value)) for key, value in element.more]


def head_sheet(blueprint: Blueprint) -> Keys:
    """The head of the document, without the number of the format."""
    return Keys(tuple(_fields(blueprint, fields_of(Blueprint))), short=False)


def element_sheet(element: Element, blueprint: Blueprint, on: Hanging | None = None) -> Value:
    """An element with everything in the blueprint that stands inside it in the file: a text when it is no more than that.

    `on` is `hanging(blueprint)`, to be made once where many elements are written.
    """
    on = on or hanging(blueprint)
    if isinstance(element, Phase):
        steps = tuple(element_sheet(step, blueprint, on) for step in blueprint.steps_by_phase.get(element.id, ()))
        inside = [*_marks(f"phases/{element.id}", on), *_more(element), *([("steps", Items(steps, short=False))] if steps else [])]
        return _nested(element, inside)
    if isinstance(element, Step):
        inside = [*_marks(f"steps/{element.id}", on), *_cells(element, blueprint, on), *_links(element.id, blueprint, on), *_more(element)]
        return _nested(element, inside)
    if isinstance(element, Card):
        return _nested(element, [*_marks(f"cards/{element.id}", on), *_links(element.id, blueprint, on), *_more(element)])
    if isinstance(element, Expectation):
        return _nested(element, _more(element), short=True)
    if isinstance(element, Mark):
        return _mark(element)
    if isinstance(element, Link):
        return _link(element, blueprint)
    return _listed(element) if collection_of(element) in _LISTED else _named(element)


_LISTED = ("promises", "agreements", "findings", "actions", "expect", "bindings", "views")


def _nested(element: Phase | Step | Card | Expectation, inside: list[tuple[str, Value]], *, short: bool = False) -> Value:
    """A phase, step, card or expectation: its title alone where that says everything."""
    kind: type = type(element)
    known = fields_of(kind)
    own = list(_fields(element, known))
    title = next(field.key for field in known if field.title)
    if not inside and [key for key, _ in own] == [title] and isinstance(own[0][1], str) and slug(own[0][1]) == element.id:
        return own[0][1]
    return Keys((("id", element.id), *own, *inside), short=short)


def _cells(step: Step, blueprint: Blueprint, on: Hanging) -> Iterable[tuple[str, Value]]:
    for lane in blueprint.rows:
        cards = blueprint.cards_by_cell.get((step.id, lane.id), ())
        if cards:
            items = tuple(element_sheet(card, blueprint, on) for card in cards)
            yield lane.id, Items(items, short=all(isinstance(item, str) for item in items))


def _marks(address: str, on: Hanging) -> Iterable[tuple[str, Value]]:
    marks = on.marks.get(address, ())
    for kind in MARK_KINDS:
        found = tuple(_mark(mark) for mark in marks if mark.kind == kind)
        if found:
            yield kind, found[0] if len(found) == 1 else Items(found)


def _mark(mark: Mark) -> Value:
    own = list(_fields(mark, fields_of(Mark)))
    made = f"{mark.kind}-{Address.parse(mark.on).id}"
    if not mark.more and not own and mark.id == made:
        return Leaf("true")
    if not mark.more and [key for key, _ in own] == ["title"] and isinstance(own[0][1], str) and mark.id == (slug(own[0][1]) or made):
        return own[0][1]
    return Keys((("id", mark.id), *own, *_more(mark)))


def _links(source: str, blueprint: Blueprint, on: Hanging) -> Iterable[tuple[str, Value]]:
    found = tuple(_link(link, blueprint) for link in on.links.get(source, ()))
    if found:
        yield "to", found[0] if len(found) == 1 else Items(found)


def _link(link: Link, blueprint: Blueprint) -> Value:
    own = list(_fields(link, fields_of(Link), without=("from", "to")))
    made = link.id == f"{link.source}--{link.target}"
    if made and not own and not link.more:
        return link.target
    key = "card" if link.target in blueprint.cards else "step" if link.target in blueprint.steps else "to"
    return Keys((*([] if made else [("id", link.id)]), (key, link.target), *own, *_more(link)))


def _named(element: Any) -> Value:
    """What stands behind the id of an element that is declared by name."""
    own_row = isinstance(element, Lane) and element.id in ROLES
    kind: type = type(element)
    own = list(_fields(element, fields_of(kind), without=("role",) if own_row else ()))
    if element.more:
        return Keys((*own, *_more(element)))
    if not own:
        return Leaf("") if own_row else Keys(())
    if len(own) == 1 and own[0][0] in ("name", "title") and isinstance(own[0][1], str):
        return own[0][1]
    return Keys(tuple(own))


def _listed(element: Any) -> Keys:
    kind: type = type(element)
    known = fields_of(kind)
    if isinstance(element, Agreement):  # it says by its key of which kind it is
        title: Value = _text(element.title) if element.title is not None else Leaf("true")
        return Keys((("id", element.id), (element.kind, title), *_fields(element, known, without=("title",)), *_more(element)))
    return Keys((("id", element.id), *_fields(element, known), *_more(element)))
