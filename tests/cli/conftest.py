"""A way to run the command line within the test, and a blueprint to run it on."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from footlights.cli import main

GOOD = """\
footlights: 1
title: A shine
language: en
personas:
  ann: {name: Ann}
actors:
  shiner: {name: Shiner}
phases:
- id: sit
  title: Sit
  need: Clean shoes
  steps:
  - id: sits-down
    does: Sits down
    feels: 1
    moment-of-truth: 3
    frontstage:
    - id: brush
      does: Brushes the shoes
      by: shiner
      time: {work: 30 s, standard: 30 s}
"""


class Said(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


class Footlights(Protocol):
    """Runs `footlights` with these arguments."""

    def __call__(self, *arguments: str | Path, input: str | bytes = b"") -> Said: ...


@pytest.fixture
def footlights(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Footlights]:
    """The command line, in an empty folder, on a system that speaks English."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("LC_", "FOOTLIGHTS_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*arguments: str | Path, input: str | bytes = b"") -> Said:
        data = input.encode() if isinstance(input, str) else input
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    yield run
    gc.enable()  # the program does without, for its short life


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A small blueprint without faults."""
    path = tmp_path / "good.blueprint.yaml"
    path.write_text(GOOD, "utf-8")
    return path
