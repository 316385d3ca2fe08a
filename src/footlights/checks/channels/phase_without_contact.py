"""A phase in which nobody meets the customer."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Phases with steps and not one contact, between phases that have contacts; before the first and after the last nobody expects one.

    Phases in which the customer waits are left out: that is told of the step at which they hear nothing (silence).
    """
    phases = [phase for phase in case.blueprint.phases.values() if case.blueprint.steps_by_phase.get(phase.id)]
    met = [any(case.at(step.id, "frontstage") for step in case.blueprint.steps_by_phase[phase.id]) for phase in phases]
    for number, phase in enumerate(phases):
        if met[number] or not (any(met[:number]) and any(met[number + 1 :])):
            continue
        steps = case.blueprint.steps_by_phase[phase.id]
        if any(case.wait_s(step) or case.marks_at(step.id, "wait") for step in steps):
            continue
        yield Found(
            Address("phases", phase.id),
            {"phase": case.name(phase)},
            ground=tuple(step.id for step in steps),
            severity="medium" if any(step.moment_of_truth for step in steps) else "",
        )


CHECK = Check(
    code="CHA008",
    slug="phase-without-contact",
    severity="low",
    find=find,
    source="polaine-2013",
    en=Words(
        "A phase without a contact",
        "In {phase} the customer meets nobody and nothing of yours.",
        "Before and after it there is contact. In between people are on their own, and what goes wrong here reaches nobody.",
        "Draw the contact that is missing; or say at the phase why people can do without one here.",
    ),
    nl=Words(
        "Een fase zonder contact",
        "In {phase} ontmoet de klant niemand en niets van de organisatie.",
        "Ervoor en erna is er contact. Ertussen staan mensen er alleen voor, en wat hier misgaat bereikt niemand.",
        "Teken het contact dat ontbreekt; of zeg bij de fase waarom het hier zonder kan.",
    ),
    es=Words(
        "Una fase sin contacto",
        "En {phase} el cliente no se encuentra con nadie ni con nada de la organización.",
        "Antes y después hay contacto. En medio el cliente está solo, y lo que aquí sale mal no le llega a nadie.",
        "Dibuje el contacto que falta; o diga en la fase por qué aquí no hace falta.",
    ),
    fires="""
footlights: 1
title: Fibre
phases:
- {title: Order, steps: [{does: Orders, frontstage: [{does: Takes the order}]}]}
- {id: build, title: Build, steps: [{title: Sees them dig, moment-of-truth: 2, backstage: [{does: Digs}]}]}
- {title: Install, steps: [{does: Lets them in, frontstage: [{does: Installs}]}]}
""",
    at=("phases/build",),
    clean="""
footlights: 1
title: Fibre
phases:
- {title: Think, steps: [{does: Thinks it over}]}
- {title: Order, steps: [{does: Orders, frontstage: [{does: Takes the order}]}]}
- {id: build, title: Build, steps: [{title: Sees them dig, moment-of-truth: 2, frontstage: [{does: Tells them why}]}]}
- {title: Install, steps: [{does: Lets them in, frontstage: [{does: Installs}]}]}
- {title: Use, steps: [{does: Uses it}]}
""",
)
