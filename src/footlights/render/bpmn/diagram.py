"""The parts of the file: who takes part, what they do, what passes between them, and where all of it is drawn."""

from collections import defaultdict
from itertools import pairwise

from footlights.drawing import Group, Theme
from footlights.render.said import facts_of
from footlights.render.shown import plainly
from footlights.render.svg import plain_number
from footlights.words import Note, word

from .content import HEAD, Content, Flow, Node, plain
from .pools import Band, Pool
from .room import Box
from .xml import Sheet

__all__ = ["Diagram"]


class Diagram:
    """One picture in BPMN; `write` writes all of it."""

    def __init__(self, content: Content, theme: Theme, sheet: Sheet) -> None:
        self.content, self.theme, self.sheet = content, theme, sheet
        self.drawing, self.blueprint = content.drawing, content.blueprint
        self.pools = [sheet.id_of("pool", str(nth)) for nth in range(len(content.pools))]
        self.lanes = [[sheet.id_of("lane", _named(band)) for band in pool.bands] for pool in content.pools]
        held = [phase for phase in content.seen.phases if phase.box is not None and _holds(phase.box, content)]
        self.phases = [(sheet.id_of("phase", phase.address.partition("/")[2]), phase) for phase in held]

    def write(self) -> tuple[str, ...]:
        """Write everything; what could not be said in BPMN comes back as sentences."""
        self._category()
        self._collaboration()
        for nth, pool in enumerate(self.content.pools):
            self._process(nth, pool)
        self.sheet.open("bpmndi:BPMNDiagram", {"id": "diagram", "name": self.drawing.title})
        self.sheet.open("bpmndi:BPMNPlane", {"id": "plane", "bpmnElement": "collaboration"})
        self._shapes()
        for flow in [*self.content.flows, *self.content.ties]:
            self._edge(flow)
        self.sheet.close("bpmndi:BPMNPlane")
        self.sheet.close("bpmndi:BPMNDiagram")
        return self._lost()

    # --- what is said -------------------------------------------------------------------------------

    def _category(self) -> None:
        sheet = self.sheet
        if not self.phases:
            return
        sheet.open("bpmn:category", {"id": sheet.id_of("category"), "name": word("word.phase", self.drawing.language)})
        for id, phase in self.phases:
            sheet.one("bpmn:categoryValue", {"id": f"{id}_value", "value": plainly(phase.label)})
        sheet.close("bpmn:category")

    def _collaboration(self) -> None:
        sheet, content = self.sheet, self.content
        sheet.open("bpmn:collaboration", {"id": "collaboration"})
        self._documented("", "\n".join(part for part in (self.drawing.description, self.drawing.provenance) if part))
        for nth, pool in enumerate(content.pools):
            sheet.open("bpmn:participant", {"id": self.pools[nth], "name": self._pool_name(pool), "processRef": f"process_{nth}"})
            lane = pool.bands[0].group
            if plain(pool) and lane is not None:
                self._documented(lane.address, "", lane)
            sheet.close("bpmn:participant")
        for flow in content.flows:
            if flow.tag == "bpmn:messageFlow":
                self._flow(flow)
        for id, note in content.noted:
            sheet.open("bpmn:textAnnotation", {"id": id})
            sheet.one("bpmn:text", text=note.text)
            sheet.close("bpmn:textAnnotation")
        for flow in [*content.flows, *content.ties]:
            if flow.tag == "bpmn:association":
                self._flow(flow)
        for id, _ in self.phases:
            sheet.one("bpmn:group", {"id": id, "categoryValueRef": f"{id}_value"})
        sheet.close("bpmn:collaboration")

    def _pool_name(self, pool: Pool) -> str:
        language = self.drawing.language
        if pool.customer:
            band = pool.bands[0].group
            return plainly(band.label) if band is not None else word("lane.customer", language)
        service = self.blueprint.say(self.blueprint.service, language) if self.blueprint is not None else ""
        return plainly(service or self.drawing.title) or word("word.company-time", language)

    def _process(self, nth: int, pool: Pool) -> None:
        sheet, nodes = self.sheet, self.content.nodes[nth]
        inside = [flow for flow in self.content.flows if flow.tag == "bpmn:sequenceFlow" and flow.pool == nth]
        came: dict[str, list[str]] = defaultdict(list)
        left: dict[str, list[str]] = defaultdict(list)
        for flow in inside:
            came[flow.target].append(flow.id)
            left[flow.source].append(flow.id)
        sheet.open("bpmn:process", {"id": f"process_{nth}", "isExecutable": "false"})
        if not plain(pool):
            sheet.open("bpmn:laneSet", {"id": f"lanes_{nth}"})
            for number, (id, band) in enumerate(zip(self.lanes[nth], pool.bands, strict=True)):
                self._lane(id, band.group, _held(nodes, set(band.cards), number == 0))
            sheet.close("bpmn:laneSet")
        for node in nodes:
            sheet.open(node.tag, {"id": node.id, "name": node.name, "default": node.default})
            if node.card >= 0:
                card = self.content.seen.cards[node.card]
                self._documented(card.address, card.label, card)
            for flow_id in came[node.id]:
                sheet.one("bpmn:incoming", text=flow_id)
            for flow_id in left[node.id]:
                sheet.one("bpmn:outgoing", text=flow_id)
            sheet.close(node.tag)
        for flow in inside:
            self._flow(flow)
        sheet.close("bpmn:process")

    def _lane(self, id: str, group: Group | None, held: list[str]) -> None:
        self.sheet.open("bpmn:lane", {"id": id, "name": plainly(group.label) if group is not None else ""})
        if group is not None:
            self._documented(group.address, "", group)
        for node in held:
            self.sheet.one("bpmn:flowNodeRef", text=node)
        self.sheet.close("bpmn:lane")

    def _flow(self, flow: Flow) -> None:
        facts = {
            "id": flow.id,
            "name": flow.name if flow.tag != "bpmn:association" else "",
            "sourceRef": flow.source,
            "targetRef": flow.target,
        }
        if flow.both:
            facts["associationDirection"] = "Both"
        if flow.arrow is None:
            self.sheet.one(flow.tag, facts)
            return
        self.sheet.open(flow.tag, facts)
        self._documented(flow.arrow.group.address, flow.name or flow.arrow.group.label, flow.arrow.group)
        self.sheet.close(flow.tag)

    def _documented(self, address: str, said: str, group: Group | None = None) -> None:
        """What an element says, for people and for programs: its documentation, and its address and fields in our namespace."""
        sheet = self.sheet
        facts = facts_of(self.blueprint, address, self.drawing.language) if self.blueprint is not None else []
        lines = [said, *(f"{key}: {value}" for key, value in facts if key not in ("does", "title") and not _translated(key, facts))]
        text = "\n".join(line for line in lines if line)
        if text:
            sheet.one("bpmn:documentation", text=text)
        if group is None or not (address or group.facts):
            return
        sheet.open("bpmn:extensionElements")
        about = {"address": address, "kind": dict(group.facts).get("kind", group.kind), **_place(group)}
        if facts:
            sheet.open("footlights:element", about)
            for key, value in facts:
                sheet.one("footlights:field", {"key": key}, value)
            sheet.close("footlights:element")
        else:
            sheet.one("footlights:element", about)
        sheet.close("bpmn:extensionElements")

    # --- where it is drawn --------------------------------------------------------------------------

    def _shapes(self) -> None:
        content = self.content
        for nth, pool in enumerate(content.pools):
            self._pool(nth, pool)
            for node in content.nodes[nth]:
                look = {"isMarkerVisible": "true"} if node.tag == "bpmn:exclusiveGateway" else {}
                self._shape(node.id, node.box, {**look, **self._paint("card", f"edge-{self._family(node.family)}")})
        bottom = max([content.room.down(pool.bands[-1].bottom) for pool in content.pools], default=0.0)
        for id, phase in self.phases:
            x, y, wide, _ = content.room.box(phase.box or (0.0, 0.0, 0.0, 0.0))
            self._shape(id, (x - 6, y, wide + 8, bottom - y + 12), self._paint("", "faint"), (x, y + 6, wide, 20))
        for id, note in content.noted:
            self._shape(id, note.box, self._paint("", "muted"))

    def _pool(self, nth: int, pool: Pool) -> None:
        content = self.content
        tops = [content.room.below(band.top) for band in pool.bands]
        # one lane ends where the next begins, so that they fill the pool
        edges = [*tops, max(content.room.down(band.bottom) for band in pool.bands)]
        left, wide = content.left, content.right - content.left
        look = self._paint("band-customer", "edge-customer") if plain(pool) else {}
        self._shape(self.pools[nth], (left, edges[0], wide, edges[-1] - edges[0]), {"isHorizontal": "true", **look})
        if plain(pool):
            return
        for id, band, (top, bottom) in zip(self.lanes[nth], pool.bands, pairwise(edges), strict=True):
            family = self._family(band.role)
            look = {"isHorizontal": "true", **self._paint(f"band-{family}", f"edge-{family}")}
            self._shape(id, (left + HEAD, top, wide - HEAD, bottom - top), look)

    def _edge(self, flow: Flow) -> None:
        sheet = self.sheet
        colour = "arrow-implied" if flow.arrow is not None and flow.arrow.implied else "arrow"
        sheet.open("bpmndi:BPMNEdge", {"id": f"{flow.id}_di", "bpmnElement": flow.id, **self._paint("", colour)})
        for x, y in flow.points:
            sheet.one("di:waypoint", {"x": plain_number(x), "y": plain_number(y)})
        if flow.beside is not None and flow.name:
            sheet.open("bpmndi:BPMNLabel")
            sheet.bounds(flow.beside)
            sheet.close("bpmndi:BPMNLabel")
        sheet.close("bpmndi:BPMNEdge")

    def _shape(self, id: str, box: Box, look: dict[str, str], label: Box | None = None) -> None:
        sheet = self.sheet
        sheet.open("bpmndi:BPMNShape", {"id": f"{id}_di", "bpmnElement": id, **look})
        sheet.bounds(box)
        if label is not None:
            sheet.open("bpmndi:BPMNLabel")
            sheet.bounds(label)
            sheet.close("bpmndi:BPMNLabel")
        sheet.close("bpmndi:BPMNShape")

    def _family(self, role: str) -> str:
        return role if f"edge-{role}" in self.theme.colours else "other"

    def _paint(self, fill: str, stroke: str) -> dict[str, str]:
        return {"bioc:stroke": self.theme.colour(stroke), "bioc:fill": self.theme.colour(fill) if fill else ""}

    def _lost(self) -> tuple[str, ...]:
        content = self.content
        notes = [Note("bpmn-signs")]
        both = sum(arrow.kind == "agreement" for arrow in content.seen.arrows)
        if both:
            notes.append(Note("bpmn-both", count=both))
        if content.crowded:
            notes.append(Note("bpmn-crowded", count=content.crowded))
        if not content.pools:
            notes.append(Note("no-cards"))
        return tuple(notes)


def _holds(box: Box, content: Content) -> bool:
    """Whether a phase has cards in it: one that is folded, or empty, would be a frame round nothing."""
    return any(card.box is not None and box[0] <= card.box[0] + 1 <= box[0] + box[2] for card in content.seen.cards)


def _named(band: Band) -> str:
    return band.group.address.partition("/")[2] if band.group is not None else "cards"


def _held(nodes: list[Node], places: set[int], first: bool) -> list[str]:
    """The ids of the nodes in a lane: its tasks with their gateways; what belongs to no card stands in the first."""
    return [
        node.id for node in nodes if node.card in places or node.card_of in places or (first and node.card < 0 and node.card_of < 0)
    ]  # fmt: skip


def _place(group: Group) -> dict[str, str]:
    return {key: value for key, value in group.facts if key in ("lane", "step", "role")}


def _translated(key: str, facts: list[tuple[str, str]]) -> bool:
    """Whether a fact is the same text once more, in another language."""
    stem = key.partition("-")[0]
    return stem != key and any(other == stem for other, _ in facts)
