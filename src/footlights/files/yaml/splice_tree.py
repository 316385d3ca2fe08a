"""Changes to the tree of a text, wherever they are written: on lines of its own or within brackets."""

import re
from collections.abc import Sequence

from .nodes import Map, Node, Scalar, Seq, parse
from .splice import Page, Path, Splice, alias_of, column, end_of_line, next_line, walk
from .splice_block import Piece, drop_entry, drop_item, insert_entry, insert_item, set_value
from .splice_content import Content, Style, after_key, as_content, as_list, behind_dash, dedented, inline, lifted, shifted, unbroken
from .splice_extent import above, extent_of
from .splice_flow import drop_part, insert_part, set_part

__all__ = [
    "cut",
    "drop",
    "in_flow",
    "lift",
    "make_list",
    "make_map",
    "piece_of",
    "put_entry",
    "put_entry_at",
    "put_item",
    "put_value",
    "spelt",
]

#: A line within brackets that would get longer is better told on lines of its own.
WIDEST = 120
_INDENTED = re.compile(r"(?:[&!]\S*[ ]+)*[|>][-+]?[1-9]")


def in_flow(page: Page, path: Path) -> bool:
    """Whether the node at a path stands within brackets or braces."""
    parent = page.at(path[:-1])
    return not isinstance(parent, Scalar) and parent.flow


def key_text(key: str, style: Style) -> str:
    """A key of ours or an id as it is written: in JSON all keys have quotes, elsewhere these need none."""
    return f'"{key}"' if style.json else key


def put_value(page: Page, path: Path, content: Content, style: Style, lost: tuple[int, int] = (0, 0)) -> Page:
    """Exchange the value at a path."""
    if in_flow(page, path):
        return set_part(page, path, content.flow)
    return set_value(page, path, content, style, lost)


def put_entry(page: Page, path: Path, order: Sequence[str], key: str, piece: Piece, style: Style) -> Page:
    """Put a new entry in the mapping at a path, beside the keys that `order` has before or behind it."""
    node = page.at(path)
    assert isinstance(node, Map)
    return put_entry_at(page, path, rank([entry.key.value for entry in node.entries], order, key), key, piece, style)


def put_entry_at(page: Page, path: Path, index: int, key: str, piece: Piece, style: Style) -> Page:
    """Put a new entry in the mapping at a path as number `index`."""
    node = page.at(path)
    assert isinstance(node, Map)
    if node.flow:
        new = f"{key_text(key, style)}: {piece.content.flow}".rstrip(" ")
        return insert_part(page, path, index, new, (*piece.above, *piece.content.comments))
    return insert_entry(page, path, index, key, piece if piece.key == key else piece._replace(raw=()), style)


def rank(there: Sequence[str], order: Sequence[str], key: str) -> int:
    """At which number a key belongs among those that are there: behind its nearest neighbour before it, or else before the next."""
    if key not in order:
        return len(there)
    at = order.index(key)
    before = next((name for name in reversed(order[:at]) if name in there), None)
    if before is not None:
        return there.index(before) + 1
    behind = next((name for name in order[at + 1 :] if name in there), None)
    return there.index(behind) if behind is not None else len(there)


def put_item(page: Page, path: Path, index: int, piece: Piece, style: Style) -> Page:
    """Put a new item in the list at a path as number `index`; a list in brackets gets lines of its own when it has to."""
    node = page.at(path)
    assert isinstance(node, Seq)
    if node.flow:
        if in_flow(page, path):
            return insert_part(page, path, index, piece.content.flow or "null", (*piece.above, *piece.content.comments))
        if not piece.above and _fits(page, node, piece.content):
            return insert_part(page, path, index, piece.content.flow or "null")
        if not node.items:
            return set_value(page, path, as_list(piece.content, piece.above, piece.raw), style)
        page = unfolded(page, path, style)
    return insert_item(page, path, index, piece._replace(raw=()) if piece.key else piece)


def _fits(page: Page, node: Seq, content: Content) -> bool:
    """Whether a value goes well into a list in brackets that stands behind a key: texts always do, mappings where there is room."""
    if not content.short:
        return False
    text = page.text[node.span.start : node.span.end]
    spread = "\n" in text or "\r" in text
    return spread or not content.flow.startswith("{") or column(page.text, node.span.end) + len(content.flow) < WIDEST


