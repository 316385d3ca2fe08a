"""Our own reader of a Yjs update (version 1): what is in it is known, and bounded, before the shared document sees it.

An update comes from a stranger. The library that applies it trusts it more than we may: some malformed updates bring the process
down, or hang it, when the document is read later. So this reader goes over every byte first. It lets through well-formed items of
the few kinds that we use, whose parents and neighbours exist and can be what they are said to be, and nothing that would have to
wait for something that isn't there.
"""

from __future__ import annotations

from typing import NamedTuple

from .frames import Garbled

__all__ = ["ANY", "DELETED", "GC", "MAP", "SKIP", "STRING", "TEXT", "TYPE", "Id", "Piece", "Shape", "read_update"]

_MOST_NESTING = 32  # of lists and mappings within one value
_MOST_CLOCK = 2**31  # the server's library counts in 32 bits
_MOST_CLIENT = 2**53

GC, DELETED, STRING, TYPE, ANY, SKIP = 0, 1, 4, 7, 8, 10
MAP, TEXT = 1, 2  # what a TYPE can be

Id = tuple[int, int]


class Piece(NamedTuple):
    """One item, or a run of them: `kind` as on the wire; `parent` is an id, a root's name, or None where a neighbour tells."""

    clock: int
    length: int
    kind: int
    origin: Id | None
    right: Id | None
    parent: Id | str | None
    key: str | None  # of the map it stands in; None in a sequence, and where a neighbour tells
    makes: int  # the type it makes (map or text), else 0


class Shape(NamedTuple):
    """What an update brings: pieces by client, in order, and the ranges it deletes (client, clock, length)."""

    clients: dict[int, list[Piece]]
    deletes: list[tuple[int, int, int]]


def _number(data: bytes, at: int) -> tuple[int, int]:
    byte = data[at]
    if byte < 128:
        return byte, at + 1
    value, shift = byte & 127, 7
    at += 1
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
        if shift > 49:
            raise Garbled("a number is too long")


def _text(data: bytes, at: int) -> tuple[bytes, int]:
    length, at = _number(data, at)
    end = at + length
    if end > len(data):
        raise Garbled("a text is cut off")
    return data[at:end], end


def _checked(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise Garbled("a text is not UTF-8") from None


def _units(raw: bytes) -> int:
    """How many UTF-16 units a text has: so the clock counts."""
    if raw.isascii():
        return len(raw)
    text = _checked(raw)
    return len(text) + sum(1 for letter in text if letter > "\uffff")


_NESTED = frozenset({117, 118})  # a list, a mapping
_FIXED = {127: 0, 126: 0, 124: 4, 123: 8, 122: 8, 121: 0, 120: 0}


def _value(data: bytes, at: int, depth: int = 0) -> int:
    """The place behind one plain value."""
    kind = data[at]
    at += 1
    if kind == 119:
        raw, at = _text(data, at)
        if not raw.isascii():
            _checked(raw)
    elif kind in _FIXED:
        at += _FIXED[kind]
    elif kind == 125:  # a whole number: six bits and a sign, then seven each
        size = 1
        while data[at] > 127:
            at += 1
            size += 1
            if size > 8:
                raise Garbled("a number is too long")
        at += 1
    elif kind in _NESTED:
        if depth >= _MOST_NESTING:
            raise Garbled("a value is nested too deeply")
        count, at = _number(data, at)
        if count > len(data) - at:
            raise Garbled("a list is cut off")
        for _ in range(count):
            if kind == 118:
                raw, at = _text(data, at)
                _checked(raw)
            at = _value(data, at, depth + 1)
    elif kind == 116:
        _, at = _text(data, at)
    else:
        raise Garbled("there is no such kind of value")
    if at > len(data):
        raise Garbled("a value is cut off")
    return at


def _id(data: bytes, at: int) -> tuple[Id, int]:
    client, at = _number(data, at)
    clock, at = _number(data, at)
    return (client, clock), at


def _content(data: bytes, at: int, kind: int) -> tuple[int, int, int]:
    """Behind an item's head: its length in clock units, the type it makes, the place behind it."""
    if kind == STRING:
        raw, at = _text(data, at)
        return _units(raw), 0, at
    if kind == ANY:
        length, at = _number(data, at)
        if length > len(data) - at:
            raise Garbled("values are cut off")
        for _ in range(length):
            at = _value(data, at)
        return length, 0, at
    if kind == TYPE:
        made, at = _number(data, at)
        if made not in {MAP, TEXT}:
            raise Garbled("there are only maps and texts here")
        return 1, made, at
    if kind == DELETED:
        length, at = _number(data, at)
        return length, 0, at
    raise Garbled("an item of a kind that we don't use")


def _piece(data: bytes, at: int, client: int, clock: int) -> tuple[Piece, int]:
    info = data[at]
    at += 1
    if info in {GC, SKIP}:
        length, at = _number(data, at)
        return Piece(clock, length, info, None, None, None, None, 0), at
    origin = right = None
    parent: Id | str | None = None
    key = None
    if info & 0x80:
        origin, at = _id(data, at)
    if info & 0x40:
        right, at = _id(data, at)
    if not info & 0xC0:
        named, at = _number(data, at)
        if named == 1:
            raw, at = _text(data, at)
            parent = _checked(raw)
        elif named == 0:
            parent, at = _id(data, at)
        else:
            raise Garbled("a parent is neither a root nor an item")
        if info & 0x20:
            raw, at = _text(data, at)
            key = _checked(raw)
    kind = info & 0x1F
    length, makes, at = _content(data, at, kind)
    return Piece(clock, length, kind, origin, right, parent, key, makes), at


def read_update(data: bytes, most: int | None = None) -> Shape:
    """What an update says, each byte of it understood; `most` is how many items and deletions it may have. Raises Garbled.

    It doesn't look at what is known already: `Known.admit` does.
    """
    try:
        return _read(data, most if most is not None else len(data))
    except IndexError:
        raise Garbled("an update is cut off") from None


def _read(data: bytes, most: int) -> Shape:
    clients: dict[int, list[Piece]] = {}
    count, at = _number(data, 0)
    for _ in range(count):
        pieces, at = _number(data, at)
        client, at = _number(data, at)
        clock, at = _number(data, at)
        if client in clients or client >= _MOST_CLIENT or not pieces:
            raise Garbled("a client comes twice, or brings nothing")
        most -= pieces
        if most < 0:
            raise Garbled("more items than one update may have")
        run: list[Piece] = []
        for _ in range(pieces):
            piece, at = _piece(data, at, client, clock)
            run.append(piece)
            if not piece.length:
                raise Garbled("an item of no length")
            clock += piece.length
            if clock > _MOST_CLOCK:
                raise Garbled("a clock runs out")
        clients[client] = run
    deletes: list[tuple[int, int, int]] = []
    count, at = _number(data, at)
    for _ in range(count):
        client, at = _number(data, at)
        ranges, at = _number(data, at)
        most -= ranges
        if most < 0:
            raise Garbled("more deletions than one update may have")
        for _ in range(ranges):
            clock, at = _number(data, at)
            length, at = _number(data, at)
            if not length or clock + length > _MOST_CLOCK:
                raise Garbled("a deletion of nothing, or past the end of a clock")
            deletes.append((client, clock, length))
    if at != len(data):
        raise Garbled("there is something behind the update")
    return Shape(clients, deletes)
