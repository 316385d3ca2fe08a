"""Faults and findings as workflow commands, which GitHub (and what is like it) shows beside the lines of a change."""

import os
from collections.abc import Iterator, Sequence

from footlights.cli.voice import shown
from footlights.facts import Place

from .examined import Checked

__all__ = ["annotations"]

#: The three kinds there are, by the severity of ours.
_KINDS = {"error": "error", "high": "warning", "medium": "warning", "warning": "warning", "low": "notice"}


def annotations(files: Sequence[Checked], language: str) -> Iterator[str]:
    """One line for every fault and every finding that waits for a judgement, file by file."""
    for file in files:
        for one in file.diagnostics:
            yield _line(one.severity, one.place, f"{one.code} {one.slug}", one.text(language), one.hint(language))
        for each in file.shown:
            if each.asks:
                yield _line(each.severity, each.place, f"{each.code} {each.title}", each.message, each.hint)


def _line(severity: str, place: Place, title: str, message: str, hint: str) -> str:
    properties = {"file": place.file.replace(os.sep, "/").removeprefix("./")}
    if place.line:
        properties |= {"line": str(place.line), "col": str(max(place.column, 1))}
    if place.end_line and place.end_column:
        properties |= {"endLine": str(place.end_line), "endColumn": str(place.end_column)}
    told = ",".join(f"{name}={_property(value)}" for name, value in (properties | {"title": title}).items())
    return shown(f"::{_KINDS[severity]} {told}::" + _escaped("\n".join(filter(None, (message, hint)))))


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
