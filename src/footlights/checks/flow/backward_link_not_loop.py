"""A link that leads back to before and is not drawn as a loop."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.edits import Operation, set_field
from footlights.facts import CheckFinding, Words, pointed_title
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Triggers that close a circle: path times leave them out, and so does nobody see them as work done again."""
    closing = set(case.times.loops)
    for link in case.blueprint.links.values():
        if link.kind in (None, "trigger") and (link.source, link.target) in closing:
            start, end = (pointed_title(case.blueprint, pointer) for pointer in (link.source, link.target))
            yield Found(Address("links", link.id, "kind"), {"start": start, "end": end}, ground=(link.source, link.target))


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """The same link, as a loop: that is what the way through it does already."""
    return set_field(case.blueprint, finding.address, "loop")


CHECK = Check(
    code="FLO004",
    slug="backward-link-not-loop",
    severity="low",
    find=find,
    mend=mend,
    source="shostack-1984",
    en=Words(
        "A way back that is not drawn as a loop",
        "The link from {start} back to {end} closes a circle.",
        "Work goes round here. Drawn as a loop people see it at a glance, and it can bear a condition and a share.",
        "Make it a loop, or turn it round if it was drawn the wrong way.",
    ),
    nl=Words(
        "Een weg terug die niet als lus is getekend",
        "De verbinding van {start} terug naar {end} sluit een kring.",
        "Hier gaat werk in het rond. Als lus zie je dat in één oogopslag, en kan er een voorwaarde en een aandeel bij.",
        "Maak er een lus van, of draai de verbinding om als ze verkeerd om is getekend.",
    ),
    es=Words(
        "Una vuelta atrás que no está dibujada como bucle",
        "El enlace de {start} de vuelta a {end} cierra un círculo.",
        "Aquí el trabajo da vueltas. Dibujado como bucle se ve de un vistazo y puede llevar una condición y un porcentaje.",
        "Conviértalo en bucle, o dele la vuelta si se dibujó al revés.",
    ),
    fires="""
footlights: 1
title: A form
phases:
- title: Fill in
  steps:
  - {id: fills, does: Fills in the form, frontstage: [{id: form, does: Shows the form}]}
  - {id: waits, title: Waits, backstage: [{id: check, does: Checks it, to: form}]}
links: [{from: form, to: check}]
""",
    at=("links/check--form#kind",),
    clean="""
footlights: 1
title: A form
phases:
- title: Fill in
  steps:
  - {id: fills, does: Fills in the form, frontstage: [{id: form, does: Shows the form}]}
  - {id: waits, title: Waits, backstage: [{id: check, does: Checks it, to: {card: form, kind: loop}}]}
links: [{from: form, to: check}]
""",
)
