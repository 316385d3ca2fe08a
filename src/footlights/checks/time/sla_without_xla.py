"""A moment of truth that is measured on output and not on experience."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Agreements on the service (SLA) at a moment of truth in a phase that no agreement on the experience (XLA) speaks of."""
    felt = {phase for agreement in case.blueprint.agreements.values() if agreement.kind == "xla" for phase in _phases(case, agreement.on)}
    everywhere = any(agreement.kind == "xla" and not agreement.on for agreement in case.blueprint.agreements.values())
    for agreement in case.blueprint.agreements.values():
        if agreement.kind != "sla" or everywhere:
            continue
        for pointer in agreement.on:
            address = case.blueprint.resolve(pointer)
            step = case.step_of(address) if address is not None else None
            if step is not None and step.moment_of_truth and step.phase not in felt:
                facts = {"agreement": case.name(agreement), "step": case.name(step)}
                yield Found(Address("agreements", agreement.id), facts, ground=(step.id, step.moment_of_truth), detail=step.id)
                break


def _phases(case: Case, pointers: tuple[str, ...]) -> Iterator[str]:
    """The phases in which these elements stand."""
    for pointer in pointers:
        address = case.blueprint.resolve(pointer)
        if address is None:
            continue
        step = case.step_of(address)
        if step is not None:
            yield step.phase
        elif address.collection == "phases":
            yield address.id


CHECK = Check(
    code="TIM014",
    slug="sla-without-xla",
    severity="low",
    find=find,
    source="xla",
    en=Words(
        "Output measured, experience not",
        "{agreement} speaks of output; nobody measures how {step} is lived through.",
        "This is how watermelons grow: green outside, red inside. A service level that is met says nothing about whether people "
        "were helped.",
        "Set an agreement on the experience (XLA) beside it, on the same moment.",
    ),
    nl=Words(
        "De output gemeten, de beleving niet",
        "{agreement} gaat over de output; niemand meet hoe {step} wordt beleefd.",
        "Zo groeien watermeloenen: groen van buiten, rood van binnen. Een gehaald serviceniveau zegt niet of mensen geholpen zijn.",
        "Zet er een afspraak over de beleving (XLA) naast, bij hetzelfde moment.",
    ),
    es=Words(
        "Se mide el resultado, no la experiencia",
        "{agreement} habla del resultado; nadie mide cómo se vive {step}.",
        "Así crecen las sandías: verdes por fuera, rojas por dentro. Que se cumpla el nivel de servicio no dice si se ayudó a alguien.",
        "Ponga al lado un acuerdo sobre la experiencia (XLA), en el mismo momento.",
    ),
    fires="""
footlights: 1
title: A service desk
phases:
- title: Report
  steps: [{id: calls, does: Calls the desk, moment-of-truth: 3}]
- title: After
  steps: [{id: rates, does: Rates}]
agreements:
- {id: phone, sla: Phone answered, on: calls, measure: wait p90, target: < 30 s}
- {id: happy, xla: Happiness, on: rates, measure: happiness, target: ">= 70"}
""",
    at=("agreements/phone",),
    clean="""
footlights: 1
title: A service desk
phases:
- title: Report
  steps: [{id: calls, does: Calls the desk, moment-of-truth: 3}]
agreements:
- {id: phone, sla: Phone answered, on: calls, measure: wait p90, target: < 30 s}
- {id: happy, xla: Happiness, on: calls, measure: happiness, target: ">= 70"}
""",
)
