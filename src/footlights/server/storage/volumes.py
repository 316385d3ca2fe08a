"""Entries packed together once a snapshot holds them: small, exact, and each still to be checked on its own."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from footlights.live import Garbled, Row, Who, read_bytes, read_number, written_bytes, written_number

from .rows import HistoryRow

__all__ = ["PAUSE_S", "grouped", "pack", "people_of", "row_groups", "unpack"]

#: So long a pause begins a new line in the history.
PAUSE_S = 300.0
_MOST = 256 << 20  # a volume is never larger than this, whatever its bytes claim


def pack(rows: Sequence[Row]) -> bytes:
    """Rows as bytes."""
    out = [written_number(len(rows))]
    for row in rows:
        out += (written_number(row.seq), written_bytes(row.at.encode()), written_bytes(row.who.id.encode()))
        out += (written_bytes(row.who.name.encode()), written_bytes(row.checksum), written_bytes(row.update))
    return zlib.compress(b"".join(out), 6)


def unpack(data: bytes) -> list[Row]:
    """The rows again; raises Garbled."""
    opener = zlib.decompressobj()
    try:
        plain = opener.decompress(data, _MOST)
    except zlib.error:
        raise Garbled("a volume can't be opened") from None
    if not opener.eof:
        raise Garbled("a volume is cut off")
    count, at = read_number(plain, 0)
    rows = []
    for _ in range(count):
        seq, at = read_number(plain, at)
        parts = []
        for _ in range(5):
            part, at = read_bytes(plain, at)
            parts.append(part)
        moment, id, name, checksum, update = parts
        rows.append(Row(seq, update, Who(id.decode(), name.decode()), moment.decode(), checksum))
    return rows


def row_groups(rows: Iterable[Row]) -> list[HistoryRow]:
    """Who worked from when to when, a line for each entry still; `grouped` puts them together."""
    return [HistoryRow(row.seq, row.seq, row.at, row.at, row.who, 1) for row in rows]


def grouped(lines: Iterable[HistoryRow]) -> list[HistoryRow]:
    """Lines in the order of their entries, put together where the same person went on without a long pause; newest first."""
    open_: dict[Who, HistoryRow] = {}
    done: list[HistoryRow] = []
    for line in lines:
        before = open_.get(line.who)
        if before is not None and _seconds(line.from_) - _seconds(before.to) <= PAUSE_S:
            open_[line.who] = HistoryRow(
                before.first_seq,
                line.last_seq,
                min(before.from_, line.from_),
                max(before.to, line.to),
                line.who,
                before.entries + line.entries,
            )
        else:
            if before is not None:
                done.append(before)
            open_[line.who] = line
    return sorted([*done, *open_.values()], key=lambda line: line.last_seq, reverse=True)


def people_of(rows: Iterable[Row]) -> str:
    """The lines of some rows, as text for the table."""
    lines = sorted(grouped(row_groups(rows)), key=lambda line: line.first_seq)
    return json.dumps([[*line[:4], *line.who, line.entries] for line in lines], ensure_ascii=False)


def told_people(text: str) -> list[HistoryRow]:
    """The lines again."""
    told: list[list[Any]] = json.loads(text)
    return [HistoryRow(first, last, from_, to, Who(id, name), entries) for first, last, from_, to, id, name, entries in told]


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()
