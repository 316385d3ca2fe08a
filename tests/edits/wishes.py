"""Random blueprints and random wishes for them: what property tests are fed with."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from typing import Any

from footlights import edits
from footlights.edits import Operation
from footlights.model import (
    CARD_ROLES,
    COLLECTIONS,
    LINK_KINDS,
    MARK_KINDS,
    ROLES,
    Address,
    Blueprint,
    Duration,
    Effect,
    Feeling,
    Field,
    FootlightsError,
    Money,
    Target,
    Time,
    Translations,
    fields_of,
)

WORDS = (
    "Answers and logs", "Calls the desk", "Black screen", "Waits", "Report", "Restore", "Answers", "Queue", "Visits", "Black screen",
)  # fmt: skip
NASTY = (
    "Answers: politely", "# not a comment", "a # b", "- dash", "true", "no", "null", "~", "1", "3 min", "café", "two\nlines",
    "ends in a line\n", " leads with a space", "trails ", "it's", 'says "no"', "{brace}", "[list]", "a, b", "key: value # c", "日本語",
    "🙂 fine", "*star", "&and", "!bang", "%percent", "@at", "`tick`", "|", ">= 70", "? what", "'", '"', "\\back\\slash", "tab\tin it",
    "0x1F", "022", "12:30", "2027-03-01", "on", "---", "...", "a\n\nb\n", "  \n indented\n", "x" * 130, "é́", "\u00a0", "\u2028", "<<",
    "many words " * 14, "keeps blank lines\n\n", "one\n\n  two\n\n\n", "# looks\n# like comments\n",
    ":", "a:", ":a", "- ", "=", "\r\n", "one\ttwo # three\n", "#", "\u00ad",
)  # fmt: skip

#: Words of ours that a document may call otherwise.
OWN_WORDS = ("phase", "step", "frontstage", "card")
#: Checks that something may be fine with.
CHECKS = ("contact-without-doer", "no-owner", "true", "0")


def text(rng: random.Random) -> str:
    """A text, plain more often than not."""
    return rng.choice(WORDS) if rng.random() < 0.7 else rng.choice(NASTY)


def any_text(rng: random.Random) -> str | Translations:
    """A text or translations of one."""
    if rng.random() < 0.85:
        return text(rng)
    tags = rng.sample(("en", "nl", "es", "pt-BR"), rng.randint(1, 3))
    return Translations(tuple((tag, text(rng)) for tag in tags))


def duration(rng: random.Random) -> Duration:
    """A length of time."""
    return Duration(rng.choice((1, 2, 3.5, 30, 90, 0.25)), rng.choice(("s", "min", "h", "d", "wd", "w", "mo", "y")))


def ids(blueprint: Blueprint, *collections: str) -> list[str]:
    """All ids of some collections."""
    return [id for name in collections for id in blueprint.collection(name)]


def refs(blueprint: Blueprint, rng: random.Random, field: Field) -> tuple[str, ...]:
    """Up to three references that exist."""
    if "*" in field.collections:
        there_is = ids(blueprint, "phases", "steps", "cards")
        there_is += [f"{name}/{id}" for name in ("actors", "channels", "lanes") for id in blueprint.collection(name)]
    else:
        there_is = ids(blueprint, *field.collections)
    return tuple(rng.sample(there_is, min(len(there_is), rng.choice((0, 1, 1, 2, 3)))))


def value(blueprint: Blueprint, rng: random.Random, field: Field) -> Any:
    """A value that fits a field; None now and then, and when there is nothing to refer to."""
    if rng.random() < 0.15 and not field.required:
        return None
    sources = refs(blueprint, rng, Field("source", "source", "refs", "", (), ("sources",)))
    makers: dict[str, Callable[[], Any]] = {
        "text": lambda: any_text(rng),
        "line": lambda: rng.choice(("en", "nl", "es-MX")) if field.name == "language" else text(rng),
        "choice": lambda: rng.choice(field.choices),
        "choices": lambda: tuple(rng.sample(field.choices, rng.randint(1, 2))),
        "ref": lambda: next(iter(refs(blueprint, rng, field)), None),
        "refs": lambda: refs(blueprint, rng, field),
        "integer": lambda: rng.randint(int(field.low or 0), int(field.high or 900)),
        "number": lambda: rng.choice((rng.randint(1, 2), 1.5)),
        "duration": lambda: duration(rng),
        "money": lambda: Money(rng.choice((1, 12.5, 0.05)), rng.choice(("EUR", "USD"))),
        "share": lambda: rng.choice((0.0, 0.6, 1.0, 0.125, 0.333333)),
        "date": lambda: date(2027, rng.randint(1, 12), rng.randint(1, 28)),
        "target": lambda: Target(rng.choice(("<=", "<", ">=", ">", "=")), rng.choice((30, 70.5)), rng.choice(("s", "%", "", "points"))),
        "time": lambda: some_time(rng, sources),
        "feelings": lambda: some_feelings(blueprint, rng, sources),
        "effect": lambda: Effect("happiness", rng.choice((None, 60)), rng.choice((None, 70.5)), rng.choice((None, duration(rng)))),
        "languages": lambda: tuple(rng.sample(("en", "nl", "es"), rng.randint(0, 3))),
        "vocabulary": lambda: tuple((word, any_text(rng)) for word in rng.sample(OWN_WORDS, rng.randint(0, 3))),
        "reasons": lambda: tuple((check, any_text(rng)) for check in rng.sample(CHECKS, rng.randint(0, 3))),
    }  # fmt: skip
    return makers[field.shape]()


def some_time(rng: random.Random, sources: tuple[str, ...]) -> Time:
    """Times of which any may be unknown."""
    parts = [duration(rng) if rng.random() < 0.5 else None for _ in range(4)]
    return Time(*parts, rng.choice((None, "assumed", "measured")), sources if rng.random() < 0.2 else ())


def some_feelings(blueprint: Blueprint, rng: random.Random, sources: tuple[str, ...]) -> tuple[Feeling, ...]:
    """A level for everyone or for some personas."""
    levels = (-2, -1, -0.5, 0, 1, 2)

    def feeling(persona: str | None) -> Feeling:
        if rng.random() < 0.7:
            return Feeling(persona, rng.choice(levels))
        return Feeling(persona, rng.choice(levels), rng.choice((None, "observed")), sources)

    personas = list(blueprint.personas)
    if not personas or rng.random() < 0.4:
        return (feeling(None),)
    return tuple(feeling(persona) for persona in rng.sample(personas, rng.randint(1, len(personas))))


def some_fields(blueprint: Blueprint, rng: random.Random, collection: str, *but: str) -> dict[str, Any]:
    """Values for a few fields of an element, and for all that it must have."""
    found = {}
    for field in fields_of(COLLECTIONS[collection]):
        if field.name not in but and (field.required or (not field.title and rng.random() < 0.25)):
            found[field.name] = value(blueprint, rng, field)
    return found


def beside(rng: random.Random, row: list[str]) -> dict[str, str]:
    """Before or after one of a row, or neither."""
    if not row or rng.random() < 0.3:
        return {}
    return {rng.choice(("before", "after")): rng.choice(row)}


def pick(rng: random.Random, row: Any) -> Any:
    """One of a row; an impossible wish when there is none."""
    found = list(row)
    if not found:
        raise FootlightsError("nothing to choose from")
    return rng.choice(found)


def lanes(blueprint: Blueprint) -> list[str]:
    """Rows that a card may stand in; the roles' own rows too."""
    return [*CARD_ROLES, *(lane.id for lane in blueprint.lanes.values() if lane.role in CARD_ROLES)]


