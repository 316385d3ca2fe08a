"""A shared document as plain values, to compare copies of it and to look at it."""

from typing import Any

from .shared import ROOTS, Shared

__all__ = ["plain"]


def plain(shared: Shared) -> dict[str, dict[str, Any]]:
    """Every root of ours with its elements and their entries, sorted, what is gone among them; texts as strings.

    Whole numbers are integers, as in JSON of JavaScript: the editor's `plainOf` gives the same.
    """
    return {root: _sorted(shared.read(root)) for root in sorted(ROOTS)}


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [_sorted(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
