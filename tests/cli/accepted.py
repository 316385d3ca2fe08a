"""Answers that scripts rely on, compared with what was accepted before (`--accept` takes them as they come out now)."""

from __future__ import annotations

from pathlib import Path

import pytest

__all__ = ["agrees"]

FOLDER = Path(__file__).parent / "golden"


def agrees(name: str, answer: str, request: pytest.FixtureRequest) -> None:
    """Fail when an answer differs from the accepted one."""
    path = FOLDER / name
    if request.config.getoption("--accept"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(answer, "utf-8", newline="\n")
    assert path.is_file(), f"{path.name} was never accepted: run with --accept and look at it"
    assert answer == path.read_text("utf-8")
