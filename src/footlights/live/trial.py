"""A process that takes in updates and reads the document: if one of them ends it, it has ended only this.

It reads length-prefixed updates from its input. Exit code 0: all was well.
"""

from __future__ import annotations

import sys

from .frames import read_bytes
from .projection import blueprint_of
from .shared import Shared, Unreadable

_MEMORY = 2 << 30
_CPU_S = 25


def main() -> None:
    """Take in, read, and leave."""
    _limit()
    data, at, shared = sys.stdin.buffer.read(), 0, Shared()
    while at < len(data):
        update, at = read_bytes(data, at)
        try:
            shared.apply(update)
        except Unreadable:
            continue  # refused in an orderly way: that is no danger
    blueprint_of(shared)
    shared.update_since(None)


def _limit() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
