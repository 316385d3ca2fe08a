"""Where the customer is in contact: through which channel, in which phase, and what that comes to (touchpoints grouped by phase)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from footlights.model import Card, Mark, Step

from .picking import is_filtered
from .plan import Plan

__all__ = ["Cell", "Contacts", "contacts_of", "is_contact", "worst_of"]

#: Marks that tell of something wrong, the worst first.
_BAD = ("fail", "critical", "pain", "wait")
_HEAVY = {"high": 0, "medium": 1, None: 1, "low": 2}
#: A cell is crowded from so many contacts, and from so many times the average of the cells in use.
_CROWD, _TIMES = 3, 2.0


class Cell(NamedTuple):
    """One channel in one phase. `cards` are the contacts there, in the order of the steps.

    `gap` says why a cell without contacts is worth seeing: open (the customer is in contact here, through another channel),
    silent (this channel is used before and after), phase (there is no contact at all in this phase); "" where it is not.
    `worst` is the kind of the worst mark ("" for none), `short` the step that stays furthest below its desired level.
    """

    cards: tuple[Card, ...] = ()
    gap: str = ""
    crowded: bool = False
    worst: str = ""
    short: Step | None = None


class Contacts(NamedTuple):
    """All cells by (row, column). `rows` are ids of channels; "" is the row of contacts without a channel.

    `in_row` and `in_column` have how many contacts there are, each counted once in every row and every column; `total` once in all.
    """

    rows: tuple[str, ...]
    cells: Mapping[tuple[int, int], Cell]
    in_row: tuple[int, ...]
    in_column: tuple[int, ...]
    total: int

    @property
    def repeated(self) -> bool:
        """Whether a contact stands in several cells, so that the totals are less than the sum of the cells."""
        return sum(len(cell.cards) for cell in self.cells.values()) > self.total

    def reach(self, row: int) -> int:
        """In how many phases a row has contacts."""
        return sum(1 for (at, _), cell in self.cells.items() if at == row and cell.cards)


def is_contact(role: str, card: Card) -> bool:
    """Whether a card is a contact: what the front stage does, or what customer or evidence have a channel for."""
    return role == "frontstage" or (role in ("customer", "evidence") and bool(card.via))


def contacts_of(plan: Plan) -> Contacts:
    """The contacts among the plan's cards; `plan.spans` has the columns that each reaches over.

    A picture that shows only some cards says nothing of gaps: what is missing may be what was left out.
    """
    rows = [band.lane.id.removeprefix("channel ").strip() for band in plan.bands]
    held: dict[tuple[int, int], list[Card]] = {(row, column): [] for row in range(len(rows)) for column in range(len(plan.columns))}
    numbers = {id: number for number, id in enumerate(rows)}
    living = [card for card in plan.cards if not plan.gone(f"cards/{card.id}")]
    for card in living:
        first, last = plan.spans[card.id]
        for row in [numbers[id] for id in card.via or ("",) if id in numbers]:
            for column in range(first, last + 1):
                held[row, column].append(card)
    filled = [len(cards) for cards in held.values() if cards]
    usual = sum(filled) / len(filled) if filled else 0.0
    partial = is_filtered(plan.looked) and bool(plan.looked.marks or plan.looked.basis or plan.looked.systems)
    in_column = tuple(len({card.id for row in range(len(rows)) for card in held[row, column]}) for column in range(len(plan.columns)))
    cells = {}
    for (row, column), cards in held.items():
        if cards:
            crowded = len(cards) >= _CROWD and len(cards) >= _TIMES * usual
            cells[row, column] = Cell(tuple(cards), "", crowded, worst_of(_marks(plan, cards)), _short(plan, cards, column))
        else:
            used = [at for at in range(len(plan.columns)) if held[row, at]]
            silent = bool(used) and used[0] < column < used[-1]
            gap = "" if partial else "phase" if not in_column[column] else "silent" if silent else "open"
            cells[row, column] = Cell(gap=gap)
    in_row = tuple(len({card.id for column in range(len(plan.columns)) for card in held[row, column]}) for row in range(len(rows)))
    return Contacts(tuple(rows), cells, in_row, in_column, len({card.id for cards in held.values() for card in cards}))


def worst_of(marks: Iterable[Mark]) -> str:
    """The kind of the worst of some marks: the most severe, then fail, critical, pain, wait; "" where nothing is wrong."""
    bad = [mark for mark in marks if mark.kind in _BAD]
    return min(bad, key=lambda mark: (_HEAVY.get(mark.severity, 1), _BAD.index(mark.kind))).kind if bad else ""


def _marks(plan: Plan, cards: Sequence[Card]) -> list[Mark]:
    return [mark for card in cards for mark in plan.blueprint.marks_on.get(f"cards/{card.id}", ())]


def _short(plan: Plan, cards: Sequence[Card], column: int) -> Step | None:
    """Of the steps in which these contacts begin, the one that stays furthest below its desired level."""
    here = {step.id for step in plan.columns[column].steps}
    steps = [plan.blueprint.steps[id] for id in dict.fromkeys(card.step for card in cards) if id in here]
    below = [(step.desired - step.actual, step) for step in steps if step.desired is not None and step.actual is not None]
    gap, step = max(below, key=lambda entry: entry[0], default=(0.0, None))
    return step if gap > 0 else None
