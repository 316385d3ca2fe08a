"""A finding that stands although all that was to be done for it is done."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Findings of people, not dismissed, for which every action that was not dropped is done.

    There is no mend: whether it is over, only those who look at the service can say.
    """
    states: dict[str, list[str | None]] = {}
    for action in case.blueprint.actions.values():
        for id in action.closes if action.status != "dropped" else ():
            states.setdefault(id, []).append(action.status)
    for finding in case.blueprint.findings.values():
        doing = states.get(finding.id, [])
        if finding.status != "dismissed" and not finding.fingerprint and doing and all(status == "done" for status in doing):
            yield Found(Address("findings", finding.id), {"finding": case.name(finding)}, ground=(finding.status, len(doing)))


CHECK = Check(
    code="PLA006",
    slug="actions-done-finding-open",
    severity="low",
    find=find,
    source="house",
    en=Words(
        "Actions done, finding still standing",
        "Everything planned for the finding {finding} is done, and it still stands.",
        "Either it worked and nobody has said so, or it did not and something else is needed. Both are worth knowing.",
        "Look at the service again: dismiss the finding with what you saw as the reason, or plan what is left to do.",
    ),
    nl=Words(
        "Acties klaar, bevinding staat er nog",
        "Alles wat voor de bevinding {finding} gepland was is gedaan, en zij staat er nog.",
        "Of het heeft geholpen en niemand heeft het gezegd, of het hielp niet en er is iets anders nodig. Beide zijn de moeite waard om "
        "te weten.",
        "Kijk opnieuw naar de dienst: leg de bevinding terzijde met wat je zag als reden, of plan wat er nog moet gebeuren.",
    ),
    es=Words(
        "Acciones hechas, hallazgo pendiente",
        "Todo lo previsto para el hallazgo {finding} está hecho, y sigue en pie.",
        "O funcionó y nadie lo ha dicho, o no funcionó y hace falta otra cosa. Ambas cosas conviene saberlas.",
        "Vuelva a mirar el servicio: descarte el hallazgo con lo que vio como razón o planifique lo que falta.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{title: Both lines take the call together, closes: [bounce], status: done}]
""",
    at=("findings/bounce",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions:
- {title: Both lines take the call together, closes: [bounce], status: done}
- {title: Count the bounces, closes: [bounce], status: doing}
""",
)
