"""What a picture shows: its columns, its bands of rows, and the ways between them."""

from typing import NamedTuple

from footlights.facts import Compared, Fate, PathTime
from footlights.model import Blueprint, Card, Flow, Lane, Line, Phase, Step, View
from footlights.words import compared as in_comparing

from .sizes import Sizes

__all__ = ["Band", "Column", "Echo", "Plan", "Scope", "Tally", "with_fate"]


class Scope(NamedTuple):
    """What a plan is made from: the blueprint, how it is looked at, in which language, its times and what it is compared with."""

    blueprint: Blueprint
    view: View
    language: str
    times: PathTime | None = None
    compared: Compared | None = None

    def gone(self, name: str, id: str) -> bool:
        """Whether an element is only shown where it stood."""
        return self.compared is not None and self.compared.gone(name, id)

    def say(self, text: object) -> str:
        """A text of the document in the picture's language."""
        return self.blueprint.say(text, self.language)  # type: ignore[arg-type]


class Column(NamedTuple):
    """One column: a step with its number from 1, the empty place of a phase without steps (step None), or several steps in one.

    The number is 0 where there is no step, or where a step stood that is no longer there. `stretch` is its width, in widths of
    a card. `folded` columns stand for `steps`, of which `numbers` are the first and the last number (0, 0 for none).
    """

    phase: Phase
    step: Step | None
    number: int
    stretch: float = 1.0
    folded: bool = False
    steps: tuple[Step, ...] = ()
    numbers: tuple[int, int] = (0, 0)


class Band(NamedTuple):
    """One lane as it is shown. `kind` is cards, emotion, touchpoints or time; `family` picks its tint and icon.

    `address` is what its head stands for, "" where another band already does. `folded`: one thin row that counts.
    """

    lane: Lane
    kind: str
    family: str
    title: str
    address: str = ""
    folded: bool = False


class Tally(NamedTuple):
    """What is folded away in one cell: how many steps and cards (0 for none), and the worst mark among them ("" for none)."""

    column: int
    lane: str
    much: int
    worst: str


class Echo(NamedTuple):
    """A card that is told again in another lane than the one it stands in, without an address of its own."""

    card: Card
    lane: str


class Plan(NamedTuple):
    """Everything the layout needs to know about what to show; content stays in the blueprint.

    `column_of` has the steps that have a column of their own. `cards` are the cards that are shown, with the id of the band they
    stand in as their lane; `spans` their first and last column. `flows` join ids of steps and cards, and the names of tallies.
    """

    blueprint: Blueprint
    looked: View
    language: str
    columns: tuple[Column, ...]
    column_of: dict[str, int]
    bands: tuple[Band, ...]
    lines: tuple[Line, ...] = ()
    cards: tuple[Card, ...] = ()
    spans: dict[str, tuple[int, int]] = {}  # noqa: RUF012 (never changed)
    flows: tuple[Flow, ...] = ()
    tallies: tuple[Tally, ...] = ()
    echoes: tuple[Echo, ...] = ()
    compared: Compared | None = None
    #: in the slice of a role: the cards that are in other hands
    others: frozenset[str] = frozenset()

    @property
    def view(self) -> str:
        """What is shown, one of VIEWS."""
        return self.looked.shows

    @property
    def zoom(self) -> str:
        """overview, normal or detail."""
        return self.looked.zoom or "normal"

    def wide(self, column: int, sizes: Sizes) -> float:
        """How wide a column is, in px."""
        stretch = self.columns[column].stretch
        return sizes.card_width if stretch == 1.0 else float(round(sizes.card_width * stretch))

    def say(self, text: object) -> str:
        """A text of the document in the picture's language."""
        return self.blueprint.say(text, self.language)  # type: ignore[arg-type]

    def fate(self, address: str) -> Fate | None:
        """What became of an element (`steps/calls`) where the picture shows two states; else None."""
        return self.compared.fate(*address.split("/", 1)) if self.compared is not None and "/" in address else None

    def gone(self, address: str) -> bool:
        """Whether an element is only shown where it stood."""
        return self.compared is not None and "/" in address and self.compared.gone(*address.split("/", 1))


def with_fate(name: str, fate: Fate | None, language: str) -> str:
    """A name with what became of the thing behind it in brackets."""
    if fate is None:
        return name
    return f"{name} ({', '.join(fate.notes) if fate.notes else in_comparing(f'sign.{fate.kind}', language)})"
