"""What a blueprint test asks, once its sentence is understood."""

from typing import NamedTuple

__all__ = ["Sentence"]


class Sentence(NamedTuple):
    """One question to a blueprint, the same in whatever language it was asked.

    form: `time`, `count` or `share` (a figure is compared), `every` (each of some elements has something), `none` (no element is
    so), or `kept` (every promise). what: the figure, or which elements. has: what each of them should have, or what none should be.
    of: the step or promise that is meant. percentile: 90 for p90, 0 for none. amount: seconds, a count, a share from 0 to 1, or a level.
    grade, more: only moments of this grade (or, with `more`, of this grade and higher); 0 for all. severity: only those of this one.
    """

    form: str
    what: str
    has: str = ""
    of: str = ""
    percentile: int = 0
    comparator: str = "<="
    amount: float = 0.0
    grade: int = 0
    more: bool = False
    severity: str = ""
