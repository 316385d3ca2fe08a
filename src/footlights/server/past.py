"""A document as it was: after an entry of its log, or in a version; and what changed between two states, in words."""

from footlights.compare import changes, summary
from footlights.live import Materialised, Shared, blueprint_of
from footlights.model import Blueprint

from .bodies import ChangeBody, ChangesBody
from .storage import Store
from .threads import apart

__all__ = ["at_seq", "at_version", "opened", "told"]


def opened(state: bytes) -> Materialised:
    """The blueprint in a document's state. A shared document must not change threads, so it is opened and left in one."""
    return blueprint_of(Shared(state))


async def at_seq(store: Store, id: str, seq: int) -> Materialised:
    """The document after entry `seq` of its log; the empty document for 0."""
    return blueprint_of(Shared()) if seq == 0 else await apart(opened, await store.state_at(id, seq))


async def at_version(store: Store, id: str, number: int) -> Materialised:
    """The document as a version holds it."""
    return await apart(opened, await store.version_state(id, number))


def told(before: Blueprint, after: Blueprint, language: str) -> ChangesBody:
    """What changed from one state to the other, in a language of ours."""
    found = changes(before, after)
    items = [ChangeBody(kind=one.kind, address=str(one.address), text=one.text(language)) for one in found]
    return ChangesBody(summary=summary(found, language), items=items)
