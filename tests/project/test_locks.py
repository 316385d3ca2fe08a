"""The locks say what pyproject.toml asks for, by hash, and name no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("dev", "run", "uv")


def text(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")


def pinned(lock: str) -> dict[str, set[str]]:
    """Name → the versions a lock may choose (more than one where systems differ)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", text(lock), re.MULTILINE):
        found.setdefault(normal(name), set()).add(version)
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(wanted: list[object]) -> set[str]:
    plain = [re.match(r"[A-Za-z0-9._-]+", item) for item in wanted if isinstance(item, str)]
    return {normal(match[0]) for match in plain if match} - {"footlights"}


def asked_to_run() -> set[str]:
    extras = PROJECT["project"]["optional-dependencies"]
    return names(PROJECT["project"]["dependencies"]).union(*(names(extra) for extra in extras.values()))


def asked_to_work() -> set[str]:
    groups = PROJECT["dependency-groups"]
    return asked_to_run().union(*(names(groups[name]) for name in ("tool", "test", "lint", "docs", "dev")))


def test_the_locks_hold_what_is_asked_for() -> None:
    assert asked_to_run() | {"uv"} <= set(pinned("run"))
    assert asked_to_work() <= set(pinned("dev"))
    assert set(pinned("uv")) == {"uv"}


def test_all_locks_agree_on_versions() -> None:
    dev = pinned("dev")
    for lock in ("run", "uv"):
        assert {name: dev.get(name) for name in pinned(lock)} == pinned(lock)


def test_what_is_only_for_a_release_is_in_no_lock() -> None:
    groups = PROJECT["dependency-groups"]
    # the tests read the shipped fonts with the same library that cuts them
    assert (names(groups["fonts"]) - names(groups["test"])) & set(pinned("dev")) == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes_and_no_address(lock: str) -> None:
    assert "://" not in text(lock)
    assert "index" not in re.sub(r"^\S+==.*$", "", text(lock), flags=re.MULTILINE)
    for entry in re.split(r"\n(?=\S)", text(lock).strip()):
        assert re.match(r"\S+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry
