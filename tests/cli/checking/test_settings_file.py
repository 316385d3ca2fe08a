"""What a team settles in footlights.toml: where it is looked for, what it changes, and what is said of a bad one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Footlights

ONE = "contact-without-doer"
BARE = """\
footlights: 1
title: A shine
phases: [{title: Sit, steps: [{does: Sits down, frontstage: [{id: brush, does: Brushes}]}]}]
"""


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A blueprint two folders down in which one check finds something, at the top of a repository."""
    folder = tmp_path / "team" / "maps"
    folder.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    path = folder / "bare.blueprint.yaml"
    path.write_text(BARE, "utf-8")
    return path


def found(footlights: Footlights, *arguments: object) -> dict[str, str]:
    """The severities of what is found, by slug."""
    said = footlights("check", *map(str, arguments), "--json")
    assert said.code in (0, 1), said.err
    return {each["slug"]: each["severity"] for each in json.loads(said.out)["findings"]}


def test_without_a_file_everything_is_as_it_comes(bare: Path, footlights: Footlights) -> None:
    assert found(footlights, bare)[ONE] == "medium"


@pytest.mark.parametrize("place", ["team/maps", "team", "."])
def test_it_counts_for_its_folder_and_all_below(place: str, bare: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / place / "footlights.toml").write_text(f'[checks]\nseverity = {{{ONE} = "low"}}\nprofile = "strict"\n')
    assert found(footlights, bare)[ONE] == "low"
    assert found(footlights, bare, "--profile", "calm").get(ONE) == "low"  # still asked, as it is a calm check
    assert json.loads(footlights("check", str(bare), "--json").out)["profile"] == "strict"


def test_the_nearest_one_counts_alone(bare: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "footlights.toml").write_text(f'[checks]\noff = ["{ONE}"]\n')
    assert ONE not in found(footlights, bare)
    (tmp_path / "team" / "footlights.toml").write_text("")
    assert ONE in found(footlights, bare)


@pytest.mark.parametrize("root", [".git", ".hg", ".jj", ".svn"])
def test_nothing_above_the_top_of_a_project_counts(root: str, bare: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "footlights.toml").write_text(f'[checks]\noff = ["{ONE}"]\n')
    (tmp_path / "team" / root).touch()  # a worktree has a file there
    assert ONE in found(footlights, bare)


def test_nothing_above_home_counts(bare: Path, tmp_path: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").rmdir()
    (tmp_path / "footlights.toml").write_text(f'[checks]\noff = ["{ONE}"]\n')
    assert ONE not in found(footlights, bare)
    monkeypatch.setenv("HOME", str(tmp_path / "team"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "team"))
    assert ONE in found(footlights, bare)


def test_each_file_has_the_settings_of_its_own_folder(bare: Path, tmp_path: Path, footlights: Footlights) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "bare.blueprint.yaml").write_text(BARE)
    (other / "footlights.toml").write_text(f'[checks]\noff = ["{ONE}"]\nprofile = "strict"\n')
    answer = json.loads(footlights("check", str(tmp_path), "--json").out)
    assert [each["file"] for each in answer["findings"] if each["slug"] == ONE] == [str(bare)]
    assert answer["profile"] == "mixed"


def test_standard_input_stands_in_the_working_folder(bare: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "footlights.toml").write_text(f'[checks]\noff = ["{ONE}"]\n')
    said = footlights("check", "-", "--json", input=BARE)
    assert ONE not in {each["slug"] for each in json.loads(said.out)["findings"]}


def test_the_command_line_wins(bare: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "footlights.toml").write_text(f'[checks]\noff = ["{ONE}"]\nprofile = "strict"\n')
    assert set(found(footlights, bare, "--only", ONE)) == {ONE}
    assert json.loads(footlights("check", str(bare), "--json", "--profile", "calm").out)["profile"] == "calm"


def test_options_reach_the_check(tmp_path: Path, footlights: Footlights) -> None:
    step = "{does: Calls, moment-of-truth: 1, desired: 4, actual: 3}"
    (tmp_path / "a.blueprint.yaml").write_text(f"footlights: 1\ntitle: A call\nphases: [{{title: Report, steps: [{step}]}}]\n")
    slug = "moment-below-desired-level"
    assert slug in found(footlights, "a.blueprint.yaml", "--only", slug)
    (tmp_path / "footlights.toml").write_text(f"[checks.options.{slug}]\ngap = 2\n")
    assert slug not in found(footlights, "a.blueprint.yaml", "--only", slug)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'[checks]\nprofile = "strict\n', "footlights.toml:2:18: this is no TOML: "),
        (b"[checks]\nprofile = \n", "footlights.toml:2:11: this is no TOML: "),
        (b"[checks\n", "footlights.toml:1:8: this is no TOML: "),
        (b'[checks]\n\nx = "\xff"\n', "footlights.toml:3: this is no UTF-8"),
        (b'[checks]\nprofile = "loud"\n', "footlights.toml: there is no profile 'loud'"),
        (b'[checks]\noff = ["contact-without-doer", "nothing-at-all"]\n', "footlights.toml: there is no check 'nothing-at-all'"),
        (b"[checks]\ncolour = 1\n", "footlights.toml: [checks] has no setting 'colour'"),
        (b"checks = 1\n", "footlights.toml can't hold 'checks' like this"),
        (b"[cheks]\n", "footlights.toml can't hold 'cheks' like this"),
        (b"x = " + b"[" * 5_000 + b"]" * 5_000, "footlights.toml"),
        (b"[checks]\n" + b"#" * 200_000, "footlights.toml is longer than 100 kB"),
        (b"[checks.options.moment-below-desired-level]\ngap = " + b"9" * 5_000, "footlights.toml"),
    ],
)
def test_a_bad_one_is_told_in_a_sentence(data: bytes, said: str, bare: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "footlights.toml").write_bytes(data)
    code, out, err = footlights("check", str(bare))
    assert (code, out) == (2, "")
    assert err.startswith(f"footlights: {said}"), err
    assert "Traceback" not in err
    assert "fault of ours" not in err
    if "no TOML" in said:
        assert "geen TOML" in footlights("check", str(bare), "--language", "nl").err


def test_something_else_of_that_name_is_told(bare: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "footlights.toml").mkdir()
    assert footlights("check", str(bare)) == (2, "", "footlights: footlights.toml is no ordinary file, and is not read\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_of_that_name_is_not_waited_for(bare: Path, tmp_path: Path, footlights: Footlights) -> None:
    os.mkfifo(tmp_path / "footlights.toml")
    assert footlights("check", str(bare)).code == 2
