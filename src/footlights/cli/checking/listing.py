"""Findings for people: calmly, file by file, the reason once for each check."""

import os
import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence

from footlights.cli.voice import Voice, shown

from .examined import GRADES_UP, Checked, Told

__all__ = ["severities", "tell_findings"]

_COLOURS = {
    "error": "\033[1;31m", "high": "\033[31m", "medium": "\033[33m", "low": "\033[36m", "place": "\033[1m", "slug": "\033[2m",
    "hint": "\033[36m",
}  # fmt: skip
_NARROW, _WIDE = 40, 110
_LONGEST = 2000


def tell_findings(files: Sequence[Checked], voice: Voice, least: int = 0) -> None:
    """Say on standard error what was mended in every file, and what was found.

    A quiet voice says only what makes the check fail (at least `least` in `GRADES_UP`), in one line each.
    """
    page = _Page(voice)
    for file in files:
        page.say([page.mended(each) for each in file.mended if not voice.quiet])
    for file in files:
        found = [each for each in file.shown if not voice.quiet or (each.asks and GRADES_UP.index(each.severity) >= least)]
        for each in found:
            page.say(page.finding(each))
        if found and not voice.quiet:
            page.say([*([f"  {voice.phrase('check.more', n=file.more)}"] if file.more and len(files) > 1 else []), ""])


class _Page:
    """What was said already, so that it is not said again."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self._colourful = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        columns = shutil.get_terminal_size((_WIDE, 24)).columns
        self._width = max(_NARROW, min(_WIDE, columns)) if sys.stderr.isatty() else None
        self._said: set[str] = set()

    def say(self, lines: Sequence[str]) -> None:
        for line in lines:
            print(line, file=sys.stderr)

    def mended(self, each: Told) -> str:
        """What was mended, as it was found; its place is gone."""
        said = self.voice.phrase("check.mended", message=_one_line(each.message))
        return f"{self._dyed(_one_line(each.place.file), 'place')}: {said} {self._dyed(f'[{each.code} {each.slug}]', 'slug')}"

    def finding(self, each: Told) -> list[str]:
        """A finding: where and what; then, the first time, why it matters and what to do about it."""
        voice = self.voice
        name = f"[{each.code} {each.slug}]"
        said = f"{voice.phrase(f'severity.{each.severity}')}: {_one_line(each.message)}"
        head = f"{self._dyed(_one_line(str(each.place)), 'place')}: {self._dyed_front(said, each.severity)} {self._dyed(name, 'slug')}"
        if voice.quiet:
            return [head]
        lines = [head]
        if each.status == "reopened":
            lines += self._indented(voice.phrase("check.reopened", reason=each.reason))
        elif each.status == "accepted":
            lines += self._indented(voice.phrase("check.accepted"))
        if self._is_new(f"{each.slug} {each.why}"):
            lines += self._indented(each.why)
        if each.hint and self._is_new(f"{each.slug} {each.hint}"):
            lines += self._indented(f"{voice.phrase('diagnostics.hint')}: {each.hint}")
        return lines

    def _is_new(self, text: str) -> bool:
        new = text not in self._said
        self._said.add(text)
        return new

    def _indented(self, text: str) -> list[str]:
        text = _one_line(text)
        return [f"  {line}" for line in (textwrap.wrap(text, self._width - 2) if self._width else [text])]

    def _dyed(self, text: str, name: str) -> str:
        return f"{_COLOURS[name]}{text}\033[0m" if self._colourful else text

    def _dyed_front(self, text: str, name: str) -> str:
        front, colon, rest = text.partition(":")
        return f"{self._dyed(front, name)}{colon}{rest}"


def severities(found: Iterable[Told], voice: Voice) -> str:
    """How many findings there are of which severity, the worst first: `1 high, 3 medium`."""
    many = Counter(each.severity for each in found)
    return ", ".join(f"{many[name]} {voice.phrase(f'severity.{name}')}" for name in reversed(GRADES_UP) if many[name])


def _one_line(text: str) -> str:
    said = shown(text).replace("\n", " ")
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
