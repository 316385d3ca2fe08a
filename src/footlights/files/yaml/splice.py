"""A text with its tree, and how stretches of it are exchanged: the ground that all changes to a file stand on."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from footlights.model import FootlightsError

from .nodes import Map, Node, Scalar, Seq, parse
from .places import BOM

__all__ = [
    "Page",
    "Path",
    "Splice",
    "alias_of",
    "column",
    "end_of_line",
    "gap",
    "last_leaf",
    "next_line",
    "sealed",
    "start_of_line",
    "walk",
]

#: The way from the root to a node: a key for each mapping, a number for each sequence.
Path = tuple[str | int, ...]

_KEPT_BREAKS = re.compile(r"(?:[&!]\S*[ ]+)*[|>][0-9-]*\+")

_NAME = re.compile(r"[&!]\S*")
_HEADER = re.compile(r"((?:[&!]\S*[ ]+)*[|>])([-+0-9]*)")


class Splice(NamedTuple):
    """What comes in the place of the characters from `start` to `end`; line ends are written as \\n."""

    start: int
    end: int
    new: str


def start_of_line(text: str, at: int) -> int:
    """The offset at which the line of an offset begins."""
    if text.startswith("\r\n", at - 1) and at:
        at -= 1
    found = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return 1 if found == 0 and text.startswith(BOM) else found


def end_of_line(text: str, at: int) -> int:
    """The offset at which the line of an offset ends, before its line break."""
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))


def next_line(text: str, at: int) -> int:
    """The offset at which the line after that of an offset begins; the end of the text when there is none."""
    end = end_of_line(text, at)
    if text.startswith("\r\n", end):
        return end + 2
    return min(end + 1, len(text))


def column(text: str, at: int) -> int:
    """How many characters stand before an offset in its line."""
    return at - start_of_line(text, at)


def gap(text: str, start: int, end: int, sign: str) -> int:
    """The offset of a sign between two nodes, comments passed over; -1 when it is not there."""
    at = start
    while at < end:
        if text[at] == sign:
            return at
        at = end_of_line(text, at) if text[at] == "#" else at + 1
    return -1


def alias_of(node: Node) -> str:
    """The name by which a node is only called here, "" when it stands here itself."""
    return "" if isinstance(node, Seq) else node.alias


def _behind_comments(text: str, at: int, end: int) -> int:
    """The offset of the first sign behind blanks, line breaks and comments."""
    while at < end and (text[at].isspace() or text[at] == "#"):
        at = end_of_line(text, at) if text[at] == "#" else at + 1
    return at


def last_leaf(node: Node) -> Scalar | Map | Seq:
    """The last scalar (or flow collection, or alias) within a node."""
    while not alias_of(node):
        if isinstance(node, Map) and not node.flow and node.entries:
            node = node.entries[-1].value
        elif isinstance(node, Seq) and not node.flow and node.items:
            node = node.items[-1]
        else:
            break
    return node


@dataclass(frozen=True)
class Page:
    """A text that is well-formed YAML."""

    text: str

    @classmethod
    def of(cls, text: str, root: Node) -> "Page":
        """The page of a text whose tree is known."""
        page = cls(text)
        page.__dict__["root"] = root
        return page

    @cached_property
    def root(self) -> Node:
        """The tree of the text; an error of ours when the text is not well-formed: nobody may ever see such a page."""
        root, found = parse(self.text)
        if root is None or any(one.severity == "error" for one in found):
            raise AssertionError(f"a change left the text broken: {[one.slug for one in found]}")
        return root

    @cached_property
    def newline(self) -> str:
        """The line break of the text: that of its first line."""
        end = end_of_line(self.text, 0)
        return self.text[end : end + 2] if self.text.startswith("\r\n", end) else self.text[end : end + 1] or "\n"

    def spliced(self, *splices: Splice) -> "Page":
        """The page after these changes, which may not overlap; those at one place come in the order given."""
        found, at = [], 0
        for splice in sorted(splices, key=lambda one: (one.start, one.end)):
            assert splice.start >= at, "two changes to one place"
            new = splice.new if self.newline == "\n" else splice.new.replace("\n", self.newline)
            found += [self.text[at : splice.start], new]
            at = splice.end
        return Page("".join([*found, self.text[at:]]))

    def at(self, path: Path) -> Node:
        """The node at the end of a path; raises FootlightsError when the way there leads through an alias."""
        node = self.root
        for step in path:
            self.own(node)
            if isinstance(node, Map):
                entry = node.entry(str(step))
                if entry is None:
                    raise FootlightsError(f"line {node.span.line}: {step!r} comes from a merge (<<)", "write it out there first")
                node = entry.value
            elif isinstance(node, Seq):
                node = node.items[int(step)]
            else:
                raise AssertionError(f"no way on to {step!r}")
        return node

    def own(self, node: Node) -> None:
        """Raise FootlightsError when a node stands for another one, or others stand for it: a change would reach further."""
        if alias_of(node):
            raise FootlightsError(f"line {node.span.line}: that is an alias (*{alias_of(node)})", "write it out there first")
        if node.anchor and node.anchor in self.aliases:
            line = node.span.line
            raise FootlightsError(f"line {line}: other places refer to that (&{node.anchor})", "write it out at those places first")

    def free(self, node: Node) -> None:
        """Raise FootlightsError when something within a node is referred to from elsewhere, so that it can't be taken out."""
        for each in walk(node):
            if each.anchor and each.anchor in self.aliases:
                self.own(each)

    @cached_property
    def aliases(self) -> frozenset[str]:
        """The anchors that are referred to."""
        if "*" not in self.text:
            return frozenset()
        return frozenset(alias_of(node) for node in walk(self.root)) - {""}

    @cached_property
    def leaves(self) -> tuple[tuple[int, int], ...]:
        """Where keys, texts and aliases stand, in order. Of a block text the header's rest is left out: a comment may stand there."""
        found: list[tuple[int, int]] = []
        for leaf in _leaves(self.root):
            start, end = leaf.span.start, leaf.span.end
            while not alias_of(leaf) and (name := _NAME.match(self.text, start, end)):
                found.append((start, name.end()))
                start = _behind_comments(self.text, name.end(), end)
            if isinstance(leaf, Scalar) and leaf.style in ("|", ">") and not leaf.alias:
                head = gap(self.text, start, end_of_line(self.text, start), "#")
                line_end = end_of_line(self.text, start)
                found += [(start, line_end if head < 0 else head), (line_end, end)]
            elif end > start:
                found.append((start, end))
        return tuple(sorted(found))

    def comments(self, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Where comments stand between two offsets (from the sign # to the end of the line), in order."""
        end = len(self.text) if end is None else end
        found: list[tuple[int, int]] = []
        if self.text.find("#", start, end) < 0:
            return found
        number = bisect_left(self.leaves, (start, start))
        if number and self.leaves[number - 1][1] > start:
            start = self.leaves[number - 1][1]
        for leaf in (*self.leaves[number:], (end, end)):
            at = start
            while (at := self.text.find("#", at, min(leaf[0], end))) >= 0:
                stop = min(end_of_line(self.text, at), end)
                found.append((at, stop))
                at = stop
            start = max(start, leaf[1])
            if leaf[0] >= end:
                break
        return found

    def content_end(self, node: Node) -> int:
        """Where a node ends; the blank lines behind a text that keeps them (|+) are part of it."""
        leaf, end = last_leaf(node), node.span.end
        if not isinstance(leaf, Scalar) or leaf.style not in ("|", ">") or leaf.alias:
            return end
        if not _KEPT_BREAKS.match(self.text, leaf.span.start):
            return end
        while True:
            start = next_line(self.text, end)
            if start >= len(self.text) or self.text[start : end_of_line(self.text, start)].strip(" "):
                return end
            end = end_of_line(self.text, start)


def sealed(page: Page) -> Page:
    """The page with a block text at its very end, without a line break behind it, saying that it has none (|-).

    Otherwise whatever is written below it would give it one.
    """
    leaf, text = last_leaf(page.root), page.text
    if not isinstance(leaf, Scalar) or leaf.style not in ("|", ">") or leaf.alias or text[leaf.end :].strip(" "):
        return page
    match = _HEADER.match(text, leaf.start)
    if match is None or "-" in match[2]:
        return page
    return page.spliced(Splice(match.start(2), match.end(2), match[2].replace("+", "") + "-"))


def walk(node: Node) -> Iterator[Node]:
    """A node and all nodes within it that stand in the text there; what an alias stands for is left out."""
    yield node
    if alias_of(node):
        return
    if isinstance(node, Map):
        for entry in node.entries:
            yield entry.key
            yield from walk(entry.value)
    elif isinstance(node, Seq):
        for item in node.items:
            yield from walk(item)


def _leaves(node: Node) -> Iterator[Node]:
    return (each for each in walk(node) if isinstance(each, Scalar) or alias_of(each))
