"""A way back of which nobody says when it is taken."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words, pointed_title
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Links of the kind loop without a condition, unless it leads to where the way was split by a condition."""
    conditional = {link.target for link in case.blueprint.links.values() if link.kind != "loop" and link.when is not None}
    for link in case.blueprint.links.values():
        if link.kind == "loop" and link.when is None and link.source not in conditional:
            start, end = (pointed_title(case.blueprint, pointer) for pointer in (link.source, link.target))
            yield Found(Address("links", link.id, "when"), {"start": start, "end": end}, ground=(link.source, link.target))


CHECK = Check(
    code="FLO003",
    slug="loop-without-condition",
    severity="low",
    find=find,
    source="shostack-1984",
    en=Words(
        "A loop without a condition",
        "From {start} the way leads back to {end}, and nobody says when.",
        "Work that is done again is among the dearest work there is. Without its cause it can be neither counted nor prevented.",
        "Write at the link when it is taken, and in what share of the cases if that is known.",
    ),
    nl=Words(
        "Een lus zonder voorwaarde",
        "Van {start} gaat het terug naar {end}, en er staat niet wanneer.",
        "Werk dat over moet, hoort bij het duurste werk dat er is. Zonder oorzaak valt het niet te tellen en niet te voorkomen.",
        "Schrijf bij de verbinding wanneer het gebeurt, en in welk deel van de gevallen als dat bekend is.",
    ),
    es=Words(
        "Un bucle sin condición",
        "De {start} se vuelve a {end}, y no consta cuándo.",
        "El trabajo que se repite es de lo más caro que hay. Sin su causa no se puede ni contar ni evitar.",
        "Escriba en el enlace cuándo ocurre y, si se sabe, en qué parte de los casos.",
    ),
    fires="""
footlights: 1
title: A form
phases:
- title: Fill in
  steps:
  - id: fills
    does: Fills in the form
    backstage:
    - {id: check, does: Checks it, to: ask}
    - {id: ask, does: Asks again, to: {card: check, kind: loop}}
""",
    at=("links/ask--check#when",),
    clean="""
footlights: 1
title: A form
phases:
- title: Fill in
  steps:
  - id: fills
    does: Fills in the form
    backstage:
    - {id: check, does: Checks it, to: ask}
    - {id: ask, does: Asks again, to: {card: check, kind: loop, when: A page was missing}}
""",
)
