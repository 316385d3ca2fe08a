"""What a plain scalar means (the core schema of YAML 1.2, without surprises), and values as plain Python for unknown fields."""

import math
import re
from typing import Any

from footlights.model import Pairs

from .nodes import Entry, Map, Node, Scalar, Seq

__all__ = ["number_in", "pairs_of", "plain_value", "truth_in"]

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,30})?(?:[eE][-+]?[0-9]{1,3})?")
_WHOLE = re.compile(r"[-+]?[0-9]+")


def number_in(scalar: Scalar) -> int | float | None:
    """The number a plain scalar spells, None when it spells none: at most 18 digits, no leading zero (`022` is text)."""
    if scalar.style or not _NUMBER.fullmatch(scalar.value):
        return None
    number = int(scalar.value) if _WHOLE.fullmatch(scalar.value) else float(scalar.value)
    return number if math.isfinite(number) else None


def truth_in(scalar: Scalar) -> bool | None:
    """True or False for `true` and `false` without quotes; None for anything else (`yes`, `on` and `no` are texts)."""
    return {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}.get(
        scalar.value if scalar.plain else ""
    )


def pairs_of(node: Map) -> list[Entry]:
    """The entries of a mapping with those it merges, without the merge keys themselves."""
    if not node.merged:
        return node.entries
    own = [entry for entry in node.entries if not (entry.key.value == "<<" and entry.key.plain)]
    return own + list(node.merged)


def plain_value(node: Node) -> Any:
    """A node as plain values: str, int, float, bool, None, tuples for sequences, `Pairs` for mappings."""
    if isinstance(node, Map):
        return Pairs((entry.key.value, plain_value(entry.value)) for entry in pairs_of(node))
    if isinstance(node, Seq):
        return tuple(plain_value(item) for item in node.items)
    if node.empty:
        return None
    truth = truth_in(node)
    if truth is not None:
        return truth
    number = number_in(node)
    return node.value if number is None else number
