"""What every request needs: the house it came to, the guest it comes from, and leave for what it asks."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Path, Query, Request

from .gate import Guest, may
from .house import House
from .problems import NOT_SIGNED_IN, ProblemError

__all__ = [
    "After",
    "Changing",
    "Discarding",
    "Here",
    "KeepingVersion",
    "Limit",
    "Looking",
    "Making",
    "OpeningPath",
    "RenamingSelf",
    "ThisDocument",
]


def _house(request: Request) -> House:
    found: House = request.app.state.house
    return found


def _asks(action: str) -> Callable[[Request], Guest]:
    """A dependency that lets pass whom the gate lets do this; others get 401 or 403 before anything is looked up."""

    def asked(request: Request) -> Guest:
        guest: Guest | None = request.scope.get("guest")
        if guest is None:
            raise ProblemError("not-signed-in", NOT_SIGNED_IN)
        if not may(guest, action, str(request.path_params.get("id", ""))):
            raise ProblemError("not-allowed", "Your token is for looking only." if guest.grant == "view" else "")
        return guest

    asked.__name__ = f"asks_{action}"
    return asked


Here = Annotated[House, Depends(_house)]
Looking = Annotated[Guest, Depends(_asks("look"))]
Changing = Annotated[Guest, Depends(_asks("change"))]
Making = Annotated[Guest, Depends(_asks("make"))]
Discarding = Annotated[Guest, Depends(_asks("discard"))]
KeepingVersion = Annotated[Guest, Depends(_asks("keep-version"))]
OpeningPath = Annotated[Guest, Depends(_asks("open-path"))]
RenamingSelf = Annotated[Guest, Depends(_asks("rename-self"))]

ThisDocument = Annotated[str, Path(max_length=64, pattern=r"^[a-z0-9][a-z0-9-]*$", description="The document's id")]
After = Annotated[str | None, Query(max_length=200, description="Where the page begins: `next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many items a page holds at most")]
