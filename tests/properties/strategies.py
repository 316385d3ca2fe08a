"""Blueprints for property tests: valid, arranged, with every kind of element and with texts that are hard to write down."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st

from footlights.model import (
    ACTION_STATES,
    ACTOR_KINDS,
    AGREEMENT_KINDS,
    BASES,
    CARD_ROLES,
    CHANNEL_CLASSES,
    FINDING_STATES,
    LINK_KINDS,
    MARK_KINDS,
    MODES,
    ROLES,
    SECONDS,
    SEVERITIES,
    SOURCE_KINDS,
    STATES,
    VIEWS,
    VOCABULARY,
    ZONES,
    ZOOMS,
    Action,
    Actor,
    Agreement,
    Binding,
    Blueprint,
    Card,
    Channel,
    Collection,
    Duration,
    Effect,
    Expectation,
    Feeling,
    Finding,
    Lane,
    Link,
    Mark,
    Money,
    Pairs,
    Persona,
    Phase,
    Promise,
    Source,
    Step,
    System,
    Target,
    Time,
    Translations,
    View,
    arranged,
    slug,
)

__all__ = ["blueprints", "ids", "plain_values", "texts"]

#: Texts that some reader of YAML takes for something else, or that need care in some format.
WEIRD = (
    "", " ", "yes", "no", "on", "off", "y", "~", "null", "true", "1.0", "1e3", "0x1F", "0o17", "022", "12:30", "2027-03-01",
    "2027-03-01 12:30:00", ".5", "-", "- dash", "--- end", "...", "?", "? what", ":", "a: b", "a:b", "ends with:", "#tag", "a #b", "a#b",
    "[list]", "{map}", "a, b", "*star", "&and", "!bang", "|pipe", "> 70", "'single'", '"double"', "it's \"both\"",
    "%percent",
    "@at", "`tick`", "back\\slash", "=", "<<", " leading", "trailing ", "\ttab", "in\tside", "two\nlines", "line\n\nline\n", "\nstart",
    "many\n\n\n", "  indented\nless", "ends \nwith blank", "# no comment\nhere", "---\nnot a document", "\r\n", "a\rb",
    "a\u2028b", "a\x85b",
    "\ufeffmark", "nul\x00", "esc\x1b[31m", "non\u00a0breaking\u00a0space", "\u00a0edge\u00a0", "emoji 😀👩‍👩‍👧", "combining e\u0301",
    "العربية",
    "日本語のテキスト", "naïve café", "<b>&amp;</b>", "=1+1", "$HOME;`id`", "a" * 300, "word " * 60, "60 %", "3 min", ">= 70", "<= 30 s",
    "€ 5",
)  # fmt: skip
_PLAIN = ("Calls the service desk", "Answers", "Waits in the queue", "Picks the ticket up", "Black screen", "Goes home", "Ticket")
texts = st.one_of(st.sampled_from(_PLAIN), st.sampled_from(WEIRD), st.text(max_size=12))
tags = st.sampled_from(("en", "nl", "es", "nl-BE", "no", "zh-Hant", "id"))
translations = st.lists(st.tuples(tags, texts), min_size=1, max_size=3, unique_by=lambda pair: pair[0]).map(
    lambda pairs: Translations(tuple(pairs))
)
translatable = st.one_of(texts, texts, translations)
_SAFE = st.text(alphabet="abcdefghijklmnopqrstuvwxyzABC0123456789", min_size=1, max_size=6)
_ODD_IDS = ("no", "on", "12", "1.5", "0x1", "2027-03-01", "café", "日本", "a_b", "a.b", "a--b", "true", "null", "x" * 80, "1e3", "12-30")
ids = st.one_of(_SAFE, st.sampled_from(_ODD_IDS))
_RESERVED = {"personas": {"level", "basis", "source"}}
plain_values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**17), 10**17),
        texts,
        st.floats(allow_nan=False, allow_infinity=False, width=32),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.lists(st.tuples(texts, inner), max_size=3, unique_by=lambda pair: unicodedata.normalize("NFC", pair[0])).map(Pairs),
    ),
    max_leaves=6,
)
more = st.one_of(
    st.just(()),
    st.just(()),
    st.just(()),
    st.lists(st.tuples(st.sampled_from(("x-one", "x two", "x: 3", "X")), plain_values), max_size=2, unique_by=lambda pair: pair[0]).map(
        tuple
    ),
)
durations = st.builds(
    Duration,
    st.one_of(st.integers(0, 999).map(float), st.integers(1, 9999).map(lambda tenths: tenths / 10)),
    st.sampled_from(tuple(SECONDS)),
)
moneys = st.builds(
    Money,
    st.one_of(st.integers(0, 10**9).map(float), st.integers(0, 10**6).map(lambda n: n / 100), st.integers(0, 9999).map(lambda n: n / 1000)),
    st.sampled_from(("EUR", "USD", "JPY")),
)
shares = st.integers(0, 10_000).map(lambda n: round(n / 10_000, 8))
targets = st.builds(
    Target,
    st.sampled_from(("<=", "<", ">=", ">", "=")),
    st.one_of(st.integers(-100, 1000).map(float), st.integers(1, 999).map(lambda n: n / 10)),
    st.sampled_from(("", "%", "s", "working days", "points: many", "# of calls", "5 stars")),
)
dates = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
numbers = st.one_of(st.integers(0, 50).map(float), st.floats(0, 1000, allow_nan=False))


# making a strategy costs more than drawing from it, so each is made once
@cache
def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Nothing, or a value; nothing more often than not."""
    return st.one_of(st.none(), st.none(), strategy)


