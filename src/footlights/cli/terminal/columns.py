"""A blueprint in columns, for wide terminals: phases and steps from left to right, rows from top to bottom."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text as Line

from footlights.model import Phase, Step
from footlights.words import word

from .page import Page, ruled
from .rows import Rows
from .telling import Said, Telling

__all__ = ["LEAST", "put_columns"]

#: From how many terminal columns on steps stand side by side.
LEAST = 120
#: Rows that are left out where they hold nothing; that there is no front stage is worth seeing.
_ASIDE = ("policy", "metric", "note")
_NARROWEST, _WIDEST, _GAP = 24, 44, 2


class _Stretch(NamedTuple):
    """As many steps as fit side by side: (phase, its steps here with their numbers); a phase without steps has none."""

    phases: tuple[tuple[Phase, tuple[tuple[int, Step], ...]], ...]

    @property
    def columns(self) -> int:
        return sum(max(1, len(steps)) for _, steps in self.phases)


def put_columns(page: Page, telling: Telling, rows: Rows) -> None:
    """Add the whole blueprint; what does not fit side by side goes on below, if it can be where a phase begins."""
    names = [telling.lane(lane) for lane in rows.lanes]
    label = min(max((cell_len(name.plain) for name in names), default=0), 18)
    room = page.width - label - _GAP
    most = max(1, (room + _GAP) // (_NARROWEST + _GAP))
    stretches = list(_stretches(telling, most))
    columns = max((stretch.columns for stretch in stretches), default=1)
    width = min(_WIDEST, (room + _GAP) // columns - _GAP)
    for stretch in stretches:
        page.gap()
        _put_stretch(page, telling, rows, stretch, label, width)


def _stretches(telling: Telling, most: int) -> Iterator[_Stretch]:
    number = 0
    found: list[tuple[Phase, tuple[tuple[int, Step], ...]]] = []
    for phase in telling.blueprint.phases.values():
        steps = []
        for step in telling.blueprint.steps_by_phase.get(phase.id, ()):
            number += 1
            steps.append((number, step))
        parts = [tuple(steps[at : at + most]) for at in range(0, len(steps), most)] or [()]
        for part in parts:
            if found and _Stretch(tuple(found)).columns + max(1, len(part)) > most:
                yield _Stretch(tuple(found))
                found = []
            found.append((phase, part))
    if found:
        yield _Stretch(tuple(found))


def _put_stretch(page: Page, telling: Telling, rows: Rows, stretch: _Stretch, label: int, width: int) -> None:
    spans = [max(1, len(steps)) * (width + _GAP) - _GAP for _, steps in stretch.phases]
    heads = []
    for (phase, _), span in zip(stretch.phases, spans, strict=True):
        name = telling.say(phase.title) or phase.id
        heads.append([ruled(name, "━", "bold", span), *page.wrapped(telling.phase(phase), span)])
    _put(page, [[], *heads], [label, *spans])
    steps = [step for _, part in stretch.phases for step in (part or (None,))]
    widths = [label, *([width] * len(steps))]
    page.gap()
    _put(page, [[], *[_head(page, telling, step, width) for step in steps]], widths)
    for lane, lines in rows.with_lines():
        cells = [page.wrapped(rows.cell(telling, step[1], lane), width) if step else [] for step in steps]
        if lane.role in _ASIDE and not any(cells):
            continue
        page.gap()
        _put(page, [page.wrapped([Said(telling.lane(lane))], label), *cells], widths)
        for line in lines:
            page.gap()
            name = word(f"line.{line}", telling.language)
            page.lines.append(ruled(name, "╌", "red", sum(widths) + _GAP * len(steps)))


def _head(page: Page, telling: Telling, step: tuple[int, Step] | None, width: int) -> list[Line]:
    if step is None:
        return []
    number, told = step
    head = Line(str(number), "bold cyan")
    if told.title:
        head.append(" ").append(telling.say(told.title), "bold default")
    truth = telling.truth(told)
    return page.wrapped([Said(head, 2), *([Said(truth, 2)] if truth.plain else [])], width)


def _put(page: Page, cells: list[list[Line]], widths: list[int]) -> None:
    page.lines += page.beside(cells, widths, _GAP)
