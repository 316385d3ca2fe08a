"""The YAML tree: scalars, mappings and sequences as they stand in the text, each with its exact span."""

from typing import NamedTuple, Union

from footlights.facts import Diagnostic

from .places import Lines, Span

__all__ = ["Entry", "Lines", "Map", "Node", "Scalar", "Seq", "Span", "parse"]

#: What a plain scalar may be when nothing is meant.
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


class Scalar(NamedTuple):
    """One text. `style` is how it stands there: "" plain, ' or " quoted, | or > block, ! plain with the tag !!str.

    The span holds the quotes, an anchor and a tag; that of a block text ends behind its last line that is not blank.
    `anchor` is the name given to it (`&name`), `alias` the name it is called by where it stands elsewhere (`*name`); the
    span of an alias is that of the alias.
    """

    value: str
    style: str
    # the span's four numbers, and not the span: of these there are a hundred thousand
    start: int
    end: int
    line: int
    column: int
    anchor: str = ""
    alias: str = ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end, self.line, self.column)

    @property
    def plain(self) -> bool:
        """Whether it stands without quotes, so that a field may read it as a number, true, false or nothing."""
        return self.style == ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands there: `key:`, `~` or `null` without quotes."""
        return self.style == "" and self.value in NOTHING


class Entry(NamedTuple):
    """A key and its value, as they stand in a mapping."""

    key: Scalar
    value: "Node"


class Map(NamedTuple):
    """A mapping. `entries` stand in the text here (`<<` among them); `merged` come from what `<<` names, unless overruled."""

    entries: list[Entry]
    flow: bool
    span: Span
    merged: tuple[Entry, ...] = ()
    anchor: str = ""
    alias: str = ""

    def get(self, key: str) -> "Node | None":
        """The value of a key, from this mapping or from what it merges; None when there is no such key."""
        return next((entry.value for entry in (*self.entries, *self.merged) if entry.key.value == key), None)

    def entry(self, key: str) -> Entry | None:
        """The entry of a key that stands in this mapping itself, or None."""
        return next((entry for entry in self.entries if entry.key.value == key), None)


class Seq(NamedTuple):
    """A sequence."""

    items: "list[Node]"
    flow: bool
    span: Span
    anchor: str = ""


Node = Union[Scalar, Map, Seq]  # noqa: UP007 - forward references


def parse(text: str, file: str = "<text>") -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a YAML text and what is wrong with it as YAML; no tree when it can't be read on, or when it is empty.

    Bounded (see `limits`): a hostile text costs no more than its length. Nothing is raised. Duplicate keys are errors;
    the first one counts and the second is left out of the tree.
    """
    from .build import build

    return build(text, file)
