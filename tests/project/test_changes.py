"""Changelog fragments: what is accepted, what a release makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import changes


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "changes").mkdir()
    (tmp_path / "changes" / "README.md").write_text("How to.\n")
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n{changes.MARK}\n## 0.1.0 — 2026-01-01\n\nOld.\n")
    return tmp_path


def test_a_release_takes_all_fragments_in_order_and_removes_them(project: Path) -> None:
    changes.add("fixed", "long-names", "A long name stays in its lane.", project)
    changes.add("added", "pdf", "PDF, with `draw -o x.pdf`.\nTagged.\n\nReadable aloud.", project)
    changes.add("added", "atlas", "An atlas.", project)
    changes.assemble("0.2.0", "2027-03-01", project)
    assert (project / "CHANGELOG.md").read_text("utf-8") == (
        f"# Changelog\n\n{changes.MARK}\n"
        "## 0.2.0 — 2027-03-01\n"
        "\n### Added\n\n- An atlas.\n- PDF, with `draw -o x.pdf`.\n  Tagged.\n\n  Readable aloud.\n"
        "\n### Fixed\n\n- A long name stays in its lane.\n"
        "\n## 0.1.0 — 2026-01-01\n\nOld.\n"
    )
    assert [path.name for path in (project / "changes").iterdir()] == ["README.md"]


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("Long Names.fixed.md", "Good.", "call it NAME.KIND.md"),
        ("names.mended.md", "Good.", "call it NAME.KIND.md"),
        ("names.fixed.txt", "Good.", "call it NAME.KIND.md"),
        ("names.fixed.md", " \n", "it is empty"),
        ("names.fixed.md", "- Good.", "plain sentences"),
        ("names.fixed.md", "Not finished", "full stop"),
    ],
)
def test_a_malformed_fragment_is_refused(project: Path, name: str, text: str, complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "changes" / name).write_text(text)
    assert changes.main(["check"], project) == 1
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("version", "date", "complaint"),
    [
        ("2", "2027-03-01", "a version looks like"),
        ("0.2.0", "tomorrow", "a date looks like"),
        ("0.1.0", "2027-03-01", "has 0.1.0 already"),
    ],
)
def test_a_release_that_makes_no_sense_changes_nothing(project: Path, version: str, date: str, complaint: str) -> None:
    changes.add("added", "atlas", "An atlas.", project)
    before = (project / "CHANGELOG.md").read_text("utf-8")
    with pytest.raises(changes.ChangesError, match=complaint):
        changes.assemble(version, date, project)
    assert (project / "CHANGELOG.md").read_text("utf-8") == before
    assert (project / "changes" / "atlas.added.md").exists()


def test_a_release_of_nothing_is_refused(project: Path) -> None:
    with pytest.raises(changes.ChangesError, match="no fragments"):
        changes.assemble("0.2.0", "2027-03-01", project)


def test_adding_never_overwrites_and_leaves_nothing_malformed(project: Path) -> None:
    changes.add("added", "atlas", "An atlas.", project)
    with pytest.raises(changes.ChangesError, match="there already"):
        changes.add("added", "atlas", "Another atlas.", project)
    with pytest.raises(changes.ChangesError, match="full stop"):
        changes.add("added", "plan", "A plan", project)
    assert not (project / "changes" / "plan.added.md").exists()


def test_show_prints_what_is_to_come(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert changes.main(["add", "added", "atlas", "An atlas."], project) == 0
    assert changes.main(["show"], project) == 0
    assert capsys.readouterr().out.endswith("## Next\n\n### Added\n\n- An atlas.\n")


def test_our_own_fragments_and_changelog_are_well_formed() -> None:
    changes.fragments()
    assert (changes.ROOT / "CHANGELOG.md").read_text("utf-8").count(changes.MARK) == 1
