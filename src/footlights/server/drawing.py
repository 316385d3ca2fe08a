"""The workshop where exports are drawn and checks are run: a few worker processes, a short queue, and an end to each job."""

import asyncio
import contextlib
import json
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from typing import Any, NamedTuple

from .problems import ProblemError
from .settings import Limits
from .worker import LENGTH

__all__ = ["Collected", "Drawn", "Job", "Question", "Workshop"]

logger = logging.getLogger("footlights.server")

#: After so many jobs a worker makes room for a fresh one.
_JOBS = 200
#: How much longer than its CPU time a job may take on a busy machine.
_SLACK_S = 10.0


class Job(NamedTuple):
    """What is to be drawn: the blueprint's text and the wishes of whoever asked.

    `view` is one of ours or one of the document's own, `role` the actor whose part is shown; `page` is the paper and `arrows`
    exact or glued, for the formats that know them. `told` is the language of what is worth telling about it.
    """

    text: str
    format: str
    view: str = "blueprint"
    zoom: str | None = None
    theme: str | None = None
    language: str | None = None
    scale: float = 2.0
    role: str | None = None
    page: str = ""
    arrows: str = "exact"
    told: str = "en"


class Question(NamedTuple):
    """What checks are asked of: the blueprint's text, the profile, the language of the answer, the day (2027-03-01).

    `keys` are those under which a board has its elements, by collection and id, where a key is another word than the id.
    """

    text: str
    profile: str
    language: str
    today: str
    keys: dict[str, dict[str, str]]


class Collected(NamedTuple):
    """What an atlas is made of: the texts of some blueprints under their names, the language, and the day (2027-03-01)."""

    texts: list[tuple[str, str]]
    language: str
    today: str


class Drawn(NamedTuple):
    """A finished export; `notes` are sentences worth telling whoever asked."""

    data: bytes
    media_type: str
    suffix: str
    notes: tuple[str, ...] = ()


class _Worker:
    """One process, and how many jobs it has done."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.jobs = 0

    async def do(self, job: Job | Question | Collected) -> tuple[dict[str, Any], bytes]:
        """The head and the bytes of the answer; raises IncompleteReadError or OSError when the process dies over it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        told = json.dumps(job._asdict()).encode()
        self.process.stdin.write(LENGTH.pack(len(told)) + told)
        await self.process.stdin.drain()
        head = json.loads(await self.process.stdout.readexactly(LENGTH.unpack(await self.process.stdout.readexactly(LENGTH.size))[0]))
        data = await self.process.stdout.readexactly(head["size"])
        self.jobs += 1
        return head, data

    async def end(self) -> None:
        """Stop it, whatever it is doing."""
        if self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            await self.process.wait()


class _Said(NamedTuple):
    """What is said when a job can't be done: too many wait, or it takes more than it may."""

    busy: str
    long: str
    hint: str


_EXPORT = _Said(
    "Many exports are being made just now.", "This export takes more time or memory than it may.", "Try the overview, or another format."
)
_CHECK = _Said("Many blueprints are being checked just now.", "The checks take more time or memory than they may.", "Try the calm profile.")


_ATLAS = _Said("Many things are being made just now.", "This atlas takes more time or memory than it may.", "Put away what is not needed.")


class Workshop:
    """Draws exports and runs checks. At most `limits.workers` at a time, `limits.queue` more may wait; whoever comes then is sent away."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._room = asyncio.Semaphore(limits.workers)
        self._waiting = 0
        self._closed = False

    async def draw(self, job: Job) -> Drawn:
        """The export; raises ProblemError when it can't be drawn, takes too long or too much, or too many wait."""
        head, data = await self._in_turn(job, _EXPORT)
        return Drawn(data, head["media_type"], head["suffix"], tuple(head["notes"]))

    async def bind(self, collected: Collected) -> bytes:
        """The page of an atlas; raises ProblemError as `draw` does."""
        _, data = await self._in_turn(collected, _ATLAS)
        return data

    async def examine(self, question: Question) -> dict[str, Any]:
        """What the checks find, as `examining.examined` tells it; raises ProblemError as `draw` does."""
        _, data = await self._in_turn(question, _CHECK)
        found: dict[str, Any] = json.loads(data)
        return found

    async def _in_turn(self, job: Job | Question | Collected, said: _Said) -> tuple[dict[str, Any], bytes]:
        if self._closed or self._waiting >= self._limits.queue + self._limits.workers:
            raise ProblemError("busy", said.busy, "Try again in a moment.", headers={"Retry-After": "5"})
        self._waiting += 1
        try:
            async with self._room:
                head, data = await self._done(job, said)
        finally:
            self._waiting -= 1
        if "trouble" in head:
            raise ProblemError("impossible", head["trouble"], head["hint"])
        if "fault" in head:
            raise RuntimeError(f"the worker met a {head['fault']}")
        return head, data

    async def _done(self, job: Job | Question | Collected, said: _Said) -> tuple[dict[str, Any], bytes]:
        worker = self._idle.pop() if self._idle else await self._hired()
        self._busy.add(worker)
        try:
            answer = await asyncio.wait_for(worker.do(job), self._limits.export_s + _SLACK_S)
        except TimeoutError:
            raise ProblemError("took-too-long", said.long, said.hint) from None
        except (asyncio.IncompleteReadError, OSError) as trouble:
            logger.warning("a job ended its worker: %s, exit %s", type(trouble).__name__, worker.process.returncode)
            raise ProblemError("took-too-long", said.long, said.hint) from None
        else:
            if worker.jobs < _JOBS and not self._closed:
                self._busy.discard(worker)
                self._idle.append(worker)
            return answer
        finally:
            if worker in self._busy:
                self._busy.discard(worker)
                await worker.end()

    async def _hired(self) -> _Worker:
        memory, seconds = self._limits.export_memory, self._limits.export_s
        # none of our secrets come along, nor does whatever else stands in our environment
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "PYTHONPATH", "TMP")}
        argv = [sys.executable, "-m", "footlights.server.worker", str(memory), str(seconds)]
        return _Worker(await asyncio.create_subprocess_exec(*argv, stdin=PIPE, stdout=PIPE, env=kept, limit=1 << 20))

    async def close(self) -> None:
        """Send everybody home."""
        self._closed = True
        for worker in [*self._idle, *self._busy]:
            await worker.end()
        self._idle.clear()
