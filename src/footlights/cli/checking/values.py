"""Findings for machines."""

from collections.abc import Iterable
from typing import Any

from .examined import Told

__all__ = ["findings_as_values"]


def findings_as_values(findings: Iterable[Told]) -> list[dict[str, Any]]:
    """Findings in the shape of the JSON answer; what is not known or not there is None."""
    return [
        {
            "code": each.code,
            "slug": each.slug,
            "severity": each.severity,
            "message": each.message,
            "address": each.address,
            "file": each.place.file,
            "line": each.place.line or None,
            "column": each.place.column or None,
            "end_line": each.place.end_line or None,
            "end_column": each.place.end_column or None,
            "hint": each.hint or None,
            "source": each.source,
            "fingerprint": each.fingerprint,
            "status": each.status,
            "reason": each.reason or None,
            "why": each.why,
            "title": each.title,
            "fixable": each.fixable,
        }
        for each in findings
    ]
