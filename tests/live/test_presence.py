"""Who is here: stamped, newest only, gone when they go."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from footlights.live import Garbled, Limits, Room, Who
from footlights.live.frames import QUERY, read_bytes, read_number, written_bytes, written_number
from footlights.live.presence import Presence
from tests.live.memory import ADA, BOB, MemoryLog, Peer

EVE = Who("eve", "Eve")


def said(client: int, clock: int, state: Any) -> bytes:
    raw = state if isinstance(state, bytes) else json.dumps(state).encode()
    return written_number(1) + written_number(client) + written_number(clock) + written_bytes(raw)


def told(update: bytes | None) -> dict[int, tuple[int, Any]]:
    assert update is not None
    count, at = read_number(update, 0)
    found = {}
    for _ in range(count):
        client, at = read_number(update, at)
        clock, at = read_number(update, at)
        raw, at = read_bytes(update, at)
        found[client] = (clock, json.loads(raw))
    return found


def test_who_somebody_is_is_not_theirs_to_say() -> None:
    presence = Presence()
    presence.hear(1, ADA, said(7, 1, {"user": {"id": "boss", "name": "The boss", "colour": 3}, "at": None}))
    presence.hear(2, BOB, said(8, 1, {"typing": True}))
    found = told(presence.tick())
    assert found[7] == (1, {"user": {"id": "ada", "name": "Ada", "colour": 3}, "at": None})
    assert found[8][1]["user"] == {"id": "bob", "name": "Bob"}
    assert presence.tick() is None


def test_nobody_speaks_for_a_client_of_somebody_else() -> None:
    presence = Presence()
    presence.hear(1, ADA, said(7, 1, {"x": 1}))
    presence.tick()
    presence.hear(2, EVE, said(7, 9, {"x": 2}))
    presence.hear(2, EVE, said(7, 10, None))
    assert presence.tick() is None
    presence.hear(3, ADA, said(7, 2, {"x": 3}))  # the same person, connected anew
    assert told(presence.tick())[7][1]["x"] == 3
    presence.leave(1)
    assert presence.tick() is None, "the old connection's end doesn't send the new one away"


def test_only_the_newest_counts_and_one_frame_tells_all() -> None:
    presence = Presence()
    for clock in range(1, 40):
        presence.hear(1, ADA, said(7, clock, {"x": clock}))
    presence.hear(1, ADA, said(7, 5, {"x": "old"}))
    presence.hear(2, BOB, said(8, 1, {"x": 1}))
    found = told(presence.tick())
    assert (found[7][0], found[7][1]["x"]) == (39, 39)
    assert set(found) == {7, 8}
    assert told(presence.everybody()) == found


def test_who_leaves_is_gone_for_everybody() -> None:
    presence = Presence()
    presence.hear(1, ADA, said(7, 4, {"x": 1}))
    presence.tick()
    presence.leave(1)
    assert told(presence.tick()) == {7: (5, None)}
    assert presence.everybody() is None
    assert presence.states == []


@pytest.mark.parametrize(
    "body", [b"", b"\x01", said(7, 1, b"no json"), said(7, 1, b"[" * 100_000), b"\xff" * 9, said(7, 2**40, {}), b"\xff\xff\x03"]
)
def test_nonsense_is_passed_over(body: bytes) -> None:
    presence = Presence()
    presence.hear(1, ADA, body)
    presence.hear(2, BOB, said(8, 1, {"x": 1}))
    assert set(told(presence.tick())) == {8}
    with pytest.raises(Garbled):
        presence.hear_others("p", body)


def test_a_connection_has_only_a_few_clients() -> None:
    presence = Presence()
    for client in range(50):
        presence.hear(1, ADA, said(client, 1, {"x": 1}))
        presence.tick()
    assert len(presence.states) == 4


def test_people_of_a_silent_process_fade() -> None:
    now = 0.0
    presence = Presence(lambda: now)
    presence.hear_others("p", said(7, 1, {"user": {"id": "bob", "name": "Bob"}}))
    assert presence.states[0].who == BOB
    assert told(presence.tick())[7][0] == 1
    presence.hear_others("p", said(7, 1, {"user": {"id": "bob", "name": "Bob"}}))
    assert presence.tick() is None, "the same again is no news"
    assert presence.ours() is None, "what others told is not told back to them"
    now = 61.0
    presence.forget_silent()
    assert told(presence.tick()) == {7: (2, None)}


async def test_in_a_room_presence_comes_in_ticks_and_goes_with_the_connection() -> None:
    room = Room("board", MemoryLog(), settings=Limits(tick=0.01))
    await room.open()
    ada, bob = Peer(room), Peer(room, BOB)
    await ada.settled()
    await bob.settled()
    for clock in range(1, 20):
        ada.say(7, clock, {"at": {"address": f"cards/{clock}"}, "user": {"name": "not Ada"}})
    await bob.until(lambda: bob.presence.get(7, {}).get("at") == {"address": "cards/19"})
    assert bob.presence[7]["user"] == {"name": "Ada", "id": "ada"}
    assert room.people == (ADA, BOB)
    assert room.states[0].value == bob.presence[7]
    late = Peer(room, EVE)
    await late.until(lambda: 7 in late.presence)
    late.presence.clear()
    late.send(bytes((QUERY,)))
    await late.until(lambda: 7 in late.presence)
    await ada.leave()
    await bob.until(lambda: bob.presence[7] is None)
    for peer in (bob, late):
        await peer.leave()
    await room.close()


async def test_too_much_presence_is_dropped_and_harms_nobody() -> None:
    room = Room("board", MemoryLog(), settings=Limits(awareness=1000))
    await room.open()
    ada, bob = Peer(room), Peer(room, BOB)
    await bob.settled()
    ada.say(7, 1, {"x": "y" * 2000})
    for clock in range(2, 3000):
        ada.say(7, clock, {"n": clock})
    ada.put("a")
    await bob.until(lambda: bob.keys() == {"a"})
    await asyncio.sleep(0.05)
    assert "x" not in bob.presence.get(7, {})
    assert ada.code is None
    await ada.leave()
    await bob.leave()
    await room.close()
