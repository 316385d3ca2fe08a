"""A number for each place where items can stand in a sequence, the same in every process that knows the document's salt.

Python's own hashes differ from process to process, and a plain sum of a client's numbers could be steered by a hostile client until two
places get the same one. So it is a sum over a prime field whose factors come from a secret salt, which is drawn once for a document and
kept with what is known of it: two places share a number by chance only, one time in 2^48. There is nothing in it but whole numbers and
BLAKE2, so every version of Python gives the same.
"""

from __future__ import annotations

import hashlib
import secrets

__all__ = ["SALT", "SEQUENCES_END", "Sequences"]

#: Bytes in a salt.
SALT = 32
#: Every number of a sequence is below this, and 0 or more.
SEQUENCES_END = 1 << 58

_PRIME = (1 << 61) - 1
_MASK = (1 << 48) - 1
_MOST_WORDS = 10_000  # whose numbers are remembered; a hostile client can think of any number of them


class Sequences:
    """The numbers of one document's sequences."""

    def __init__(self, salt: bytes | None = None) -> None:
        self.salt = secrets.token_bytes(SALT) if salt is None else salt
        self._client, self._clock, self._root = (self._keyed(b"factor", name) % _PRIME for name in (b"client", b"clock", b"root"))
        self._words: dict[str, int] = {}

    def number(self, parent: tuple[int, int] | str, key: str | None, kind: int, depth: int) -> int:
        """What it stands in (an item, or a root by name), behind a key or not, of which kind and how deep; the two lowest bits are free."""
        where = self._word(parent) * self._root if isinstance(parent, str) else parent[0] * self._client + parent[1] * self._clock
        if key is None:
            return (where % _PRIME & _MASK) << 10 | depth << 5 | kind << 2
        return ((where + self._word(key)) % _PRIME & _MASK) << 10 | depth << 5 | 1 << 4 | kind << 2

    def _word(self, word: str) -> int:
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            found = self._words[word] = self._keyed(b"word", word.encode())
        return found

    def _keyed(self, purpose: bytes, data: bytes) -> int:
        return int.from_bytes(hashlib.blake2b(data, digest_size=8, key=self.salt, person=purpose).digest(), "little")
