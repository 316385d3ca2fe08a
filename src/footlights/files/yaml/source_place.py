"""Elements put in, taken out and moved, in the text: with the comments that are theirs, and beside those that are not."""

from collections.abc import Sequence
from typing import NamedTuple

from footlights.edits import Insert, place_of
from footlights.model import PLACES, Address, Blueprint, Card, Element, Link, Mark, Phase, Step

from .nodes import Map, Node, Scalar, Seq, parse
from .reader_survey import NAMED
from .sheet import Keys, element_sheet
from .source_put import as_mapping
from .source_spots import ROOT_ORDER, Spot, Spots, order_of
from .splice import Page, Path
from .splice_block import Piece
from .splice_content import Content, Style, after_key, as_list, behind_dash, inline
from .splice_tree import cut, drop, lift, make_list, piece_of, put_entry, put_entry_at, put_item, put_value, spelt
from .splice_values import element_content

__all__ = ["insert_element", "insert_run", "move_element", "remove_element", "verbatim_of"]


class _Home(NamedTuple):
    """What holds an element in the file: the mapping (of another element, or the file's own), and the key in it."""

    holder: Spot | None
    key: str
    order: tuple[str, ...]

    @property
    def mapping(self) -> Path:
        return self.holder.path if self.holder is not None else ()

    @property
    def path(self) -> Path:
        return (*self.mapping, self.key)


def verbatim_of(page: Page, spot: Spot) -> str:
    """The element's own text with its dash or key and its comments, those right above it among them."""
    return spelt(lift(page, spot.path))


def remove_element(page: Page, spot: Spot, style: Style, *, spare: bool = False) -> Page:
    """The page without an element; comments above it stay, those of a key that goes with it, and with `spare` its own too."""
    return drop(page, spot.path, style, whole=not spare, named=spot.draft.named)


def insert_element(page: Page, spots: Spots, after: Blueprint, operation: Insert, style: Style) -> Page:
    """The page with a new element, in the words of its `verbatim` when it has any; `after` is the blueprint with it."""
    address, element = operation.address, operation.element
    piece = piece_of(operation.verbatim) if operation.verbatim else None
    home = _home(spots, element, address.collection, listed=piece is not None and _names_its_source(piece))
    if home.holder is not None:
        page = as_mapping(page, home.holder, after, style)
    if piece is None:
        piece = Piece(_content(element, after, style, named=_by_name(page, home)))
    return _put(page, home, _index(page, spots, after, address, home), address, piece, style)


def insert_run(page: Page, spots: Spots, after: Blueprint, operations: Sequence[Insert], style: Style) -> Page | None:
    """The page with several new cards, each behind the one before it, in a cell that lists cards already.

    None when they don't go in all at once as they would one by one.
    """
    first = operations[0]
    home = _home(spots, first.element, "cards")
    held = _held(page, home)
    if not isinstance(held, Seq) or not held.items:
        return None
    contents = [_content(one.element, after, style, named=False) for one in operations]
    if not held.flow:
        lines = [line for content in contents for line in behind_dash(content, 0).split("\n")]
        piece = Piece(contents[-1], raw=tuple(lines))
    else:
        plain = all(content.short and content.flow[:1] not in ("", "{") and "\n" not in content.flow for content in contents)
        if not plain or held.span.line != held.items[-1].span.line:
            return None
        piece = Piece(inline(", ".join(content.flow for content in contents)))
    if any(content.open for content in contents):
        return None
    return put_item(page, home.path, _index(page, spots, after, first.address, home), piece, style)


def move_element(page: Page, spots: Spots, after: Blueprint, address: Address, style: Style) -> Page:
    """The page with an element where it stands in the blueprint `after`, with the comments in it and right above it."""
    spot, element = spots[address], after.element(address)
    assert element is not None
    home = _home(spots, element, address.collection)
    if home.holder is not None:
        page = as_mapping(page, home.holder, after, style)
    index = _index(page, spots, after, address, home)
    own = spot.path[-1]
    if spot.path[:-1] == home.path and ((isinstance(own, int) and own < index) or _number(page, spot.path) < index):
        index -= 1
    page, piece = cut(page, spot.path, style, named=spot.draft.named)
    return _put(page, home, index, address, piece, style)


