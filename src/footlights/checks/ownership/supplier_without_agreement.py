"""A partner behind moments of truth with whom nothing is agreed."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


#: So many moments are named, those that weigh most.
_TOLD = 3
_TROUBLE = ("fail", "wait", "pain", "critical")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Partners whose work stands behind moments of truth of grade 2 and up, without an agreement on it.

    An agreement counts where it speaks of the partner, a card of theirs or a system they answer for, and so does a link of the
    kind agreement at the card. What they do together with others is not asked. Medium where trouble is marked on their work; the
    others are one question together, where there are several.
    """
    partners = {actor.id for actor in case.blueprint.actors.values() if actor.kind == "partner"}
    moments = case.moments(least=2)
    if not partners or not moments:
        return
    resting = _resting(case, partners, moments)
    troubled = [partner for partner in resting if _troubled(case, resting[partner])]
    others = [partner for partner in resting if partner not in troubled]
    for several in (*((partner,) for partner in troubled), tuple(others)):
        if several:
            yield _found(case, several, [step for partner in several for step, _ in resting[partner]], several[0] in troubled)


def _found(case: Case, partners: tuple[str, ...], moments: list[Step], trouble: bool) -> Found:
    steps = sorted({step.id: step for step in moments}.values(), key=lambda step: -(step.moment_of_truth or 0))
    told = {
        "partner": tuple(case.name(case.blueprint.actors[partner]) for partner in partners),
        "moments": tuple(case.name(step) for step in steps[:_TOLD]),
    }
    grade = steps[0].moment_of_truth
    if len(partners) == 1:
        return Found(Address("actors", partners[0]), told, ground=(grade, trouble), severity="medium" if trouble else "")
    return Found(Address("blueprint"), told, ground=(grade, *sorted(partners)))


def _troubled(case: Case, resting: list[tuple[Step, str]]) -> bool:
    return any(mark.kind in _TROUBLE for _, card in resting for mark in case.blueprint.marks_on.get(f"cards/{card}", ()))


def _resting(case: Case, partners: set[str], moments: tuple[Step, ...]) -> dict[str, list[tuple[Step, str]]]:
    """The moments that rest on cards only a partner does, without an agreement, by partner, with those cards."""
    agreed = _agreed(case)
    found: dict[str, list[tuple[Step, str]]] = {}
    for step in moments:
        for card in (case.blueprint.cards[stand.card] for stand in case.stands[step.id]):
            if card.by and partners.issuperset(card.by) and not agreed & {card.id, *card.by}:
                for partner in card.by:
                    found.setdefault(partner, []).append((step, card.id))
    return found


def _agreed(case: Case) -> set[str]:
    """The cards, actors and systems that agreements speak of, and who answers for such a system."""
    blueprint = case.blueprint
    agreed = {on.partition("/")[2] or on for each in blueprint.agreements.values() for on in each.on}
    agreed |= {end for link in blueprint.links.values() if link.kind == "agreement" for end in (link.source, link.target)}
    return agreed | {system.owner for system in blueprint.systems.values() if system.owner and system.id in agreed}


CHECK = Check(
    code="OWN008",
    slug="supplier-without-agreement",
    severity="low",
    find=find,
    source="house",
    en=Words(
        "A supplier without an agreement",
        "Nothing is agreed with {partner}, whose work is felt at {moments}.",
        "What a partner does late or badly is felt at your moments of truth. Without an agreement there is nothing to come back to.",
        "Agree what they deliver, how soon and how well, and put it on their card or on them as an agreement.",
    ),
    nl=Words(
        "Een leverancier zonder afspraak",
        "Met {partner} is niets afgesproken, terwijl hun werk voelbaar is bij {moments}.",
        "Wat een partner te laat of slecht doet, voelt de klant op de momenten die ertoe doen. Zonder afspraak is er niets om op "
        "terug te komen.",
        "Spreek af wat die levert, hoe snel en hoe goed, en zet dat als afspraak bij de kaart of bij de partner.",
    ),
    es=Words(
        "Un proveedor sin acuerdo",
        "No hay nada acordado con {partner}, y su trabajo se nota en {moments}.",
        "Lo que un aliado hace tarde o mal se nota en los momentos que importan. Sin acuerdo no hay nada que reclamar.",
        "Acuerde qué entrega, en cuánto tiempo y con qué calidad, y anótelo como acuerdo en su tarjeta o en el propio aliado.",
    ),
    fires="""
footlights: 1
title: A laptop
actors: {desk: {name: Desk}, supplier: {name: Supplier, kind: partner}}
phases:
- title: Restore
  steps:
  - does: Hands the laptop over
    moment-of-truth: 3
    frontstage: [{does: Swaps the drive, by: desk}]
    support: [{id: restock, does: Delivers spare drives, by: supplier}]
""",
    at=("actors/supplier",),
    clean="""
footlights: 1
title: A laptop
actors: {desk: {name: Desk}, supplier: {name: Supplier, kind: partner}}
phases:
- title: Restore
  steps:
  - does: Hands the laptop over
    moment-of-truth: 3
    frontstage: [{does: Swaps the drive, by: desk}]
    support: [{id: restock, does: Delivers spare drives, by: supplier}]
agreements:
- {sla: Spare drives, on: restock, measure: elapsed, target: <= 1 day}
""",
)
