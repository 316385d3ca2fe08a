"""A contact that leaves nothing to see, hear or hold."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Steps with a front stage and no evidence, where at least half of such steps have some; medium from grade 2 on."""
    contacts = [step for step in case.steps if case.at(step.id, "frontstage")]
    bare = [step for step in contacts if not case.at(step.id, "evidence")]
    if len(bare) * 2 > len(contacts):
        return
    for step in bare:
        grade = step.moment_of_truth or 0
        yield Found(Address("steps", step.id), {"step": case.name(step)}, ground=(grade,), severity="medium" if grade >= 2 else "")


CHECK = Check(
    code="STR003",
    slug="contact-without-evidence",
    severity="low",
    find=find,
    source="bitner-2008",
    en=Words(
        "A contact without physical evidence",
        "Nothing is drawn that the customer sees, hears or holds at {step}.",
        "People judge what they can't see by what they can: a letter, a screen, a tone of voice. What nobody thought about is "
        "there all the same, and tells its own story.",
        "Add what can be perceived at this moment, also when it is digital or a voice.",
    ),
    nl=Words(
        "Een contact zonder tastbaar bewijs",
        "Bij {step} staat niets wat de klant ziet, hoort of in handen krijgt.",
        "Mensen beoordelen wat ze niet zien aan wat ze wel zien: een brief, een scherm, een toon. Waar niemand over nadacht, is er "
        "toch en vertelt een eigen verhaal.",
        "Voeg toe wat er op dit moment waar te nemen is, ook als het digitaal is of een stem.",
    ),
    es=Words(
        "Un contacto sin evidencia física",
        "En {step} no se dibuja nada que el cliente vea, oiga o toque.",
        "La gente juzga lo que no ve por lo que sí ve: una carta, una pantalla, un tono de voz. Aunque nadie lo haya pensado, está "
        "ahí y cuenta su propia historia.",
        "Añada lo que se percibe en ese momento, también si es digital o una voz.",
    ),
    fires="""
footlights: 1
title: A passport
actors: {counter: {name: Counter}}
phases:
- title: Ask
  steps:
  - does: Comes to the counter
    evidence: [Number on the screen]
    frontstage: [{does: Receives, by: counter}]
  - id: collects
    does: Collects the passport
    moment-of-truth: 3
    frontstage: [{does: Hands it over, by: counter}]
""",
    at=("steps/collects",),
    clean="""
footlights: 1
title: A passport
actors: {counter: {name: Counter}}
phases:
- title: Ask
  steps:
  - does: Comes to the counter
    evidence: [Number on the screen]
    frontstage: [{does: Receives, by: counter}]
  - id: collects
    does: Collects the passport
    moment-of-truth: 3
    evidence: [The new passport]
    frontstage: [{does: Hands it over, by: counter}]
  - does: Goes home
""",
)
