"""How the program as a whole behaves: help, misuse, and whatever may go wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from footlights.cli.program import COMMANDS, program

from .conftest import Footlights


@pytest.mark.parametrize("language", ["en", "nl", "es"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_in_every_language(command: str, language: str, footlights: Footlights) -> None:
    said = footlights(command, "--help", "--language", language)
    assert (said.code, said.err) == (0, "")
    assert f"footlights {command}" in said.out.splitlines()[0]
    assert {"en": "Example", "nl": "Voorbeeld", "es": "Ejemplo"}[language] in said.out
    assert "--language LANGUAGE" in said.out
    assert "--quiet" in said.out
    assert "--json" in said.out
    assert max(map(len, said.out.splitlines())) <= 100


def test_without_a_command_there_is_help(footlights: Footlights) -> None:
    said = footlights()
    assert said == footlights("--help")
    assert said.code == 0
    assert all(f"\n  {command} " in said.out for command in COMMANDS)
    assert "Opdrachten" in footlights("--language", "nl").out


def test_every_command_of_help_is_one(footlights: Footlights) -> None:
    # the list is made from COMMANDS; each must lead to a command of that name
    import click

    assert [program.get_command(click.Context(program), name).name for name in COMMANDS] == list(COMMANDS)


def test_the_version(footlights: Footlights) -> None:
    code, out, err = footlights("--version")
    assert (code, err) == (0, "")
    assert out.startswith("footlights 0.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["checks"], "there is no command 'checks'; did you mean check"),
        (["check", "--jason", "x"], "footlights check has no option --jason; did you mean --json"),
        (["check"], "PATH... is missing"),
        (["draw", "x.yaml"], "-o OUT is missing"),
        (["check", "x", "--format", "xml"], "--format cannot be 'xml': text, json, sarif or github"),
        (["check", "x", "--language", "xx"], "--language cannot be 'xx': en, nl or es"),
        (["draw", "x", "-o", "y.svg", "--scale", "nan"], "--scale must be a number from 0.1 to 10, not 'nan'"),
        (["new", "x", "--template", "huge"], "--template cannot be 'huge': blank, journey or blueprint"),
        (["schema", "extra"], "extra"),
        (["check", "x", "--language"], "--language"),
    ],
)
def test_misuse_is_answered_in_a_sentence(arguments: list[str], said: str, footlights: Footlights) -> None:
    code, out, err = footlights(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("footlights: ")
    assert said in err
    assert "--help` tells more" in err.splitlines()[-1]


def test_misuse_is_answered_in_the_language_that_was_asked_for(footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "bedoel je check" in footlights("checks", "--language", "nl").err
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    assert "¿quieres decir check" in footlights("checks").err


def test_a_fault_of_ours_is_a_sentence_too(footlights: Footlights, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str) -> None:
        raise KeyError("oops")

    monkeypatch.setattr("footlights.cli.checking.examined.opened", broken)
    code, out, err = footlights("check", good)
    assert (code, out) == (2, "")
    assert err.startswith("footlights: this is a fault of ours, not of your file: KeyError at footlights/cli/checking/examined.py:")
    assert "FOOTLIGHTS_DEBUG=1" in err
    monkeypatch.setenv("FOOTLIGHTS_DEBUG", "1")
    with pytest.raises(KeyError):
        footlights("check", good)


@pytest.mark.parametrize(
    ("trouble", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "footlights: stopped"),
        (MemoryError(), 2, "larger than the memory"),
        (OSError(28, "No space left on device"), 2, "it cannot be done: No space left on device"),
        (OSError(5, "Input/output error", "a.yaml"), 2, "a.yaml cannot be read or written: Input/output error"),
    ],
)
def test_other_trouble(
    trouble: BaseException, code: int, said: str, footlights: Footlights, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: str) -> None:
        raise trouble

    monkeypatch.setattr("footlights.cli.checking.examined.opened", broken)
    ended = footlights("check", good)
    assert ended.code == code
    assert said in ended.err
    assert len(ended.err.strip().splitlines()) == 1


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """The real program in a process of its own."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "footlights", *arguments], env=environment, check=False, timeout=60, capture_output=True, **options
    )


def test_as_a_process(good: Path) -> None:
    done = run("check", str(good))
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().splitlines()[0] == f"{good}: fine"
    done = run("check", "-", "--json", input="naam: Zonder alles é".encode())
    assert done.returncode == 2
    answer = json.loads(done.stdout)
    assert answer["footlights"] == 1
    assert done.stderr == b""


def test_a_reader_that_stops_listening_is_no_trouble() -> None:
    command = [sys.executable, "-m", "footlights", "schema"]
    # Windows has no closed pipes of this kind: there a reader that ends is an error of its own
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_what_draw_needs_is_not_loaded_for_check(good: Path) -> None:
    code = "import sys, footlights.cli as c; c.main(sys.argv[1:]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, "check", str(good)], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert "footlights.cli.check" in loaded
    assert not loaded & {"rich", "footlights.layout", "footlights.render", "footlights.cli.draw", "hashlib", "tempfile"}
