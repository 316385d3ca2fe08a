"""The pages about checks: every check has its place on one, with all that there is to know about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import checkpages
import generate
from footlights.checks import FAMILIES, SOURCES, Check

ROOT = Path(__file__).resolve().parent.parent.parent
CHECKS = [(letters, check) for letters, checks in FAMILIES.items() for check in checks]


def unlisted(checks: list[tuple[str, Check]], pages: dict[str, str]) -> list[str]:
    """The checks without a section of their own on their family's page, or without a line in the list."""
    missing = []
    for letters, check in checks:
        page = pages[f"{checkpages.FOLDER}/{checkpages.file_of(letters)}"]
        if page.count(f"\n## {check.code} {check.slug}\n") != 1:
            missing.append(check.slug)
        if f"#{checkpages.anchor(check)}) | `{check.slug}` |" not in pages[f"{checkpages.FOLDER}/index.md"]:
            missing.append(check.slug)
    return missing


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {name: make() for name, make in checkpages.PAGES.items()}


def test_every_check_has_its_page(pages: dict[str, str]) -> None:
    assert len(CHECKS) > 10
    assert unlisted(CHECKS, pages) == []


def test_a_check_without_a_page_is_noticed(pages: dict[str, str]) -> None:
    letters, check = CHECKS[0]
    assert unlisted([(letters, check._replace(code="STR999", slug="made-up"))], pages) == ["made-up", "made-up"]


@pytest.mark.parametrize(("letters", "check"), CHECKS, ids=[check.slug for _, check in CHECKS])
def test_a_page_says_all_there_is_to_know(letters: str, check: Check, pages: dict[str, str]) -> None:
    page = pages[f"{checkpages.FOLDER}/{checkpages.file_of(letters)}"]
    told = page.partition(f"\n## {check.code} {check.slug}\n")[2].partition("\n## ")[0]
    assert check.en.title in told
    assert check.en.why in told
    assert SOURCES[check.source].replace("|", "\\|") in told
    assert f"| severity | {check.severity} |" in told
    for option in check.options:
        assert f"| `{option.name}` | {option.default:g} |" in told
    for example in filter(None, (check.fires.strip("\n"), check.clean.strip("\n"))):
        assert f"```yaml\n{example}\n```" in told
    assert not re.search(r"[^`\w]\{\w+\}", told.partition("```yaml")[0])  # no place of a message is left open


def test_the_pages_are_kept_fresh_and_stand_in_the_contents() -> None:
    assert checkpages.PAGES.items() <= dict(generate.GENERATED).items()
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]
    listed = re.findall(r"reference/checks/[\w-]+\.md", str(nav))
    assert sorted(f"docs/{name}" for name in listed) == sorted(checkpages.PAGES)
