"""Doing what the README says: hear the address, look at the page, press Ctrl-C; and say what went wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import smoke

PAGES = {"http://127.0.0.1:8765/healthz": "ok", "http://127.0.0.1:8765/": "<title>Footlights</title>"}


def say(tmp_path: Path, *code: str) -> subprocess.Popen[bytes]:
    script = tmp_path / "program.py"
    script.write_text("\n".join(code))
    return smoke.start([sys.executable, "-u", str(script)], tmp_path, dict(os.environ))


def test_the_first_address_is_heard_and_the_token_is_kept_out_of_the_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    running = say(tmp_path, "print('==> set up')", "print('Open http://127.0.0.1:8765/#token=secret now')", "print('http://127.0.0.1:1/')")
    heard = smoke.Listener(running)
    assert smoke.wait_for_address(running, heard) == "http://127.0.0.1:8765/#token=secret"
    heard.thread.join(10)
    running.wait()
    said = capsys.readouterr().out
    assert "==> set up" in said
    assert "token=…" in said
    assert "secret" not in said


def test_a_command_that_ends_early_is_reported(tmp_path: Path) -> None:
    running = say(tmp_path, "raise SystemExit(3)")
    with pytest.raises(SystemExit, match="ended early, with exit code 3"):
        smoke.wait_for_address(running, smoke.Listener(running))


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8765/#token=abc", "http://127.0.0.1:8765/?token=abc", "http://127.0.0.1:8765/b/it#token=abc"]
)
def test_the_page_and_its_health_are_looked_at(address: str) -> None:
    asked: list[str] = []
    smoke.look_at(address, lambda url: asked.append(url) or PAGES[url])  # type: ignore[func-returns-value]
    assert asked == list(PAGES)


def test_another_page_is_refused() -> None:
    with pytest.raises(SystemExit, match=re.escape("no '<title>Footlights'")):
        smoke.look_at("http://127.0.0.1:8765/#token=abc", lambda url: "<title>Something else")


def test_a_server_that_does_not_answer_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoke, "ANSWER_S", 0)
    with pytest.raises(SystemExit, match="does not answer"):
        smoke.get("http://127.0.0.1:1/healthz")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to send a signal to")
def test_ctrl_c_reaches_the_program(tmp_path: Path) -> None:
    running = say(
        tmp_path,
        "import time",
        "try:",
        "    print('http://127.0.0.1:1/')",
        "    time.sleep(60)",
        "except KeyboardInterrupt:",
        "    raise SystemExit(130)",
    )
    heard = smoke.Listener(running)
    smoke.wait_for_address(running, heard)
    assert smoke.press_ctrl_c(running) in smoke.ENDS_WELL
    heard.thread.join(10)


def test_the_newcomer_has_no_part_of_our_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{smoke.ROOT / '.venv' / 'bin'}{os.pathsep}/usr/bin")
    monkeypatch.setenv("FOOTLIGHTS_VENV", "elsewhere")
    theirs = smoke.newcomers_environment(tmp_path, 8765)
    assert theirs["PATH"] == "/usr/bin"
    assert theirs["HOME"] == str(tmp_path)
    assert "FOOTLIGHTS_VENV" not in theirs
