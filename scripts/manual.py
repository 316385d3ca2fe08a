"""Build the manual from docs/ into build/site, offline, and look for links that lead nowhere."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import gallery

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "build" / "site"
LOADED = {"img": "src", "link": "href", "script": "src", "iframe": "src"}


class Page(HTMLParser):
    """What a page points at, what it loads, and the places in it that others can point at."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value for key, value in attrs if value}
        self.places.update(found[key] for key in ("id", "name") if key in found)
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag in LOADED and LOADED[tag] in found and found.get("rel") not in {"canonical", "next", "prev"}:
            self.loads.append(found[LOADED[tag]])


def read_page(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text("utf-8"))
    return page


def target(site: Path, page: Path, link: str) -> Path:
    """The file in the site that a link in a page means."""
    path = unquote(urlsplit(link).path)
    file = site / path.lstrip("/") if path.startswith("/") else (page.parent / path if path else page)
    return file.resolve() / "index.html" if file.is_dir() else file.resolve()


def broken(site: Path) -> Iterator[str]:
    """One line for each link to nowhere, and for each thing that a page would fetch from another host."""
    site = site.resolve()
    pages = {path.resolve(): read_page(path) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        name = path.relative_to(site).as_posix()
        if name == "404.html":  # its links are absolute, for wherever it will be served
            continue
        for link in page.links + page.loads:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                if link in page.loads and parts.scheme != "data":
                    yield f"{name}: loads {link} from another host"
                continue
            file = target(site, path, link)
            if not file.is_file():
                yield f"{name}: {link} leads nowhere"
            elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].places | {"__top"}:
                yield f"{name}: {link} leads to no such place on the page"


def build() -> int:
    """Run the site generator; its exit code, or 1 when it only warned."""
    zensical = Path(sysconfig.get_path("scripts"), "zensical")
    argv = [str(zensical), "build", "--clean", "--strict", "-f", "mkdocs.yml"]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if done.returncode or re.search(r"\b(warning|error)\b", said, re.IGNORECASE):
        print(said, file=sys.stderr)
        return done.returncode or 1
    return 0


def main() -> int:
    code = build()
    if code:
        return code
    gallery.write(SITE / "gallery")
    found = list(broken(SITE))
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
