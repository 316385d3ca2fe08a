"""`footlights check`: exit codes, folders, standard input, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .accepted import agrees
from .conftest import GOOD, Footlights

DOUBTFUL = GOOD + "colour: red\n"
FAULTY = GOOD.replace("by: shiner", "by: shinner").replace("feels: 1", "feels: lots")


def test_a_good_file_is_fine(good: Path, footlights: Footlights) -> None:
    assert footlights("check", "good.blueprint.yaml") == (0, "", "good.blueprint.yaml: fine\n")
    assert footlights("check", "good.blueprint.yaml", "--quiet") == (0, "", "")


def test_every_fault_is_told_at_once_and_ends_with_two(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "bad.blueprint.yaml").write_text(FAULTY)
    code, out, err = footlights("check", "bad.blueprint.yaml")
    assert (code, out) == (2, "")
    assert "bad.blueprint.yaml:15:12: error: " in err
    assert " 20 |       by: shinner\n" in err
    assert "shiner" in err.partition("shinner")[2]  # what exists
    assert err.splitlines()[-1] == "2 errors and 0 warnings in 1 file"
    assert "fouten" in footlights("check", "bad.blueprint.yaml", "--language", "nl").err


def test_a_doubt_is_told_and_only_counts_when_asked(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "doubtful.blueprint.yaml").write_text(DOUBTFUL)
    code, _, err = footlights("check", "doubtful.blueprint.yaml")
    assert code == 0
    assert "doubtful.blueprint.yaml:22:1: warning: " in err
    assert footlights("check", "doubtful.blueprint.yaml", "--fail-on", "warning").code == 1
    assert footlights("check", "doubtful.blueprint.yaml", "--fail-on", "error").code == 0


def test_a_folder_stands_for_the_blueprints_in_it(tmp_path: Path, footlights: Footlights) -> None:
    for name in ("a/b/deep.blueprint.yaml", "a/top.blueprint.yml", "a/.hidden/no.blueprint.yaml", "a/node_modules/no.blueprint.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    (tmp_path / "a" / "other.yaml").write_text("not a blueprint")
    code, out, _ = footlights("check", "a", "a/top.blueprint.yml", "--json")
    assert code == 0
    names = [file["file"] for file in json.loads(out)["files"]]
    assert [name.replace("\\", "/") for name in names] == ["a/top.blueprint.yml", "a/b/deep.blueprint.yaml"]
    assert footlights("check", "a").err == "2 blueprints: all fine\n"


def test_a_pattern_that_the_shell_left_alone(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "[odd].yaml").write_text(GOOD)
    assert footlights("check", "*.blueprint.yaml").err == "good.blueprint.yaml: fine\n"
    assert footlights("check", "[odd].yaml").err == "[odd].yaml: fine\n"
    assert footlights("check", "*.none").err.startswith("*.none: error: ")


def test_a_folder_without_blueprints_is_a_mistake(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = footlights("check", "empty")
    assert code == 2
    assert err == "footlights: empty: no *.blueprint.yaml file in this folder or below it\n"


def test_standard_input(footlights: Footlights) -> None:
    assert footlights("check", "-", input=GOOD) == (0, "", "<stdin>: fine\n")
    assert "<stdin>:15:12: error" in footlights("check", "-", input=FAULTY).err
    assert "once" in footlights("check", "-", "-", input=GOOD).err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.blueprint.yaml", b""),
        ("binary.blueprint.yaml", bytes(range(256)) * 8),
        ("half.blueprint.yaml", "title: é".encode("utf-16")[:-1]),
        ("list.blueprint.yaml", b"- a\n- b\n"),
        ("deep.blueprint.yaml", b"[" * 10_000),
        ("tabs.blueprint.yaml", b"phases:\n\t- a\n"),
        ("nul.blueprint.yaml", b"footlights: 1\ntitle: a\0b\n"),
        ("twice.blueprint.yaml", b"footlights: 1\ntitle: a\ntitle: b\n"),
    ],
)
def test_what_is_no_blueprint_gets_a_sentence_with_its_name(name: str, content: bytes, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / name).write_bytes(content)
    code, out, err = footlights("check", name)
    assert (code, out) == (2, "")
    assert err.startswith(name)
    assert ": error: " in err
    assert "Traceback" not in err


def test_a_file_that_is_missing_is_told_like_any_fault(footlights: Footlights) -> None:
    code, _, err = footlights("check", "nowhere.blueprint.yaml")
    assert code == 2
    assert err.startswith("nowhere.blueprint.yaml: error: ")


def test_one_bad_file_does_not_hide_the_others(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "bad.blueprint.yaml").write_text(FAULTY)
    code, out, err = footlights("check", "nowhere.yaml", "bad.blueprint.yaml", good.name, "--format", "json")
    answer = json.loads(out)
    assert (code, err) == (2, "")
    assert [(file["file"], file["errors"]) for file in answer["files"]] == [
        ("nowhere.yaml", 1),
        ("bad.blueprint.yaml", 2),
        ("good.blueprint.yaml", 0),
    ]


def test_the_json_answer(tmp_path: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    text = "footlights: 1\ntitle: A shine\ncolour: red\nphases:\n- {title: Sit, steps: [{does: Sits down, until: x, feels: lots}]}\n"
    (tmp_path / "shine.blueprint.yaml").write_text(text)
    code, out, err = footlights("check", "shine.blueprint.yaml", "--json")
    assert (code, err) == (2, "")
    agrees("check.json", out, request)
