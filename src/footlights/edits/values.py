"""What may stand in a field: the value in its normal form, or what is wrong with it."""

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from footlights.model import (
    LANGUAGE_TAG,
    Duration,
    Effect,
    Feeling,
    Field,
    FootlightsError,
    Money,
    Target,
    Time,
    Translations,
    fields_of,
    near,
    parse_duration,
    parse_money,
    parse_share,
    parse_target,
    takes_word,
)

__all__ = ["fitted"]


def fitted(field: Field, value: Any) -> Any:
    """The value in the form that memory and file both hold; None when it says nothing.

    Quantities may come as people write them (`3 min`, `60 %`). Raises FootlightsError when the value is of another
    type than the field's, or outside its limits; whether references point at something is not looked at.
    """
    if value is None:
        return None
    return _FIT[field.shape](field, value)


def _wrong(field: Field, value: Any, expected: str, hint: str = "") -> FootlightsError:
    shown = repr(value)
    return FootlightsError(f"{field.key} takes {expected}, not {shown if len(shown) <= 60 else shown[:59] + '…'}", hint)


def _words(field: Field, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(field, value, "text")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise _wrong(field, value, "whole characters")
    return value


def _text(field: Field, value: Any) -> str | Translations | None:
    if isinstance(value, Mapping):
        value = Translations(tuple(value.items()))
    if isinstance(value, Translations):
        tags = [_words(field, tag) for tag, _ in value.entries]
        if len(set(tags)) < len(tags) or not all(LANGUAGE_TAG.fullmatch(tag) for tag in tags):
            raise _wrong(field, value, "one text for each language", "a language is written like en, nl-BE or zh-Hant")
        for _, text in value.entries:
            _words(field, text)
        return value if value.entries else None
    return _words(field, value) or None


def _line(field: Field, value: Any) -> str | None:
    if field.name == "language" and not LANGUAGE_TAG.fullmatch(_words(field, value)):
        raise _wrong(field, value, "a language like en, nl-BE or zh-Hant")
    return _words(field, value) or None


def _choice(field: Field, value: Any) -> str:
    if value not in field.choices:
        close = near(value, field.choices) if isinstance(value, str) else ()
        raise _wrong(field, value, f"one of {', '.join(field.choices)}", f"did you mean {close[0]}" if close else "")
    return str(value)


def _choices(field: Field, value: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_choice(field, each) for each in ((value,) if isinstance(value, str) else _refs(field, value))))


def _refs(field: Field, value: Any) -> tuple[str, ...]:
    many = (value,) if isinstance(value, str) else value
    if not isinstance(many, (tuple, list)) or not all(isinstance(each, str) and each for each in many):
        raise _wrong(field, value, "a list of ids")
    return tuple(dict.fromkeys(many))


def _within(field: Field, value: float) -> None:
    low, high = field.low, field.high
    if (low is not None and value < low) or (high is not None and value > high):
        limits = [f"at least {low:g}"] if low is not None else []
        limits += [f"at most {high:g}"] if high is not None else []
        raise _wrong(field, value, f"a number of {' and '.join(limits)}")


def _number(field: Field, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise _wrong(field, value, "a number")
    _within(field, value)
    return value


def _integer(field: Field, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != int(value):
        raise _wrong(field, value, "a whole number")
    _within(field, value)
    return int(value)


def _written(kind: type, parse: Callable[[str], Any], example: str) -> Callable[[Field, Any], Any]:
    """A quantity is what its own text spells: so memory never holds decimals or units that a file can't."""

    def fit(field: Field, value: Any) -> Any:
        if not isinstance(value, (str, kind)):
            raise _wrong(field, value, f"something like {example}")
        try:
            return parse(str(value))
        except (ValueError, KeyError, OverflowError, TypeError, AttributeError):
            raise _wrong(field, value, f"something like {example}") from None

    return fit


def _share(field: Field, value: Any) -> float:
    if isinstance(value, str):
        try:
            return parse_share(value)
        except ValueError:
            raise _wrong(field, value, "a share like 60 %") from None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise _wrong(field, value, "a share from 0 to 1, or text like 60 %")
    return round(value, 8)


def _date(field: Field, value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _wrong(field, value, "a date like 2027-03-01") from None


def _parts(field: Field, value: Any, kind: type) -> dict[str, Any]:
    if not isinstance(value, kind):
        raise _wrong(field, value, f"a {kind.__name__}")
    found = {part.name: fitted(part, getattr(value, part.name)) for part in fields_of(kind)}
    for part in fields_of(kind):
        if part.required and found[part.name] is None:
            raise _wrong(field, value, f"a {kind.__name__} with {part.key}")
    return {name: part for name, part in found.items() if part is not None}


def _time(field: Field, value: Any) -> Time | None:
    if isinstance(value, (str, Duration)):
        value = Time(work=_written(Duration, parse_duration, "3 min")(field, value))
    time = Time(**_parts(field, value, Time))
    return None if time == Time() else time


def _effect(field: Field, value: Any) -> Effect:
    return Effect(**_parts(field, value, Effect))


def _feelings(field: Field, value: Any) -> tuple[Feeling, ...]:
    if isinstance(value, (int, float)):
        value = (Feeling(None, value),)
    elif isinstance(value, Mapping):
        value = tuple(Feeling(persona, level) for persona, level in value.items())
    if not isinstance(value, (tuple, list)) or not all(isinstance(each, Feeling) for each in value):
        raise _wrong(field, value, "a level from -2 to 2, or one for each persona")
    found = tuple(Feeling(each.persona, **_parts(field, each, Feeling)) for each in value)
    if len({each.persona for each in found}) < len(found):
        raise _wrong(field, value, "one level for everyone and one for each persona")
    return tuple(sorted(found, key=lambda each: each.persona is not None))


def _languages(field: Field, value: Any) -> tuple[str, ...]:
    found = _refs(field, value)
    if not all(LANGUAGE_TAG.fullmatch(tag) for tag in found):
        raise _wrong(field, value, "languages like en, nl-BE or zh-Hant")
    return found


def _by_word(field: Field, value: Any) -> tuple[tuple[str, Any], ...]:
    pairs = tuple(value.items()) if isinstance(value, Mapping) else value
    if not isinstance(pairs, tuple) or not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
        raise _wrong(field, value, "pairs of a word and its text")
    for word, _ in pairs:
        if not takes_word(field, word):
            raise _wrong(field, word, f"one of {', '.join(field.choices)}" if field.choices else "a name of a check, such as no-owner")
    if len({word for word, _ in pairs}) < len(pairs):
        raise _wrong(field, value, "every word once")
    found = tuple((word, _text(field, text)) for word, text in pairs)
    if field.shape == "reasons" and not all(text for _, text in found):
        raise _wrong(field, value, "a reason for every check")
    return found


_FIT: dict[str, Callable[[Field, Any], Any]] = {
    "text": _text,
    "line": _line,
    "ref": _line,
    "choice": _choice,
    "choices": _choices,
    "refs": _refs,
    "integer": _integer,
    "number": _number,
    "duration": _written(Duration, parse_duration, "3 min or 5 working days"),
    "money": _written(Money, parse_money, "12.50 EUR"),
    "target": _written(Target, parse_target, "<= 30 s"),
    "share": _share,
    "date": _date,
    "time": _time,
    "effect": _effect,
    "feelings": _feelings,
    "languages": _languages,
    "vocabulary": _by_word,
    "reasons": _by_word,
}
