"""`footlights serve`: its options, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.server.running import served

from .conftest import Footlights


@pytest.mark.parametrize(
    "origin", ["maps.example.org", "https://*.example.org", "https://maps.example.org/path", "ftp://x", "https://", "*"]
)
def test_what_is_no_origin(origin: str, footlights: Footlights) -> None:
    code, out, err = footlights("serve", "--allow-origin", origin)
    assert (code, out) == (2, "")
    assert "--allow-origin must look like https://maps.example.org" in err


def test_a_database_that_we_do_not_know(footlights: Footlights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTLIGHTS_HOME", str(tmp_path / "home"))
    code, out, err = footlights("serve", "--database", "mysql://ann:secret@db/x", "--port", "0")
    assert (code, out) == (2, "")
    assert "no database that we know" in err
    assert "secret" not in err
    assert "Traceback" not in err


def test_a_token_of_ones_own_and_another_name(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("a-token-of-my-own-choice\n")
    token.chmod(0o600)
    with served(
        "--token-file", str(token), "--allow-origin", "https://maps.example.org", "--database", str(tmp_path / "a b%.sqlite")
    ) as server:
        assert server.token == "a-token-of-my-own-choice"
        assert (tmp_path / "a b%.sqlite").is_file()
        theirs = {"Host": "maps.example.org", "Origin": "https://maps.example.org"}
        signed = httpx.post(f"{server.url}/api/session", json={"token": server.token}, headers=theirs)
        assert signed.status_code == 200
        assert "; Secure" in signed.headers["Set-Cookie"]
        assert "wss://maps.example.org" in signed.headers["Content-Security-Policy"]
        assert httpx.get(f"{server.url}/healthz", headers={"Host": "other.example.org"}).status_code == 403


def test_a_token_that_others_can_read_is_refused(tmp_path: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTLIGHTS_HOME", str(tmp_path / "home"))
    token = tmp_path / "token"
    token.write_text("a-token-of-my-own-choice\n")
    token.chmod(0o644)
    code, _, err = footlights("serve", "--token-file", token, "--port", "0")
    assert code == 2
    assert "can be read by others" in err
    assert "my-own-choice" not in err
