"""`footlights atlas`: a folder as one, in a terminal, as JSON, as tables, and as a page that asks for nothing."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.atlas.test_atlas import DESK, SHOP

from .accepted import agrees
from .conftest import Footlights


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "desk.blueprint.yaml").write_text(DESK)
    (tmp_path / "shop.blueprint.yaml").write_text(SHOP)
    return tmp_path


def test_the_terminal_shows_journeys_weak_spots_registers_and_hits(folder: Path, footlights: Footlights) -> None:
    out = footlights("atlas", ".").out
    assert "A call" in out
    assert "Shared weak spots" in out
    assert "Klantsysteem" in footlights("atlas", ".", "--register", "systems", "--language", "nl").out
    code, out, err = footlights("atlas", ".", "--search", "takes order")
    assert (code, out) == (0, "Takes the order  (An order: cards/take#does)\n")
    assert "1 " in err


def test_json_holds_everything(folder: Path, footlights: Footlights) -> None:
    answer = json.loads(footlights("atlas", ".", "--json", "--search", "order").out)
    assert [journey["below"] for journey in answer["journeys"]] == [["calls"], ["orders"]]
    assert answer["weak_spots"][0]["key"] == "crm"
    assert answer["registers"]["systems"][0]["uses"][1]["id"] == "relations"
    assert {hit["address"] for hit in answer["hits"]} >= {"blueprint#title", "cards/take#does"}


def test_the_answer_that_scripts_rely_on(folder: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    answer = json.loads(footlights("atlas", "desk.blueprint.yaml", "shop.blueprint.yaml", "--search", "order", "--json").out)
    answer["today"] = "2027-03-10"
    for journey in answer["journeys"]:  # matters of the checks and of the day
        journey["findings"] = journey["high_findings"] = journey["late_actions"] = 0
    agrees("atlas.json", json.dumps(answer, indent=2, ensure_ascii=False) + "\n", request)


def test_out_chooses_the_form(folder: Path, footlights: Footlights) -> None:
    assert footlights("atlas", ".", "-o", "atlas.csv").code == 0
    rows = list(csv.DictReader((folder / "atlas.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["Journey"] for row in rows] == ["A call", "An order"]
    assert footlights("atlas", ".", "-o", "systems.md", "--register", "systems").code == 0
    assert (folder / "systems.md").read_text().splitlines()[2].startswith("| CRM | 2 | 3 |")
    code, _, err = footlights("atlas", ".", "-o", "atlas.pdf")
    assert (code, ".html, .csv or .md" in err) == (2, True)


def test_the_page_asks_for_nothing_and_what_people_wrote_stays_text(folder: Path, footlights: Footlights) -> None:
    (folder / "desk.blueprint.yaml").write_text(DESK.replace("title: A call", "title: '<img src=x onerror=alert(1)>\"'"))
    assert footlights("atlas", ".", "-o", "atlas.html", "--language", "es").code == 0
    page = (folder / "atlas.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "default-src 'none'" in page
    assert '<html lang="es">' in page


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_shown(folder: Path, footlights: Footlights) -> None:
    (folder / "bad.blueprint.yaml").write_text("title: [")
    code, out, err = footlights("atlas", ".")
    assert (code, "A call" in out, "bad.blueprint.yaml" in err) == (2, True, True)


def git(folder: Path, *arguments: str) -> None:
    about = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *about, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_trend_tells_the_states_that_git_keeps_and_the_one_of_now(folder: Path, footlights: Footlights) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "desk.blueprint.yaml")
    git(folder, "commit", "-qm", "one")
    (folder / "desk.blueprint.yaml").write_text(DESK.replace("actual: 2", "actual: 4"))
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "both")
    (folder / "shop.blueprint.yaml").write_text(SHOP.replace("actual: 1", "actual: 3"))
    points = json.loads(footlights("atlas", ".", "--trend", "5", "--json").out)["trend"]
    assert [(point["blueprints"], point["below"]) for point in points] == [(1, 1), (2, 1), (2, 0)]
    assert points[-1]["label"] == "now"
    out = footlights("atlas", ".", "--trend", "1").out
    assert ("Trend" in out, len(re.findall(r"^ *20\d\d-\d\d-\d\d\b", out, re.MULTILINE))) == (True, 1)


def test_without_a_repository_a_trend_is_refused(folder: Path, footlights: Footlights) -> None:
    code, out, err = footlights("atlas", ".", "--trend", "5")
    assert (code, out) == (2, "")
    assert "git keeps no earlier states" in err
