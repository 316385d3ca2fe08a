"""A journey without any moment of truth."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """A blueprint of at least `steps` steps in which none is a moment of truth: one question."""
    if len(case.steps) >= options["steps"] and not case.moments():
        yield Found(Address("blueprint"))


CHECK = Check(
    code="EXP017",
    slug="no-moment-of-truth",
    severity="medium",
    calm=True,
    find=find,
    options=(Option("steps", 6, "From how many steps on the question is asked"),),
    source="carlzon-1987",
    en=Words(
        "No moment of truth",
        "No step is a moment of truth yet.",
        "Not every step weighs the same. Without the moments that decide, every improvement looks equally urgent.",
        "Ask which two or three moments people would tell a friend about, and grade those.",
    ),
    nl=Words(
        "Geen moment van de waarheid",
        "Nog geen enkele stap is een moment van de waarheid.",
        "Niet elke stap weegt even zwaar. Zonder de momenten die beslissen lijkt elke verbetering even dringend.",
        "Vraag over welke twee of drie momenten mensen een vriend zouden vertellen, en geef die een gewicht.",
    ),
    es=Words(
        "Ningún momento de la verdad",
        "Ningún paso es todavía un momento de la verdad.",
        "No todos los pasos pesan lo mismo. Sin los momentos decisivos, cualquier mejora parece igual de urgente.",
        "Pregunte qué dos o tres momentos se contarían a un amigo y deles un grado.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Books}
  - {does: Comes in}
  - {does: Orders}
  - {does: Eats}
  - {does: Pays}
  - {does: Leaves}
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Books}
  - {does: Comes in}
  - {does: Orders}
  - {does: Eats, moment-of-truth: 4}
  - {does: Pays}
  - {does: Leaves}
""",
)
