"""Changes to what stands within brackets and braces."""

from collections.abc import Sequence
from typing import NamedTuple

from .nodes import Map, Node, Scalar, Seq
from .splice import Page, Path, Splice, column, end_of_line, gap, start_of_line
from .splice_content import first_dash

__all__ = ["drop_part", "insert_part", "set_part"]


class _Part(NamedTuple):
    """A child of a flow collection: from its key (or its start) to the end of its value."""

    start: int
    end: int
    value: Node


def _parts(page: Page, node: Map | Seq) -> list[_Part]:
    if isinstance(node, Seq):
        return [_Part(item.span.start, max(item.span.end, item.span.start), item) for item in node.items]
    return [_Part(entry.key.span.start, max(entry.key.span.end, entry.value.span.end), entry.value) for entry in node.entries]


def _inside(page: Page, node: Map | Seq) -> tuple[int, int]:
    """Where the inside of the brackets begins and ends; a single pair in a list (`[a: b]`) has none of its own."""
    start, end = node.span.start, node.span.end
    sign = "[" if isinstance(node, Seq) else "{"
    opened = gap(page.text, start, end, sign) if node.anchor else start
    if page.text[opened : opened + 1] != sign:
        return start, end
    return opened + 1, end - 1


def _bare(page: Page, node: Map | Seq) -> bool:
    return _inside(page, node)[1] == node.span.end


def _spread(page: Page, node: Map | Seq, parts: list[_Part]) -> bool:
    """Whether every child stands on a line of its own."""
    starts = [_inside(page, node)[0], *(part.end for part in parts[:-1])]
    return all("\n" in page.text[end : part.start] or "\r" in page.text[end : part.start] for end, part in zip(starts, parts, strict=True))


def insert_part(page: Page, path: Path, index: int, new: str, comments: Sequence[str] = ()) -> Page:
    """Put an item (or `key: value`) in a flow collection as number `index`, laid out as the others are.

    Comments that come with it go above the line on which the outermost brackets begin.
    """
    node = page.at(path)
    assert isinstance(node, (Map, Seq))
    page.own(node)
    parts = _parts(page, node)
    start, end = _inside(page, node)
    apart = _above_line(page, (*path, ""), comments)
    if not parts:
        return page.spliced(*apart, Splice(start, start, new))
    bare = [Splice(start, start, "{"), Splice(end, end, "}")] if _bare(page, node) else []
    spread = _spread(page, node, parts)
    pad = "\n" + " " * column(page.text, parts[min(index, len(parts) - 1)].start)
    new = new.replace("\n", pad)
    if index < len(parts):
        before = parts[index].start
        return page.spliced(*apart, *bare[:1], Splice(before, before, f"{new},{pad if spread else ' '}"), *bare[1:])
    last = parts[-1].end
    comma = gap(page.text, last, end, ",")
    behind = last if comma < 0 else comma + 1
    line = end_of_line(page.text, behind)
    if spread and line < end:
        return page.spliced(*apart, *([Splice(last, last, ",")] if comma < 0 else []), Splice(line, line, f"{pad}{new}"))
    between = "" if comma >= 0 else ","
    return page.spliced(*apart, *bare[:1], Splice(behind, behind, f"{between}{pad if spread else ' '}{new}"), *bare[1:])


def drop_part(page: Page, path: Path, lost: tuple[int, int] = (0, 0)) -> Page:
    """Take a child out of a flow collection; comments of it stay above the line, except those between the offsets `lost`."""
    node = page.at(path[:-1])
    assert isinstance(node, (Map, Seq))
    page.own(node)
    parts = _parts(page, node)
    names = [str(entry.key.value) for entry in node.entries] if isinstance(node, Map) else []
    number = names.index(str(path[-1])) if isinstance(node, Map) else int(path[-1])
    part = parts[number]
    page.free(part.value)
    if len(parts) == 1 and _bare(page, node):
        return page.spliced(Splice(*_inside(page, node), "{}"), *_above_line(page, path, _kept(page, part, lost)))
    return page.spliced(*_taken(page, node, parts, number), *_above_line(page, path, _kept(page, part, lost)))


def _taken(page: Page, node: Map | Seq, parts: list[_Part], number: int) -> list[Splice]:
    part, end = parts[number], _inside(page, node)[1]
    if number + 1 < len(parts):
        following = parts[number + 1].start
        if not page.comments(part.end, following):
            return [Splice(part.start, following, "")]
        comma = gap(page.text, part.end, following, ",")
    elif number:
        before = parts[number - 1].end
        if not page.comments(before, part.start):
            return [Splice(before, part.end, "")]
        comma = gap(page.text, before, part.start, ",")
    else:
        comma = gap(page.text, part.end, end, ",")
    return sorted([Splice(part.start, part.end, ""), *([Splice(comma, comma + 1, "")] if comma >= 0 else [])])


def set_part(page: Page, path: Path, new: str) -> Page:
    """Put another value in a flow collection; comments of the old one stay above the line."""
    parent, old = page.at(path[:-1]), page.at(path)
    page.free(old)
    part = _Part(old.span.start, old.span.end, old)
    splices = _above_line(page, path, _kept(page, part, (0, 0)))
    new = new.replace("\n", "\n" + " " * column(page.text, old.span.start))
    if old.span.end > old.span.start:
        return page.spliced(*splices, Splice(old.span.start, old.span.end, new))
    at = old.span.start
    if isinstance(parent, Map):
        entry = parent.entry(str(path[-1]))
        assert entry is not None
        colon = gap(page.text, entry.key.span.end, parent.span.end, ":")
        comma = gap(page.text, entry.key.span.end, parent.span.end, ",")
        has_colon = colon >= 0 and (comma < 0 or colon < comma)
        at = colon + 1 if has_colon else entry.key.span.end
        new = f" {new}" if has_colon else f": {new}"
    return page.spliced(*splices, Splice(at, at, new))


def _kept(page: Page, part: _Part, lost: tuple[int, int]) -> list[str]:
    return [page.text[a:b] for a, b in page.comments(part.start, part.end) if not lost[0] <= a < lost[1]]


def _above_line(page: Page, path: Path, comments: Sequence[str]) -> list[Splice]:
    """Comments as lines above the line on which the outermost brackets around a path begin."""
    if not comments:
        return []
    head = _head_of_flow(page, path)
    at = start_of_line(page.text, head)
    margin = page.text[at:head]
    pad = margin[: len(margin) - len(margin.lstrip(" "))]
    return [Splice(at, at, "".join(f"{pad}{comment}\n" for comment in comments))]


def _head_of_flow(page: Page, path: Path) -> int:
    """The offset of the key or dash behind which the outermost flow collection of a path stands."""
    node, head = page.root, page.root.span.start
    for step in path:
        if isinstance(node, Scalar) or node.flow:
            break
        if isinstance(node, Map):
            entry = node.entry(str(step))
            assert entry is not None
            head, node = entry.key.span.start, entry.value
        else:
            index = int(step)
            head = (
                first_dash(page, node)
                if index == 0
                else gap(page.text, node.items[index - 1].span.end, node.items[index].span.start + 1, "-")
            )
            node = node.items[index]
    return head
