"""The plan as tables: what a spreadsheet, Jira and GitHub take over, and that nothing in it is taken for a formula."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from footlights.plan import as_csv, as_github, as_jira, as_markdown, cell, plan
from footlights.words import LANGUAGES

from .test_rows import TEXT, TODAY, blueprint

HOSTILE = TEXT.replace("title: Late,", 'title: \'=HYPERLINK("http://x";"a")\',').replace("name: Desk", "name: '@SUM(A1)'")


#: Texts, and what stands in a cell for them: the editor's tests read the same table.
CELLS = json.loads((Path(__file__).parent / "cells.json").read_text(encoding="utf-8"))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_table_holds_every_action_as_people_write_it() -> None:
    table = rows(as_csv(plan([("call.yaml", blueprint())], TODAY)))
    assert [row["Action"] for row in table] == ["Late", "Later", "Nobody's", "Done", "Dropped"]
    late = table[0]
    assert (late["Owner"], late["Due"], late["Days late"], late["Status"]) == ("Desk", "2027-03-01", "9", "under way")
    assert table[1]["Answers"] == "The phone is slow; Tickets bounce"


@pytest.mark.parametrize(("text", "shown"), CELLS)
def test_only_a_plain_number_may_begin_as_a_formula_does(text: str, shown: str) -> None:
    assert cell(text) == shown


@pytest.mark.parametrize("write", [as_csv, as_jira, as_github])
def test_no_cell_begins_a_formula(write: object) -> None:
    text = write(plan([("=call.yaml", blueprint(HOSTILE))], TODAY))  # type: ignore[operator]
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_jira_gets_what_is_still_to_do_with_its_own_words() -> None:
    table = rows(as_jira(plan([("call.yaml", blueprint())], TODAY)))
    assert [row["Summary"] for row in table] == ["Late", "Later", "Nobody's"]
    later = table[1]
    assert (later["Issue Type"], later["Priority"], later["Due Date"], later["Labels"]) == ("Task", "High", "2027-04-01", "footlights desk")
    assert later["External ID"] == "call.yaml#later"
    assert "Answers: Tickets bounce" in later["Description"].splitlines()
    assert table[0]["Status"] == "In Progress"


def test_github_gets_titles_bodies_labels_and_a_month() -> None:
    later = rows(as_github(plan([("call.yaml", blueprint())], TODAY)))[1]
    assert (later["title"], later["labels"], later["milestone"]) == ("Later", "footlights,high", "2027-04")


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_is_one_table_whatever_stands_in_the_texts(language: str) -> None:
    text = as_markdown(plan([("a", blueprint(TEXT.replace("title: Late,", "title: 'a | b <img> *c*',")))], TODAY), language)
    lines = text.splitlines()
    assert len(lines) == 7
    assert {line.replace("\\|", "").count("|") for line in lines} == {6}
    assert "a \\| b &lt;img> \\*c\\*" in lines[2]
    assert "**2027-03-01**" in lines[2]  # what is late stands out
