"""A station that takes longer than its standard time, though within its tolerance."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Seconds, Words
from footlights.model import Card, Step

from .station import station_over

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Steps and cards that take more than `over` longer than their standard; those beyond their tolerance are told elsewhere."""
    elements: tuple[Step | Card, ...] = (*case.steps, *case.blueprint.cards.values())
    for element in elements:
        time = element.time
        if time is None or time.standard is None or (time.work is None and time.wait is None):
            continue
        # the standard is that of the execution: waiting counts only where nothing else is known
        taken = (time.work or time.wait or time.standard).seconds
        standard = time.standard.seconds
        if taken <= standard * (1 + options["over"]) or _beyond(case, element):
            continue
        yield Found(
            case.address(element)._replace(field="time"),
            {"where": case.name(element), "time": Seconds(taken), "standard": Seconds(standard)},
            ground=(taken, standard),
        )


def _beyond(case: Case, element: Step | Card) -> bool:
    """Whether it, or the station it stands at, is beyond its tolerance: that is told already."""
    time = element.time
    if time is not None and time.tolerance is not None and (time.seconds or 0.0) > time.tolerance.seconds:
        return True
    step = element if isinstance(element, Step) else case.blueprint.steps.get(element.step)
    return step is not None and station_over(case, step) is not None


CHECK = Check(
    code="TIM007",
    slug="standard-missed",
    severity="low",
    find=find,
    options=(Option("over", 0.25, "How far over its standard a station may be, as a share of it: 0.25 is a quarter"),),
    source="shostack-1984",
    en=Words(
        "A station slower than its standard",
        "{where} takes {time}, where the standard is {standard}.",
        "The standard is what was designed and costed. When it is missed as a rule, either the work or the standard has changed.",
        "Watch it once, then mend the work or set a standard that is true.",
    ),
    nl=Words(
        "Een station trager dan zijn norm",
        "{where} duurt {time}, terwijl de norm {standard} is.",
        "De norm is wat is ontworpen en begroot. Wordt die steeds niet gehaald, dan is het werk veranderd of klopt de norm niet meer.",
        "Kijk er één keer bij mee en verbeter dan het werk, of stel een norm die klopt.",
    ),
    es=Words(
        "Una estación más lenta que su estándar",
        "{where} tarda {time}, cuando el estándar es {standard}.",
        "El estándar es lo que se diseñó y se presupuestó. Si no se cumple por norma, ha cambiado el trabajo o ha cambiado el estándar.",
        "Obsérvelo una vez y mejore el trabajo, o fije un estándar que sea cierto.",
    ),
    fires="""
footlights: 1
title: A shine
phases:
- title: Shine
  steps:
  - {id: sits, does: Sits, frontstage: [{id: brush, does: Brushes, time: {work: 45 s, standard: 30 s, tolerance: 1 min}}]}
""",
    at=("cards/brush#time",),
    clean="""
footlights: 1
title: A shine
phases:
- title: Shine
  steps:
  - {id: sits, does: Sits, frontstage: [{id: brush, does: Brushes, time: {work: 35 s, standard: 30 s, tolerance: 1 min}}]}
  - {id: pays, does: Pays, time: {standard: 15 s}}
""",
)
