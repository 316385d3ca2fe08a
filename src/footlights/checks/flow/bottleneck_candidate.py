"""Somebody before whose work most of the waiting gathers."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Count, Percent, Seconds, Words
from footlights.model import ACTING_ROLES, Address

__all__ = ["CHECK"]

#: Waiting that makes less than this share of the whole time is no queue worth a talk.
_WORTH = 0.1


def find(case: Case, options: Options) -> Iterator[Found]:
    """The role or department with several cards at which at least `share` of all waiting for work lies.

    Counted is the waiting of cards that people do; that of a machine counts in the whole and is nobody's. Partners and customers are
    left out: their pace is not the organisation's to change.
    """
    waits: dict[str, float] = {}
    cards: dict[str, int] = {}
    whole = 0.0
    for card in case.cards(*ACTING_ROLES[1:]):
        waited = card.time.wait.seconds if card.time is not None and card.time.wait is not None else 0.0
        whole += waited
        for actor in card.by if card.mode != "automated" else ():
            waits[actor] = waits.get(actor, 0.0) + waited
            cards[actor] = cards.get(actor, 0) + 1
    own = {actor: waited for actor, waited in waits.items() if case.blueprint.actors[actor].kind not in ("partner", "customer")}
    if not own or whole <= 0:
        return
    slowest = max(own, key=own.__getitem__)
    waited = own[slowest]
    if waited >= options["share"] * whole and cards[slowest] > 1 and waited >= _WORTH * (case.times.total_s or 0.0):
        share = round(waited / whole, 2)
        yield Found(
            Address("actors", slowest),
            {
                "actor": case.name(case.blueprint.actors[slowest]),
                "share": Percent(share),
                "wait": Seconds(waited),
                "cards": Count("card", cards[slowest]),
            },
            ground=(share, case.blueprint.actors[slowest].people),
        )


CHECK = Check(
    code="FLO010",
    slug="bottleneck-candidate",
    severity="medium",
    find=find,
    options=(Option("share", 0.5, "From which share of all waiting for work on somebody may be the bottleneck, 0 to 1"),),
    source="goldratt-1984",
    en=Words(
        "A likely bottleneck",
        "{actor} has {cards} here, and {share} of all waiting for work lies before them ({wait}).",
        "A service is as fast as its narrowest place. Speeding up anything else only makes the queue before it longer.",
        "Look at what comes to them: what could be solved earlier, made even, or done by more hands?",
    ),
    nl=Words(
        "Een mogelijk knelpunt",
        "{actor} heeft hier {cards}, en daar ligt {share} van al het wachten op werk ({wait}).",
        "Een dienst is zo snel als zijn nauwste plek. Al het andere versnellen maakt alleen de rij daarvoor langer.",
        "Kijk wat er op hen afkomt: wat kan eerder worden opgelost, gespreid, of door meer handen gedaan?",
    ),
    es=Words(
        "Un posible cuello de botella",
        "{actor} tiene aquí {cards}, y ante ellas está el {share} de toda la espera de trabajo ({wait}).",
        "Un servicio va tan rápido como su punto más estrecho. Acelerar lo demás solo alarga la cola que hay delante.",
        "Mire lo que les llega: ¿qué podría resolverse antes, repartirse mejor o hacerse entre más manos?",
    ),
    fires="""
footlights: 1
title: A ticket
actors: {first: {name: First line}, second: {name: Second line, people: 3}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    frontstage: [{id: listen, does: Listens, by: first, time: {work: 6 min, wait: 1 min}}]
    backstage:
    - {id: pick-up, does: Picks it up, by: second, time: {work: 5 min, wait: 70 min}}
    - {id: repair, does: Repairs it, by: second, time: {work: 20 min}}
""",
    at=("actors/second",),
    clean="""
footlights: 1
title: A ticket
actors: {first: {name: First line}, second: {name: Second line, people: 3}, maker: {name: Maker, kind: partner}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    frontstage: [{id: listen, does: Listens, by: first, time: {work: 6 min, wait: 1 min}}]
    backstage:
    - {id: pick-up, does: Picks it up, by: second, time: {work: 5 min, wait: 5 min}}
    - {id: repair, does: Repairs it, by: second, time: {work: 20 min}}
    support:
    - {id: part, does: Sends a part, by: maker, time: {wait: 1 day}}
""",
)
