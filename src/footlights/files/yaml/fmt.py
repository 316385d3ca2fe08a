"""A file put in order: ids written down and keys in their usual order, while every comment and every value stays."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from footlights.facts import Diagnostic
from footlights.model import COLLECTIONS, Blueprint, Effect, Feeling, Time, fields_of

from .nodes import Entry, Map, Node, Scalar, Seq
from .reader_survey import LISTED
from .source import Source
from .source_spots import ROOT_ORDER, Spot, Spots, order_of, surveyed
from .splice import Page, Splice, alias_of, column, end_of_line, gap, next_line, start_of_line, walk
from .splice_content import Style, first_dash
from .splice_extent import above, is_open, tail_end
from .splice_values import content_of

__all__ = ["Formatted", "fmt"]

#: Elements that have their id written down where they are a mapping.
_WITH_ID = ("phases", "steps", "cards", "marks", *(name for name in LISTED if name != "bindings"))


class Formatted(NamedTuple):
    """The text in order, whether it differs from what was given, and what is wrong with that."""

    text: str
    changed: bool
    diagnostics: tuple[Diagnostic, ...]


def fmt(text: str, file: str = "<text>") -> Formatted:
    """The text with ids written down and keys in order; a text with errors stays as it is, and the errors are said.

    What the text says does not change, nor does any comment; doing it twice does nothing more.
    """
    source = Source(text, file)
    if source.loaded.errors or source.loaded.blueprint is None:
        return Formatted(text, False, source.diagnostics)
    page = _with_ids(source.page, source.spots, source.style)
    page = _in_order(page, source.blueprint)
    if Source(page.text, file).loaded.blueprint != source.blueprint:
        raise AssertionError("putting the file in order changed what it says")
    return Formatted(page.text, page.text != text, source.diagnostics)


def _in_order(page: Page, blueprint: Blueprint) -> Page:
    """The page with all mappings in order; what is within one may be what kept it from being put in order before."""
    while True:
        found = _Order(page, surveyed(page, blueprint)).text()
        if found == page.text:
            return page
        page = Page(found)


def _with_ids(page: Page, spots: Spots, style: Style) -> Page:
    splices = []
    for collection in (*_WITH_ID, "links"):
        for spot in spots.of(collection):
            if not spot.draft.explicit and (collection != "links" or spot.draft.id != spot.draft.stem()):
                splices += _id_written(page, spot, style)
    return page.spliced(*splices) if splices else page


def _id_written(page: Page, spot: Spot, style: Style) -> list[Splice]:
    """What writes an id down in an element's mapping; nothing in a short form, or where other places share the mapping."""
    node = spot.node
    if not isinstance(node, Map) or alias_of(node) or (node.anchor and node.anchor in page.aliases) or not _stands_here(page, spot):
        return []
    id = content_of(spot.draft.id, style).flow
    key = '"id"' if style.json else "id"
    there = node.entry("id")
    if there is not None:  # `id:` with nothing behind it
        colon = gap(page.text, there.key.end, len(page.text), ":") + 1
        return [Splice(colon, max(colon, there.value.span.end), f" {id}")]
    if not node.flow:
        head = node.entries[0].key.start
        return [Splice(head, head, f"{key}: {id}\n{' ' * column(page.text, head)}")]
    if not node.entries:
        brace = gap(page.text, node.span.start, node.span.end, "{") + 1
        return [Splice(brace, brace, f"{key}: {id}")]
    head = node.entries[0].key.start
    if page.text[node.span.start] == "{" or node.anchor:
        return [Splice(head, head, f"{key}: {id}, ")]
    return [Splice(head, head, f"{{{key}: {id}, "), Splice(node.span.end, node.span.end, "}")]


def _stands_here(page: Page, spot: Spot) -> bool:
    """Whether the mapping is not taken from elsewhere by a merge."""
    node = page.root
    for step in spot.path:
        if (not isinstance(node, Scalar) and node.anchor and node.anchor in page.aliases) or alias_of(node):
            return False
        if isinstance(node, Map):
            entry = node.entry(str(step))
            if entry is None:
                return False
            node = entry.value
        elif isinstance(node, Seq):
            node = node.items[int(step)]
    return True


class _Chunk(NamedTuple):
    """An entry with the comments right above it and at the end of its lines."""

    begin: int
    end: int
    entry: Entry


