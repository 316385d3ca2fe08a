"""Workflow commands: one line each, whatever stands in a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.accepted import agrees
from tests.cli.asking import ASKING, SMALL_SET
from tests.cli.conftest import GOOD, Footlights

#: What a runner reads: the command, its properties, the message.
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*(?::(?!:)[^:]*)*)::(.*)")


def undone(text: str) -> str:
    """What a runner makes of an escaped text."""
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def read(line: str) -> tuple[str, dict[str, str], str]:
    found = COMMAND.fullmatch(line)
    assert found is not None, line
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    return found[1], {name: undone(value) for name, value in properties.items()}, undone(found[3])


def test_the_lines(tmp_path: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    (tmp_path / "asking.blueprint.yaml").write_text(ASKING, "utf-8")
    (tmp_path / "faulty.blueprint.yaml").write_text(GOOD.replace("by: shiner", "by: shinner") + "colour: red\n", "utf-8")
    code, out, err = footlights("check", ".", *SMALL_SET, "--format", "github")
    assert (code, err) == (2, "")
    agrees("check.github.txt", out, request)
    kinds = [read(line)[0] for line in out.splitlines()]
    assert kinds == ["warning"] * 4 + ["error", "warning"]


@pytest.mark.parametrize("name", ["a,b:c%d.blueprint.yaml", "100%25.blueprint.yaml"])
def test_nothing_in_a_name_or_a_text_breaks_the_line(name: str, tmp_path: Path, footlights: Footlights) -> None:
    text = ASKING.replace("Brushes the shoes", '"50 % off, now:: \\n::error::no\\r"').replace("{id: brush, does: ", "{id: brush, does: ")
    (tmp_path / name).write_text(text, "utf-8")
    out = footlights("check", name, "--only", "contact-without-doer", "--format", "github").out
    (line,) = out.splitlines()
    kind, properties, message = read(line)
    assert (kind, properties["file"], properties["line"]) == ("warning", name, "14")
    assert properties["title"] == "STR001 A contact with nobody behind it"
    assert "50 % off, now::" in message


def test_what_is_judged_is_not_shouted_about(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "a.blueprint.yaml").write_text(ASKING, "utf-8")
    out = footlights("check", "a.blueprint.yaml", "--only", "contact-without-doer", "--format", "github").out
    assert "radio" not in out and "smiles" not in out


def test_json_stays_json(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "a.blueprint.yaml").write_text(ASKING, "utf-8")
    assert footlights("check", "a.blueprint.yaml", "--format", "github", "--json").out.startswith("{")