Wish = Callable[[Blueprint, random.Random], tuple[Operation, ...]]


def _add_phase(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    return edits.add_phase(b, any_text(rng), **beside(rng, list(b.phases)), **some_fields(b, rng, "phases"))


def _add_step(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    phase = pick(rng, b.phases)
    row = [step.id for step in b.steps_by_phase[phase]]
    does = any_text(rng) if rng.random() < 0.9 else None
    return edits.add_step(b, phase, does, **beside(rng, row), **some_fields(b, rng, "steps"))


def _add_card(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    step, lane = pick(rng, b.steps), pick(rng, lanes(b))
    row = [card.id for card in b.cards_by_cell.get((step, lane), ())]
    fields = {} if rng.random() < 0.4 else some_fields(b, rng, "cards", "until")
    return edits.add_card(b, step, lane, any_text(rng) if rng.random() < 0.9 else None, **beside(rng, row), **fields)


def _add_lane(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    return edits.add_lane(b, any_text(rng), pick(rng, ROLES), **beside(rng, list(b.lanes)), **some_fields(b, rng, "lanes", "role"))


def _add_link(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    ends = ids(b, "steps", "cards")
    fields = some_fields(b, rng, "links", "source", "target", "kind")
    return edits.add_link(b, pick(rng, ends), pick(rng, ends), rng.choice((None, *LINK_KINDS)), **fields)


def _add_mark(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    on = pick(rng, [Address(name, id) for name in ("phases", "steps", "cards") for id in b.collection(name)])
    title = any_text(rng) if rng.random() < 0.8 else None
    fields = {} if rng.random() < 0.5 else some_fields(b, rng, "marks")
    kind = rng.choice(MARK_KINDS)
    row = [mark.id for mark in b.marks_on.get(str(on), ()) if mark.kind == kind]
    return edits.add_mark(b, on, kind, title, **beside(rng, row), **fields)


def _add_element(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    collection = rng.choice(edits.SIMPLE_LISTS)
    fields = some_fields(b, rng, collection)
    if collection == "agreements":
        fields["kind"] = rng.choice(("sla", "xla"))
    title = (text(rng) if collection in ("bindings", "expect") else any_text(rng)) if rng.random() < 0.9 else None
    return edits.add_element(b, collection, title, **beside(rng, list(b.collection(collection))), **fields)


def _rename(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    there = [Address(name, id) for name in COLLECTIONS for id in b.collection(name) if name != "links"]
    return edits.rename(b, pick(rng, there), text(rng), rng.choice((None, None, "en", "nl")))


def _set_field(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    there = [Address(name, id) for name in COLLECTIONS for id in b.collection(name)]
    address = pick(rng, [Address("blueprint"), *there])
    kind: Any = COLLECTIONS.get(address.collection, Blueprint)
    field = pick(rng, [field for field in fields_of(kind) if field.name not in ("until", "source_", "target_", "role")])
    if address.collection == "links" and field.name in ("source", "target"):
        raise FootlightsError("a link keeps its ends")
    return edits.set_field(b, address.of(field.key), value(b, rng, field), rng.choice((None, None, "nl")))


def _move_phase(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    phase = pick(rng, b.phases)
    return edits.move_phase(b, phase, **beside(rng, [id for id in b.phases if id != phase]))


def _move_step(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    step, phase = pick(rng, b.steps), pick(rng, b.phases)
    return edits.move_step(b, step, phase, **beside(rng, [each.id for each in b.steps_by_phase[phase] if each.id != step]))


def _move_card(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    card = pick(rng, b.cards)
    step = b.cards[card].step if rng.random() < 0.5 else pick(rng, b.steps)
    lane = b.cards[card].lane if rng.random() < 0.5 else pick(rng, lanes(b))
    row = [each.id for each in b.cards_by_cell.get((step, lane), ()) if each.id != card]
    return edits.move_card(b, card, step, lane, **beside(rng, row))


def _move_lane(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    lane = pick(rng, b.lanes)
    return edits.move_lane(b, lane, **beside(rng, [id for id in b.lanes if id != lane]))


def _remove(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    names = [name for name in COLLECTIONS if b.collection(name)]
    name = pick(rng, names)
    return edits.remove(b, Address(name, pick(rng, b.collection(name))))


def _split_phase(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    return edits.split_phase(b, pick(rng, b.steps), text(rng))


def _merge_phases(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    names = list(b.phases)
    first = pick(rng, names[:-1])
    return edits.merge_phases(b, first, names[names.index(first) + 1], need=text(rng) if rng.random() < 0.5 else None)


def _change_lane_role(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    return edits.change_lane_role(b, pick(rng, lanes(b)), pick(rng, ROLES), text(rng) if rng.random() < 0.5 else None)


def _duplicate_card(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    if rng.random() < 0.5:
        return edits.duplicate_card(b, pick(rng, b.cards))
    return edits.duplicate_card(b, pick(rng, b.cards), pick(rng, b.steps), pick(rng, lanes(b)))


def _span(b: Blueprint, rng: random.Random) -> tuple[Operation, ...]:
    return edits.span(b, pick(rng, b.cards), rng.choice([None, *b.steps]))


ADDING: tuple[Wish, ...] = (
    _add_phase,
    _add_step,
    _add_step,
    _add_card,
    _add_card,
    _add_card,
    _add_lane,
    _add_link,
    _add_mark,
    _add_element,
)
WISHES: tuple[Wish, ...] = (
    *ADDING, _rename, _rename, _set_field, _set_field, _set_field, _set_field, _move_phase, _move_step, _move_step, _move_card,
    _move_card, _move_lane, _remove, _remove, _remove, _split_phase, _merge_phases, _change_lane_role, _duplicate_card, _span,
)  # fmt: skip


def some_edit(blueprint: Blueprint, rng: random.Random, wishes: tuple[Wish, ...] = WISHES) -> tuple[str, tuple[Operation, ...]]:
    """The name and the operations of a wish that can be granted and changes something; impossible ones are passed over."""
    for _ in range(200):
        wish = rng.choice(wishes)
        try:
            operations = wish(blueprint, rng)
        except FootlightsError:
            continue
        if operations:
            return wish.__name__.strip("_"), operations
    raise AssertionError("no wish could be granted 200 times on end")


def some_blueprint(rng: random.Random, size: int = 30) -> Blueprint:
    """A blueprint that grew by `size` random additions."""
    blueprint = Blueprint(title="Grown at random", language="en")
    blueprint = edits.apply_all(blueprint, edits.add_phase(blueprint, "Before"))
    blueprint = edits.apply_all(blueprint, edits.add_step(blueprint, "before", "Notices"))
    for _ in range(size):
        blueprint = edits.apply_all(blueprint, some_edit(blueprint, rng, ADDING)[1])
    return blueprint
