"""Memory that was needed for a moment, given back."""

import contextlib
import ctypes
import sys

__all__ = ["give_memory_back"]


def give_memory_back() -> None:
    """The allocator keeps what a large document used, many times over, unless it is told (glibc only); it takes milliseconds."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
