"""A moment of truth that can only be reached online."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Moments of truth from `grade` on whose contacts all go online, in a service that is offline elsewhere."""
    channels = case.blueprint.channels
    if not any(channels[via].class_ == "offline" for card in case.cards("frontstage") for via in card.via):
        return
    for step in case.moments(int(options["grade"])):
        contacts = case.at(step.id, "frontstage")
        ways = tuple(dict.fromkeys(channel for card in contacts for channel in card.via))
        # a contact whose channel nobody gave may well be the offline one
        if not ways or any(not card.via for card in contacts) or any(channels[way].class_ != "online" for way in ways):
            continue
        facts = {"step": case.name(step), "channels": tuple(case.name(channels[way]) for way in ways)}
        yield Found(Address("steps", step.id), facts, ground=(step.moment_of_truth, ways))


CHECK = Check(
    code="CHA002",
    slug="online-only-moment",
    severity="low",
    find=find,
    options=(Option("grade", 3, "From which grade of the moment of truth on an offline way is asked for, 1 to 4"),),
    source="gds",
    en=Words(
        "A moment of truth only online",
        "At {step} people can only use {channels}.",
        "Elsewhere this service can be met offline. Just here, where much rides on it, those who cannot or will not go online stand alone.",
        "Ask how those people get past this moment now, and draw that way or make one.",
    ),
    nl=Words(
        "Een moment van de waarheid dat alleen online kan",
        "Bij {step} kan het alleen via {channels}.",
        "Elders kan het bij deze dienst ook offline. Juist hier, waar veel van afhangt, staat wie niet online kan of wil er alleen voor.",
        "Vraag hoe die mensen nu langs dit moment komen, en teken die weg of maak er een.",
    ),
    es=Words(
        "Un momento de la verdad solo en línea",
        "En {step} solo se puede por {channels}.",
        "En otros momentos este servicio también atiende fuera de internet. Justo aquí, donde hay mucho en juego, quien no puede o no "
        "quiere conectarse se queda solo.",
        "Pregunte cómo superan ahora este momento esas personas, y dibuje ese camino o cree uno.",
    ),
    fires="""
footlights: 1
title: A passport
channels: {site: {name: Website, class: online}, counter: {name: Counter, class: offline}}
phases:
- title: Apply
  steps:
  - {id: books, does: Books, moment-of-truth: 3, frontstage: [{id: slots, does: Shows free times, via: site}]}
  - {id: comes, does: Comes by, moment-of-truth: 3, frontstage: [{id: take, does: Takes the papers, via: counter}]}
""",
    at=("steps/books",),
    clean="""
footlights: 1
title: A passport
channels: {site: {name: Website, class: online}, counter: {name: Counter, class: offline}}
phases:
- title: Apply
  steps:
  - id: books
    does: Books
    moment-of-truth: 3
    frontstage: [{id: slots, does: Shows free times, via: site}, {id: ask, does: Books it for them, via: counter}]
  - {id: comes, does: Comes by, moment-of-truth: 3, frontstage: [{id: take, does: Takes the papers, via: counter}]}
""",
)
