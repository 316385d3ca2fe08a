"""Generated files are fresh, and staleness is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

import generate


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(generate, "GENERATED", {"a/one.md": lambda: "one\n", "two.md": lambda: "twee\n"})
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    return tmp_path


def test_it_writes_then_finds_nothing_to_do(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main([]) == 0
    assert (project / "a" / "one.md").read_bytes() == b"one\n"
    assert capsys.readouterr().out == "wrote a/one.md\nwrote two.md\n"
    assert generate.main([]) == 0
    assert capsys.readouterr().out == ""


def test_check_names_what_is_stale_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "two.md").write_text("two\n")
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().err.count("is stale") == 2
    assert (project / "two.md").read_text() == "two\n"
    assert not (project / "a").exists()


def test_only_what_is_asked_for(project: Path) -> None:
    assert generate.main(["two.md"]) == 0
    assert not (project / "a").exists()
    assert generate.main(["--check", "two.md"]) == 0


def test_an_unknown_name_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["three.md"]) == 2
    assert "three.md" in capsys.readouterr().err
