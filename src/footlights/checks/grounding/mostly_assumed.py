"""A blueprint of which nearly everything is assumed."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Percent, Spelt, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """One question where at least `share` of the claims is assumed; a sketch of few claims, and what is only wished, are left alone.

    It weighs less once anything was observed or measured.
    """
    claims = case.claims
    if case.blueprint.state in ("to-be", "ideal") or len(claims) < options["claims"]:
        return
    assumed = sum(1 for claim in claims if claim.basis == "assumed")
    if assumed * 100 >= options["share"] * len(claims):
        facts = {"share": Percent(int(assumed / len(claims) * 100) / 100), "claims": Spelt(str(len(claims)))}
        # once a team goes out to look, the moments it has not looked at are the better question
        begun = any(claim.basis in ("observed", "measured") for claim in claims)
        yield Found(Address("blueprint"), facts, ground=(case.blueprint.state,), severity="low" if begun else "")


CHECK = Check(
    code="GRO005",
    slug="mostly-assumed",
    severity="medium",
    calm=True,
    find=find,
    options=(
        Option("share", 80, "From which share of assumed claims on it is asked, in percent"),
        Option("claims", 25, "From how many claims on a blueprint is asked"),
    ),
    source="stickdorn-2018",
    en=Words(
        "A blueprint of assumptions",
        "Of {claims} claims {share} are assumed.",
        "A map made in a room shows how a team sees its service. How customers live it may be another story, and a plan built on "
        "this one may mend the wrong things.",
        "Begin with the moments of truth: watch three, ask five people, and look up one figure.",
    ),
    nl=Words(
        "Een blueprint van aannames",
        "Van de {claims} beweringen is {share} een aanname.",
        "Een kaart die binnen is gemaakt, laat zien hoe een team zijn dienst ziet. Hoe klanten haar beleven kan een ander verhaal "
        "zijn, en een plan dat hierop bouwt verbetert dan het verkeerde.",
        "Begin bij de momenten van de waarheid: kijk drie keer mee, vraag het vijf mensen en zoek één cijfer op.",
    ),
    es=Words(
        "Un blueprint de supuestos",
        "De {claims} afirmaciones, el {share} son supuestos.",
        "Un mapa hecho en una sala muestra cómo ve el equipo su servicio. Cómo lo viven los clientes puede ser otra historia, y un "
        "plan basado en él puede arreglar lo que no es.",
        "Empiece por los momentos de la verdad: observe tres, pregunte a cinco personas y busque una cifra.",
    ),
    fires=f"""
footlights: 1
title: A call
phases:
- title: Report
  steps: [{", ".join(f"Step {number}" for number in range(1, 31))}]
""",
    at=("blueprint",),
    clean=f"""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {{does: Calls the desk, basis: observed, feels: {{level: 1, basis: observed}}}}
  - {{does: Explains it, basis: measured, feels: {{level: 1, basis: observed}}}}
  - {{does: Is helped, basis: observed, feels: {{level: 1, basis: observed}}}}
{"".join(f"  - Step {number}{chr(10)}" for number in range(1, 21))}""",
)
