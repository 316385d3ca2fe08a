"""An agreement that allows more time than customers were promised."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Seconds, Words
from footlights.model import Address, Agreement, Promise, number_text, parse_duration

__all__ = ["CHECK"]

#: Words in a measure for the time from start to end; waiting or work alone is only a part of it.
_WHOLE = ("elapsed", "total", "lead time", "throughput", "doorloop", "plazo", "tiempo total")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Agreements on the service with a longer time than a promise that ends at the same place."""
    for agreement in case.blueprint.agreements.values():
        allowed = _seconds(agreement)
        if allowed is None:
            continue
        for promise in case.blueprint.promises.values():
            if promise.within is None or not _same_end(case, agreement, promise) or allowed <= promise.within.seconds:
                continue
            yield Found(
                Address("agreements", agreement.id, "target"),
                {
                    "agreement": case.name(agreement),
                    "allowed": Seconds(allowed),
                    "promise": case.name(promise),
                    "within": promise.within,
                },
                ground=(allowed, promise.within.seconds),
                detail=promise.id,
            )


def _seconds(agreement: Agreement) -> float | None:
    """The longest time an agreement on the service allows from start to end; None where it speaks of something else."""
    target = agreement.target
    whole = agreement.measure is None or any(word in agreement.measure.casefold() for word in _WHOLE)
    if agreement.kind != "sla" or target is None or target.comparator not in ("<", "<=") or not target.unit or not whole:
        return None
    try:
        return parse_duration(f"{number_text(target.amount)} {target.unit}").seconds
    except ValueError:  # a unit that is no time
        return None


def _same_end(case: Case, agreement: Agreement, promise: Promise) -> bool:
    end = case.blueprint.resolve(promise.to) if promise.to else None
    pointers = (case.blueprint.resolve(pointer) for pointer in agreement.on)
    return any(pointer is not None and pointer in (end, Address("promises", promise.id)) for pointer in pointers)


CHECK = Check(
    code="TIM013",
    slug="agreement-looser-than-promise",
    severity="medium",
    find=find,
    source="xla",
    en=Words(
        "An agreement looser than the promise",
        "{agreement} allows {allowed}, while customers were promised {within} ({promise}).",
        "People steer by what they are measured on. The agreement can be green while the promise to customers is broken.",
        "Make the agreement as strict as the promise, or stricter.",
    ),
    nl=Words(
        "Een afspraak die ruimer is dan de belofte",
        "{agreement} laat {allowed} toe, terwijl klanten {within} is beloofd ({promise}).",
        "Mensen sturen op waar ze op gemeten worden. De afspraak kan groen zijn terwijl de belofte aan klanten is gebroken.",
        "Maak de afspraak zo streng als de belofte, of strenger.",
    ),
    es=Words(
        "Un acuerdo más laxo que la promesa",
        "{agreement} admite {allowed}, y lo prometido al cliente es {within} ({promise}).",
        "Cada cual se guía por lo que se le mide. El acuerdo puede estar en verde y la promesa al cliente, rota.",
        "Haga el acuerdo tan estricto como la promesa, o más.",
    ),
    fires="""
footlights: 1
title: Dinner
phases: [{title: Eat, steps: [{id: orders, does: Orders}, {id: eats, does: Eats}]}]
promises: [{id: soon, title: On the table in 20 minutes, from: orders, to: eats, within: 20 min}]
agreements: [{id: on-table, sla: Dish on the table, on: eats, measure: elapsed p90, target: <= 25 min}]
""",
    at=("agreements/on-table#target",),
    clean="""
footlights: 1
title: Dinner
phases: [{title: Eat, steps: [{id: orders, does: Orders}, {id: eats, does: Eats}]}]
promises: [{id: soon, title: On the table in 20 minutes, from: orders, to: eats, within: 20 min}]
agreements:
- {id: on-table, sla: Dish on the table, on: eats, measure: elapsed p90, target: <= 18 min}
- {id: bread, sla: Bread on the table, on: eats, measure: wait p90, target: <= 30 min}
""",
)