def unfolded(page: Page, path: Path, style: Style) -> Page:
    """The same list with a line for every item instead of brackets; its comments stay beside or between them."""
    node = page.at(path)
    assert isinstance(node, Seq)
    page.own(node)
    page.free(node)
    extent = extent_of(page, path)
    dash = extent.column + style.dash if isinstance(page.at(path[:-1]), Map) else extent.column + 2
    begin, end = node.span.start, node.span.end
    spans = [(item.span.start, item.span.end) for item in node.items]
    bounds = [start for start, _ in spans[1:]]
    # what stands before the first item or behind the last speaks of the list, what is between of the item before it
    around = _said(page, extent.start, spans[0][0] if spans else begin) + _said(
        page, spans[-1][1] if spans else begin, max(end, extent.end)
    )
    pad = " " * dash
    lines = [pad + comment for comment in around[1:]]
    for item, bound in zip(node.items, [*bounds, node.items[-1].span.end], strict=True):
        head, *rest = lifted(page, item.span.start, item.span.end, item, dash).lines
        comments = _said(page, item.span.end, bound)
        beside = f" {comments.pop(0)}" if comments and not rest else ""
        lines += [f"{pad}- {head}{beside}", *(f"{pad}  {line}" for line in rest), *(pad + comment for comment in comments)]
    new = (f" {around[0]}" if around else "") + "".join("\n" + line for line in lines)
    return page.spliced(Splice(extent.start, extent.end, new))


def _said(page: Page, start: int, end: int) -> list[str]:
    return [page.text[a:b] for a, b in page.comments(start, end)]


def make_list(page: Page, path: Path, style: Style, *, wide: bool) -> Page:
    """Make the single value of a key a list of one; `wide` gives it a line of its own where that can be."""
    node = page.at(path)
    page.free(node)
    text = page.text
    start, end = node.span.start, page.content_end(node)
    if in_flow(page, path) or (not wide and _flow_safe(page, node)):
        return page.spliced(Splice(start, start, "["), Splice(end, end, "]"))
    extent = extent_of(page, path)
    dash = extent.column + style.dash
    pad = " " * dash + "- "
    if isinstance(node, Map) and not node.flow and not node.alias:
        head = node.entries[0].key.start
        line = head - column(text, head)
        return page.spliced(Splice(line, head, pad), *shifted(page, line, extent.end, dash + 2 - column(text, head)))
    moved = shifted(page, start, end, _shift(page, node, dash + 2, dash - extent.column))
    if start <= end_of_line(text, extent.start):
        return page.spliced(Splice(extent.start, start, f"\n{pad}"), *moved)
    return page.spliced(Splice(start - column(text, start), start, pad), *moved)


def _shift(page: Page, node: Node, floor: int, outer: int) -> int:
    """How far the further lines of a text go to the right: behind `floor`, or with what holds it where their indentation is written."""
    if isinstance(node, Scalar) and node.style in ("|", ">") and _INDENTED.match(page.text, node.start):
        return outer
    text, found = page.text, []
    at = next_line(text, node.span.start)
    while at < node.span.end:
        line = text[at : end_of_line(text, at)]
        if line.strip(" "):
            found.append(len(line) - len(line.lstrip(" ")))
        at = next_line(text, at)
    return max(0, floor - min(found, default=floor))


def _flow_safe(page: Page, node: Node) -> bool:
    """Whether a value can stand within brackets as it is written."""
    raw = page.text[node.span.start : node.span.end]
    if "\n" in raw or "\r" in raw or node.span.end == node.span.start:
        return False
    if alias_of(node) or (not isinstance(node, Scalar) and node.flow):
        return True
    return isinstance(node, Scalar) and (node.style in ("'", '"') or not any(sign in raw for sign in ",[]{}?"))


