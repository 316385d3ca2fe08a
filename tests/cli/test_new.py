"""`footlights new`: templates, and files that are there already."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from footlights.templates import NAMES, template

from .accepted import agrees
from .conftest import Footlights


@pytest.mark.parametrize("language", ["en", "nl", "es"])
@pytest.mark.parametrize("name", NAMES)
def test_a_new_blueprint_has_no_faults(name: str, language: str, tmp_path: Path, footlights: Footlights) -> None:
    code, out, err = footlights("new", "a.blueprint.yaml", "--template", name, "--language", language)
    assert (code, out) == (0, "")
    assert "a.blueprint.yaml" in err
    assert (tmp_path / "a.blueprint.yaml").read_text("utf-8") == template(name, language)
    # of form: what it asks about sense is what there is to fill in
    assert footlights("check", "a.blueprint.yaml", "--fail-on", "warning", "--only", "broken-check").code == 0


def test_without_an_ending_it_gets_ours(tmp_path: Path, footlights: Footlights) -> None:
    assert footlights("new", "laptop", "--quiet") == (0, "", "")
    assert (tmp_path / "laptop.blueprint.yaml").is_file()
    assert footlights("new", "other.yaml").code == 0
    assert (tmp_path / "other.yaml").is_file()


def test_it_never_writes_over_a_file(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "a.blueprint.yaml").write_text("mine")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "nowhere")
    for name in ("a", "b.yaml"):
        code, _, err = footlights("new", name)
        assert code == 2
        assert "is there already" in err
    assert (tmp_path / "a.blueprint.yaml").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_is_not_there(footlights: Footlights) -> None:
    code, _, err = footlights("new", "no/where.yaml")
    assert code == 2
    assert err.startswith("footlights: no/where.yaml cannot be written: ")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full, which only Linux has")
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.open
    full = lambda path, flags, mode=0o777: (really(path, flags, mode), really("/dev/full", os.O_WRONLY))[1]  # noqa: E731
    monkeypatch.setattr("footlights.cli.new.os.open", full)
    code, _, err = footlights("new", "a.yaml")
    assert code == 2
    assert "No space left" in err
    assert not (tmp_path / "a.yaml").exists()


def test_the_systems_language_is_the_default(tmp_path: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert footlights("new", "-").out == template("blueprint", "nl")


def test_the_json_answer(footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, _ = footlights("new", "laptop", "--json", "--template", "journey")
    assert code == 0
    agrees("new.json", out, request)
