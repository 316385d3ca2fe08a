"""How the tree is built from the parser's events, within bounds and without ever composing or constructing."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from footlights.facts import Diagnostic

from . import limits
from .characters import checked
from .nodes import Entry, Map, Node, Scalar, Seq
from .places import BOM, Lines, Span
from .saying import fault
from .syntax import syntax_fault

__all__ = ["build"]

_STRING = "tag:yaml.org,2002:str"
_VERSION = re.compile(r"\A((?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*%YAML[ \t]+1\.)\d(?=[ \t\r\n])")
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
_EXPLICIT_KEY = re.compile(r"\?[ \t\r\n]")


class _Stop(Exception):  # noqa: N818 - not an error of ours: the text can't be read on
    """The text can't be read on; the diagnostic says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.slug)
        self.diagnostic = diagnostic


class _Open:
    """A mapping or sequence whose end has not been seen yet."""

    __slots__ = ("anchor", "end", "entries", "flow", "is_map", "items", "key", "merges", "seen", "span")

    def __init__(self, is_map: bool, flow: bool, span: Span, anchor: str) -> None:
        self.is_map, self.flow, self.span, self.end, self.anchor = is_map, flow, span, span.end, anchor
        self.items: list[Node] = []
        self.entries: list[Entry] = []
        self.merges: list[Entry] = []
        self.key: Scalar | None = None
        self.seen: dict[str, int] = {}


