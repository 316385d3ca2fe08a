"""Random blueprints with everything that can stand in one, seeded, for tests of the picture."""

import random

from footlights.model import (
    LINK_KINDS,
    MARK_KINDS,
    Actor,
    Blueprint,
    Card,
    Channel,
    Collection,
    Duration,
    Feeling,
    Lane,
    Link,
    Mark,
    Persona,
    Phase,
    Step,
    System,
    Time,
    arranged,
)

_WORDS = (
    "asks checks order status agent confirms delivery slot system sends message bevestiging géén vertraging ñandú atención coördinatie "
    "reserveringsformulier arbeidsongeschiktheidsverzekering teamleider beoordeelt payment provider returns token warehouse picks parts "
    "electroencefalografista información ✓ 旅程地図 خدمة العملاء a I/O e-mail"
).split()


def some_text(chance: random.Random, low: int = 1, high: int = 9) -> str:
    """A text of a few words, now and then very long or without any space."""
    if chance.random() < 0.03:
        return "x" * chance.randint(30, 90)
    if chance.random() < 0.03:
        high = 40
    return " ".join(chance.choice(_WORDS) for _ in range(chance.randint(low, high)))


def generated(seed: int) -> Blueprint:
    """A random blueprint: phases (some empty), steps, several lanes a role, spans, marks, links of every kind, times."""
    chance = random.Random(seed)
    personas = Collection(Persona(f"p{n}", name=some_text(chance, 1, 3)) for n in range(chance.choice((0, 1, 1, 2, 3))))
    actors = Collection(Actor(f"a{n}", name=some_text(chance, 1, 3)) for n in range(4))
    systems = Collection(System(f"s{n}", name=some_text(chance, 1, 3)) for n in range(4))
    channels = Collection(Channel(c, icon=c) for c in ("phone", "web", "desk"))
    phases = Collection(
        Phase(
            f"phase-{n}",
            title=some_text(chance, 1, 4),
            need=some_text(chance) if chance.random() < 0.8 else None,
            met=chance.choice((None, 0.0, 0.4, 1.0)),
        )
        for n in range(chance.randint(1, 5))
    )
    lanes = Collection(
        Lane(f"lane-{n}", chance.choice(("evidence", "frontstage", "backstage", "support", "policy")), name=some_text(chance, 1, 4))
        for n in range(chance.randint(0, 4))
    )
    steps = [_step(chance, number, list(phases), list(personas)) for number in range(chance.randint(0, 14))]
    steps = [step for phase in phases for step in steps if step.phase == phase]
    cards: list[Card] = []
    rows = [*lanes, "evidence", "frontstage", "backstage", "support", "customer", "note"]
    for number in range(chance.randint(0, 6 * len(steps)) if steps else 0):
        at = chance.randrange(len(steps))
        until = steps[min(len(steps) - 1, at + chance.randint(1, 3))].id if chance.random() < 0.15 else None
        cards.append(
            Card(
                f"c{number}",
                steps[at].id,
                chance.choice(rows),
                does=some_text(chance),
                until=until,
                time=_time(chance),
                by=tuple(chance.sample(list(actors), chance.randint(0, 2))),
                via=tuple(chance.sample(list(channels), chance.randint(0, 2))),
                uses=tuple(chance.sample(list(systems), chance.randint(0, 3))),
                mode=chance.choice((None, "manual", "automated")),
            )
        )
    ends = [card.id for card in cards] + [step.id for step in steps]
    links = {}
    for _ in range(chance.randint(0, 2 * len(ends)) if len(ends) > 1 else 0):
        source, target = chance.choice(ends), chance.choice(ends)
        number = len(links)
        links[f"l{number}"] = Link(
            f"l{number}",
            source,
            target,
            chance.choice(LINK_KINDS),
            some_text(chance, 1, 5) if chance.random() < 0.3 else None,
            chance.choice((None, None, 0.25, 0.6)),
        )
    places = [f"cards/{card.id}" for card in cards] + [f"steps/{step.id}" for step in steps]
    marks = (
        [
            Mark(f"m{n}", chance.choice(places), chance.choice(MARK_KINDS), some_text(chance) if chance.random() < 0.8 else None)
            for n in range(chance.randint(0, len(places)))
        ]
        if places
        else []
    )
    return arranged(
        Blueprint(
            title=some_text(chance, 1, 12),
            service=some_text(chance),
            state=chance.choice((None, "as-is", "to-be")),
            language=chance.choice((None, "en", "nl", "es")),
            personas=personas,
            actors=actors,
            systems=systems,
            channels=channels,
            phases=phases,
            lanes=lanes,
            steps=Collection(steps),
            cards=Collection(cards),
            links=Collection(links.values()),
            marks=Collection(marks),
        ),
    )


def _time(chance: random.Random) -> Time | None:
    if chance.random() < 0.5:
        return None
    pick = [Duration(chance.randint(1, 90), chance.choice(("s", "min", "h", "wd"))) if chance.random() < 0.6 else None for _ in range(4)]
    return Time(*pick)


def _step(chance: random.Random, number: int, phases: list[str], personas: list[str]) -> Step:
    feels = tuple(
        Feeling(persona, chance.randint(-4, 4) / 2, chance.choice((None, "measured")))
        for persona in [None, *personas]
        if chance.random() < 0.5
    )
    does = some_text(chance) if chance.random() < 0.9 else None
    desired = chance.choice((None, None, 3.0, 5.0))
    return Step(
        f"step-{number}",
        chance.choice(phases),
        title=some_text(chance, 1, 3) if chance.random() < 0.5 or not does else None,
        does=does,
        thinks=some_text(chance) if chance.random() < 0.3 else None,
        feels=feels,
        time=_time(chance),
        expects=some_text(chance) if chance.random() < 0.2 else None,
        moment_of_truth=chance.choice((None, None, 1, 4)),
        desired=desired,
        actual=chance.choice((None, 1.0, 4.5)) if desired else None,
    )
