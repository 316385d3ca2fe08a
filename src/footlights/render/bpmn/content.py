"""What there is in a diagram, and where: tasks, events and gateways, what passes between them, and annotations."""

from collections import defaultdict
from typing import NamedTuple

from footlights.drawing import Drawing, Group
from footlights.model import Blueprint
from footlights.render.shown import Arrow, Point, Shown, plainly

from .gates import GATE_ROOM, gate_box, gate_height, through_gate
from .notes import beside_cards, settled, strips
from .pools import Pool, bands_of, gated, pools_of, way_of
from .room import Box, Note, Room, Stretch, Uprights, note_height
from .xml import Sheet

__all__ = ["HEAD", "Content", "Flow", "Node", "plain"]

HEAD = 30.0  # the width of the name of a pool, and of a lane
_EDGE = 96.0  # room for the start at the left and the end at the right
_EVENT = 36.0
_APART = 48.0  # between two pools that touch
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


class Flow(NamedTuple):
    """A drawn relation: its tag and id, the ids of its ends, its name, its way, and where its name stands."""

    tag: str
    id: str
    source: str
    target: str
    name: str
    points: list[Point]
    beside: Box | None = None
    arrow: Arrow | None = None
    pool: int = -1
    both: bool = False


class Node(NamedTuple):
    """A task, event or gateway of a pool."""

    tag: str
    id: str
    name: str
    box: Box
    card: int = -1
    family: str = ""
    default: str = ""
    #: of a gateway, the card whose ways on it parts
    card_of: int = -1


def plain(pool: Pool) -> bool:
    """Whether a pool needs no lanes: the customer's own, where there is one row of it."""
    return pool.customer and len(pool.bands) == 1


