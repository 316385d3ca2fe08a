"""A blueprint that is taken for English and is not."""

import re
from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.edits import Operation, set_field
from footlights.facts import CheckFinding, Words
from footlights.model import Address

from .tongues import tongue

__all__ = ["CHECK"]

#: Small words that tell a language, and stand in none of the other two.
_TELLING = {
    "en": frozenset("the of and is are to with for what from when their this that they by not at on who has does".split()),
    "nl": frozenset("de het een van en niet naar met voor wat op is zijn dat dit wie krijgt bij om te nog maar heeft wordt".split()),
    "es": frozenset("el la los las de y con para que por se una del al su sin lo como más está qué cuando".split()),
}
_WORD = re.compile(r"[^\W\d_]+")


def find(case: Case, options: Options) -> Iterator[Found]:
    """A blueprint without `language` whose plain texts have many small words of Dutch or Spanish, and few of English."""
    if case.blueprint.language is not None:
        return
    words = [word for each in case.texts if isinstance(each.text, str) for word in _WORD.findall(each.text.casefold())]
    count = {language: sum(word in telling for word in words) for language, telling in _TELLING.items()}
    language = max(count, key=count.__getitem__)
    others = max(many for other, many in count.items() if other != language)
    if language != "en" and count[language] >= options["words"] and count[language] >= 3 * others:
        yield Found(Address("blueprint", field="language"), {"language": tongue(language)}, ground=(language,), detail=language)


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """The language said."""
    return set_field(case.blueprint, finding.address, finding.detail)


CHECK = Check(
    code="LAN009",
    slug="language-not-said",
    severity="medium",
    calm=True,
    find=find,
    mend=mend,
    options=(Option("words", 6, "How many small words of a language have to stand there"),),
    source="house",
    en=Words(
        "A language that is not said",
        "These texts read like {language}, and the blueprint does not say so.",
        "What says nothing is taken for English: screen readers pronounce it so, pages break words so, and labels come in English.",
        "Write language at the top of the file.",
    ),
    nl=Words(
        "Een taal die niet genoemd is",
        "Deze teksten lijken in {language} te zijn, en de blueprint zegt dat niet.",
        "Zonder taal geldt een blueprint als Engels: schermlezers spreken haar zo uit, regels breken zo af en de labels zijn Engels.",
        "Zet language bovenaan in het bestand.",
    ),
    es=Words(
        "Un idioma que no se indica",
        "Estos textos parecen estar en {language}, y el blueprint no lo dice.",
        "Sin idioma se toma por inglés: así lo pronuncian los lectores de pantalla, así se cortan las líneas y así salen los rótulos.",
        "Escriba language al principio del archivo.",
    ),
    fires="""
footlights: 1
title: Een paspoort aanvragen
phases:
- title: Aanvragen
  steps: [Krijgt bericht dat het paspoort verloopt, Zoekt uit wat je moet meenemen naar het loket, Plant een afspraak bij de gemeente]
""",
    at=("blueprint#language",),
    clean="""
footlights: 1
title: Een paspoort aanvragen
language: nl
phases:
- title: Aanvragen
  steps: [Krijgt bericht dat het paspoort verloopt, Zoekt uit wat je moet meenemen naar het loket, Plant een afspraak bij de gemeente]
""",
)
