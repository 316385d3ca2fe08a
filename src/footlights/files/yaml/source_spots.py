"""Where the elements of a file stand: the way to each one's node, and to what holds it."""

from collections.abc import Sequence
from typing import NamedTuple

from footlights.model import COLLECTIONS, MARK_KINDS, Address, Blueprint, Step, fields_of

from .nodes import Map, Node, Seq
from .notes import Notes
from .reader_drafts import Draft, title_key
from .reader_survey import LISTED, NAMED, STEP_MARKS, Survey
from .splice import Page, Path, alias_of

__all__ = ["ROOT_ORDER", "Spot", "Spots", "order_of", "surveyed"]

#: The keys of a file's mapping, in the order in which they are written.
ROOT_ORDER = ("footlights", *(field.key for field in fields_of(Blueprint)), *NAMED, "phases", "links", *LISTED)


class Spot(NamedTuple):
    """An element of the file: what the reader found, and the way to its node."""

    draft: Draft
    path: Path

    @property
    def node(self) -> Node:
        """Its mapping, or the text or nothing that stands for it."""
        return self.draft.node

    @property
    def title_key(self) -> str:
        """The key of the text that its short form spells."""
        return title_key(self.draft.collection)


class Spots:
    """All elements of a page, by their addresses and in reading order."""

    def __init__(self, page: Page, survey: Survey) -> None:
        self.survey = survey
        paths = _paths(page.root)
        self.by_address: dict[Address, Spot] = {}
        for drafts in self.survey.drafts.values():
            for draft in drafts:
                self.by_address[draft.address] = Spot(draft, paths[id(draft.node)])
        self.rows = tuple(sorted(self.survey.row_at, key=lambda id: self.survey.row_at[id]))

    def of(self, collection: str) -> list[Spot]:
        """The elements of a collection, in reading order."""
        return [self.by_address[draft.address] for draft in self.survey.drafts[collection]]

    def __getitem__(self, address: Address) -> Spot:
        return self.by_address[address.element()]


def surveyed(page: Page, blueprint: Blueprint) -> Spots:
    """All elements of a page that holds a blueprint."""
    root = page.root
    assert isinstance(root, Map)
    survey = Survey(root, Notes(page.text, ""))
    survey.named()
    survey.nested(blueprint.lanes)
    return Spots(page, survey)


def _paths(root: Node) -> dict[int, Path]:
    """The way to every node, by the node's identity."""
    found: dict[int, Path] = {}
    todo: list[tuple[Path, Node]] = [((), root)]
    while todo:
        path, node = todo.pop()
        found[id(node)] = path
        if alias_of(node):
            continue
        if isinstance(node, Map):
            todo += [((*path, entry.key.value), entry.value) for entry in node.entries]
        elif isinstance(node, Seq):
            todo += [((*path, number), item) for number, item in enumerate(node.items)]
    return found


def order_of(collection: str, rows: Sequence[str], *, listed: bool = True) -> tuple[str, ...]:
    """The keys of an element's mapping in the order in which they are written.

    `rows` are the ids of the rows from top to bottom; a link that is not `listed` stands at its source.
    """
    fields = tuple(field.key for field in fields_of(COLLECTIONS[collection]))
    if collection == "phases":
        return ("id", *fields, *MARK_KINDS, "steps")
    if collection == "steps":
        words = {"id", "to", *STEP_MARKS, *(field.key for field in fields_of(Step))}
        return ("id", *fields, *STEP_MARKS, *(row for row in rows if row not in words), "to")
    if collection == "cards":
        return ("id", *fields, *MARK_KINDS, "to")
    if collection == "agreements":
        return ("id", "sla", "xla", *(key for key in fields if key != "title"))
    if collection == "links" and not listed:
        return ("id", "card", "step", "to", *(key for key in fields if key not in ("from", "to")))
    return ("id", *fields)