def make_map(page: Page, path: Path, key: str, style: Style, *, wide: bool) -> Page:
    """Make a text a mapping that has it under `key`; `wide` gives every key a line where that can be."""
    node = page.at(path)
    assert isinstance(node, Scalar)
    page.free(node)
    text = page.text
    raw = text[node.start : node.end]
    flow = in_flow(page, path)
    if flow or (not wide and _flow_safe(page, node)):
        new = f"{{{key_text(key, style)}: {raw}}}"
        return set_part(page, path, new) if flow else set_value(page, path, inline(new), style)
    extent = extent_of(page, path)
    start, end = node.start, page.content_end(node)
    at = column(text, start)
    splices = []
    behind_key = isinstance(page.at(path[:-1]), Map)
    if behind_key and start <= end_of_line(text, extent.start):
        at = extent.column + style.step
        splices.append(Splice(extent.start, start, "\n" + " " * at))
    by = _shift(page, node, at + style.step, at - extent.column)
    return page.spliced(*splices, Splice(start, start, f"{key}: "), *shifted(page, start, end, by))


def drop(page: Page, path: Path, style: Style, *, whole: bool, named: bool = False) -> Page:
    """Take out what is at a path: the item of a list that has others, or else the entry that holds it.

    `whole` is said of an element: the comments in it and at the end of its lines go with it. Otherwise they stay. `named`
    is said of what is declared by name: when it is the last, the key that holds it goes as well.
    """
    lost = _lost(page, path) if whole else (0, 0)
    while len(path) > 1:
        parent = page.at(path[:-1])
        page.own(parent)
        if isinstance(parent, Scalar) or len(parent.items if isinstance(parent, Seq) else parent.entries) > 1:
            break
        if isinstance(parent, Map) and not named:
            break
        path, named = path[:-1], False
    if in_flow(page, path):
        return drop_part(page, path, lost)
    if isinstance(page.at(path[:-1]), Seq):
        return drop_item(page, path, lost)
    return drop_entry(page, path, style, lost)


def _lost(page: Page, path: Path) -> tuple[int, int]:
    node = page.at(path)
    if not in_flow(page, path):
        extent = extent_of(page, path)
        return extent.head, extent.end
    parent = page.at(path[:-1])
    entry = parent.entry(str(path[-1])) if isinstance(parent, Map) else None
    return entry.key.start if entry is not None else node.span.start, node.span.end


def lift(page: Page, path: Path) -> Piece:
    """What stands at a path, with the comments in it, at the end of its lines and right above it."""
    node, parent = page.at(path), page.at(path[:-1])
    key = ""
    if isinstance(parent, Map):
        entry = parent.entry(str(path[-1]))
        assert entry is not None
        key = entry.key.value
    if in_flow(page, path):
        return Piece(as_content(unbroken(page.text[node.span.start : node.span.end])), key)
    extent = extent_of(page, path)
    content = lifted(page, extent.start, extent.end, node, extent.column)
    first, *rest = unbroken(page.text[extent.head : extent.end])
    return Piece(content, key, above(page, extent.head)[1], (first, *dedented(rest, extent.column)))


def cut(page: Page, path: Path, style: Style, *, named: bool) -> tuple[Page, Piece]:
    """Take out what is at a path with the comment lines right above it, to be put elsewhere."""
    for each in walk(page.at(path)) if page.aliases else ():
        page.own(each)
    piece = lift(page, path)
    if piece.above:
        extent = extent_of(page, path)
        page = page.spliced(Splice(above(page, extent.head)[0], extent.head - extent.column, ""))
    return drop(page, path, style, whole=True, named=named), piece


def spelt(piece: Piece) -> str:
    """A piece as text of its own: the comments above it, and its lines with its key or a dash."""
    lines = piece.raw or (behind_dash(piece.content, 0) if not piece.key else f"{piece.key}:{after_key(piece.content, 0, Style())}").split(
        "\n"
    )
    return "\n".join((*piece.above, *lines))


def piece_of(text: str) -> Piece | None:
    """The piece that a text spells, to go below the comments that were above it; None when it spells none."""
    page = Page(text + "\n")
    root, found = parse(page.text)
    if found or isinstance(root, Scalar) or root is None or root.flow:
        return None
    if len(root.items if isinstance(root, Seq) else root.entries) != 1:
        return None
    piece = lift(page, (0,) if isinstance(root, Seq) else (root.entries[0].key.value,))
    return piece._replace(above=(), below=piece.above)
