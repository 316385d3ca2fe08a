"""What the README and the manual tell people to type works, in the order in which they read it."""

from __future__ import annotations

import re
import shlex
import shutil
import signal
import subprocess
import sysconfig
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FOOTLIGHTS = Path(sysconfig.get_path("scripts"), "footlights")
PAGES = [
    "README.md",
    "docs/tutorial/index.md",
    "docs/tutorial/editor.md",
    "docs/how-to/index.md",
    "docs/how-to/check-in-ci.md",
    "docs/how-to/edit-together.md",
    "docs/how-to/find-what-stands-behind.md",
    "docs/how-to/git.md",
    "docs/how-to/plan-and-atlas.md",
    "docs/how-to/test-a-blueprint.md",
    "docs/how-to/run-for-a-team.md",
    "docs/how-to/take-it-to-other-tools.md",
    "docs/how-to/choose-a-view.md",
    "docs/how-to/print.md",
    "docs/how-to/tables-and-text.md",
    "docs/how-to/slides.md",
    "docs/how-to/themes.md",
    "docs/reference/file.md",
    "docs/explanation/attribution.md",
]
#: What is written from the code; the tests of that code try it: every check runs the two examples of its page.
WRITTEN = ("docs/reference/cli.md", "docs/reference/checks/", "docs/reference/expectations.md")
#: Servers: they are started, looked at and ended. Only what runs without a database of the reader's own is tried.
STAYING = ("open", "serve")
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
    """Where the reader works: a copy of the examples, and the tutorial's blueprint for the recipes, all in git."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    library = next(code for language, code in blocks("docs/tutorial/index.md") if language == "yaml")
    (tmp_path / "blueprints").mkdir()
    for place in (tmp_path, tmp_path / "blueprints"):
        (place / "library.blueprint.yaml").write_text(library, "utf-8")
    for name in ("as-is", "to-be", "before", "mine", "hers"):
        (tmp_path / f"{name}.blueprint.yaml").write_text(library, "utf-8")
    monkeypatch.chdir(tmp_path)
    for command in ("init -q -b main", "add .", "-c user.name=Ann -c user.email=ann@example.org commit -qm first"):
        subprocess.run(["git", *command.split()], check=True)
    return tmp_path


def stays(argv: list[str]) -> None:
    """A server: its first line names where it is, it answers there, and Ctrl-C ends it well."""
    asked = [*argv, "--port", "0", *(["--no-browser"] if argv[0] == "open" else [])]
    with subprocess.Popen([FOOTLIGHTS, *asked], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        try:
            assert running.stdout is not None
            address = running.stdout.readline().split("#")[0].strip()
            with urllib.request.urlopen(urllib.parse.urljoin(address, "/healthz"), timeout=30) as answer:
                assert answer.status == 200
        finally:
            running.send_signal(signal.SIGINT)
            assert running.wait(30) in (0, 130)


def footlights(line: str) -> None:
    """Type one line; it must end well."""
    argv = shlex.split(line, comments=True)
    if argv[1] in STAYING:
        stays(argv[1:])
        return
    done = subprocess.run([FOOTLIGHTS, *argv[1:]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_says_works(page: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not (ROOT / page).exists():
        pytest.fail(f"there is no {page}")
    monkeypatch.setenv("FOOTLIGHTS_HOME", str(desk / "home"))
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
                if line.startswith("footlights ") and "postgresql:" not in line and "$" not in line:
                    footlights(line)
                    tried += 1
        elif language == "python":
            exec(compile(code, page, "exec"), {})
            tried += 1
    assert tried


def test_every_page_with_code_is_tried() -> None:
    docs = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").rglob("*.md"))]

    def tried(page: str) -> bool:
        return not page.startswith(WRITTEN) and any(
            name in ("python", "yaml") or "\nfootlights " in f"\n{code}" for name, code in blocks(page)
        )

    assert {page for page in docs if tried(page)} <= set(PAGES)


def test_a_fragment_takes_the_place_of_the_rest() -> None:
    assert spliced("a\n- b\n  c\n", "- b\n  d\n") == "a\n- b\n  d\n"
    with pytest.raises(AssertionError, match="begins with another line"):
        spliced("a\n", "- b\n")
