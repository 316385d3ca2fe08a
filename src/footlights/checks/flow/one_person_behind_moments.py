"""One person on whom several moments of truth depend."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address, Step

from .at_hand import at_hand
from .named import named

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Actors of whom there is one at most, and who alone do a card that `moments` moments of truth or more need (see `at_hand`)."""
    alone = {actor.id for actor in case.blueprint.actors.values() if actor.people is not None and 0 < actor.people <= 1}
    if not alone:
        return
    under: dict[str, list[Step]] = {}
    for step in case.moments():
        doers = (card.by[0] for card in at_hand(case, step) if len(card.by) == 1 and card.mode != "automated")
        for actor in dict.fromkeys(doer for doer in doers if doer in alone):
            under.setdefault(actor, []).append(step)
    for id, steps in under.items():
        # where one person is the whole service (a stand, a practice), everybody knows
        if len(steps) >= options["moments"] and len(case.blueprint.actors) > len(alone):
            facts = {"actor": case.name(case.blueprint.actors[id]), "steps": named(case, steps)}
            yield Found(Address("actors", id, "people"), facts, ground=tuple((step.id, step.moment_of_truth) for step in steps))


CHECK = Check(
    code="FLO012",
    slug="one-person-behind-moments",
    severity="medium",
    find=find,
    options=(Option("moments", 3, "From how many moments of truth on one person is told"),),
    source="house",
    en=Words(
        "One person behind several moments of truth",
        "There is one {actor}, and the moments of truth {steps} depend on that one person.",
        "A holiday or an illness reaches customers at the moments they remember, and all that this person knows is gone with them.",
        "Say who stands in, and let that person do it now and then.",
    ),
    nl=Words(
        "Eén persoon achter verschillende momenten van de waarheid",
        "Er is één {actor}, en de momenten van de waarheid {steps} hangen van die ene persoon af.",
        "Vakantie of ziekte raakt klanten op de momenten die ze onthouden, en wat deze persoon weet is dan ook weg.",
        "Zeg wie waarneemt, en laat die het nu en dan doen.",
    ),
    es=Words(
        "Una sola persona detrás de varios momentos de la verdad",
        "Hay una sola persona como {actor}, y de ella dependen los momentos de la verdad {steps}.",
        "Unas vacaciones o una baja llegan al cliente en los momentos que recuerda, y lo que esa persona sabe se va con ella.",
        "Indique quién la sustituye y deje que lo haga de vez en cuando.",
    ),
    fires="""
footlights: 1
title: Loans
actors: {adviser: {name: Adviser, people: 4}, manager: {name: Lending manager, people: 1}}
phases:
- title: Loan
  steps:
  - {id: asks, does: Asks, moment-of-truth: 2, frontstage: [{id: see, does: Sees them, by: manager}]}
  - {id: waits, title: Waits, moment-of-truth: 2, backstage: [{id: decide, does: Decides, by: manager}]}
  - {id: hears, does: Hears, moment-of-truth: 4, frontstage: [{id: tell, does: Tells them, by: manager}]}
""",
    at=("actors/manager#people",),
    clean="""
footlights: 1
title: Loans
actors: {adviser: {name: Adviser, people: 4}, manager: {name: Lending manager, people: 1}}
phases:
- title: Loan
  steps:
  - {id: asks, does: Asks, moment-of-truth: 2, frontstage: [{id: see, does: Sees them, by: adviser}]}
  - {id: waits, title: Waits, moment-of-truth: 2, backstage: [{id: decide, does: Decides, by: manager}]}
  - {id: hears, does: Hears, moment-of-truth: 4, frontstage: [{id: tell, does: Tells them, by: [adviser, manager]}]}
""",
)
