"""`footlights compare`: in words, as JSON, as a picture, and for git."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from footlights import api
from footlights.facts import CheckFinding, Words
from footlights.model import Address

from .accepted import agrees
from .conftest import GOOD, Footlights

LATER = (
    GOOD.replace("title: A shine", "title: A shine to go")
    .replace("      by: shiner\n", "")
    .replace("time: {work: 30 s, standard: 30 s}", "time: {work: 20 s, standard: 30 s}\n      fail: {title: Wrong polish}")
)


@pytest.fixture
def later(tmp_path: Path) -> Path:
    path = tmp_path / "later.blueprint.yaml"
    path.write_text(LATER, "utf-8")
    return path


def test_it_says_what_became_of_a_blueprint(good: Path, later: Path, footlights: Footlights) -> None:
    code, out, err = footlights("compare", good.name, later.name)
    assert (code, err) == (0, "")
    assert out.startswith("What changed: A shine to go (formerly A shine)\n\n1 fail point without recovery more, 10 s less in total,")
    assert "  'Sits down' lost its owner; it was Shiner\n" in out
    assert "  'Brushes the shoes': time is now work 20 s, standard 30 s, was work 30 s, standard 30 s\n" in out
    assert "Findings opened\n" in out


def test_what_people_wrote_does_not_steer_the_terminal(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "odd.yaml").write_text(GOOD.replace("title: A shine", 'title: "A \\e[31mshine"'), "utf-8")
    _, out, _ = footlights("compare", good.name, "odd.yaml")
    assert "\x1b" not in out
    assert "A \\x1b[31mshine" in out
    assert "\x1b" not in footlights("compare", "--git", "m\x1b", good.name, "a", "b", "odd.yaml", "c", "d").out


def test_nothing_changed_is_fine_too(good: Path, footlights: Footlights) -> None:
    assert footlights("compare", good.name, good.name) == (0, "What changed: A shine\n\nNothing changed.\n", "")


def test_json_is_documented_and_the_same_in_a_file(
    good: Path,
    later: Path,
    tmp_path: Path,
    footlights: Footlights,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # which checks there are is not this page's matter
    said = Words("A fail point without recovery", "Nobody knows what to do when 'Wrong polish' happens.", "")
    found = CheckFinding("EXP012", "fail-without-recovery", "high", Address("cards", "brush"), (("en", said),), detail="wrong-polish")
    monkeypatch.setattr(api, "_standing", lambda blueprint, least: (found,) if blueprint.marks else ())
    code, out, _ = footlights("compare", good.name, later.name, "--json")
    assert (code, json.loads(out)["written"]) == (0, None)
    agrees("compare.json", out, request)
    assert footlights("compare", good.name, later.name, "-o", "c.json").code == 0
    written = json.loads((tmp_path / "c.json").read_text("utf-8"))
    assert json.loads(out) == {**written, "written": None}


@pytest.mark.parametrize(
    ("name", "begins"), [("c.svg", b"<svg"), ("c.png", b"\x89PNG"), ("c.pdf", b"%PDF"), ("c.html", b"<!doctype"), ("c.md", b"# ")]
)
def test_the_ending_of_the_output_chooses_the_form(
    name: str, begins: bytes, good: Path, later: Path, tmp_path: Path, footlights: Footlights
) -> None:
    code, out, err = footlights("compare", good.name, later.name, "-o", name)
    assert (code, out, err) == (0, "", f"{name} written\n")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_picture_takes_wishes(good: Path, later: Path, tmp_path: Path, footlights: Footlights) -> None:
    wishes = ("--view", "journey", "--zoom", "overview", "--theme", "dark", "--language", "nl")
    assert footlights("compare", good.name, later.name, "-o", "c.svg", *wishes).code == 0
    text = (tmp_path / "c.svg").read_text("utf-8")
    assert "Vergeleken met A shine" in text
    assert "#14181f" in text


def test_it_speaks_the_language_that_was_asked_for(good: Path, later: Path, footlights: Footlights) -> None:
    assert footlights("compare", good.name, later.name, "--language", "nl").out.startswith(
        "Wat er veranderde: A shine to go (voorheen A shine)\n"
    )
    assert footlights("compare", good.name, later.name, "--language", "fr").code == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("a.yaml",), "compare takes two blueprints, not 1"),
        (("good.blueprint.yaml", "later.blueprint.yaml", "-o", "x.docx"), "its ending does not say which format is meant"),
        (("good.blueprint.yaml", "later.blueprint.yaml", "-o", "later.blueprint.yaml"), "its ending does not say"),
        (("good.blueprint.yaml", "nowhere.yaml"), "nowhere.yaml"),
        (("-", "-"), "- can stand for standard input once"),
        (("--git", "a", "b"), "git gives seven arguments with --git, not 2"),
    ],
)
def test_what_cannot_be_compared_ends_with_2(
    arguments: tuple[str, ...], says: str, good: Path, later: Path, footlights: Footlights
) -> None:
    assert good.exists() and later.exists()
    code, out, err = footlights("compare", *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_a_blueprint_is_not_written_over(good: Path, later: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "as.json").write_text(json.dumps({"footlights": 1, "title": "T", "phases": []}))
    assert footlights("compare", "as.json", later.name, "-o", "as.json").code == 2
    assert json.loads((tmp_path / "as.json").read_text())["title"] == "T"


def test_for_git_it_always_ends_well(good: Path, later: Path, tmp_path: Path, footlights: Footlights) -> None:
    given = ("maps/shine.blueprint.yaml", good.name, "a1", "100644", later.name, "b2", "100644")
    code, out, err = footlights("compare", "--git", *given)
    assert (code, err) == (0, "")
    assert out.startswith("maps/shine.blueprint.yaml\n  What changed: A shine to go (formerly A shine)\n")
    assert footlights("compare", "--git", "m", "/dev/null", ".", ".", later.name, "b2", "100644").out == "m\n  a new blueprint\n"
    assert footlights("compare", "--git", "m", good.name, "a1", "100644", "/dev/null", ".", ".").out == "m\n  this blueprint is gone\n"
    (tmp_path / "broken.yaml").write_text("footlights: 1\ntitle: [\n")
    code, out, _ = footlights("compare", "--git", "m", good.name, "a1", "100644", "broken.yaml", "b2", "100644")
    assert (code, out.startswith("m\n  cannot be read as a blueprint: 2: ")) == (0, True) or out.startswith(
        "m\n  cannot be read as a blueprint: 3: "
    )
