"""What a drawing is made of, found once for all slides that show a part of it."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from footlights.drawing import Drawing, Group

from .timescale import height_of

__all__ = ["Anatomy", "own_id"]

#: What stands in columns and is read from left to right, top to bottom.
_STANDING = ("phase", "step", "card", "count", "station", "touchpoint")


def own_id(address: str) -> str:
    """The id in an address: `cards/x` and `cards/x#time` give x."""
    return address.partition("/")[2].partition("#")[0]


class Anatomy:
    """The parts of a drawing by what they are. Lanes and steps are empty for a drawing without them."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.lanes: list[Group] = []
        self.steps: list[Group] = []
        self.phases: list[Group] = []
        self.lines: list[Group] = []
        self.arrows: list[Group] = []
        self.emotions: list[Group] = []
        self.others: list[Group] = []
        self.labels: dict[str, list[Group]] = {}
        self.legend: Group | None = None
        self.scale: Group | None = None
        standing: list[Group] = []
        named = {
            "lane": self.lanes, "rule": self.lines, "sep": self.lines, "levels": self.lines, "arrow": self.arrows,
            "emotion": self.emotions,
        }  # fmt: skip
        for group in drawing.groups:
            kind = group.kind
            if kind in _STANDING and group.box is not None:
                standing.append(group)
            elif kind in named:
                named[kind].append(group)
            elif kind == "label":
                self.labels.setdefault(dict(group.facts).get("for", ""), []).append(group)
            elif kind == "legend":
                self.legend = group
            elif kind == "scale":
                self.scale = group
            elif kind not in ("title", "provenance"):
                self.others.append(group)
        self.lanes = [lane for lane in self.lanes if lane.box is not None]
        self.standing = sorted(standing, key=lambda group: (round(group.box[0]), group.box[1]) if group.box else (0, 0.0))
        self._lefts = [round(group.box[0]) for group in self.standing if group.box]
        self.steps = [group for group in self.standing if group.kind == "step"]
        self.phases = [group for group in self.standing if group.kind == "phase"]

    @cached_property
    def left(self) -> float:
        """Where the lanes begin, with their names."""
        return min((lane.box[0] for lane in self.lanes if lane.box), default=0.0)

    @cached_property
    def right(self) -> float:
        """Where the lanes end."""
        return max((lane.box[0] + lane.box[2] for lane in self.lanes if lane.box), default=self.drawing.width)

    @cached_property
    def top(self) -> float:
        """Where the phases begin, below the picture's own title."""
        return min((group.box[1] for group in self.phases + self.steps if group.box), default=self.drawing.head_height) - 2

    @cached_property
    def bottom(self) -> float:
        """Where the last lane ends."""
        return max((lane.box[1] + lane.box[3] for lane in self.lanes if lane.box), default=self.drawing.height)

    @cached_property
    def scaled(self) -> int:
        """The number of the lane on which the scale of time stands; -1 without one."""
        if self.scale is None:
            return -1
        low = height_of(self.scale)
        return next((at for at, lane in enumerate(self.lanes) if lane.box and lane.box[1] < low <= lane.box[1] + lane.box[3]), -1)

    @cached_property
    def again(self) -> float:
        """How much room the scale takes on a slide that shows other lanes, in px; 0 without one."""
        lane = self.lanes[self.scaled].box if self.scaled >= 0 else None
        return height_of(self.scale) + 4 - lane[1] if self.scale is not None and lane is not None else 0.0

    @cached_property
    def widest(self) -> float:
        """The width of the widest thing that stands in columns."""
        return max((group.box[2] for group in self.standing if group.box), default=0.0)

    @cached_property
    def _named(self) -> list[int]:
        return [number for number, (said, _) in enumerate(self.drawing.columns) if said]

    def column(self, step: int) -> int:
        """The number of the drawing's column in which a step stands: phases without steps have columns too."""
        return self._named[step] if step < len(self._named) else 0

    @cached_property
    def at(self) -> dict[str, list[Group]]:
        """The arrows by the ids of what they begin and end at."""
        found: dict[str, list[Group]] = {}
        for group in self.arrows:
            for end in ends_of(group):
                found.setdefault(end, []).append(group)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """What steps and cards are called, by id."""
        found = {own_id(group.address): group.label for group in self.standing if group.kind == "card"}
        found.update((own_id(group.address), group.label) for group in self.steps)
        return found

    @cached_property
    def lane_names(self) -> dict[str, str]:
        """What lanes are called, by id."""
        return {own_id(lane.address): lane.label for lane in self.lanes}

    def between(self, x0: float, x1: float) -> list[Group]:
        """What stands in columns and lies, at least in part, between these two."""
        first = bisect_left(self._lefts, round(x0 - self.widest))
        last = bisect_right(self._lefts, round(x1))
        return [group for group in self.standing[first:last] if group.box and group.box[0] < x1 and group.box[0] + group.box[2] > x0]


def ends_of(arrow: Group) -> tuple[str, str]:
    """The ids of what an arrow begins and ends at."""
    facts = dict(arrow.facts)
    return facts.get("from", ""), facts.get("to", "")
