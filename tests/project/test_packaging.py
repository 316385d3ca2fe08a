"""What somebody installs: the package, its fonts, the examples, the licences, one command."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
STATIC = "footlights/server/static/"
SRC = ROOT / "src" / "footlights"
# dev.py leaves the editor out where it only installs a link to this checkout; a real build has it
ENV = {key: value for key, value in os.environ.items() if key != "FOOTLIGHTS_SKIP_WEB"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    argv = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(argv, cwd=ROOT, env=ENV, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(built.glob("*.whl")))


def shipped(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name[0] != "."
    }


def test_the_wheel_holds_the_package_and_the_examples(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert {f"footlights/{name}" for name in shipped(SRC)} <= names
    assert {f"footlights/examples/{name}" for name in shipped(ROOT / "examples")} <= names
    assert "footlights/examples/it-incident.blueprint.yaml" in names
    assert any(name.endswith("OFL.txt") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"footlights"}


def test_the_wheel_holds_the_editor(wheel: zipfile.ZipFile) -> None:
    names = {name.removeprefix(STATIC) for name in wheel.namelist() if name.startswith(STATIC)}
    assert {"index.html", "favicon.svg", "licences.md", ".vite/manifest.json"} <= names
    page = wheel.read(f"{STATIC}index.html").decode()
    for asked in re.findall(r'(?:src|href)="/([^"]+)"', page):
        assert asked in names
    assert "<script>" not in page  # the server's Content-Security-Policy allows no script inside the page
    assert not [name for name in names if name.endswith((".map", ".ts", ".svelte"))]


def test_the_source_archive_holds_the_editor_s_sources_but_not_what_was_fetched(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"hatch_build.py", "scripts/webbuild.py", "web/package-lock.json", "web/index.html", "web/.npmrc"} <= names
    assert not [name for name in names if "node_modules" in name or "/paraglide/" in name]


def test_the_wheel_brings_the_command(wheel: zipfile.ZipFile) -> None:
    points = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "footlights = footlights.cli:main" in wheel.read(points).decode()


def test_the_source_archive_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(next(built.glob("*.tar.gz")), tmp_path)
    source = next(tmp_path.iterdir())
    argv = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "again")]
    nowhere = {**ENV, "PATH": str(Path(sys.executable).parent)}
    subprocess.run(argv, cwd=source, env=nowhere, check=True, capture_output=True)
    again = next((tmp_path / "again").glob("*.whl"))
    assert again.read_bytes() == next(built.glob("*.whl")).read_bytes()
