"""Texts, numbers and path letters as SVG writes them: escaped, short, and without what XML cannot hold."""

import re
from collections.abc import Callable
from math import isfinite
from typing import TypeVar
from unicodedata import bidirectional

__all__ = ["Kept", "escape", "from_the_right", "isolated", "plain_number", "plain_path", "reads_both_ways"]

K = TypeVar("K")
V = TypeVar("V")


class Kept(dict[K, V]):
    """What a function gave for each thing it was asked; a plain dict look-up the second time."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: K) -> V:
        value = self[key] = self.make(key)
        return value


# What stands for something else in XML, and what XML 1.0 cannot hold at all: control characters, halves of a
# surrogate pair, and the two noncharacters. C1 controls are allowed there, but show nothing.
_SPECIAL = re.compile("[&<>\"'\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_STANDS_FOR = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\t": " ", "\n": " ", "\r": " "}


def escape(text: str) -> str:
    """The text for element content or a quoted attribute; line ends and tabs become spaces, control characters go."""
    # Nearly every text is plain; these searches for one character are four times faster than the pattern.
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text or '"' in text or "'" in text):
        return text
    return _SPECIAL.sub(lambda found: _STANDS_FOR.get(found[0], ""), text)


def from_the_right(text: str) -> bool:
    """Whether a text reads from right to left: whether its first letter does (rules P2 and P3 of UAX #9, isolates aside)."""
    if text.isascii():
        return False
    return next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L") != "L"


_BETWEEN = re.compile(r"(\s+·(?:\s+|$))")


def reads_both_ways(text: str) -> bool:
    """Whether some of the texts that middle dots part hold letters that read from right to left, and not all begin with one."""
    if text.isascii() or "·" not in text or not any(kind in ("R", "AL") for kind in map(bidirectional, text)):
        return False
    return not all(from_the_right(part) for part in _BETWEEN.split(text)[::2] if part)


def isolated(text: str) -> str:
    """The texts that middle dots part, each isolated, from left to right: none turns what stands beside it round."""
    return "".join(part if nth % 2 or not part else f"\u2068{part}\u2069" for nth, part in enumerate(_BETWEEN.split(text)))


def plain_number(value: float) -> str:
    """The number with at most two decimals and no exponent; raises ValueError when it is not finite."""
    if not isfinite(value):
        raise ValueError(f"a drawing holds finite numbers, not {value}")
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


_UNTIDY = re.compile(r"\.\d{3}|[^-MLHVCZa\d., ]")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TOKEN = re.compile(rf"[MLHVCZa]|{_NUMBER.pattern}")


def plain_path(d: str) -> str:
    """The path with tidy numbers: as it is when it has them already; anything that is no path letter or number goes."""
    if _UNTIDY.search(d) is None:
        return d
    tokens = [token if token in "MLHVCZa" else plain_number(float(token)) for token in _TOKEN.findall(d)]
    return " ".join(tokens)
