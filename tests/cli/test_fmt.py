"""`footlights fmt`: order, ids, and files that stay as they are."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from .accepted import agrees
from .conftest import GOOD, Footlights

UNTIDY = """\
title: A shine   # Shostack, 1984
footlights: 1
phases:
# the only one
- title: Sit
  steps:
  - feels: 1
    does: Sits down
"""


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    path = tmp_path / "untidy.blueprint.yaml"
    path.write_text(UNTIDY)
    return path


def test_ids_are_written_and_comments_stay(untidy: Path, footlights: Footlights) -> None:
    code, out, err = footlights("fmt", "untidy.blueprint.yaml")
    assert (code, out, err) == (0, "", "untidy.blueprint.yaml: written anew\n")
    text = untidy.read_text()
    assert text != UNTIDY
    assert "id: sit\n" in text
    assert "id: sits-down\n" in text
    assert "# Shostack, 1984" in text
    assert "# the only one" in text
    assert text.startswith("footlights: 1\n")
    # a second time there is nothing to do
    assert footlights("fmt", "untidy.blueprint.yaml") == (0, "", "")
    assert untidy.read_text() == text
    assert footlights("check", "untidy.blueprint.yaml").code == 0


def test_check_writes_nothing(untidy: Path, good: Path, footlights: Footlights) -> None:
    footlights("fmt", good.name)
    before = untidy.stat().st_mtime_ns
    code, _, err = footlights("fmt", "--check", ".")
    assert code == 1
    assert "untidy.blueprint.yaml: would change\n" in err
    assert err.splitlines()[-1] == "1 of 2 files would change"
    assert untidy.read_text() == UNTIDY
    assert untidy.stat().st_mtime_ns == before
    assert footlights("fmt", "--check", good.name).code == 0


def test_a_file_with_faults_stays_as_it_is(tmp_path: Path, untidy: Path, footlights: Footlights) -> None:
    faulty = UNTIDY.replace("feels: 1", "feels: lots")
    (tmp_path / "bad.blueprint.yaml").write_text(faulty)
    code, _, err = footlights("fmt", ".")
    assert code == 2
    assert "bad.blueprint.yaml:7:12: error: " in err
    assert (tmp_path / "bad.blueprint.yaml").read_text() == faulty
    assert untidy.read_text() != UNTIDY


def test_what_cannot_be_read_is_told(footlights: Footlights) -> None:
    code, _, err = footlights("fmt", "nowhere.yaml")
    assert code == 2
    assert err.startswith("nowhere.yaml: error: ")


def test_standard_input_goes_to_standard_output(footlights: Footlights) -> None:
    code, out, err = footlights("fmt", "-", input=UNTIDY)
    assert (code, err) == (0, "")
    assert "id: sits-down" in out
    assert footlights("fmt", "-", input=out).out == out
    assert footlights("fmt", "-", "--check", input=UNTIDY).code == 1
    assert footlights("fmt", "-", "--check", input=out).code == 0
    assert footlights("fmt", "-", "--json", input=out).code == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no read-only folders of this kind")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(untidy: Path, tmp_path: Path, footlights: Footlights) -> None:
    tmp_path.chmod(0o500)
    try:
        code, _, err = footlights("fmt", "untidy.blueprint.yaml")
    finally:
        tmp_path.chmod(0o700)
    assert code == 2
    assert "cannot be" in err
    assert untidy.read_text() == UNTIDY


def test_a_file_that_changes_under_our_hands_is_not_overwritten(
    untidy: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch
) -> None:
    from footlights import files

    def meanwhile(text: str, file: str = "") -> object:
        untidy.write_text(GOOD)
        return files.fmt(text, file)

    monkeypatch.setattr("footlights.cli.fmt.fmt", meanwhile)
    code, _, err = footlights("fmt", "untidy.blueprint.yaml")
    assert code == 2
    assert "untidy.blueprint.yaml" in err
    assert untidy.read_text() == GOOD


def test_the_json_answer(untidy: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("fmt", "untidy.blueprint.yaml", "--json", "--check")
    assert (code, err) == (1, "")
    agrees("fmt.json", out, request)
    assert json.loads(footlights("fmt", "untidy.blueprint.yaml", "--json").out)["files"][0]["changed"]
