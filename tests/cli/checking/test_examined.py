"""One file examined: plain values in one language, and how bad it is."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from footlights import api
from footlights.checks import settled
from footlights.cli.checking.examined import GRADES_UP, Checked, Task, examined
from footlights.facts import GRADES
from tests.cli.asking import ASKING
from tests.cli.conftest import GOOD

TODAY = date(2026, 11, 1)


def checked(tmp_path: Path, text: str, language: str = "en", **settings: object) -> Checked:
    path = tmp_path / "a.blueprint.yaml"
    path.write_text(text, "utf-8")
    return examined(Task(str(path), settled(settings), language, TODAY))


@pytest.mark.parametrize("profile", ["calm", "strict"])
def test_it_finds_what_the_library_finds(profile: str, tmp_path: Path) -> None:
    found = checked(tmp_path, ASKING, profile=profile)
    selection = api.findings(api.loads(ASKING), settings=settled({"profile": profile}), today=TODAY)
    assert [each.fingerprint for each in found.shown] == [each.finding.fingerprint for each in selection.shown]
    assert found.more + len(found.laid_aside) == len(selection.kept_back)
    assert {each.status for each in found.laid_aside} == {"dismissed", "allowed"}


@pytest.mark.parametrize("text", [ASKING, GOOD, GOOD + "colour: red\n", "naam: x\n"])
def test_what_is_said_travels_between_processes(text: str, tmp_path: Path) -> None:
    found = checked(tmp_path, text, profile="strict")
    assert pickle.loads(pickle.dumps(found)) == found
    assert (found.text is not None) == bool(found.diagnostics)


def test_only_fixed_and_open_findings_weigh(tmp_path: Path) -> None:
    assert GRADES_UP == GRADES
    assert Checked("a").worst == -1
    assert checked(tmp_path, "naam: x\n").worst == GRADES_UP.index("error")
    assert checked(tmp_path, "naam: x\n").unreadable
    assert checked(tmp_path, ASKING).worst == GRADES_UP.index("high")


def test_half_a_blueprint_is_not_questioned(tmp_path: Path) -> None:
    found = checked(tmp_path, ASKING + "actions: 3\n", profile="strict")
    assert (found.shown, found.laid_aside, found.more) == ((), (), 0)


def test_the_language_is_that_of_who_asks(tmp_path: Path) -> None:
    nl = {each.code: each for each in checked(tmp_path, ASKING, "nl").shown}
    assert nl["STR001"].message == "Achter 'Brushes the shoes' staat niemand."
    assert nl["STR001"].place.line == 14
