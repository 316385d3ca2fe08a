"""`footlights merge`: two edited copies become one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .accepted import agrees
from .conftest import GOOD, Footlights

OURS = GOOD.replace("need: Clean shoes", "need: Clean shoes # said on the street").replace("Brushes the shoes", "Brushes both shoes")
THEIRS = GOOD.replace("does: Sits down", "does: Sits down at once")


@pytest.fixture
def copies(tmp_path: Path) -> tuple[str, str, str]:
    for name, text in (("base.yaml", GOOD), ("ours.yaml", OURS), ("theirs.yaml", THEIRS)):
        (tmp_path / name).write_text(text, "utf-8")
    return "base.yaml", "ours.yaml", "theirs.yaml"


def test_both_go_together(copies: tuple[str, str, str], tmp_path: Path, footlights: Footlights) -> None:
    assert footlights("merge", *copies, "-o", "out.yaml") == (0, "", "out.yaml: both copies go together\n")
    assert (tmp_path / "out.yaml").read_text("utf-8") == OURS.replace("does: Sits down", "does: Sits down at once")
    assert footlights("merge", *copies, "-o", "-") == (
        0,
        OURS.replace("does: Sits down", "does: Sits down at once"),
        "-: both copies go together\n",
    )
    assert footlights("merge", *copies, "-o", "out.yaml", "--quiet").err == ""


def test_where_they_disagree_it_ends_with_1_and_says_where(
    copies: tuple[str, str, str], tmp_path: Path, footlights: Footlights, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "theirs.yaml").write_text(GOOD.replace("Brushes the shoes", "Brushes three shoes"), "utf-8")
    code, out, err = footlights("merge", *copies, "-o", "ours.yaml", "--called", "maps/shine.blueprint.yaml")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "'Brushes both shoes': what happens was changed in both; 'Brushes both shoes' stays, the other copy says 'Brushes three shoes'",
        "maps/shine.blueprint.yaml: they disagree in 1 place; this copy counts, and what the other says is beside it as a comment",
    ]
    text = (tmp_path / "ours.yaml").read_text("utf-8")
    assert '      # merge: the other copy says does: "Brushes three shoes"\n      does: Brushes both shoes\n' in text
    (tmp_path / "ours.yaml").write_text(OURS, "utf-8")
    code, out, err = footlights("merge", *copies, "-o", "out.yaml", "--json")
    assert (code, err) == (1, "")
    agrees("merge.json", out, request)


@pytest.mark.parametrize("which", ["ours.yaml", "theirs.yaml"])
def test_a_copy_that_cannot_be_read_changes_nothing(
    which: str, copies: tuple[str, str, str], tmp_path: Path, footlights: Footlights
) -> None:
    (tmp_path / which).write_text("footlights: 1\ntitle: T\nphases: 3\n", "utf-8")
    code, out, err = footlights("merge", *copies, "-o", "out.yaml")
    assert (code, out) == (2, "")
    assert f"{which}:3:" in err
    assert not (tmp_path / "out.yaml").exists()
    answer = json.loads(footlights("merge", *copies, "-o", "out.yaml", "--json").out)
    assert (answer["written"], answer["conflicts"], len(answer["diagnostics"])) == (None, [], 1)


def test_a_base_that_is_not_there_is_told_and_an_empty_one_will_do(
    copies: tuple[str, str, str], tmp_path: Path, footlights: Footlights
) -> None:
    assert footlights("merge", "nowhere.yaml", "ours.yaml", "theirs.yaml", "-o", "out.yaml").code == 2
    (tmp_path / "base.yaml").write_text("")
    assert footlights("merge", *copies, "-o", "out.yaml").code == 1
    text = (tmp_path / "out.yaml").read_text("utf-8")
    assert "Brushes both shoes" in text and "Sits down at once" in text
    assert footlights("check", "out.yaml").code == 0


def test_two_answers_at_once_are_refused(copies: tuple[str, str, str], footlights: Footlights) -> None:
    assert footlights("merge", *copies, "-o", "-", "--json").code == 2
    assert footlights("merge", "-", "-", "theirs.yaml", "-o", "x").code == 2
