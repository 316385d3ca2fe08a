"""Operations that go into a text together: new cards one behind the other, and such runs at places of their own."""

from collections.abc import Sequence
from typing import NamedTuple, TypeGuard

from footlights.edits import Insert, Operation, Remove
from footlights.model import Card

__all__ = ["Change", "change_of", "exchanged", "groups"]


def groups(operations: Sequence[Operation]) -> list[list[list[Operation]]]:
    """The operations in order, in runs; together are runs of new cards that all stand behind older cards, and removals.

    Two people who were away and wrote in the same cell have their cards mixed: a run of one card, hundreds of times.
    """
    found: list[list[list[Operation]]] = []
    new: set[str] = set()
    for run in _runs(operations):
        head = run[0]
        behind_old = bool(new) and _is_new_card(head) and head.after not in new
        if behind_old or (found and isinstance(head, Remove) and isinstance(found[-1][0][0], Remove)):
            found[-1].append(run)
        else:
            found.append([run])
            new = set()
        if _is_new_card(head):
            new |= {one.address.id for one in run}
    return found


class Change(NamedTuple):
    """Between two offsets of a text, what stands there is exchanged for `words`."""

    begin: int
    end: int
    words: str


def change_of(before: str, after: str) -> Change | None:
    """How one text became another by growing or by losing something at one place; None when it did neither, or both.

    Where that could be at several places (of two like lines, either is gone), it is where whole lines are.
    """
    growing = len(after) >= len(before)
    short, long = (before, after) if growing else (after, before)
    at, high, size = 0, len(short), len(long) - len(short)
    while at < high:
        middle = (at + high + 1) // 2
        at, high = (middle, high) if short[at:middle] == long[at:middle] else (at, middle - 1)
    if short[:at] + long[at : at + size] + short[at:] != long:
        return None
    for begin in range(at, -1, -1):  # it may as well stand before letters that are the same as its last ones
        if (begin == 0 or long[begin - 1] == "\n") and long[begin + size - 1 : begin + size] == "\n":
            at = begin
            break
        if begin == 0 or long[begin - 1] != long[begin + size - 1]:
            break
    return Change(at, at, long[at : at + size]) if growing else Change(at, at + size, "")


def exchanged(text: str, changes: Sequence[Change]) -> str | None:
    """The text with all changes made in it; None when two of them meet."""
    parts: list[str] = []
    at = 0
    for change in sorted(changes):
        if change.begin < at or (parts and change.begin == at and change.words):
            return None
        parts += [text[at : change.begin], change.words]
        at = change.end
    return "".join([*parts, text[at:]])


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
