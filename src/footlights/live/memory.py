"""Memory that was needed for a moment, given back."""

import contextlib
import ctypes
import sys

__all__ = ["give_memory_back", "keep_memory_low"]

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # glibc's names for what `mallopt` sets
_LARGE = 128 << 10


def give_memory_back() -> None:
    """The allocator keeps what a large document used, many times over, unless it is told (glibc only); it takes milliseconds."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def keep_memory_low() -> None:
    """Have every large block taken from the system and given back to it, for as long as this process lives (glibc only).

    Left alone, glibc learns from the first board that passes through that such blocks are worth keeping: 10 MB a board.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            library = ctypes.CDLL(None)
            library.mallopt(_MMAP_THRESHOLD, _LARGE)
            library.mallopt(_TRIM_THRESHOLD, _LARGE)
