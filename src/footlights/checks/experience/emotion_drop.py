"""A deep drop in feeling from one step to the next."""

from collections.abc import Iterator
from itertools import pairwise

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Steps that feel at least `drop` levels worse than the step before to the same persona; the deepest drop of each step."""
    for before, step in pairwise(case.steps):
        drops = [(now - then, then, now) for then, now in _levels(before, step)]
        deepest = min(drops, default=None)
        if deepest is None or -deepest[0] < options["drop"]:
            continue
        _, then, now = deepest
        told = {"before": case.name(before), "step": case.name(step), "then": then, "now": now}
        yield Found(Address("steps", step.id, "feels"), told, ground=(then, now))


def _levels(before: Step, step: Step) -> Iterator[tuple[float, float]]:
    """The level before and the level at the step, for each persona both speak of; a feeling of everybody speaks for each persona."""
    then = {feeling.persona: feeling.level for feeling in before.feels}
    for feeling in step.feels:
        level = then.get(feeling.persona, then.get(None))
        if level is not None:
            yield level, feeling.level


CHECK = Check(
    code="EXP015",
    slug="emotion-drop",
    severity="medium",
    find=find,
    options=(Option("drop", 2.5, "From how many levels on a drop is told, on a scale of 4 levels"),),
    source="kalbach-2016",
    en=Words(
        "A deep drop in feeling",
        "Between {before} and {step} the feeling falls from {then} to {now}.",
        "A sudden fall tells of something that people did not see coming. They forgive a bad moment sooner than a bad surprise.",
        "Look at what happens between the two, and whether a word beforehand could soften it.",
    ),
    nl=Words(
        "Een diepe val in gevoel",
        "Tussen {before} en {step} zakt het gevoel van {then} naar {now}.",
        "Een plotselinge val wijst op iets wat mensen niet zagen aankomen. Een slecht moment vergeven ze eerder dan een slechte "
        "verrassing.",
        "Kijk wat er tussen die twee gebeurt, en of een woord vooraf het kan verzachten.",
    ),
    es=Words(
        "Una caída brusca de la emoción",
        "Entre {before} y {step} la emoción cae de {then} a {now}.",
        "Una caída repentina habla de algo que no se veía venir. Se perdona antes un mal momento que una mala sorpresa.",
        "Mire qué ocurre entre ambos y si avisar antes podría suavizarlo.",
    ),
    fires="""
footlights: 1
title: A passport
phases:
- title: Collect
  steps:
  - {does: Hears that it is ready, feels: 1}
  - {id: again, does: Books a second appointment, feels: -2}
""",
    at=("steps/again#feels",),
    clean="""
footlights: 1
title: A passport
phases:
- title: Collect
  steps:
  - {does: Hears that it is ready, feels: 1}
  - {id: again, does: Books a second appointment, feels: -1}
""",
)
