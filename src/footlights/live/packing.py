"""What is known of a document as bytes, so that a room can open without going over every item that it ever had.

In them: a mark, and behind it, deflated, the salt and for each client its number, its clock and its runs (begins as four bytes each,
then sequences as eight, little-endian). Deletions are not in it: the document itself tells them.
"""

from __future__ import annotations

import operator
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from .frames import Garbled, read_number, written_number
from .sequences import SALT, SEQUENCES_END

__all__ = ["Runs", "Unpacked", "pack", "unpack"]

_MARK = b"known 1\n"
_LEVEL = 1  # 16 MB of a million moves become 3; more effort gains little
_MOST = 1 << 30  # bytes, inflated: sixty times a million moves
_BEGIN, _SEQUENCE = 4, 8

assert array("I").itemsize == _BEGIN
assert array("q").itemsize == _SEQUENCE


class Runs(NamedTuple):
    """A client's runs of items: at which clock each begins, and its sequence with what its first item makes."""

    begins: array[int]
    tags: array[int]


class Unpacked(NamedTuple):
    """What was in a pack."""

    salt: bytes
    vector: dict[int, int]
    runs: dict[int, Runs]


def pack(salt: bytes, vector: Mapping[int, int], runs: Mapping[int, Runs]) -> bytes:
    """What was known when the clocks were `vector`; runs that begin later are left out.

    Runs are only ever added behind those (or taken away again), so this may work in a thread while items come in.
    """
    deflate = zlib.compressobj(_LEVEL)
    parts = [_MARK, deflate.compress(salt + written_number(len(vector)))]
    for client, clock in sorted(vector.items()):
        begins, tags = runs[client]
        count = bisect_left(begins, clock)
        parts.append(deflate.compress(written_number(client) + written_number(clock) + written_number(count)))
        parts += [deflate.compress(_little(begins[:count])), deflate.compress(_little(tags[:count]))]
    return b"".join([*parts, deflate.flush()])


def unpack(data: bytes) -> Unpacked:
    """What was packed. Raises Garbled for anything that `pack` would not have written."""
    if not data.startswith(_MARK):
        raise Garbled("what is known is written in another way")
    inflate = zlib.decompressobj()
    try:
        body = inflate.decompress(data[len(_MARK) :], _MOST)
    except zlib.error:
        raise Garbled("what is known is damaged") from None
    if not inflate.eof or inflate.unused_data or len(body) < SALT:
        raise Garbled("what is known is cut off, or too long")
    salt, view = body[:SALT], memoryview(body)
    count, at = read_number(body, SALT)
    found = Unpacked(salt, {}, {})
    for _ in range(count):
        client, at = read_number(body, at)
        clock, at = read_number(body, at)
        length, at = read_number(body, at)
        end = at + length * (_BEGIN + _SEQUENCE)
        if client in found.vector or end > len(body):
            raise Garbled("a client comes twice, or its runs are cut off")
        middle = at + length * _BEGIN
        runs = Runs(_array("I", view[at:middle]), _array("q", view[middle:end]))
        _check(clock, runs)
        found.vector[client], found.runs[client] = clock, runs
        at = end
    if at != len(body):
        raise Garbled("there is something behind what is known")
    return found


def _check(clock: int, runs: Runs) -> None:
    begins, tags = runs
    if not begins or begins[0] or begins[-1] >= clock or not all(map(operator.lt, begins, islice(begins, 1, None))):
        raise Garbled("runs are not in order")
    if min(tags) < -1 or max(tags) >= SEQUENCES_END:
        raise Garbled("a run stands nowhere")


def _array(kind: str, data: memoryview) -> array[int]:
    made: array[int] = array(kind)
    made.frombytes(data)
    if sys.byteorder == "big":
        made.byteswap()
    return made


def _little(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()  # a copy: it came from a slice
    return numbers.tobytes()
