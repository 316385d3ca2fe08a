"""A way of working that nobody has questioned for years."""

import re
from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Spoken, Words
from footlights.model import Address, Card, Text, Translations

__all__ = ["CHECK"]


#: Days in a month, on average.
_MONTH = 30.44
_TROUBLE = ("fail", "wait", "pain", "critical")
#: A reason that is none: what people say when they no longer know why.
_NO_REASON = re.compile(
    r"\b(?:always (?:done|worked|gone|been (?:so|done|like|this way|that way))|always (?:have|has|had|did|do)(?=\W*$)"
    r"|altijd (?:al )?zo(?=\W*$| (?:is|was|ging|gaat|gedaan|gegaan|geweest|deden|doen|hebben|heeft|werkt|werkte)\b)|van oudsher"
    r"|siempre (?:se (?:ha hecho|hizo|hace)|lo hemos hecho|ha sido así|fue así|ha funcionado así)|de toda la vida)",
    re.IGNORECASE,
)
_EVER = Spoken("anybody can remember", "mensenheugenis", "que se recuerda")
_THE_WHOLE = Spoken("this way of working", "deze werkwijze", "esta forma de trabajar")


def find(case: Case, options: Options) -> Iterator[Found]:
    """Front stage, back stage, support and policy cards last questioned longer than `months` ago.

    Low where a reason is given and nothing is marked on the card (fail, wait, pain or critical moment). So is a reason, on a card or
    on the blueprint, that says no more than that it has always been so.
    """
    if _says_always(case.blueprint.reason):
        yield Found(Address("blueprint", field="reason"), {"card": _THE_WHOLE, "reviewed": _EVER}, ground=(True,))
    for card in case.cards("frontstage", "backstage", "support", "policy"):
        if _says_always(card.reason):
            yield Found(Address("cards", card.id, "reason"), {"card": case.name(card), "reviewed": _EVER}, ground=(True,))
            continue
        if card.reviewed is None or (case.today - card.reviewed).days <= options["months"] * _MONTH:
            continue
        light = bool(card.reason) and not _trouble(case, card)
        told = {"card": case.name(card), "reviewed": card.reviewed}
        yield Found(Address("cards", card.id, "reviewed"), told, ground=(card.reviewed, light), severity="low" if light else "")


def _says_always(reason: Text | None) -> bool:
    said = (text for _, text in reason.entries) if isinstance(reason, Translations) else (reason or "",)
    return any(_NO_REASON.search(text) for text in said)


def _trouble(case: Case, card: Card) -> bool:
    return any(mark.kind in _TROUBLE for mark in case.blueprint.marks_on.get(f"cards/{card.id}", ()))


CHECK = Check(
    code="OWN011",
    slug="always-done-so",
    severity="medium",
    find=find,
    options=(Option("months", 24, "How long ago a way of working may have been questioned, in months"),),
    source="house",
    en=Words(
        "It has always been done like this",
        "Nobody has questioned {card} since {reviewed}.",
        "Work that was sensible once goes on after its reason is gone. It is the cheapest work to stop, and the last to be noticed.",
        "Ask those who do it why it is done so, and what would happen without it; then write down the reason and the date.",
    ),
    nl=Words(
        "Zo hebben we het altijd gedaan",
        "Niemand heeft {card} nog ter discussie gesteld sinds {reviewed}.",
        "Werk dat ooit zinvol was, gaat door als de reden al weg is. Het is het goedkoopste werk om mee te stoppen, en het valt "
        "het laatst op.",
        "Vraag wie het doet waarom het zo gaat en wat er zonder zou gebeuren; schrijf dan de reden en de datum op.",
    ),
    es=Words(
        "Siempre se ha hecho así",
        "Nadie ha puesto en duda {card} desde {reviewed}.",
        "Un trabajo que un día tuvo sentido sigue cuando su razón ya no existe. Es el más barato de dejar y el último que se nota.",
        "Pregunte a quienes lo hacen por qué se hace así y qué pasaría sin ello; después anote la razón y la fecha.",
    ),
    fires="""
footlights: 1
title: A library card
phases:
- title: Process
  steps:
  - title: Waits for the card
    backstage:
    - {id: re-key, does: Types the form into the other system, mode: manual, reviewed: 2018-06-01}
""",
    at=("cards/re-key#reviewed",),
    clean="""
footlights: 1
title: A library card
phases:
- title: Process
  steps:
  - title: Waits for the card
    backstage:
    - {id: re-key, does: Types the form into the other system, mode: manual, reviewed: 2025-06-01}
""",
)
