"""A language that texts are written in, but that the blueprint does not promise."""

from collections import Counter
from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.edits import Operation, set_field
from footlights.facts import CheckFinding, Spelt, Words
from footlights.model import Address, languages_of

from .tongues import tongue

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """One finding for each language that texts have and `languages` does not name, where it names any."""
    declared = tuple(map(tongue, case.blueprint.languages))
    for language, many in _strange(case).items():
        facts = {"language": tongue(language), "tag": Spelt(language), "count": Spelt(str(many)), "declared": declared}
        yield Found(Address("blueprint", field="languages"), facts, ground=(language,), detail=language)


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """The language added, where most translated texts have it; a few texts may as well be a slip in a tag."""
    translated = sum(1 for each in case.texts if languages_of(each.text))
    if _strange(case).get(finding.detail, 0) * 2 <= translated:
        return ()
    return set_field(case.blueprint, finding.address, (*case.blueprint.languages, finding.detail))


def _strange(case: Case) -> Counter[str]:
    declared = set(case.blueprint.languages)
    if not declared:
        return Counter()
    return Counter(tag for each in case.texts for tag in languages_of(each.text) if tag not in declared)


CHECK = Check(
    code="LAN003",
    slug="undeclared-language",
    severity="low",
    find=find,
    mend=mend,
    source="house",
    en=Words(
        "A language that is not declared",
        "Texts in {language}: {count}. Declared: only {declared}.",
        "What is not declared is not checked for gaps and not offered to readers. Or the tag is a slip, and the text is never shown.",
        "Add {tag} to languages, or correct the tag.",
    ),
    nl=Words(
        "Een taal die niet is opgegeven",
        "Teksten in {language}: {count}. Opgegeven: alleen {declared}.",
        "Een taal die niet is opgegeven, wordt niet op gaten nagekeken en niet aangeboden. Of de code is een vergissing, en dan is de "
        "tekst nooit te zien.",
        "Voeg {tag} toe aan languages, of verbeter de code.",
    ),
    es=Words(
        "Un idioma sin declarar",
        "Textos en {language}: {count}. Declarado: solo {declared}.",
        "Un idioma sin declarar no se revisa ni se ofrece a quien lee. O el código es un error y el texto no se ve nunca.",
        "Añada {tag} a languages o corrija el código.",
    ),
    fires="""
footlights: 1
title: {en: A call, nl: Een telefoontje, es: Una llamada}
language: en
languages: [en, nl]
phases: [{title: {en: Report, nl: Melden, es: Avisar}}]
""",
    at=("blueprint#languages",),
    clean="""
footlights: 1
title: {en: A call, nl: Een telefoontje}
language: en
languages: [en, nl]
phases: [{title: {en: Report, nl: Melden}}]
""",
)
