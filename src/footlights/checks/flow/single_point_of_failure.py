"""A system on which several moments of truth depend, with nothing to fall back on."""

import re
from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address, Card, Mark, Step, Text, Translations

from .at_hand import at_hand
from .named import named

__all__ = ["CHECK"]

#: A moment of truth of this grade weighs so much that one more beside it is enough.
_GRAVEST = 4
#: Words of a system's name that are shorter than this say nothing about it.
_TELLING = 4


def find(case: Case, options: Options) -> Iterator[Found]:
    """Systems that `moments` moments of truth or more need (see `at_hand`), without a fallback there.

    `grave` (two) are enough where the contact itself is done with it at each and one is of the highest grade. A moment has a fallback
    when a contact beside the one that uses the system does without it, or when a fail point with a recovery stands on a card that is
    the system's own work, or names the system on a card of somebody who uses it: what else can go wrong there is another story.
    """
    recovered: dict[str, list[Mark]] = {}
    for mark in case.marks("fail"):
        if mark.recovery is not None:
            recovered.setdefault(mark.on, []).append(mark)
    under: dict[str, list[Step]] = {}
    for step in case.moments():
        cards = at_hand(case, step)
        for system in dict.fromkeys(system for card in cards for system in card.uses):
            if not _fallback(case, cards, system, recovered):
                under.setdefault(system, []).append(step)
    for id, steps in under.items():
        if len(steps) < options["moments"] and not _grave(case, id, steps, options["grave"]):
            continue
        facts = {"system": case.name(case.blueprint.systems[id]), "steps": named(case, steps)}
        yield Found(Address("systems", id), facts, ground=tuple((step.id, step.moment_of_truth) for step in steps))


def _grave(case: Case, system: str, steps: list[Step], least: float) -> bool:
    """Whether moments at whose contact a system is used are so many, one of them of the highest grade."""
    met = [step for step in steps if any(system in card.uses for card in case.at(step.id, "frontstage"))]
    return len(met) >= least and any(step.moment_of_truth == _GRAVEST for step in met)


def _fallback(case: Case, cards: tuple[Card, ...], system: str, recovered: dict[str, list[Mark]]) -> bool:
    users = [card for card in cards if system in card.uses]
    if any(not card.by or _names(case, mark, system) for card in users for mark in recovered.get(f"cards/{card.id}", ())):
        return True
    contacts = [card for card in cards if case.role(card) == "frontstage"]
    return any(system in card.uses for card in contacts) and any(system not in card.uses for card in contacts)


def _names(case: Case, mark: Mark, system: str) -> bool:
    """Whether a fail point, or what is done then, speaks of a system by a word of its name, in whichever language."""
    said = " ".join(text for each in (mark.title, mark.recovery) for text in _texts(each)).casefold()
    names = [text.casefold() for text in _texts(case.blueprint.systems[system].name)]
    words = {word for name in names for word in name.split() if len(word) >= _TELLING}
    # a long word may stand inside another (till in tills); a short name, such as CRM, stands by itself
    return any(word in said for word in words) or not set(names).isdisjoint(re.findall(r"\w+", said))


def _texts(text: Text | None) -> tuple[str, ...]:
    return tuple(each for _, each in text.entries) if isinstance(text, Translations) else (text or "",)


CHECK = Check(
    code="FLO011",
    slug="single-point-of-failure",
    severity="medium",
    find=find,
    options=(
        Option("moments", 3, "From how many moments of truth on a system without a fallback is told"),
        Option("grave", 2, "From how many on where the contacts use it and one is of grade 4"),
    ),
    source="house",
    en=Words(
        "A system with nothing to fall back on",
        "The moments of truth {steps} depend on {system}, with nothing to fall back on.",
        "What customers and staff never see becomes a great failure the moment it stops, and here it stops several moments that people "
        "remember.",
        "Draw what people do when it is down: another way in, or a fail point that names the system, with its recovery.",
    ),
    nl=Words(
        "Een systeem zonder iets om op terug te vallen",
        "De momenten van de waarheid {steps} leunen op {system}, zonder iets om op terug te vallen.",
        "Wat klanten en medewerkers nooit zien, wordt een grote storing zodra het uitvalt, en hier raakt dat meerdere momenten die mensen "
        "onthouden.",
        "Teken wat mensen doen als het plat ligt: een andere ingang, of een faalpunt dat het systeem noemt, met herstel.",
    ),
    es=Words(
        "Un sistema sin alternativa si falla",
        "Los momentos de la verdad {steps} dependen de {system}, sin alternativa si falla.",
        "Lo que ni clientes ni personal ven se convierte en un gran fallo en cuanto se para, y aquí afecta a varios momentos que se "
        "recuerdan.",
        "Dibuje qué se hace cuando no funciona: otra vía de entrada, o un punto de fallo que nombre el sistema, con su recuperación.",
    ),
    fires="""
footlights: 1
title: A counter
systems: {register: {name: Register}}
phases:
- title: Visit
  steps:
  - {id: asks, does: Asks, moment-of-truth: 2, frontstage: [{id: look, does: Looks it up, uses: register}]}
  - {id: applies, does: Applies, moment-of-truth: 3, frontstage: [{id: enter, does: Enters it, uses: register}]}
  - {id: collects, does: Collects, moment-of-truth: 2, frontstage: [{id: hand, does: Hands it over, uses: register}]}
""",
    at=("systems/register",),
    clean="""
footlights: 1
title: A counter
systems: {register: {name: Register}}
phases:
- title: Visit
  steps:
  - id: asks
    does: Asks
    moment-of-truth: 2
    frontstage: [{id: look, does: Looks it up, uses: register}, {id: leaflet, does: Gives a leaflet}]
  - id: applies
    does: Applies
    moment-of-truth: 3
    frontstage:
    - {id: enter, does: Enters it, uses: register, fail: {title: Register is down, recovery: Take it on paper}}
  - {id: collects, does: Collects, moment-of-truth: 2, frontstage: [{id: hand, does: Hands it over, uses: register}]}
""",
)
