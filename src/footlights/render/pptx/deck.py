"""Which slides there are: the whole on one where it can be read, else an overview and then the phases, in as many parts as it takes.

A phase has slides of its own; short ones that fit beside each other share them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from footlights.drawing import Drawing, Group
from footlights.render.options import Subject
from footlights.words import word

from .anatomy import Anatomy, own_id

__all__ = ["Page", "Room", "pages_of"]

#: Pixels of the slide for one of the picture's: below 0.9 a card's text (12 px) is smaller than 8 pt, above 1.4 it shouts.
LEAST, MOST = 0.9, 1.4
#: A picture of every phase for itself costs a layout each; beyond this many phases times cards they are cut from the whole.
_MANY = 20_000
#: Nobody turns more slides than this: then the lanes of a phase stay on one, however small.
_LONGEST = 150
#: Half a gutter: how much room a cut leaves beside a column.
_BESIDE = 14.0
#: Between two phases.
_APART = 28.0


class Room(NamedTuple):
    """The room for the picture on a slide, in px."""

    width: float
    height: float


class Page(NamedTuple):
    """A slide: the part of a drawing between x0 and x1, y0 and y1 (below the heads, right of the lanes' names).

    `columns` and `lanes` are numbers of the drawing's columns and lanes, first and one past the last.
    """

    anatomy: Anatomy
    title: str
    x0: float
    x1: float
    y0: float
    y1: float
    columns: tuple[int, int]
    lanes: tuple[int, int]
    #: it shows all of a drawing, not a part
    whole: bool = True
    #: it stands for the slides after it
    overview: bool = False

    @property
    def width(self) -> float:
        """The width of the part with the lanes' names, in px of the picture."""
        anatomy = self.anatomy
        return (anatomy.drawing.head_width - anatomy.left if anatomy.lanes else 0.0) + self.x1 - self.x0

    @property
    def height(self) -> float:
        """The height of the part with the heads, in px of the picture."""
        return self.anatomy.drawing.head_height - self.anatomy.top + self.y1 - self.y0


def pages_of(drawing: Drawing, subject: Subject | None, room: Room, *, one: bool = False) -> list[Page]:
    """The slides of a deck. `one` asks for everything on one slide, however small it gets."""
    anatomy = Anatomy(drawing)
    whole = _whole(anatomy, drawing.title)
    if one or not anatomy.lanes or not anatomy.steps or _fits(whole, room):
        return [whole]
    runs = _parts([_wide(head) for head in anatomy.phases], room.width / LEAST - (drawing.head_width - anatomy.left))
    phases = [page for run in runs for page in _phases(anatomy, run, subject, room)]
    if len(phases) > _LONGEST:
        high = Room(room.width, float("inf"))
        phases = [page for run in runs for page in _phases(anatomy, run, subject, high)]
    return [_overview(anatomy, subject, drawing), *phases]


def _fits(page: Page, room: Room) -> bool:
    return page.width * LEAST <= room.width and page.height * LEAST <= room.height


def _whole(anatomy: Anatomy, title: str) -> Page:
    drawing = anatomy.drawing
    count = len(drawing.columns), len(anatomy.lanes)
    if not anatomy.lanes:
        return Page(anatomy, title, 0.0, drawing.width, drawing.head_height, drawing.height, (0, count[0]), (0, 0))
    box = drawing.head_width, anatomy.right, drawing.head_height, anatomy.bottom
    return Page(anatomy, title, *box, (0, count[0]), (0, count[1]))


def _overview(anatomy: Anatomy, subject: Subject | None, drawing: Drawing) -> Page:
    if subject is not None and subject.view.zoom != "overview":
        made = Anatomy(subject.redraw(subject.view._replace(zoom="overview")))
        if made.lanes:
            anatomy = made
    return _whole(anatomy, drawing.title)._replace(overview=True)


def _wide(head: Group) -> float:
    """The width of a phase with what keeps it apart from the next."""
    return (head.box[2] if head.box is not None else 0.0) + _APART


def _phases(anatomy: Anatomy, run: tuple[int, int], subject: Subject | None, room: Room) -> Iterator[Page]:
    """The slides of one phase, or of short ones that fit beside each other: all of it where it can be read, else in parts of whole
    columns and lanes, about as large as each other."""
    heads = anatomy.phases[slice(*run)]
    if not heads:
        return
    own = _redrawn(anatomy, tuple(own_id(head.address) for head in heads), subject)
    made = own or anatomy
    shown = [at for at, step in enumerate(made.steps) if own is not None or any(_inside(step.box, head.box) for head in heads)]
    name = " – ".join(dict.fromkeys([heads[0].label, heads[-1].label]))
    left = made.drawing.head_width - made.left
    across = [made.steps[at].box or (0, 0, 0, 0) for at in shown]
    wide = max((box[0] + box[2] for box in across), default=0.0) - min((box[0] for box in across), default=0.0)
    spread = room.width / LEAST - left - 2 * _BESIDE
    columns = _parts([box[2] + 24 for box in across], spread) if wide > spread else [(0, len(shown))]
    heights = [lane.box[3] for lane in made.lanes if lane.box]
    lanes = _parts(heights, room.height / LEAST - (made.drawing.head_height - made.top))
    count, part = len(columns) * len(lanes), 0
    for first, last in columns:
        x0, x1 = _across(made, heads, [made.steps[at] for at in shown[first:last]], whole=own is not None and len(columns) == 1)
        for top, bottom in lanes:
            part += 1
            numbered = word("deck.part", made.drawing.language, part=part, parts=count)
            said = _part(made, (top, bottom), len(lanes), numbered) if count > 1 else ""
            y0, y1 = _ends(made, top, bottom)
            at = (made.column(shown[first]), made.column(shown[last - 1]) + 1) if shown else (0, 0)
            yield Page(made, name + said, x0, x1, y0, y1, at, (top, bottom), whole=count == 1 and own is not None)


def _part(made: Anatomy, lanes: tuple[int, int], runs: int, numbered: str) -> str:
    """What part of a phase a slide is: its lanes where it has not all of them, and its number."""
    names = list(dict.fromkeys([made.lanes[lanes[0]].label, made.lanes[lanes[1] - 1].label]))
    return f" · {' – '.join(names)} ({numbered})" if runs > 1 else f" ({numbered})"


def _redrawn(anatomy: Anatomy, phases: tuple[str, ...], subject: Subject | None) -> Anatomy | None:
    """These phases in a picture of their own; None where that can't be had."""
    if subject is None or len(anatomy.phases) * len(anatomy.standing) > _MANY:
        return None
    made = Anatomy(subject.redraw(subject.view._replace(phases=phases)))
    return made if [own_id(group.address) for group in made.phases] == [*phases] and made.lanes else None


def _inside(box: tuple[float, float, float, float] | None, phase: tuple[float, float, float, float] | None) -> bool:
    return box is not None and phase is not None and phase[0] <= box[0] + 1 and box[0] < phase[0] + phase[2]


def _across(made: Anatomy, heads: Sequence[Group], steps: Sequence[Group], *, whole: bool) -> tuple[float, float]:
    if whole:
        return made.drawing.head_width, made.right
    boxes = [group.box for group in (*steps, *([] if steps else heads)) if group.box is not None]
    return min(box[0] for box in boxes) - _BESIDE, max(box[0] + box[2] for box in boxes) + _BESIDE


def _ends(made: Anatomy, top: int, bottom: int) -> tuple[float, float]:
    """From the first lane's top to the last lane's bottom; above the first lane of all nothing is cut off."""
    first, last = made.lanes[top].box, made.lanes[bottom - 1].box
    assert first is not None
    assert last is not None
    return (made.drawing.head_height if top == 0 else first[1]), last[1] + last[3]


def _parts(sizes: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Runs (first, one past the last) that fit, as few as can be and about equally large; what is too large stands alone."""
    if not sizes:
        return [(0, 0)]
    count = len(_filled(sizes, room))
    low, high = sum(sizes) / count, max(room, *sizes)
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(sizes, middle)) <= count else (middle, high)
    return _filled(sizes, high)


def _filled(sizes: Sequence[float], room: float) -> list[tuple[int, int]]:
    found, first, used = [], 0, 0.0
    for number, size in enumerate(sizes):
        if number > first and used + size > room + 0.01:
            found.append((first, number))
            first, used = number, 0.0
        used += size
    return [*found, (first, len(sizes))]
