"""The customer waits, and nobody says anything."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Seconds, Word, Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Steps where the customer waits for `longest` hours or more, or at a marked wait point, with nobody on the front stage.

    High at a moment of truth of grade 2 or more, and where it feels -1.5 or worse; low where it is known to be shorter than that
    and feels no worse than 0.
    """
    if not case.draws("frontstage"):
        return
    for step in case.steps:
        wait = _wait_s(case, step)
        long = wait is not None and wait >= options["longest"] * 3600
        if not (long or _marked(case, step)) or case.at(step.id, "frontstage"):
            continue
        grade, felt = step.moment_of_truth or 0, case.lowest(step)
        heavy = grade >= 2 or (felt is not None and felt <= -1.5)
        light = wait is not None and not long and (felt or 0) >= 0
        yield Found(
            Address("steps", step.id),
            {"step": case.name(step), "wait": Word("word.unknown") if wait is None else Seconds(wait)},
            ground=(wait, grade, felt),
            severity="high" if heavy else "low" if light else "",
        )


def _wait_s(case: Case, step: Step) -> float | None:
    """How long the customer waits: what everything in the column waits where they do nothing else, else their own wait."""
    if not step.does:
        return case.wait_s(step)
    return step.time.wait.seconds if step.time is not None and step.time.wait is not None else None


def _marked(case: Case, step: Step) -> bool:
    """Whether a wait point stands on the step, or, where the customer does nothing else, on what is done there meanwhile."""
    places = [f"steps/{step.id}"]
    if not step.does:
        places += [f"cards/{card.id}" for card in case.acting(step.id) if card.step == step.id]
    return any(mark.kind == "wait" for place in places for mark in case.blueprint.marks_on.get(place, ()))


CHECK = Check(
    code="EXP008",
    slug="silence",
    severity="medium",
    calm=True,
    find=find,
    options=(Option("longest", 1, "How long a customer may wait without a word, in hours"),),
    source="maister-1985",
    en=Words(
        "Silence while the customer waits",
        "The customer waits at {step} and hears nothing (waiting time: {wait}).",
        "Waiting without word feels longer than waiting that somebody explains. Not knowing is often worse than the wait itself.",
        "Let a contact that is there already carry a word: what is happening, and when they will hear more.",
    ),
    nl=Words(
        "Stilte terwijl de klant wacht",
        "Bij {step} wacht de klant en hoort die niets (wachttijd: {wait}).",
        "Wachten zonder bericht voelt langer dan wachten dat iemand uitlegt. Niet weten is vaak erger dan het wachten zelf.",
        "Laat een contact dat er al is iets meegeven: wat er gebeurt en wanneer de klant meer hoort.",
    ),
    es=Words(
        "Silencio mientras el cliente espera",
        "En {step} el cliente espera y no sabe nada (tiempo de espera: {wait}).",
        "Esperar sin noticias se hace más largo que esperar con una explicación. No saber suele ser peor que la propia espera.",
        "Haga que un contacto que ya existe dé noticias: qué está pasando y cuándo se sabrá más.",
    ),
    fires="""
footlights: 1
title: A laptop
actors: {desk: {name: Desk}}
phases:
- title: Monday
  steps:
  - does: Calls the desk
    frontstage: [{does: Answers, by: desk}]
  - id: waits
    title: Waits
    feels: -2
    backstage: [{does: Looks for the fault, by: desk, time: {wait: 2 h}}]
  - id: waits-on
    title: Waits for a part
    wait: Nobody knows when it comes
""",
    at=(
        "steps/waits",
        "steps/waits-on",
    ),
    clean="""
footlights: 1
title: A laptop
actors: {desk: {name: Desk}}
phases:
- title: Monday
  steps:
  - does: Calls the desk
    frontstage: [{does: Answers, by: desk}]
  - id: waits
    title: Waits
    feels: -2
    frontstage: [{does: Sends word every half hour, by: desk}]
    backstage: [{does: Looks for the fault, by: desk, time: {wait: 2 h}}]
  - id: waits-on
    title: Waits for a part
    backstage: [{does: Orders the part, by: desk, time: {wait: 10 min}}]
""",
)
