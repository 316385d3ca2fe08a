"""`footlights show`: complete, readable and within its width, in columns and stacked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from footlights import files

from .accepted import agrees
from .conftest import GOOD, Footlights

EXAMPLES = sorted((Path(__file__).resolve().parent.parent.parent / "examples").glob("*.blueprint.yaml"))


def words_of(text: str) -> str:
    """A page as one line of words, without rules and columns."""
    return " ".join(text.split())


@pytest.mark.parametrize("width", [40, 80, 119, 120, 200, 400])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_no_line_is_wider_than_the_terminal(path: Path, width: int, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, err = footlights("show", path)
    assert (code, err) == (0, "")
    assert max(cell_len(line) for line in out.splitlines()) <= width
    assert "\x1b" not in out


@pytest.mark.parametrize("width", [80, 200])
def test_everything_is_there(width: int, good: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    good.write_text(
        GOOD
        + """\
    backstage:
    - id: stock
      does: Keeps stock
      mode: manual
      fail: {title: Out of wax, recovery: Runs to the shop}
      to: [{card: brush, when: Wax found, share: 60 %}]
    support:
    - does: Delivers wax
  - does: Pays
    feels: -2
"""
    )
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, _ = footlights("show", good.name)
    said = words_of(out)
    assert code == 0
    for wanted in (
        "A shine", "Sit", "Need: Clean shoes", "1", "Sits down", "★★★☆ Moment of truth", ":) ····┃━━·· good", "2", "Pays",
        ":(( ━━━━┃···· very bad", "Line of interaction", "Line of visibility", "Line of internal interaction", "Front stage",
        "▪ Brushes the shoes", "by Shiner", "work 30 s · standard 30 s", "Back stage", "▪ Keeps stock", "manual",
        "F Fail point: Out of wax", "→ Brushes the shoes (Wax found · 60 %)", "Support", "▪ Delivers wax", "Time", "unknown",
        "Total: at least 30 s", "1 of 2 stations unknown",
    ):  # fmt: skip
        assert wanted in said, wanted
    assert "Runs to the shop" in said or width == 200  # in columns it is broken over lines


def test_lanes_stand_in_their_order_with_the_lines_between_them(footlights: Footlights, good: Path) -> None:
    good.write_text(GOOD + "    evidence: [Chair]\n    backstage: [Buys wax]\n    support: [Sells wax]\n")
    out = footlights("show", good.name).out
    order = ["Physical evidence", "Emotion", "Line of interaction", "Front stage", "Line of visibility", "Back stage", "Line of internal"]
    places = [out.index(name) for name in [*order, "Support", "Time"]]
    assert places == sorted(places)


def test_the_journey_shows_what_the_customer_lives_through(footlights: Footlights, good: Path) -> None:
    out = footlights("show", good.name, "--view", "journey").out
    assert "Sits down" in out
    assert "Emotion" in out
    assert "Brushes" not in out
    assert "Line of" not in out
    assert "Total" not in out


def test_the_language(footlights: Footlights, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good.write_text(GOOD.replace("does: Sits down", "does: {en: Sits down, nl: Gaat zitten}"))
    assert "Gaat zitten" in footlights("show", good.name, "--language", "nl").out
    assert "Voor de schermen" in footlights("show", good.name, "--language", "nl").out
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert "Gaat zitten" in footlights("show", good.name).out
    # a language that the blueprint does not speak is not half spoken
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    assert "Front stage" in footlights("show", good.name).out


def test_colours_where_a_terminal_shows_them(footlights: Footlights, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in footlights("show", good.name).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[\d;]*3[0-7]", footlights("show", good.name).out)


def test_a_blueprint_with_faults_is_not_shown(footlights: Footlights) -> None:
    code, out, err = footlights("show", "-", input="phases: 3\n")
    assert (code, out) == (2, "")
    assert err.startswith("<stdin>:1:")


def test_an_empty_blueprint_says_so(footlights: Footlights) -> None:
    code, out, _ = footlights("show", "-", input="footlights: 1\ntitle: A start\n")
    assert code == 0
    assert "Nothing here yet" in out


def test_a_text_cannot_steer_the_terminal(footlights: Footlights) -> None:
    out = footlights("show", "-", input='footlights: 1\ntitle: "a\\e[2Jb [bold]c[/]"\nphases: [{title: "x\\u202ey"}]\n').out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[bold]c[/]" in out


def test_as_json_it_can_be_read_back(footlights: Footlights, good: Path, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("show", good.name, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["footlights"] == 1
    assert files.read(out).blueprint == files.read(GOOD).blueprint
    assert files.read(out).diagnostics == ()
    agrees("show.json", out, request)
