"""What is missing where a test can't be judged, in words."""

from footlights.facts import Spoken

__all__ = ["NO_CLAIMS", "NO_TIMES", "PERCENTILE", "lacking"]

PERCENTILE = Spoken(
    "that takes measured cases, and a blueprint holds one time for each station",
    "daar zijn gemeten gevallen voor nodig, en een blueprint kent één tijd per station",
    "para eso hacen falta casos medidos, y un blueprint tiene un tiempo por estación",
)
NO_TIMES = Spoken("no time is known there", "er is daar geen tijd bekend", "no se conoce ningún tiempo ahí")
NO_CLAIMS = Spoken("nothing is claimed yet", "er wordt nog niets beweerd", "aún no se afirma nada")

_ONE = {
    "times": Spoken("1 station has no time", "1 station heeft geen tijd", "1 estación no tiene tiempo"),
    "feelings": Spoken("1 step does not say how it feels", "bij 1 stap staat niet hoe die voelt", "1 paso no dice cómo se siente"),
    "levels": Spoken(
        "1 moment has no desired or no actual level",
        "1 moment heeft geen gewenst of geen werkelijk niveau",
        "a 1 momento le falta el nivel deseado o el actual",
    ),
    "promises": Spoken(
        "1 promise runs where a time is missing",
        "1 belofte loopt langs een ontbrekende tijd",
        "1 promesa pasa por donde falta un tiempo",
    ),
}
_MANY = {
    "times": Spoken("{n} stations have no time", "{n} stations hebben geen tijd", "{n} estaciones no tienen tiempo"),
    "feelings": Spoken(
        "{n} steps do not say how they feel", "bij {n} stappen staat niet hoe die voelen", "{n} pasos no dicen cómo se sienten"
    ),
    "levels": Spoken(
        "{n} moments have no desired or no actual level",
        "{n} momenten hebben geen gewenst of geen werkelijk niveau",
        "a {n} momentos les falta el nivel deseado o el actual",
    ),
    "promises": Spoken(
        "{n} promises run where a time is missing",
        "{n} beloften lopen langs een ontbrekende tijd",
        "{n} promesas pasan por donde falta un tiempo",
    ),
}


def lacking(what: str, many: int) -> Spoken:
    """So many elements do not tell their times, feelings or levels; promises: a time on their way."""
    return _ONE[what] if many == 1 else Spoken(*(text.format(n=many) for text in _MANY[what]))
