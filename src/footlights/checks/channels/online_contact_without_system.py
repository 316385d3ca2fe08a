"""An online contact with no system behind it."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Contacts that go online only and use no system, where other online contacts do."""
    online = [card for card in case.cards("frontstage") if card.via and all(_is_online(case, channel) for channel in card.via)]
    if not any(card.uses for card in online):
        return
    for card in online:
        if not card.uses:
            facts = {"card": case.name(card), "channels": tuple(case.name(case.blueprint.channels[via]) for via in card.via)}
            yield Found(Address("cards", card.id, "uses"), facts, ground=(card.via,))


def _is_online(case: Case, channel: str) -> bool:
    return case.blueprint.channels[channel].class_ == "online"


CHECK = Check(
    code="CHA009",
    slug="online-contact-without-system",
    severity="low",
    find=find,
    source="bitner-2008",
    en=Words(
        "An online contact with no system behind it",
        "{card} goes through {channels}, and no system is named.",
        "Online a system does what a person does elsewhere. Without its name nobody sees what stops when it is down.",
        "Say with which system it is done.",
    ),
    nl=Words(
        "Een online contact zonder systeem erachter",
        "{card} gaat via {channels}, en er staat geen systeem bij.",
        "Online doet een systeem wat elders een mens doet. Zonder naam ziet niemand wat er stopt als het plat ligt.",
        "Zeg met welk systeem het gaat.",
    ),
    es=Words(
        "Un contacto en línea sin sistema detrás",
        "{card} pasa por {channels} y no se nombra ningún sistema.",
        "En línea, un sistema hace lo que en otro sitio hace una persona. Sin su nombre nadie ve qué se para cuando falla.",
        "Indique con qué sistema se hace.",
    ),
    fires="""
footlights: 1
title: A portal
channels: {portal: {name: Portal, class: online}}
systems: {cms: {name: Content system}}
phases:
- title: Look
  steps:
  - {does: Looks, frontstage: [{id: help, does: Shows help, via: portal, uses: cms, mode: automated}]}
  - {does: Finds, frontstage: [{id: contact, does: Lists the ways in, via: portal, mode: automated}]}
""",
    at=("cards/contact#uses",),
    clean="""
footlights: 1
title: A portal
channels: {portal: {name: Portal, class: online}}
systems: {cms: {name: Content system}}
phases:
- title: Look
  steps:
  - {does: Looks, frontstage: [{id: help, does: Shows help, via: portal, uses: cms, mode: automated}]}
  - {does: Finds, frontstage: [{id: contact, does: Lists the ways in, via: portal, uses: cms, mode: automated}]}
""",
)
