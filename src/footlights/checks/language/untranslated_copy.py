"""A translation that is only a copy of the first text."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Spelt, Words
from footlights.model import Address, Translations

from .tongues import tongue

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """One finding for each language in which texts of at least `words` words are the same, sign for sign, as in the first language."""
    own = case.blueprint.language or "en"
    copies: dict[str, list[str]] = {}
    for each in case.texts:
        if not isinstance(each.text, Translations):
            continue
        first = each.text.get(own)
        if first is None or len(first.split()) < options["words"]:
            continue
        for language, text in each.text.entries:
            if language.partition("-")[0] != own.partition("-")[0] and text.strip() == first.strip():
                copies.setdefault(language, []).append(text)
    for language, texts in copies.items():
        facts = {"language": tongue(language), "count": Spelt(str(len(texts))), "first": tuple(dict.fromkeys(texts[:3]))}
        yield Found(Address("blueprint"), facts, ground=(language,), detail=language)


CHECK = Check(
    code="LAN002",
    slug="untranslated-copy",
    severity="low",
    find=find,
    options=(Option("words", 3, "From how many words on a text that is the same in two languages is taken for a copy"),),
    source="wales",
    en=Words(
        "A translation that is a copy",
        "Texts that are the same in {language} as in the first language: {count}, such as {first}.",
        "A copy looks like a finished translation, so nobody comes back to it.",
        "Translate them, or leave that language out where there is nothing to translate.",
    ),
    nl=Words(
        "Een vertaling die een kopie is",
        "Teksten die in {language} hetzelfde zijn als in de eerste taal: {count}, zoals {first}.",
        "Een kopie ziet eruit als een vertaling die af is, en dus komt niemand erop terug.",
        "Vertaal ze, of laat die taal weg waar niets te vertalen valt.",
    ),
    es=Words(
        "Una traducción que es una copia",
        "Textos iguales en {language} que en el primer idioma: {count}, por ejemplo {first}.",
        "Una copia parece una traducción acabada, así que nadie vuelve a ella.",
        "Tradúzcalos o quite ese idioma donde no haya nada que traducir.",
    ),
    fires="""
footlights: 1
title: {en: A call, nl: Een telefoontje}
language: en
languages: [en, nl]
phases:
- title: {en: Report, nl: Melden}
  steps: [{does: {en: Calls the service desk, nl: Calls the service desk}}]
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: {en: A call, nl: Een telefoontje}
language: en
languages: [en, nl]
phases:
- title: {en: Report, nl: Melden}
  steps: [{does: {en: Calls the service desk, nl: Belt de servicedesk}, thinks: {en: Oh no, nl: Oh no}}]
""",
)
