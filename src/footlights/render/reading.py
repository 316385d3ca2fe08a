"""A drawing in the order in which it is read aloud: phase by phase, step by step, then the ways between them."""

from typing import NamedTuple

from footlights.drawing import Drawing, Group, TextLine
from footlights.words import word

from .options import Subject
from .texts import one_line

__all__ = ["ReadPhase", "ReadStep", "Reading", "arrows_of", "read"]


class ReadStep(NamedTuple):
    """A step: its numbered name, and the lanes that hold something there with what it is."""

    name: str
    lanes: tuple[tuple[str, tuple[str, ...]], ...]


class ReadPhase(NamedTuple):
    """A phase: what it is called, what is said of it (its need), and its steps."""

    name: str
    about: tuple[str, ...]
    steps: tuple[ReadStep, ...]


class Reading(NamedTuple):
    """A whole drawing: title, what it is about, phases, links as (from, to, kind, condition and share), and where it comes from."""

    title: str
    about: tuple[str, ...]
    phases: tuple[ReadPhase, ...]
    links: tuple[tuple[str, str, str, str], ...]
    provenance: str


def read(drawing: Drawing, subject: Subject | None) -> Reading:
    """A drawing in words. A blueprint without steps gives a sentence that says so."""
    language = drawing.language
    title = one_line(drawing.title) or word("word.untitled", language)
    about = [text for text in (_said_below_title(drawing), drawing.description) if text]
    if not drawing.columns:
        about.append(word("word.empty", language))
    return Reading(title, tuple(about), _phases(drawing, subject), tuple(_links(drawing)), drawing.provenance)


def _said_below_title(drawing: Drawing) -> str:
    """Service, scenario and state, as they stand under the title; "" where nothing does."""
    title = next((group for group in drawing.groups if group.kind == "title"), None)
    texts = [item for item in title.items if isinstance(item, TextLine)] if title is not None else []
    return " ".join(line for _, line in texts[1].lines) if len(texts) > 1 else ""


def _phases(drawing: Drawing, subject: Subject | None) -> tuple[ReadPhase, ...]:
    needs = _needs(subject, drawing.language)
    found: list[tuple[str, list[ReadStep]]] = []
    for number, (step, phase) in enumerate(drawing.columns):
        if not found or found[-1][0] != phase:
            found.append((phase, []))
        lanes = tuple((row.head, row.cells[number]) for row in drawing.rows if row.cells[number])
        if one_line(step) or lanes:
            found[-1][1].append(ReadStep(one_line(step) or word("word.untitled", drawing.language), lanes))
    return tuple(ReadPhase(name, needs.get(name, ()), tuple(steps)) for name, steps in found)


def _needs(subject: Subject | None, language: str) -> dict[str, tuple[str, ...]]:
    """What the customer needs in a phase and how far that is met, by what the phase is called."""
    found: dict[str, tuple[str, ...]] = {}
    blueprint = subject.blueprint if subject is not None else None
    for phase in blueprint.phases.values() if blueprint is not None else ():
        if blueprint is not None and phase.need:
            met = f" ({word('word.met', language, share=f'{phase.met * 100:.0f} %')})" if phase.met is not None else ""
            said = f"{word('word.need', language)}: {blueprint.say(phase.need, language)}{met}"
            found[blueprint.say(phase.title, language) or phase.id] = (said,)
    return found


def arrows_of(drawing: Drawing) -> list[tuple[Group, str]]:
    """The arrows that somebody drew (not those that follow from the form), each with the text of its label."""
    labels = {dict(group.facts).get("for", ""): group.label for group in drawing.groups if group.kind == "label"}
    arrows = [group for group in drawing.groups if group.kind == "arrow" and group.address]
    return [(arrow, labels.get(arrow.address.partition("/")[2], "")) for arrow in arrows]


def _links(drawing: Drawing) -> list[tuple[str, str, str, str]]:
    names = {group.address.partition("/")[2]: group.label for group in drawing.groups if group.kind == "card" and group.address}
    names.update({group.address.partition("/")[2]: group.label for group in drawing.groups if group.kind == "step"})
    found = []
    for arrow, label in arrows_of(drawing):
        ends = dict(arrow.facts)
        source, target = ends.get("from", ""), ends.get("to", "")
        found.append((names.get(source, source), names.get(target, target), arrow.label, label))
    return found
