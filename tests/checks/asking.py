"""One check put to a small blueprint, for tests of what its two examples do not show."""

from __future__ import annotations

from datetime import date

import footlights
from footlights.checks import Case, check_named, examine
from footlights.facts import CheckFinding


def found(slug: str, text: str, **options: float) -> tuple[CheckFinding, ...]:
    """What the check finds in a blueprint (without its two first lines), which must read without a complaint."""
    document = footlights.loads("footlights: 1\ntitle: A blueprint\n" + text)
    assert not document.diagnostics, [str(each) for each in document.diagnostics]
    case = Case(document.blueprint, footlights.path_time(document.blueprint), date(2026, 11, 1))
    findings = examine(case, (check_named(slug),), {slug: options})
    assert all(each.slug == slug for each in findings), [each.text() for each in findings]
    return findings


def places(slug: str, text: str, **options: float) -> list[str]:
    """Where it finds something."""
    return [str(each.address) for each in found(slug, text, **options)]
