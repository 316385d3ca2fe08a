"""A service in which nearly all the time is waiting."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Percent, Seconds, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """The whole blueprint, when waiting makes at least `share` of the time along its longest path."""
    total, wait = case.times.total_s or 0.0, case.times.wait_s or 0.0
    if total > 0 and wait >= options["share"] * total:
        share = 1.0 if wait >= total else min(round(wait / total, 2), 0.99)
        yield Found(Address("blueprint"), {"share": Percent(share), "total": Seconds(total)}, ground=(share,))


CHECK = Check(
    code="TIM012",
    slug="mostly-waiting",
    severity="low",
    find=find,
    options=(Option("share", 0.8, "From which share of the whole time on waiting counts as nearly all, 0 to 1"),),
    source="maister-1985",
    en=Words(
        "A service that is nearly all waiting",
        "The whole takes {total}, and {share} of that is waiting.",
        "To work faster wins next to nothing here; to let things lie less wins nearly everything. How the waiting is filled and "
        "explained decides how long it feels.",
        "Start with the longest wait, and say while people wait what happens and how long it takes.",
    ),
    nl=Words(
        "Een dienst die bijna alleen uit wachten bestaat",
        "Het geheel duurt {total}, en daarvan is {share} wachten.",
        "Sneller werken levert hier bijna niets op, minder laten liggen bijna alles. Hoe het wachten wordt gevuld en uitgelegd, bepaalt "
        "hoelang het voelt.",
        "Begin bij de langste wachttijd, en zeg tijdens het wachten wat er gebeurt en hoelang het duurt.",
    ),
    es=Words(
        "Un servicio que es casi todo espera",
        "Todo dura {total}, y el {share} es espera.",
        "Trabajar más deprisa aquí no gana casi nada; dejar menos cosas paradas lo gana casi todo. Cómo se llena y se explica la espera "
        "decide lo larga que se hace.",
        "Empiece por la espera más larga y, mientras se espera, diga qué ocurre y cuánto falta.",
    ),
    fires="""
footlights: 1
title: A permit
phases:
- title: Apply
  steps:
  - {id: asks, does: Asks for a permit, time: {work: 1 h}}
  - {id: waits, title: Waits, time: {wait: 3 weeks}}
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: A permit
phases:
- title: Apply
  steps:
  - {id: asks, does: Asks for a permit, time: {work: 1 h}}
  - {id: waits, title: Waits, time: {wait: 2 h}}
""",
)
