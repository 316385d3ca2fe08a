"""The README promises two commands, once each and near the top; its code is tested with the rest."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import readme

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("name", "chore"), [("run", "demo"), ("test", "test")])
def test_each_command_stands_once_near_the_top(name: str, chore: str) -> None:
    assert shlex.split(readme.command(name)) == ["python3", "dev.py", chore]
    assert TEXT.count(readme.command(name)) == 1
    assert readme.command(name) in TEXT.splitlines()[:30]


@pytest.mark.parametrize(
    "text",
    [
        "no command",
        "<!-- command: run -->\n```sh\none\ntwo\n```\n",
        "<!-- command: run -->\n```sh\n\n```\n",
        "<!-- command: run -->\n```sh\na\n```\n<!-- command: run -->\n```sh\na\n```\n",
    ],
)
def test_a_readme_without_exactly_one_line_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="one line of code marked `command: run`"):
        readme.command("run", text)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "changes/README.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []
