"""The server as a process: a port, signals, a first line that says where it is, and a polite end."""

import asyncio
import contextlib
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator

import uvicorn

from footlights.live import Limits, keep_memory_low
from footlights.model import FootlightsError

from .app import make_app
from .at_once import AtOnce
from .house import House

__all__ = ["free_socket", "run"]

#: How long people's connections get to end when the server stops, and how many ports are tried beside the usual one.
_GOODBYE_S, _PORTS = 3, 20
#: How long a thread that works something out may keep the others waiting. Python's own 5 ms are short for a program, but a keystroke
#: changes threads a dozen times on its way to the disk and back.
_TURN_S = 0.0005


def free_socket(host: str, port: int, *, strict: bool) -> socket.socket:
    """A socket that listens on a port, or unless `strict` on one of the next; raises FootlightsError when none is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    wished = [port] if strict else [*range(port, min(port + _PORTS, 65536)), 0]
    trouble: OSError | None = None
    for number in wished:
        made = socket.socket(family, socket.SOCK_STREAM)
        if os.name == "posix":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host.strip("[]"), number))
            made.set_inheritable(False)
        except OSError as error:
            made.close()
            trouble = error
            continue
        return made
    reason = trouble.strerror if trouble is not None else "none is free"
    raise FootlightsError(f"nothing can listen at {host}, port {port}: {reason}", "choose another with --port")


class _Server(uvicorn.Server):
    """Says when it is ready, and takes a signal as a wish to end."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self.forced = False

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are ours, from before the house opens until after it has closed."""
        yield

    @contextlib.contextmanager
    def minding_signals(self) -> Iterator[None]:
        """A first signal ends politely, a second one at once. Neither is raised again afterwards."""
        before = {number: signal.signal(number, self._asked_to_end) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _asked_to_end(self, *_: object) -> None:
        self.forced = self.should_exit
        self.force_exit = self.should_exit
        self.should_exit = True


def run(house: House, listening: socket.socket, ready: Callable[[], None]) -> bool:
    """Serve until somebody asks us to end; True when it ended politely. `ready` is called once requests are answered.

    Raises what the house raises when it can't begin.
    """
    _quiet_logs()
    keep_memory_low()
    sys.setswitchinterval(_TURN_S)
    sys.dont_write_bytecode = True  # on a full disk Python 3.11 keeps half a module for the next start, which then can't read it
    gc.enable()  # a command does without for its short life; ours is long
    config = uvicorn.Config(
        make_app(house),
        ws=AtOnce,
        ws_max_size=2 * Limits.chosen().frame,  # the room itself says no to a frame that is too large, and why
        ws_ping_interval=20.0,
        ws_ping_timeout=20.0,
        ws_per_message_deflate=False,  # frames are small, and bombs are not
        log_config=None,
        access_log=False,  # its lines would hold whatever stands in an address
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_GOODBYE_S,
        timeout_keep_alive=15,
        lifespan="off",  # the house is begun and closed here, so that its troubles come out as they are
    )
    server = _Server(config, ready)

    async def serving() -> None:
        await house.begin()
        gc.collect()
        gc.freeze()  # what is here by now stays: to look through it all again would stop everybody for a tenth of a second
        try:
            await server.serve(sockets=[listening])
        finally:
            await house.close()

    with contextlib.closing(listening), server.minding_signals(), asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(serving())
    return not server.forced


def _quiet_logs() -> None:
    """What goes wrong goes to standard error, in one line each; what goes well is not worth one."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("footlights: %(levelname)s: %(message)s"))
    level = logging.INFO if os.environ.get("FOOTLIGHTS_DEBUG") else logging.WARNING
    for name in ("footlights", "uvicorn", "uvicorn.error", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(level)
        logger.propagate = False
    logging.getLogger("uvicorn.access").handlers.clear()
