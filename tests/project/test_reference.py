"""The reference pages say all that the code knows, and only that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import reference
from footlights.cli.program import COMMANDS
from footlights.model import COLLECTIONS, Blueprint, fields_of


def test_every_command_and_option_has_its_line() -> None:
    page = reference.command_line()
    for name in COMMANDS:
        assert f"\n## {name}\n" in page
        assert f"[{name}](#{name})" in page
    assert "`-o, --output OUT`" in page
    assert page.count("`--language LANGUAGE`") == len(COMMANDS)
    assert page.endswith("```\n")


def test_every_field_of_the_file_has_its_line() -> None:
    page = reference.file_format()
    for kind in (Blueprint, *COLLECTIONS.values()):
        for field in fields_of(kind):
            assert f"\n| `{field.key}` | {field.about}" in page, f"{kind.__name__}.{field.key}"
    assert "{{" not in page


def test_a_note_about_something_that_is_not_there_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "scripts" / "templates"
    folder.mkdir(parents=True)
    text = (reference.ROOT / "scripts" / "templates" / "file.md").read_text("utf-8")
    (folder / "file.md").write_text(text + "\n## props\n\nThings on the stage.\n", "utf-8")
    monkeypatch.setattr(reference, "ROOT", tmp_path)
    with pytest.raises(ValueError, match="props"):
        reference.file_format()


def test_the_answers_on_the_page_are_those_that_the_tests_hold() -> None:
    page = reference.answers()
    for name in ("check", "check_findings", "rules", "draw", "fmt", "new", "show"):
        answer = (reference.ANSWERS / f"{name}.json").read_text("utf-8")
        assert json.loads(answer)["footlights"] == 1
        assert answer.rstrip() in page
    assert "{{" not in page


def test_a_bar_in_a_table_is_escaped() -> None:
    assert list(reference.table(("a", "b"), [("x|y", "z")])) == ["| a | b |", "| --- | --- |", "| x\\|y | z |"]
