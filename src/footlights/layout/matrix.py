"""How the matrix of touchpoints is drawn: heads of channels, cells with their signs, and the totals."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from footlights.drawing import Group, Icon, Item, Path, Rect, TextLine, icon_for
from footlights.model import MARK_KINDS, Step
from footlights.typeset import shorten, width, wrap
from footlights.words import word

from .contacts import Cell, Contacts
from .faces import badge, sign_of
from .geometry import Across
from .hatch import hatch
from .legend import Entry, mark_entry
from .plan import Band, Plan
from .sizes import Sizes
from .tell_contacts import cell_texts, contact_text, counted, level_text, row_texts, step_number

__all__ = ["Matrix", "draw_rows", "draw_totals", "matrix_signs", "measured", "row_head_width"]

_NAME_LEFT = 36.0
_PAD = 8.0
_TOP = 26.0  # the line of a cell with its count and signs
_COUNT = 15.0
_BETWEEN = 10.0
_TOTAL = 96.0
_FOOT = 50.0
_NUMBER = 18.0
#: How many contacts a cell writes out, and in how many lines each; the others are counted.
_TEXTS = {"overview": (0, 0), "normal": (4, 2), "detail": (99, 6)}


class Line(NamedTuple):
    """A text of a cell in lines, with the number of its step (0 for none)."""

    number: int
    address: str
    spoken: str
    lines: tuple[str, ...]


class Matrix(NamedTuple):
    """Where everything stands, in px: columns, the top of every row with one more for the bottom, and the texts of every cell."""

    across: Across
    tops: tuple[float, ...]
    texts: dict[tuple[int, int], tuple[Line, ...]]
    right: float
    bottom: float


def row_head_width(plan: Plan, contacts: Contacts, sizes: Sizes) -> float:
    """How wide the column of channels must be: every word of their names and every line below them fits, within limits."""
    widest = width(word("matrix.all", plan.language), sizes.text, bold=True) + _NAME_LEFT + 12
    for row, band in enumerate(plan.bands):
        parts = [width(part, sizes.text, bold=True) for part in band.title.split()]
        widest = max([widest, *(part + _NAME_LEFT + 12 for part in parts)])
        widest = max([widest, *(width(text, sizes.small) + _NAME_LEFT + 10 for text in row_texts(plan, contacts, row))])
    return min(sizes.head_most, max(sizes.head_least, float(round(widest))))


def measured(plan: Plan, contacts: Contacts, sizes: Sizes, across: Across, top: float) -> Matrix:
    """The places of rows from `top` on, each as high as its fullest cell."""
    texts = {at: _lines(plan, at[1], cell, across.widths[at[1]], sizes) for at, cell in contacts.cells.items()}
    head = across.gutters[0] - sizes.margin
    tops = [top]
    for row, band in enumerate(plan.bands):
        least = 24.0 + 16 * len(_name_lines(band, head, sizes, plan.language))
        least += sizes.small_step * len(_about(plan, contacts, row, head, sizes))
        high = max((_cell_height(contacts.cells[row, at], texts[row, at], sizes) for at in range(len(plan.columns))), default=0.0)
        tops.append(tops[-1] + max(least, high + _BETWEEN))
    end = across.end
    return Matrix(across, tuple(tops), texts, end + _total_width(plan, sizes), tops[-1] + _FOOT)


def _total_width(plan: Plan, sizes: Sizes) -> float:
    words = word("matrix.contacts", plan.language)
    return max(_TOTAL, width(words, sizes.small + 1, bold=True) + 20)


def _name_lines(band: Band, head: float, sizes: Sizes, language: str) -> tuple[str, ...]:
    return wrap(band.title, head - _NAME_LEFT - 8, sizes.text, bold=True, language=language)


def _about(plan: Plan, contacts: Contacts, row: int, head: float, sizes: Sizes) -> list[str]:
    texts = row_texts(plan, contacts, row)
    return [line for text in texts for line in wrap(text, head - _NAME_LEFT - 8, sizes.small, language=plan.language)]


def _lines(plan: Plan, column: int, cell: Cell, wide: float, sizes: Sizes) -> tuple[Line, ...]:
    """The texts of a cell; none where the column is folded."""
    most, high = _TEXTS[plan.zoom]
    if wide < sizes.card_width or not most:
        return ()
    room = wide - 2 * _PAD - _NUMBER
    found = []
    for card in cell.cards[:most]:
        lines = wrap(contact_text(plan, card), room, sizes.small + 1, language=plan.language, max_lines=high)
        found.append(Line(step_number(plan, column, card), f"cards/{card.id}", contact_text(plan, card), lines))
    if len(cell.cards) > most:
        more = word("matrix.more", plan.language, count=len(cell.cards) - most)
        found.append(Line(0, "", more, (shorten(more, room, sizes.small + 1),)))
    return tuple(found)


def _cell_height(cell: Cell, texts: Iterable[Line], sizes: Sizes) -> float:
    high = _TOP + sum(len(line.lines) * sizes.small_step + 4 for line in texts)
    if cell.short is not None and texts:
        high += sizes.small_step + 4
    return max(sizes.row_empty, high + _PAD)


def draw_rows(plan: Plan, contacts: Contacts, matrix: Matrix, sizes: Sizes) -> list[Group]:
    """A tinted band per channel with its icon, name and reach, and its cells."""
    groups: list[Group] = []
    left = sizes.margin
    head = matrix.across.gutters[0] - left
    for row, band in enumerate(plan.bands):
        top, bottom = matrix.tops[row], matrix.tops[row + 1]
        id = contacts.rows[row]
        channel = plan.blueprint.channels.get(id)
        name = _name_lines(band, head, sizes, plan.language)
        below = top + 25.5 + 16 * len(name)
        about = tuple((below + n * sizes.small_step, line) for n, line in enumerate(_about(plan, contacts, row, head, sizes)))
        items: tuple[Item, ...] = (
            Rect(left, top, matrix.right - left, bottom - top, f"band-{band.family}"),
            Rect(left, top, 4, bottom - top, f"edge-{band.family}"),
            Icon(left + 13, top + 13, icon_for(channel.icon if channel else None, id), 16.0, f"edge-{band.family}"),
            TextLine(left + _NAME_LEFT, tuple((top + 25.5 + n * 16, line) for n, line in enumerate(name)), sizes.text, "ink", True),
            TextLine(left + _NAME_LEFT, about, sizes.small, "muted"),
        )
        spoken = f"{band.title}: {', '.join([counted(contacts.in_row[row], plan.language), *row_texts(plan, contacts, row)])}"
        box = (left, top, matrix.right - left, bottom - top)
        groups.append(Group("lane", items, band.address, spoken, box, (("role", "channel"), ("lane", id))))
        if row:
            groups.append(Group("rule", (Path(f"M{left:g} {top:g}H{matrix.right:g}", None, "hairline"),)))
    for row in range(len(plan.bands)):
        groups += _draw_cells(plan, contacts, matrix, row, sizes)
    return groups


def _draw_cells(plan: Plan, contacts: Contacts, matrix: Matrix, row: int, sizes: Sizes) -> list[Group]:
    groups = []
    across, id = matrix.across, contacts.rows[row]
    y, high = matrix.tops[row] + _BETWEEN / 2, matrix.tops[row + 1] - matrix.tops[row] - _BETWEEN
    for column, place in enumerate(plan.columns):
        cell = contacts.cells[row, column]
        box = (across.columns[column], y, across.widths[column], high)
        phase = place.phase.id
        address = f"{plan.bands[row].address}#{phase}" if plan.bands[row].address else ""
        spoken = "; ".join(cell_texts(plan, column, cell))
        where = (("channel", id), ("phase", phase))
        if not cell.cards:
            if cell.gap:
                groups.append(Group("gap", tuple(_gap(plan, cell.gap, box)), address, spoken, box, (*where, ("gap", cell.gap))))
            continue
        facts = (*where, ("count", str(len(cell.cards))), *((("crowded", "yes"),) if cell.crowded else ()))
        groups.append(Group("cell", tuple(_cell(plan, cell, matrix.texts[row, column], box, sizes)), address, spoken, box, facts))
    return groups


def _cell(plan: Plan, cell: Cell, texts: tuple[Line, ...], box: tuple[float, float, float, float], sizes: Sizes) -> list[Item]:
    x, y, wide, high = box
    edge, stroke = ("ink", 2.2) if cell.crowded else ("card-edge", 1.0)
    items: list[Item] = [
        Rect(x, y, wide, high, "card", edge, stroke, sizes.corner),
        TextLine(x + _PAD, ((y + 20, str(len(cell.cards))),), _COUNT, "ink", True),
    ]
    items += _signs(plan, cell, x + wide - _PAD, y + 15, x + _PAD + width(str(len(cell.cards)), _COUNT, bold=True) + 6)
    at = y + _TOP
    for line in texts:
        base = at + 10.4
        part: list[Item] = []
        if line.number:
            part.append(TextLine(x + _PAD + 11, ((base, str(line.number)),), sizes.small, "muted", True, "end"))
        rows = tuple((base + n * sizes.small_step, text) for n, text in enumerate(line.lines))
        part.append(TextLine(x + _PAD + _NUMBER, rows, sizes.small + 1, "ink" if line.address else "muted"))
        items += [Group("contact", tuple(part), line.address, line.spoken)] if line.address else part
        at += len(line.lines) * sizes.small_step + 4
    if cell.short is not None and texts:
        items += _level(plan, cell.short, x + _PAD, at + 1, wide - 2 * _PAD, sizes)
    return items


def _signs(plan: Plan, cell: Cell, right: float, middle: float, left: float) -> list[Item]:
    """The signs of a cell, from its right edge on: worst mark, experience that falls short, crowded (with its word where it fits)."""
    items: list[Item] = []
    at = right - 8
    if cell.worst:
        items += [*badge(cell.worst, at, middle), *sign_of(cell.worst, at, middle)]
        at -= 21
    if cell.short is not None:
        items += short_sign(at, middle)
        at -= 21
    if cell.crowded:
        items += crowd_sign(at, middle)
        at -= 11
        told = word("matrix.crowded", plan.language)
        if at - width(told, 10.0, bold=True) > left:
            items.append(TextLine(at, ((middle + 3.6, told),), 10.0, "ink", True, "end"))
    return items


def short_sign(x: float, y: float) -> list[Item]:
    """The sign of an experience that stays below what it should reach: an arrow that falls from a line."""
    arrow = f"M{x - 5:g} {y - 5:g}H{x + 5:g}M{x:g} {y - 2.6:g}V{y + 5:g}M{x - 3:g} {y + 2:g}L{x:g} {y + 5:g}L{x + 3:g} {y + 2:g}"
    return [Rect(x - 8, y - 8, 16, 16, "card", "mark-pain", 1.2, 3), Path(arrow, None, "mark-pain", 1.5)]


def crowd_sign(x: float, y: float) -> list[Item]:
    """The sign of a cell where a lot happens: cards on a heap."""
    return [Rect(x - 6.5 + 3 * n, y + 1 - 3 * n, 7, 7, "card", "ink", 1.2, 1.5) for n in (2, 1, 0)]


def none_sign(x: float, y: float) -> list[Item]:
    """The sign of a phase without any contact: an empty ring, struck through."""
    return [
        Rect(x - 6, y - 6, 12, 12, "card", "mark-critical", 1.6, 6),
        Path(f"M{x - 6:g} {y + 6:g}L{x + 6:g} {y - 6:g}", None, "mark-critical", 1.6),
    ]


def _level(plan: Plan, step: Step, x: float, y: float, room: float, sizes: Sizes) -> list[Item]:
    desired, actual = step.desired or 0.0, step.actual or 0.0
    items: list[Item] = []
    for square in range(5):
        edge = "mark-pain" if square < desired else "card-edge"
        items.append(Rect(x + square * 9, y + 3, 7, 7, edge if actual >= square + 0.5 else None, edge, 1.0, 1.5))
    text = shorten(level_text(plan, step), room - 49, sizes.small)
    return [*items, TextLine(x + 49, ((y + 10.4, text),), sizes.small, "muted")]


def _gap(plan: Plan, kind: str, box: tuple[float, float, float, float]) -> list[Item]:
    """A cell without contacts: an empty ring; a dotted line where the channel falls silent; hatched where there is no contact at all."""
    x, y, wide, high = box
    middle = y + high / 2
    if kind == "phase":
        return [Path(hatch(x, y, wide, high, 9.0), None, "hairline", 1.2), Rect(x, y, wide, high, None, "faint", 1.0, 0, "2 3")]
    items: list[Item] = [Rect(x, y, wide, high, None, "hairline", 1.0, 6, "4 4")]
    if kind == "open":
        return [*items, Rect(x + wide / 2 - 4, middle - 4, 8, 8, None, "faint", 1.3, 4)]
    told = shorten(word("matrix.silent", plan.language), wide - 40, 10.0)
    half = width(told, 10.0) / 2 + 8
    centre = x + wide / 2
    line = f"M{x:g} {middle:g}H{centre - half:g}M{centre + half:g} {middle:g}H{x + wide:g}"
    return [*items, Path(line, None, "muted", 1.6, "1.5 4"), TextLine(centre, ((middle + 3.6, told),), 10.0, "muted", False, "middle")]


def draw_totals(plan: Plan, contacts: Contacts, matrix: Matrix, sizes: Sizes) -> list[Group]:
    """How many touchpoints there are per channel, at the right, and per phase, at the bottom."""
    groups = []
    language, across = plan.language, matrix.across
    x, end = across.end, matrix.right
    title = word("matrix.contacts", language)
    head = TextLine(x + 6, ((matrix.tops[0] - 9, title),), sizes.small + 1, "ink", True)
    groups.append(Group("total", (head,), "", title))
    most = max(contacts.in_row, default=0)
    for row in range(len(plan.bands)):
        middle = (matrix.tops[row] + matrix.tops[row + 1]) / 2
        groups.append(_total(contacts.in_row[row], most, x + 6, middle, end - x - 16, language))
    top, bottom = matrix.tops[-1], matrix.bottom
    name = word("matrix.all", language)
    items: tuple[Item, ...] = (
        Rect(sizes.margin, top, end - sizes.margin, bottom - top, "ground"),
        Path(f"M{sizes.margin:g} {top:g}H{end:g}", None, "ink", 1.2),
        TextLine(sizes.margin + _NAME_LEFT, ((top + 29, name),), sizes.text, "ink", True),
    )
    groups.append(Group("lane", items, "", name, (sizes.margin, top, end - sizes.margin, bottom - top), (("role", "total"),)))
    highest = max(contacts.in_column, default=0)
    for column, place in enumerate(plan.columns):
        left, wide = across.columns[column], across.widths[column]
        count = contacts.in_column[column]
        total = _total(count, highest, left + _PAD, (top + bottom) / 2, wide - 2 * _PAD, language)
        if not count:
            total = _none(plan, left, (top + bottom) / 2, wide)
        groups.append(total._replace(box=(left, top + 4, wide, bottom - top - 8), facts=(("phase", place.phase.id),)))
    figure = TextLine(x + 6, ((top + 30, str(contacts.total)),), _COUNT, "ink", True)
    groups.append(Group("total", (figure,), "", counted(contacts.total, language), (x, top + 4, end - x, bottom - top - 8)))
    return groups


def _total(count: int, most: int, x: float, middle: float, room: float, language: str) -> Group:
    """A number with a bar below it, as long as it is among the others."""
    items: list[Item] = [TextLine(x, ((middle + 2, str(count)),), _COUNT - 1, "ink", True), Rect(x, middle + 8, room, 4, "unmet", radius=2)]
    if count:
        items.append(Rect(x, middle + 8, max(4.0, round(room * count / most, 2)), 4, "muted", radius=2))
    return Group("total", tuple(items), "", counted(count, language), (x, middle - 14, room, 28))


def _none(plan: Plan, left: float, middle: float, wide: float) -> Group:
    """A phase without any contact: a sign and words."""
    told = word("matrix.phase", plan.language)
    lines = wrap(told, wide - 34, 11.0, bold=True, language=plan.language, max_lines=2)
    top = middle + 4 - (len(lines) - 1) * 6.5
    items: list[Item] = [*none_sign(left + 15, middle)]
    items.append(TextLine(left + 29, tuple((top + n * 13, line) for n, line in enumerate(lines)), 11.0, "mark-critical", True))
    return Group("total", tuple(items), "", told)


def matrix_signs(plan: Plan, contacts: Contacts) -> list[Entry]:
    """What the legend of a matrix explains: the signs that it shows."""
    language, cells = plan.language, contacts.cells.values()
    gaps = {cell.gap for cell in cells if not cell.cards}
    found = []
    if "open" in gaps:
        found.append(Entry(word("legend.open", language), 12, lambda x, y: [Rect(x + 2, y - 4, 8, 8, None, "faint", 1.3, 4)]))
    if "silent" in gaps:
        found.append(
            Entry(word("legend.silent", language), 24, lambda x, y: [Path(f"M{x:g} {y:g}H{x + 24:g}", None, "muted", 1.6, "1.5 4")])
        )
    if "phase" in gaps:
        found.append(Entry(word("legend.phase-gap", language), 24, partial(_hatched)))
    if any(cell.crowded for cell in cells):
        found.append(Entry(word("legend.crowded", language), 18, lambda x, y: crowd_sign(x + 8, y)))
    if any(cell.short for cell in cells):
        found.append(Entry(word("legend.short", language), 16, lambda x, y: short_sign(x + 8, y)))
    worst = {cell.worst for cell in cells}
    found += [mark_entry(kind, language) for kind in MARK_KINDS if kind in worst]
    if contacts.repeated:
        found.append(Entry(word("legend.once", language), 14, lambda x, y: [TextLine(x, ((y + 3.6, "1×"),), 11.0, "muted", True)]))
    return found


def _hatched(x: float, y: float) -> list[Item]:
    return [Path(hatch(x, y - 6, 24, 12, 6.0), None, "faint", 1.0), Rect(x, y - 6, 24, 12, None, "faint", 1.0, 0, "2 3")]
