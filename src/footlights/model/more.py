"""Fields this version does not know: kept as they were read, so that they survive a round trip."""

from typing import Any

#: (key, plain value) pairs in the author's order; a value is made of str, int, float, bool, None, tuples and `Pairs`.
More = tuple[tuple[str, Any], ...]


class Pairs(tuple[tuple[str, Any], ...]):
    """A mapping as (key, value) pairs in the author's order; a type of its own, so that it is never taken for a list of lists."""

    __slots__ = ()
