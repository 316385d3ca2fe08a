"""What a document says of the things that stand in a drawing, as plain values: for outputs that tell more than can be seen."""

from functools import cached_property
from typing import NamedTuple

from footlights.drawing import Drawing
from footlights.facts import PathTime, StationTime
from footlights.measures import path_time
from footlights.model import Address, Blueprint, Card, Mark, Money, Step, Time
from footlights.words import word

from .cells import Cell
from .options import Subject

__all__ = ["Detail", "Details", "Times"]


class Times(NamedTuple):
    """How long something takes and waits, and how long it should, in seconds; None for what nobody knows."""

    work: float | None = None
    wait: float | None = None
    standard: float | None = None
    tolerance: float | None = None


_NO_TIMES = Times()


class Detail(NamedTuple):
    """One thing in words, lists and numbers; what nobody said is "", () or None. `level` is from -2 to 2."""

    text: str
    times: Times = Times()
    by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    mode: str = ""
    until: str = ""
    level: float | None = None
    cost: Money | None = None
    basis: str = ""
    source: tuple[str, ...] = ()
    #: (kind, what was noticed with its kind and how it is put right)
    marks: tuple[tuple[str, str], ...] = ()
    note: str = ""
    reason: str = ""
    #: of a step only: what goes through the customer's mind, what they expect, how much rides on it, the levels
    thinks: str = ""
    expects: str = ""
    truth: int | None = None
    desired: float | None = None
    actual: float | None = None
    owner: str = ""


class Details:
    """Looks up what the document says of a cell; without a document it is what the drawing says."""

    def __init__(self, drawing: Drawing, subject: Subject | None) -> None:
        self.language = drawing.language
        self.blueprint = subject.blueprint if subject is not None else Blueprint()
        self._kept: dict[Cell, Detail] = {}
        self._names_kept: dict[tuple[str, str], str] = {}
        self.zoom = subject.view.zoom if subject is not None else "normal"

    @cached_property
    def stations(self) -> dict[str, StationTime]:
        """The times of every step with all that stands in its column, by the step's id."""
        found: PathTime = path_time(self.blueprint)
        return {station.step: station for station in found.stations}

    @cached_property
    def needs(self) -> dict[str, str]:
        """What the customer needs in a phase and how far that is met, by the phase's address; only where it is said."""
        found = {}
        for phase in self.blueprint.phases.values():
            if phase.need:
                met = f" ({word('word.met', self.language, share=f'{phase.met * 100:.0f} %')})" if phase.met is not None else ""
                found[f"phases/{phase.id}"] = f"{self.say(phase.need)}{met}"
        return found

    def say(self, text: object) -> str:
        """A text of the document in the drawing's language."""
        return self.blueprint.say(text, self.language)  # type: ignore[arg-type]

    def of(self, cell: Cell) -> Detail:
        """All that is said of what stands in a cell."""
        if cell not in self._kept:
            self._kept[cell] = self._of(cell)
        return self._kept[cell]

    def _of(self, cell: Cell) -> Detail:
        collection, _, id = cell.address.partition("/")
        id, _, field = id.partition("#")
        if collection == "cards" and id in self.blueprint.cards:
            return self.card(self.blueprint.cards[id], cell)
        if collection == "steps" and id in self.blueprint.steps:
            step = self.blueprint.steps[id]
            if cell.whose:
                level, basis = self.feeling(step, cell.curve.partition("/")[2])
                return Detail(cell.label, level=level, basis=basis)
            if field == "time":
                station = self.stations.get(id)
                return Detail(cell.label, Times(*station[1:5]) if station is not None else Times())
            return self.step(step, cell)
        return Detail(cell.label)

    def card(self, card: Card, cell: Cell) -> Detail:
        """All that is said of a card."""
        blueprint = self.blueprint
        until = blueprint.steps.get(card.until or "")
        return Detail(
            text=cell.label if cell.fate else self.say(card.does),
            by=self._names("actors", card.by),
            via=self._names("channels", card.via),
            uses=self._names("systems", card.uses),
            mode=word(f"word.{card.mode}", self.language) if card.mode else "",
            until=self.step_name(until) if until is not None else "",
            cost=card.cost,
            basis=word(f"basis.{card.basis}", self.language) if card.basis else "",
            source=self._names("sources", card.source),
            marks=self.marks(f"cards/{card.id}"),
            note=self.say(card.note),
            reason=self.say(card.reason),
            times=_times(card.time),
        )

    def step(self, step: Step, cell: Cell) -> Detail:
        """All that is said of a step, as far as it is the customer's."""
        does = self.say(step.does) or f"({word('word.waits', self.language)})"
        return Detail(
            text=cell.label if cell.fate else does,
            cost=step.cost,
            basis=word(f"basis.{step.basis}", self.language) if step.basis else "",
            source=self._names("sources", step.source),
            marks=self.marks(f"steps/{step.id}"),
            thinks=self.say(step.thinks),
            expects=self.say(step.expects),
            truth=step.moment_of_truth,
            desired=step.desired,
            actual=step.actual,
            owner=", ".join(self._names("actors", (step.owner,))) if step.owner else "",
            times=_times(step.time),
        )

    def feeling(self, step: Step, persona: str) -> tuple[float | None, str]:
        """How a persona feels at a step, and what that rests on; how everyone feels where nothing is said of them alone."""
        own = next((feeling for feeling in step.feels if persona and feeling.persona == persona), None)
        felt = own or next((feeling for feeling in step.feels if feeling.persona is None), None)
        if felt is None:
            return None, ""
        basis = felt.basis or step.basis
        return felt.level, word(f"basis.{basis}", self.language) if basis else ""

    def marks(self, on: str) -> tuple[tuple[str, str], ...]:
        """What was noticed at an element."""
        return tuple((mark.kind, self._mark(mark)) for mark in self.blueprint.marks_on.get(on, ()))

    def _mark(self, mark: Mark) -> str:
        kind, title = word(f"mark.{mark.kind}", self.language), self.say(mark.title)
        recovery = word("mark.recovery", self.language, recovery=self.say(mark.recovery)) if mark.recovery else ""
        return "; ".join(part for part in (f"{kind}: {title}" if title else kind, recovery) if part)

    def step_name(self, step: Step) -> str:
        """What people call a step."""
        return self.say(step.title) or self.say(step.does) or word("word.waits", self.language)

    def name(self, collection: str, id: str) -> str:
        """What people call an element; its id where nobody said."""
        if (collection, id) not in self._names_kept:
            self._names_kept[collection, id] = self._name(collection, id)
        return self._names_kept[collection, id]

    def _name(self, collection: str, id: str) -> str:
        element = self.blueprint.element(Address(collection, id))
        said = getattr(element, "name", None) or getattr(element, "title", None)
        return self.say(said) or id

    def _names(self, collection: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple([self.name(collection, id) for id in ids]) if ids else ()


def _times(time: Time | None) -> Times:
    """The four times of a card or step."""
    if time is None:
        return _NO_TIMES
    return Times(*(part.seconds if part is not None else None for part in (time.work, time.wait, time.standard, time.tolerance)))
