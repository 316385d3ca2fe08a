"""`footlights open`: what it opens, what it refuses, and what it says. The editor itself is tested in tests/server."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from footlights.cli.starting import show_in_browser
from tests.server.running import opened

from .conftest import GOOD, Footlights


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("-", "needs a file or a folder"),
        ("no/where/x.blueprint.yaml", "neither is the folder no/where"),
        ("no/where", "neither is the folder no"),
    ],
)
def test_what_can_not_be_opened(path: str, said: str, footlights: Footlights) -> None:
    code, out, err = footlights("open", path, "--no-browser")
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.skipif(os.name != "posix", reason="pipes by name")
def test_a_pipe_is_no_file(tmp_path: Path, footlights: Footlights) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "is neither a file nor a folder" in footlights("open", "pipe.yaml", "--no-browser").err


@pytest.mark.parametrize("port", ["-1", "65536", "1.5", "x", "nan"])
def test_what_is_no_port(port: str, good: Path, footlights: Footlights) -> None:
    code, _, err = footlights("open", good, f"--port={port}")
    assert code == 2
    assert "--port must be" in err


def test_a_file_with_faults_is_told_and_not_opened(tmp_path: Path, footlights: Footlights) -> None:
    (tmp_path / "bad.blueprint.yaml").write_text(GOOD.replace("by: shiner", "by: nobody"))
    code, out, err = footlights("open", "bad.blueprint.yaml", "--no-browser")
    assert (code, out) == (2, "")
    assert "bad.blueprint.yaml:20:11: error: " in err
    assert not (tmp_path / "home").exists(), "nothing was begun"


@pytest.mark.parametrize("missing", ["fastapi", "pycrdt", "sqlalchemy"])
def test_without_the_optional_part_it_says_how_to_get_it(missing: str, good: Path) -> None:
    program = f"""
import sys
sys.modules[{missing!r}] = None  # as if it were not installed
from footlights.cli import main
for command in (["open", {str(good)!r}], ["serve"], ["backup", "x"], ["restore", "x"], ["serve", "--language", "nl"]):
    print(main(command))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env={**os.environ, "LANG": "C.UTF-8"}, check=True
    )
    assert done.stdout.split() == ["2"] * 5
    assert done.stderr.count("  pip install 'footlights[editor]'\n") == 5
    assert "the editor is an optional part" in done.stderr
    assert "de editor is een los onderdeel" in done.stderr


def test_the_first_line_is_the_address_and_it_lets_in(tmp_path: Path) -> None:
    path = tmp_path / "a.blueprint.yaml"
    path.write_text(GOOD)
    with opened(path) as server:
        assert server.document
        signed = httpx.post(f"{server.url}/api/session", json={"token": server.token, "name": "Ann"}, headers={"Origin": server.url})
        assert signed.json()["mode"] == "open"
        assert stat.S_IMODE((server.home / "token").stat().st_mode) == 0o600
        assert (server.home / "token").read_text().strip() == server.token


def test_a_folder_opens_at_its_list_and_faults_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.blueprint.yaml").write_text(GOOD)
    (tmp_path / "bad.blueprint.yaml").write_text("title: [")
    with opened(tmp_path) as server, server.client() as client:
        assert server.document == ""
        assert [one["file"] for one in client.get("/api/documents").json()["items"]] == ["a.blueprint.yaml"]
        assert "bad.blueprint.yaml:1:" in server.log()


def test_a_file_that_is_not_there_gets_our_ending_and_waits(tmp_path: Path) -> None:
    with opened(tmp_path / "laptop") as server, server.client() as client:
        assert client.get("/api/documents").json()["items"][0]["file"] == "laptop.blueprint.yaml"
    assert list(tmp_path.glob("*.yaml")) == []


