"""The hooks for pre-commit: what they say runs, on the files of a real commit."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
UNTIDY = """\
title: A shine
footlights: 1
phases: [{title: Sit, steps: [{does: Sits down, moment-of-truth: 4, frontstage: [{id: brush, does: Brushes}]}]}]
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository in which some files are staged, and one is not."""

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    (tmp_path / "maps with space").mkdir()
    (tmp_path / "maps with space" / "één.blueprint.yaml").write_text(UNTIDY, "utf-8")
    (tmp_path / "two.blueprint.yml").write_text(UNTIDY, "utf-8")
    (tmp_path / "other.yaml").write_text("not: [a blueprint", "utf-8")
    git("add", ".")
    (tmp_path / "later.blueprint.yaml").write_text("not: [a blueprint", "utf-8")
    return tmp_path


def hook(name: str) -> dict[str, Any]:
    return next(each for each in HOOKS if each["id"] == name)


def run(name: str, repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit does: the entry, the arguments of the configuration, the staged files that `files` lets through."""
    listed = subprocess.run(
        ["git", "diff", "--cached", "--name-only", "--diff-filter=ACMR", "-z"], cwd=repository, check=True, capture_output=True
    )
    staged = [file for file in listed.stdout.decode().split("\0") if re.search(hook(name)["files"], file)]
    assert sorted(staged) == ["maps with space/één.blueprint.yaml", "two.blueprint.yml"]
    program, *rest = shlex.split(hook(name)["entry"])
    assert program == "footlights"
    command = [sys.executable, "-m", program, *rest, *arguments, *staged]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False, timeout=100)


def test_the_hooks_have_all_that_pre_commit_asks_for() -> None:
    assert [each["id"] for each in HOOKS] == ["footlights-check", "footlights-fmt"]
    for each in HOOKS:
        assert {"id", "name", "entry", "language", "files"} <= set(each)
        assert each["language"] == "python"  # pre-commit installs the repository itself, whose pyproject has the program
        re.compile(each["files"])
    assert '\nfootlights = "footlights.cli:main"\n' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_check_looks_at_the_blueprints_of_the_commit(repository: Path) -> None:
    done = run("footlights-check", repository, "--only", "contact-without-doer")
    assert (done.returncode, done.stdout) == (0, "")
    done = run("footlights-check", repository, "--only", "contact-without-doer", "--fail-on", "high")
    assert done.returncode == 1
    assert "maps with space/één.blueprint.yaml:3:" in done.stderr
    assert "2 findings in 2 files: 2 high" in done.stderr
    assert "later" not in done.stderr and "other" not in done.stderr


def test_fmt_puts_them_in_order(repository: Path) -> None:
    before = {path: path.read_text("utf-8") for path in repository.rglob("*.y*ml") if ".git" not in path.parts}
    assert run("footlights-fmt", repository).returncode == 0
    changed = {path.name for path, text in before.items() if path.read_text("utf-8") != text}
    assert changed == {"één.blueprint.yaml", "two.blueprint.yml"}
    assert run("footlights-fmt", repository, "--check").returncode == 0


def test_the_page_shows_the_hooks_as_they_are() -> None:
    page = (ROOT / "docs" / "how-to" / "check-in-ci.md").read_text("utf-8")
    assert all(f"- id: {each['id']}\n" in page for each in HOOKS)
