"""What was worked out about the time of a blueprint: per station, and along the longest path."""

from typing import NamedTuple

__all__ = ["PathTime", "StationTime"]


class StationTime(NamedTuple):
    """The time of one step with everything in its column, in seconds; None where unknown, never zero for unknown.

    Cards that follow each other add up, cards beside each other do not: each figure is that of the longest way through
    the column.
    """

    step: str
    work_s: float | None = None
    wait_s: float | None = None
    standard_s: float | None = None
    tolerance_s: float | None = None
    basis: str | None = None


class PathTime(NamedTuple):
    """The longest path through the links, in seconds.

    `total_s` is customer plus company time along `path`; it is a lower bound while `unknown` names stations without time.
    `loops` are the ways back that were left out.
    """

    total_s: float | None
    customer_s: float | None
    company_s: float | None
    work_s: float | None
    wait_s: float | None
    standard_s: float | None
    path: tuple[str, ...]
    unknown: tuple[str, ...]
    loops: tuple[tuple[str, str], ...]
    stations: tuple[StationTime, ...]
