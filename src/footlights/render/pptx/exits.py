"""The arrows that leave a slide: a numbered marker at the card, and below the picture what each leads to or comes from."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from footlights.words import word

from .anatomy import Anatomy, ends_of
from .foot import Entry, exit_entry

__all__ = ["Exit", "exits_of"]


class Exit(NamedTuple):
    """What a card of a slide leads to elsewhere, or (`inward`) what leads to it: the ids, and their names in one text."""

    number: int
    card: str
    inward: bool
    partners: tuple[str, ...]
    text: str
    slide: int

    def told(self, language: str) -> str:
        """What a screen reader says of the marker."""
        return word("deck.from" if self.inward else "deck.to", language, names=self.text)

    def entry(self) -> Entry:
        """Its line below the picture."""
        return exit_entry(self.number, self.text, self.inward, self.slide)


def exits_of(whole: Anatomy, shown: Collection[str], drawn: set[tuple[str, str]], slides: Mapping[str, int]) -> list[Exit]:
    """The exits of a slide that shows these cards and has drawn these arrows; `slides` tells on which slide a card is."""
    found: dict[tuple[str, bool], list[str]] = {}
    for card in shown:
        for arrow in whole.at.get(card, ()):
            source, target = ends_of(arrow)
            if (source, target) in drawn:
                continue
            inward = card == target
            partner = source if inward else target
            names = found.setdefault((card, inward), [])
            if partner and partner not in names:
                names.append(partner)
    exits: list[Exit] = []
    for (card, inward), partners in found.items():
        text = "; ".join(whole.names.get(partner, partner) for partner in partners)
        slide = next((slides[partner] for partner in partners if partner in slides), 0)
        exits.append(Exit(len(exits) + 1, card, inward, tuple(partners), text, slide))
    return exits
