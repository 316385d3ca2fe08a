"""Work that takes its time, done beside the loop: reading, comparing and splicing texts."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

__all__ = ["apart"]

P = ParamSpec("P")
T = TypeVar("T")


async def apart(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What `work` gives, worked out in a thread, so that sockets and other requests go on meanwhile."""
    return await asyncio.to_thread(work, *args, **kwargs)
