"""Settings: names a server answers to, its secret, its home."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from footlights.model import FootlightsError
from footlights.server import Settings, home_folder, kept_secret, store_address


def settings(**given: object) -> Settings:
    made = {"mode": "serve", "token": "t" * 20, "home": Path(), "database": "", "port": 8473, **given}
    return Settings(**made)  # type: ignore[arg-type]


def test_on_this_machine_it_answers_to_its_three_names() -> None:
    made = settings()
    assert made.hosts == {"127.0.0.1:8473", "localhost:8473", "[::1]:8473"}
    assert made.allowed_origins == {f"http://{host}" for host in made.hosts}
    assert made.address == "http://127.0.0.1:8473"


def test_behind_a_proxy_it_answers_to_the_name_it_was_given() -> None:
    made = settings(host="0.0.0.0", origins=("https://maps.example.org",))
    assert "maps.example.org" in made.hosts
    assert "https://maps.example.org" in made.allowed_origins
    assert "http://maps.example.org" not in made.allowed_origins, "the page comes by https, and by nothing else"
    assert "0.0.0.0:8473" not in made.hosts


def test_an_address_of_the_network() -> None:
    made = settings(host="192.168.1.5", port=80)
    assert {"192.168.1.5:80", "192.168.1.5"} <= made.hosts
    assert settings(host="::1").address == "http://[::1]:8473"


def test_a_secret_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "token"
    made = kept_secret(path)
    assert len(made) >= 40
    assert kept_secret(path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert kept_secret(tmp_path / "other") != made


@pytest.mark.parametrize("text", ["", "short", "ééééééééééééééééééééé", "a" * 20 + "\x00"])
def test_a_secret_that_is_none(text: str, tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text(text, "utf-8")
    path.chmod(0o600)
    with pytest.raises(FootlightsError, match="holds no token"):
        kept_secret(path)


@pytest.mark.skipif(os.name != "posix", reason="other systems keep permissions elsewhere")
def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "token"
    kept_secret(path)
    path.chmod(0o644)
    with pytest.raises(FootlightsError, match="can be read by others") as told:
        kept_secret(path)
    assert "chmod 600" in told.value.hint


def test_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTLIGHTS_HOME", str(tmp_path / "mine"))
    assert home_folder() == tmp_path / "mine"
    assert stat.S_IMODE(home_folder().stat().st_mode) == 0o700
    monkeypatch.delenv("FOOTLIGHTS_HOME")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert home_folder().name == "footlights"
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FOOTLIGHTS_HOME", str(tmp_path / "file" / "in"))
    with pytest.raises(FootlightsError, match="can't be made"):
        home_folder()


def test_databases(tmp_path: Path) -> None:
    assert store_address(None, tmp_path) == f"sqlite:///{tmp_path}/footlights.sqlite"
    assert store_address("postgresql://x/y", tmp_path) == "postgresql://x/y"
    assert store_address(str(tmp_path / "a.sqlite"), tmp_path / "other") == f"sqlite:///{tmp_path}/a.sqlite"
