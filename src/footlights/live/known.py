"""What a room knows of its shared document: enough to tell whether an update fits, without asking the document.

For each client it keeps where runs of items begin and in which sequence they stand (a text's letters, or the values behind one key
of a map). That answers three questions about an item in a new update: is all that it builds on here; can its parent be a parent; do
its neighbours stand where it wants to stand. Two numbers for each run are enough, so a big board costs a few hundred kilobytes.
They can be packed and kept beside a snapshot; then the room needn't go over the snapshot's items to open.
"""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from .frames import Garbled
from .packing import Runs, pack, unpack
from .sequences import Sequences
from .structure import ANY, DELETED, GC, MAP, SKIP, STRING, TEXT, TYPE, Id, Piece, Shape

__all__ = ["FRESH", "MIXED", "MOST_DEPTH", "NOTHING", "Known", "Missing"]

#: What an update brought: nothing, only what wasn't known, or that among what was.
NOTHING, FRESH, MIXED = 0, 1, 2

#: Types within types: ours go two deep (an element in its collection, a text in the element).
MOST_DEPTH = 16

_ROOT = 0
_EMPTIED = 3  # beside MAP and TEXT: deleted, and forgotten what it was; what is added to it is gone too
_BLANK = -1  # collected: nothing is known any more of where it stood, and nothing can stand beside it


class Missing(Exception):  # noqa: N818 - what it is, not that it is an error
    """The update is sound, but builds on something that isn't here (yet)."""


def _depth(tag: int) -> int:
    return tag >> 5 & 31


