"""`footlights plan`: one plan over many blueprints, in a terminal, as JSON, and in the forms of others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.plan.test_rows import TEXT

from .accepted import agrees
from .conftest import Footlights


def test_what_is_late_and_unowned_stands_out(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "a.blueprint.yaml").write_text(TEXT.replace("2027-03-01", "2020-03-01"))
    code, out, err = footlights("plan", "a.blueprint.yaml")
    assert code == 0
    assert "nobody yet" in out
    assert "days late" in out
    assert "No action answers 1 finding:" in out
    assert "without an owner" in err
    assert "nog niemand" in footlights("plan", "a.blueprint.yaml", "--language", "nl", "--by", "status").out


def test_json_has_every_action_with_what_it_closes(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "a.blueprint.yaml").write_text(TEXT)
    answer = json.loads(footlights("plan", ".", "--json").out)
    assert answer["footlights"] == 1
    later = next(row for row in answer["actions"] if row["address"] == "actions/later")
    assert later["closes"][1] == {"finding": "bounce", "title": "Tickets bounce", "severity": "high"}
    assert (later["due"], later["unowned"]) == ("2027-04-01", False)
    assert [each["finding"] for each in answer["unanswered"]] == ["silent"]
    assert len(json.loads(footlights("plan", ".", "--json", "--open").out)["actions"]) == 3


def test_the_answer_that_scripts_rely_on(tmp_path: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    (tmp_path / "call.blueprint.yaml").write_text(TEXT.split("- {id: done")[0].replace("2027-03", "2020-03").replace("2027-04", "2999-04"))
    answer = json.loads(footlights("plan", "call.blueprint.yaml", "--json").out)
    answer["today"] = "2020-03-10"  # the two facts that another day changes
    answer["actions"][0]["days_late"] = 9
    agrees("plan.json", json.dumps(answer, indent=2, ensure_ascii=False) + "\n", request)


def test_out_chooses_the_form_and_others_are_refused(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "a.blueprint.yaml").write_text(TEXT)
    for name, begin in (("plan.csv", "\ufeffBlueprint,"), ("plan.md", "| Action |"), ("plan.ics", "BEGIN:VCALENDAR")):
        assert footlights("plan", "a.blueprint.yaml", "-o", name).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begin)
    assert footlights("plan", "a.blueprint.yaml", "-o", "jira.csv", "--for", "jira").code == 0
    assert (tmp_path / "jira.csv").read_text().startswith("Summary,")
    code, out, err = footlights("plan", "a.blueprint.yaml", "-o", "plan.xlsx")
    assert (code, out) == (2, "")
    assert ".csv, .md or .ics" in err
    assert footlights("plan", "a.blueprint.yaml", "-o", "plan.md", "--for", "jira").code == 2


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_planned(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "a.blueprint.yaml").write_text(TEXT)
    (tmp_path / "b.blueprint.yaml").write_text("footlights: 1\ntitle: [")
    code, out, err = footlights("plan", ".")
    assert code == 2
    assert "Later" in out
    assert "b.blueprint.yaml" in err
