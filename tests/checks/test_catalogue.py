"""Every check there is keeps its word: two examples, three languages, a source, a place in its family."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import footlights
from footlights.checks import FAMILIES, Check
from footlights.checks.testing import assert_check
from footlights.measures import path_time
from footlights.model import Blueprint

CHECKS = [check for family, checks in FAMILIES.items() for check in checks if family != "CHK"]
ROOT = Path(footlights.__file__).parent / "checks"
ROOMS = sorted(path.parent for path in ROOT.glob("*/__init__.py"))


def read(text: str) -> Blueprint:
    document = footlights.loads(text)
    assert not document.diagnostics, [str(each) for each in document.diagnostics]
    return document.blueprint


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.slug)
def test_a_check_keeps_its_word(check: Check) -> None:
    assert_check(check, read, path_time, ours=True)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_one_slug_finds_the_file_and_every_file_is_listed(room: Path) -> None:
    family = import_module(f"footlights.checks.{room.name}")
    listed = [check.slug for check in getattr(family, room.name.upper())]
    files = {path.stem for path in room.glob("*.py") if "CHECK = Check(" in path.read_text(encoding="utf-8")}
    assert {slug.replace("-", "_") for slug in listed} == files


def test_codes_and_slugs_are_used_once() -> None:
    for name in ("code", "slug"):
        values = [getattr(check, name) for check in CHECKS]
        assert len(values) == len(set(values)), sorted(value for value in values if values.count(value) > 1)


def test_codes_stand_in_order_and_bear_the_letters_of_their_family() -> None:
    for letters, checks in FAMILIES.items():
        codes = [check.code for check in checks]
        assert codes == sorted(codes)
        assert all(code.startswith(letters) for code in codes)
