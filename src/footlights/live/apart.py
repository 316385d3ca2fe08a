"""Work in a process of its own: what ends it, or takes too long, ends or delays nobody else."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence

from .frames import written_bytes

__all__ = ["be_modest", "run_apart"]

_PATIENCE_S = 30.0


def be_modest() -> None:
    """Let everybody else go first: this process does what nobody waits for."""
    with contextlib.suppress(AttributeError, OSError):
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)


async def run_apart(module: str, parts: Sequence[bytes], seconds: float = _PATIENCE_S) -> bytes | None:
    """What one of our modules writes when it is run with these parts; None when it fails, dies or takes too long."""
    paths = os.pathsep.join(path for path in sys.path if path)
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    try:
        answer, _ = await asyncio.wait_for(child.communicate(b"".join(map(written_bytes, parts))), seconds)
    except TimeoutError:
        child.kill()
        await child.wait()
        return None
    except (BrokenPipeError, ConnectionResetError):
        await child.wait()
        return None
    except asyncio.CancelledError:
        child.kill()
        raise
    return answer if child.returncode == 0 else None
