"""Contacts everywhere, and nothing behind them."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """A blueprint with a front stage at several steps and no card back stage or in support: one question."""
    if case.draws("backstage", "support"):
        return
    contacts = sum(1 for step in case.steps if case.at(step.id, "frontstage"))
    if contacts >= options["contacts"]:
        yield Found(Address("blueprint"))


CHECK = Check(
    code="STR007",
    slug="back-stage-not-drawn",
    severity="medium",
    calm=True,
    find=find,
    options=(Option("contacts", 3, "From how many steps with a front stage on the question is asked"),),
    source="bitner-2008",
    en=Words(
        "Nothing behind the line of visibility",
        "Contacts with the customer are drawn, and nothing behind the line of visibility.",
        "What customers meet is made out of their sight. A blueprint that stops at the counter can't say where trouble comes from.",
        "Take one contact that matters and ask what has to happen, unseen, to make it possible.",
    ),
    nl=Words(
        "Niets achter de zichtbaarheidslijn",
        "Er staan contacten met de klant en niets achter de zichtbaarheidslijn.",
        "Wat klanten tegenkomen, wordt buiten hun zicht gemaakt. Een blueprint die bij de balie stopt, kan niet zeggen waar de "
        "problemen vandaan komen.",
        "Neem één contact dat ertoe doet en vraag wat er ongezien moet gebeuren om het mogelijk te maken.",
    ),
    es=Words(
        "Nada detrás de la línea de visibilidad",
        "Se dibujan contactos con el cliente y nada detrás de la línea de visibilidad.",
        "Lo que encuentra el cliente se hace fuera de su vista. Un blueprint que acaba en el mostrador no puede decir de dónde "
        "vienen los problemas.",
        "Tome un contacto importante y pregunte qué tiene que ocurrir, sin que se vea, para hacerlo posible.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Comes in, frontstage: [Greets]}
  - {does: Orders, frontstage: [Takes the order]}
  - {does: Eats, frontstage: [Serves]}
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Comes in, frontstage: [Greets]}
  - {does: Orders, frontstage: [Takes the order], backstage: [Cooks]}
  - {does: Eats, frontstage: [Serves]}
""",
)
