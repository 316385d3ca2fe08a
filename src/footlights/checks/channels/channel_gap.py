"""A phase in which only machines answer, though before and after it one can speak to somebody."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address, Phase

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Phases with contacts none of which people do, between phases that share a channel with somebody on it, where feelings run low."""
    phases = list(case.blueprint.phases.values())
    spoken = {phase.id: _spoken(case, phase) for phase in phases}
    for before, phase, after in zip(phases, phases[1:], phases[2:], strict=False):
        missing = tuple(channel for channel in spoken[before.id] if channel in spoken[after.id])
        steps = case.blueprint.steps_by_phase.get(phase.id, ())
        met = any(case.at(step.id, "frontstage") for step in steps)
        lowest = min((low for step in steps if (low := case.lowest(step)) is not None), default=None)
        if not missing or not met or _people(case, phase) or lowest is None or lowest > options["feeling"]:
            continue
        names = tuple(case.name(case.blueprint.channels[channel]) for channel in missing)
        facts = {"phase": case.name(phase), "channels": names, "before": case.name(before), "after": case.name(after)}
        yield Found(Address("phases", phase.id), facts, ground=(missing, lowest))


def _people(case: Case, phase: Phase) -> bool:
    """Whether the customer meets somebody in a phase."""
    cards = (card for step in case.blueprint.steps_by_phase.get(phase.id, ()) for card in case.at(step.id, "frontstage"))
    return any(card.by and card.mode != "automated" for card in cards)


def _spoken(case: Case, phase: Phase) -> tuple[str, ...]:
    """The channels on which people answer in a phase, in order."""
    cards = (card for step in case.blueprint.steps_by_phase.get(phase.id, ()) for card in case.at(step.id, "frontstage"))
    return tuple(dict.fromkeys(channel for card in cards if card.by and card.mode != "automated" for channel in card.via))


CHECK = Check(
    code="CHA003",
    slug="channel-gap",
    severity="medium",
    find=find,
    options=(Option("feeling", -1, "From which feeling down somebody to speak to is missed, -2 to 2"),),
    source="polaine-2013",
    en=Words(
        "A channel that drops out where it is needed",
        "In {before} and {after} one can speak to somebody ({channels}); in {phase}, between them, only machines answer.",
        "Whoever feels low here and knows that way will try it. Either it works and the picture does not show it, or it leads nowhere.",
        "Ask what happens to people who try it, and draw the answer.",
    ),
    nl=Words(
        "Een kanaal dat wegvalt waar het nodig is",
        "In {before} en {after} kun je iemand spreken ({channels}); in {phase}, daartussen, antwoorden alleen machines.",
        "Wie het hier moeilijk heeft en die weg kent, probeert hem. Of dat werkt en het plaatje toont het niet, of het loopt op niets uit.",
        "Vraag wat er gebeurt met mensen die het proberen, en teken het antwoord.",
    ),
    es=Words(
        "Un canal que falta donde hace falta",
        "En {before} y {after} se puede hablar con alguien ({channels}); en {phase}, en medio, solo responden máquinas.",
        "Quien aquí lo pasa mal y conoce esa vía la probará. O funciona y el plano no lo muestra, o no lleva a ninguna parte.",
        "Pregunte qué les pasa a quienes lo intentan y dibuje la respuesta.",
    ),
    fires="""
footlights: 1
title: A loan
actors: {desk: {name: Loan desk}}
channels: {phone: {name: Phone, class: offline}, site: {name: Website, class: online}}
phases:
- {title: Ask, steps: [{does: Asks, frontstage: [{does: Explains, by: desk, via: phone}]}]}
- id: gather
  title: Gather papers
  steps: [{does: Looks for papers, feels: -1.5, frontstage: [{does: Reminds, via: site, mode: automated}]}]
- {title: Hear, steps: [{does: Hears, frontstage: [{does: Tells the answer, by: desk, via: phone}]}]}
""",
    at=("phases/gather",),
    clean="""
footlights: 1
title: A loan
actors: {desk: {name: Loan desk}}
channels: {phone: {name: Phone, class: offline}, site: {name: Website, class: online}}
phases:
- {title: Ask, steps: [{does: Asks, frontstage: [{does: Explains, by: desk, via: phone}]}]}
- id: gather
  title: Gather papers
  steps:
  - does: Looks for papers
    feels: -1.5
    frontstage: [{does: Reminds, via: site, mode: automated}, {does: Says which papers, by: desk, via: phone}]
- {title: Hear, steps: [{does: Hears, frontstage: [{does: Tells the answer, by: desk, via: phone}]}]}
""",
)
