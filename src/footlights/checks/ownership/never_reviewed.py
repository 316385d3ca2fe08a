"""A blueprint that was never reviewed."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """A blueprint of the situation as it is, of `steps` steps or more, without a date of review; medium where one was intended."""
    drawn = len(case.steps) >= options["steps"] and case.draws("frontstage", "backstage", "support")
    if drawn and case.blueprint.reviewed is None and case.blueprint.state in (None, "as-is"):
        severity = "medium" if case.blueprint.review_every is not None else ""
        yield Found(Address("blueprint", field="reviewed"), severity=severity)


CHECK = Check(
    code="OWN010",
    slug="never-reviewed",
    severity="low",
    find=find,
    options=(Option("steps", 4, "From how many steps on the question is asked"),),
    source="house",
    en=Words(
        "A blueprint that was never reviewed",
        "Nobody says when this blueprint was last held against how things really go.",
        "Without a date readers can't tell a map of last week from one of three years ago.",
        "Put in when it was last looked at, and how often that should be done.",
    ),
    nl=Words(
        "Een blueprint die nooit is nagelopen",
        "Er staat niet wanneer deze blueprint voor het laatst naast de praktijk is gelegd.",
        "Zonder datum ziet een lezer geen verschil tussen een kaart van vorige week en een van drie jaar oud.",
        "Vul in wanneer er voor het laatst naar gekeken is, en hoe vaak dat moet gebeuren.",
    ),
    es=Words(
        "Un blueprint que nunca se ha revisado",
        "No se dice cuándo se comparó por última vez este blueprint con lo que ocurre de verdad.",
        "Sin fecha, quien lee no distingue un mapa de la semana pasada de uno de hace tres años.",
        "Anote cuándo se miró por última vez y cada cuánto debe hacerse.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Comes in, frontstage: [Greets]}
  - Orders
  - Eats
  - Pays
""",
    at=("blueprint#reviewed",),
    clean="""
footlights: 1
title: A meal
reviewed: 2026-10-15
phases:
- title: The meal
  steps:
  - {does: Comes in, frontstage: [Greets]}
  - Orders
  - Eats
  - Pays
""",
)
