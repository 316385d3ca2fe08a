"""XML written element by element, indented, every text escaped."""

import re

from footlights.render.drawio import attribute
from footlights.render.svg import plain_number

from .room import Box

__all__ = ["Sheet", "safe_id"]

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


def safe_id(*parts: str) -> str:
    """An id as XML allows it."""
    return _UNSAFE.sub("-", "_".join(parts))


class Sheet:
    """The lines so far. Ids are handed out once."""

    def __init__(self) -> None:
        self._lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self._deep = 0
        self._ids: dict[str, int] = {}

    def id_of(self, *parts: str) -> str:
        """An id that nothing else has."""
        wanted = safe_id(*parts)
        count = self._ids.get(wanted, 0) + 1
        self._ids[wanted] = count
        return wanted if count == 1 else self.id_of(wanted, str(count))

    def open(self, tag: str, attributes: dict[str, str] | None = None) -> None:
        """Begin an element; attributes that are "" are left out."""
        self._put(f"<{tag}{_told(attributes)}>")
        self._deep += 1

    def close(self, tag: str) -> None:
        """End it."""
        self._deep -= 1
        self._put(f"</{tag}>")

    def one(self, tag: str, attributes: dict[str, str] | None = None, text: str = "") -> None:
        """An element without others in it."""
        self._put(f"<{tag}{_told(attributes)}>{attribute(text)}</{tag}>" if text else f"<{tag}{_told(attributes)}/>")

    def bounds(self, box: Box) -> None:
        """The place of a shape or label."""
        x, y, wide, high = map(plain_number, box)
        self.one("dc:Bounds", {"x": x, "y": y, "width": wide, "height": high})

    def bytes(self) -> bytes:
        """Everything, in UTF-8."""
        return ("\n".join(self._lines) + "\n").encode("utf-8")

    def _put(self, line: str) -> None:
        self._lines.append(" " * self._deep + line)


def _told(attributes: dict[str, str] | None) -> str:
    return "".join(f' {key}="{attribute(value)}"' for key, value in (attributes or {}).items() if value)
