"""A blueprint whose review is overdue."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Seconds, Words
from footlights.model import Address

__all__ = ["CHECK"]


_DAY = 86_400


def find(case: Case, _: Options) -> Iterator[Found]:
    """A blueprint that was last reviewed longer ago than its review interval."""
    reviewed, every = case.blueprint.reviewed, case.blueprint.review_every
    if reviewed is None or every is None:
        return
    late = (case.today - reviewed).days * _DAY - every.seconds
    if late > 0:
        yield Found(Address("blueprint", field="reviewed"), {"reviewed": reviewed, "late": Seconds(late)}, ground=(reviewed, every))


CHECK = Check(
    code="OWN009",
    slug="not-reviewed-in-time",
    severity="medium",
    calm=True,
    find=find,
    source="house",
    en=Words(
        "A review that is overdue",
        "This blueprint was last reviewed on {reviewed}; the next review is {late} late.",
        "Services change while maps stand still. People who found a map wrong once do not come back to it.",
        "Walk through it with those who do the work, mend what changed, and put in the date.",
    ),
    nl=Words(
        "Een herziening die te laat is",
        "Deze blueprint is voor het laatst herzien op {reviewed}; de volgende keer is {late} te laat.",
        "Diensten veranderen terwijl kaarten stilstaan. Wie een kaart één keer fout aantrof, pakt haar niet meer.",
        "Loop haar na met wie het werk doet, verbeter wat is veranderd en vul de datum in.",
    ),
    es=Words(
        "Una revisión con retraso",
        "Este blueprint se revisó por última vez el {reviewed}; la siguiente revisión lleva {late} de retraso.",
        "Los servicios cambian y los mapas se quedan quietos. Quien encontró un mapa equivocado una vez no vuelve a él.",
        "Recórralo con quienes hacen el trabajo, corrija lo que cambió y anote la fecha.",
    ),
    fires="""
footlights: 1
title: A meal
reviewed: 2026-01-15
review-every: 6 months
phases: [{title: The meal, steps: [Eats]}]
""",
    at=("blueprint#reviewed",),
    clean="""
footlights: 1
title: A meal
reviewed: 2026-10-15
review-every: 6 months
phases: [{title: The meal, steps: [Eats]}]
""",
)
