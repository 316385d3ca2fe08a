"""Two actors, systems, channels, personas or phases by one name."""

import unicodedata
from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Spelt, Words
from footlights.model import Address

__all__ = ["CHECK"]

_NAMED = ("personas", "actors", "systems", "channels", "phases", "lanes")


def find(case: Case, _: Options) -> Iterator[Found]:
    """The second and every further element of a collection with the same name, capitals and spaces apart."""
    for name in _NAMED:
        first: dict[str, str] = {}
        for element in case.blueprint.collection(name).values():
            said = case.blueprint.say(element.title if name == "phases" else element.name)
            plain = " ".join(unicodedata.normalize("NFKC", said).casefold().split())
            if not plain:
                continue
            if plain in first:
                facts = {"element": case.name(element), "one": Spelt(first[plain]), "other": Spelt(element.id)}
                yield Found(Address(name, element.id), facts, ground=(plain,))
            first.setdefault(plain, element.id)


CHECK = Check(
    code="LAN008",
    slug="same-name-twice",
    severity="medium",
    find=find,
    source="house",
    en=Words(
        "One name for two",
        "{element} stands here twice: as {one} and as {other}.",
        "Work, times and findings are counted for each of them apart, so what stands under most of the service looks half as heavy. And "
        "people can't tell them apart.",
        "If they are one, point everything at one and take the other out. If not, give them two names.",
    ),
    nl=Words(
        "Eén naam voor twee",
        "{element} staat hier twee keer: als {one} en als {other}.",
        "Werk, tijden en bevindingen worden voor elk apart geteld, en zo lijkt half zo zwaar waar de dienst het meest op leunt. En "
        "mensen houden ze niet uit elkaar.",
        "Zijn ze hetzelfde, laat dan alles naar één verwijzen en haal de andere weg. Zo niet, geef ze elk een naam.",
    ),
    es=Words(
        "Un nombre para dos",
        "{element} aparece dos veces: como {one} y como {other}.",
        "El trabajo, los tiempos y los hallazgos se cuentan por separado, y lo que más sostiene el servicio parece pesar la mitad. "
        "Además, nadie los distingue.",
        "Si son lo mismo, remita todo a uno y quite el otro. Si no, deles nombres distintos.",
    ),
    fires="""
footlights: 1
title: A call
systems: {crm: {name: Client file}, crm-2: {name: client  file}}
phases: [{title: Report, steps: [Calls the desk]}]
""",
    at=("systems/crm-2",),
    clean="""
footlights: 1
title: A call
actors: {crm: {name: Client file}}
systems: {crm: {name: Client file}, archive: {name: Archive}}
phases: [{title: Report, steps: [Calls the desk, Calls the desk]}]
""",
)
