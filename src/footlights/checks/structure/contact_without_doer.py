"""A contact moment with nobody behind it."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Front stage cards that nobody does, that no system does and that are not automated."""
    for card in case.cards("frontstage"):
        if not card.by and not card.uses and card.mode != "automated":
            heavy = case.grade(case.address(card)) >= 3
            yield Found(Address("cards", card.id), {"card": case.name(card)}, severity="high" if heavy else "")


CHECK = Check(
    code="STR001",
    slug="contact-without-doer",
    severity="medium",
    calm=True,
    find=find,
    source="bitner-2008",
    en=Words(
        "A contact with nobody behind it",
        "Nobody stands behind {card}.",
        "The customer meets the organisation here, and the blueprint does not say whom or what they meet. Nobody can keep or mend "
        "what nobody does.",
        "Say who does it, which system does it, or that it is automated.",
    ),
    nl=Words(
        "Een contact waar niemand achter staat",
        "Achter {card} staat niemand.",
        "Hier ontmoet de klant de organisatie, en de blueprint zegt niet wie of wat die ontmoet. Wat niemand doet, kan ook niemand "
        "bewaken of verbeteren.",
        "Zeg wie het doet, welk systeem het doet, of dat het automatisch gaat.",
    ),
    es=Words(
        "Un contacto sin nadie detrás",
        "Nadie está detrás de {card}.",
        "Aquí el cliente se encuentra con la organización y el blueprint no dice con quién o con qué. Lo que nadie hace, nadie lo "
        "cuida ni lo mejora.",
        "Indique quién lo hace, qué sistema lo hace o que es automático.",
    ),
    fires="""
footlights: 1
title: A library card
phases:
- title: Ask
  steps:
  - does: Asks for a card
    frontstage:
    - {id: greet, does: Explains how it works}
""",
    at=("cards/greet",),
    clean="""
footlights: 1
title: A library card
actors: {librarian: {name: Librarian}}
phases:
- title: Ask
  steps:
  - does: Asks for a card
    frontstage:
    - {id: greet, does: Explains how it works, by: librarian}
    - {id: poster, does: Lists what to bring, mode: automated}
""",
)
