"""Frames that are written and heard at once: whatever pieces they come in, all of it arrives, in order, as through the library."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState
from websockets.frames import Frame, Opcode

from footlights.server.at_once import EXTENSION, AtOnce, framed, head_of, unmasked

REQUEST = (
    b"GET /live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def sent(data: bytes, opcode: Opcode = Opcode.BINARY, *, fin: bool = True) -> bytes:
    """A frame as a browser sends it."""
    return Frame(opcode, data, fin).serialize(mask=True)


class Line(asyncio.Transport):
    """The way to a browser that is not there: what is written is kept."""

    def __init__(self) -> None:
        super().__init__({})
        self.written: list[bytes] = []

    def write(self, data: bytes) -> None:  # type: ignore[override]
        self.written.append(bytes(data))

    def close(self) -> None:
        self.written.append(b"closed")

    def is_closing(self) -> bool:
        return b"closed" in self.written

    def pause_reading(self) -> None:
        pass

    def resume_reading(self) -> None:
        pass


class Board:
    """An app that takes a browser in, and notes what it hears at once and what it receives."""

    def __init__(self, hears: Callable[[bytes], bool] | None = None) -> None:
        self.found: list[tuple[str, bytes]] = []
        self.hears = hears or (lambda _: True)
        self.at_once: dict[str, Any] = {}
        self.ended: int | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await receive()
        self.at_once = scope["extensions"][EXTENSION]
        await send({"type": "websocket.accept"})
        self.at_once["hear"](self._hear)
        while True:
            message = await receive()
            if message["type"] == "websocket.disconnect":
                self.ended = message["code"]
                return
            self.found.append(("received", message.get("bytes") or message.get("text", "").encode()))

    def _hear(self, data: bytes) -> bool:
        if self.hears(data):
            self.found.append(("heard", data))
            return True
        return False

    @property
    def data(self) -> list[bytes]:
        return [data for _, data in self.found]


async def connected(board: Board) -> tuple[AtOnce, Line]:
    config = uvicorn.Config(board, ws=AtOnce, ws_per_message_deflate=False, ws_ping_interval=None, lifespan="off", log_config=None)
    config.load()
    protocol, line = AtOnce(config, ServerState(), {}), Line()
    protocol.connection_made(line)
    protocol.data_received(REQUEST)
    for _ in range(5):
        await asyncio.sleep(0)
    assert line.written[0].startswith(b"HTTP/1.1 101")
    return protocol, line


async def test_a_small_frame_is_heard_before_anything_else_happens() -> None:
    board = Board()
    protocol, _ = await connected(board)
    protocol.data_received(sent(b"one") + sent(b"two"))
    assert board.found == [("heard", b"one"), ("heard", b"two")]


async def test_what_nobody_hears_is_received_and_what_follows_waits_its_turn() -> None:
    board = Board(lambda data: data != b"slow")
    protocol, _ = await connected(board)
    protocol.data_received(sent(b"slow") + sent(b"next"))
    assert board.found == []
    await asyncio.sleep(0.01)
    assert board.found == [("received", b"slow"), ("received", b"next")]
    protocol.data_received(sent(b"later"))
    assert board.found[-1] == ("heard", b"later")


@pytest.mark.parametrize("seed", range(12))
async def test_in_whatever_pieces_it_comes_all_of_it_arrives_in_order(seed: int) -> None:
    chance = random.Random(seed)
    board = Board(lambda _: chance.random() < 0.8)
    protocol, line = await connected(board)
    expected, stream, ends = [], b"", [0]
    for number in range(60):
        size = chance.choice((0, 1, 7, 124, 125, 126, 127, 300, 40_000, 70_000))
        data = number.to_bytes(2, "big") + chance.randbytes(size)
        kind = chance.random()
        if kind < 0.1 and seed % 2:  # in two parts, with a word in between
            stream += sent(data[:1], fin=False) + sent(b"ping", Opcode.PING) + sent(data[1:], Opcode.CONT)
        else:
            stream += sent(data) + (sent(b"ping", Opcode.PING) if kind < 0.2 else b"")
        expected.append(data)
        ends.append(len(stream))
    at = 0
    while at < len(stream):
        end = at + chance.choice((1, 3, 50, 5_000, 100_000)) if chance.random() < 0.5 else next(end for end in ends if end > at)
        protocol.data_received(stream[at:end])
        at = end
        for _ in range(3):
            await asyncio.sleep(0)
    await asyncio.sleep(0.05)
    assert board.data == expected
    assert not line.is_closing()
    if seed % 2 == 0:
        assert {how for how, _ in board.found} == {"heard", "received"}


async def test_a_text_and_the_end_go_the_ordinary_way() -> None:
    board = Board()
    protocol, _ = await connected(board)
    protocol.data_received(sent(b"words", Opcode.TEXT) + sent(b"then") + sent(b"\x03\xe8", Opcode.CLOSE) + sent(b"too late"))
    await asyncio.sleep(0.01)
    assert board.found == [("received", b"words"), ("received", b"then")]
    assert board.ended == 1000


@pytest.mark.parametrize(
    "wrong", [b"\x82\x05plain", b"\xc2" + sent(b"x")[1:], b"\x83" + sent(b"x")[1:]], ids=["no mask", "a bit of its own", "no such kind"]
)
async def test_what_no_browser_sends_ends_the_connection(wrong: bytes) -> None:
    board = Board()
    protocol, line = await connected(board)
    protocol.data_received(sent(b"before") + wrong + sent(b"behind"))
    await asyncio.sleep(0.01)
    assert board.data == [b"before"]
    assert line.is_closing()


async def test_a_frame_larger_than_anybody_may_send_ends_the_connection() -> None:
    board = Board()
    protocol, line = await connected(board)
    protocol.data_received(b"\x82\xff" + (1 << 40).to_bytes(8, "big") + b"mask")
    await asyncio.sleep(0.01)
    assert line.is_closing()


async def test_nobody_hears_any_more() -> None:
    board = Board()
    protocol, _ = await connected(board)
    protocol.hear_with(None)
    protocol.data_received(sent(b"one"))
    assert board.found == []
    await asyncio.sleep(0.01)
    assert board.found == [("received", b"one")]


async def test_a_frame_is_written_at_once_unless_something_is_in_its_way() -> None:
    board = Board()
    protocol, line = await connected(board)
    assert board.at_once["send"](b"one")
    assert line.written[-1] == b"\x82\x03one"
    protocol.pause_writing()
    assert not board.at_once["send"](b"two")
    protocol.resume_writing()
    assert board.at_once["send"](b"three")
    protocol.connection_lost(None)
    assert not board.at_once["send"](b"four")
    assert line.written[-2:] == [b"\x82\x05three", b"closed"]


@pytest.mark.parametrize("size", [0, 5, 125, 126, 65535, 65536])
def test_frames_are_as_the_library_would_make_them(size: int) -> None:
    data = bytes(size)
    assert framed(data) == Frame(Opcode.BINARY, data).serialize(mask=False)
    masked = sent(data + b"abc")
    found = head_of(masked, 0)
    assert found is not None
    begin, end = found
    assert end == len(masked)
    assert unmasked(masked[begin:end], masked[begin - 4 : begin]) == data + b"abc"
    assert head_of(masked[: begin - 1], 0) is None, "its head is cut off"
