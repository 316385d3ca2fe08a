"""Ranks: short texts that sort in the order people gave, with room between any two; the same as npm's `fractional-indexing`."""

import itertools
from bisect import bisect_left
from collections.abc import Mapping, Sequence

__all__ = ["is_rank", "rank_between", "ranked", "ranks_between"]

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ZERO, _LAST = DIGITS[0], DIGITS[-1]
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
#: The smallest whole part, below which only fractions are left.
_SMALLEST = "A" + _ZERO * 26
#: A rank that many inserts in one spot have made long is still short; longer ones were not made by us.
_LONGEST = 4_000


def is_rank(text: object) -> bool:
    """Whether a value is a well-formed rank: base 62, a whole part of the length its first letter says, no zero at the end."""
    if not isinstance(text, str) or not text or len(text) > _LONGEST or not text[0].isalpha():
        return False
    if any(char not in _VALUE for char in text) or text == _SMALLEST:
        return False
    whole = _whole_length(text[0])
    return len(text) >= whole and not (len(text) > whole and text.endswith(_ZERO))


def rank_between(low: str | None, high: str | None) -> str:
    """A rank above `low` and below `high`; None is the very beginning or end. Raises ValueError when there is no room."""
    for rank in (low, high):
        if rank is not None and not is_rank(rank):
            raise ValueError(f"{rank!r} is no rank")
    if low is not None and high is not None and low >= high:
        raise ValueError(f"{low!r} is not below {high!r}")
    if low is None:
        return "a" + _ZERO if high is None else _below(high)
    whole, rest = _parts(low)
    if high is None:
        return _raised(whole) or whole + _middle(rest, None)
    high_whole, high_rest = _parts(high)
    if whole == high_whole:
        return whole + _middle(rest, high_rest)
    raised = _raised(whole)
    return raised if raised is not None and raised < high else whole + _middle(rest, None)


def ranks_between(low: str | None, high: str | None, count: int) -> list[str]:
    """As many ranks as asked, rising, above `low` and below `high`. Raises ValueError when there is no room."""
    if count <= 0:
        return []
    if high is None:
        found: list[str] = []
        for _ in range(count):
            low = rank_between(low, None)
            found.append(low)
        return found
    if low is None:
        falling: list[str] = []
        for _ in range(count):
            high = rank_between(None, high)
            falling.append(high)
        return falling[::-1]
    middle = count // 2
    rank = rank_between(low, high)
    return [*ranks_between(low, rank, middle), rank, *ranks_between(rank, high, count - middle - 1)]


def ranked(order: Sequence[str], current: Mapping[str, object]) -> dict[str, str]:
    """A rank for every key, so that (rank, key) sorts into `order`; as many as possible keep the one they have in `current`."""
    kept = _risers(order, current)
    found: dict[str, str] = {}
    waiting: list[str] = []
    low: str | None = None

    def settle(high: str | None) -> None:
        nonlocal low
        for key, rank in zip(waiting, ranks_between(low, high, len(waiting)), strict=True):
            found[key] = low = rank
        waiting.clear()

    for key in order:
        if key not in kept:
            waiting.append(key)
            continue
        rank = kept[key]
        if waiting and low is not None and low >= rank:
            waiting.append(key)  # two with equal ranks leave no room between them: the second gets another one
            continue
        settle(rank)
        found[key] = low = rank
    settle(None)
    return found


def _risers(order: Sequence[str], current: Mapping[str, object]) -> dict[str, str]:
    """The longest run of keys whose ranks rise already."""
    known = [(rank, key) for key in order if isinstance(rank := current.get(key), str) and is_rank(rank)]
    if all(one < two for one, two in itertools.pairwise(known)):
        return {key: rank for rank, key in known}
    ends: list[tuple[str, str]] = []
    at: list[int] = []
    before: list[int] = []
    for number, pair in enumerate(known):
        place = bisect_left(ends, pair)
        before.append(at[place - 1] if place else -1)
        if place == len(ends):
            ends.append(pair)
            at.append(number)
        else:
            ends[place], at[place] = pair, number
    found: dict[str, str] = {}
    number = at[-1] if at else -1
    while number >= 0:
        rank, key = known[number]
        found[key] = rank
        number = before[number]
    return found


def _whole_length(head: str) -> int:
    return ord(head) - ord("a") + 2 if head >= "a" else ord("Z") - ord(head) + 2


def _parts(rank: str) -> tuple[str, str]:
    length = _whole_length(rank[0])
    return rank[:length], rank[length:]


def _below(high: str) -> str:
    whole, rest = _parts(high)
    if whole == _SMALLEST:
        return whole + _middle("", rest)
    if whole < high:
        return whole
    lowered = _lowered(whole)
    if lowered is None:
        raise ValueError(f"there is nothing below {high!r}")
    return lowered


def _middle(low: str, high: str | None) -> str:
    """A fraction between two: shared digits, then the digit halfway, then on into the next one where there is none."""
    found = ""
    while True:
        if high:
            shared = 0
            while (low[shared] if shared < len(low) else _ZERO) == high[shared]:
                shared += 1
            found, low, high = found + high[:shared], low[shared:], high[shared:]
        first = _VALUE[low[0]] if low else 0
        second = _VALUE[high[0]] if high else len(DIGITS)
        if second - first > 1:
            return found + DIGITS[(first + second + 1) // 2]
        if high and len(high) > 1:
            return found + high[0]
        found, low, high = found + DIGITS[first], low[1:], None


def _raised(whole: str) -> str | None:
    head, digits = whole[0], list(whole[1:])
    for number in range(len(digits) - 1, -1, -1):
        value = _VALUE[digits[number]] + 1
        if value < len(DIGITS):
            digits[number] = DIGITS[value]
            return head + "".join(digits)
        digits[number] = _ZERO
    if head == "Z":
        return "a" + _ZERO
    if head == "z":
        return None
    digits = [*digits, _ZERO] if head >= "a" else digits[:-1]
    return chr(ord(head) + 1) + "".join(digits)


def _lowered(whole: str) -> str | None:
    head, digits = whole[0], list(whole[1:])
    for number in range(len(digits) - 1, -1, -1):
        value = _VALUE[digits[number]] - 1
        if value >= 0:
            digits[number] = DIGITS[value]
            return head + "".join(digits)
        digits[number] = _LAST
    if head == "a":
        return "Z" + _LAST
    if head == "A":
        return None
    digits = digits[:-1] if head > "a" else [*digits, _LAST]
    return chr(ord(head) - 1) + "".join(digits)
