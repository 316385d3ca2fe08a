"""A text too long to be read on a wall."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Spelt, Words
from footlights.model import Text, Translations

__all__ = ["CHECK"]

#: The texts that stand in the picture itself, by collection.
_DRAWN = {"steps": ("does", "thinks", "expects", "title"), "cards": ("does",), "marks": ("title",), "phases": ("title", "need")}


def find(case: Case, options: Options) -> Iterator[Found]:
    """Texts on the board that are longer than `signs` in one of their languages."""
    for each in case.texts:
        if each.address.field not in _DRAWN.get(each.address.collection, ()):
            continue
        longest = _longest(each.text)
        if len(longest) > options["signs"]:
            yield Found(each.address, {"text": longest, "signs": Spelt(str(len(longest)))}, ground=(len(longest),))


def _longest(text: Text) -> str:
    return max((said for _, said in text.entries), key=len, default="") if isinstance(text, Translations) else text


CHECK = Check(
    code="LAN007",
    slug="long-text-on-a-card",
    severity="low",
    find=find,
    options=(Option("signs", 90, "How long a text on the board may be, in signs"),),
    source="nng",
    en=Words(
        "A text too long for a card",
        "{text} is {signs} signs long.",
        "A map is read standing, from two metres. What takes a minute to read there is skipped.",
        "Keep the action in a few words, and put the rest in the note or in a card of its own.",
    ),
    nl=Words(
        "Een tekst die te lang is voor een kaartje",
        "{text} is {signs} tekens lang.",
        "Een kaart wordt staand gelezen, van twee meter afstand. Wat daar een minuut leestijd vraagt, wordt overgeslagen.",
        "Houd de handeling bij een paar woorden, en zet de rest in de notitie of op een eigen kaartje.",
    ),
    es=Words(
        "Un texto demasiado largo para una tarjeta",
        "{text} tiene {signs} caracteres.",
        "Un mapa se lee de pie y a dos metros. Lo que allí cuesta un minuto leer se salta.",
        "Deje la acción en pocas palabras y pase el resto a la nota o a otra tarjeta.",
    ),
    fires=f"""
footlights: 1
title: A call
phases:
- title: Report
  steps: [{{id: calls, does: Calls the desk {"and calls it once more " * 5}}}]
""",
    at=("steps/calls#does",),
    clean="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - does: Calls the desk
    frontstage: [{does: Answers, note: Whoever is free answers and writes down who called and what about and whether they called before}]
""",
)
