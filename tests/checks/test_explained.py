"""The page that explains checks: its plug-in is a package that works, and what it shows of a file is true."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import footlights
from footlights.checks.catalogue import GROUP
from tests.golden.runner import ROOT

PAGE = (ROOT / "docs" / "explanation" / "checks.md").read_text("utf-8")
FILES = {name: code for _, name, code in re.findall(r'^``` (\w+) title="([^"]+)"\n(.*?)^```$', PAGE, re.DOTALL | re.MULTILINE)}
FRAGMENTS = re.findall(r"^``` yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
CALLED = """
footlights: 1
title: A library card
channels: {phone: {name: Phone, icon: phone}}
actors: {librarian: {name: Librarian}}
phases:
- {title: Ask, steps: [{does: Calls, frontstage: [{id: answer, does: Answers, via: phone, by: librarian}]}]}
"""


def installed(folder: Path) -> Path:
    """The package of the page, as an installer would leave it."""
    project = tomllib.loads(FILES["pyproject.toml"])["project"]
    for name in ("our_checks.py", "test_our_checks.py"):
        (folder / name).write_text(FILES[name], "utf-8")
    about = folder / f"our_checks-{project['version']}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n", "utf-8")
    points = "".join(f"{name} = {value}\n" for name, value in project["entry-points"][GROUP].items())
    (about / "entry_points.txt").write_text(f"[{GROUP}]\n{points}", "utf-8")
    return folder


def run(folder: Path, code: str) -> str:
    code = f"import sys; sys.path.insert(0, {str(folder)!r})\n{code}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, cwd=folder, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_check_of_the_page_passes_the_test_of_the_page(tmp_path: Path) -> None:
    run(installed(tmp_path), "from test_our_checks import test_our_check_keeps_its_word as test; test()")


def test_the_test_of_the_page_can_fail(tmp_path: Path) -> None:
    installed(tmp_path)
    (tmp_path / "our_checks.py").write_text(FILES["our_checks.py"].replace("standard: 4 min", "work: 4 min"), "utf-8")
    told = run(
        tmp_path,
        "from test_our_checks import test_our_check_keeps_its_word as test\n"
        "try:\n    test()\nexcept AssertionError as failed:\n    print(failed)",
    )
    assert "Answers" in told


def test_once_installed_it_is_asked_like_any_other(tmp_path: Path) -> None:
    told = run(
        installed(tmp_path),
        "import footlights\nfrom footlights.checks import Settings, check_named\n"
        f"found = footlights.findings(footlights.loads({CALLED!r}), settings=Settings('strict')).shown\n"
        "print(check_named('OUR001').slug)\nprint(*[each.finding.text('nl') for each in found if each.finding.code == 'OUR001'])",
    )
    assert told.splitlines() == ["phone-without-standard", "Niemand heeft gezegd hoelang 'Answers' mag duren."]


def test_what_the_page_shows_of_a_file_counts() -> None:
    ledger, allowed = FRAGMENTS
    cards = "    - {id: answer, does: Explains how it works}\n" + "".join(f"    {line}\n" for line in allowed.splitlines()[1:])
    text = f"footlights: 1\ntitle: A card\nphases:\n- title: Ask\n  steps:\n  - does: Asks\n    frontstage:\n{cards}{ledger}"
    document = footlights.loads(text)
    assert not document.diagnostics
    judged = footlights.findings(document).kept_back
    assert {each.status: str(document.blueprint.say(each.reason)) for each in judged if each.finding.slug == "contact-without-doer"} == {
        "dismissed": "The librarian will be named after the summer",
        "allowed": "The poster answers by itself",
    }
