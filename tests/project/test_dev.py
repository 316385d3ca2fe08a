"""The workshop's own door: what it promises, what it does when something is missing or fails."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import browser
import dev


def test_its_help_names_every_chore() -> None:
    assert dev.__doc__
    listed = set(re.findall(r"^  (?:python3 dev\.py )?([a-z]+)  +\S", dev.__doc__, re.MULTILINE))
    assert listed == set(dev.CHORES)


def test_every_check_runs_and_the_failing_ones_are_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(dev, "call", lambda *argv: argv[0])
    assert dev.failing([("one", [0]), ("two", [3]), ("three", [0]), ("four", [1])]) == ["two", "four"]
    assert re.findall(r"(\w+): (fine|NOT FINE)", capsys.readouterr().out) == [
        ("one", "fine"),
        ("two", "NOT FINE"),
        ("three", "fine"),
        ("four", "NOT FINE"),
    ]


@pytest.fixture
def workshop(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """dev.py with nothing to install, and pytest replaced by a list of what it was asked."""
    asked: list[tuple[str, ...]] = []

    def pretend(*options: str) -> int:
        asked.append(options)
        return 0

    monkeypatch.setattr(dev, "install", lambda lock: None)
    monkeypatch.setattr(dev, "get_browser", lambda: None)
    monkeypatch.setattr(dev, "get_tracer", lambda: None)
    monkeypatch.setattr(dev, "get_web", lambda: None)
    monkeypatch.setattr(dev, "pytest", pretend)
    return asked


@pytest.mark.parametrize(("failed", "code"), [([], 0), (["types"], 1)])
def test_a_failed_check_fails_the_run_and_the_tests_run_all_the_same(
    workshop: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, failed: list[str], code: int
) -> None:
    monkeypatch.setattr(dev, "failing", lambda checks: failed)
    assert dev.test([]) == code
    assert len(workshop) == 1


def test_failing_tests_fail_the_run(workshop: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "failing", lambda checks: [])
    monkeypatch.setattr(dev, "pytest", lambda *options: 2)
    assert dev.test([]) == 2
    assert dev.quick([]) == 2


def test_paths_and_options_go_to_pytest_and_nothing_else_runs(workshop: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "failing", lambda checks: pytest.fail("no checks were asked for"))
    assert dev.test(["tests/golden", "--accept"]) == 0
    assert workshop == [("tests/golden", "--accept")]


def test_every_check_s_program_is_one_that_setup_installs() -> None:
    checks = dev.lint_checks() + dev.types_checks() + dev.fresh_checks() + dev.docs_checks() + dev.web_checks() + dev.web_tests()
    for name, argv in checks:
        program = Path(str(argv[0]))
        assert program.exists(), name
        if program == dev.PYTHON:
            assert Path(str(argv[1])).is_file(), name
        if dev.WEB in argv:
            assert argv[-1] in json.loads((dev.ROOT / "web" / "package.json").read_text("utf-8"))["scripts"], name


def test_what_is_installed_already_is_left_alone_until_the_lock_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[tuple[object, ...]] = []
    locks = tmp_path / "locks"
    locks.mkdir()
    (locks / "run.txt").write_text("one\n")
    monkeypatch.setattr(dev, "LOCKS", locks)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", locks / "run.txt")  # any file that is there
    monkeypatch.setattr(dev, "get_uv", lambda: None)
    monkeypatch.setattr(dev, "run", lambda *argv: ran.append(argv))
    dev.install("run")
    assert any("--require-hashes" in argv for argv in ran)
    first = len(ran)
    dev.install("run")
    assert len(ran) == first
    (locks / "run.txt").write_text("two\n")
    dev.install("run")
    assert len(ran) == 2 * first


def test_a_failed_installation_is_tried_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "run.txt").write_text("one\n")
    monkeypatch.setattr(dev, "LOCKS", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "get_uv", lambda: None)
    monkeypatch.setattr(dev, "call", lambda *argv: 1)
    for _ in range(2):
        with pytest.raises(SystemExit, match="failed with exit code 1"):
            dev.install("run")


def test_without_a_browser_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "find_chrome", lambda: None)
    monkeypatch.setattr(dev, "apt", lambda *packages: False)
    with pytest.raises(SystemExit, match="install one or set FOOTLIGHTS_CHROME"):
        dev.get_browser()


@pytest.mark.skipif(dev.NT, reason="Windows has no users by number, and no apt-get")
def test_an_ordinary_user_never_calls_apt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.subprocess, "run", lambda *a, **k: pytest.fail("nothing was to be run"))
    assert dev.apt("chromium") is False


def asked_of_web(rest: list[str], monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    ran: list[tuple[object, ...]] = []
    monkeypatch.setattr(dev, "install", lambda lock: None)
    monkeypatch.setattr(dev, "call", lambda *argv: ran.append(argv) or 0)
    assert dev.web(rest) == 0
    return ran


def test_web_builds_or_runs_a_script_of_the_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked_of_web([], monkeypatch) == [(dev.PYTHON, dev.WEB)]
    assert asked_of_web(["lock", "svelte@^5"], monkeypatch) == [(dev.PYTHON, dev.WEB, "lock", "svelte@^5")]
    assert asked_of_web(["test", "src/app", "-u"], monkeypatch) == [(dev.PYTHON, dev.WEB, "run", "test", "src/app", "-u")]


@pytest.mark.parametrize(
    ("rest", "port", "asked"),
    [
        ([], None, []),
        (["--no-browser"], None, ["--no-browser"]),
        ([], "8123", ["--port", "8123"]),
        (["--port", "1"], "8123", ["--port", "1"]),
        (["--port=1"], "8123", ["--port=1"]),
    ],
)
def test_the_demo_opens_the_example_in_the_editor(
    workshop: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, rest: list[str], port: str | None, asked: list[str]
) -> None:
    opened: list[list[str]] = []
    monkeypatch.delenv("FOOTLIGHTS_PORT", raising=False)
    if port:
        monkeypatch.setenv("FOOTLIGHTS_PORT", port)
    monkeypatch.setattr(dev.subprocess, "run", lambda *a, **k: dev.subprocess.CompletedProcess(a, 0))
    monkeypatch.setattr(dev.os, "chdir", lambda folder: None)
    monkeypatch.setattr(dev.os, "execve", lambda program, argv, env: opened.append(argv))
    monkeypatch.setattr(dev, "call", lambda *argv: opened.append([str(word) for word in argv]) or 0)
    dev.demo(rest)
    mine = dev.ROOT / "build" / "demo" / "it-incident.blueprint.yaml"
    assert opened[0] == [str(dev.BIN / "footlights"), "open", str(mine), *asked]
    assert mine.is_file()
