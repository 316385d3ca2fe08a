"""Every kind of page keeps PDF/UA-1, as a public checker sees it (page-validation, on PyPI).

It knows 104 of the rules that a machine can check; where it is not installed, these tests are left out, and say so.
`tests/bench/pdf/accessible.py` asks it about every example on every page in every language.
"""

from typing import Any

import pytest

from footlights.picture import Picture
from footlights.render.pdf.paper import PAGES
from tests.render.pdf.reading import example, reader, tags

pages = [page for page in ("", *PAGES) if page not in ("a0", "a1", "a2", "a3", "report-a3")]


@pytest.fixture(scope="module")
def checker() -> Any:
    return pytest.importorskip("page", reason="page-validation is not installed: pip install page-validation")


def small() -> Picture:
    return example("shoeshine")


@pytest.mark.parametrize("page", pages)
def test_a_public_checker_finds_nothing(checker: Any, page: str) -> None:
    report = checker.validate_pdf_bytes(small().to("pdf", page=page))
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.profile == checker.ValidationProfile.PDF_UA_1


def test_the_checker_would_find_what_is_missing(checker: Any) -> None:
    data = small().to("pdf", page="one")
    broken = data.replace(b"/Alt", b"/Olt")
    assert broken != data
    assert not checker.validate_pdf_bytes(broken).is_compliant


@pytest.mark.parametrize("page", pages)
def test_every_page_says_its_language_and_title_and_describes_its_pictures(page: str) -> None:
    data = example("shoeshine", "nl").to("pdf", page=page)
    root = reader(data).trailer["/Root"]
    assert root["/Lang"] == "nl"  # type: ignore[index]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    figures = [node for node in tags(data) if node["/S"] == "/Figure"]
    assert figures
    assert all(len(str(node["/Alt"])) > 20 for node in figures)
    assert all(sheet.get("/Tabs") == "/S" or "/Annots" not in sheet for sheet in reader(data).pages)
