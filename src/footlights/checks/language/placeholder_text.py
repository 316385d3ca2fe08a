"""A text that only holds the place of one."""

import re
from collections.abc import Iterator
from functools import cache

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Text, Translations

__all__ = ["CHECK"]

#: No placeholder but lorem ipsum is longer, in signs.
_LONGEST = 40
_PLACEHOLDERS = (
    r"(?:to ?do|tbd|tbc|tba|fixme|x{3,}|\?+|\.{3}|…|n\.?n\.?t\.?b\.?"
    r"|lorem ipsum.*|(?:new|another) (?:step|phase|card|text)(?: \d+)?|(?:step|phase|card) \d+ title|placeholder"
    r"|to be (?:defined|decided|done)"
    r"|nog (?:in te vullen|invullen|te doen|te bepalen|bepalen)|nader te bepalen|nieuwe (?:stap|fase|kaart|tekst)(?: \d+)?"
    r"|por (?:definir|hacer|completar)|pendiente de (?:definir|completar)|(?:nuevo paso|nueva (?:fase|tarjeta|etapa))(?: \d+)?)"
)


def find(case: Case, _: Options) -> Iterator[Found]:
    """Texts that say nothing yet, in any of their languages."""
    for each in case.texts:
        if any(map(_empty, _said(each.text))):
            yield Found(each.address, {"text": each.text}, ground=(tuple(_said(each.text)),))


def _empty(said: str) -> bool:
    if len(said) > _LONGEST and not said.casefold().startswith("lorem ipsum"):
        return False
    return _pattern().fullmatch(said.strip(" .:-[]()<>*_")) is not None or said.strip() in ("?", "...", "…")


def _said(text: Text) -> tuple[str, ...]:
    return tuple(said for _, said in text.entries) if isinstance(text, Translations) else (text,)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_PLACEHOLDERS, re.IGNORECASE | re.DOTALL)


CHECK = Check(
    code="LAN010",
    slug="placeholder-text",
    severity="low",
    find=find,
    source="house",
    en=Words(
        "A text still to be written",
        "{text} holds the place of a text.",
        "It looks filled in from afar, and is forgotten. A question mark of this kind is best seen as one.",
        "Write the text, or hang a question on the element.",
    ),
    nl=Words(
        "Een tekst die nog moet komen",
        "{text} houdt de plaats vrij voor een tekst.",
        "Van een afstand lijkt het ingevuld, en dan wordt het vergeten. Zo'n vraagteken kan beter als vraag te zien zijn.",
        "Schrijf de tekst, of hang een vraag aan het element.",
    ),
    es=Words(
        "Un texto por escribir",
        "{text} guarda el sitio de un texto.",
        "De lejos parece relleno y se olvida. Una duda así conviene que se vea como tal.",
        "Escriba el texto o cuelgue una pregunta del elemento.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps: [Calls the desk, {id: then, does: TBD}]
""",
    at=("steps/then#does",),
    clean="""
footlights: 1
title: A call
phases:
- title: Report
  steps: [Calls the desk, {does: To do it again, thinks: And now?}]
""",
)
