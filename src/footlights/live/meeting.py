"""How two who begin the same text at the same time, apart from each other, begin one text and not two; as in the editor."""

from typing import Any

from pycrdt import Doc, Map, Text

__all__ = ["begin", "meeting_client"]

_MASK = 0xFFFFFFFF


def meeting_client(address: str) -> int:
    """A client number that everybody works out alike from an address (`cards/k#does@nl`), above all that Yjs draws.

    Two runs of FNV-1a, 20 and 32 bits of them, as in `web/src/edits/meeting.ts`.
    """
    one, two = 0x811C9DC5, 0x01000193
    for byte in address.encode():
        one = (one ^ byte) * 0x01000193 & _MASK
        two = (two ^ byte) * 0x85EBCA6B & _MASK
        two ^= two >> 13
    return ((two & 0xFFFFF | 1) << 32) + one


def begin(doc: Doc[Any], root: str, key: str | None, name: str, kind: type[Text] | type[Map[Any]] = Text) -> None:
    """Put an empty shared text (or map) under a free name of an element (of a root for None), the same one that others would.

    It costs a copy of the document. Where the name was in use once, nothing is done: then the later one wins.
    """
    address = root if key is None else f"{root}/{key}"
    copy: Doc[Any] = Doc(client_id=meeting_client(f"{address}#{name}"))
    copy.apply_update(doc.get_update())
    known = copy.get_state()
    top = copy.get(root, type=Map)
    there: Map[Any] = top if key is None else top[key]
    there[name] = kind()
    made = copy.get_update(known)
    if _is_first(made):
        doc.apply_update(made)


#: The bit in a struct's first byte that says it stands behind another.
_BEHIND = 0x80


def _is_first(update: bytes) -> bool:
    """Whether an update holds one struct, the first of its client, that stands behind no other: then it is everybody's."""
    numbers, at = [], 0
    for _ in range(4):  # clients, structs, the client, its clock
        value, shift = 0, 0
        while update[at] >= 0x80:
            value |= (update[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
        numbers.append(value | update[at] << shift)
        at += 1
    clients, structs, _, clock = numbers
    return (clients, structs, clock) == (1, 1, 0) and not update[at] & _BEHIND
