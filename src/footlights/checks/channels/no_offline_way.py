"""A service that can only be reached online."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """The whole blueprint, when it has `contacts` contacts or more with a channel and every one of them is online."""
    contacts = [card for card in case.cards("frontstage") if card.via]
    channels = [case.blueprint.channels[channel] for channel in dict.fromkeys(channel for card in contacts for channel in card.via)]
    if len(contacts) >= options["contacts"] and all(channel.class_ == "online" for channel in channels):
        facts = {"channels": tuple(case.name(channel) for channel in channels)}
        yield Found(Address("blueprint"), facts, ground=tuple(channel.id for channel in channels))


CHECK = Check(
    code="CHA001",
    slug="no-offline-way",
    severity="medium",
    calm=True,
    find=find,
    options=(Option("contacts", 3, "From how many contacts on a service is asked for a way that is not online"),),
    source="gds",
    en=Words(
        "No way in for people who are not online",
        "All contact goes through {channels}; there is no offline way.",
        "Some people cannot or will not do this online, and everybody is offline when the line is down. They have nowhere to go here.",
        "Draw the way they take now: a phone number, a counter, a letter, or somebody who helps them.",
    ),
    nl=Words(
        "Geen ingang voor wie niet online is",
        "Al het contact gaat via {channels}; er is geen weg buiten het internet om.",
        "Niet iedereen kan of wil dit online, en iedereen is offline als de verbinding wegvalt. Zij kunnen hier nergens terecht.",
        "Teken welke weg zij nu nemen: een telefoonnummer, een balie, een brief, of iemand die helpt.",
    ),
    es=Words(
        "Sin entrada para quien no está en línea",
        "Todo el contacto pasa por {channels}; no hay ninguna vía fuera de internet.",
        "Hay quien no puede o no quiere hacerlo en línea, y todos quedamos fuera cuando se cae la conexión. Aquí no tienen adónde ir.",
        "Dibuje el camino que siguen ahora: un teléfono, una ventanilla, una carta o alguien que les ayude.",
    ),
    fires="""
footlights: 1
title: A subscription
channels: {site: {name: Website, class: online}, mail: {name: E-mail, class: online}}
phases:
- title: Join
  steps:
  - {id: looks, does: Looks, frontstage: [{id: show, does: Shows prices, via: site}]}
  - {id: joins, does: Joins, frontstage: [{id: form, does: Takes the form, via: site}, {id: mail-it, does: Confirms, via: mail}]}
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: A subscription
channels: {site: {name: Website, class: online}, mail: {name: E-mail, class: online}, phone: {name: Phone, class: offline}}
phases:
- title: Join
  steps:
  - {id: looks, does: Looks, frontstage: [{id: show, does: Shows prices, via: site}]}
  - {id: joins, does: Joins, frontstage: [{id: form, does: Takes the form, via: [site, phone]}, {id: mail-it, does: Confirms, via: mail}]}
""",
)
