"""How a request is refused: one shape for every error (RFC 9457), with a stable code and never a word about our insides."""

import logging
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from footlights.live import CannotSave
from footlights.model import FootlightsError

__all__ = [
    "CODES",
    "NOT_SIGNED_IN",
    "ProblemError",
    "answer",
    "debugging",
    "on_cannot_save",
    "on_failure",
    "on_http",
    "on_invalid",
    "on_problem",
    "on_trouble",
]

logger = logging.getLogger("footlights.server")

#: Every code that a request can be refused with, its HTTP status and its title. Codes are stable; titles may change.
CODES: dict[str, tuple[int, str]] = {
    "bad-request": (400, "This request can't be read"),
    "not-signed-in": (401, "Not signed in"),
    "wrong-token": (401, "This token does not open the door"),
    "not-allowed": (403, "Not allowed"),
    "foreign-origin": (403, "This request comes from another site"),
    "foreign-host": (403, "This server is not known by that name"),
    "not-found": (404, "Nothing here"),
    "no-such-document": (404, "No such document"),
    "no-such-version": (404, "No such version"),
    "no-such-example": (404, "No such example or template"),
    "wrong-method": (405, "Not in this way"),
    "bound-to-a-file": (409, "This document is a file"),
    "taken": (409, "This id is taken"),
    "stale": (412, "The document has changed since it was read"),
    "too-large": (413, "Too large"),
    "wrong-type": (415, "This kind of content is not read here"),
    "invalid": (422, "Something in the request is not as it should be"),
    "faulty-document": (422, "The blueprint has faults"),
    "impossible": (422, "This can't be done"),
    "base-needed": (428, "Say which state of the document you have changed"),
    "too-fast": (429, "Too many requests"),
    "fault-of-ours": (500, "A fault of ours"),
    "cannot-save": (503, "It can't be saved now"),
    "busy": (503, "Too much to do at once"),
    "took-too-long": (504, "This took too long"),
}
_BY_STATUS = {400: "bad-request", 401: "not-signed-in", 403: "not-allowed", 404: "not-found", 405: "wrong-method", 413: "too-large"}


#: What somebody hears who did not say who they are.
NOT_SIGNED_IN = "Open the address that was printed when the server started, or send the token."


class ProblemError(Exception):
    """A refusal: `code` is one of CODES, `detail` and `hint` are sentences for people, `more` goes into the answer."""

    def __init__(self, code: str, detail: str = "", hint: str = "", *, headers: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.hint = hint
        self.headers = headers
        self.more = more


def answer(problem: ProblemError, trace: str = "") -> Response:
    """The refusal as an HTTP answer; `trace` is the number under which our log knows it."""
    status, title = CODES[problem.code]
    trace = trace or secrets.token_hex(6)
    body = {
        "type": f"urn:footlights:problem:{problem.code}",
        "title": title,
        "status": status,
        "detail": problem.detail,
        "hint": problem.hint,
        "code": problem.code,
        "trace": trace,
        **problem.more,
    }
    return JSONResponse(body, status, dict(problem.headers or {}), "application/problem+json")


async def on_problem(_: Request, trouble: Exception) -> Response:
    """A refusal of ours."""
    assert isinstance(trouble, ProblemError)
    return answer(trouble)


async def on_trouble(_: Request, trouble: Exception) -> Response:
    """Something that the caller asked for can't be done: the sentence is made for people."""
    assert isinstance(trouble, FootlightsError)
    return answer(ProblemError("impossible", str(trouble), trouble.hint))


async def on_cannot_save(_: Request, trouble: Exception) -> Response:
    """The disk is full, the database away: nothing was written, and nothing that was saved is in danger."""
    assert isinstance(trouble, CannotSave)
    return answer(ProblemError("cannot-save", f"{trouble.why}: nothing was written.", "Try again.", headers={"Retry-After": "5"}))


async def on_invalid(_: Request, trouble: Exception) -> Response:
    """What does not fit the form: which field, and why; never the value itself, which may be anything."""
    assert isinstance(trouble, RequestValidationError)
    wrong = [{"field": ".".join(str(part) for part in one["loc"]), "why": one["msg"]} for one in trouble.errors()[:20]]
    told = "; ".join(f"{one['field']}: {one['why']}" for one in wrong[:3])
    return answer(ProblemError("invalid", told[:500], fields=wrong))


async def on_http(_: Request, trouble: Exception) -> Response:
    """What the framework refuses by itself: an unknown path, a wrong method, a body that is no JSON."""
    assert isinstance(trouble, HTTPException)
    code = _BY_STATUS.get(trouble.status_code, "bad-request")
    return answer(ProblemError(code, headers=trouble.headers))


def on_failure(trouble: BaseException) -> Response:
    """A fault of ours: the log gets a number, the kind and the place; the caller gets the number."""
    trace = secrets.token_hex(6)
    logger.error("fault %s: %s at %s", trace, type(trouble).__name__, _place(trouble), exc_info=debugging(trouble))
    return answer(ProblemError("fault-of-ours", "What was saved is safe.", f"Report it with the number {trace}."), trace)


def debugging(trouble: BaseException) -> BaseException | None:
    """A traceback may quote what people wrote, so only developers who ask for it see one."""
    return trouble if os.environ.get("FOOTLIGHTS_DEBUG") else None


def _place(trouble: BaseException) -> str:
    """The last line of our own that was reached."""
    place, ours = "?", Path(__file__).resolve().parent.parent
    trace = trouble.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(ours):
            place = f"footlights/{path.relative_to(ours).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
