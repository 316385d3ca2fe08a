"""`footlights priorities`: the page, JSON and tables."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .accepted import agrees
from .conftest import Footlights
from .weighing import WEIGHED, desk

__all__ = ["desk"]


@pytest.mark.parametrize("language", ["en", "nl", "es"])
def test_the_page_in_three_languages(language: str, desk: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("priorities", desk.name, "--language", language)
    assert (code, err) == (0, "")
    agrees(f"priorities.{language}.txt", out, request)


def test_the_json_answer(desk: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("priorities", desk.name, "--json")
    assert (code, err) == (0, "")
    agrees("priorities.json", out, request)
    # 3 levels × 60 % × grade 2 = 3.6, × 2 (high) × (1 + 4 of 4 votes) × (1 + 0.5 - 0.2) = 18.72
    assert json.loads(out)["ranked"][0]["weight"] == 18.72


def test_every_line_says_why(desk: Path, footlights: Footlights) -> None:
    answer = json.loads(footlights("priorities", desk.name, "--json").out)
    assert answer["ranked"][0]["reasons"] == [
        "3 levels short (1 of 4), for 60 % of the customers, 24 a day; moment of truth, grade 2 of 4.",
        "The need of its phase is met by 20 %: Know when I can work again.",
        "Found: Nobody says anything while they wait (high).",
        "4 votes.",
        "Behind it: Workplace and Service desk.",
        "Answers for it: Second line.",
        "To do: A message every half hour (Second line, open, 2027-03-01).",
    ]


def test_nobody_is_said_to_do_nothing(desk: Path, footlights: Footlights) -> None:
    desk.write_text(WEIGHED.replace("closes: silence, owner: second-line, ", ""), "utf-8")
    out = footlights("priorities", desk.name).out
    assert "No action answers it yet." in out
    assert "A message every half hour (nobody yet, open, 2027-03-01)" in out


@pytest.mark.parametrize("ending", ["csv", "md", "json"])
def test_it_goes_to_a_file(ending: str, desk: Path, footlights: Footlights) -> None:
    code, out, err = footlights("priorities", desk.name, "-o", f"first.{ending}")
    assert (code, out, err) == (0, "", f"first.{ending} written\n")
    text = Path(f"first.{ending}").read_bytes().decode("utf-8-sig")
    if ending == "csv":
        row = next(csv.DictReader(io.StringIO(text)))
        assert (row["Rank"], row["Name"], row["Severity"], row["Votes"], row["Weight"]) == ("1", "Waits", "high", "4", "18.72")
    assert "A message every half hour" in text or ending == "json"


def test_a_blueprint_that_says_nothing_is_no_trouble(footlights: Footlights) -> None:
    code, out, _ = footlights("priorities", "-", input="footlights: 1\ntitle: x\n")
    assert code == 0
    assert "Nothing falls short" in out
