"""Whatever an author may write: no check breaks, findings can be told apart, and a mend leaves nothing of what it mends."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from footlights.checks import FAMILIES, Case, check_named, examine, mend
from footlights.checks.testing import TODAY
from footlights.edits import apply_all
from footlights.measures import path_time
from footlights.model import Blueprint
from tests.properties.strategies import blueprints

CHECKS = tuple(check for family, checks in FAMILIES.items() for check in checks if family != "CHK")


def case_of(blueprint: Blueprint) -> Case:
    return Case(blueprint, path_time(blueprint), TODAY)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(blueprints())
def test_checks_bear_any_blueprint(blueprint: Blueprint) -> None:
    case = case_of(blueprint)
    found = examine(case, CHECKS)
    assert not [each.text() for each in found if each.slug == "broken-check"]
    assert len({each.identity for each in found}) == len(found)
    assert found == examine(case_of(blueprint), CHECKS)
    for finding in found:
        check = check_named(finding.slug)
        operations = mend(case, check, finding)
        if operations:
            left = examine(case_of(apply_all(blueprint, operations)), (check,))
            assert finding.identity not in {each.identity for each in left}
