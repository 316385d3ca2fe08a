"""A finding of high severity that rests on nothing but opinion."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """People's findings of severity high, not dismissed, that were neither observed nor measured and name no source."""
    for finding in case.blueprint.findings.values():
        if finding.severity != "high" or finding.status == "dismissed" or finding.fingerprint:
            continue
        if not finding.source and finding.basis not in ("observed", "measured"):
            facts = {"finding": case.name(finding)}
            yield Found(Address("findings", finding.id), facts, ground=(finding.severity, finding.basis))


CHECK = Check(
    code="GRO010",
    slug="heavy-finding-without-source",
    severity="medium",
    find=find,
    source="stickdorn-2018",
    en=Words(
        "A heavy finding that rests on nothing",
        "The finding {finding} weighs heavily, and nothing says what it rests on.",
        "Such findings steer money and people. Whoever is asked to act on it will ask how you know.",
        "Say where it comes from: who told it, what was counted, where it was seen.",
    ),
    nl=Words(
        "Een zware bevinding zonder onderbouwing",
        "De bevinding {finding} weegt zwaar, en nergens staat waarop zij rust.",
        "Zulke bevindingen sturen geld en mensen. Wie ermee aan de slag moet, zal vragen hoe je dat weet.",
        "Zeg waar zij vandaan komt: wie het vertelde, wat er geteld is, waar het is gezien.",
    ),
    es=Words(
        "Un hallazgo grave sin fundamento",
        "El hallazgo {finding} pesa mucho y nada dice en qué se basa.",
        "Estos hallazgos mueven dinero y personas. Quien tenga que actuar preguntará cómo se sabe.",
        "Indique de dónde viene: quién lo contó, qué se contó o dónde se vio.",
    ),
    fires="""
footlights: 1
title: A call
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high, basis: assumed}]
""",
    at=("findings/bounce",),
    clean="""
footlights: 1
title: A call
sources: {visit: {title: A morning at the desk, kind: observation}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings:
- {id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high, basis: assumed, source: visit}
- {id: queue, on: [calls], title: The queue is long, severity: medium}
""",
)
