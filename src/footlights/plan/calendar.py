"""The plan as a calendar file: a day for each action that is due (RFC 5545)."""

import hashlib
from datetime import UTC, datetime, time

from footlights.words import phrase

from .rows import Planned, PlanRow

__all__ = ["as_calendar"]

#: A line of a calendar has at most so many bytes; longer ones go on after a line break and a space.
_LINE = 75


def as_calendar(planned: Planned, language: str = "en") -> str:
    """An all-day entry for every action that is still to be done and has a day; opening it anew changes entries, and adds none twice."""
    stamp = datetime.combine(planned.today, time(), UTC).strftime("%Y%m%dT%H%M%SZ") if planned.today else "19700101T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Footlights//Plan//EN", "CALSCALE:GREGORIAN"]
    for row in planned.rows:
        if row.is_open and row.due is not None:
            lines += _entry(row, language, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _entry(row: PlanRow, language: str, stamp: str) -> list[str]:
    assert row.due is not None
    id = hashlib.sha256(f"{row.file}\x1f{row.id}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    owner = row.say(row.owner, language) or phrase("plan.nobody", language)
    closes = "; ".join(row.say(each.title, language) for each in row.closes)
    told = [row.say(row.blueprint, language), f"{phrase('plan.owner', language)}: {owner}"]
    if closes:
        told.append(f"{phrase('plan.closes', language)}: {closes}")
    return [
        "BEGIN:VEVENT",
        f"UID:{id}@footlights",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{row.due.isoformat().replace('-', '')}",  # without an end it is that whole day
        f"SUMMARY:{_text(row.say(row.title, language))}",
        f"DESCRIPTION:{_text(chr(10).join(told))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(text: str) -> str:
    """A text value: backslash, semicolon, comma and line ends escaped, other control characters left out."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\n", "\\n")
    return "".join(sign for sign in escaped if sign.isprintable() or sign == " ")


def _folded(line: str) -> list[str]:
    """The line in pieces of at most 75 bytes, no character torn, all but the first with a space in front."""
    pieces, piece, size = [], "", 0
    for sign in line:
        wide = len(sign.encode("utf-8", "replace"))
        if size + wide > _LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + wide
    return [*pieces, piece]
