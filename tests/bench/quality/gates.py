"""What our own pictures must reach, and the figures that tell whether they do."""

from collections.abc import Callable

from .geometry import traced
from .metrics import Quality, measured
from .neutral import Neutral, drawn, synthetic, typical

__all__ = ["GATES", "Gate", "missed", "ours"]

#: The figure's name, the gate in words, and whether a value reaches it.
Gate = tuple[str, str, Callable[[float], bool]]


def _none(value: float) -> bool:
    return value == 0


def _gates(crossings: int, bends: float, *more: Gate) -> tuple[Gate, ...]:
    nothing = ("stray", "over_card", "in_own", "overflow", "struck", "heads")
    return (
        *((name, "0", _none) for name in nothing),
        ("crossings", f"<= {crossings}", lambda value: value <= crossings),
        ("bends", f"<= {bends}", lambda value: value <= bends),
        ("lanes", "100", lambda value: value == 100),
        ("steps", "100", lambda value: value == 100),
        ("contrast", ">= 4.5", lambda value: value >= 4.5),
        *more,
    )


#: For the typical blueprint and for 1,000 cards; the crossings are those of the best router that was given our positions.
GATES: dict[str, tuple[Callable[[], Neutral], tuple[Gate, ...]]] = {
    "typical": (typical, _gates(9, 0.7, ("px", ">= 9", lambda value: value >= 9))),
    "1000": (lambda: synthetic(1_000), _gates(440, 1.1)),
}


def ours(neutral: Neutral, *, implied: bool = False) -> Quality:
    """The quality of our picture; with `implied` also with the arrows that nobody drew."""
    order = {id: number for number, (id, _) in enumerate(neutral.lanes)}
    cards = [(id, order[lane], step) for id, lane, step, _, _ in neutral.cards]
    return measured(traced(drawn(neutral, implied=implied)), cards, neutral.arrows)


def missed(size: str, quality: Quality) -> list[str]:
    """The gates that a picture of this size does not reach, in words; cards and arrows must all be right."""
    found = [
        f"{name} {getattr(quality, name)}, gate {gate}" for name, gate, reached in GATES[size][1] if not reached(getattr(quality, name))
    ]
    for name in ("cards", "arrows"):
        shown, _, wanted = getattr(quality, name).partition("/")
        found += [f"{name} {shown} of {wanted}"] if shown != wanted else []
    return found