def test_the_json_answer_and_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.blueprint.yaml"
    path.write_text(GOOD)
    told = {**os.environ, "FOOTLIGHTS_HOME": str(tmp_path / "home"), "LANG": "nl_NL.UTF-8"}
    for name in [name for name in told if name.startswith("LC_")]:
        del told[name]
    argv = [sys.executable, "-m", "footlights", "open", str(path), "--json", "--no-browser", "--port", "0"]
    running = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=told, text=True)
    assert running.stdout is not None
    text = ""
    while not text.endswith("\n}\n"):
        text += running.stdout.readline() or pytest.fail("it ended")
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=15)
    assert (running.returncode, out) == (0, "")
    assert err == "Ctrl-C stopt hem. Wie dit adres heeft kan bewerken.\nAlles is opgeslagen.\n"
    answer = json.loads(text)
    assert (answer["footlights"], answer["mode"]) == (1, "open")
    assert answer["address"].endswith(f"/d/{answer['documents'][0]['id']}#token={answer['token']}")
    assert answer["documents"][0]["file"] == "a.blueprint.yaml"


def test_the_browser_is_shown_the_way_without_the_token_on_its_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened_at: list[str] = []
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", opened_at.append)
    for _ in range(2):
        show_in_browser("http://127.0.0.1:1/#token=secret", tmp_path)
    assert len(opened_at) == 2
    assert all(address.startswith("file:///") and "secret" not in address for address in opened_at)
    pages = list(tmp_path.glob("open-*.html"))
    assert len(pages) == 1, "the old one is taken away"
    assert 'url=http://127.0.0.1:1/#token=secret"' in pages[0].read_text("utf-8")
    assert stat.S_IMODE(pages[0].stat().st_mode) == 0o600
    monkeypatch.setenv("CI", "true")
    show_in_browser("http://127.0.0.1:1/", tmp_path)
    assert len(opened_at) == 2


def test_a_second_one_is_opened_by_the_first(tmp_path: Path) -> None:
    first, second = tmp_path / "one" / "a.blueprint.yaml", tmp_path / "two" / "b.blueprint.yaml"
    for path in (first, second):
        path.parent.mkdir()
        path.write_text(GOOD)
    (tmp_path / "two" / "bad.blueprint.yaml").write_text("title: [")
    with opened(first) as server, server.client() as client:
        told = {**os.environ, "FOOTLIGHTS_HOME": str(server.home), "LANG": "C.UTF-8"}

        def another(path: Path) -> subprocess.CompletedProcess[str]:
            argv = [sys.executable, "-m", "footlights", "open", str(path), "--no-browser", "--port", "0"]
            return subprocess.run(argv, capture_output=True, text=True, env=told, timeout=60, check=False)

        done = another(second)
        assert (done.returncode, done.stderr) == (0, "It is open in the editor that is running already.\n")
        page, _, token = done.stdout.strip().partition("#token=")
        assert page.startswith(f"{server.url}/d/b-")
        assert token == server.token
        files = {one["file"]: one["id"] for one in client.get("/api/documents").json()["items"]}
        assert set(files) == {"a.blueprint.yaml", second.as_posix()}
        read = client.get(f"/api/documents/{files[second.as_posix()]}/file")
        headers = {"If-Match": read.headers["ETag"], "Content-Type": "text/yaml"}
        assert (
            client.put(
                f"/api/documents/{files[second.as_posix()]}/file", content=GOOD.replace("A shine", "Other"), headers=headers
            ).status_code
            == 200
        )
        assert "Other" in second.read_text()
        assert another(tmp_path / "two" / "bad.blueprint.yaml").returncode == 2
        assert another(tmp_path / "two").stdout.startswith(f"{server.url}/#token=")
        browser = httpx.post(f"{server.url}/api/session", json={"token": server.token}, headers={"Origin": server.url})
        cookie = browser.headers["Set-Cookie"].partition(";")[0]
        asked = httpx.post(f"{server.url}/api/open", json={"path": str(tmp_path)}, headers={"Origin": server.url, "Cookie": cookie})
        assert (asked.status_code, asked.json()["code"]) == (403, "not-allowed"), "no page may open other files"
