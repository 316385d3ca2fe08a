"""Many files examined at once, in several processes where that pays, and told in the order in which they were asked for."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from footlights.cli.progress import watched
from footlights.cli.voice import Voice

from .examined import Checked, Task, examined

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["examined_all"]

#: From how many files on several processes are worth their start, and how many files one of them is handed at a time.
_MANY, _HANDFUL = 20, 8
_MOST_HANDS = 8


def examined_all(tasks: Sequence[Task], voice: Voice) -> Iterator[Checked]:
    """What is to be said of every file, in the order of the tasks; a terminal is told how far it is.

    Where no second process can be had, or one of them is lost, this one does the work.
    """
    with _hands(len(tasks)) as hands:
        remote = _remote(hands, [task for task in tasks if task.path != "-"])
        for task in watched(tasks, voice, "progress.check"):
            yield examined(task) if task.path == "-" or remote is None else next(remote)


def _remote(hands: Executor | None, tasks: Sequence[Task]) -> Iterator[Checked] | None:
    return None if hands is None else _handed_out(hands, tasks)


def _handed_out(hands: Executor, tasks: Sequence[Task]) -> Iterator[Checked]:
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        for checked in hands.map(examined, tasks, chunksize=_HANDFUL):
            done += 1
            yield checked
    except (BrokenProcessPool, OSError):
        yield from map(examined, tasks[done:])


@contextmanager
def _hands(tasks: int) -> Iterator[Executor | None]:
    """Processes to hand files to; None where they would not pay or can't be had. Whatever happens, none is left behind."""
    many = min(_cores(), tasks // _HANDFUL, _MOST_HANDS)
    hands = _started(many) if tasks >= _MANY and many > 1 else None
    if hands is None:
        yield None
        return
    try:
        yield hands
    except BaseException:
        hands.shutdown(wait=False, cancel_futures=True)
        raise
    hands.shutdown()


def _started(many: int) -> Executor | None:
    try:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        ways = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
        if hasattr(context, "set_forkserver_preload"):
            context.set_forkserver_preload(["footlights.cli.checking.ready"])
        return ProcessPoolExecutor(many, context, initializer=_as_a_hand)
    except (ImportError, OSError, ValueError, NotImplementedError):  # a system without semaphores, or without room for them
        return None


def _as_a_hand() -> None:
    """A process that lives for one run: Ctrl-C ends it at once and without a word, for the one that asked says it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.freeze()
    sys.stderr.flush()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
