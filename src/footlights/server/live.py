"""The socket of a board: who may come in is decided here, and what is said there is the room's."""

import contextlib

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from footlights.live import ours_frame

from .at_once import EXTENSION
from .gate import Guest, may
from .house import House
from .problems import ProblemError

__all__ = ["router"]

router = APIRouter()

_NOT_SIGNED_IN, _NOT_HERE, _CANNOT = 4401, 4404, 4503


class _Socket:
    """A browser's end of the line, as a room knows connections."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        offered = socket.scope.get("extensions", {}).get(EXTENSION)
        if offered is not None:
            self.send_now, self.hear_with = offered["send"], offered["hear"]

    async def receive(self) -> bytes | None:
        """The next frame; None when the line is closed, or what came is no bytes."""
        message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            return None
        data: bytes | None = message.get("bytes")
        return data if data is not None else b""

    async def send(self, data: bytes) -> None:
        """Send one frame."""
        await self._socket.send_bytes(data)

    async def close(self, code: int, reason: str = "") -> None:
        """Hang up; fine when it is closed already."""
        with contextlib.suppress(RuntimeError):
            await self._socket.close(code, reason[:100])


@router.websocket("/api/documents/{id}/live")
async def live(socket: WebSocket, id: str) -> None:
    """Let a guest into a document's room, for as long as the line holds. Host and Origin were looked at before."""
    house: House = socket.app.state.house
    guest: Guest | None = socket.scope.get("guest")
    await socket.accept()
    if guest is None or not may(guest, "look", id):
        await socket.close(_NOT_SIGNED_IN)
        return
    try:
        async with house.entered(id) as room:
            news = house.file_news(id)
            if news is not None:
                await socket.send_bytes(ours_frame(news))
            await room.join(_Socket(socket), "edit" if may(guest, "change", id) else "view", guest.who)
    except ProblemError as problem:
        await socket.close(_NOT_HERE if problem.code == "no-such-document" else _CANNOT, problem.code)
    except WebSocketDisconnect:
        return
