"""uvicorn's WebSocket, with two things more: a frame can be written at once when the client is ready for it, and heard at once.

ASGI only knows how to send one message to one client, in a coroutine. A room sends the same few bytes to everybody; for two hundred
people the coroutines, and putting the same head before the same bytes two hundred times, take longer than the sending. And a keystroke
that comes in goes through a parser for all that a WebSocket may be, a queue, and two turns of the loop, before anybody looks at it.
So this server offers an extension of the scope, `footlights.at-once`; whoever runs the app on another server does without.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

__all__ = ["EXTENSION", "AtOnce", "framed", "head_of"]

EXTENSION = "footlights.at-once"

#: Where in the stream of bytes we are: before the handshake, or where only the library knows. Else it is a number of bytes that
#: belong to a frame whose beginning the library has; 0 is between two frames.
_BEFORE, _LOST = -2, -1
_BINARY, _MASKED = 0x82, 0x80  # the first byte of a whole message of bytes; the bit in the second that every browser sets
_SMALL = 32 << 10

Hear = Callable[[bytes], bool]


class AtOnce(WebSocketsSansIOProtocol):
    """The protocol, as uvicorn makes one for each connection."""

    _place = _BEFORE
    _kept = b""  # the beginning of a frame whose head is not all there yet
    _hear: Hear | None = None

    def handle_connect(self, event: Any) -> None:
        """A browser wants in: offer the extension to the app, which runs only after this."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            self.scope["extensions"][EXTENSION] = {"send": self.send_now, "hear": self.hear_with}

    def send_now(self, data: bytes) -> bool:
        """Write a binary frame if nothing is in its way; False, and nothing is written, when it would have to wait."""
        if not self.writable.is_set() or not self.handshake_complete or self.close_sent or self.disconnected:
            return False
        self.transport.write(framed(data))
        return True

    def hear_with(self, hear: Hear | None) -> None:
        """Have small frames of bytes heard as they come in; those that `hear` doesn't take are received as ever."""
        self._hear = hear

    def data_received(self, data: bytes) -> None:
        """Bytes from the client: the small messages among them are heard, all else is the library's."""
        if self._place == 0:
            kept, self._kept = self._kept, b""
            self._read(kept + data)
        elif self._place > 0:
            theirs = self._place
            self._place = max(0, theirs - len(data))
            super().data_received(data[:theirs])
            self._read(data[theirs:])
        else:
            super().data_received(data)
            if self._place == _BEFORE and self.handshake_initiated:
                self._place = 0 if data.endswith(b"\r\n\r\n") else _LOST

    def _read(self, data: bytes) -> None:
        """Bytes that begin with a frame."""
        at, size = 0, len(data)
        while at < size:
            if is_rare(data, at):  # what follows is the library's too, for only it knows what belongs together
                self._place = _LOST
                super().data_received(data[at:])
                return
            found = head_of(data, at)
            if found is None:
                self._kept = data[at:]
                return
            begin, end = found
            if end > size:
                self._place = end - size
            elif data[at] == _BINARY and end - begin < _SMALL and self._hear is not None and self.queue.empty() and not self.close_sent:
                mask = data[begin - 4 : begin]
                if self._hear(unmasked(data[begin:end], mask)):
                    at = end
                    continue
            super().data_received(data[at:end])
            at = end


def is_rare(data: bytes, at: int) -> bool:
    """Is the frame at `at` a part of a message, or something that no browser sends?"""
    first = data[at]
    return first & 0xF0 != 0x80 or not first & 0x0F or (len(data) > at + 1 and not data[at + 1] & _MASKED)


def head_of(data: bytes, at: int) -> tuple[int, int] | None:
    """Where the content of the frame at `at` begins and ends; None when its head is cut off."""
    if len(data) < at + 6:
        return None
    size, begin = data[at + 1] & 0x7F, at + 6
    if size > 125:
        long = 2 if size == 126 else 8
        begin += long
        if len(data) < begin:
            return None
        size = int.from_bytes(data[at + 2 : at + 2 + long], "big")
    return begin, begin + size


def unmasked(data: bytes, mask: bytes) -> bytes:
    """What a client has sent, without the mask that proxies want."""
    size = len(data)
    key = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(data, "big") ^ int.from_bytes(key, "big")).to_bytes(size, "big")


_last: tuple[bytes, bytes] = (b"", b"\x82\x00")


def framed(data: bytes) -> bytes:
    """Bytes as one binary frame of a WebSocket, from a server. The last one is kept, for the next in the row gets the same."""
    global _last  # noqa: PLW0603 - one pair, replaced whole
    if _last[0] is data:
        return _last[1]
    size = len(data)
    if size < 126:
        head = bytes((0x82, size))
    elif size < 1 << 16:
        head = b"\x82\x7e" + size.to_bytes(2, "big")
    else:
        head = b"\x82\x7f" + size.to_bytes(8, "big")
    _last = (data, head + data)
    return _last[1]
