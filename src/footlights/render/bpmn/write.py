"""A BPMN 2.0 file (OMG formal/2011-01-03) that any modelling tool opens with its diagram.

The customer is a participant of its own; what its organisation does stands in the lanes of a second one, and what crosses the
line of interaction is a message. A step or card is a task: a service task where a machine does it, a manual task by hand, a
user task with a system, else a plain one. Every element carries its address and fields in our own namespace, and its texts as
documentation. The organisation's process has no start event, as BPMN allows: its work begins where a message comes in.
"""

from footlights.drawing import THEMES, Drawing
from footlights.model import Blueprint
from footlights.render.options import Options
from footlights.render.shown import shown
from footlights.words import Note

from .content import Content
from .diagram import Diagram
from .xml import Sheet

__all__ = ["write"]

_SPACES = (
    ("bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL"), ("bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
    ("dc", "http://www.omg.org/spec/DD/20100524/DC"), ("di", "http://www.omg.org/spec/DD/20100524/DI"),
    ("bioc", "http://bpmn.io/schema/bpmn/biocolor/1.0"), ("footlights", "urn:footlights:blueprint:1"),
)  # fmt: skip


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The drawing as BPMN in UTF-8, and what BPMN can't hold."""
    blueprint: Blueprint | None = options.subject.blueprint if options.subject else None
    sheet = Sheet()
    spaces = {f"xmlns:{prefix}": address for prefix, address in _SPACES}
    sheet.open("bpmn:definitions", {**spaces, "id": "definitions", "name": drawing.title, "targetNamespace": "urn:footlights:blueprint",
                                    "exporter": "footlights"})  # fmt: skip
    content = Content(drawing, shown(drawing, blueprint), blueprint, sheet)
    theme = options.theme or THEMES["light"]
    on_dark = _is_dark(theme.colour("paper"))
    notes = Diagram(content, THEMES["light"] if on_dark else theme, sheet).write()
    sheet.close("bpmn:definitions")
    return sheet.bytes(), (*notes, Note("bpmn-light")) if on_dark else notes


def _is_dark(colour: str) -> bool:
    """Whether a ground (#rrggbb) asks for light signs on it: BPMN can't say what its ground is."""
    return sum(int(colour[at : at + 2], 16) for at in (1, 3, 5)) < 3 * 128