class _Order:
    """A page on its way to being in order."""

    def __init__(self, page: Page, spots: Spots) -> None:
        self.page, self.orders = page, {id(node): order for node, order in _orders(page, spots)}

    def text(self) -> str:
        """The text with all mappings in order."""
        begin, end = self._region(self.page.root)
        return self.page.text[:begin] + self._told(self.page.root) + self.page.text[end:]

    def _region(self, node: Node) -> tuple[int, int]:
        """What belongs to a node: a block has the comments above its first entry and at the end of its last line."""
        if isinstance(node, Map) and not node.flow and not alias_of(node):
            head = node.entries[0].key.start
            first = above(self.page, head)[0] + column(self.page.text, head) if self._own_line(head) else head
            return first, tail_end(self.page, self.page.content_end(node), column(self.page.text, head))
        end = self.page.content_end(node)
        if isinstance(node, Seq) and not node.flow:
            return node.span.start, tail_end(self.page, end, column(self.page.text, first_dash(self.page, node)))
        return node.span.start, end

    def _own_line(self, head: int) -> bool:
        return not self.page.text[start_of_line(self.page.text, head) : head].strip(" ")

    def _told(self, node: Node) -> str:
        """The text of a node's region."""
        begin, end = self._region(node)
        if alias_of(node) or isinstance(node, Scalar):
            return self.page.text[begin:end]
        if isinstance(node, Map):
            order = self.orders.get(id(node))
            keys = [entry.key.value for entry in node.entries]
            wanted = sorted(range(len(keys)), key=lambda at: _rank(keys[at], order)) if order else []
            if wanted != sorted(wanted) and not self._tied(node):
                found = self._flow(node, wanted) if node.flow else self._block(node, wanted)
                if found is not None:
                    return found
            return self._through([entry.value for entry in node.entries], begin, end)
        return self._through(node.items, begin, end)

    def _through(self, nodes: Sequence[Node], begin: int, end: int) -> str:
        """The text between two offsets, with the nodes in it in order."""
        parts, at = [], begin
        for node in nodes:
            start, stop = self._region(node)
            parts += [self.page.text[at:start], self._told(node)]
            at = max(at, stop)
        return "".join([*parts, self.page.text[at:end]])

    def _tied(self, node: Map) -> bool:
        """Whether something in a mapping is, or is called by, a name: the name must come before its use."""
        return bool(self.page.aliases) and any(alias_of(each) or each.anchor in self.page.aliases for each in walk(node))

    def _flow(self, node: Map, wanted: list[int]) -> str | None:
        start, end = node.span.start, node.span.end
        if self.page.comments(start, end):
            return None
        spans = [(entry.key.start, max(entry.key.end, entry.value.span.end)) for entry in node.entries]
        told = [self._through([entry.value], *span) for entry, span in zip(node.entries, spans, strict=True)]
        parts, at = [], start
        for (begin, stop), number in zip(spans, wanted, strict=True):
            parts += [self.page.text[at:begin], told[number]]
            at = stop
        return "".join([*parts, self.page.text[at:end]])

    def _chunks(self, node: Map) -> list[_Chunk]:
        found = []
        for entry in node.entries:
            head = entry.key.start
            begin = above(self.page, head)[0] + column(self.page.text, head) if self._own_line(head) else head
            found.append(_Chunk(begin, tail_end(self.page, self.page.content_end(entry.value), column(self.page.text, head)), entry))
        return found

    def _block(self, node: Map, wanted: list[int]) -> str | None:
        chunks = self._chunks(node)
        text, pad = self.page.text, " " * column(self.page.text, node.entries[0].key.start)
        last = chunks[wanted[-1]]
        if wanted[-1] != len(chunks) - 1 and is_open(last.entry.value) and self._swallows(last.entry.value, chunks[-1].end, len(pad)):
            return None
        gaps = [text[chunk.end : following.begin] for chunk, following in pairwise(chunks)]
        parts: list[str] = []
        for at, number in enumerate(wanted):
            chunk = chunks[number]
            parts.append(self._through([chunk.entry.value], chunk.begin, chunk.end))
            if at < len(gaps):
                parts.append(_gap(gaps[at], pad, chunk.entry.value, self.page))
        return "".join(parts)

    def _swallows(self, value: Node, end: int, at: int) -> bool:
        """Whether a block text would take what follows at `end`, up to the next key or dash, for its own."""
        text, start = self.page.text, next_line(self.page.text, end)
        keeps = self.page.content_end(value) > value.span.end
        while start < len(text):
            line = text[start : end_of_line(text, start)]
            indent = len(line) - len(line.lstrip(" "))
            if line.startswith("#", indent):
                if indent > at:
                    return True
            elif line.strip(" \t"):
                return False
            elif keeps or indent > at:
                return True
            start = next_line(text, start)
        return False


def _gap(between: str, pad: str, before: Node, page: Page) -> str:
    """What stands between two entries, so that no text before it takes it for its own: blank lines, comments, the margin."""
    if not is_open(before):
        return between
    first, *lines = between[: len(between) - len(pad)].splitlines(keepends=True)
    if page.content_end(before) > before.span.end:
        while lines and not lines[0].strip():
            lines.pop(0)
    return first + "".join(_at_most(line, pad) for line in lines) + pad


def _at_most(line: str, pad: str) -> str:
    """A comment or blank line that stands no deeper than the margin."""
    if not line.strip():
        return line.lstrip(" ")
    return pad + line.lstrip(" ") if line.startswith(pad + " ") else line


def _rank(key: str, order: Sequence[str]) -> float:
    """Where a key goes; keys of others go last, but before a phase's steps, which are long."""
    if key == "<<":
        return -1
    if key in order:
        return order.index(key)
    return len(order) - 1.5 if order[-1] == "steps" else len(order)


def _orders(page: Page, spots: Spots) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """The mappings whose keys have an order, and that order."""
    yield page.root, ROOT_ORDER
    for collection, kind in COLLECTIONS.items():
        for spot in spots.of(collection):
            node = spot.node
            if isinstance(node, Map):
                yield node, order_of(collection, spots.rows, listed=spot.draft.parent is None)
                for field in fields_of(kind):
                    value = node.get(field.key)
                    if isinstance(value, Map):
                        yield from _inner(field.shape, value)


def _inner(shape: str, node: Map) -> Iterator[tuple[Node, tuple[str, ...]]]:
    kinds = {"time": Time, "effect": Effect}
    if shape in kinds:
        yield node, tuple(field.key for field in fields_of(kinds[shape]))
    if shape == "feelings":
        for each in (node, *(entry.value for entry in node.entries)):
            if isinstance(each, Map) and each.entry("level") is not None:
                yield each, tuple(field.key for field in fields_of(Feeling))
