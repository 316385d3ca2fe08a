"""The progress line: for terminals, and only when it takes long."""

from __future__ import annotations

import sys
import time

import pytest

from footlights.cli.progress import watched
from footlights.cli.voice import Voice


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until a test moves it."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setenv("LC_ALL", "en_GB")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    return now


def test_quick_work_says_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watched("abc", Voice(), "progress.check")) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""


def test_long_work_says_how_far_it_is_and_wipes_it_out_again(
    clock: list[float], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for _ in watched("abcd", Voice("nl"), "progress.check"):
        clock[0] += 0.6
    said = capsys.readouterr().err
    assert said.split("\r\x1b[K") == ["", "Controleren: 2 van 4", "Controleren: 3 van 4", ""]


@pytest.mark.parametrize("quiet", [True, False])
def test_nobody_watching_nothing_said(
    quiet: bool, clock: list[float], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: quiet)
    for _ in watched("abcd", Voice(quiet=quiet), "progress.check"):
        clock[0] += 5
    assert capsys.readouterr().err == ""
