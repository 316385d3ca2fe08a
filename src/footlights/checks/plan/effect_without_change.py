"""An action that is expected to change nothing."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Spelt, Words
from footlights.model import Address, number_text

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Actions whose reading is expected to be afterwards what it was before."""
    for action in case.blueprint.actions.values():
        effect = action.effect
        if effect is None or effect.to is None or effect.from_ != effect.to:
            continue
        facts = {"action": case.name(action), "reading": effect.reading or "?", "level": Spelt(number_text(effect.to))}
        yield Found(Address("actions", action.id, "effect"), facts, ground=(effect.reading, effect.from_, effect.to))


CHECK = Check(
    code="PLA009",
    slug="effect-without-change",
    severity="medium",
    find=find,
    source="house",
    en=Words(
        "An effect that changes nothing",
        "The action {action} takes {reading} from {level} to {level}.",
        "An action costs people's time. If the figure stays where it is, either the figure is the wrong one or the action is.",
        "Write the level you expect, or another reading that should move.",
    ),
    nl=Words(
        "Een effect dat niets verandert",
        "De actie {action} brengt {reading} van {level} naar {level}.",
        "Een actie kost mensen tijd. Blijft het cijfer waar het is, dan klopt het cijfer niet of de actie niet.",
        "Schrijf het niveau op dat je verwacht, of een andere meetwaarde die moet bewegen.",
    ),
    es=Words(
        "Un efecto que no cambia nada",
        "La acción {action} lleva {reading} de {level} a {level}.",
        "Una acción cuesta tiempo a las personas. Si la cifra no se mueve, o no es esa la cifra o no es esa la acción.",
        "Escriba el nivel que espera u otro indicador que deba moverse.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: together, title: Both lines take the call together, closes: [bounce], effect: {reading: bounces, from: 3, to: 3}}]
""",
    at=("actions/together#effect",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: together, title: Both lines take the call together, closes: [bounce], effect: {reading: bounces, from: 3, to: 1}}]
""",
)
