"""How faults are told: place, source line, pointer, hint; within bounds, and as JSON."""

from __future__ import annotations

import pytest

from footlights.cli.diagnosis import as_json, tell
from footlights.cli.voice import Voice
from footlights.facts import Diagnostic, Place
from footlights.model import Address

TEXT = "footlights: 1\ntitle: A shine\nowner: {naam: x}\n"
FAULT = Diagnostic(
    "unknown-field",
    Place("a.blueprint.yaml", 3, 9, 3, 13),
    "warning",
    (("kind", "blueprint"), ("name", "A shine"), ("field", "naam"), ("exists", "title")),
    Address("blueprint"),
)


@pytest.fixture(autouse=True)
def _quiet_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.delenv("NO_COLOR", raising=False)


def told(capsys: pytest.CaptureFixture[str], *found: Diagnostic, text: str = TEXT, voice: Voice | None = None) -> list[str]:
    tell(found, {"a.blueprint.yaml": text}, voice or Voice())
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def test_a_fault_shows_its_place_its_line_and_how_to_mend_it(capsys: pytest.CaptureFixture[str]) -> None:
    first, source, pointer, hint = told(capsys, FAULT)
    assert first.startswith("a.blueprint.yaml:3:9: warning: ")
    assert "naam" in first
    assert source == " 3 | owner: {naam: x}"
    assert pointer == "   |         ^^^^"
    assert hint.startswith("  hint: ")


def test_it_speaks_the_readers_language(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, FAULT, voice=Voice("nl"))
    assert lines[0].startswith("a.blueprint.yaml:3:9: waarschuwing: ")
    assert lines[-1].startswith("  tip: ")


@pytest.mark.parametrize(
    ("place", "pointer"),
    [
        (Place("a.blueprint.yaml", 3, 9), ["   |         ^"]),  # no end: one sign
        (Place("a.blueprint.yaml", 2, 8, 3, 5), ["   |        ^^^^^^^"]),  # over several lines: to the end of the first
        (Place("a.blueprint.yaml", 4, 1), []),  # the empty line behind the last one
        (Place("a.blueprint.yaml", 99, 1), []),
        (Place("a.blueprint.yaml"), []),
    ],
)
def test_the_pointer(place: Place, pointer: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, FAULT._replace(place=place))
    assert [line for line in lines if line.startswith("   |")] == pointer


def test_the_pointer_on_a_long_line_stays_in_sight(capsys: pytest.CaptureFixture[str]) -> None:
    text = "x" * 5000 + "HERE" + "y" * 5000
    lines = told(capsys, FAULT._replace(place=Place("a.blueprint.yaml", 1, 5001, 1, 5005)), text=text)
    at = lines[2].index("^")
    assert lines[1][at : at + 4] == "HERE"
    assert lines[2].count("^") == 4
    assert max(map(len, lines)) < 200


def test_wide_characters_and_a_byte_order_mark_do_not_move_the_pointer(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, FAULT._replace(place=Place("a.blueprint.yaml", 1, 3, 1, 4)), text="\ufeff日本x")
    assert lines[1:3] == [" 1 | 日本x", "   |     ^"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_counts_as_one(end: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, FAULT._replace(place=Place("a.blueprint.yaml", 3, 1, 3, 2)), text=f"a{end}b{end}c\x0cd")
    assert lines[1] == " 3 | c d"


def test_nothing_in_a_name_or_a_line_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    name = "\x1b[31mred\n.yaml"
    tell([FAULT._replace(place=Place(name, 1, 1))], {name: "a\x1b[2Jb"}, Voice())
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert err.startswith("\\x1b[31mred\\n.yaml:1:1: warning")
    assert " 1 | a [2Jb" in err


def test_too_many_are_counted_and_no_line_is_too_long(capsys: pytest.CaptureFixture[str]) -> None:
    long = FAULT._replace(place=Place("d/" * 3000, 1, 1))
    lines = told(capsys, long, *[FAULT] * 500)
    assert sum(len(line.encode()) + 1 for line in lines) < 20_000
    assert max(map(len, lines)) <= 2000
    assert lines[-1] == f"and {501 - len(lines) // 2} more"
    # so many: no source lines where nobody watches
    assert not any(" | " in line for line in lines)


def test_colours_are_for_terminals(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert any("\x1b[1;33mwarning\x1b[0m" in line for line in told(capsys, FAULT))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not any("\x1b" in line for line in told(capsys, FAULT))


def test_as_json() -> None:
    (found,) = as_json([FAULT], "en")
    assert list(found) == [
        *("code", "slug", "severity", "message", "address", "file", "line", "column", "end_line", "end_column"),
        *("hint", "source", "fingerprint"),
    ]
    assert found["slug"] == "unknown-field"
    assert found["code"].startswith("DOC")
    assert (found["file"], found["line"], found["column"], found["end_column"]) == ("a.blueprint.yaml", 3, 9, 13)
    assert found["address"] == "blueprint"
    assert len(found["fingerprint"]) == 16


def test_a_fingerprint_stays_while_lines_move_and_differs_between_faults() -> None:
    moved = FAULT._replace(place=Place("b.blueprint.yaml", 30, 1))
    other = FAULT._replace(facts=(*FAULT.facts[:-1], ("exists", "other")))
    prints = [found["fingerprint"] for found in as_json([FAULT, moved, other], "en")]
    assert prints[0] == prints[1] != prints[2]
    assert as_json([moved._replace(place=Place("x"))], "en")[0]["line"] is None
