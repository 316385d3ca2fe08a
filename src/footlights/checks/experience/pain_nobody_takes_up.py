"""A heavy pain that no finding takes up."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Mark, behind_each

__all__ = ["CHECK"]


_KINDS = ("pain", "critical", "wait")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Pains, critical moments and wait points of severity high that no finding of the team speaks of.

    A finding answers a mark where it names the mark, the element or step it stands at, the phase, or a card behind that step.
    What is kept of other checks' findings does not count, nor does what was dismissed.
    """
    findings = case.blueprint.findings.values()
    told = {on for each in findings if not each.fingerprint and each.status != "dismissed" for on in each.on}
    open_marks = [mark for mark in case.marks(*_KINDS) if mark.severity == "high" and not told & _places(case, mark)]
    stands = behind_each(case.blueprint) if open_marks else {}
    for mark in open_marks:
        step = case.step_of(case.address(mark))
        if step is None or not any(told & {stand.card, f"cards/{stand.card}"} for stand in stands[step.id]):
            yield Found(Address("marks", mark.id), {"mark": case.name(mark)}, ground=(mark.severity,))


def _places(case: Case, mark: Mark) -> set[str]:
    """All ways in which a finding may name where a mark stands."""
    step = case.step_of(case.address(mark))
    here = {f"marks/{mark.id}", mark.on}
    if step is not None:
        here |= {f"steps/{step.id}", f"phases/{step.phase}"}
    return here | {place.partition("/")[2] for place in here if not place.startswith("marks/")}


CHECK = Check(
    code="EXP012",
    slug="pain-nobody-takes-up",
    severity="medium",
    calm=True,
    find=find,
    source="nng",
    en=Words(
        "A heavy pain that nobody takes up",
        "Nothing in the findings or the plan takes up {mark}.",
        "Somebody marked this as heavy for the customer. A map that shows pain and leads to nothing is what people call wallpaper.",
        "Write a finding about it and an action that closes it, or say that it is less heavy than it looked.",
    ),
    nl=Words(
        "Een zwaar pijnpunt dat niemand oppakt",
        "Geen bevinding en geen actie pakt {mark} op.",
        "Iemand noteerde dit als zwaar voor de klant. Een kaart die pijn toont en nergens toe leidt, wordt behang.",
        "Schrijf er een bevinding over en een actie die haar oplost, of zeg dat het minder zwaar is dan het leek.",
    ),
    es=Words(
        "Un dolor grave del que nadie se ocupa",
        "Ningún hallazgo ni acción se ocupa de {mark}.",
        "Alguien marcó esto como grave para el cliente. Un mapa que muestra dolor y no lleva a nada acaba siendo papel pintado.",
        "Escriba un hallazgo y una acción que lo cierre, o diga que es menos grave de lo que parecía.",
    ),
    fires="""
footlights: 1
title: A laptop
phases:
- title: Monday
  steps:
  - id: waits
    title: Waits
    critical: {id: no-word, title: Nobody says a word, severity: high}
    pain: {title: The music, severity: low}
""",
    at=("marks/no-word",),
    clean="""
footlights: 1
title: A laptop
phases:
- title: Monday
  steps:
  - id: waits
    title: Waits
    critical: {id: no-word, title: Nobody says a word, severity: high}
findings:
- {on: [waits], title: Nobody speaks to the customer while the ticket queues, severity: high}
""",
)
