"""`footlights attribute`: the page, JSON, tables, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from .accepted import agrees
from .conftest import Footlights
from .weighing import WEIGHED, desk

__all__ = ["desk"]

EXAMPLES = sorted((Path(__file__).resolve().parent.parent.parent / "examples").glob("*.blueprint.yaml"))


@pytest.mark.parametrize("language", ["en", "nl", "es"])
def test_the_page_in_three_languages(language: str, desk: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("attribute", desk.name, "--language", language)
    assert (code, err) == (0, "")
    agrees(f"attribute.{language}.txt", out, request)


def test_the_json_answer(desk: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("attribute", desk.name, "--json")
    assert (code, err) == (0, "")
    agrees("attribute.json", out, request)
    # waits: 4 - 1 = 3 levels × 60 % × 2 = 3.6, and nothing else falls short
    assert json.loads(out)["total"] == 3.6


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_no_line_is_wider_than_the_terminal(path: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    width = 40 if len(path.name) % 2 else 90
    monkeypatch.setenv("COLUMNS", str(width))
    for command in ("attribute", "priorities"):
        code, out, err = footlights(command, path, "--all")
        assert (code, err) == (0, "")
        assert max(cell_len(line) for line in out.splitlines()) <= width
        assert "\x1b" not in out


def test_its_limits_are_said_in_every_form(desk: Path, footlights: Footlights) -> None:
    said = " ".join(footlights("attribute", desk.name).out.split())
    assert "not why it does" in said
    assert "not why it does" in json.loads(footlights("attribute", desk.name, "--json").out)["limits"]
    footlights("attribute", desk.name, "-o", "behind.md")
    assert "not why it does" in Path("behind.md").read_text("utf-8")


def test_a_table_for_spreadsheets(desk: Path, footlights: Footlights) -> None:
    code, out, err = footlights("attribute", desk.name, "-o", "behind.csv")
    assert (code, out, err) == (0, "", "behind.csv written\n")
    rows = list(csv.DictReader(io.StringIO(Path("behind.csv").read_bytes().decode("utf-8-sig"))))
    second = next(row for row in rows if row["Address"] == "actors/second-line")
    assert (second["Touchpoint"], second["Levels short"], second["Share of customers"], second["Weight"]) == ("Waits", "3.0", "0.6", "3.6")
    assert second["Customers a day"] == "24.0"


def test_what_would_be_a_formula_is_none(desk: Path, footlights: Footlights) -> None:
    desk.write_text(WEIGHED.replace("Repairs it", "=HYPERLINK(1)").replace("name: Second line", "name: '+49 <b>|x'"), "utf-8")
    footlights("attribute", desk.name, "-o", "behind.csv")
    text = Path("behind.csv").read_bytes().decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert "'+49" in text
    footlights("attribute", desk.name, "-o", "behind.md")
    assert "+49 \\<b\\>\\|x" in Path("behind.md").read_text("utf-8")


def test_json_goes_to_a_file_and_to_the_screen(desk: Path, footlights: Footlights) -> None:
    said = footlights("attribute", desk.name, "--json", "-o", "behind.json")
    answer = json.loads(said.out)
    assert answer.pop("diagnostics") == []
    assert json.loads(Path("behind.json").read_text("utf-8")) == answer


@pytest.mark.parametrize("output", ["behind.pdf", "behind", "-"])
def test_another_ending_is_refused_before_anything_is_written(output: str, desk: Path, footlights: Footlights) -> None:
    code, out, err = footlights("attribute", desk.name, "-o", output)
    assert (code, out) == (2, "")
    assert ".csv, .json or .md" in err
    assert not Path(output).exists()


def test_the_blueprint_itself_is_never_written_over(desk: Path, footlights: Footlights) -> None:
    same = desk.with_name("desk.json")
    desk.rename(same)
    assert footlights("attribute", same.name, "-o", same.name).code == 2
    assert same.read_text("utf-8") == WEIGHED


def test_a_faulty_blueprint_is_told_and_not_weighed(footlights: Footlights) -> None:
    for command in (("attribute", "-"), ("priorities", "-"), ("outage", "-", "x")):
        code, out, err = footlights(*command, input="footlights: 1\ntitle: x\nphases: 3\n")
        assert (code, out) == (2, "")
        assert "error" in err
        code, out, _ = footlights(*command, "--json", input="footlights: 1\ntitle: x\nphases: 3\n")
        assert code == 2
        assert json.loads(out)["diagnostics"]


def test_a_blueprint_that_says_nothing_is_no_trouble(footlights: Footlights) -> None:
    code, out, _ = footlights("attribute", "-", input="footlights: 1\ntitle: x\n")
    assert code == 0
    assert "nobody said so" in out
