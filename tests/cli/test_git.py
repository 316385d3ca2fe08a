"""The drivers of docs/how-to/git.md in a real repository: a merge takes both sides, a diff says it in words."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from footlights.files import read

from .conftest import GOOD

MAP = "shine.blueprint.yaml"
HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "git.md"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Repository:
    """A folder that git looks after, with the settings of the page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        program = folder.parent / "bin"
        program.mkdir()
        (program / "footlights").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m footlights "$@"\n')
        (program / "footlights").chmod(0o755)
        own = {"HOME": str(folder.parent), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C", "PATH": f"{program}{os.pathsep}{os.environ['PATH']}"}
        self.environment = {**{name: value for name, value in os.environ.items() if not name.startswith("GIT_")}, **own}
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.email", "ann@example.org")
        self.git("config", "user.name", "Ann")
        page = HOW_TO.read_text("utf-8")
        for line in re.findall(r"^git config --global (.+)$", page, re.MULTILINE):
            name, _, value = line.partition(" ")
            self.git("config", name, value.strip("'\""))
        attributes = re.search(r"```text\n(\*\.blueprint\.yaml .+?)\n```", page)
        assert attributes is not None
        (folder / ".gitattributes").write_text(attributes[1] + "\n")
        self.save(GOOD, "A shine")

    def git(self, *arguments: str, code: int = 0) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def save(self, text: str, message: str) -> None:
        (self.folder / MAP).write_text(text, "utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    @property
    def text(self) -> str:
        return (self.folder / MAP).read_text("utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "maps")


def test_independent_edits_on_two_branches_merge(repository: Repository) -> None:
    repository.git("switch", "-q", "-c", "to-be")
    repository.save(GOOD.replace("does: Brushes the shoes\n      by: shiner", "does: Brushes both shoes\n      by: shiner"), "Both")
    repository.git("switch", "-q", "main")
    # git by itself would call this a conflict: the lines stand beside each other
    repository.save(GOOD.replace("      by: shiner\n", "      by: shiner # one of two\n      mode: manual\n"), "By hand")
    said = repository.git("merge", "to-be", "-m", "Both states")
    assert f"{MAP}: both copies go together" in said
    found = read(repository.text)
    assert found.errors == () and found.blueprint is not None
    assert (found.blueprint.cards["brush"].does, found.blueprint.cards["brush"].mode) == ("Brushes both shoes", "manual")
    assert "# one of two" in repository.text
    assert "<<<<" not in repository.text
    assert repository.git("status", "--porcelain") == ""


def test_the_same_title_on_two_branches_is_a_conflict_in_words(repository: Repository) -> None:
    repository.git("switch", "-q", "-c", "to-be")
    repository.save(GOOD.replace("title: A shine", "title: A shine while you wait"), "Waits")
    repository.git("switch", "-q", "main")
    repository.save(GOOD.replace("title: A shine", "title: A shine in ten minutes"), "Ten")
    said = repository.git("merge", "to-be", code=1)
    assert "title was changed in both; 'A shine in ten minutes' stays, the other copy says 'A shine while you wait'" in said
    assert f"CONFLICT (content): Merge conflict in {MAP}" in said
    found = read(repository.text)
    assert found.errors == () and found.blueprint is not None
    assert found.blueprint.title == "A shine in ten minutes"
    assert '# merge: the other copy says title: "A shine while you wait"\n' in repository.text
    assert repository.git("status", "--porcelain").startswith(f"UU {MAP}")


def test_a_difference_is_said_in_words(repository: Repository) -> None:
    (repository.folder / MAP).write_text(GOOD.replace("Brushes the shoes", "Brushes both shoes"), "utf-8")
    said = repository.git("diff")
    assert f"{MAP}\n  What changed: A shine\n" in said
    assert "Card 'Brushes the shoes' is now called 'Brushes both shoes'" in said
    assert "@@" not in said
    repository.git("commit", "-q", "-a", "-m", "Both")
    assert "is now called 'Brushes both shoes'" in repository.git("log", "-p", "--ext-diff", "-1")
    assert "-      does: Brushes the shoes" in repository.git("diff", "--no-ext-diff", "HEAD~1")
    assert "  a new blueprint\n" in repository.git("show", "--ext-diff", "HEAD~1")
