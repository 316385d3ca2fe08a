"""Signing in and out over HTTP."""

from importlib.metadata import version

from fastapi import APIRouter, Request, Response

from .asking import Here, Looking, RenamingSelf
from .bodies import HealthBody, NewName, NewSession, SessionBody, WhoBody
from .gate import Guest
from .house import House
from .problems import ProblemError
from .rates import Buckets
from .session import newcomer, shown_name

__all__ = ["router"]

router = APIRouter(tags=["session"])


@router.get("/healthz", summary="Is it up?", tags=["health"])
async def healthz() -> HealthBody:
    """Always the same answer, to everybody; it tells nothing else."""
    return HealthBody(ok=True)


@router.post("/api/session", summary="Sign in")
async def sign_in(house: Here, wished: NewSession, request: Request, response: Response) -> SessionBody:
    """Exchange the token for a cookie that no script can read."""
    wrong: Buckets = request.app.state.wrong_tokens
    peer = str(request.client.host if request.client else "")
    wait = wrong.take(peer)
    if wait:
        raise ProblemError("too-fast", "Too many wrong tokens.", "Wait a minute.", headers={"Retry-After": str(int(wait) + 1)})
    grant = house.doorkeeper.grant(wished.token)
    if grant is None:
        raise ProblemError("wrong-token", "It may be from an earlier start of the server.", "Open the address that was printed last.")
    wrong.take(peer, -1.0)
    guest = newcomer(wished.name, grant)
    response.headers["Set-Cookie"] = house.doorkeeper.cookie_for(guest, secure=_by_https(request))
    return _session(house, guest)


@router.get("/api/session", summary="Who am I?")
async def session(guest: Looking, house: Here) -> SessionBody:
    """Who is signed in, and what they may do."""
    return _session(house, guest)


@router.patch("/api/session", summary="Change my name")
async def rename(guest: RenamingSelf, house: Here, wished: NewName, request: Request, response: Response) -> SessionBody:
    """Another name for others to see; boards that are open show it once they connect again."""
    renamed = guest._replace(who=guest.who._replace(name=shown_name(wished.name)))
    if guest.proof == "cookie":
        response.headers["Set-Cookie"] = house.doorkeeper.cookie_for(renamed, secure=_by_https(request))
    return _session(house, renamed)


@router.delete("/api/session", status_code=204, summary="Sign out")
async def sign_out(_: Looking, house: Here, response: Response) -> None:
    """The cookie is taken back."""
    response.headers["Set-Cookie"] = house.doorkeeper.farewell()


def _by_https(request: Request) -> bool:
    return request.headers.get("origin", "").startswith("https://")


def _session(house: House, guest: Guest) -> SessionBody:
    told = {"may": guest.grant, "mode": house.settings.mode}
    who = WhoBody(id=guest.who.id, name=guest.who.name)
    return SessionBody.model_validate({"who": who, **told, "version": version("footlights")})
