"""`footlights draw`: formats, standard output, and outputs that it refuses."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from .accepted import agrees
from .conftest import GOOD, Footlights

BEGINNINGS = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "html": b"<!doctype html"}


@pytest.mark.parametrize("form", BEGINNINGS)
def test_the_ending_chooses_the_format(form: str, good: Path, tmp_path: Path, footlights: Footlights) -> None:
    code, out, err = footlights("draw", good.name, "-o", f"shine.{form.upper()}")
    assert (code, out) == (0, "")
    assert err.startswith(f"shine.{form.upper()} written (")
    data = (tmp_path / f"shine.{form.upper()}").read_bytes()
    assert data[:20].lower().startswith(BEGINNINGS[form].lower())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.blueprint.yaml", f"shine.{form.upper()}"]


def test_the_same_file_gives_the_same_bytes_in_every_language_of_the_system(
    good: Path, tmp_path: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []
    for system in ("en_GB.UTF-8", "nl_NL.UTF-8"):
        monkeypatch.setenv("LANG", system)
        assert footlights("draw", good.name, "-o", "a.svg", "-q") == (0, "", "")
        drawn.append((tmp_path / "a.svg").read_text())
    assert drawn[0] == drawn[1]
    assert "Front stage" in drawn[0]


def test_the_language_of_the_picture(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    footlights("draw", good.name, "-o", "a.svg", "--language", "nl")
    assert 'lang="nl"' in (tmp_path / "a.svg").read_text()
    french = GOOD.replace("title: A shine", "title: {en: A shine, fr: Un cirage}")
    good.write_text(french)
    assert footlights("draw", good.name, "-o", "a.svg", "--language", "fr").code == 0
    assert "Un cirage" in (tmp_path / "a.svg").read_text()
    code, _, err = footlights("draw", good.name, "-o", "b.svg", "--language", "de")
    assert code == 2
    assert "this blueprint does not speak 'de'; it speaks en, fr" in err
    assert not (tmp_path / "b.svg").exists()


def test_wishes(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    def drawn(*wishes: str, form: str = "svg") -> bytes:
        assert footlights("draw", good.name, "-o", f"a.{form}", *wishes).code == 0
        return (tmp_path / f"a.{form}").read_bytes()

    plain = drawn()
    assert len({plain, drawn("--view", "journey"), drawn("--zoom", "overview"), drawn("--theme", "dark")}) == 4
    # a PNG says its size in its first chunk
    widths = [int.from_bytes(drawn("--scale", scale, form="png")[16:20], "big") for scale in ("1", "2")]
    assert abs(widths[1] - 2 * widths[0]) <= 1


def test_standard_output(good: Path, footlights: Footlights) -> None:
    code, out, err = footlights("draw", good.name, "-o", "-", "--to", "svg")
    assert (code, err) == (0, "")
    assert out.startswith("<svg")
    assert footlights("draw", "-", "-o", "-", "--to", "svg", input=GOOD).out == out
    code, _, err = footlights("draw", good.name, "-o", "-")
    assert code == 2
    assert "-o - needs --to with the format: svg, png, pdf, html" in err


def test_a_terminal_is_not_sent_bytes(good: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("footlights.cli.draw.sys.stdout.isatty", lambda: True, raising=False)
    code, out, err = footlights("draw", good.name, "-o", "-", "--to", "png")
    assert (code, out) == (2, "")
    assert "a PNG would garble the terminal" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "picture"], "picture: its ending does not say which format is meant; there are svg, png, pdf, html"),
        (["-o", "a.docx"], "a.docx: its ending does not say which format is meant"),
        (["-o", "a.svg", "--to", "png"], "a.svg does not end in .png"),
        (["-o", "-", "--to", "svg", "--json"], "both want standard output"),
        (["-o", "no/where.svg"], "no"),
        (["-o", "."], "its ending does not say"),
        (["-o", "a.svg", "--view", "trip"], "--view cannot be 'trip': blueprint, journey,"),
    ],
)
def test_what_it_refuses(arguments: list[str], said: str, good: Path, tmp_path: Path, footlights: Footlights) -> None:
    code, out, err = footlights("draw", good.name, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert [path.name for path in tmp_path.iterdir()] == [good.name]


def test_it_never_writes_over_its_own_input(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "link.svg").symlink_to(good)
    for output in (good.name, "./" + good.name, "link.svg"):
        code, _, err = footlights("draw", good.name, "-o", output, "--to", "svg")
        assert code == 2
    assert "is the blueprint itself" in err
    assert good.read_text() == GOOD


def test_a_blueprint_with_faults_is_not_drawn(tmp_path: Path, good: Path, footlights: Footlights) -> None:
    good.write_text(GOOD.replace("by: shiner", "by: shinner"))
    (tmp_path / "a.svg").write_text("the old one")
    code, _, err = footlights("draw", good.name, "-o", "a.svg")
    assert code == 2
    assert "good.blueprint.yaml:20:11: error: " in err
    assert (tmp_path / "a.svg").read_text() == "the old one"
    code, out, _ = footlights("draw", good.name, "-o", "a.svg", "--json")
    answer = json.loads(out)
    assert (code, answer["written"], len(answer["diagnostics"])) == (2, None, 1)


def test_a_doubt_does_not_keep_it_from_drawing(good: Path, footlights: Footlights) -> None:
    good.write_text(GOOD + "colour: red\n")
    code, _, err = footlights("draw", good.name, "-o", "a.svg")
    assert code == 0
    assert "warning: " in err
    assert footlights("draw", good.name, "-o", "a.svg", "--quiet").err == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other rights")
def test_the_rights_of_a_file_that_is_replaced_stay(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    target = tmp_path / "kept.svg"
    target.write_text("")
    target.chmod(0o640)
    (tmp_path / "link.svg").symlink_to(target)
    assert footlights("draw", good.name, "-o", "link.svg").code == 0
    assert (tmp_path / "link.svg").is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.read_text().startswith("<svg")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full, which only Linux has")
def test_a_device_is_written_to_and_not_replaced(good: Path, footlights: Footlights) -> None:
    assert footlights("draw", good.name, "-o", "/dev/null", "--to", "svg").code == 0
    code, _, err = footlights("draw", good.name, "-o", "/dev/full", "--to", "svg")
    assert code == 2
    assert "No space left" in err


def test_the_json_answer(good: Path, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("draw", good.name, "-o", "shine.svg", "--json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    answer |= {"bytes": 20000, "width": 600, "height": 500}  # these belong to the picture's own golden files
    agrees("draw.json", json.dumps(answer, indent=2, ensure_ascii=False) + "\n", request)


def test_slides_have_a_size_and_their_arrows_a_way(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    made = []
    for wishes in ((), ("--page", "a3"), ("--pptx-arrows", "glued")):
        assert footlights("draw", good.name, "-o", "a.pptx", *wishes).code == 0
        made.append((tmp_path / "a.pptx").read_bytes())
    assert made[0] != made[1]
    assert all(data.startswith(b"PK") for data in made)
    code, _, err = footlights("draw", good.name, "-o", "b.pptx", "--page", "a33")
    assert code == 2
    assert "a slide can't be 'a33'; slides: 16x9, 4x3, a4, a3, picture" in err
    assert footlights("draw", good.name, "-o", "b.pptx", "--pptx-arrows", "loose").code == 2
    assert not (tmp_path / "b.pptx").exists()


@pytest.mark.parametrize("form", ["svg", "html", "csv"])
def test_a_wish_that_the_format_does_not_know_is_said_plainly(form: str, good: Path, tmp_path: Path, footlights: Footlights) -> None:
    footlights("draw", good.name, "-o", f"plain.{form}")
    wishes = ("--page", "a4", "--scale", "3", "--pptx-arrows", "glued")
    code, out, err = footlights("draw", good.name, "-o", f"a.{form}", *wishes)
    assert (code, out) == (0, "")
    assert err.splitlines()[:3] == [
        f"--scale changed nothing: it is for png, not for {form}",
        f"--page changed nothing: it is for pdf or pptx, not for {form}",
        f"--pptx-arrows changed nothing: it is for pptx, not for {form}",
    ]
    assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"plain.{form}").read_bytes()
    assert footlights("draw", good.name, "-o", f"a.{form}", "-q", *wishes) == (0, "", "")
    told = json.loads(footlights("draw", good.name, "-o", f"a.{form}", "--json", "--page", "a4").out)["notes"]
    assert told == [f"--page changed nothing: it is for pdf or pptx, not for {form}"]


def test_words_have_no_theme(good: Path, footlights: Footlights) -> None:
    said = footlights("draw", good.name, "-o", "a.txt", "--theme", "dark", "--language", "nl").err
    assert said.startswith("--theme veranderde niets: het is voor svg, png")
    assert "changed nothing" not in footlights("draw", good.name, "-o", "a.svg", "--theme", "dark").err


def test_true_time_on_two_scales(good: Path, tmp_path: Path, footlights: Footlights) -> None:
    def drawn(*wishes: str) -> str:
        assert footlights("draw", good.name, "-o", "a.svg", *wishes).code == 0
        return (tmp_path / "a.svg").read_text()

    assert "Logarithmic" not in drawn("--view", "time")
    logarithmic = drawn("--view", "time", "--log")
    assert "Logarithmic" in logarithmic
    # the scale alone says what is to be seen
    assert drawn("--log") == logarithmic
    code, _, err = footlights("draw", good.name, "-o", "b.svg", "--log", "--view", "journey")
    assert code == 2
    assert "--log is for the view time, and journey is another" in err
    assert not (tmp_path / "b.svg").exists()
