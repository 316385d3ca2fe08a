"""The frames on the wire: y-websocket's framing (lib0 numbers and lengths), and our own messages as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

__all__ = [
    "AWARENESS", "OURS", "QUERY", "STEP1", "STEP2", "SYNC", "UPDATE", "Frame", "Garbled",
    "awareness_frame", "ours_frame", "read_bytes", "read_frame", "read_number", "read_vector", "sync_frame", "written_bytes",
    "written_number", "written_vector",
]  # fmt: skip

SYNC, AWARENESS, AUTH, QUERY, OURS = 0, 1, 2, 3, 4
STEP1, STEP2, UPDATE = 0, 1, 2

#: Numbers on the wire are whole and at most 2⁵³−1, as in JavaScript: eight bytes of seven bits.
_MOST_BYTES = 8


class Garbled(Exception):  # noqa: N818 - what it is, not that it is an error
    """Bytes from outside that are not what they should be; the message is for the log, not for people."""


class Frame(NamedTuple):
    """One message: what it is, for SYNC which step, and what it carries (for OURS the JSON text's bytes)."""

    kind: int
    step: int
    body: bytes


def read_number(data: bytes, at: int) -> tuple[int, int]:
    """The variable-length number at `at` and the place behind it; raises Garbled."""
    value = shift = 0
    for place in range(at, min(at + _MOST_BYTES, len(data))):
        byte = data[place]
        value |= (byte & 127) << shift
        if byte < 128:
            return value, place + 1
        shift += 7
    raise Garbled("a number is cut off or too long")


def read_bytes(data: bytes, at: int) -> tuple[bytes, int]:
    """The length-prefixed bytes at `at` and the place behind them; raises Garbled."""
    length, at = read_number(data, at)
    if at + length > len(data):
        raise Garbled("bytes are cut off")
    return data[at : at + length], at + length


def written_number(value: int) -> bytes:
    """A whole number of 0 or more as variable-length bytes."""
    if value < 128:
        return bytes((value,))
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def written_bytes(data: bytes) -> bytes:
    """Bytes with their length before them."""
    return written_number(len(data)) + data


def read_frame(data: bytes) -> Frame:
    """The one message a frame holds; kinds we don't know come back with an empty body. Raises Garbled."""
    kind, at = read_number(data, 0)
    step = 0
    if kind == SYNC:
        step, at = read_number(data, at)
        if step > UPDATE:
            raise Garbled("there is no such step")
    elif kind not in {AWARENESS, OURS}:
        return Frame(kind, 0, b"")
    body, at = read_bytes(data, at)
    if at != len(data):
        raise Garbled("there is something behind the message")
    return Frame(kind, step, body)


def sync_frame(step: int, body: bytes) -> bytes:
    """A frame with a state vector (STEP1) or an update (STEP2, UPDATE)."""
    return bytes((SYNC, step)) + written_number(len(body)) + body


def awareness_frame(body: bytes) -> bytes:
    """A frame with people's presence."""
    return bytes((AWARENESS,)) + written_number(len(body)) + body


def ours_frame(message: Mapping[str, Any]) -> bytes:
    """A frame with one of our own messages."""
    return bytes((OURS,)) + written_bytes(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode())


def read_vector(data: bytes) -> dict[int, int]:
    """A state vector, client → clock; raises Garbled."""
    count, at = read_number(data, 0)
    if count > len(data):
        raise Garbled("a state vector is cut off")
    vector = {}
    for _ in range(count):
        client, at = read_number(data, at)
        vector[client], at = read_number(data, at)
    return vector


def written_vector(vector: Mapping[int, int]) -> bytes:
    """A state vector as bytes, in the order of the clients."""
    return written_number(len(vector)) + b"".join(written_number(n) for pair in sorted(vector.items()) for n in pair)