class Content:
    """Everything that one diagram shows, with an id of its own."""

    def __init__(self, drawing: Drawing, seen: Shown, blueprint: Blueprint | None, sheet: Sheet) -> None:
        self.drawing, self.seen, self.blueprint, self._sheet = drawing, seen, blueprint, sheet
        self.bands = bands_of(seen)
        self.pools = pools_of(self.bands)
        self.pool_of = {place: nth for nth, pool in enumerate(self.pools) for band in pool.bands for place in band.cards}
        self.ways = [way_of(arrow, self.pool_of) for arrow in seen.arrows]
        self.gated = gated(seen, self.ways)
        self.nodes: list[list[Node]] = [[] for _ in self.pools]
        self.flows: list[Flow] = []
        #: the id of every card that is a task
        self.ids: dict[int, str] = {}
        self._place()
        self._tasks()
        gates = self._gates()
        self._arrows(gates)
        self._ends()
        self._rim()
        self.noted = [(sheet.id_of("note", str(nth)), note) for nth, note in enumerate(self.notes)]
        self.flows += [self._tied(arrow) for arrow, way in zip(seen.arrows, self.ways, strict=True) if way.kind == "association"]
        self.ties = self._ties()

    def _place(self) -> None:
        """Settle where everything stands: room for gateways, annotations, and between pools."""
        seen, language = self.seen, self.drawing.language
        uprights = Uprights(seen)
        acting = [band for pool in self.pools for band in pool.bands]
        beside = beside_cards(seen, acting, self.blueprint, language, uprights)
        #: cards whose annotation found no room
        self.crowded = beside.crowded
        apart = [(pool.bands[-1].bottom, _APART) for pool in self.pools[:-1]]
        gates = [(box[0] + box[2], GATE_ROOM) for place in self.gated if (box := seen.cards[place].box) is not None]
        self.room = Room(Stretch(gates), Stretch([*beside.rooms(), *apart]))
        outside, self._note_of = strips(self.drawing, seen, self.bands, set(self.pool_of), self.room, uprights)
        self.notes: list[Note] = [*outside, *settled(beside, self.room)]
        boxes = [self.room.box(card.box) for card in seen.cards if card.box is not None]
        points = [self.room.point(point)[0] for arrow in seen.arrows for point in arrow.points]
        self.left = min([box[0] for box in boxes], default=0.0) - _EDGE - 2 * HEAD
        self.right = max([*(box[0] + box[2] for box in boxes), *points], default=0.0) + _EDGE

    def _box(self, place: int) -> Box:
        return self.room.box(self.seen.cards[place].box or _NOWHERE)

    def _tasks(self) -> None:
        family = {place: band.role for band in self.bands for place in band.cards}
        for place, nth in self.pool_of.items():
            card = self.seen.cards[place]
            self.ids[place] = self._sheet.id_of(*(card.address.split("/", 1) if card.address else ("card",)))
            self.nodes[nth].append(Node(self._task(card), self.ids[place], plainly(card.label), self._box(place), place, family[place]))

    def _task(self, card: Group) -> str:
        """Which sort of task a card is."""
        collection, _, id = card.address.partition("/")
        found = self.blueprint.cards.get(id) if self.blueprint is not None and collection == "cards" else None
        if found is None:
            return "bpmn:task"
        if found.mode is not None:
            return {"automated": "bpmn:serviceTask", "manual": "bpmn:manualTask"}[found.mode]
        return "bpmn:userTask" if found.uses else "bpmn:task"

    def _gates(self) -> dict[int, tuple[str, Box]]:
        """Write down the gateways that cards need, with what leads to them; their ids and boxes by card."""
        into: dict[int, list[Point]] = defaultdict(list)
        for arrow in self.seen.arrows:
            into[arrow.target].append(self.room.point(arrow.points[-1]))
        found: dict[int, tuple[str, Box]] = {}
        for card, arrows in self.gated.items():
            box = self._box(card)
            out = [self.room.point(self.seen.arrows[arrow].points[0]) for arrow in arrows]
            gate = gate_box(box, gate_height(box, out, into[card]))
            id = self._sheet.id_of("gateway", self.ids[card])
            found[card] = (id, gate)
            middle = gate[1] + gate[3] / 2
            straight = [(box[0] + box[2], middle), (gate[0], middle)]
            self.flows.append(
                Flow("bpmn:sequenceFlow", self._sheet.id_of("to", id), self.ids[card], id, "", straight, pool=self.pool_of[card])
            )
        return found

    def _arrows(self, gates: dict[int, tuple[str, Box]]) -> None:
        """The flows that the arrows are, those of a choice through its gateway."""
        beside = {dict(label.facts).get("for", ""): self.room.box(label.box) for label in self.seen.labels if label.box is not None}
        through = {place: card for card, places in self.gated.items() for place in places}
        nth_of: dict[int, int] = defaultdict(int)
        defaults: dict[int, str] = {}
        for place, (arrow, way) in enumerate(zip(self.seen.arrows, self.ways, strict=True)):
            if way.kind == "association":
                continue
            named = arrow.group.address.partition("/")[2]
            id = self._sheet.id_of("link", named or f"{self.ids[arrow.source]}-{self.ids[arrow.target]}")
            points, source = [self.room.point(point) for point in arrow.points], self.ids[arrow.source]
            if place in through:
                card = through[place]
                source, gate = gates[card]
                points = through_gate(self._box(card), gate, points, nth_of[card])
                nth_of[card] += 1
                if not arrow.words:
                    defaults.setdefault(card, id)
            tag = "bpmn:sequenceFlow" if way.kind == "sequence" else "bpmn:messageFlow"
            label = beside.get(named) if named else None
            self.flows.append(Flow(tag, id, source, self.ids[arrow.target], plainly(arrow.words), points, label, arrow, way.pool))
        for card, (id, gate) in gates.items():
            self.nodes[self.pool_of[card]].append(Node("bpmn:exclusiveGateway", id, "", gate, card_of=card, default=defaults.get(card, "")))

    def _ends(self) -> None:
        """The start before the customer's first task, and an end behind their last, where it is one."""
        for nth, pool in enumerate(self.pools):
            tasks = [node for node in self.nodes[nth] if node.card >= 0]
            if not pool.customer or not tasks:
                continue
            came, left = {flow.target for flow in self.flows}, {flow.source for flow in self.flows if flow.pool == nth}
            first = min(tasks, key=lambda node: (node.id in came and node is not tasks[0], node.box[0], node.box[1]))
            last = max(tasks, key=lambda node: (node.id not in left, node.box[0] + node.box[2], -node.box[1]))
            x, y = first.box[0] - 66, _height(first.box)
            self._event(nth, "start", (x, y - _EVENT / 2, _EVENT, _EVENT), first.id, [(x + _EVENT, y), (first.box[0], y)])
            if last.id not in left:
                x, y = last.box[0] + last.box[2], _height(last.box)
                self._event(nth, "end", (x + 30, y - _EVENT / 2, _EVENT, _EVENT), last.id, [(x, y), (x + 30, y)])

    def _event(self, nth: int, which: str, box: Box, task: str, points: list[Point]) -> None:
        """An event with the flow between it and a task."""
        id = self._sheet.id_of(which)
        ends = (id, task) if which == "start" else (task, id)
        self.nodes[nth].append(Node(f"bpmn:{which}Event", id, "", box))
        self.flows.append(Flow("bpmn:sequenceFlow", self._sheet.id_of(f"of-{which}", id), *ends, "", points, pool=nth))

    def _tied(self, arrow: Arrow) -> Flow:
        """An association for an arrow: two-way, or with something that is no task."""
        id = self._sheet.id_of("link", arrow.group.address.partition("/")[2] or "implied")

        def end(place: int) -> str:
            return self.ids[place] if place in self.ids else self.noted[self._note_of[place]][0]

        points = [self.room.point(point) for point in arrow.points]
        both = arrow.kind == "agreement"
        return Flow("bpmn:association", id, end(arrow.source), end(arrow.target), plainly(arrow.words), points, None, arrow, both=both)

    def _ties(self) -> list[Flow]:
        """The lines between annotations and the cards that they are about."""
        boxes = {node.card: node.box for found in self.nodes for node in found if node.card >= 0}
        ties = []
        for id, note in self.noted:
            if note.about >= 0:
                x, y, _, _ = note.box
                box = boxes[note.about]
                at = min(max(x + 10, box[0] + 4), box[0] + box[2] - 4)
                points = [(at, box[1] + box[3]), (at, y)]
                ties.append(Flow("bpmn:association", self._sheet.id_of("about", id), self.ids[note.about], id, "", points))
        return ties

    def _rim(self) -> None:
        """The title above everything, and below it where it comes from."""
        language = self.drawing.language
        tops = [self.room.below(band.top) for band in self.bands] + [phase.box[1] for phase in self.seen.phases if phase.box]
        bottoms = [self.room.down(band.bottom) for band in self.bands]
        wide = max(240.0, min(900.0, self.right - self.left))
        title, source = plainly(self.drawing.title), plainly(self.drawing.provenance)
        if title:
            high = note_height(title, wide, language)
            self.notes.append(Note((self.left, min(tops, default=0.0) - high - 20, wide, high), title))
        if source:
            self.notes.append(Note((self.left, max(bottoms, default=20.0) + 24, wide, note_height(source, wide, language)), source))


def _height(task: Box) -> float:
    """The y at which an event stands beside a task: that of the arrow from task to task."""
    return min(task[1] + 17, task[1] + task[3] / 2)
