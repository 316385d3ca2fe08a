"""Operations that go into a text together: new cards one behind the other, and such runs at places of their own."""

from collections.abc import Sequence
from typing import TypeGuard

from footlights.edits import Insert, Operation
from footlights.model import Card

__all__ = ["groups", "growth"]


def groups(operations: Sequence[Operation]) -> list[list[list[Operation]]]:
    """The operations in order, in runs; runs of new cards that all stand behind older cards are together.

    Two people who were away and wrote in the same cell have their cards mixed: a run of one card, hundreds of times.
    """
    found: list[list[list[Operation]]] = []
    new: set[str] = set()
    for run in _runs(operations):
        head = run[0]
        if new and _is_new_card(head) and head.after not in new:
            found[-1].append(run)
        else:
            found.append([run])
            new = set()
        if _is_new_card(head):
            new |= {one.address.id for one in run}
    return found


def growth(before: str, after: str) -> tuple[int, str] | None:
    """Where a text has grown and by what; None when it has not only grown, or at more than one place."""
    low, high = 0, len(before)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if before[low:middle] == after[low:middle] else (low, middle - 1)
    words = after[low : low + len(after) - len(before)]
    return (low, words) if before[:low] + words + before[low:] == after else None


def _runs(operations: Sequence[Operation]) -> list[list[Operation]]:
    """The operations in order, new cards of one cell that come one behind the other together."""
    found: list[list[Operation]] = []
    for operation in operations:
        last = found[-1][-1] if found else None
        if last is not None and _follows(last, operation):
            found[-1].append(operation)
        else:
            found.append([operation])
    return found


def _is_new_card(operation: Operation) -> TypeGuard[Insert]:
    return isinstance(operation, Insert) and isinstance(operation.element, Card) and operation.verbatim is None


def _follows(one: Operation, two: Operation) -> bool:
    if not (isinstance(one, Insert) and isinstance(two, Insert) and isinstance(one.element, Card) and isinstance(two.element, Card)):
        return False
    cell = (one.element.step, one.element.lane) == (two.element.step, two.element.lane)
    return cell and two.after == one.address.id and one.verbatim is None and two.verbatim is None
