"""Quantities: a value with its unit. Time, money, shares and targets; unknown is None and never zero."""

import re
from typing import NamedTuple

__all__ = ["SECONDS", "Duration", "Money", "Target", "number_text", "parse_duration", "parse_money", "parse_share", "parse_target"]

#: Seconds in a unit. A working day counts as one day: weekends are not added to it. A month has 30 days.
SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "wd": 86400, "w": 604800, "mo": 2592000, "y": 31536000}

_UNIT_WORDS = {
    "s": "s sec secs second seconds seconde seconden segundo segundos seg",
    "min": "min mins minute minutes minuut minuten minuto minutos m",
    "h": "h hr hrs hour hours u uur uren hora horas",
    "d": "d day days dag dagen día días dia dias",
    "wd": "wd|working day|working days|workday|workdays|business day|business days|werkdag|werkdagen"
    "|día laborable|días laborables|día hábil|días hábiles",
    "w": "w wk week weeks weken semana semanas",
    "mo": "mo month months maand maanden mes meses",
    "y": "y year years jaar jaren año años",
}
_UNITS = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split("|" if "|" in words else " ")}
_WRITTEN = {"s": "s", "min": "min", "h": "h", "d": "days", "wd": "working days", "w": "weeks", "mo": "months", "y": "years"}
_ONE = {"d": "day", "wd": "working day", "w": "week", "mo": "month", "y": "year"}
_PART = re.compile(r"(\d{1,12}(?:[.,]\d{1,6})?)\s*([^\W\d_][^\d]{0,20})")


def number_text(value: float) -> str:
    """A number as people write it: no `.0`, no exponent, at most six decimals."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))


class Duration(NamedTuple):
    """A length of time in the unit its author chose; `unit` is a key of SECONDS."""

    amount: float
    unit: str

    @property
    def seconds(self) -> float:
        """The length in seconds."""
        return self.amount * SECONDS[self.unit]

    def __str__(self) -> str:
        return f"{number_text(self.amount)} {_ONE.get(self.unit, _WRITTEN[self.unit]) if self.amount == 1 else _WRITTEN[self.unit]}"


class Money(NamedTuple):
    """An amount of money in major units (euros, not cents) of a currency (ISO 4217 code)."""

    amount: float
    currency: str

    def __str__(self) -> str:
        return f"{number_text(self.amount)} {self.currency}"


class Target(NamedTuple):
    """What an agreement asks: a comparator (<=, <, >=, >, =), an amount and, where it has one, a unit."""

    comparator: str
    amount: float
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.comparator} {number_text(self.amount)}{'' if self.unit in ('', '%') else ' '}{self.unit}"


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def parse_duration(text: str) -> Duration:
    """The duration that `3 min`, `1 h 30 min` or `5 working days` spells; raises ValueError when it spells none.

    A compound one is kept in its smallest unit (90 min).
    """
    rest = " ".join(text.strip().lower().split())
    parts: list[Duration] = []
    while rest:
        match = _PART.match(rest)
        unit = _UNITS.get(match[2].strip(" .,")) if match else None
        if match is None or unit is None:
            raise ValueError(text)
        parts.append(Duration(_number(match[1]), unit))
        rest = rest[match.end() :].strip()
    if not parts:
        raise ValueError(text)
    if len(parts) == 1:
        return parts[0]
    smallest = min(parts, key=lambda part: SECONDS[part.unit]).unit
    return Duration(round(sum(part.seconds for part in parts) / SECONDS[smallest], 6), smallest)


_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_MONEY = re.compile(r"(?:([€$£¥])\s*|([A-Z]{3})\s+)?(\d{1,15}(?:[.,]\d{1,4})?)\s*(?:([€$£¥])|([A-Z]{3}))?$")


def parse_money(text: str) -> Money:
    """The amount that `12.50 EUR`, `EUR 12.50` or `€ 12,50` spells; raises ValueError when it spells none."""
    match = _MONEY.match(text.strip())
    marks = [mark for mark in (match[1], match[2], match[4], match[5]) if mark] if match else []
    if match is None or len(marks) != 1:
        raise ValueError(text)
    return Money(_number(match[3]), _SYMBOLS.get(marks[0], marks[0]))


_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)\s*%$")


def parse_share(text: str) -> float:
    """The share, 0 to 1, that `60 %` spells; raises ValueError when it spells none or is over 100 %."""
    match = _SHARE.match(text.strip())
    if match is None or _number(match[1]) > 100:
        raise ValueError(text)
    return round(_number(match[1]) / 100, 8)


_TARGET = re.compile(r"(<=|>=|≤|≥|<|>|=)?\s*([+-]?\d{1,15}(?:[.,]\d{1,6})?)\s*(\S.{0,29})?$")


def parse_target(text: str) -> Target:
    """The target that `<= 30 s`, `>= 70` or `95 %` spells (no comparator means =); raises ValueError when it spells none."""
    match = _TARGET.match(text.strip())
    if match is None:
        raise ValueError(text)
    comparator = {"≤": "<=", "≥": ">=", None: "="}.get(match[1], match[1])
    return Target(comparator, _number(match[2]), (match[3] or "").strip())
