"""What may become part of a document: updates are read and checked against what is known, small ones at once, large ones in a thread."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from .known import Known
from .memory import give_memory_back
from .structure import Shape, read_update

__all__ = ["Admission"]

#: Larger updates are read in a thread, one at a time, so that nobody waits for somebody else's paste.
_LARGE = 32 << 10
_reading = ThreadPoolExecutor(1, "footlights-reading")


class Admission:
    """The door of one document. `known` is all that was let in, committed or not."""

    def __init__(self) -> None:
        self.known = Known()
        self._gate = asyncio.Lock()

    def quick(self, size: int) -> bool:
        """Is an update of this size read at once? Not while a large one is on its way in: it came first."""
        return size < _LARGE and not self._gate.locked()

    def admit_now(self, update: bytes, most: int | None) -> int:
        """As `admit`, for an update that is read at once."""
        return self.known.admit(read_update(update, most))

    def brings_now(self, update: bytes, most: int | None) -> bool:
        """As `brings`, for an update that is read at once."""
        return self.known.brings(read_update(update, most))

    async def admit(self, update: bytes, most: int | None) -> int:
        """Check an update and count it as known: NOTHING, FRESH or MIXED. Raises Garbled or Missing; then it isn't known.

        `most` is how many items and deletions it may have.
        """
        shape = await self._shape(update, most)
        if self.quick(len(update)):
            return self.known.admit(shape)
        async with self._gate:
            if len(update) < _LARGE:
                return self.known.admit(shape)
            try:
                return await asyncio.get_running_loop().run_in_executor(_reading, self.known.admit, shape)
            finally:
                del shape
                _reading.submit(give_memory_back)

    async def brings(self, update: bytes, most: int | None) -> bool:
        """Would this update change anything? It is not taken for known. Raises Garbled."""
        return self.known.brings(await self._shape(update, most))

    async def _shape(self, update: bytes, most: int | None) -> Shape:
        if len(update) < _LARGE:
            return read_update(update, most)
        return await asyncio.get_running_loop().run_in_executor(_reading, read_update, update, most)
