"""What the store gives: rows of documents, versions and history, and pages of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from footlights.live import Who

__all__ = ["DocumentRow", "Finding", "HistoryRow", "Page", "VersionRow"]

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some of a list; `next` is the `after` of the following page, None at the end."""

    items: Sequence[T]
    next: str | None = None


@dataclass(frozen=True)
class DocumentRow:
    """One document as the list shows it. Times are UTC, ISO 8601; `seq` is that of its last entry."""

    id: str
    title: str
    language: str
    steps: int
    phases: int
    made_at: str
    made_by: str
    changed_at: str
    changed_by: str
    seq: int
    file: str | None
    file_seq: int | None
    gone_at: str | None


@dataclass(frozen=True)
class VersionRow:
    """A kept state: `kind` is named, auto or safety; `seq` is the entry it was kept after."""

    document: str
    number: int
    name: str
    kind: str
    seq: int
    made_at: str
    made_by: str
    note: str


class HistoryRow(NamedTuple):
    """What one person did without a long pause: entries from `first_seq` to `last_seq`, others' perhaps among them."""

    first_seq: int
    last_seq: int
    from_: str
    to: str
    who: Who
    entries: int


@dataclass(frozen=True)
class Finding:
    """Something that `doctor` found: in which document, what, and whether it is mended."""

    document: str
    what: str
    mended: bool
