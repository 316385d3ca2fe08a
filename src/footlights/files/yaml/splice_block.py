"""Changes to what stands on lines of its own: the entries of block mappings, the items of block lists, their values."""

from collections.abc import Sequence
from typing import NamedTuple

from .nodes import Map, Node, Seq
from .splice import Page, Path, Splice, column, end_of_line, next_line, start_of_line
from .splice_content import Content, Style, after_key, behind_dash, inline
from .splice_extent import Extent, above, dash_of, extent_of, guarded, is_open, straightened, tail_end

__all__ = ["Piece", "drop_entry", "drop_item", "insert_entry", "insert_item", "set_value"]


class Piece(NamedTuple):
    """An entry or item that is put in: its value and its key, with the comments above it.

    `raw` are its lines with key or dash where they are known. `below` are comments that stay in the text when it goes;
    where they still stand, it goes below them.
    """

    content: Content
    key: str = ""
    above: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def _kept(page: Page, start: int, end: int, lost: tuple[int, int]) -> list[str]:
    """The comments between two offsets that don't go with what is taken out."""
    return [page.text[a:b] for a, b in page.comments(start, end) if not lost[0] <= a < lost[1]]


def set_value(page: Page, path: Path, content: Content, style: Style, lost: tuple[int, int] = (0, 0)) -> Page:
    """Put another value behind a key or dash; comments of the old one stay, except those between the offsets `lost`."""
    old = page.at(path)
    page.free(old)
    extent = extent_of(page, path)
    text = page.text
    end = page.content_end(old)
    on_line = old.span.start <= end_of_line(text, extent.start)
    if (
        len(content.lines) == 1
        and content.form == "text"
        and not content.head
        and on_line
        and end <= end_of_line(text, old.span.start)
        and old.span.end > old.span.start
    ):
        return page.spliced(Splice(old.span.start, end, content.lines[0]))
    kept = _kept(page, extent.start, extent.end, lost)
    comment, more = (kept[0], kept[1:]) if kept and not content.head else ("", kept)
    new = after_key(content, extent.column, style, comment)
    new += "".join("\n" + " " * extent.column + each for each in more)
    splices = [Splice(extent.start, extent.end, new + _last_break(page, content, extent.end))]
    if content.open and not more:
        splices += guarded(page, next_line(text, extent.end))
    return page.spliced(*splices)


def insert_entry(page: Page, path: Path, index: int, key: str, piece: Piece, style: Style) -> Page:
    """Put an entry in a block mapping as number `index`."""
    node = page.at(path)
    assert isinstance(node, Map)
    page.own(node)
    heads, values = [entry.key.start for entry in node.entries], [entry.value for entry in node.entries]
    here = heads[index] if index < len(heads) else None
    if piece.content.form == "list" and index:
        at = column(page.text, heads[0])
        end = tail_end(page, page.content_end(values[index - 1]), at)
        found = _under(page.text, end, len(page.text) if here is None else here, piece.below)
        if found >= 0:
            return _begun_above(page, end, found, f"{' ' * at}{key}:", " " * (at + style.dash), piece.content)
        piece = piece._replace(below=())
    lines = piece.raw or f"{key}:{after_key(piece.content, 0, style)}".split("\n")
    return _inserted(page, heads[0], here, values[index - 1] if index else None, lines, piece)


def _begun_above(page: Page, end: int, found: int, key: str, pad: str, content: Content) -> Page:
    """Put a list in whose key goes above comments that end at `found`, and its item below them."""
    item = "".join(f"\n{pad}{line}" if line else "\n" for line in content.lines)
    guard = guarded(page, next_line(page.text, found)) if content.open else []
    return page.spliced(Splice(end, end, f"\n{key}"), Splice(found, found, item + _last_break(page, content, found)), *guard)


def insert_item(page: Page, path: Path, index: int, piece: Piece) -> Page:
    """Put an item in a block list as number `index`."""
    node = page.at(path)
    assert isinstance(node, Seq)
    page.own(node)
    lines = piece.raw or behind_dash(piece.content, 0).split("\n")
    here = dash_of(page, node, index) if index < len(node.items) else None
    return _inserted(page, dash_of(page, node, 0), here, node.items[index - 1] if index else None, lines, piece)


