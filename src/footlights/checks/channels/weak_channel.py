"""A channel on which most moments of truth stay below their level."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Spelt, Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Channels of `moments` moments below their desired level or more, that fare worse than the moments without them do."""
    judged = [step for step in case.moments() if step.desired is not None and step.actual is not None]
    by_channel: dict[str, list[Step]] = {}
    for step in judged:
        for channel in dict.fromkeys(channel for card in case.at(step.id, "frontstage") for channel in card.via):
            by_channel.setdefault(channel, []).append(step)
    for id in case.blueprint.channels:
        steps = by_channel.get(id, [])
        below = [step for step in steps if _below(step)]
        others = [step for step in judged if step not in steps]
        if len(below) < options["moments"] or not others:
            continue
        if len(below) / len(steps) > sum(map(_below, others)) / len(others) and len(below) * 2 > len(steps):
            facts = {"channel": case.name(case.blueprint.channels[id]), "below": Spelt(len(below)), "all": Spelt(len(steps))}
            yield Found(Address("channels", id), facts, ground=tuple((step.id, step.desired, step.actual) for step in below))


def _below(step: Step) -> bool:
    return (step.actual or 0.0) < (step.desired or 0.0)


CHECK = Check(
    code="CHA010",
    slug="weak-channel",
    severity="low",
    find=find,
    options=(Option("moments", 3, "From how many moments below their level on a channel is told"),),
    source="b2b-map",
    en=Words(
        "A channel where moments fall short",
        "Of {all} moments of truth through {channel}, {below} stay below their level.",
        "Elsewhere more of them reach it. That is no proof that the channel is at fault, but a reason to look at it first.",
        "Compare what is different there: who answers, what they can see, how long it takes.",
    ),
    nl=Words(
        "Een kanaal waar momenten tekortschieten",
        "Van de {all} momenten van de waarheid via {channel} blijven er {below} onder hun niveau.",
        "Elders halen er meer het wel. Dat bewijst niet dat het aan het kanaal ligt, maar het is reden om daar eerst te kijken.",
        "Vergelijk wat daar anders is: wie er antwoordt, wat die kan zien, hoelang het duurt.",
    ),
    es=Words(
        "Un canal donde los momentos se quedan cortos",
        "De {all} momentos de la verdad por {channel}, {below} quedan por debajo de su nivel.",
        "En otros sitios lo alcanzan más. Eso no prueba que la culpa sea del canal, pero es motivo para mirarlo primero.",
        "Compare qué hay de distinto: quién atiende, qué puede ver, cuánto tarda.",
    ),
    fires="""
footlights: 1
title: A desk
channels: {phone: {name: Phone, class: offline}, desk: {name: Desk, class: offline}}
phases:
- title: Ask
  steps:
  - {id: a, does: Calls, moment-of-truth: 2, desired: 4, actual: 2, frontstage: [{does: Answers, via: phone}]}
  - {id: d, does: Is called, moment-of-truth: 2, desired: 4, actual: 3, frontstage: [{does: Calls, via: phone}]}
  - {id: b, does: Calls again, moment-of-truth: 3, desired: 4, actual: 3, frontstage: [{does: Answers again, via: phone}]}
  - {id: c, does: Comes by, moment-of-truth: 3, desired: 4, actual: 4, frontstage: [{does: Helps, via: desk}]}
""",
    at=("channels/phone",),
    clean="""
footlights: 1
title: A desk
channels: {phone: {name: Phone, class: offline}, desk: {name: Desk, class: offline}}
phases:
- title: Ask
  steps:
  - {id: a, does: Calls, moment-of-truth: 2, desired: 4, actual: 2, frontstage: [{does: Answers, via: phone}]}
  - {id: d, does: Is called, moment-of-truth: 2, desired: 4, actual: 3, frontstage: [{does: Calls, via: phone}]}
  - {id: b, does: Calls again, moment-of-truth: 3, desired: 4, actual: 4, frontstage: [{does: Answers again, via: phone}]}
  - {id: c, does: Comes by, moment-of-truth: 3, desired: 4, actual: 4, frontstage: [{does: Helps, via: desk}]}
""",
)
