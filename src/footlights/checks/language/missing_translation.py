"""A language the blueprint promises, in which texts are missing."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.checks.texts import missing_in
from footlights.facts import Spelt, Words
from footlights.model import Address, Translations, say

from .tongues import tongue

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """One finding for each declared language in which texts are missing, with the first of them.

    A plain text is in the blueprint's own language. Names that stand as a plain text (people, systems, channels, roles, the titles of
    sources) are the same in every language.
    """
    own = case.blueprint.language or "en"
    declared = case.blueprint.languages
    # a language that stands there alone says which one this is; plain texts are no gaps then
    if len(declared) < 2 and not any(isinstance(each.text, Translations) for each in case.texts):
        return
    for language in dict.fromkeys(declared):
        missing = missing_in(case.texts, language, own)
        if missing:
            first = tuple(dict.fromkeys(say(each.text, own) for each in missing[:3]))
            facts = {
                "language": tongue(language),
                "missing": Spelt(str(len(missing))),
                "total": Spelt(str(len(case.texts))),
                "first": first,
            }
            yield Found(Address("blueprint", field="languages"), facts, ground=(language,), detail=language)


CHECK = Check(
    code="LAN001",
    slug="missing-translation",
    severity="medium",
    calm=True,
    find=find,
    source="wales",
    en=Words(
        "Texts missing in a language",
        "Not yet in {language}: {missing} of {total} texts, beginning with {first}.",
        "Whoever reads the blueprint in that language gets two languages mixed, and skips what they can't read.",
        "Write the missing texts, or take the language out of languages.",
    ),
    nl=Words(
        "Ontbrekende teksten in een taal",
        "Nog niet in {language}: {missing} van de {total} teksten, te beginnen met {first}.",
        "Wie de blueprint in die taal leest, krijgt twee talen door elkaar en slaat over wat niet te lezen is.",
        "Schrijf de ontbrekende teksten, of haal de taal weg bij languages.",
    ),
    es=Words(
        "Textos que faltan en un idioma",
        "Sin versión en {language}: {missing} de {total} textos, empezando por {first}.",
        "Quien lee el blueprint en ese idioma encuentra dos idiomas mezclados y se salta lo que no entiende.",
        "Escriba los textos que faltan o quite el idioma de languages.",
    ),
    fires="""
footlights: 1
title: {en: A call, nl: Een telefoontje}
language: en
languages: [en, nl]
phases:
- title: {en: Report, nl: Melden}
  steps: [Calls the desk]
""",
    at=("blueprint#languages",),
    clean="""
footlights: 1
title: {en: A call, nl: Een telefoontje}
language: en
languages: [en, nl]
systems: {servicehub: {name: ServiceHub}}
phases:
- title: {en: Report, nl: Melden}
  steps: [{does: {en: Calls the desk, nl: Belt de servicedesk}}]
""",
)
