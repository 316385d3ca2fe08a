"""A line on the terminal that says how far it is, for work that takes its time."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

from .voice import Voice

__all__ = ["watched"]

T = TypeVar("T")

#: Seconds before anything is said, and between two times.
_PATIENCE, _PACE = 1.0, 0.1


def watched(things: Sequence[T], voice: Voice, key: str) -> Iterator[T]:
    """The things one by one; when that takes over a second, a terminal shows the phrase `key` with {done} and {all}."""
    if voice.quiet or not sys.stderr.isatty():
        yield from things
        return
    started = said = time.monotonic()
    shown = False
    try:
        for done, thing in enumerate(things):
            now = time.monotonic()
            if now - started > _PATIENCE and now - said > _PACE:
                said, shown = now, True
                print(f"\r\033[K{voice.phrase(key, done=done, all=len(things))}", end="", file=sys.stderr, flush=True)
            yield thing
    finally:
        if shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