def build(text: str, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a text and what is wrong with it; see `nodes.parse`."""
    body, stand_in, found = checked(text, file)
    if any(diagnostic.severity == "error" for diagnostic in found):
        return None, found
    builder = _Builder(text, file, stand_in)
    builder.found += found
    try:
        builder.take(_VERSION.sub(r"\g<1>2", body, count=1))
    except _Stop as stop:
        return None, (*builder.found, stop.diagnostic)
    if builder.root is None:
        builder.found.append(fault("file-empty", builder.lines.place(builder.lines.span(0, 0), file)))
    return builder.root, tuple(builder.found)


def _parser(body: str) -> Any:
    """The quick parser, or the slow one where there is no other."""
    import yaml

    return yaml.CLoader(body) if yaml.__with_libyaml__ else yaml.Loader(body)


class _Builder:
    """Takes events one by one; holds what is open, what anchors name, and what was found wrong."""

    def __init__(self, text: str, file: str, stand_in: str) -> None:
        self.text, self.file, self.stand_in = text, file, stand_in
        self.lines = Lines(text)
        self.shift = 1 if text.startswith(BOM) else 0
        self.explicit_keys = _EXPLICIT_KEY.search(text) is not None
        # the parser ends lines at these, editors do not
        self.own_lines = _OTHER_BREAKS.search(text) is not None
        self.root: Node | None = None
        self.found: list[Diagnostic] = []
        self.open: list[_Open] = []
        self.anchors: dict[str, Node | None] = {}
        self.nodes = self.aliases = self.documents = 0

    def take(self, body: str) -> None:
        """Take all events of a text; raises _Stop where it can't be read on."""
        import yaml

        takes: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar, yaml.MappingStartEvent: self._start_map, yaml.MappingEndEvent: self._end,
            yaml.SequenceStartEvent: self._start_seq, yaml.SequenceEndEvent: self._end, yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }  # fmt: skip
        parser = _parser(body)
        try:
            while (event := parser.get_event()) is not None and self.documents < 2:
                take = takes.get(event.__class__)
                if take is not None:
                    take(event)
        except yaml.YAMLError as error:
            raise _Stop(syntax_fault(error, self.lines, self.file, shift=self.shift)) from None
        finally:
            parser.dispose()

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._say("second-document", self._span(event))

    def _span(self, event: Any) -> Span:
        mark = event.start_mark
        start = mark.index + self.shift
        end = event.end_mark.index + self.shift
        if self.own_lines:
            return self.lines.span(start, end)
        return Span(start, end, mark.line + 1, mark.column + 1)

    def _say(self, slug: str, span: Span, **facts: object) -> None:
        if len(self.found) < 2 * limits.DIAGNOSTICS:
            self.found.append(fault(slug, self.lines.place(span, self.file), facts))

    def _stop(self, slug: str, span: Span, **facts: object) -> _Stop:
        return _Stop(fault(slug, self.lines.place(span, self.file), facts))

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > limits.NODES:
            raise self._stop("too-many-nodes", self._span(event), limit=limits.NODES)

    def _scalar(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > limits.NODES:
            raise self._stop("too-many-nodes", self._span(event), limit=limits.NODES)
        mark, anchor = event.start_mark, event.anchor or ""
        start, end = mark.index + self.shift, event.end_mark.index + self.shift
        line, column = self.lines.at(start) if self.own_lines else (mark.line + 1, mark.column + 1)
        node = Scalar(event.value, event.style or "", start, end, line, column, anchor)
        if node.style in ("|", ">") or event.tag is not None or self.stand_in or len(node.value) > limits.TEXT:
            node = self._odd(node, event.tag)
        if anchor:
            self.anchors[anchor] = node
        self._put(node, node.end)

    def _odd(self, node: Scalar, tag: str | None) -> Scalar:
        """The scalar as it should be, when it is a block text, has a tag, is too long, or may hold a stand-in."""
        value, style, end = node.value, node.style, node.end
        if style in ("|", ">"):
            end = node.start + len(self.text[node.start : end].rstrip())
        if self.stand_in:
            value = value.replace(self.stand_in, "")
        if len(value) > limits.TEXT:
            self._say("text-too-long", node.span, length=len(value), limit=limits.TEXT)
            value = value[: limits.TEXT]
        if tag is not None:
            if tag != _STRING:
                self._say("tag-not-allowed", node.span, tag=tag)
            style = style or "!"
        return node._replace(value=value, style=style, end=end)

    def _start_map(self, event: Any) -> None:
        self._start(event, True)

    def _start_seq(self, event: Any) -> None:
        self._start(event, False)

    def _start(self, event: Any, is_map: bool) -> None:
        self._count(event)
        top = self.open[-1] if self.open else None
        if len(self.open) >= limits.DEPTH:
            raise self._stop("too-deep", self._span(event), limit=limits.DEPTH)
        if top is not None and top.is_map and top.key is None:
            raise self._stop("complex-key", self._span(event))
        if event.tag is not None:
            self._say("tag-not-allowed", self._span(event), tag=event.tag)
        if event.anchor:
            self.anchors[event.anchor] = None
        self.open.append(_Open(is_map, bool(event.flow_style), self._span(event), event.anchor or ""))

    def _end(self, event: Any) -> None:
        top = self.open.pop()
        end = event.end_mark.index + self.shift if top.flow else top.end
        span = Span(top.span.start, end, top.span.line, top.span.column)
        if top.is_map:
            own = {entry.key.value for entry in top.entries}
            merged: dict[str, Entry] = {}
            for entry in top.merges:
                if entry.key.value not in own:
                    merged.setdefault(entry.key.value, entry)
            node: Node = Map(top.entries, top.flow, span, tuple(merged.values()), top.anchor)
        else:
            node = Seq(top.items, top.flow, span, top.anchor)
        if top.anchor:
            self.anchors[top.anchor] = node
        self._put(node, end)

    def _alias(self, event: Any) -> None:
        self._count(event)
        span = self._span(event)
        name = event.anchor
        self.aliases += 1
        if self.aliases > limits.ALIASES:
            raise self._stop("too-many-aliases", span, limit=limits.ALIASES)
        named = self.anchors.get(name)
        top = self.open[-1] if self.open else None
        if top is not None and top.is_map and top.key is None:
            raise self._stop("complex-key", span)
        if name not in self.anchors:
            self._say("unknown-alias", span, name=name)
            named = Scalar("", "", *span)
        if isinstance(named, Scalar):
            self._put(Scalar(named.value, named.style, *span, alias=name), span.end)
        elif isinstance(named, Map) and not named.merged and all(isinstance(entry.value, Scalar) for entry in named.entries):
            self._put(named._replace(span=span, anchor="", alias=name), span.end)
        else:
            self._say("alias-not-flat", span, name=name)
            self._put(Scalar("", "", *span, alias=name), span.end)

    def _put(self, node: Node, end: int) -> None:
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        top.end = end  # the last child's
        if not top.is_map:
            top.items.append(node)
        elif top.key is None:
            self._key(top, node)
        else:
            key, top.key = top.key, None
            self._entry(top, Entry(key, node))

    def _key(self, top: _Open, key: Node) -> None:
        assert isinstance(key, Scalar)  # collections and aliases as keys were refused before
        if len(key.value) > limits.KEY:
            raise self._stop("key-too-long", key.span, limit=limits.KEY)
        # only on the key's own line: the text of the line above may well end in a question mark
        line = self.text[max(0, key.start - 100) : key.start].rpartition("\n")[2]
        explicit = self.explicit_keys and line.rstrip().endswith("?")
        if explicit or key.style in ("|", ">"):
            raise self._stop("complex-key", key.span)
        top.key = key

    def _entry(self, top: _Open, entry: Entry) -> None:
        key = entry.key
        name = key.value
        if name == "<<" and not key.style:
            if self._merge(top, entry):
                top.entries.append(entry)
            return
        if not name.isascii():
            name = unicodedata.normalize("NFC", name)
        if name in top.seen:
            self._say("duplicate-key", key.span, name=name, line=top.seen[name])
            return
        top.seen[name] = key.line
        top.entries.append(entry)

    def _merge(self, top: _Open, entry: Entry) -> bool:
        """Take in what `<<` names: a flat mapping, or several in a list; the first one wins. False when it can't be."""
        named = entry.value.items if isinstance(entry.value, Seq) else [entry.value]
        for node in named:
            if isinstance(node, Scalar) and node.alias and not isinstance(self.anchors.get(node.alias), Scalar):
                return False  # what is wrong with the alias was said where it stands
            if not isinstance(node, Map) or node.merged or any(not isinstance(one.value, Scalar) for one in node.entries):
                self._say("bad-merge", entry.key.span)
                return False
            top.merges += node.entries
        return bool(named)
