"""Two people changed one blueprint, one in its file and one on the board: what both say together, and where they disagree."""

from typing import NamedTuple

from footlights import files
from footlights.edits import Insert, Operation, Put, Remove, apply, difference, scope_of, value_at
from footlights.model import Address, Blueprint, FootlightsError

__all__ = ["Merged", "merged"]


class Merged(NamedTuple):
    """What both say together, and the addresses where they disagree: there it says what the board says."""

    blueprint: Blueprint
    conflicts: tuple[str, ...] = ()


def merged(base: Blueprint, file: Blueprint, board: Blueprint) -> Merged:
    """The board's blueprint with what was changed in the file since `base`, the state that both began from.

    A field that both changed keeps the board's value. An element that one removed and the other changed stays. What was
    added on both sides is there once when it is the same, and else as the board has it.
    """
    if file in (base, board):
        return Merged(board)
    if board == base:
        return Merged(file)
    ours = _Touched(difference(base, board))
    result, conflicts = board, list[str]()
    for operation in difference(base, file):
        try:
            result = _with(result, operation, ours, file)
        except FootlightsError:
            conflicts.append(str(operation.address))
    if files.read(files.dumps(result)).errors:
        # each change was possible, but together they point at what is not there: the board's word counts
        return Merged(board, tuple(conflicts) or ("blueprint",))
    return Merged(result, tuple(conflicts))


class _Touched:
    """What some operations speak of."""

    def __init__(self, operations: tuple[Operation, ...]) -> None:
        self.fields = {one.address for one in operations if isinstance(one, Put)}
        self.elements = {one.address.element() for one in operations if isinstance(one, Put)}
        self.removed = {one.address.element() for one in operations if isinstance(one, Remove)}


def _with(board: Blueprint, operation: Operation, ours: _Touched, file: Blueprint) -> Blueprint:
    """The board after one change from the file; raises FootlightsError where they disagree."""
    address = operation.address
    if isinstance(operation, Remove):
        if address.element() in ours.removed:
            return board
        if address.element() in ours.elements:
            raise _disagreement(address)
        return apply(board, operation)
    if isinstance(operation, Insert):
        there = board.element(address)
        if there is None:
            return apply(board, operation._replace(after=_neighbour(board, file, operation)))
        if there != operation.element:
            raise _disagreement(address)
        return board
    if address in ours.fields:
        if address.field != "place" and value_at(board, address) == operation.value:
            return board
        raise _disagreement(address)
    if address.field == "place":
        moved = file.element(address.element())
        assert moved is not None
        place = operation.value._replace(after=_nearest(board, file, address, scope_of(moved)))
        return apply(board, operation._replace(value=place))
    return apply(board, operation)


def _neighbour(board: Blueprint, file: Blueprint, operation: Insert) -> str | None:
    return _nearest(board, file, operation.address, scope_of(operation.element))


def _nearest(board: Blueprint, file: Blueprint, address: Address, scope: tuple[str, ...]) -> str | None:
    """The sibling behind which an element of the file belongs on the board: the nearest before it that is there, too."""
    before = None
    on_board = board.collection(address.collection)
    for other in file.collection(address.collection).values():
        if other.id == address.id:
            return before
        if scope_of(other) == scope and other.id in on_board and scope_of(on_board[other.id]) == scope:
            before = other.id
    return before


def _disagreement(address: Address) -> FootlightsError:
    return FootlightsError(f"{address} was changed on both sides")