class Known:
    """The clocks, the runs and the deletions of a document, as updates were admitted."""

    def __init__(self, salt: bytes | None = None) -> None:
        self.vector: dict[int, int] = {}
        self._sequences = Sequences(salt)
        self._starts: dict[int, array[int]] = {}
        self._tags: dict[int, array[int]] = {}  # a sequence, and in the two lowest bits the type that the item makes
        self._gone: dict[int, tuple[list[int], list[int]]] = {}  # begins and ends of what is deleted

    def packed(self, vector: Mapping[int, int]) -> bytes:
        """What was known when the clocks were `vector`, without the deletions; it may be done in a thread while items come in."""
        return pack(self._sequences.salt, vector, {client: Runs(self._starts[client], self._tags[client]) for client in vector})

    @classmethod
    def unpacked(cls, data: bytes) -> Known:
        """What was packed; the deletions are still to be admitted. Raises Garbled for bytes that are anything else."""
        salt, vector, runs = unpack(data)
        made = cls(salt)
        made.vector = vector
        for client, (begins, tags) in runs.items():
            made._starts[client], made._tags[client] = begins, tags
        return made

    def admit(self, shape: Shape) -> int:
        """Take an update's items and deletions for known; NOTHING, FRESH or MIXED.

        Raises Missing when it builds on what isn't here, Garbled when an item can't stand where it says; nothing is known of it then.
        """
        before = {client: (len(self._starts.get(client, ())), self.vector.get(client)) for client in shape.clients}
        again = any(run[0].clock < (before[client][1] or 0) for client, run in shape.clients.items())
        try:
            news = self._items(shape.clients)
            for client, clock, length in shape.deletes:
                if clock + length > self.vector.get(client, 0):
                    raise Missing
        except (Missing, Garbled):
            self._forget(before)
            raise
        for client, clock, length in shape.deletes:
            news |= self._delete(client, clock, clock + length)
        return NOTHING if not news else MIXED if again else FRESH

    def brings(self, shape: Shape) -> bool:
        """Would this update change anything? It is not taken for known."""
        return any(run[-1].clock + run[-1].length > self.vector.get(client, 0) for client, run in shape.clients.items()) or any(
            not self._is_gone(client, clock, clock + length) for client, clock, length in shape.deletes
        )

    def _forget(self, before: dict[int, tuple[int, int | None]]) -> None:
        for client, (runs, clock) in before.items():
            if clock is None:
                for kept in (self.vector, self._starts, self._tags):
                    kept.pop(client, None)
            else:
                self.vector[client] = clock
                del self._starts[client][runs:], self._tags[client][runs:]

    def _items(self, clients: dict[int, list[Piece]]) -> bool:
        if len(clients) == 1:  # a keystroke
            ((client, run),) = clients.items()
            news = False
            for piece in run:
                if self._lacks(client, piece) is not None:
                    raise Missing
                news |= self._place(client, piece)
            return news
        return self._items_of_many(clients)

    def _items_of_many(self, clients: dict[int, list[Piece]]) -> bool:
        """Each client's items in order, each after what it builds on, whatever the order of the clients."""
        news, at, waiting = False, dict.fromkeys(clients, 0), dict[int, list[tuple[int, int]]]()
        ready = list(clients)
        while ready:
            client = ready.pop()
            run = clients[client]
            for piece in _from(run, at[client]):
                lacking = self._lacks(client, piece)
                if lacking is not None:
                    heapq.heappush(waiting.setdefault(lacking[0], []), (lacking[1], client))
                    break
                news |= self._place(client, piece)
                at[client] += 1
            heap, clock = waiting.get(client), self.vector.get(client, 0)
            while heap and heap[0][0] < clock:
                ready.append(heapq.heappop(heap)[1])
        if any(at[client] < len(run) for client, run in clients.items()):
            raise Missing
        return news

    def _lacks(self, client: int, piece: Piece) -> Id | None:
        """What a piece needs and isn't here; None when nothing."""
        vector = self.vector
        here = vector.get(client, 0)
        if piece.clock > here:
            return (client, piece.clock - 1)
        if piece.kind == SKIP and piece.clock + piece.length > here:
            return (client, piece.clock + piece.length)  # nothing may follow what isn't here
        for other in (piece.origin, piece.right, piece.parent):
            if other is not None and type(other) is tuple:
                if other[0] == client and other[1] >= piece.clock:
                    raise Garbled("an item comes before what it stands beside or in")
                if other[1] >= vector.get(other[0], 0):
                    return other
        return None

    def _place(self, client: int, piece: Piece) -> bool:
        """Note where a piece stands; False when it was known."""
        here = self.vector.get(client, 0)
        end = piece.clock + piece.length
        if end <= here:
            return False
        tag = _BLANK if piece.kind == GC else self._stands(piece)
        if tag != _BLANK:
            _fits(piece, tag)
        starts, tags = self._starts.get(client), self._tags.get(client)
        if starts is None or tags is None:
            starts = self._starts[client] = array("I")
            tags = self._tags[client] = array("q")
        makes = _EMPTIED if piece.kind == DELETED else piece.makes
        if not tags or tags[-1] != tag or makes:
            starts.append(here)
            tags.append(tag | makes)
        self.vector[client] = end
        return True

    def _stands(self, piece: Piece) -> int:
        """The sequence a piece stands in."""
        if piece.parent is not None:
            return self._within(piece.parent, piece.key)
        if piece.origin is None:
            left = right = self._tag(piece.right)
        else:
            left = self._tag(piece.origin)
            right = left if piece.right is None else self._tag(piece.right)
        if _BLANK in {left, right}:
            return _BLANK
        if left & ~3 != right & ~3 or piece.origin == piece.right:
            raise Garbled("an item's two neighbours stand in different places")
        return left & ~3

    def _within(self, parent: Id | str, key: str | None) -> int:
        if isinstance(parent, str):
            return self._sequences.number(parent, key, _ROOT, 0)
        tag = self._tag(parent)
        if tag == _BLANK:
            return _BLANK
        kind, depth = tag & 3, _depth(tag) + 1
        if not kind:
            raise Garbled("an item stands in something that holds nothing")
        if depth > MOST_DEPTH:
            raise Garbled("types are nested too deeply")
        return _BLANK if kind == _EMPTIED else self._sequences.number(parent, key, kind, depth)

    def _tag(self, item: Id | None) -> int:
        if item is None:
            return _BLANK
        place = bisect_right(self._starts[item[0]], item[1]) - 1
        return self._tags[item[0]][place]

    def _is_gone(self, client: int, begin: int, end: int) -> bool:
        begins, ends = self._gone.get(client, ((), ()))
        place = bisect_right(begins, begin) - 1
        return place >= 0 and ends[place] >= end

    def _delete(self, client: int, begin: int, end: int) -> bool:
        """Note a deletion; False when it was known."""
        if self._is_gone(client, begin, end):
            return False
        begins, ends = self._gone.setdefault(client, ([], []))
        first, last = bisect_left(ends, begin), bisect_right(begins, end)
        if first < last:
            begin, end = min(begin, begins[first]), max(end, ends[last - 1])
        begins[first:last], ends[first:last] = [begin], [end]
        return True


def _from(run: Sequence[Piece], place: int) -> Iterator[Piece]:
    while place < len(run):
        yield run[place]
        place += 1


def _fits(piece: Piece, tag: int) -> None:
    """Raises Garbled when a piece can't stand in that sequence."""
    keyed, holder, kind = tag >> 4 & 1, tag >> 2 & 3, piece.kind
    if keyed:
        fits = holder != TEXT and (kind in {TYPE, DELETED} or (kind == ANY and piece.length == 1))
    elif holder == _ROOT:
        fits = True
    else:
        fits = holder == TEXT and kind in {STRING, DELETED}
    if not fits:
        raise Garbled("an item stands where its kind can't stand")


assert max(MAP, TEXT) < _EMPTIED  # they live in two bits
