"""A step at which the same thing can be done through many channels."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Count, Words
from footlights.model import Address, Card

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Steps at which the customer can choose among more than `most` channels.

    A contact that a drawn link leads to is left out: it answers what went before, and customers get one of several answers.
    """
    for step in case.steps:
        cards = (card for card in case.at(step.id, "frontstage") if card.step == step.id and not _answers(case, card))
        channels = tuple(dict.fromkeys(channel for card in cards for channel in card.via))
        if len(channels) > options["most"]:
            facts = {"step": case.name(step), "channels": Count("channel", len(channels))}
            yield Found(Address("steps", step.id), facts, ground=channels)


def _answers(case: Case, card: Card) -> bool:
    return any(flow.link is not None for flow in case.inward.get(card.id, ()))


CHECK = Check(
    code="CHA004",
    slug="crowded-contact",
    severity="low",
    find=find,
    options=(Option("most", 3, "Through how many channels a single step may go"),),
    source="polaine-2013",
    en=Words(
        "A step through many channels",
        "{step} goes through {channels}.",
        "Every channel has to be staffed, kept current and told what happened in the others. People choose what fits, and some of these "
        "hardly anybody may choose.",
        "Look at how many take which way; keep what fits the moment and let the rest go.",
    ),
    nl=Words(
        "Een stap via veel kanalen",
        "{step} gaat via {channels}.",
        "Elk kanaal moet bemenst en bijgehouden worden, en weten wat er in de andere gebeurde. Mensen kiezen wat past, en sommige kiest "
        "misschien haast niemand.",
        "Kijk hoeveel mensen welke weg nemen; houd wat bij het moment past en laat de rest gaan.",
    ),
    es=Words(
        "Un paso por muchos canales",
        "{step} pasa por {channels}.",
        "Cada canal necesita personal, mantenimiento y saber qué ocurrió en los demás. Cada cual elige el que le va bien, y quizá alguno "
        "no lo elige casi nadie.",
        "Mire cuántas personas usan cada vía; conserve lo que encaja con el momento y deje lo demás.",
    ),
    fires="""
footlights: 1
title: A call
channels: {phone: {class: offline}, chat: {class: online}, portal: {class: online}, mail: {class: online}}
phases:
- title: Report
  steps:
  - id: reports
    does: Reports it
    frontstage: [{does: Answers, via: phone}, {does: Chats, via: chat}, {does: Takes the form, via: [portal, mail]}]
""",
    at=("steps/reports",),
    clean="""
footlights: 1
title: A call
channels: {phone: {class: offline}, chat: {class: online}, portal: {class: online}, mail: {class: online}}
phases:
- title: Report
  steps:
  - id: reports
    does: Reports it
    frontstage: [{does: Answers, via: phone}, {does: Chats, via: chat}, {does: Takes the form, via: portal}]
  - {id: hears, does: Hears, frontstage: [{does: Mails, via: mail}]}
""",
)
