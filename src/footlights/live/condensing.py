"""A snapshot: all that stands in the log as one update, without what nobody can see any more.

Merging updates keeps every value that was ever overwritten, so a board that is dragged about would grow for ever. A document that has
taken everything in knows what can go. But a document also leaves out what still waits for its predecessors; so what comes out is
believed only if its clocks are exactly those that the log's entries add up to, and if it reads back the same. The entries themselves
are never thrown away for it: the log packs them.

Run as a program it does the same with length-prefixed updates from its input: for large documents in a process of their own, so that
nobody who types has to wait.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from .apart import be_modest, run_apart
from .frames import Garbled, read_bytes, read_vector, written_vector
from .shared import Shared, Unreadable, merge

__all__ = ["condensed"]

_LARGE = 100_000  # bytes that take a few milliseconds


async def condensed(updates: Sequence[bytes], vector: Mapping[int, int]) -> bytes:
    """One update for all of them, whose clocks are `vector`. Raises Garbled when they aren't: then something would be missing."""
    if sum(map(len, updates)) < _LARGE:
        return _condensed(updates, vector)
    answer = await run_apart("footlights.live.condensing", [written_vector(vector), *updates])
    if not answer:
        raise Garbled("a snapshot could not be made apart")
    return answer


def _condensed(updates: Sequence[bytes], vector: Mapping[int, int]) -> bytes:
    merged = merge(updates)
    whole = Shared(merged)
    if read_vector(whole.state_vector()) != vector:
        raise Garbled("the entries add up to something else than what stands here")
    state = whole.update_since(None)
    try:
        again = Shared(state)
    except Unreadable:  # after a hostile deletion a document may write what no other can read (pycrdt 0.14.13)
        return merged
    same = again.update_since(None) == state and read_vector(again.state_vector()) == vector
    return state if same else merged


def main() -> None:
    """Read, condense, write; nothing is written when it can't be done."""
    be_modest()
    data, at = sys.stdin.buffer.read(), 0
    parts = []
    while at < len(data):
        part, at = read_bytes(data, at)
        parts.append(part)
    try:
        sys.stdout.buffer.write(_condensed(parts[1:], read_vector(parts[0])))
    except (Garbled, Unreadable) as trouble:
        sys.exit(str(trouble))


if __name__ == "__main__":
    main()
