"""A pause for Python's garbage collector, for work that makes many plain values and no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collection_paused"]


@contextmanager
def collection_paused() -> Iterator[None]:
    """No collection inside the block: it would only look at the same growing heap again and again (up to half of the time).

    Memory without cycles is given back as always. Whoever has switched the collector off finds it off afterwards.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
