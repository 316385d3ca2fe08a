"""How numbers, times, money, shares, dates and targets are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from footlights.model import Duration, Field, parse_duration, parse_money, parse_share, parse_target

from .nodes import Node, Scalar
from .plain import number_in
from .reader_where import Where

__all__ = ["read_date", "read_duration", "read_integer", "read_money", "read_number", "read_share", "read_target", "scalar_text"]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
#: No quantity is longer; what is longer is not looked at.
_LENGTH = 100


def scalar_text(where: Where, field: Field, node: Node) -> str | None:
    """The text of a scalar; None, with a note, for anything else."""
    if isinstance(node, Scalar):
        return node.value
    where.wrong(field.key, node, field.shape)
    return None


def read_number(where: Where, field: Field, node: Node) -> float | None:
    """A number within the limits of the field."""
    value = number_in(node) if isinstance(node, Scalar) else None
    if value is None:
        if scalar_text(where, field, node) is not None:
            where.say("bad-number", field.key, node.span, value=_said(node))
        return None
    return float(value) if _within(where, field, node, value) else None


def read_integer(where: Where, field: Field, node: Node) -> int | None:
    """A whole number within the limits of the field."""
    value = number_in(node) if isinstance(node, Scalar) else None
    if value is None or value != int(value):
        if scalar_text(where, field, node) is not None:
            where.say("bad-integer", field.key, node.span, value=_said(node))
        return None
    return int(value) if _within(where, field, node, value) else None


def _within(where: Where, field: Field, node: Node, value: float) -> bool:
    low, high = field.low, field.high
    if (low is None or value >= low) and (high is None or value <= high):
        return True
    if high is None:
        where.say("too-low", field.key, node.span, value=_said(node), low=f"{low:g}")
    else:
        where.say("out-of-range", field.key, node.span, value=_said(node), low=f"{low:g}", high=f"{high:g}")
    return False


def _said(node: Node) -> str:
    return node.value if isinstance(node, Scalar) else ""


def _quantity(slug: str, parse: Callable[[str], Any]) -> Callable[[Where, Field, Node], Any]:
    """A reader of quantities that `parse` understands; a number without its unit has a message of its own."""

    known = lru_cache(maxsize=4096)(parse)  # the same few times stand in thousands of cards

    def read(where: Where, field: Field, node: Node) -> Any:
        value = scalar_text(where, field, node)
        if value is None:
            return None
        if isinstance(node, Scalar) and number_in(node) is not None and slug != "bad-target":
            where.say(slug.replace("bad", "bare"), field.key, node.span, value=value)
            return None
        try:
            return known(value if len(value) <= _LENGTH else "")
        except ValueError:
            where.say(slug, field.key, node.span, value=value)
            return None

    return read


def _parse_duration(text: str) -> Duration:
    found = parse_duration(text)
    if found.amount >= 1e12:  # `9 y 1 s` counts in seconds; more digits than that could not be written down again
        raise ValueError(text)
    return found


def _parse_date(text: str) -> date:
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def read_date(where: Where, field: Field, node: Node) -> date | None:
    """A day as 2027-03-01."""
    value = scalar_text(where, field, node)
    if value is None:
        return None
    try:
        return _parse_date(value.strip()[:_LENGTH])
    except ValueError:
        where.say("bad-date", field.key, node.span, value=value)
        return None


read_duration = _quantity("bad-duration", _parse_duration)
read_money = _quantity("bad-money", parse_money)
read_share = _quantity("bad-share", parse_share)
read_target = _quantity("bad-target", parse_target)
