"""Who is here and where: the newest state of each client, stamped with who it really is."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .frames import Garbled, read_bytes, read_number, written_bytes, written_number
from .log import Who

__all__ = ["Presence", "State"]

_CLIENTS_OF_ONE = 4  # a page has one; a moment of two while it reconnects
_WAITING = 4  # frames of one connection between two ticks: the newest count
_SILENT_S = 60.0  # another process says at least every half minute that its people are still there
_MOST_CLOCK = 2**32


@dataclass
class State:
    """One client's presence: whose it is, and what it shows; `value` is None once it has gone."""

    clock: int
    value: dict[str, Any] | None
    owner: int | str  # the connection, or the name of another process
    who: Who
    heard: float
    raw: bytes = b""


class Presence:
    """The presence of everybody in one room. Nothing here is stored, and nothing is believed about who somebody is."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._states: dict[int, State] = {}
        self._waiting: dict[int, tuple[Who, deque[bytes]]] = {}
        self._changed: set[int] = set()
        self._clock = clock

    @property
    def busy(self) -> bool:
        """Is there something to tell at the next tick?"""
        return bool(self._waiting or self._changed)

    @property
    def states(self) -> list[State]:
        """Everybody who is here, in the order of their clients."""
        return [state for _, state in sorted(self._states.items()) if state.value is not None]

    def hear(self, owner: int, who: Who, body: bytes) -> None:
        """Take what a connection says of itself; it is read at the next tick, and only the newest of it."""
        self._waiting.setdefault(owner, (who, deque(maxlen=_WAITING)))[1].append(body)

    def hear_others(self, process: str, body: bytes) -> None:
        """Take what another process, which has stamped it, says of its people. Raises Garbled."""
        for client, clock, raw in _read(body):
            known = self._states.get(client)
            if known is not None and isinstance(known.owner, int):
                continue
            if known is None or clock >= known.clock:
                value = _value(raw)
                user = value.get("user") if value else None
                who = Who(str(user.get("id", "")), str(user.get("name", ""))) if isinstance(user, dict) else Who("", "")
                if known is None or known.value != value:
                    self._changed.add(client)
                self._states[client] = State(clock, value, process, who, self._clock(), raw)

    def tick(self) -> bytes | None:
        """What has changed since the last tick as one update for everybody; None when nothing has."""
        for owner, (who, bodies) in self._waiting.items():
            for body in bodies:
                try:
                    self._take(owner, who, body)
                except Garbled:
                    continue  # presence is a courtesy: nonsense is not worth a word
        self._waiting.clear()
        changed, self._changed = self._changed, set()
        if not changed:
            return None
        update = self._update(changed)
        for client in changed:
            if self._states[client].value is None:
                del self._states[client]
        return update

    def everybody(self, owner: int | None = None) -> bytes | None:
        """All who are here (or: all of one connection's) as one update; None when nobody is."""
        return self._update(
            client
            for client, state in self._states.items()
            if state.value is not None and (owner is None or state.owner == owner)
        )  # fmt: skip

    def ours(self) -> bytes | None:
        """All who are here through this process, for the other processes; None when nobody is."""
        return self._update(client for client, state in self._states.items() if isinstance(state.owner, int))

    def leave(self, owner: int) -> None:
        """A connection has gone, and its people with it."""
        self._waiting.pop(owner, None)
        self._go(client for client, state in self._states.items() if state.owner == owner)

    def forget_silent(self) -> None:
        """Drop the people of processes that have not been heard for a minute."""
        late = self._clock() - _SILENT_S
        self._go(client for client, state in self._states.items() if isinstance(state.owner, str) and state.heard < late)

    def _go(self, clients: Iterable[int]) -> None:
        for client in list(clients):
            state = self._states[client]
            if state.value is not None:
                state.clock, state.value, state.raw = state.clock + 1, None, b"null"
                self._changed.add(client)

    def _take(self, owner: int, who: Who, body: bytes) -> None:
        for client, clock, raw in _read(body):
            known = self._states.get(client)
            if known is not None and (
                (known.owner != owner and known.value is not None and known.who.id != who.id)  # somebody else's
                or clock < known.clock
                or (clock == known.clock and raw != b"null")
            ):
                continue
            if known is None and sum(state.owner == owner for state in self._states.values()) >= _CLIENTS_OF_ONE:
                continue
            value, told = _value(raw), b"null"
            if value is None and known is None:
                continue
            if value is not None:
                value["user"] = _stamped(value.get("user"), who)
                told = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
            self._states[client] = State(clock, value, owner, who, self._clock(), told)
            self._changed.add(client)

    def _update(self, clients: Iterable[int]) -> bytes | None:
        told = [(client, self._states[client]) for client in sorted(clients)]
        if not told:
            return None
        return written_number(len(told)) + b"".join(
            written_number(client) + written_number(state.clock) + written_bytes(state.raw) for client, state in told
        )


def _stamped(user: object, who: Who) -> dict[str, Any]:
    """A user's own words about themselves, with the id we know them by, and the name where we know one."""
    told = dict(user) if isinstance(user, dict) else {}
    told["id"] = who.id
    if who.name or not isinstance(told.get("name"), str):
        told["name"] = who.name
    return told


def _value(raw: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        raise Garbled("presence is not JSON") from None
    return value if isinstance(value, dict) else None


def _read(body: bytes) -> list[tuple[int, int, bytes]]:
    count, at = read_number(body, 0)
    if count > _CLIENTS_OF_ONE * 256:
        raise Garbled("too many at once")
    told = []
    for _ in range(count):
        client, at = read_number(body, at)
        clock, at = read_number(body, at)
        raw, at = read_bytes(body, at)
        if clock >= _MOST_CLOCK:
            raise Garbled("a clock runs out")
        told.append((client, clock, raw))
    return told
