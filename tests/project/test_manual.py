"""The manual: links that lead nowhere are noticed, and every page can be found."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import manual

ROOT = Path(__file__).resolve().parent.parent.parent


def site(folder: Path, **pages: str) -> Path:
    for name, text in pages.items():
        path = folder / name / "index.html" if name != "home" else folder / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_good_links_pass(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("")
    home = '<link href="style.css"><a href="lane/">l</a><a href="lane/#end">e</a><a id="top"></a>'
    lane = '<a href="..">up</a><a href="../#top">up</a><a href="#">here</a><p id="end">'
    far = '<a href="https://example.org/">far</a><img src="data:image/png;base64,AA">'
    assert list(manual.broken(site(tmp_path, home=home, lane=lane, far=far))) == []


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        ('<a href="nowhere/">x</a>', "index.html: nowhere/ leads nowhere"),
        ('<a href="lane/#start">x</a>', "index.html: lane/#start leads to no such place on the page"),
        ('<img src="picture.svg">', "index.html: picture.svg leads nowhere"),
        (
            '<script src="https://example.org/x.js"></script>',
            "index.html: loads https://example.org/x.js from another host",
        ),
    ],
)
def test_a_broken_link_is_named(tmp_path: Path, page: str, complaint: str) -> None:
    assert list(manual.broken(site(tmp_path, home=page, lane="<p>"))) == [complaint]


def pages_of(nav: object) -> set[str]:
    match nav:
        case str():
            return {nav}
        case list():
            return set().union(*map(pages_of, nav))
        case dict():
            return set().union(*map(pages_of, nav.values()))
    raise AssertionError(nav)


def test_every_page_stands_in_the_contents_of_the_manual() -> None:
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]
    docs = ROOT / "docs"
    assert pages_of(nav) == {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
