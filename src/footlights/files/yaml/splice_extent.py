"""What of a text belongs to an entry or item that stands on lines of its own, and what next to it must be looked after."""

from typing import NamedTuple

from .nodes import Map, Node, Scalar, Seq
from .splice import Page, Path, Splice, column, end_of_line, gap, last_leaf, next_line, start_of_line
from .splice_content import first_dash

__all__ = ["Extent", "above", "dash_of", "extent_of", "guarded", "is_open", "straightened", "tail_end"]


class Extent(NamedTuple):
    """What of the text belongs to a value: from behind its colon or dash to the end of its lines, deeper comments below among them."""

    head: int
    start: int
    end: int
    column: int


def is_open(node: Node) -> bool:
    """Whether a node ends in a block text, which would take deeper comments below it for its own lines."""
    leaf = last_leaf(node)
    return isinstance(leaf, Scalar) and leaf.style in ("|", ">") and not leaf.alias


def colon_behind(page: Page, key: Scalar) -> int:
    """The offset behind the colon of a key."""
    return gap(page.text, key.span.end, len(page.text), ":") + 1


def dash_of(page: Page, node: Seq, index: int) -> int:
    """The offset of the dash of an item of a block list."""
    if index == 0:
        return first_dash(page, node)
    return gap(page.text, page.content_end(node.items[index - 1]), node.items[index].span.start + 1, "-")


def extent_of(page: Page, path: Path) -> Extent:
    """The extent of a value that stands in a block mapping or list; comments at the end of its lines belong to it."""
    parent, value = page.at(path[:-1]), page.at(path)
    if isinstance(parent, Seq):
        head = dash_of(page, parent, int(path[-1]))
        start = head + 1
    else:
        assert isinstance(parent, Map)
        entry = parent.entry(str(path[-1]))
        assert entry is not None
        head, start = entry.key.span.start, colon_behind(page, entry.key)
    at = column(page.text, head)
    return Extent(head, start, tail_end(page, max(start, page.content_end(value)), at), at)


def tail_end(page: Page, end: int, at: int) -> int:
    """Where what stands at column `at` and ends at `end` is over: with its line, and the deeper comment lines right below it."""
    text, end = page.text, end_of_line(page.text, end)
    while (start := next_line(text, end)) < len(text):
        line = text[start : end_of_line(text, start)]
        indent = len(line) - len(line.lstrip(" "))
        if indent <= at or not line.startswith("#", indent):
            break
        end = start + len(line)
    return end


def above(page: Page, head: int) -> tuple[int, tuple[str, ...]]:
    """Where the comment lines right above a key or dash begin (its own line when there are none), and those comments."""
    text = page.text
    first = start_of_line(text, head)
    at = head - first
    found: list[str] = []
    if text[first:head].strip(" "):
        return first, ()
    while first > start_of_line(text, 0):
        before = start_of_line(text, first - 1)
        line = text[before : end_of_line(text, before)]
        if not line.startswith("#", at) or line[:at].strip(" "):
            break
        if not page.comments(before + at, before + at + 1):
            break  # the last line of a block text that looks like a comment
        found.insert(0, line[at:])
        first = before
    return first, tuple(found)


def straightened(page: Page, line: int, at: int) -> list[Splice]:
    """What moves the comments above a line that goes to column `at`, where they stand left of it: so they stay in what held it."""
    text, found = page.text, []
    while line > start_of_line(text, 0):
        line = start_of_line(text, line - 1)
        said = text[line : end_of_line(text, line)].lstrip(" ")
        indent = len(text[line : end_of_line(text, line)]) - len(said)
        if said.startswith("#") and page.comments(line + indent, line + indent + 1):
            if indent < at:
                found.append(Splice(line, line + indent, " " * at))
        elif said.strip(" \t"):
            break
    return found


def guarded(page: Page, at: int, *, drop_blanks: bool = False) -> list[Splice]:
    """What keeps comments and blanks out of a block text that ends before the line at `at`: they are moved to the left.

    With `drop_blanks` blank lines go as well: a text that keeps its blank lines (|+) would take them.
    """
    text = page.text
    blanks: list[Splice] = []
    comments: list[tuple[int, int]] = []
    deepest = 0
    while at < len(text):
        line = text[at : end_of_line(text, at)]
        indent = len(line) - len(line.lstrip(" "))
        if line.startswith("#", indent):
            comments.append((at, at + indent))
        elif line.strip(" \t"):
            deepest = indent
            break
        elif not comments and (line or drop_blanks):
            blanks.append(Splice(at, next_line(text, at) if drop_blanks else at + len(line), ""))
        at = next_line(text, at)
    return [*blanks, *(Splice(a, b, " " * deepest) for a, b in comments if b - a > deepest)]
