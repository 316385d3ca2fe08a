"""The house rules that a linter does not know: what loads, who imports whom, what has a docstring."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SRC = ROOT / "src" / "footlights"
MODULES = sorted(SRC.rglob("*.py"))
HEAVY = (
    "asyncio",
    "click",
    "fontTools",
    "http",
    "jsonschema",
    "pyphen",
    "resvg_py",
    "rich",
    "typst",
    "yaml",
)


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after running code and not before."""
    program = f"import sys; before = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_import_footlights_loads_nothing_heavy() -> None:
    loaded = loaded_by("import footlights")
    assert "footlights" in loaded
    assert loaded & set(HEAVY) == set()


def test_the_heavy_list_would_notice() -> None:
    assert "yaml" in loaded_by("import yaml")


def imports(code: str, package: tuple[str, ...]) -> list[tuple[int, tuple[str, ...]]]:
    """Line and full dotted path of all that code imports; package is where the code stands."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, tuple(alias.name.split("."))) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) + 1 - node.level] if node.level else ()
            found.append((node.lineno, start + tuple((node.module or "").split(".") if node.module else ())))
    return found


def reaches_inside(code: str, package: tuple[str, ...]) -> list[tuple[int, str]]:
    """Imports from a file inside another room, instead of from the room."""
    return [
        (line, ".".join(path))
        for line, path in imports(code, package)
        if len(path) > 2 and path[0] == "footlights" and path[1] not in package[1:2]
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SRC).as_posix())
def test_rooms_import_from_rooms_not_from_files_inside_them(path: Path) -> None:
    package = ("footlights", *path.relative_to(SRC).parts[:-1])
    assert reaches_inside(path.read_text("utf-8"), package) == []


def test_reaching_inside_is_noticed() -> None:
    inside = ("footlights", "layout")
    assert reaches_inside("from footlights.model.step import Step", inside) == [(1, "footlights.model.step")]
    assert reaches_inside("from ..model.step import Step", inside) == [(1, "footlights.model.step")]
    assert reaches_inside("import footlights.model.step", inside) == [(1, "footlights.model.step")]
    assert reaches_inside("from footlights.model import Step", inside) == []
    assert reaches_inside("from footlights.layout.grid import Grid\nfrom .grid import Grid", inside) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SRC).as_posix())
def test_every_module_says_in_its_first_line_what_it_is(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert said, "a module begins with a docstring of one sentence"
    first = said.split("\n\n")[0]
    assert first.endswith((".", "?", ":")), first


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SRC).as_posix())
def test_nothing_is_called_by_an_empty_name(path: Path) -> None:
    empty = {"base", "common", "helper", "helpers", "manager", "misc", "process", "util", "utils"}
    assert not empty & set(path.relative_to(SRC).with_suffix("").parts)
