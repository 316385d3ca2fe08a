"""One actor who answers for too much of the plan."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Count, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Actors who answer for more than `most` actions that are still to be done."""
    many: dict[str, int] = {}
    for action in case.blueprint.actions.values():
        if action.owner is not None and action.status not in ("done", "dropped"):
            many[action.owner] = many.get(action.owner, 0) + 1
    for actor in case.blueprint.actors.values():
        count = many.get(actor.id, 0)
        if count > options["most"]:
            yield Found(Address("actors", actor.id), {"actor": case.name(actor), "count": Count("action", count)}, ground=(count,))


CHECK = Check(
    code="PLA011",
    slug="plan-on-one-pair-of-shoulders",
    severity="medium",
    find=find,
    options=(Option("most", 7, "For how many open actions one actor may answer"),),
    source="house",
    en=Words(
        "A plan on one pair of shoulders",
        "{actor} answers for {count} that are still to be done.",
        "Whoever has everything has no first thing. The actions wait for each other, and for that one diary.",
        "Share them out, or agree which two come first and give the others a later date.",
    ),
    nl=Words(
        "Een plan op één paar schouders",
        "Bij {actor} liggen {count} die nog gedaan moeten worden.",
        "Wie alles heeft, heeft niets eerst. De acties wachten op elkaar, en op die ene agenda.",
        "Verdeel ze, of spreek af welke twee eerst komen en geef de andere een latere datum.",
    ),
    es=Words(
        "Un plan sobre los mismos hombros",
        "{actor} responde de {count} por hacer.",
        "Quien lo tiene todo no tiene nada primero. Las acciones se esperan unas a otras, y a esa única agenda.",
        "Repártalas o acuerde qué dos van primero y dé a las demás una fecha posterior.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions:
- {title: Improve part 1, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 2, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 3, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 4, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 5, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 6, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 7, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 8, closes: [bounce], owner: lead, due: 2027-02-01}
""",
    at=("actors/lead",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions:
- {title: Improve part 1, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 2, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 3, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 4, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 5, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 6, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 7, closes: [bounce], owner: lead, due: 2027-02-01}
- {title: Improve part 8, closes: [bounce], owner: lead, status: done}
""",
)
