"""What several people on one board have in common: they see the same, and each can write a great deal."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import ndiff

from .company import until
from .page import Board, expect

__all__ = ["same", "shown", "write_notes"]


def shown(board: Board) -> list[str]:
    """What is drawn of a board: its steps, then each card with its place as it is told to who listens."""
    labels = board.grid.get_by_role("group").evaluate_all("(all) => all.map((card) => card.getAttribute('aria-label') ?? '')")
    return [*board.steps(), *labels]


def same(one: Board, *others: Board, seconds: float = 10.0) -> None:
    """Waits until all screens show the same cards in the same places, and the same steps."""
    for other in others:

        def apart(other: Board = other) -> list[str]:
            return [line for line in ndiff(shown(one), shown(other)) if not line.startswith(" ")]

        try:
            until(lambda apart=apart: not apart(), "", seconds)  # type: ignore[misc]
        except AssertionError:
            raise AssertionError(f"two screens never were the same; of one (-) and another (+) these differ: {apart()}") from None


def write_notes(board: Board, texts: Iterable[str], *, lane: str = "support", step: int = 1) -> None:
    """Cards typed one after the other by real keys, in one cell."""
    board.go(lane, step)
    board.press("Enter")
    texts = list(texts)
    for number, text in enumerate(texts, 1):
        board.page.keyboard.insert_text(text)
        board.press("Enter" if number == len(texts) else "Control+Enter")
    expect(board.writing).to_have_count(0)
