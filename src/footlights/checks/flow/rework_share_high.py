"""Work that has to be done again in a large share of the cases."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Percent, Words, pointed_title
from footlights.model import Address, Card, Link

__all__ = ["CHECK"]

#: From this grade on a moment of truth makes the finding weigh more.
_HEAVY = 4


def find(case: Case, options: Options) -> Iterator[Found]:
    """Loops taken in at least `share` of the cases.

    That is their own share, else that of the only link into where they begin, else of the only link into the column where they begin.
    """
    into: dict[str, list[Link]] = {}
    for link in case.blueprint.links.values():
        into.setdefault(link.target, []).append(link)
    for link in case.blueprint.links.values():
        if link.kind != "loop":
            continue
        share = link.share if link.share is not None else _share_into(case, link.source, into)
        if share is None or share < options["share"]:
            continue
        start, end = (pointed_title(case.blueprint, pointer) for pointer in (link.source, link.target))
        address = case.blueprint.resolve(link.source)
        heavy = address is not None and case.grade(address) >= _HEAVY
        facts = {"start": start, "end": end, "share": Percent(share)}
        yield Found(Address("links", link.id), facts, ground=(share,), severity="high" if heavy else "")


def _share_into(case: Case, source: str, into: dict[str, list[Link]]) -> float | None:
    """The share of the cases that come to where a loop begins; None when several ways do, or nobody said."""
    ways = into.get(source, [])
    if not ways:
        step = _step(case, source)
        nodes = {step, *(card.id for card in case.column.get(step, ()) if card.step == step)}
        ways = [way for node in sorted(nodes) for way in into.get(node, ()) if way.kind != "loop" and way.source not in nodes]
    return ways[0].share if len(ways) == 1 else None


def _step(case: Case, node: str) -> str:
    """The step a card stands at, by the card's bare id; a step is its own."""
    card: Card | None = case.blueprint.cards.get(node)
    return card.step if card is not None else node


CHECK = Check(
    code="FLO014",
    slug="rework-share-high",
    severity="medium",
    calm=True,
    find=find,
    options=(Option("share", 0.2, "From which share of the cases on going back counts as much, 0 to 1"),),
    source="goldratt-1984",
    en=Words(
        "Work that is often done again",
        "In {share} of the cases it goes back from {start} to {end}.",
        "Work that comes back fills the queues of those who were already short of time, and the customer pays for it with another round "
        "of waiting.",
        "Ask what was missing the first time, and see to it before the work sets out.",
    ),
    nl=Words(
        "Werk dat vaak over moet",
        "In {share} van de gevallen gaat het van {start} terug naar {end}.",
        "Werk dat terugkomt, vult de rijen van wie toch al tijd tekortkwam, en de klant betaalt ervoor met nog een ronde wachten.",
        "Vraag wat er de eerste keer ontbrak, en zorg daarvoor voordat het werk vertrekt.",
    ),
    es=Words(
        "Trabajo que a menudo se repite",
        "En el {share} de los casos se vuelve de {start} a {end}.",
        "El trabajo que vuelve llena las colas de quienes ya iban justos, y el cliente lo paga con otra vuelta de espera.",
        "Pregunte qué faltaba la primera vez y resuélvalo antes de que el trabajo salga.",
    ),
    fires="""
footlights: 1
title: Fibre
phases:
- title: Install
  steps:
  - {id: waits, title: Waits, backstage: [{id: plan, does: Plans a van}]}
  - id: lets-in
    does: Lets the technician in
    moment-of-truth: 2
    frontstage:
    - id: install
      does: Installs
      to: [{card: measure, when: It is in, share: 70 %}, {card: plan, kind: loop, when: Parts are missing, share: 30 %}]
  - {id: tests, does: Tests, frontstage: [{id: measure, does: Measures}]}
""",
    at=("links/install--plan",),
    clean="""
footlights: 1
title: Fibre
phases:
- title: Install
  steps:
  - {id: waits, title: Waits, backstage: [{id: plan, does: Plans a van}]}
  - id: lets-in
    does: Lets the technician in
    moment-of-truth: 2
    frontstage:
    - id: install
      does: Installs
      to: [{card: measure, when: It is in, share: 95 %}, {card: plan, kind: loop, when: Parts are missing, share: 5 %}]
  - {id: tests, does: Tests, frontstage: [{id: measure, does: Measures}]}
""",
)
