"""Which slides there are: the whole on one where it can be read, else an overview and then the phases, in as many parts as it takes.

A phase has slides of its own; short ones that fit beside each other share them."""

from collections.abc import Sequence
from typing import NamedTuple

from footlights.drawing import Group
from footlights.model import CARD_ROLES
from footlights.render.options import Subject
from footlights.words import word

from .anatomy import Anatomy, own_id

__all__ = ["Deck", "Page", "Room", "deck_of"]

#: Pixels of the slide for one of the picture's: below 0.934 the smallest texts (10 px) are smaller than 7 pt, above 1.4 they shout.
LEAST, MOST = 0.934, 1.4
#: A picture of every phase for itself costs a layout each; beyond this many phases times cards they are cut from the whole.
_MANY = 20_000
#: Nobody turns more slides than this: then they show more, and everything on them is smaller.
_LONGEST = 250
#: Nothing can be told apart that is smaller than this.
_SMALLEST = 0.02
#: Half a gutter: how much room a cut leaves beside a column.
_BESIDE = 14.0
#: Between two phases.
_APART = 28.0


class Room(NamedTuple):
    """The room for the picture on a slide, in px."""

    width: float
    height: float

    def at(self, scale: float) -> "Room":
        """The same room in px of a picture that is drawn this large."""
        return Room(self.width / scale, self.height / scale)


class Deck(NamedTuple):
    """The slides, how many there would be if all could be read, and px of the slide for one of the picture's, at least about."""

    pages: list["Page"]
    wanted: int
    scale: float


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
    #: after the title: which lanes of a phase it shows, and which of how many slides it is
    part: str = ""
    number: str = ""

    @property
    def width(self) -> float:
        """The width of the part with the lanes' names, in px of the picture."""
        anatomy = self.anatomy
        return (anatomy.drawing.head_width - anatomy.left if anatomy.lanes else 0.0) + self.x1 - self.x0

    @property
    def height(self) -> float:
        """The height of the part with the heads, in px of the picture."""
        return self.anatomy.drawing.head_height - self.anatomy.top + self.again + self.y1 - self.y0

    @property
    def again(self) -> float:
        """The room for the scale of time on a slide without its lane, in px of the picture."""
        return 0.0 if self.lanes[0] <= self.anatomy.scaled < self.lanes[1] else self.anatomy.again


def deck_of(anatomy: Anatomy, subject: Subject | None, room: Room, *, one: bool = False) -> Deck:
    """The slides of a deck. `one` asks for everything on one slide, however small it gets."""
    whole = _whole(anatomy, anatomy.drawing.title)
    if one or not anatomy.lanes or not anatomy.steps or _fits(whole, room.at(LEAST)):
        return Deck([whole], 1, LEAST)
    phases, scale = _all_phases(anatomy, subject, room.at(LEAST)), LEAST
    wanted = count = sum(map(len, phases))
    while count > _LONGEST and scale > _SMALLEST:
        # as many as a page has room for, and a little smaller, as what can't be cut does not fill it
        scale *= 0.97 * (_LONGEST / count) ** 0.5
        phases = _all_phases(anatomy, subject, room.at(scale))
        count = sum(map(len, phases))
    pages = [page for parts in phases for page in _numbered(parts)]
    return Deck([_overview(anatomy, subject), *pages], wanted + 1, scale)


def _all_phases(anatomy: Anatomy, subject: Subject | None, room: Room) -> list[list[Page]]:
    """The slides of all phases, each with its parts, in a room that is given in px of the picture."""
    runs = _parts([_wide(head) for head in anatomy.phases], room.width - (anatomy.drawing.head_width - anatomy.left))
    return [_phases(anatomy, run, subject, room) for run in runs]


def _fits(page: Page, room: Room) -> bool:
    return page.width <= room.width and page.height <= room.height


def _whole(anatomy: Anatomy, title: str) -> Page:
    drawing = anatomy.drawing
    count = len(drawing.columns), len(anatomy.lanes)
    if not anatomy.lanes:
        return Page(anatomy, title, 0.0, drawing.width, drawing.head_height, drawing.height, (0, count[0]), (0, 0))
    box = drawing.head_width, anatomy.right, drawing.head_height, anatomy.bottom
    return Page(anatomy, title, *box, (0, count[0]), (0, count[1]))


