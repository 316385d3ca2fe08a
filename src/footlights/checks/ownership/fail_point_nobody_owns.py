"""A fail point at work that is nobody's."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Mark

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Fail points of severity medium or high where no doer, no owner of a system used and no owner of the step is named.

    As severe as the fail point, medium where it does not say; silent where the blueprint names no doers at all.
    """
    if not any(card.by for card in case.blueprint.cards.values()):
        return
    for mark in case.marks("fail"):
        if mark.severity != "low" and not _owned(case, mark):
            yield Found(Address("marks", mark.id), {"mark": case.name(mark)}, ground=(mark.severity,), severity=mark.severity or "")


def _owned(case: Case, mark: Mark) -> bool:
    step = case.step_of(case.address(mark))
    if step is None:
        return True
    card = case.blueprint.cards.get(mark.on.partition("/")[2]) if mark.on.startswith("cards/") else None
    if card is None:
        return case.owner_of(step) is not None or any(each.by for each in case.acting(step.id))
    return step.owner is not None or bool(card.by) or any(case.blueprint.systems[id].owner for id in card.uses)


CHECK = Check(
    code="OWN005",
    slug="fail-point-nobody-owns",
    severity="medium",
    find=find,
    source="shostack-1984",
    en=Words(
        "A fail point that nobody owns",
        "Where {mark} can happen, nobody is named: no doer, and no owner of a system.",
        "A fail point behind the scenes makes no noise of its own. When it is nobody's, the customer is the first to notice.",
        "Name who does this work, or who answers for the system it runs on.",
    ),
    nl=Words(
        "Een faalpunt dat van niemand is",
        "Waar {mark} kan gebeuren, staat niemand: geen uitvoerder en geen eigenaar van een systeem.",
        "Een faalpunt achter de schermen maakt zelf geen geluid. Is het van niemand, dan merkt de klant het als eerste.",
        "Noem wie dit werk doet, of wie verantwoordelijk is voor het systeem waarop het draait.",
    ),
    es=Words(
        "Un punto de fallo que no es de nadie",
        "Donde puede ocurrir {mark} no se nombra a nadie: ni quien lo hace ni un responsable del sistema.",
        "Un punto de fallo tras bambalinas no hace ruido. Si no es de nadie, el primero en notarlo es el cliente.",
        "Nombre a quien hace este trabajo, o a quien responde del sistema en que se apoya.",
    ),
    fires="""
footlights: 1
title: A meal
actors: {waiter: {name: Waiter}}
systems: {printer: {name: Kitchen printer}}
phases:
- title: The meal
  steps:
  - does: Orders
    frontstage: [{does: Takes the order, by: waiter}]
    support:
    - does: Prints the ticket
      uses: printer
      mode: automated
      fail: {id: no-ticket, title: The ticket never reaches the kitchen, severity: high, recovery: Ask in person}
""",
    at=("marks/no-ticket",),
    clean="""
footlights: 1
title: A meal
actors: {waiter: {name: Waiter}, chef: {name: Chef}}
systems: {printer: {name: Kitchen printer, owner: chef}}
phases:
- title: The meal
  steps:
  - does: Orders
    frontstage: [{does: Takes the order, by: waiter}]
    support:
    - does: Prints the ticket
      uses: printer
      mode: automated
      fail: {id: no-ticket, title: The ticket never reaches the kitchen, severity: high, recovery: Ask in person}
""",
)
