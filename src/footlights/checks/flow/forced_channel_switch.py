"""A customer who has to change between online and offline halfway through a phase."""

from collections.abc import Iterator
from itertools import pairwise

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Step

__all__ = ["CHECK"]

#: A fall of a whole step on the scale of feelings makes the finding weigh more.
_FALL = 1.0


def find(case: Case, _: Options) -> Iterator[Found]:
    """Two contacts that follow each other in a phase, all online the one and all offline the other, where the feeling does not rise.

    What a drawn message brings is no choice of the customer's, and no switch. Medium where the feeling falls by a whole step, or a
    pain is marked at the second.
    """
    brought = {link.target for link in case.blueprint.links.values() if link.kind == "message"}
    for steps in case.blueprint.steps_by_phase.values():
        met = [(step, channels) for step in steps if (channels := _channels(case, step))]
        for (before, left), (after, right) in pairwise(met):
            one, other = _class(case, left), _class(case, right)
            if not one or not other or one == other or not _leads(case, before, after) or _met(case, after) <= brought:
                continue
            fall = _fall(case, before, after)
            if fall is not None and fall < 0:
                continue
            heavy = (fall is not None and fall >= _FALL) or bool(case.marks_at(after.id, "pain"))
            yield Found(
                Address("steps", after.id),
                {
                    "before": case.name(before),
                    "after": case.name(after),
                    "left": tuple(case.name(case.blueprint.channels[channel]) for channel in left),
                    "right": tuple(case.name(case.blueprint.channels[channel]) for channel in right),
                },
                ground=(before.id, left, right),
                severity="medium" if heavy else "",
            )


def _channels(case: Case, step: Step) -> tuple[str, ...]:
    """The channels through which the customer can be met at a step, in order; those of cards that span over it do not change there."""
    met = _met(case, step)
    return tuple(dict.fromkeys(channel for card in case.column[step.id] if card.id in met for channel in card.via))


def _met(case: Case, step: Step) -> set[str]:
    """The contacts that begin at a step and say through which channel."""
    return {card.id for card in case.at(step.id, "frontstage") if card.step == step.id and card.via}


def _class(case: Case, channels: tuple[str, ...]) -> str:
    """Online or offline when all of the channels are; "" when they differ or somebody did not say."""
    classes = {case.blueprint.channels[channel].class_ for channel in channels}
    return next(iter(classes)) or "" if len(classes) == 1 else ""


def _leads(case: Case, before: Step, after: Step) -> bool:
    """Whether some go on from one to the other: by a way that was drawn, or by none being drawn that leads elsewhere."""
    drawn = [flow for flow in case.onward.get(before.id, ()) if flow.link is not None and flow.kind != "loop"]
    return not drawn or any(flow.target == after.id for flow in drawn)


def _fall(case: Case, before: Step, after: Step) -> float | None:
    """How much lower the one who fares worst feels afterwards; None where somebody did not say."""
    one, other = case.lowest(before), case.lowest(after)
    return None if one is None or other is None else one - other


CHECK = Check(
    code="FLO013",
    slug="forced-channel-switch",
    severity="low",
    find=find,
    source="polaine-2013",
    en=Words(
        "A customer made to change channel",
        "After {before} (through {left}) there is only {right} for {after}.",
        "A change of channel in the middle of something often means starting again: to look up, to explain, to wait. Here customers "
        "have no choice, and they do not feel better for it.",
        "Let people go on where they began, or carry over what they said so that they need not say it twice.",
    ),
    nl=Words(
        "Een klant die van kanaal moet wisselen",
        "Na {before} (via {left}) is er voor {after} alleen {right}.",
        "Halverwege van kanaal wisselen is vaak opnieuw beginnen: opzoeken, uitleggen, wachten. Hier heeft de klant geen keus, en die "
        "wordt er niet blijer van.",
        "Laat mensen verdergaan waar ze begonnen, of neem mee wat ze al zeiden zodat het niet twee keer hoeft.",
    ),
    es=Words(
        "Un cliente obligado a cambiar de canal",
        "Después de {before} (por {left}), para {after} solo queda {right}.",
        "Cambiar de canal a mitad de camino suele ser volver a empezar: buscar, explicar, esperar. Aquí el cliente no puede elegir, y no "
        "sale mejor de ánimo.",
        "Permita seguir donde se empezó, o traslade lo ya dicho para que no haya que repetirlo.",
    ),
    fires="""
footlights: 1
title: A permit
channels: {site: {name: Website, class: online}, counter: {name: Counter, class: offline}}
phases:
- title: Apply
  steps:
  - {id: fills, does: Fills in the form, feels: 1, frontstage: [{id: form, does: Takes the form, via: site}]}
  - {id: shows, does: Shows the papers, feels: -1, frontstage: [{id: look, does: Looks at them, via: counter}]}
""",
    at=("steps/shows",),
    clean="""
footlights: 1
title: A permit
channels: {site: {name: Website, class: online}, counter: {name: Counter, class: offline}}
phases:
- title: Apply
  steps:
  - {id: fills, does: Fills in the form, feels: 1, frontstage: [{id: form, does: Takes the form, via: site}]}
  - {id: shows, does: Shows the papers, feels: -1, frontstage: [{id: look, does: Looks at them, via: [site, counter]}]}
  - {id: hears, does: Hears the answer, feels: 2, frontstage: [{id: tell, does: Tells them, via: counter}]}
""",
)
