"""The matrix of touchpoints in words: what a cell, a row and a column come to."""

from footlights.drawing import Row
from footlights.model import Card, Step
from footlights.words import number, word

from .contacts import Cell, Contacts
from .plan import Plan, with_fate

__all__ = ["cell_texts", "contact_text", "counted", "level_text", "row_texts", "rows_of", "step_number"]


def counted(count: int, language: str) -> str:
    """So many touchpoints."""
    return word("matrix.one", language) if count == 1 else word("matrix.many", language, count=count)


def row_texts(plan: Plan, contacts: Contacts, row: int) -> list[str]:
    """What is said under a channel's name: online or offline, and how many phases it reaches."""
    channel = plan.blueprint.channels.get(contacts.rows[row])
    reach, phases = contacts.reach(row), len(plan.columns)
    name = "matrix.unused" if not reach else "matrix.reach-only" if phases == 1 else "matrix.reach"
    told = word(name, plan.language, count=reach, phases=phases)
    kind = word(f"class.{channel.class_}", plan.language) if channel is not None and channel.class_ else ""
    return [text for text in (kind, told) if text]


def step_number(plan: Plan, column: int, card: Card) -> int:
    """The number of the step in which a contact begins, or of the first in this column that it reaches; 0 for none."""
    here = plan.columns[column]
    living = [step.id for step in here.steps if not plan.gone(f"steps/{step.id}")]
    if not living:
        return 0
    return here.numbers[0] + (living.index(card.step) if card.step in living else 0)


def contact_text(plan: Plan, card: Card) -> str:
    """What a contact is, with what became of it in a picture of two states."""
    return with_fate(plan.say(card.does), plan.fate(f"cards/{card.id}"), plan.language)


def level_text(plan: Plan, step: Step) -> str:
    """The level that a step reaches, of the level that it should."""
    actual, desired = (number(level or 0.0, plan.language) for level in (step.actual, step.desired))
    return word("word.level", plan.language, actual=actual, desired=desired)


def cell_texts(plan: Plan, column: int, cell: Cell) -> tuple[str, ...]:
    """Everything a cell says."""
    language = plan.language
    if not cell.cards:
        return (word(f"matrix.{cell.gap}", language),) if cell.gap else ()
    found = [counted(len(cell.cards), language)]
    if cell.crowded:
        found.append(word("matrix.crowded", language))
    if cell.worst:
        found.append(word("word.worst", language, mark=word(f"mark.{cell.worst}", language)))
    if cell.short is not None:
        found.append(f"{word('matrix.short', language)}: {level_text(plan, cell.short)}")
    for card in cell.cards:
        at = step_number(plan, column, card)
        found.append(f"{at}. {contact_text(plan, card)}" if at else contact_text(plan, card))
    return tuple(found)


def rows_of(plan: Plan, contacts: Contacts) -> tuple[Row, ...]:
    """A row per channel, and one that counts what there is in every phase."""
    language = plan.language
    found = []
    for row, band in enumerate(plan.bands):
        about = ", ".join([counted(contacts.in_row[row], language), *row_texts(plan, contacts, row)])
        cells = tuple(cell_texts(plan, column, contacts.cells[row, column]) for column in range(len(plan.columns)))
        found.append(Row(f"{band.title} ({about})", cells))
    totals = tuple((counted(count, language) if count else word("matrix.phase", language),) for count in contacts.in_column)
    return (*found, Row(f"{word('matrix.all', language)} ({counted(contacts.total, language)})", totals))