def _inserted(page: Page, top: int, here: int | None, left: Node | None, lines: Sequence[str], piece: Piece) -> Page:
    """Put lines in as a child of a block: behind the one before it, `left`, or below the comments that the piece was once below.

    The block's first child begins at `top`; the one that the new one comes before at `here`, where there is one.
    """
    text, pad = page.text, " " * column(page.text, top)
    first, *rest = *piece.above, *lines
    new = first + "".join(f"\n{pad}{line}" if line else "\n" for line in rest)
    begin = above(page, top)[0]
    end = tail_end(page, page.content_end(left), len(pad)) if left is not None else begin - 1
    found = _under(text, end, len(text) if here is None else here, piece.below)
    if found >= 0 or left is not None:
        end = max(found, end)
        guard = guarded(page, next_line(text, end), drop_blanks=not lines[-1].strip(" ")) if piece.content.open else []
        return page.spliced(Splice(end, end, f"\n{pad}{new}{_last_break(page, piece.content, end)}"), *guard)
    if text[begin:top].lstrip(" ")[:1] in ("", "#"):
        return page.spliced(Splice(begin, begin, f"{pad}{new}\n"))
    return page.spliced(Splice(top, top, f"{new}\n{pad}"))


def _last_break(page: Page, content: Content, end: int) -> str:
    """The line break that a block text needs at the very end of a file."""
    return "\n" if content.open and end == len(page.text) else ""


def _under(text: str, start: int, end: int, comments: Sequence[str]) -> int:
    """The end of the last of these comment lines, where they stand together before anything else between two offsets; or -1."""
    if not comments:
        return -1
    seen: list[str] = []
    at = next_line(text, max(start, 0)) if start >= 0 else 0
    while at < end:
        stop = end_of_line(text, at)
        seen.append(text[at:stop].strip(" "))
        if seen[-1][:1] not in ("", "#"):
            break
        if seen[-len(comments) :] == list(comments):
            return stop
        at = next_line(text, at)
    return -1


def drop_entry(page: Page, path: Path, style: Style, lost: tuple[int, int] = (0, 0)) -> Page:
    """Take an entry out of a block mapping.

    Its comments stay as lines of their own, except those between the offsets `lost`. A mapping that had only this entry
    becomes an empty one.
    """
    node = page.at(path[:-1])
    assert isinstance(node, Map)
    page.own(node)
    names = [entry.key.value for entry in node.entries]
    number = names.index(str(path[-1]))
    page.free(node.entries[number].value)
    extent = extent_of(page, path)
    if len(names) == 1:
        if len(path) == 1:
            return set_value(page, path, inline("[]" if isinstance(node.entries[0].value, Seq) else "{}"), style, lost)
        return set_value(page, path[:-1], inline("{}"), style, lost)
    kept = _kept(page, extent.head, extent.end, lost)
    if page.text[start_of_line(page.text, extent.head) : extent.head].strip(" "):
        return page.spliced(*_first_dropped(page, extent, node.entries[1].key.span.start, kept))
    before = node.entries[number - 1].value if number else None
    return page.spliced(*_lines_dropped(page, extent, kept, before))


def _first_dropped(page: Page, extent: Extent, following: int, kept: list[str]) -> list[Splice]:
    """The first entry of a mapping that begins behind a dash: what follows takes its place there."""
    if not kept and not page.comments(extent.end, following):
        return [Splice(extent.head, following, "")]
    pad = "\n" + " " * extent.column
    start = extent.head if kept else len(page.text[: extent.head].rstrip(" "))
    return [Splice(start, extent.end, pad.join(kept))]


def _lines_dropped(page: Page, extent: Extent, kept: list[str], before: Node | None) -> list[Splice]:
    start = start_of_line(page.text, extent.head)
    end = next_line(page.text, extent.end)
    new = "".join(" " * extent.column + comment + "\n" for comment in kept)
    splices = [*straightened(page, start, extent.column), Splice(start, end, new)]
    if before is not None and is_open(before):
        splices += guarded(page, end, drop_blanks=page.content_end(before) > before.span.end)
    return splices


def drop_item(page: Page, path: Path, lost: tuple[int, int] = (0, 0)) -> Page:
    """Take an item out of a block list that has others; its comments stay as for `drop_entry`."""
    node = page.at(path[:-1])
    assert isinstance(node, Seq)
    page.own(node)
    number = int(path[-1])
    page.free(node.items[number])
    extent = extent_of(page, path)
    kept = _kept(page, extent.head, extent.end, lost)
    before = node.items[number - 1] if number else None
    return page.spliced(*_lines_dropped(page, extent, kept, before))
