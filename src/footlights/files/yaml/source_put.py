"""Another value in a field, in the text: only what changes is exchanged."""

from collections.abc import Sequence
from typing import Any

from footlights.edits import value_at
from footlights.model import COLLECTIONS, Address, Blueprint, FootlightsError, field_named

from .nodes import Map, Scalar, Seq
from .plain import truth_in
from .sheet import Items, Keys, Leaf, Value, value_sheet
from .source_spots import ROOT_ORDER, Spot, Spots, order_of
from .splice import Page, Path, alias_of
from .splice_block import Piece
from .splice_content import Style
from .splice_tree import drop, make_map, put_entry, put_entry_at, put_item, put_value
from .splice_values import content_of

__all__ = ["as_mapping", "put_field", "write_id"]

#: Elements whose fields get a line each.
WIDE = ("phases", "steps", "cards")


def put_field(page: Page, spots: Spots, before: Blueprint, address: Address, value: Any, style: Style) -> Page:
    """The page with another value in a field; None takes it away."""
    kind: type = COLLECTIONS.get(address.collection, Blueprint)
    field = field_named(kind, address.field)
    assert field is not None  # the operation was applied to the blueprint before
    old, new = (None if each in (None, ()) else value_sheet(field, each) for each in (value_at(before, address), value))
    if not address.id:
        return _put(page, (), ROOT_ORDER, field.key, old, new, style)
    spot = spots[address]
    key = field.key
    if address.collection == "agreements" and field.title:
        key, old, new = before.agreements[address.id].kind, old or Leaf("true"), new or Leaf("true")
    stays = isinstance(new, str) or new is None
    if isinstance(spot.node, Scalar) and field.title and stays and address.collection != "links":
        return put_value(page, spot.path, content_of(Keys(()) if new is None else new, style), style)
    page = as_mapping(page, spot, before, style)
    order = order_of(address.collection, spots.rows, listed=spot.draft.parent is None)
    return _put(page, spot.path, order, key, old, new, style)


def as_mapping(page: Page, spot: Spot, blueprint: Blueprint, style: Style) -> Page:
    """The page with an element as a mapping, whose short form held a text or nothing."""
    node, draft = spot.node, spot.draft
    if isinstance(node, Map):
        page.own(node)
        return page
    assert isinstance(node, Scalar)
    if draft.collection == "links":
        target = blueprint.links[draft.id].target
        return make_map(page, spot.path, "card" if target in blueprint.cards else "step", style, wide=False)
    if node.empty or (draft.collection == "marks" and truth_in(node)):
        name = ((spot.title_key, draft.id),) if draft.named and draft.collection != "lanes" else ()
        return put_value(page, spot.path, content_of(Keys(name), style), style)
    return make_map(page, spot.path, spot.title_key, style, wide=draft.collection in WIDE)


def write_id(page: Page, spot: Spot, blueprint: Blueprint, style: Style) -> Page:
    """The page with the id of an element written down."""
    if spot.draft.named:
        raise FootlightsError(f"{spot.draft.id!r} has a name that can't be an id", "mend that first")
    page = as_mapping(page, spot, blueprint, style)
    node = page.at(spot.path)
    assert isinstance(node, Map)
    content = content_of(spot.draft.id, style)
    if node.entry("id") is not None:
        return put_value(page, (*spot.path, "id"), content, style)
    return put_entry_at(page, spot.path, 0, "id", Piece(content), style)


def _put(page: Page, path: Path, order: Sequence[str], key: str, old: Value | None, new: Value | None, style: Style) -> Page:
    if old == new:
        return page
    node = page.at(path)
    assert isinstance(node, Map)
    page.own(node)
    there = node.entry(key)
    if there is None:
        if new is None:
            raise FootlightsError(f"line {node.span.line}: {key!r} comes from a merge (<<)", "write the mapping out there first")
        return put_entry(page, path, order, key, Piece(content_of(new, style)), style)
    if new is None:
        return drop(page, (*path, key), style, whole=False)
    return _exchanged(page, (*path, key), old, new, style)


def _exchanged(page: Page, path: Path, old: Value | None, new: Value, style: Style) -> Page:
    """The page with `new` where `old` stands; mappings and lists keep what stays the same in them."""
    if old == new:
        return page
    node = page.at(path)
    if isinstance(node, Map) and isinstance(old, Keys) and isinstance(new, Keys) and not alias_of(node):
        before, after = [key for key, _ in old.entries], [key for key, _ in new.entries]
        stays = [key for key in before if key in after]
        if stays and stays == [key for key in after if key in before] and all(node.entry(key) for key in before):
            return _mapping_exchanged(page, path, old, new, style)
    if isinstance(node, Seq):
        were, are = _items(old), _items(new)
        if were and are and len(node.items) == len(were):
            return _list_exchanged(page, path, were, are, style)
    return put_value(page, path, content_of(new, style), style)


def _items(value: Value | None) -> tuple[Value, ...]:
    """A list as it may be written: one item needs no brackets."""
    return value.items if isinstance(value, Items) else (value,) if isinstance(value, str) else ()


def _mapping_exchanged(page: Page, path: Path, old: Keys, new: Keys, style: Style) -> Page:
    before, after = dict(old.entries), dict(new.entries)
    for key in before:
        if key not in after:
            page = drop(page, (*path, key), style, whole=False)
    for key, value in new.entries:
        page = _put(page, path, list(after), key, before.get(key), value, style)
    return page


def _list_exchanged(page: Page, path: Path, old: Sequence[Value], new: Sequence[Value], style: Style) -> Page:
    """Items that differ between those that begin and end alike are exchanged in their places, then put in or taken out."""
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - start
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    middle, wanted = len(old) - tail, new[start : len(new) - tail]
    for at in range(middle - 1, start + len(wanted) - 1, -1):
        page = drop(page, (*path, at), style, whole=False)
    for at, value in enumerate(wanted, start):
        content = content_of(value, style)
        page = put_value(page, (*path, at), content, style) if at < middle else put_item(page, path, at, Piece(content), style)
    return page
