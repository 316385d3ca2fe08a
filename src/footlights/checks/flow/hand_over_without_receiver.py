"""Work that is handed over to nobody."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]

#: Rows whose cards somebody has to take up; who stands front stage is asked by contact-without-doer.
_BEHIND = ("backstage", "support")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Links of the kind handover to a card below the line of visibility that nobody does, no system does and that is not automated."""
    for link in case.blueprint.links.values():
        card = case.blueprint.cards.get(link.target)
        if link.kind != "handover" or card is None or case.role(card) not in _BEHIND:
            continue
        if not card.by and not card.uses and card.mode != "automated":
            yield Found(Address("links", link.id), {"card": case.name(card)}, ground=(link.source, link.target))


CHECK = Check(
    code="FLO001",
    slug="hand-over-without-receiver",
    severity="medium",
    calm=True,
    find=find,
    source="lean-hand-offs",
    en=Words(
        "A hand-over that nobody receives",
        "Work is handed over to {card}, and nobody is named who takes it up.",
        "At a hand-over work lies until somebody feels it is theirs. Where nobody is named, it lies longest.",
        "Say who does it, with which system, or that it is automated.",
    ),
    nl=Words(
        "Een overdracht die niemand aanneemt",
        "Het werk gaat naar {card}, en er staat niet wie het oppakt.",
        "Bij een overdracht blijft werk liggen tot iemand vindt dat het van hem of haar is. Waar niemand genoemd is, ligt het het langst.",
        "Zeg wie het doet, met welk systeem, of dat het automatisch gaat.",
    ),
    es=Words(
        "Un traspaso que nadie recibe",
        "El trabajo pasa a {card} y no consta quién lo recoge.",
        "En un traspaso, el trabajo se queda parado hasta que alguien lo siente suyo. Donde no hay nadie, más tiempo se queda.",
        "Indique quién lo hace, con qué sistema o que es automático.",
    ),
    fires="""
footlights: 1
title: A service desk
actors: {first: {name: First line}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    frontstage: [{id: listen, does: Listens, by: first, to: {card: repair, kind: handover}}]
    backstage: [{id: repair, does: Repairs it}]
""",
    at=("links/listen--repair",),
    clean="""
footlights: 1
title: A service desk
actors: {first: {name: First line}, second: {name: Second line}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    frontstage: [{id: listen, does: Listens, by: first, to: {card: repair, kind: handover}}]
    backstage: [{id: repair, does: Repairs it, by: second}]
""",
)
