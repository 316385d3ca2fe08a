"""Mending: one after the other, each on what the one before left; what can't be held stays as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from footlights.checks import Found, check_named, settled
from footlights.cli.checking.examined import Task
from footlights.cli.checking.mending import mended
from footlights.cli.opening import Opened
from footlights.edits import Put
from footlights.files import read
from footlights.model import Address, FootlightsError
from tests.cli.asking import ASKING

TASK = Task("a.yaml", settled({"profile": "strict"}), "en", date(2026, 11, 1))


def opened(text: str) -> Opened:
    return Opened("a.yaml", text, read(text, "a.yaml"))


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> object:
    """Puts only this check, with these parts exchanged."""

    def put(**parts: object) -> None:
        check = check_named("finding-without-action")._replace(**parts)
        monkeypatch.setattr("footlights.checks.catalogue", lambda: (check,))
        monkeypatch.setattr("footlights.checks.check_named", lambda _: check)

    return put


def test_two_mends_of_one_place_come_one_after_the_other(only) -> None:  # type: ignore[no-untyped-def]
    only()
    done = mended(opened(ASKING), TASK)
    assert [each.address for each in done.mended] == ["findings/queue", "findings/stain"]
    assert done.file.blueprint is not None
    assert [action.closes for action in done.file.blueprint.actions.values()] == [("queue",), ("stain",)]
    assert done.file.text is not None and done.file.text.startswith(ASKING)


def test_a_mend_that_leaves_its_finding_is_tried_once(only) -> None:  # type: ignore[no-untyped-def]
    turns = []

    def never_enough(case, finding):  # type: ignore[no-untyped-def]
        turns.append(finding.identity)
        return (Put(Address("blueprint", "", "title"), f"Turn {len(turns)}"),)

    only(mend=never_enough)
    done = mended(opened(ASKING), TASK)
    assert turns == ["finding-without-action@findings/queue", "finding-without-action@findings/stain"]
    assert len(done.mended) == 2


def test_a_mend_that_calls_for_ever_more_ends(only) -> None:  # type: ignore[no-untyped-def]
    def always_another(case, _):  # type: ignore[no-untyped-def]
        yield Found(Address("blueprint"), detail=str(case.blueprint.title))

    only(find=always_another, mend=lambda case, _: (Put(Address("blueprint", "", "title"), f"{case.blueprint.title}."),))
    text = "footlights: 1\ntitle: A\n"
    done = mended(opened(text), TASK)
    assert 1 < len(done.mended) <= 200


def test_what_the_file_can_not_hold_stays(only) -> None:  # type: ignore[no-untyped-def]
    def refused(*_: object) -> tuple[Put, ...]:
        raise FootlightsError("not here")

    only(mend=refused)
    done = mended(opened(ASKING), TASK)
    assert (done.file.text, done.mended) == (ASKING, ())


def test_faults_of_form_are_not_written_over() -> None:
    text = ASKING + "actions: 3\n"
    done = mended(opened(text), TASK)
    assert (done.file.text, done.mended) == (text, ())


def test_a_file_that_changes_under_our_hands_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from footlights.cli import check, main

    path = tmp_path / "a.blueprint.yaml"
    path.write_text(ASKING, "utf-8")
    real = check.save

    def late(target: str, text: str, before: str) -> None:
        path.write_text("footlights: 1\ntitle: Mine\n", "utf-8")
        real(target, text, before)

    monkeypatch.setattr(check, "save", late)
    assert main(["check", str(path), "--fix"]) == 2
    assert path.read_text("utf-8") == "footlights: 1\ntitle: Mine\n"
