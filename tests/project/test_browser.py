"""Where a browser is looked for; and that the one we found works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import browser as finding

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_the_person_s_own_choice_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen = tmp_path / "my-browser"
    chosen.write_text("")
    monkeypatch.setenv("FOOTLIGHTS_CHROME", str(chosen))
    assert finding.find_chrome() == str(chosen)


def test_a_choice_that_is_not_there_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FOOTLIGHTS_CHROME", str(tmp_path / "gone"))
    monkeypatch.setattr(finding.shutil, "which", lambda name: None)
    monkeypatch.setattr(finding, "MAC", ())
    monkeypatch.setattr(finding, "WINDOWS", ())
    assert finding.find_chrome() is None


@pytest.mark.e2e
def test_a_page_works_and_axe_finds_what_is_wrong_with_it(page: Page) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.set_content("<html lang=en><title>t</title><main><h1>Hello</h1><button></button></main>")
    assert page.get_by_role("heading").inner_text() == "Hello"
    found = Axe().run(page).response["violations"]
    assert [violation["id"] for violation in found] == ["button-name"]