@cache
def choice(names: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Nothing, or one of these words."""
    return maybe(st.sampled_from(names))


levels = st.integers(-4, 4).map(lambda halves: halves / 2)
grades = st.integers(2, 10).map(lambda halves: halves / 2)
tag_lists = st.lists(tags, max_size=3)
effects = st.builds(Effect, texts, maybe(numbers), maybe(numbers), maybe(durations))
vocabularies = st.lists(
    st.tuples(st.sampled_from(VOCABULARY), translatable),
    max_size=2,
    unique_by=lambda pair: pair[0],
).map(tuple)
reasons = st.one_of(
    st.just(()),
    st.just(()),
    st.lists(
        st.tuples(st.sampled_from(("no-owner", "contact-without-doer", "0", "true", "no", "-")), translatable.filter(bool)),
        max_size=2,
        unique_by=lambda pair: pair[0],
    ).map(tuple),
)
Draw = Callable[[st.SearchStrategy[Any]], Any]


@cache
def several(known: tuple[str, ...], most: int, unique: bool = False) -> st.SearchStrategy[Any]:
    """A list of some of these ids, or none."""
    return st.lists(st.sampled_from(known), max_size=most, unique=unique)


def _some(draw: Draw, known: list[str], most: int = 2) -> tuple[str, ...]:
    """Some of the known ids, or none."""
    return tuple(draw(several(tuple(known), most))) if known else ()


def _one(draw: Draw, known: list[str]) -> str | None:
    """One of the known ids, or None."""
    return draw(choice(tuple(known))) if known else None


def _id(draw: Draw, taken: set[str], made: str = "", reserved: set[str] | frozenset[str] = frozenset()) -> str:
    """An id nobody has: often the one made from the title, as a reader would."""
    wanted = made if made and draw(st.booleans()) else draw(ids)
    found, number = wanted, 2
    while found in taken or found in reserved:
        found, number = f"{wanted[:70]}-{number}", number + 1
    taken.add(found)
    return found


def _stem(text: Any) -> str:
    if isinstance(text, Translations):
        text = text.entries[0][1]
    return slug(text) if text else ""


def _claim(draw: Draw, sources: list[str]) -> dict[str, Any]:
    return {"basis": draw(choice(BASES)), "source": _some(draw, sources)}


def _time(draw: Draw, sources: list[str]) -> Time | None:
    found = Time(draw(maybe(durations)), draw(maybe(durations)), draw(maybe(durations)), draw(maybe(durations)), **_claim(draw, sources))
    return None if found == Time() else found


def _feelings(draw: Draw, personas: list[str], sources: list[str]) -> tuple[Feeling, ...]:
    of = [None] if draw(st.booleans()) else []
    of += draw(several(tuple(personas), 2, unique=True)) if personas else []
    return tuple(Feeling(persona, draw(levels), **(_claim(draw, sources) if draw(st.booleans()) else {})) for persona in of)


def _rest(draw: Draw) -> dict[str, Any]:
    """What many elements end with: which checks are fine with them, and what this version does not know."""
    return {"allow": draw(reasons), "more": draw(more)}


def _named(draw: Draw, collection: str, build: Callable[[str, Any], Any], most: int = 2) -> Collection[Any]:
    taken: set[str] = set()
    found = []
    for _ in range(draw(st.integers(0, most))):
        name = draw(maybe(translatable))
        found.append(build(_id(draw, taken, _stem(name), _RESERVED.get(collection, frozenset())), name))
    return Collection(found)


def _lane_id(draw: Draw, taken: set[str]) -> Lane:
    zone = draw(choice(ZONES))
    name = draw(maybe(translatable))
    if draw(st.booleans()):
        role = draw(st.sampled_from(ROLES))
        if role not in taken:
            taken.add(role)
            return Lane(role, role, name, zone, **_rest(draw))
    words = {"id", "to", "steps", "title", "does", "time", "cost", "basis", "source", "owner", "allow", *MARK_KINDS, *ROLES}
    return Lane(_id(draw, taken, "", words), draw(st.sampled_from(ROLES)), name, zone, **_rest(draw))


@st.composite
def blueprints(draw: Draw, most_phases: int = 3, most_steps: int = 3, most_cards: int = 3) -> Blueprint:
    """A valid blueprint, arranged as a reader would leave it."""
    personas = _named(
        draw, "personas", lambda id, name: Persona(id, name, draw(maybe(translatable)), draw(maybe(translatable)), **_rest(draw))
    )
    actors = _named(
        draw,
        "actors",
        lambda id, name: Actor(
            id, name, draw(choice(ACTOR_KINDS)), draw(maybe(translatable)), draw(maybe(numbers)), draw(maybe(moneys)), **_rest(draw)
        ),
    )
    systems = _named(draw, "systems", lambda id, name: System(id, name, draw(maybe(texts)), _one(draw, list(actors)), **_rest(draw)))
    channels = _named(
        draw, "channels", lambda id, name: Channel(id, name, draw(choice(CHANNEL_CLASSES)), draw(maybe(texts)), **_rest(draw))
    )
    sources = _named(
        draw,
        "sources",
        lambda id, title: Source(
            id, title, draw(choice(SOURCE_KINDS)), draw(maybe(dates)), draw(maybe(texts)), draw(maybe(st.integers(0, 999))), draw(more)
        ),
    )
    known_sources = list(sources)
    lane_ids: set[str] = set()
    lanes = Collection(_lane_id(draw, lane_ids) for _ in range(draw(st.integers(0, 3))))
    cells = [*CARD_ROLES, *(lane.id for lane in lanes.values() if lane.role in CARD_ROLES and lane.id not in CARD_ROLES)]

    taken: set[str] = set()
    phases, steps, cards = [], [], []
    for _ in range(draw(st.integers(0, most_phases))):
        title = draw(maybe(translatable))
        phase = Phase(
            _id(draw, taken, _stem(title)),
            title,
            draw(maybe(translatable)),
            draw(maybe(shares)),
            **_claim(draw, known_sources),
            **_rest(draw),
        )
        phases.append(phase)
        for _ in range(draw(st.integers(0, most_steps))):
            does = draw(maybe(translatable))
            steps.append(
                Step(
                    _id(draw, taken, _stem(does)),
                    phase.id,
                    draw(maybe(translatable)),
                    does,
                    draw(maybe(translatable)),
                    _feelings(draw, list(personas), known_sources),
                    draw(maybe(translatable)),
                    draw(maybe(st.integers(1, 4))),
                    draw(maybe(grades)),
                    draw(maybe(grades)),
                    _one(draw, list(actors)),
                    _some(draw, list(actors)),
                    _time(draw, known_sources),
                    **_claim(draw, known_sources),
                    cost=draw(maybe(moneys)),
                    **_rest(draw),
                )
            )
    for number, step in enumerate(steps):
        for _ in range(draw(st.integers(0, most_cards))):
            does = draw(maybe(translatable))
            short = draw(st.booleans())
            card = Card(_id(draw, taken, _stem(does)), step.id, draw(st.sampled_from(cells)), does)
            if not short:
                card = card._replace(
                    by=_some(draw, list(actors)),
                    via=_some(draw, list(channels)),
                    uses=_some(draw, list(systems)),
                    mode=draw(choice(MODES)),
                    until=_one(draw, [later.id for later in steps[number:]]),
                    time=_time(draw, known_sources),
                    cost=draw(maybe(moneys)),
                    **_claim(draw, known_sources),
                    note=draw(maybe(translatable)),
                    reason=draw(maybe(translatable)),
                    reviewed=draw(maybe(dates)),
                    **_rest(draw),
                )
            cards.append(card)

    places = [f"phases/{one.id}" for one in phases] + [f"steps/{one.id}" for one in steps] + [f"cards/{one.id}" for one in cards]
    ends = [one.id for one in (*steps, *cards)]
    anything = [place.partition("/")[2] for place in places] + places + [f"actors/{id}" for id in actors]
    return arranged(
        Blueprint(
            title=draw(maybe(translatable)),
            service=draw(maybe(translatable)),
            scenario=draw(maybe(translatable)),
            state=draw(choice(STATES)),
            owner=draw(maybe(texts)),
            reviewed=draw(maybe(dates)),
            review_every=draw(maybe(durations)),
            reason=draw(maybe(translatable)),
            language=draw(maybe(tags)),
            languages=tuple(draw(tag_lists)),
            vocabulary=draw(vocabularies),
            price=draw(maybe(moneys)),
            customers_per_day=draw(maybe(numbers)),
            allow=draw(reasons),
            personas=personas,
            actors=actors,
            systems=systems,
            channels=channels,
            sources=sources,
            lanes=lanes,
            phases=Collection(phases),
            steps=Collection(steps),
            cards=Collection(cards),
            marks=_marks(draw, places, known_sources),
            links=_links(draw, ends),
            promises=_promises(draw, ends),
            agreements=_agreements(draw, anything),
            views=_views(draw, phases, lanes, {"actors": actors, "systems": systems, "channels": channels, "personas": personas}),
            **_plan(draw, anything, list(actors), known_sources),
            more=draw(more),
        )
    )


def _marks(draw: Draw, places: list[str], sources: list[str]) -> Collection[Mark]:
    found: list[Mark] = []
    taken: set[str] = set()
    for _ in range(draw(st.integers(0, 4)) if places else 0):
        on = draw(st.sampled_from(places))
        # at a step `policy` is a row
        kind = draw(st.sampled_from([kind for kind in MARK_KINDS if kind != "policy" or not on.startswith("steps/")]))
        title = draw(maybe(translatable))
        made = _stem(title) or f"{kind}-{on.partition('/')[2]}"
        mark = Mark(_id(draw, taken, made), on, kind, title)
        if draw(st.booleans()):
            mark = mark._replace(
                severity=draw(choice(SEVERITIES)), recovery=draw(maybe(translatable)), **_claim(draw, sources), **_rest(draw)
            )
        found.append(mark)
    return Collection(found)


def _links(draw: Draw, ends: list[str]) -> Collection[Link]:
    found: list[Link] = []
    taken: set[str] = set()
    for _ in range(draw(st.integers(0, 4)) if ends else 0):
        source, target = draw(st.sampled_from(ends)), draw(st.sampled_from(ends))
        link = Link(_id(draw, taken, f"{source}--{target}"), source, target)
        if draw(st.booleans()):
            link = link._replace(kind=draw(choice(LINK_KINDS)), when=draw(maybe(translatable)), share=draw(maybe(shares)), **_rest(draw))
        found.append(link)
    return Collection(found)


def _promises(draw: Draw, ends: list[str]) -> Collection[Promise]:
    taken: set[str] = set()
    return Collection(
        Promise(
            _id(draw, taken),
            draw(maybe(translatable)),
            draw(st.sampled_from(ends)),
            draw(st.sampled_from(ends)),
            draw(durations),
            draw(maybe(shares)),
            **_rest(draw),
        )
        for _ in range(draw(st.integers(0, 2)) if ends else 0)
    )


def _agreements(draw: Draw, anything: list[str]) -> Collection[Agreement]:
    taken: set[str] = set()
    return Collection(
        Agreement(
            _id(draw, taken),
            draw(st.sampled_from(AGREEMENT_KINDS)),
            draw(maybe(translatable)),
            _some(draw, anything),
            draw(maybe(texts)),
            draw(maybe(targets)),
            draw(maybe(durations)),
            **_rest(draw),
        )
        for _ in range(draw(st.integers(0, 2)))
    )


def _views(draw: Draw, phases: list[Phase], lanes: Collection[Lane], known: dict[str, Collection[Any]]) -> Collection[View]:
    of_phases, rows = [phase.id for phase in phases], [*lanes]
    return _named(
        draw,
        "views",
        lambda id, title: View(
            id,
            title,
            draw(st.sampled_from(VIEWS)),
            draw(choice(ZOOMS)),
            _one(draw, list(known["actors"])),
            phases=_some(draw, of_phases),
            folded_phases=_some(draw, of_phases),
            lanes=_some(draw, rows),
            hidden=_some(draw, rows),
            folded_lanes=_some(draw, rows),
            marks=tuple(draw(several(MARK_KINDS, 2, unique=True))),
            basis=tuple(draw(several(BASES, 2, unique=True))),
            systems=_some(draw, list(known["systems"])),
            channels=_some(draw, list(known["channels"])),
            personas=_some(draw, list(known["personas"])),
            scale=draw(choice(("linear", "logarithmic"))),
            allow=draw(reasons),
            more=draw(more),
        ),
    )


def _plan(draw: Draw, anything: list[str], actors: list[str], sources: list[str]) -> dict[str, Collection[Any]]:
    taken: set[str] = set()
    findings = Collection(
        Finding(
            _id(draw, taken),
            _some(draw, anything),
            draw(maybe(translatable)),
            draw(choice(SEVERITIES)),
            draw(maybe(translatable)),
            draw(choice(FINDING_STATES)),
            draw(maybe(translatable)),
            draw(maybe(texts)),
            **_claim(draw, sources),
            votes=draw(maybe(st.integers(0, 99))),
            more=draw(more),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    of_actions: set[str] = set()
    actions = Collection(
        Action(
            _id(draw, of_actions),
            draw(maybe(translatable)),
            _some(draw, list(findings)),
            _one(draw, actors),
            draw(maybe(dates)),
            draw(choice(ACTION_STATES)),
            draw(maybe(effects)),
            draw(maybe(moneys)),
            draw(maybe(st.integers(1, 5))),
            draw(maybe(st.integers(1, 5))),
            draw(maybe(st.integers(0, 99))),
            draw(maybe(texts)),
            **_rest(draw),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    of_expect: set[str] = set()
    expect = Collection(
        Expectation(_id(draw, of_expect, _stem(says)), says, draw(maybe(translatable)), draw(more))
        for says in draw(st.lists(texts.filter(bool), max_size=2))
    )
    of_bindings: set[str] = set()
    bindings = Collection(
        Binding(
            _id(draw, of_bindings),
            _some(draw, anything),
            _some(draw, sources),
            draw(maybe(texts)),
            draw(maybe(texts)),
            draw(maybe(texts)),
            draw(more),
        )
        for _ in range(draw(st.integers(0, 1)))
    )
    return {"findings": findings, "actions": actions, "expect": expect, "bindings": bindings}
