"""Translations of one text that name other figures."""

import re
from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Spelt, Words
from footlights.model import Translations

from .tongues import tongue

__all__ = ["CHECK"]

_DIGITS = re.compile(r"\d+")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Texts whose translations name other figures; a text without any (one hour, a dozen) says nothing against the others."""
    for each in case.texts:
        if not isinstance(each.text, Translations) or len(each.text.entries) < 2:
            continue
        figures = {language: named for language, text in each.text.entries if (named := _figures(text))}
        if len(set(figures.values())) < 2:
            continue
        (one, first), (other, second) = _apart(figures)
        facts = {
            "text": each.text, "one": tongue(one), "first": Spelt(", ".join(first)), "other": tongue(other),
            "second": Spelt(", ".join(second)),
        }  # fmt: skip
        yield Found(each.address, facts, ground=tuple(sorted(figures.items())))


def _figures(text: str) -> tuple[str, ...]:
    return tuple(sorted(number.lstrip("0") or "0" for number in _DIGITS.findall(text)))


def _apart(figures: dict[str, tuple[str, ...]]) -> tuple[tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]]:
    """The first language, and the first that says something else."""
    one, *others = figures.items()
    return one, next(other for other in others if other[1] != one[1])


CHECK = Check(
    code="LAN004",
    slug="figures-that-differ",
    severity="medium",
    calm=True,
    find=find,
    source="wales",
    en=Words(
        "A translation with other figures",
        "{text} says {first} in {one} and {second} in {other}.",
        "One of them is out of date. A customer or a colleague is told something else for having another language.",
        "Find out which figure holds, and write it in every language.",
    ),
    nl=Words(
        "Een vertaling met andere cijfers",
        "{text} zegt {first} in {one} en {second} in {other}.",
        "Een van de twee is niet bijgewerkt. Een klant of collega krijgt iets anders te horen door een andere taal te spreken.",
        "Zoek uit welk cijfer klopt, en schrijf dat in elke taal.",
    ),
    es=Words(
        "Una traducción con otras cifras",
        "{text} dice {first} en {one} y {second} en {other}.",
        "Una de las dos no está al día. Según su idioma, a un cliente o a un compañero se le dice otra cosa.",
        "Averigüe qué cifra vale y escríbala en todos los idiomas.",
    ),
    fires="""
footlights: 1
title: {en: A call, nl: Een telefoontje}
phases:
- title: {en: Report, nl: Melden}
  steps: [{id: calls, does: {en: Is called back within 30 minutes, nl: Wordt binnen 20 minuten gebeld}}]
""",
    at=("steps/calls#does",),
    clean="""
footlights: 1
title: {en: A call, nl: Een telefoontje}
phases:
- title: {en: Report, nl: Melden}
  steps:
  - {does: {en: "Waits 1.5 hours, sometimes 2", nl: "Wacht 1,5 uur, soms 2"}, thinks: {en: Two hours, nl: 2 uur}}
""",
)
