"""The one gate: may this guest do that to this thing? Every request, every socket and every export asks here."""

from typing import NamedTuple

from footlights.live import Who

__all__ = ["ACTIONS", "GRANTS", "Guest", "may"]

#: What a token opens the door for: editing everything, or looking only.
GRANTS = ("edit", "view")

#: What can be done, and which grants suffice. What is not listed is nobody's.
ACTIONS: dict[str, frozenset[str]] = {
    "look": frozenset({"edit", "view"}),  # documents, versions, history, exports, the live board
    "rename-self": frozenset({"edit", "view"}),  # the name that others see
    "change": frozenset({"edit"}),  # what a document says
    "open-path": frozenset({"edit"}),  # another file of this machine, and only for a program that has the token itself
    "make": frozenset({"edit"}),  # a new document
    "discard": frozenset({"edit"}),  # a document as a whole, and bringing it back
    "keep-version": frozenset({"edit"}),
}


class Guest(NamedTuple):
    """Who is asking, what their token grants, and whether they proved it by cookie (a browser) or bearer (a script)."""

    who: Who
    grant: str
    proof: str = "cookie"


def may(guest: Guest | None, action: str, thing: str = "") -> bool:
    """Whether a guest may do an action to a thing (a document's id; "" where it is about none); nobody may do the unknown.

    Today a grant holds for all documents; roles, shares and owners will be asked for here, and nowhere else.
    """
    if guest is None or (action == "open-path" and guest.proof != "bearer"):
        return False
    return guest.grant in ACTIONS.get(action, frozenset())
