"""What the customer does, said as what the organisation does to them."""

import re
from collections.abc import Iterator
from functools import cache

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Spelt, Words
from footlights.model import Address, Text, Translations

__all__ = ["CHECK"]

#: What organisations do to files and queues, not what people live through: being called or helped is no business of this check.
_PATTERNS = {
    "en": r"(?:is|are|gets?|has been|will be) (?:\w+ly )?(?:processed|registered|logged|informed|notified|contacted|assigned|onboarded"
    r"|verified|identified|triaged|routed|transferred|escalated|handled|billed|invoiced|segmented|converted|scheduled|entered)\b",
    "nl": r"(?:wordt|worden|is|zijn) (?:\w+ )?(?:verwerkt|geregistreerd|ge[iï]nformeerd|ingelicht|benaderd|toegewezen|ingedeeld"
    r"|ge[iï]dentificeerd|geverifieerd|ingepland|afgehandeld|geclassificeerd|gefactureerd|doorgezet|ge[eë]scaleerd|aangemeld in)\b",
    "es": r"(?:(?:es|son|será|serán|ha sido) (?:procesad|registrad|informad|notificad|contactad|asignad|derivad|identificad|verificad"
    r"|escalad|clasificad|facturad|tramitad)[oa]s?|se (?:le )?(?:registra|procesa|tramita|asigna|notifica|escala|clasifica|factura)n?"
    r" (?:el|la|los|las|al|su|sus)) ?",
}


def find(case: Case, _: Options) -> Iterator[Found]:
    """Steps, and cards in the customer's rows, whose words turn the customer into something that is dealt with."""
    own = case.blueprint.language or "en"
    told: list[tuple[Address, Text | None]] = [(Address("steps", step.id, "does"), step.does) for step in case.steps]
    told += [(Address("cards", card.id, "does"), card.does) for card in case.cards("customer")]
    for address, text in told:
        said, hit = _hit(text, own)
        if hit:
            yield Found(address, {"text": said, "words": Spelt(hit)}, ground=(hit,))


def _hit(text: Text | None, own: str) -> tuple[str, str]:
    """The text in the first language that has such words, and the words; "" when none has."""
    entries = text.entries if isinstance(text, Translations) else ((own, text),) if text else ()
    for language, said in entries:
        pattern = _pattern(language.partition("-")[0])
        found = pattern.search(said) if pattern else None
        if found:
            return said, found[0].strip().lower()
    return "", ""


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{_PATTERNS[language]})", re.IGNORECASE) if language in _PATTERNS else None


CHECK = Check(
    code="LAN005",
    slug="inside-out-wording",
    severity="low",
    calm=True,
    find=find,
    source="gds",
    en=Words(
        "A customer step told from the inside",
        "{text} tells what is done to the customer ({words}), not what they do.",
        "In these words it is the organisation that moves. What the customer does, sees and waits for in the meantime is out of sight.",
        "Say it as the customer would: hears, reads, fills in, waits.",
    ),
    nl=Words(
        "Een klantstap van binnenuit verteld",
        "{text} zegt wat er met de klant gebeurt ({words}), niet wat die doet.",
        "In deze woorden is het de organisatie die iets doet. Wat de klant intussen doet, ziet en afwacht, blijft buiten beeld.",
        "Zeg het zoals de klant het zou zeggen: hoort, leest, vult in, wacht.",
    ),
    es=Words(
        "Un paso del cliente contado desde dentro",
        "{text} cuenta lo que se hace con el cliente ({words}), no lo que hace él.",
        "Con estas palabras quien actúa es la organización. No se ve qué hace, ve y espera mientras tanto el cliente.",
        "Dígalo como lo diría el cliente: se entera, lee, rellena, espera.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps: [{id: logged, does: Is registered in the system}]
""",
    at=("steps/logged#does",),
    clean="""
footlights: 1
title: A call
phases:
- title: Report
  steps: [Gives name and number, Is called back]
""",
)
