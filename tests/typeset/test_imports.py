"""Heavy libraries load only when a word has to be hyphenated."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"pyphen", "fontTools", "brotli", "importlib.resources"}
LONG = "reserveringsformulier"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("", set()),
        ("t.width('Klant', 12); t.wrap('Klant belt', 50, 12, language='nl'); t.chunks_for('a', bold=True)", set()),
        (f"t.wrap('{LONG}', 50, 12)", set()),
        (f"t.wrap('{LONG}', 50, 12, language='nl')", {"pyphen", "importlib.resources"}),
    ],
)
def test_what_loads(code: str, expected: set[str]) -> None:
    program = f"import sys, footlights.typeset as t\n{code}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & HEAVY == expected
