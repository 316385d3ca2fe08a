"""A moment of truth that feels bad, though no level says so."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


#: So far below its desired level a moment is told as such, and not once more for how it feels.
_GAP = 0.5


def find(case: Case, options: Options) -> Iterator[Found]:
    """Moments of grade 2 and up that somebody feels at `level` or lower, and whose levels show no shortfall.

    High where a moment of grade 3 or 4 feels -1.5 or worse.
    """
    for step in case.moments(least=2):
        felt = case.lowest(step)
        if felt is None or felt > options["level"] or _short(step):
            continue
        grade = step.moment_of_truth or 0
        yield Found(
            Address("steps", step.id),
            {"step": case.name(step), "felt": felt},
            ground=(grade, felt, step.desired, step.actual),
            severity="high" if grade >= 3 and felt <= -1.5 else "",
        )


def _short(step: Step) -> bool:
    return step.desired is not None and step.actual is not None and step.desired - step.actual >= _GAP


CHECK = Check(
    code="EXP004",
    slug="moment-felt-badly",
    severity="medium",
    find=find,
    options=(Option("level", -1, "From which feeling down a moment feels bad, from -2 to 2"),),
    source="xla",
    en=Words(
        "A moment of truth that feels bad",
        "{step} feels {felt} to somebody, on a scale from −2 to 2, and no level says that anything is wrong.",
        "A watermelon: green in the figures and red inside. Whoever looks only at the level will not see it.",
        "Ask what makes it feel so, and look again at the level that was given.",
    ),
    nl=Words(
        "Een moment van de waarheid dat slecht voelt",
        "{step} voelt voor iemand als {felt}, op een schaal van −2 tot 2, en geen niveau zegt dat er iets mis is.",
        "Een watermeloen: groen in de cijfers en rood vanbinnen. Wie alleen naar het niveau kijkt, ziet het niet.",
        "Vraag waardoor het zo voelt, en bekijk het niveau dat is ingevuld nog eens.",
    ),
    es=Words(
        "Un momento de la verdad que se vive mal",
        "Alguien vive {step} con un {felt}, en una escala de −2 a 2, y ningún nivel indica que algo vaya mal.",
        "Una sandía: verde en las cifras y roja por dentro. Quien solo mira el nivel no lo ve.",
        "Pregunte por qué se vive así y revise el nivel que se indicó.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk, moment-of-truth: 3, desired: 4, actual: 4, feels: -1}
  - {id: hears, does: Hears the answer, moment-of-truth: 3, desired: 4, actual: 2, feels: -2}
""",
    at=("steps/calls",),
    clean="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk, moment-of-truth: 3, desired: 4, actual: 4, feels: -0.5}
  - {does: Looks up the number, moment-of-truth: 1, feels: -1}
""",
)
