"""The import contracts of pyproject.toml hold on our code, and would notice if they did not."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = """
api atlas checks cli compare drawing edits facts files layout live lsp measures model picture plan render render/html render/pdf render/png
render/svg render/xlsx pause server templates typeset words
""".split()


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An empty house with all the rooms and the project's own contracts."""
    for room in ["", *ROOMS]:
        folder = tmp_path / "src" / "footlights" / room
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").write_text("")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    # What lives where is allowed; and the libraries must be met somewhere to be known.
    write(tmp_path, "files", "import yaml")
    write(tmp_path, "cli", "import click\nimport rich.table\nfrom footlights.server import x")
    write(tmp_path, "server", "import fastapi\nimport sqlalchemy.ext.asyncio\nfrom footlights.live import x\nfrom footlights.api import x")
    write(tmp_path, "lsp", "import pygls\nimport lsprotocol\nfrom footlights.api import x")
    write(tmp_path, "live", "import pycrdt")
    write(tmp_path, "api", "from footlights.files import x\nfrom footlights.render import x")
    write(tmp_path, "typeset", "import pyphen")
    write(tmp_path, "render/png", "def png():\n    import resvg_py")
    write(tmp_path, "render/pdf", "def pdf():\n    import typst")
    write(tmp_path, "render/xlsx", "def xlsx():\n    import xlsxwriter")
    return tmp_path


def write(house: Path, room: str, code: str) -> None:
    folder = house / "src" / "footlights" / room
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "__init__.py").write_text(code + "\n")


def lint(house: Path) -> tuple[int, str]:
    program = Path(sysconfig.get_path("scripts"), "lint-imports")
    done = subprocess.run(
        [program, "--no-logo", "--no-cache"],
        cwd=house,
        env={"PYTHONPATH": str(house / "src"), "PATH": "", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def test_an_orderly_house_passes(house: Path) -> None:
    code, said = lint(house)
    assert code == 0, said
    assert "11 kept, 0 broken" in said


@pytest.mark.parametrize(
    ("room", "code", "complaint"),
    [
        ("model", "from footlights.edits import x", "footlights.model -> footlights.edits"),
        ("layout", "from footlights.measures import x", "footlights.layout -> footlights.measures"),
        (
            "layout",
            "def late():\n    from footlights.render import x",
            "footlights.layout -> footlights.render",
        ),
        ("words", "from footlights import x", "footlights.words -> footlights"),
        ("attic", "", "not listed as layers: - footlights.attic"),
        ("model", "import yaml", "footlights.model -> yaml"),
        ("render/svg", "import rich.text", "footlights.render.svg -> rich"),
        ("layout", "import pyphen", "footlights.layout -> pyphen"),
        ("render/html", "import resvg_py", "footlights.render.html -> resvg_py"),
        ("render/html", "import typst", "footlights.render.html -> typst"),
        ("render/html", "import xlsxwriter", "footlights.render.html -> xlsxwriter"),
        ("api", "from footlights.server import x", "footlights.api -> footlights.server"),
        ("live", "from footlights.files import x", "footlights.live -> footlights.files"),
        ("compare", "from footlights.measures import x", "footlights.compare -> footlights.measures"),
        ("server", "import pycrdt", "footlights.server -> pycrdt"),
        ("live", "import sqlalchemy.orm", "footlights.live -> sqlalchemy"),
        ("api", "def late():\n    import uvicorn", "footlights.api -> uvicorn"),
        ("model", "import pydantic", "footlights.model -> pydantic"),
        ("drawing", "import fontTools.ttLib", "footlights.drawing -> fontTools"),
    ],
)
def test_a_breach_is_noticed(house: Path, room: str, code: str, complaint: str) -> None:
    if complaint == "footlights.words -> footlights":
        write(house, "", "from footlights.api import x")  # and so words would reach the roof through the front door
    write(house, room, code)
    result, said = lint(house)
    assert result == 1, said
    assert complaint in said


def test_rooms_to_come_have_their_floor_already(house: Path) -> None:
    write(house, "checks", "from footlights.model import x")
    write(house, "observations", "from footlights.model import x")
    write(house, "plugins", "")
    code, said = lint(house)
    assert code == 0, said
