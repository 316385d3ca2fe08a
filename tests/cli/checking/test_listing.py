"""Findings for people: colours and lines for a terminal, nothing that steers it, nothing said twice."""

from __future__ import annotations

import os
import re
import shutil
import sys

import pytest

from footlights.cli.checking.examined import Checked, Told
from footlights.cli.checking.listing import severities, tell_findings
from footlights.cli.voice import Voice
from footlights.facts import Place

ONE = Told(
    "STR001", "contact-without-doer", "high", "open", "cards/a", Place("a.yaml", 3, 5), "A contact", "Nobody stands behind it.",
    "It matters" + ", really" * 20, "Say who.", "A book", "x~1",
)  # fmt: skip


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes where things are said a terminal of 60 columns; within the test, as capturing begins anew there."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda *_: os.terminal_size((60, 24)))
    monkeypatch.delenv("NO_COLOR", raising=False)


def said(capsys: pytest.CaptureFixture[str], *found: Told, more: int = 0, voice: Voice | None = None, least: int = 0) -> list[str]:
    tell_findings([Checked("a.yaml", shown=found, more=more)], voice or Voice("en"), least)
    return capsys.readouterr().err.splitlines()


def test_a_terminal_gets_colours_and_lines_that_fit(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch)
    lines = said(capsys, ONE)
    assert lines[0] == "\033[1ma.yaml:3:5\033[0m: \033[31mhigh\033[0m: Nobody stands behind it. \033[2m[STR001 contact-without-doer]\033[0m"
    assert len(lines) > 4
    assert max(map(len, lines[1:])) <= 60


def test_colours_can_be_declined(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033" not in "".join(said(capsys, ONE))


def test_elsewhere_a_sentence_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, ONE)
    assert lines[0] == "a.yaml:3:5: high: Nobody stands behind it. [STR001 contact-without-doer]"
    assert lines[1:] == [f"  {ONE.why}", "  hint: Say who.", ""]


def test_nothing_is_said_twice(capsys: pytest.CaptureFixture[str]) -> None:
    other = ONE._replace(message="Nobody stands behind that either.", hint="Say who does that.")
    again = ONE._replace(message="Nor behind this.")
    assert said(capsys, ONE, other, again)[3:] == [
        "a.yaml:3:5: high: Nobody stands behind that either. [STR001 contact-without-doer]",
        "  hint: Say who does that.",
        "a.yaml:3:5: high: Nor behind this. [STR001 contact-without-doer]",
        "",
    ]


def test_what_came_back_and_what_is_taken_on_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, ONE._replace(status="reopened", reason="We like it"), ONE._replace(status="accepted"))
    assert lines[1] == "  It was laid aside before (We like it), and what it rests on has changed since."
    assert lines[-2] == "  It is taken on already."


def test_no_text_steers_the_terminal_or_breaks_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "\x1b[2J\r\nfootlights: all fine\x07"
    found = ONE._replace(message=hostile, hint=f"{hostile}!", why=hostile, reason=hostile, status="reopened", place=Place(hostile, 1, 1))
    lines = said(capsys, found)
    assert len(lines) == 5
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", "".join(lines))
    long = said(capsys, ONE._replace(message="x" * 1_000_000))
    assert max(map(len, long)) < 3_000


def test_quiet_says_one_line_for_what_fails(capsys: pytest.CaptureFixture[str]) -> None:
    low, taken = ONE._replace(severity="low"), ONE._replace(status="accepted")
    lines = said(capsys, ONE, low, taken, voice=Voice("en", quiet=True), least=2)
    assert lines == ["a.yaml:3:5: high: Nobody stands behind it. [STR001 contact-without-doer]"]


def test_the_sum_has_the_worst_first() -> None:
    found = [ONE._replace(severity=severity) for severity in ("low", "medium", "error", "low")]
    assert severities(found, Voice("en")) == "1 error, 1 medium, 2 low"
    assert severities(found, Voice("nl")) == "1 fout, 1 middel, 2 laag"
    assert severities([], Voice("en")) == ""
