"""How long something takes, in words for people."""

import math

from .say import chosen, word

__all__ = ["duration_text"]

_YEAR, _DAY, _HOUR, _MINUTE = 365 * 86400, 86400, 3600, 60
_LONG = {
    "en": {_YEAR: ("year", "years"), _DAY: ("day", "days")},
    "nl": {_YEAR: ("jaar", "jaar"), _DAY: ("dag", "dagen")},
    "es": {_YEAR: ("año", "años"), _DAY: ("día", "días")},
}
_SHORT = {_HOUR: "unit.h", _MINUTE: "unit.min", 1: "unit.s"}
_UNITS = (_YEAR, _DAY, _HOUR, _MINUTE, 1)
_POINT = {"en": ".", "nl": ",", "es": ","}


def duration_text(seconds: float, language: str) -> str:
    """A length of time in words: `2 h 5 min`, `5 days`, `45 s`; at most two units, without parts that are zero.

    Rounded to the smaller of the two units; below ten seconds to a tenth, and below a tenth to
    one digit (at least a thousandth, for what is not zero is not said to be). 0
    gives `0 s`, a negative length a minus sign in front. Raises ValueError for what is no length (infinite, not a number).
    """
    if not math.isfinite(seconds):
        raise ValueError(f"{seconds} is no length of time")
    if seconds < 0:
        return f"-{duration_text(-seconds, language)}"
    if seconds < 10:
        tiny = 0 < seconds < 0.1
        return _part(max(float(f"{seconds:.1g}"), 0.001) if tiny else round(seconds, 1), 1, language)
    large = next(unit for unit in _UNITS if unit <= round(seconds))
    small = _UNITS[min(_UNITS.index(large) + 1, len(_UNITS) - 1)]
    whole = round(seconds / small) * small
    # rounding up may fill the larger unit, or even the next one above it: 3,599.7 s is one hour
    large = next(unit for unit in _UNITS if unit <= whole)
    parts = ((whole // large, large), (whole % large // small, small))
    return " ".join(_part(count, unit, language) for count, unit in parts if count)


def _part(count: float, unit: int, language: str) -> str:
    spoken = chosen(language)
    figure = str(int(count)) if count == int(count) else f"{count:.3f}".rstrip("0").replace(".", _POINT[spoken])
    if unit in _SHORT:
        return f"{figure} {word(_SHORT[unit], spoken)}"
    return f"{figure} {_LONG[spoken][unit][count != 1]}"
