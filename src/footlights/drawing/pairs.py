"""Which tokens stand on which in pictures, and how well each has to be told apart from its ground.

A test holds this list against what the pictures of the examples really do (WCAG 2.2: 1.4.3 for text, 1.4.11 for signs).
"""

from typing import NamedTuple

__all__ = ["PAIRS", "SIGN", "TEXT", "Pair"]

#: The least contrast of text with its ground, and that of a sign that has to be seen.
TEXT, SIGN = 4.5, 3.0

_FAMILIES = ("evidence", "customer", "emotion", "frontstage", "backstage", "support", "other", "time")
_BANDS = tuple(f"band-{family}" for family in _FAMILIES)
_MARKS = tuple(f"mark-{kind}" for kind in ("fail", "wait", "pain", "gain", "delight", "critical", "question", "idea", "policy"))
_FATES = ("added", "removed", "changed", "moved")


class Pair(NamedTuple):
    """A token, the token beneath it, and the least contrast between them."""

    sign: str
    ground: str
    least: float


def _each(signs: tuple[str, ...], grounds: tuple[str, ...], least: float) -> list[Pair]:
    return [Pair(sign, ground, least) for sign in signs for ground in grounds]


PAIRS: tuple[Pair, ...] = tuple(
    dict.fromkeys(
        [
            *_each(("ink", "muted"), ("paper", "ground", "card", "phase-soft", "chip", *_BANDS), TEXT),
            *_each(("on-chip",), ("card", "chip", "paper", "ground", *_BANDS), TEXT),
            *_each(("line",), ("paper", *_BANDS), TEXT),
            *_each(_MARKS, ("card", "paper", "ground"), TEXT),
            *_each(("on-mark",), _MARKS, TEXT),
            *_each(_FATES, ("card", "paper"), TEXT),
            *_each(("paper",), _FATES, TEXT),
            Pair("on-phase", "phase", TEXT),
            Pair("on-number", "number", TEXT),
            Pair("on-accent", "accent", TEXT),
            *_each(("arrow", "arrow-implied"), ("paper", *_BANDS), SIGN),
            *_each(("persona-1", "persona-2", "persona-3", "persona-4", "persona-5"), ("paper", "band-emotion"), SIGN),
            *_each(("work", "wait", "standard", "tolerance"), ("paper", "band-time"), SIGN),
            *(pair for family in _FAMILIES for pair in _each((f"edge-{family}",), ("card", f"band-{family}"), SIGN)),
            *_each(("met",), ("card", "unmet"), SIGN),
            *_each(("faint", "truth-edge"), ("card", "paper"), SIGN),
        ]
    )
)
