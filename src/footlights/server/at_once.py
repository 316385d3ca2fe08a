"""uvicorn's WebSocket, with one thing more: a frame can be written at once when the client is ready for it.

ASGI only knows how to send one message to one client, in a coroutine. A room sends the same few bytes to everybody; for two hundred
people the coroutines, and putting the same head before the same bytes two hundred times, take longer than the sending. So this server
offers an extension of the scope, `footlights.at-once`; whoever runs the app on another server does without.
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

__all__ = ["EXTENSION", "AtOnce", "framed"]

EXTENSION = "footlights.at-once"


class AtOnce(WebSocketsSansIOProtocol):
    """The protocol, as uvicorn makes one for each connection."""

    def handle_connect(self, event: Any) -> None:
        """A browser wants in: offer the extension to the app, which runs only after this."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            self.scope["extensions"][EXTENSION] = {"send": self.send_now}

    def send_now(self, data: bytes) -> bool:
        """Write a binary frame if nothing is in its way; False, and nothing is written, when it would have to wait."""
        if not self.writable.is_set() or not self.handshake_complete or self.close_sent or self.disconnected:
            return False
        self.transport.write(framed(data))
        return True


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
