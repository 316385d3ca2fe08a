"""Faults and findings as SARIF 2.1.0, the form in which code hosts and dashboards take the results of checks."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from footlights.cli.diagnosis import fingerprint_of
from footlights.facts import Diagnostic, Place

from .examined import Checked, Told

__all__ = ["as_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: SARIF's levels and its rank (0 to 100, what matters most has the highest) by our severity.
_LEVELS = {"error": ("error", 100.0), "high": ("warning", 80.0), "medium": ("warning", 50.0), "warning": ("warning", 50.0),
           "low": ("note", 20.0)}  # fmt: skip
_BASE = "SRCROOT"
_LINE_END = re.compile(r"\r\n|\r|\n")


class _Rule(NamedTuple):
    """What is told of a rule, once for all its results."""

    code: str
    slug: str
    title: str
    why: str
    source: str


def as_sarif(files: Sequence[Checked], language: str, profile: str, version: str) -> dict[str, Any]:
    """One run with a result for every fault and finding of the files, those that were dismissed or are allowed suppressed.

    Paths are relative to the working folder, columns count UTF-16 code units. Only rules that a result names are described.
    """
    rules = {rule.code: rule for rule in _rules(files, language)}
    index = {code: number for number, code in enumerate(sorted(rules))}
    driver = {
        "name": "footlights",
        "version": version,
        "language": language,
        "rules": [_described(rules[code]) for code in index],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"footlights/check/{profile}/"},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which footlights ran."}}},
        "results": [result for file in files for result in _results(file, language, index)],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rules(files: Iterable[Checked], language: str) -> Iterator[_Rule]:
    for file in files:
        for one in file.diagnostics:
            # the same whatever file comes first: the kind, not the facts of one fault
            yield _Rule(one.code, one.slug, one.slug.replace("-", " ").capitalize(), "", "")
        for each in (*file.shown, *file.laid_aside):
            yield _Rule(each.code, each.slug, each.title, each.why, each.source)


def _described(rule: _Rule) -> dict[str, Any]:
    help_text = " ".join(filter(None, (rule.why, rule.source))) or rule.title
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why or rule.title},
        "help": {"text": help_text},
    }


def _results(file: Checked, language: str, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    lines = _LINE_END.split(file.text.removeprefix("\ufeff")) if file.text is not None else []
    for one in file.diagnostics:
        address = str(one.address) if one.address is not None else ""
        yield {
            **_head(one.code, index, one.severity, one.text(language), one.hint(language)),
            "locations": [_location(one.place, _astral(one, lines), address)],
            "partialFingerprints": {"footlights/v1": fingerprint_of(one)},
            "suppressions": [],
            "properties": {"severity": one.severity},
        }
    for each in (*file.shown, *file.laid_aside):
        yield {
            **_head(each.code, index, each.severity, each.message, each.hint),
            "locations": [_location(each.place, each.astral, each.address)],
            "partialFingerprints": {"footlights/v1": each.fingerprint},
            "suppressions": _suppressions(each),
            "properties": {"severity": each.severity, "status": each.status},
        }


def _head(code: str, index: dict[str, int], severity: str, message: str, hint: str) -> dict[str, Any]:
    level, rank = _LEVELS[severity]
    said = f"{message}\n{hint}" if hint else message
    return {"ruleId": code, "ruleIndex": index[code], "level": level, "rank": rank, "message": {"text": said}}


def _suppressions(each: Told) -> list[dict[str, Any]]:
    """Allowed at its element: the file says so where it stands. Dismissed: the ledger says so."""
    kind = {"allowed": "inSource", "dismissed": "external"}.get(each.status)
    if kind is None:
        return []
    return [{"kind": kind, "status": "accepted", **({"justification": each.reason} if each.reason else {})}]


def _location(place: Place, astral: tuple[int, int], address: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(place.file)}
    if place.line:
        region = {"startLine": place.line, "startColumn": max(place.column, 1) + astral[0]}
        if place.end_line and place.end_column:
            region |= {"endLine": place.end_line, "endColumn": place.end_column + astral[1]}
        physical["region"] = region
    logical = {"logicalLocations": [{"fullyQualifiedName": address}]} if address else {}
    return {"physicalLocation": physical, **logical}


def _artifact(name: str) -> dict[str, str]:
    """Where a file is, relative to the working folder where it can be; a name may hold any character and any byte."""
    if name == "<stdin>":
        return {"uri": "stdin"}
    try:
        near_by = os.path.relpath(name)
    except ValueError:  # another drive
        return {"uri": Path(name).absolute().as_uri()}
    parts = near_by.split(os.sep)  # noqa: PTH206 - a Path can't hold every name
    return {"uri": "/".join(quote(os.fsencode(part), safe="") for part in parts), "uriBaseId": _BASE}


def _astral(one: Diagnostic, lines: Sequence[str]) -> tuple[int, int]:
    """How many characters before its two columns take two units in UTF-16."""
    place = one.place
    if not 0 < place.line <= len(lines):
        return 0, 0
    line = lines[place.line - 1]
    same = place.end_line in (0, place.line)
    return _wide(line, place.column), _wide(line, place.end_column) if same else 0


def _wide(line: str, column: int) -> int:
    return sum(sign > "\uffff" for sign in line[: max(column - 1, 0)])
