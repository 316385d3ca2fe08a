"""A branch that does not say which way is taken when."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Link

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Steps and cards with several ways on that have a share, two or more of them without a condition."""
    branches: dict[str, list[Link]] = {}
    for link in case.blueprint.links.values():
        if link.share is not None and link.share < 1:
            branches.setdefault(link.source, []).append(link)
    for source, links in branches.items():
        silent = sorted(link.target for link in links if link.when is None)
        address = case.blueprint.resolve(source)
        if address is not None and len(silent) > 1:
            yield Found(address, {"where": case.name(address)}, ground=tuple(silent))


CHECK = Check(
    code="FLO009",
    slug="branch-without-condition",
    severity="low",
    find=find,
    source="shostack-1984",
    en=Words(
        "A branch without conditions",
        "The way splits at {where}, and nobody says what decides.",
        "Somebody, or some rule, decides here which way a customer goes. Whoever is new has to guess it.",
        "Write at each link when it is taken; one of them may stay open as the ordinary way.",
    ),
    nl=Words(
        "Een splitsing zonder voorwaarden",
        "Bij {where} splitst de weg, en er staat niet wat dat bepaalt.",
        "Iemand, of een regel, beslist hier welke kant het voor een klant op gaat. Wie nieuw is, moet ernaar raden.",
        "Schrijf bij elke verbinding wanneer die geldt; één mag open blijven als de gewone weg.",
    ),
    es=Words(
        "Una bifurcación sin condiciones",
        "El camino se divide en {where} y no consta qué lo decide.",
        "Alguien, o alguna regla, decide aquí por dónde va el cliente. Quien llega nuevo tiene que adivinarlo.",
        "Escriba en cada enlace cuándo se toma; uno puede quedar abierto como camino habitual.",
    ),
    fires="""
footlights: 1
title: A loan
phases:
- title: Decide
  steps:
  - id: waits
    title: Waits
    backstage: [{id: decide, does: Decides, to: [{card: say-yes, share: 85 %}, {card: say-no, share: 15 %}]}]
  - {id: hears, does: Hears, frontstage: [{id: say-yes, does: Says yes}, {id: say-no, does: Says no}]}
""",
    at=("cards/decide",),
    clean="""
footlights: 1
title: A loan
phases:
- title: Decide
  steps:
  - id: waits
    title: Waits
    backstage: [{id: decide, does: Decides, to: [{card: say-yes, share: 85 %}, {card: say-no, share: 15 %, when: Too much debt}]}]
  - {id: hears, does: Hears, frontstage: [{id: say-yes, does: Says yes}, {id: say-no, does: Says no}]}
""",
)
