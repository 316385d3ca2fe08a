"""Which findings are put to people: everything, or calmly those that matter most."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from footlights.facts import GRADES, CheckFinding
from footlights.model import COLLECTIONS

from .case import Case
from .check import Check
from .ledger import Judged
from .settings import Settings

__all__ = ["CALM", "Selection", "chosen_checks", "ranked", "selected"]

#: The calm profile asks no more than this, unless more than this is of severity high.
CALM = 5
_HEAVY = ("high", "error")


class Selection(NamedTuple):
    """What is put to people, most important first, and what the profile keeps back."""

    shown: tuple[Judged, ...]
    kept_back: tuple[Judged, ...] = ()


def chosen_checks(checks: Iterable[Check], settings: Settings) -> tuple[Check, ...]:
    """The checks that a team did not switch off."""
    return tuple(check for check in checks if check.slug not in settings.off)


def ranked(case: Case, findings: Iterable[Judged]) -> tuple[Judged, ...]:
    """Findings by how much they matter: severity, then how much rides on the moment, then the order of reading."""
    order = {name: number for number, name in enumerate(COLLECTIONS)}
    places = {name: {id: number for number, id in enumerate(case.blueprint.collection(name))} for name in COLLECTIONS}

    def weight(each: Judged) -> tuple[int, int, int, int, str]:
        found = each.finding
        step = case.step_of(found.address)
        column = case.order.get(step.id, len(case.order)) if step is not None else -1
        place = places.get(found.address.collection, {}).get(found.address.id, 0)
        return (
            -GRADES.index(found.severity),
            -case.grade(found.address),
            column,
            order.get(found.address.collection, -1) * 100_000 + place,
            found.code,
        )

    return tuple(sorted(findings, key=weight))


def selected(case: Case, findings: Sequence[Judged], checks: Iterable[Check], settings: Settings) -> Selection:
    """What a profile puts to people.

    strict: everything that stands. calm: of what nobody has judged yet (or what came back), everything of severity high, and of what
    a first draft may be asked the most important, up to five in all. What was dismissed or is allowed is kept back by both.
    """
    severities = dict(settings.severity)
    findings = [each._replace(finding=_weighed(each.finding, severities)) for each in findings]
    order = ranked(case, findings)
    if settings.profile == "strict":
        return Selection(tuple(each for each in order if each.stands), tuple(each for each in order if not each.stands))
    calm = {check.slug for check in checks if check.calm}
    asked = [each for each in order if each.status in ("open", "reopened")]
    heavy = [each for each in asked if each.finding.severity in _HEAVY]
    others = [each for each in asked if each.finding.severity not in _HEAVY and each.finding.slug in calm]
    shown = (*heavy, *_several(others, CALM - len(heavy)))
    there = {each.finding.identity for each in shown}
    return Selection(shown, tuple(each for each in order if each.finding.identity not in there))


def _several(findings: Sequence[Judged], most: int) -> list[Judged]:
    """The first of each check before the second of any, so that five questions are five questions."""
    turns: dict[str, int] = {}
    turned = []
    for place, each in enumerate(findings):
        turns[each.finding.slug] = turns.get(each.finding.slug, 0) + 1
        turned.append((turns[each.finding.slug], place, each))
    first = sorted(turned, key=lambda turn: turn[:2])[: max(most, 0)]
    return [each for _, _, each in sorted(first, key=lambda turn: turn[1])]


def _weighed(finding: CheckFinding, severities: dict[str, str]) -> CheckFinding:
    severity = severities.get(finding.slug)
    return finding._replace(severity=severity) if severity is not None else finding
