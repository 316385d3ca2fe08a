"""The guard at the door: who calls us by which name, from which page, how often and with how much, before anything is read."""

import asyncio
import math
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .gate import Guest
from .problems import NOT_SIGNED_IN, ProblemError, answer, on_failure
from .rates import Buckets
from .session import Doorkeeper
from .settings import Settings

__all__ = ["CONTENT_POLICY", "Guard"]

#: What a page of ours may load: nothing from anywhere else, no script in the page itself, and nobody may frame it.
CONTENT_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'{sockets}; "
    "object-src 'none'; frame-src 'none'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'"
)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_READ_HERE = frozenset({"application/json", "text/yaml", "application/yaml"})
#: What is answered to everybody; for all else under /api nothing of a request is read before it is known whose it is.
_OPEN = frozenset({("POST", "/api/session"), ("GET", "/api/openapi.json")})
#: How many bytes somebody may send who is not known yet: a token and a name.
_STRANGERS_BODY = 10_000
#: How long the parts of a body may keep us waiting, each.
_PART_S = 30.0


class Guard:
    """Wraps the whole application. What passes carries its guest (or None) in `scope["guest"]`."""

    def __init__(self, app: ASGIApp, settings: Settings, doorkeeper: Doorkeeper) -> None:
        self._app = app
        self._settings = settings
        self._doorkeeper = doorkeeper
        self._hosts = settings.hosts
        self._origins = settings.allowed_origins
        self._knocks = Buckets(settings.limits.requests_per_s, settings.limits.requests_at_once)
        self._headers = _safe_headers(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or one socket."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        try:
            self._let_in(scope, headers)
        except ProblemError as problem:
            await self._refuse(problem, scope, receive, send)
            return
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
        else:
            await self._pass_on(scope, receive, send)

    def _let_in(self, scope: Scope, headers: dict[str, str]) -> None:
        """Look at the outside of a request; raises ProblemError for what goes no further."""
        if [name for name, _ in scope["headers"]].count(b"host") != 1 or headers["host"].lower() not in self._hosts:
            raise ProblemError("foreign-host", "Use the address that was printed when the server started.", "--allow-origin allows more.")
        guest = scope["guest"] = self._guest(headers)
        unsafe = scope["type"] == "websocket" or scope["method"] not in _SAFE
        self._same_house(headers, guest, unsafe)
        if not scope["path"].startswith("/api"):
            return
        client = scope.get("client")
        wait = self._knocks.take(guest.who.id if guest is not None else str(client[0] if client else ""))
        if wait:
            raise ProblemError("too-fast", "Wait a moment.", headers={"Retry-After": str(math.ceil(wait))})
        if scope["type"] == "http":
            if guest is None and (scope["method"], scope["path"]) not in _OPEN:
                raise ProblemError("not-signed-in", NOT_SIGNED_IN)
            if unsafe:
                self._readable(headers, self._most(guest))

    def _guest(self, headers: dict[str, str]) -> Guest | None:
        if "authorization" in headers:
            return self._doorkeeper.by_bearer(headers["authorization"])
        return self._doorkeeper.by_cookie(headers.get("cookie", ""))

    def _same_house(self, headers: dict[str, str], guest: Guest | None, unsafe: bool) -> None:
        """Does it come from a page of ours? A request that does not say may only come from a script with its token."""
        origin = headers.get("origin")
        if origin is not None:
            if origin.lower() not in self._origins:
                raise ProblemError("foreign-origin", "Another site can't use this server.", "--allow-origin allows one.")
        elif unsafe and not (guest is not None and guest.proof == "bearer") and headers.get("sec-fetch-site") != "same-origin":
            raise ProblemError("foreign-origin", "This request does not say which page it comes from.", "Scripts send their token.")

    def _most(self, guest: Guest | None) -> int:
        """How many bytes a body may have."""
        return _STRANGERS_BODY if guest is None else self._settings.limits.body

    def _readable(self, headers: dict[str, str], most: int) -> None:
        """Is the body small enough, and of a kind that is read here? No form of another site can send these."""
        length = headers.get("content-length", "")
        if length and (not length.isascii() or not length.isdigit() or int(length) > most):
            raise ProblemError("too-large", f"This request may hold {most} bytes.")
        if length in ("", "0") and "transfer-encoding" not in headers:
            return
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in _READ_HERE:
            raise ProblemError("wrong-type", "Send application/json or text/yaml.")

    async def _refuse(self, problem: ProblemError, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 4403})  # before it is accepted: HTTP 403
            return
        response = answer(problem)
        response.headers["Connection"] = "close"  # whatever else was coming is not read
        await response(scope, receive, self._with_headers(send))

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = False

        async def sending(message: Message) -> None:
            nonlocal began
            began = began or message["type"] == "http.response.start"
            await outside(message)

        outside = self._with_headers(send)
        try:
            await self._app(scope, _measured(receive, self._most(scope["guest"])), sending)
        except Exception as trouble:  # noqa: BLE001 - the last resort: a sentence and a number, whatever went wrong
            response = on_failure(trouble)
            if not began:
                await response(scope, receive, outside)

    def _with_headers(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = {name.lower() for name, _ in message.get("headers", ())}
                more = [(name, value) for name, value in self._headers if name not in there]
                message = {**message, "headers": [*message.get("headers", ()), *more]}
            await send(message)

        return sending


def _measured(receive: Receive, most: int) -> Receive:
    """The body part by part; an answer in place of the part that makes it too large, or that never comes."""
    seen, whole = 0, False

    async def receiving() -> Message:
        nonlocal seen, whole
        if whole:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), _PART_S)
        except TimeoutError:
            raise HTTPException(408) from None
        seen += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if seen > most:
            raise HTTPException(413, headers={"Connection": "close"})
        return message

    return receiving


def _safe_headers(settings: Settings) -> list[tuple[bytes, bytes]]:
    # a policy can't name an IPv6 address; there 'self' has to do, as it does in every current browser
    # a policy can't name an IPv6 address; browsers that count sockets as 'self' need no name
    sockets = "".join(f" {_socket(origin)}" for origin in sorted(settings.allowed_origins) if "[" not in origin)
    said: Iterable[tuple[str, Any]] = (
        ("content-security-policy", CONTENT_POLICY.format(sockets=sockets)),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("cache-control", "private, no-store"),
    )
    return [(name.encode(), value.encode()) for name, value in said]


def _socket(origin: str) -> str:
    parts = urlsplit(origin)
    return f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}"
