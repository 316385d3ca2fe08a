"""Work behind the line of visibility, and nothing in front of it."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """A blueprint with cards back stage or in support and none on the front stage: one question."""
    if case.draws("backstage", "support") and not case.draws("frontstage"):
        yield Found(Address("blueprint"))


CHECK = Check(
    code="STR006",
    slug="front-stage-not-drawn",
    severity="medium",
    find=find,
    source="shostack-1984",
    en=Words(
        "No front stage drawn",
        "Work behind the line of visibility is drawn, and nothing in front of it.",
        "The front stage is where customers and organisation meet. Without it nobody can see what the work behind is for.",
        "Add what customers meet: a person, a screen, a letter, a voice.",
    ),
    nl=Words(
        "Geen front stage getekend",
        "Er staat werk achter de zichtbaarheidslijn en niets ervoor.",
        "Front stage ontmoeten klant en organisatie elkaar. Zonder die rij is niet te zien waarvoor het werk erachter dient.",
        "Voeg toe wat klanten tegenkomen: een mens, een scherm, een brief, een stem.",
    ),
    es=Words(
        "No hay acciones frontstage",
        "Se dibuja trabajo detrás de la línea de visibilidad y nada delante.",
        "En la escena se encuentran el cliente y la organización. Sin ella no se ve para qué sirve el trabajo de detrás.",
        "Añada lo que encuentra el cliente: una persona, una pantalla, una carta, una voz.",
    ),
    fires="""
footlights: 1
title: A passport
phases:
- title: Ask
  steps:
  - does: Comes to the counter
    backstage: [Checks the photo]
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: A passport
phases:
- title: Ask
  steps:
  - does: Comes to the counter
    frontstage: [Receives]
    backstage: [Checks the photo]
""",
)
