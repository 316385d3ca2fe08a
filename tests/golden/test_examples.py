"""Every example, in every language it carries: it reads without a fault, its pictures have none, and they look as accepted."""

from functools import cache
from pathlib import Path

import pytest

import footlights as fl
from footlights.api import Document
from footlights.model import Translations
from footlights.render import render
from tests.golden.runner import ROOT, Golden
from tests.layout.faults import faults_of

HERE = Path(__file__).resolve().parent
EXAMPLES = sorted((ROOT / "examples").glob("*.blueprint.yaml"))


@cache
def read(path: Path) -> Document:
    return fl.load(path)


def languages(path: Path) -> tuple[str, ...]:
    """The languages an example is written in: those of its title, or its own."""
    blueprint = read(path).blueprint
    title = blueprint.title
    return tuple(tag for tag, _ in title.entries) if isinstance(title, Translations) else (blueprint.language or "en",)


CASES = [(path, view, language) for path in EXAMPLES for view in ("blueprint", "journey") for language in languages(path)]
NAMES = [f"{path.name.partition('.')[0]}-{view}-{language}" for path, view, language in CASES]


def test_there_are_thirteen_examples() -> None:
    assert len(EXAMPLES) >= 13


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_an_example_has_neither_faults_nor_doubts(path: Path) -> None:
    assert [str(found.place) + " " + found.text() for found in fl.check(path)] == []


@pytest.mark.parametrize(("path", "view", "language"), CASES, ids=NAMES)
def test_its_picture_has_no_fault(path: Path, view: str, language: str) -> None:
    for zoom in ("overview", "normal", "detail"):
        assert faults_of(read(path).draw(view, language=language, zoom=zoom).drawing) == []


@pytest.mark.parametrize(("path", "view", "language"), CASES, ids=NAMES)
def test_its_picture_looks_as_accepted(path: Path, view: str, language: str, golden: Golden) -> None:
    picture = read(path).draw(view, language=language)
    svg = render(picture.drawing, "svg", fonts="none").data.decode()
    golden.check(HERE / path.name.partition(".")[0] / f"{view}.{language}.svg", svg)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_it_dumps_and_loads_to_the_same_value(path: Path) -> None:
    blueprint = read(path).blueprint
    assert fl.loads(fl.dumps(blueprint)).blueprint == blueprint
