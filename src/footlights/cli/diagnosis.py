"""How faults are told: a line with the place, the source line with a pointer, and how to mend it; or JSON."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from footlights.facts import Diagnostic

from .voice import Voice, shown

__all__ = ["as_json", "fingerprint_of", "tell"]

#: A terminal, a log and a reader all have their limits: characters of one line, of everything together, of a source line.
_LINE, _ALL, _SOURCE = 2000, 20_000, 160
#: Up to how many diagnostics the source line is shown where nobody watches.
_FEW = 20
_LINE_END = re.compile(r"\r\n|\r|\n")
_COLOURS = {"error": "\033[1;31m", "warning": "\033[1;33m", "place": "\033[1m", "hint": "\033[36m"}


def tell(diagnostics: Sequence[Diagnostic], texts: dict[str, str], voice: Voice) -> None:
    """Say diagnostics on standard error, one below the other; what is too much is counted.

    `texts` holds the text of each file that could be read, for its source lines.
    """
    colourful = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    with_source = sys.stderr.isatty() or len(diagnostics) <= _FEW
    lines_of = {file: _LINE_END.split(text.removeprefix("\ufeff")) for file, text in texts.items()} if with_source else {}
    room = _ALL - 500  # for whatever else is said
    for number, found in enumerate(diagnostics):
        told = _told(found, lines_of.get(found.place.file, ()), voice, colourful)
        room -= sum(len(line.encode("utf-8", "replace")) + 1 for line in told)
        if room < 0:
            print(voice.phrase("diagnostics.more", n=len(diagnostics) - number), file=sys.stderr)
            return
        for line in told:
            print(line, file=sys.stderr)


def _told(found: Diagnostic, source: Sequence[str], voice: Voice, colourful: bool) -> list[str]:
    def dyed(text: str, name: str) -> str:
        return f"{_COLOURS[name]}{text}\033[0m" if colourful else text

    language = voice.language
    place = _cut(_one_line(str(found.place)), _LINE // 2)
    said = _cut(_one_line(found.text(language)), _LINE - 100 - len(place))
    lines = [f"{dyed(place, 'place')}: {dyed(voice.phrase(f'severity.{found.severity}'), found.severity)}: {said}"]
    lines += _source_lines(found, source)
    hint = found.hint(language)
    if hint:
        lines.append(f"  {dyed(voice.phrase('diagnostics.hint'), 'hint')}: {_cut(_one_line(hint), _LINE - 100)}")
    return lines


def _source_lines(found: Diagnostic, source: Sequence[str]) -> list[str]:
    """The line of the file that a diagnostic speaks of, with a pointer below it; [] where there is none."""
    place = found.place
    if not (0 < place.line <= len(source) and place.column):
        return []
    line = source[place.line - 1]
    # the pointer stays in sight on a long line: only the part around it is shown
    start = max(0, place.column - 1 - _SOURCE // 2) if len(line) > _SOURCE else 0
    text = "".join(char if char.isprintable() else " " for char in line[start : start + _SOURCE])
    if not text.strip():
        return []
    same_line = place.end_line in (0, place.line)
    end = max(place.end_column, place.column + 1) if same_line else len(line) + 1
    at = place.column - 1 - start
    wide = max(1, min(end - place.column, len(text.rstrip()) - at))
    gutter = " " * len(str(place.line))
    pad = "".join("  " if _is_wide(char) else " " for char in text[:at])
    return [f" {place.line} | {text.rstrip()}", f" {gutter} | {pad}{'^' * wide}"]


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _one_line(text: str) -> str:
    return shown(text).replace("\n", "\\n")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def as_json(diagnostics: Iterable[Diagnostic], language: str) -> list[dict[str, Any]]:
    """Diagnostics for machines; `fingerprint` stays the same while lines move, `source` is None for what is form."""
    return [
        {
            "code": found.code,
            "slug": found.slug,
            "severity": found.severity,
            "message": found.text(language),
            "address": str(found.address) if found.address is not None else None,
            "file": found.place.file,
            "line": found.place.line or None,
            "column": found.place.column or None,
            "end_line": found.place.end_line or None,
            "end_column": found.place.end_column or None,
            "hint": found.hint(language) or None,
            "source": None,
            "fingerprint": fingerprint_of(found),
        }
        for found in diagnostics
    ]


def fingerprint_of(found: Diagnostic) -> str:
    """What tells a fault from others however lines move: made of its kind, its element and its facts."""
    import hashlib

    said = "\x1f".join([found.slug, str(found.address or ""), *(f"{key}={value}" for key, value in found.facts)])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