def _overview(anatomy: Anatomy, subject: Subject | None) -> Page:
    title = anatomy.drawing.title
    if subject is not None and subject.view.zoom != "overview":
        made = Anatomy(subject.redraw(subject.view._replace(zoom="overview")))
        if made.lanes:
            anatomy = made
    return _whole(anatomy, title)._replace(overview=True)


def _wide(head: Group) -> float:
    """The width of a phase with what keeps it apart from the next."""
    return (head.box[2] if head.box is not None else 0.0) + _APART


def _phases(anatomy: Anatomy, run: tuple[int, int], subject: Subject | None, room: Room) -> list[Page]:
    """The slides of one phase, or of short ones that fit beside each other: all of it where there is room, else in parts of whole
    columns and lanes, about as large as each other."""
    heads = anatomy.phases[slice(*run)]
    if not heads:
        return []
    own = _redrawn(anatomy, tuple(own_id(head.address) for head in heads), subject)
    made = own or anatomy
    shown = [at for at, step in enumerate(made.steps) if own is not None or any(_inside(step.box, head.box) for head in heads)]
    name = " – ".join(dict.fromkeys([heads[0].label, heads[-1].label]))
    left = made.drawing.head_width - made.left
    across = [made.steps[at].box or (0, 0, 0, 0) for at in shown]
    wide = max((box[0] + box[2] for box in across), default=0.0) - min((box[0] for box in across), default=0.0)
    spread = room.width - left - 2 * _BESIDE
    columns = _parts([box[2] + 24 for box in across], spread) if wide > spread else [(0, len(shown))]
    heights = [lane.box[3] for lane in made.lanes if lane.box]
    lanes = _parts(heights, room.height - (made.drawing.head_height - made.top), made.again)
    whole = own is not None and len(columns) * len(lanes) == 1
    found = []
    for first, last in columns:
        x0, x1 = _across(made, heads, [made.steps[at] for at in shown[first:last]], whole=own is not None and len(columns) == 1)
        at = (made.column(shown[first]), made.column(shown[last - 1]) + 1) if shown else (0, 0)
        for band in lanes:
            said = _part(made, band) if len(lanes) > 1 else ""
            found.append(Page(made, name, x0, x1, *_ends(made, *band), at, band, whole, part=said))
    return found


def _numbered(parts: Sequence[Page]) -> list[Page]:
    """The slides of a phase with their numbers, without those on which nothing stands."""
    parts = [page for page in parts if not _bare(page)] or parts[:1] if len(parts) > 1 else parts
    if len(parts) < 2:
        return [page._replace(part="") for page in parts]
    language = parts[0].anatomy.drawing.language
    said = [word("deck.part", language, part=number, parts=len(parts)) for number in range(1, len(parts) + 1)]
    return [page._replace(number=f" ({number})") for page, number in zip(parts, said, strict=True)]


def _bare(page: Page) -> bool:
    """Whether nothing stands in the lanes of a slide, and they are lanes for cards."""
    lanes = page.anatomy.lanes[slice(*page.lanes)]
    if not all(dict(lane.facts).get("role") in CARD_ROLES for lane in lanes):
        return False
    standing = page.anatomy.between(page.x0, page.x1)
    return not any(group.box and page.y0 - 1 <= group.box[1] < page.y1 for group in standing if group.kind not in ("phase", "step"))


def _part(made: Anatomy, lanes: tuple[int, int]) -> str:
    """Which lanes a slide shows, by the first and the last of them."""
    return f" · {' – '.join(dict.fromkeys([made.lanes[lanes[0]].label, made.lanes[lanes[1] - 1].label]))}"


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


def _parts(sizes: Sequence[float], room: float, again: float = 0.0) -> list[tuple[int, int]]:
    """Runs (first, one past the last) that fit, as few as can be and about equally large; what is too large stands alone.

    `again` is what every run but the first needs besides.
    """
    if not sizes:
        return [(0, 0)]
    count = len(_filled(sizes, room, again))
    low, high = sum(sizes) / count, max(room, *sizes) + again
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(sizes, middle, again)) <= count else (middle, high)
    return _filled(sizes, high, again)


def _filled(sizes: Sequence[float], room: float, again: float) -> list[tuple[int, int]]:
    found, first, used = [], 0, 0.0
    for number, size in enumerate(sizes):
        if number > first and used + size > room + 0.01:
            found.append((first, number))
            first, used = number, again
        used += size
    return [*found, (first, len(sizes))]
