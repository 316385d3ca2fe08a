"""A contact of which nobody says how people meet."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Front stage cards without a channel, once at least half of the contacts have one."""
    contacts = case.cards("frontstage")
    without = [card for card in contacts if not card.via]
    if len(without) * 2 > len(contacts):
        return
    for card in without:
        yield Found(Address("cards", card.id, "via"), {"card": case.name(card)}, ground=(card.by,))


CHECK = Check(
    code="CHA005",
    slug="contact-without-channel",
    severity="low",
    find=find,
    source="polaine-2013",
    en=Words(
        "A contact without a channel",
        "{card} is a contact, and the channel is not given.",
        "Most contacts here say how people meet. Without it this one is missing where channels are compared over the phases.",
        "Give the channel: at the counter, by phone, on the website.",
    ),
    nl=Words(
        "Een contact zonder kanaal",
        "{card} is een contact, en het kanaal staat er niet bij.",
        "Bij de meeste contacten hier staat hoe men elkaar ontmoet. Zonder dat ontbreekt dit contact waar kanalen per fase worden "
        "vergeleken.",
        "Geef het kanaal: aan de balie, per telefoon, op de website.",
    ),
    es=Words(
        "Un contacto sin canal",
        "{card} es un contacto y no consta por qué canal.",
        "En la mayoría de los contactos consta cómo se encuentran las personas. Sin eso, este falta cuando se comparan canales por fase.",
        "Indique el canal: en ventanilla, por teléfono, en la web.",
    ),
    fires="""
footlights: 1
title: A passport
channels: {counter: {name: Counter, class: offline}}
phases:
- title: Apply
  steps:
  - {does: Has a photo taken, frontstage: [{id: photo, does: Takes the photo}]}
  - {does: Applies, frontstage: [{id: take, does: Takes the papers, via: counter}]}
""",
    at=("cards/photo#via",),
    clean="""
footlights: 1
title: A passport
channels: {counter: {name: Counter, class: offline}}
phases:
- title: Apply
  steps:
  - {does: Has a photo taken, frontstage: [{id: photo, does: Takes the photo, via: counter}]}
  - {does: Applies, frontstage: [{id: take, does: Takes the papers, via: counter}]}
""",
)
