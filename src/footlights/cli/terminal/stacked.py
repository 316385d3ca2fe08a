"""A blueprint one step under the other, for narrow terminals."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text as Line

from footlights.model import Step
from footlights.words import word

from .page import Page
from .rows import Rows
from .telling import Said, Telling

__all__ = ["put_stacked"]

_INDENT = 4


def put_stacked(page: Page, telling: Telling, rows: Rows) -> None:
    """Add every phase with its steps; under a step stand its rows that hold something, with the lines between them."""
    blueprint = telling.blueprint
    number = 0
    for phase in blueprint.phases.values():
        page.gap()
        page.rule(telling.say(phase.title) or phase.id, "━", "bold")
        page.put(telling.phase(phase), 2)
        for step in blueprint.steps_by_phase.get(phase.id, ()):
            number += 1
            page.gap()
            _put_step(page, telling, rows, step, number)


def _put_step(page: Page, telling: Telling, rows: Rows, step: Step, number: int) -> None:
    head = Line(telling.say(step.title), "bold") if step.title else telling.does(step)
    truth = telling.truth(step)
    if truth.plain:
        head = Line.assemble(head, "  ", truth)
    page.put([Said(Line.assemble((f"{number:>2}  ", "bold cyan"), head), _INDENT)])
    label = min(max((cell_len(telling.lane(lane).plain) for lane in rows.lanes), default=0), page.width // 4)
    crossed: list[str] = []
    for lane, lines in rows.with_lines():
        said = rows.cell(telling, step, lane, named=not step.title)
        if said:
            # what the time row says belongs to no side of a line
            for kind in crossed if lane.role != "time" else ():
                name = word(f"line.{kind}", telling.language)
                page.put([Said(Line(f"╌╌╌╌ {name} ╌╌╌╌", "red"))], _INDENT)
            crossed = []
            _put_row(page, telling.lane(lane), said, label)
        crossed += lines


def _put_row(page: Page, name: Line, said: Sequence[Said], label: int) -> None:
    room = page.width - _INDENT - label - 2
    cells = [page.wrapped([Said(name)], label), page.wrapped(said, room)]
    for line in page.beside(cells, [label, room], 2):
        page.lines.append(Line(" " * _INDENT).append_text(line))
