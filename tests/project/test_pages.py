"""What the README and the manual tell people to type works, in the order in which they read it."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FOOTLIGHTS = Path(sysconfig.get_path("scripts"), "footlights")
PAGES = ["README.md", "docs/tutorial/index.md", "docs/how-to/index.md", "docs/reference/file.md"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CALLED = re.compile(r"file called `([^`]+)`")
UNNAMED = "taste.blueprint.yaml"


def blocks(page: str) -> list[tuple[str, str]]:
    """Language and code of each block of a page, in order."""
    return BLOCK.findall((ROOT / page).read_text("utf-8"))


def spliced(text: str, fragment: str) -> str:
    """A blueprint in which a fragment replaces all from the line on that the fragment begins with."""
    first = fragment.splitlines(keepends=True)[0]
    assert text.count(first) == 1, f"the page shows a fragment that begins with another line: {first}"
    return text[: text.index(first)] + fragment


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the reader works: a copy of the examples, and the tutorial's blueprint for the recipes."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    library = next(code for language, code in blocks("docs/tutorial/index.md") if language == "yaml")
    (tmp_path / "blueprints").mkdir()
    for place in (tmp_path, tmp_path / "blueprints"):
        (place / "library.blueprint.yaml").write_text(library, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def footlights(line: str) -> None:
    """Type one line; it must end well."""
    argv = shlex.split(line, comments=True)
    done = subprocess.run([FOOTLIGHTS, *argv[1:]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_says_works(page: str, desk: Path) -> None:
    called = CALLED.search((ROOT / page).read_text("utf-8"))
    file = desk / (called[1] if called else UNNAMED)
    tried = 0
    for language, code in blocks(page):
        if language == "yaml":
            whole = re.search(r"^footlights:", code, re.MULTILINE)
            file.write_text(code if whole else spliced(file.read_text("utf-8"), code), "utf-8")
            footlights(f"footlights check {file.name}")
            tried += 1
        elif language == "sh":
            for line in code.splitlines():
                if line.startswith("footlights "):
                    footlights(line)
                    tried += 1
        elif language == "python":
            exec(compile(code, page, "exec"), {})
            tried += 1
    assert tried


def test_every_page_with_code_is_tried() -> None:
    docs = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").rglob("*.md"))]
    assert {page for page in docs if {name for name, _ in blocks(page)} & {"python", "sh", "yaml"}} <= set(PAGES)


def test_a_fragment_takes_the_place_of_the_rest() -> None:
    assert spliced("a\n- b\n  c\n", "- b\n  d\n") == "a\n- b\n  d\n"
    with pytest.raises(AssertionError, match="begins with another line"):
        spliced("a\n", "- b\n")
