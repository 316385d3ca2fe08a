"""`footlights backup` and `footlights restore`: while the server runs, elsewhere again, and bad archives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from footlights import files
from footlights.model import Blueprint
from tests.server.running import served

from .conftest import GOOD, Footlights


@pytest.fixture
def archive(tmp_path: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup that was made while the server was running."""
    home = tmp_path / "home"
    out = tmp_path / "monday.footlights"
    with served(home=home) as server, server.client() as client:
        made = client.post("/api/documents", json={"text": GOOD, "id": "a-shine"})
        assert made.status_code == 201
        client.post("/api/documents/a-shine/versions", json={"name": "One"})
        monkeypatch.setenv("FOOTLIGHTS_HOME", str(home))
        assert footlights("backup", out) == (0, "", f"{out} written: 1 document\n")
        assert client.put("/healthz").status_code in (403, 405)
    return out


def test_there_and_back(archive: Path, tmp_path: Path, footlights: Footlights) -> None:
    other = tmp_path / "other.sqlite"
    said = footlights("restore", archive, "--database", other, "--json")
    assert said.code == 0
    assert json.loads(said.out) == {"footlights": 1, "restored": str(archive), "documents": 1}
    assert said.err == "1 document restored\n"
    with served("--database", str(other)) as server, server.client() as client:
        text = client.get("/api/documents/a-shine/file").text
        assert (files.read(text).blueprint or Blueprint()) == files.read(GOOD).blueprint
        assert [one["name"] for one in client.get("/api/documents/a-shine/versions").json()["items"]] == ["One"]


def test_never_over_anything(archive: Path, tmp_path: Path, footlights: Footlights) -> None:
    before = archive.read_bytes()
    code, _, err = footlights("backup", archive)
    assert code == 2
    assert "is there already" in err
    assert archive.read_bytes() == before
    code, _, err = footlights("restore", archive)
    assert code == 2, "the database that it came from is not empty"
    assert err.startswith("footlights: ")


def test_a_damaged_backup_is_refused_whole(archive: Path, tmp_path: Path, footlights: Footlights) -> None:
    data = bytearray(archive.read_bytes())
    for number, at in enumerate(range(len(data) // 10, len(data), len(data) // 10)):
        flipped = bytearray(data)
        flipped[at] ^= 0x55
        bad = tmp_path / f"bad-{number}"
        bad.write_bytes(flipped)
        code, out, err = footlights("restore", bad, "--database", tmp_path / f"from-bad-{number}.sqlite")
        if code == 0:
            continue  # a byte that says nothing, such as a date in the directory
        assert (code, out) == (2, "")
        assert "Traceback" not in err
        assert err.startswith("footlights: ")
    for cut in (0, 1, len(data) // 2, len(data) - 1):
        (tmp_path / "cut").write_bytes(data[:cut])
        assert footlights("restore", tmp_path / "cut", "--database", tmp_path / f"cut-{cut}.sqlite").code == 2
    assert footlights("restore", tmp_path / "nowhere", "--database", tmp_path / "n.sqlite").code == 2


def test_no_database_to_back_up(tmp_path: Path, footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTLIGHTS_HOME", str(tmp_path / "empty"))
    code, _, err = footlights("backup", tmp_path / "out")
    assert code == 2
    assert "there is no database" in err
    assert not (tmp_path / "out").exists()
