"""Checks that installed packages bring: found where they are offered, and no more than looked for where they are not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import footlights.checks.plugged  # noqa: F401 - looked into below

GROUP = "footlights.checks"
TELL = (
    "import sys\nfrom footlights.checks.plugged import plugged\n"
    f"print(*(check.slug for check in plugged({GROUP!r}, set())))\nprint('importlib.metadata' in sys.modules)"
)
CHECK = """\
from footlights.checks.structure.contact_without_doer import CHECK
OURS = CHECK._replace(code="XYZ001", slug="of-our-own", source="Our handbook")
"""


def told(*paths: Path) -> list[str]:
    """What a fresh interpreter finds with these places in front, and whether it had to ask importlib.metadata."""
    code = "".join(f"import sys; sys.path.insert(0, {str(path)!r})\n" for path in paths) + TELL
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


def offer(folder: Path, points: str, name: str = "ours-1.0.dist-info") -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "METADATA").write_text("Metadata-Version: 2.1\nName: ours\nVersion: 1.0\n")
    (folder / name / "entry_points.txt").write_text(points)
    (folder / "ours.py").write_text(CHECK)
    return folder


def test_where_nobody_offers_any_nothing_heavy_is_loaded(tmp_path: Path) -> None:
    assert told() == ["", "False"]
    offer(tmp_path, "[console_scripts]\nours = ours:main\n")
    assert told(tmp_path) == ["", "False"]


@pytest.mark.parametrize("name", ["ours-1.0.dist-info", "ours.egg-info"])
def test_what_is_offered_is_found(name: str, tmp_path: Path) -> None:
    offer(tmp_path, f"[{GROUP}]\nours = ours:OURS\n", name)
    assert told(tmp_path) == ["of-our-own", "True"]


def test_what_can_not_be_loaded_is_a_check_that_breaks(tmp_path: Path) -> None:
    offer(tmp_path, f"[{GROUP}]\nours = ours:GONE\nmore = ours.nowhere:X\n")
    assert told(tmp_path)[0] == "unusable-plug-in-more unusable-plug-in-ours"


def test_places_that_are_no_folders_are_asked_about(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "ours.zip", "w") as packed:
        packed.writestr("ours.py", CHECK)
        packed.writestr("ours-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: ours\nVersion: 1.0\n")
        packed.writestr("ours-1.0.dist-info/entry_points.txt", f"[{GROUP}]\nours = ours:OURS\n")
    assert told(tmp_path / "ours.zip") == ["of-our-own", "True"]


def test_another_way_to_find_packages_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Finder:
        def find_spec(self, *_: object) -> None: ...
        def find_distributions(self, *_: object) -> list[object]:
            return []

    inside = sys.modules["footlights.checks.plugged"]
    assert not inside._offered("no.such.group")
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert inside._offered("no.such.group")
