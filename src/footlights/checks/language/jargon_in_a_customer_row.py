"""The organisation's own words where the customer speaks."""

import re
from collections.abc import Iterator
from functools import cache

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Spelt, Words
from footlights.model import Address, Text, Translations

__all__ = ["CHECK"]

#: Words of the trade, by language: nobody says them at home.
_WORDS = {
    "en": "touchpoint|onboarding|stakeholder|back office|backoffice|front office|case handler|service level|backlog|deliverable|use case"
    "|end user|fulfilment|fulfillment|customer journey|first line support|second line support",
    "nl": "touchpoint|contactmoment|onboarding|stakeholder|back office|backoffice|front office|frontoffice|intakeproces|casemanager"
    "|behandelaar|ketenpartner|klantreis|servicelevel|service level|eindgebruiker|zaaksysteem|eerstelijns|tweedelijns",
    "es": "touchpoint|punto de contacto|onboarding|stakeholder|back office|backoffice|front office|escalado|usuario final"
    "|nivel de servicio|ticketing|primer nivel|segundo nivel",
}
#: Capitals that stand in every kitchen.
_KNOWN = frozenset(
    "PIN SMS PDF USB APP TV GPS ATM VIP OK FAQ URL WIFI CV VAT BTW IVA IBAN BSN DNI NIE NIF ITV DIY CEO USA BBQ WC NHS TIE VOG APK OV NS "
    "KLM ID QR IT PC WHATSAPP AM PM EU UK AI TLC ASAP RSVP".split()
)
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z]{3,6}(?![\w])")


def find(case: Case, _: Options) -> Iterator[Found]:
    """What the customer does, thinks, expects or needs, in words of the trade, in capitals nobody outside knows, or naming a system
    that customers never meet."""
    own = case.blueprint.language or "en"
    hidden = _hidden_systems(case)
    for address, text in _spoken(case):
        hits = {said: tuple(dict.fromkeys(_jargon(said, language, hidden))) for language, said in _entries(text, own)}
        said, words = next(((said, words) for said, words in hits.items() if words), ("", ()))
        if words:
            yield Found(address, {"text": said, "words": tuple(map(Spelt, words))}, ground=words)


def _spoken(case: Case) -> Iterator[tuple[Address, Text | None]]:
    for phase in case.blueprint.phases.values():
        yield Address("phases", phase.id, "need"), phase.need
    for step in case.steps:
        there = Address("steps", step.id)
        yield from ((there.of(name), getattr(step, name)) for name in ("does", "thinks", "expects"))
    for card in case.cards("customer"):
        yield Address("cards", card.id, "does"), card.does


def _entries(text: Text | None, own: str) -> tuple[tuple[str, str], ...]:
    if not text:
        return ()
    return text.entries if isinstance(text, Translations) else ((own, text),)


def _jargon(text: str, language: str, hidden: frozenset[str]) -> Iterator[str]:
    there = f" {_plain(text)} "
    for term in _terms(language.partition("-")[0]):
        if f" {term} " in there or f" {term}s " in there:
            yield term
    if not text.isupper():  # who writes everything in capitals abbreviates nothing
        yield from (found for found in _ACRONYM.findall(text) if found not in _KNOWN)
    yield from (name for name in sorted(hidden) if f" {name} " in there)


def _hidden_systems(case: Case) -> frozenset[str]:
    """The names of systems that only people below the line of visibility use, as plain words."""
    met = {id for card in case.cards("customer", "frontstage", "evidence") for id in card.uses}
    used = {id for card in case.cards("backstage", "support") for id in card.uses} - met
    names = (case.blueprint.say(system.name) for system in case.blueprint.systems.values() if system.id in used)
    return frozenset(name for name in map(_plain, names) if len(name) > 2)


def _plain(text: str) -> str:
    """The words of a text, with single spaces between them."""
    return " ".join(_WORD.findall(text.casefold()))


@cache
def _terms(language: str) -> tuple[str, ...]:
    return tuple(_WORDS[language].split("|")) if language in _WORDS else ()


CHECK = Check(
    code="LAN006",
    slug="jargon-in-a-customer-row",
    severity="low",
    calm=True,
    find=find,
    source="gds",
    en=Words(
        "The trade's own words in a customer row",
        "{text} uses words customers don't use: {words}.",
        "The customer rows are the one place where the customer speaks. In words of the house you read what the house thinks.",
        "Use the word a customer would use at home.",
    ),
    nl=Words(
        "Vaktaal in een klantrij",
        "{text} gebruikt woorden die klanten niet gebruiken: {words}.",
        "De klantrijen zijn de enige plek waar de klant aan het woord is. In huistaal lees je wat het huis denkt.",
        "Neem het woord dat een klant thuis zou gebruiken.",
    ),
    es=Words(
        "Jerga en una fila del cliente",
        "{text} usa palabras que los clientes no usan: {words}.",
        "Las filas del cliente son el único lugar donde habla el cliente. Con palabras de la casa se lee lo que piensa la casa.",
        "Use la palabra que un cliente usaría en su casa.",
    ),
    fires="""
footlights: 1
title: A call
systems: {archive: {name: Archivarius}}
phases:
- title: Report
  steps:
  - id: calls
    does: Contacts the back office about the CMDB
    backstage: [{does: Looks it up, uses: archive}]
  - {id: waits, thinks: Is it in Archivarius yet?}
""",
    at=("steps/calls#does", "steps/waits#thinks"),
    clean="""
footlights: 1
title: A call
systems: {app: {name: My shop}, archive: {name: Archivarius}}
phases:
- title: Report
  steps:
  - does: Calls with the PIN from the SMS
    frontstage: [{does: Shows the order, uses: app}]
    backstage: [{does: Looks it up in Archivarius, uses: archive}]
  - {thinks: Why is My shop so slow}
""",
)
