"""A customer journey in Mermaid's own form: phases as sections, steps as tasks with a score from 1 to 5 and who goes through it."""

from footlights.drawing import Drawing
from footlights.model import Blueprint, Step, View
from footlights.render.shown import Shown
from footlights.words import Note, word

from .escape import named, worded

__all__ = ["journey_lines"]


def journey_lines(drawing: Drawing, seen: Shown, blueprint: Blueprint | None, view: View | None) -> tuple[list[str], tuple[str, ...]]:
    """The lines of the diagram, and what was lost.

    A score is 3 and the mean of the feelings that the picture shows, from -2 to 2, rounded; 3 where none is known, as Mermaid
    asks for one.
    """
    names = {step.address.partition("/")[2]: step.label for step in seen.steps}
    lines, unknown, phase = ["journey", f"  title {worded(drawing.title)}"], 0, None
    order = iter(names.items())
    for name, section in drawing.columns:
        if section != phase:
            lines.append(f"  section {worded(section)}")
            phase = section
        id, said = next(order, ("", name)) if name else ("", "")
        if not name:
            continue
        step = blueprint.steps.get(id) if blueprint is not None else None
        score, who = _score(blueprint, step, view, drawing.language)
        unknown += score is None
        people = f": {', '.join(map(named, who))}" if who else ""
        lines.append(f"    {worded(name or said)}: {3 if score is None else score}{people}")
    notes = (Note("mermaid-unfelt", count=unknown),) if unknown else ()
    return lines, (Note("mermaid-journey"), *notes)


def _score(blueprint: Blueprint | None, step: Step | None, view: View | None, language: str) -> tuple[int | None, list[str]]:
    """The score of a step, None where no feeling is known, and the names of the personas who go through it."""
    if blueprint is None or step is None:
        return None, []
    wanted = view.personas if view is not None else ()
    people = [id for id in blueprint.personas if not wanted or id in wanted]
    shared = next((feeling.level for feeling in step.feels if feeling.persona is None), None)
    own = {feeling.persona: feeling.level for feeling in step.feels}
    felt = [(id, level) for id in people if (level := own.get(id, shared)) is not None]
    names = [blueprint.say(blueprint.personas[id].name, language) or id for id, _ in felt]
    levels = [level for _, level in felt] if people else [shared] if shared is not None else []
    if not levels:
        return None, []
    mean = sum(max(-2.0, min(2.0, level)) for level in levels) / len(levels)
    return int(mean + 3.5), names or [word("word.everyone", language)]
