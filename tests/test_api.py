"""The Python API: as the issue writes it, in a notebook, and when things are wrong."""

from __future__ import annotations

import dataclasses
import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import footlights as fl
from footlights import api
from footlights.model import Blueprint, Phase, Step

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "it-incident.blueprint.yaml"
TEXT = """\
footlights: 1
title: A shine # Shostack, 1984
language: en
phases:
- title: Sit
  steps:
  - does: Sits down
    time: 1 min
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "a.blueprint.yaml"
    found.write_text(TEXT, "utf-8")
    return found


def test_as_people_write_it(tmp_path: Path) -> None:
    b = fl.load(EXAMPLE)
    b.draw("journey").save(tmp_path / "x.svg")
    assert fl.check(b) == ()
    assert (tmp_path / "x.svg").read_text("utf-8").startswith("<svg")
    assert b.blueprint.steps


@pytest.mark.parametrize("module", [fl, api], ids=lambda module: module.__name__)
def test_the_examples_in_docstrings_hold(module: object) -> None:
    found = doctest.testmod(module, globs=dict(vars(api)))  # type: ignore[arg-type]
    assert found.attempted > 0
    assert found.failed == 0


def test_everything_that_is_promised_is_there() -> None:
    assert all(getattr(fl, name) is not None for name in fl.__all__)
    assert set(fl.__all__) <= set(dir(fl))
    assert fl.load is api.load
    with pytest.raises(AttributeError, match="no attribute 'loaf'"):
        fl.loaf  # noqa: B018


def test_importing_loads_nothing_but_itself() -> None:
    program = "import sys, footlights; print(*[name for name in sys.modules if name.startswith('footlights')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["footlights"]


def test_a_file_with_faults_says_which(tmp_path: Path) -> None:
    faulty = TEXT.replace("1 min", "soon") + "    by: nobody\n    feels: [no]\n    moment-of-truth: 9\n    expects: {en: [1]}\n"
    (tmp_path / "bad.yaml").write_text(faulty)
    with pytest.raises(fl.FaultyDocumentError) as raised:
        fl.load(tmp_path / "bad.yaml")
    first, *told = str(raised.value).splitlines()
    assert first == f"{tmp_path / 'bad.yaml'} has faults"
    assert told[0].startswith(f"  {tmp_path / 'bad.yaml'}:8:11: ")
    assert told[-1] == "  and 1 more"
    assert len(told) == 4
    assert raised.value.hint
    assert isinstance(raised.value, fl.FootlightsError)
    assert len([found for found in raised.value.diagnostics if found.severity == "error"]) == 4


def test_not_strict_gives_what_could_be_read() -> None:
    document = fl.loads(TEXT.replace("1 min", "soon"), strict=False)
    assert document.blueprint.steps["sits-down"].time is None
    assert [found.severity for found in fl.check(document)] == ["error"]
    with pytest.raises(fl.FaultyDocumentError):
        fl.loads("- no\n- blueprint\n", strict=False)


def test_doubts_do_not_stand_in_the_way() -> None:
    document = fl.loads(TEXT + "colour: red\n")
    assert [found.slug for found in document.diagnostics] == ["unknown-field"]
    assert dict(document.blueprint.more) == {"colour": "red"}


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(fl.FaultyDocumentError, match="nowhere"):
        fl.load(tmp_path / "nowhere.yaml")
    assert [found.slug for found in fl.check(tmp_path / "nowhere.yaml")] == ["file-missing"]


def test_check_takes_a_document_a_blueprint_or_a_path(path: Path) -> None:
    document = fl.load(path)
    assert fl.check(path) == fl.check(document) == fl.check(document.blueprint) == ()
    dangling = Blueprint(title="A", phases=api.Blueprint().phases.inserted(Phase("p", "P"), None))
    step = Step("s", "p", does="Sits", source=("nobody",))
    dangling = dataclasses.replace(dangling, steps=dangling.steps.inserted(step, None))
    assert [found.slug for found in fl.check(dangling)] == ["unknown-source"]


def test_draw_takes_a_document_a_blueprint_or_a_path(path: Path) -> None:
    document = fl.load(path)
    pictures = [fl.draw(source, "journey", theme="dark") for source in (document, document.blueprint, path, str(path))]
    assert len({picture.to("svg") for picture in pictures}) == 1
    assert document.draw("journey", theme="dark") == pictures[0]
    assert "Sit" in pictures[0].drawing.columns[0][1]


def test_the_picture_knows_the_times_and_the_claims(path: Path) -> None:
    drawing = fl.draw(path).drawing
    assert any("1 min" in cell for row in drawing.rows for cells in row.cells for cell in cells)
    assert "100 % of 2 claims assumed" in drawing.provenance


def test_a_wish_that_cannot_be_granted(path: Path) -> None:
    for wish in ({"view": "trip"}, {"zoom": "huge"}):
        with pytest.raises(fl.FootlightsError):
            fl.draw(path, **wish)
    with pytest.raises(fl.FootlightsError, match="no format"):
        fl.draw(path).to("docx")
    with pytest.raises(fl.FootlightsError, match="theme"):
        fl.draw(path, theme="pink").to("svg")


@pytest.mark.parametrize("form", ["svg", "png", "pdf", "html"])
def test_a_picture_is_saved_in_the_format_of_its_ending(form: str, path: Path, tmp_path: Path) -> None:
    picture = fl.draw(path)
    target = tmp_path / f"x.{form}"
    assert picture.save(str(target)) == target
    assert target.read_bytes() == picture.to(form)
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.blueprint.yaml", target.name]


def test_a_picture_that_cannot_be_saved_leaves_nothing_behind(path: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        fl.draw(path).save(tmp_path / "no" / "x.svg")
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(OSError):
        fl.draw(path).save(tmp_path / "folder.svg")
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.blueprint.yaml", "folder.svg"]


def test_a_notebook_shows_documents_and_pictures(path: Path) -> None:
    document = fl.load(path)
    picture = document.draw()
    assert document._repr_svg_() == picture._repr_svg_()
    assert picture._repr_svg_().startswith("<svg")
    assert document._repr_html_().startswith("<div")
    bundle = picture._repr_mimebundle_()
    assert set(bundle) == {"image/svg+xml", "text/html", "text/plain"}
    assert repr(document) == "<Document 'A shine', steps: 1, cards: 0>"
    # two pictures on one page do not share ids
    ids = [set(re.findall(r' id="([^"]+)"', found._repr_html_())) for found in (picture, document.draw("journey"))]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_notebook_shows_the_same_bytes_every_time(path: Path) -> None:
    program = "import sys, footlights as fl; print(fl.load(sys.argv[1])._repr_html_())"
    shown = {
        subprocess.run(
            [sys.executable, "-c", program, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(shown) == 1


def test_saving_a_document_keeps_every_character(path: Path, tmp_path: Path) -> None:
    document = fl.load(path)
    assert document.save(tmp_path / "b.yaml") == tmp_path / "b.yaml"
    assert (tmp_path / "b.yaml").read_bytes() == path.read_bytes()
    path.unlink()
    assert document.save() == path
    assert path.read_text("utf-8") == TEXT


def test_saving_a_blueprint_writes_canonical_form(path: Path, tmp_path: Path) -> None:
    document = fl.load(path)
    fl.save(document.blueprint, tmp_path / "b.yaml")
    assert (tmp_path / "b.yaml").read_text("utf-8") == fl.dumps(document) == fl.dumps(path)
    assert fl.load(tmp_path / "b.yaml").blueprint == document.blueprint
    with pytest.raises(fl.FootlightsError, match="no file"):
        fl.save(document.blueprint)
    with pytest.raises(fl.FootlightsError, match="no file"):
        fl.loads(TEXT).save()


def test_crlf_and_a_byte_order_mark_survive(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    (tmp_path / "a.yaml").write_bytes(data)
    fl.load(tmp_path / "a.yaml").save(tmp_path / "b.yaml")
    assert (tmp_path / "b.yaml").read_bytes() == data


def test_times_without_a_picture(path: Path) -> None:
    assert fl.path_time(fl.load(path).blueprint).total_s == 60