def _home(spots: Spots, element: Element, collection: str, *, listed: bool = False) -> _Home:
    if isinstance(element, Step):
        return _Home(spots[Address("phases", element.phase)], "steps", order_of("phases", ()))
    if isinstance(element, Card):
        return _Home(spots[Address("steps", element.step)], element.lane, order_of("steps", spots.rows))
    if isinstance(element, Mark):
        holder = spots[Address.parse(element.on)]
        return _Home(holder, element.kind, order_of(holder.draft.collection, spots.rows))
    if isinstance(element, Link) and not listed:
        holder = next(spots[end] for name in PLACES if (end := Address(name, element.source)) in spots.by_address)
        return _Home(holder, "to", order_of(holder.draft.collection, spots.rows))
    return _Home(None, collection, ROOT_ORDER)


def _names_its_source(piece: Piece) -> bool:
    root, _ = parse("\n".join(piece.content.lines) + "\n")
    return isinstance(root, Map) and root.entry("from") is not None


def _held(page: Page, home: _Home) -> Node | None:
    """What stands under the key already; None when there is nothing."""
    node = page.at(home.mapping)
    assert isinstance(node, Map)
    entry = node.entry(home.key)
    return entry.value if entry is not None else None


def _by_name(page: Page, home: _Home) -> bool:
    return home.key in NAMED and home.holder is None and not isinstance(_held(page, home), Seq)


def _content(element: Element, blueprint: Blueprint, style: Style, *, named: bool) -> Content:
    """A new element as content: alone, for what hangs on it is put in after it."""
    value = element_sheet(element, blueprint if isinstance(element, Link) else Blueprint())
    if isinstance(value, Keys) and not named and not isinstance(element, Link) and all(key != "id" for key, _ in value.entries):
        value = Keys((("id", element.id), *value.entries))
    return element_content(value, style, wide=isinstance(element, (Phase, Step, Card)))


def _number(page: Page, path: Path) -> int:
    """At which number what is at a path stands in its mapping or list."""
    node = page.at(path[:-1])
    return [entry.key.value for entry in node.entries].index(str(path[-1])) if isinstance(node, Map) else int(path[-1])


def _index(page: Page, spots: Spots, after: Blueprint, address: Address, home: _Home) -> int:
    """At which number an element goes among those that its key holds."""
    sibling = place_of(after, address).after
    spot = spots.by_address.get(Address(address.collection, sibling)) if sibling is not None else None
    if spot is None:
        return 0
    if spot.path == home.path:
        return 1
    if spot.path[:-1] == home.path:
        return _number(page, spot.path) + 1
    held = _held(page, home)  # a link's sibling may stand elsewhere
    return len(held.items) if isinstance(held, Seq) else 1


def _put(page: Page, home: _Home, index: int, address: Address, piece: Piece, style: Style) -> Page:
    """The page with a piece under the key of its home, as number `index` of what stands there."""
    held = _held(page, home)
    if _by_name(page, home):
        if isinstance(held, Map) and held.entries:
            return put_entry_at(page, home.path, index, address.id, piece, style)
        return _begun(page, home, Piece(_named(address.id, piece, style)), style)
    if isinstance(held, Seq) and held.items:
        return put_item(page, home.path, index, piece, style)
    if held is None or isinstance(held, Seq) or (isinstance(held, Scalar) and held.empty):
        return _begun(page, home, _first(address, piece), style)
    texts = isinstance(held, Scalar) and not piece.content.flow.startswith("{")
    wide = not piece.content.short or bool(piece.above) or (address.collection == "cards" and not texts)
    page = make_list(page, home.path, style, wide=wide)
    return put_item(page, home.path, index, piece, style)


def _first(address: Address, piece: Piece) -> Piece:
    """The first of what a key will hold: marks and links alone, texts in brackets, all else on lines of its own."""
    if address.collection == "marks" or (address.collection == "links" and not piece.content.flow.startswith("{from")):
        return piece
    text = piece.content.short and not piece.content.flow.startswith("{")
    if address.collection == "cards" and text and not piece.above and not piece.below:
        return Piece(inline(f"[{piece.content.flow}]"))
    raw = piece.raw if not piece.key else ()
    return Piece(as_list(piece.content, piece.above, raw), below=piece.below)


def _named(id: str, piece: Piece, style: Style) -> Content:
    lines = piece.raw if piece.key == id and piece.raw else f"{id}:{after_key(piece.content, 0, style)}".split("\n")
    key = f'"{id}"' if style.json else id
    content = piece.content
    return Content((*piece.above, *lines), f"{{{key}: {content.flow}}}", "map", "", (*piece.above, *content.comments), content.open)


def _begun(page: Page, home: _Home, piece: Piece, style: Style) -> Page:
    if _held(page, home) is None:
        return put_entry(page, home.mapping, home.order, home.key, piece, style)
    return put_value(page, home.path, piece.content, style)
