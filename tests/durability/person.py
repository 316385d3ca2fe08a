"""Somebody with a real browser: what they see on their own board, and the book that is kept of what they wrote.

A word is a name's first letter, a number and a dot, so that it is found wherever it went, and nobody else wrote it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.e2e.page import Board

if TYPE_CHECKING:
    from playwright.sync_api import Locator

__all__ = ["Person", "words_in"]

_OURS = '[role="group"][data-address^="cards/"]'


def words_in(text: str) -> set[str]:
    """The words of the crowd that stand in a text."""
    return set(re.findall(r"[A-Z]\d+\.", text))


@dataclass
class Person:
    """Somebody at work; `wrote` are the words they saw on their own board, with the card, `sure` those that were said to be saved."""

    name: str
    board: Board
    online: bool = True
    wrote: dict[str, str] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)
    taken_back: set[str] = field(default_factory=set)
    count: int = 0

    def word(self) -> str:
        """A word that nobody has written yet."""
        self.count += 1
        return f"{self.name[0]}{self.count}."

    def cards(self) -> dict[str, str]:
        """What this person's board shows: the address of each card, and what it says with its place."""
        look = "(all) => all.map((card) => [card.dataset.address, card.getAttribute('aria-label') ?? ''])"
        return dict(self.board.grid.locator(_OURS).evaluate_all(look))

    def card(self, address: str) -> Locator:
        """A card on this person's board."""
        return self.board.grid.locator(f'[role="group"][data-address="{address}"]')

    def at(self) -> str:
        """The address that has the keyboard."""
        return str(self.board.page.evaluate("() => document.activeElement?.closest('[data-address]')?.dataset.address ?? ''"))

    def missed(self, cards: dict[str, str]) -> set[str]:
        """The words that are not where this person wrote them, though the card is there and they never took them back."""
        return {word for word, card in self.wrote.items() if card in cards and word not in words_in(cards[card])} - self.taken_back

    def painted(self) -> None:
        """Waits until what was done is drawn."""
        self.board.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def says_saved(self) -> bool:
        """Whether the screen says at this moment that everything is saved."""
        return self.board.state.inner_text().strip() == self.board.word("session_saved")
