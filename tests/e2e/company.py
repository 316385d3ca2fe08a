"""The people of one test, and the documents they work on."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import footlights as fl
from footlights.model import Blueprint
from tests.server.running import Running

from .boards import PARCEL
from .page import Board, Home

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.visitors import Visitors

__all__ = ["Company", "Document", "until"]

T = TypeVar("T")


def until(look: Callable[[], T], why: str, seconds: float = 10.0) -> T:
    """What `look` gives as soon as it gives something true; fails with `why` and the last thing seen when it never does."""
    ends = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > ends:
            raise AssertionError(f"{why}; in the end there was {found!r}")
        time.sleep(0.05)  # between two looks at something outside the browser
    return found


class Document(NamedTuple):
    """A document on a server, and its file when it has one."""

    server: Running
    id: str
    path: Path | None = None

    def text(self) -> str:
        """The document as the server has it, as the text of a file."""
        with self.server.client() as client:
            return client.get(f"/api/documents/{self.id}/file").raise_for_status().text

    def blueprint(self) -> Blueprint:
        """The document as the server has it."""
        found = fl.loads(self.text()).blueprint
        assert isinstance(found, Blueprint)
        return found

    def becomes(self, is_so: Callable[[Blueprint], object], why: str) -> Blueprint:
        """Waits until the server has a blueprint of which this holds."""
        last = [""]

        def look() -> Blueprint | None:
            found = self.blueprint()
            last[0] = fl.dumps(found)
            return found if is_so(found) else None

        try:
            return until(look, "")
        except AssertionError:
            raise AssertionError(f"the server never had {why}; in the end it had\n{last[0]}") from None

    def texts(self) -> list[str]:
        """What the cards say, as the server has them."""
        return [str(card.does) for card in self.blueprint().cards.values()]

    def comes_to_say(self, texts: Iterable[str], seconds: float = 10.0) -> None:
        """Waits until the cards say exactly this, each as often as it stands here; else tells what is missing and what is too many."""
        wanted = Counter(texts)
        last = Counter[str]()

        def look() -> bool:
            last.clear()
            last.update(self.texts())
            return last == wanted

        try:
            until(look, "", seconds)
        except AssertionError:
            missing, extra = (sorted(found.elements()) for found in (wanted - last, last - wanted))
            raise AssertionError(f"of {wanted.total()} cards the server lacks {missing!r} and has too many {extra!r}") from None

    def file(self) -> str:
        """What stands in the file behind the document now."""
        assert self.path is not None
        return self.path.read_text("utf-8")

    def file_becomes(self, is_so: Callable[[str], object], why: str) -> str:
        """Waits until the file says something of which this holds."""
        try:
            return until(lambda: next((found for found in [self.file()] if is_so(found)), None), "")
        except AssertionError:
            raise AssertionError(f"the file never had {why}; in the end it had\n{self.file()}") from None


class Company:
    """Lets people in, and gives them documents to work on."""

    def __init__(self, server: Running, visitors: Visitors) -> None:
        self.server = server
        self.visitors = visitors
        self.documents: list[Document] = []

    def document(self, text: str = PARCEL, **more: str) -> Document:
        """A new document with this text; `more` is what else the interface takes (`example="passport"`, with text="")."""
        with self.server.client() as client:
            wish = more if not text else {"text": text, **more}
            answer = client.post("/api/documents", json=wish).raise_for_status().json()
        folder = Path(self.server.arguments[1]) if self.server.arguments[0] == "open" else None
        self.documents.append(Document(self.server, answer["id"], folder / answer["file"] if folder else None))
        return self.documents[-1]

    def person(self, name: str = "Iris", *, token: str = "", **window: Any) -> Page:
        """A browser of somebody who is signed in already; `window` is what Playwright's new_context takes."""
        page = self.visitors.new(**window)
        given = {"token": token or self.server.token, "name": name}
        answer = page.request.post(f"{self.server.url}/api/session", data=given, headers={"Origin": self.server.url})
        assert answer.ok, answer.text()
        page.add_init_script(f"localStorage.setItem('footlights.name', '{name}')")
        return page

    def board(self, document: Document, name: str = "Iris", *, query: str = "", token: str = "", **window: Any) -> Board:
        """Somebody looks at a document, and it is there."""
        page = self.person(name, token=token, **window)
        page.goto(f"{self.server.url}/d/{document.id}{query}")
        return Board(page).ready()

    def home(self, name: str = "Iris", **window: Any) -> Home:
        """Somebody looks at the first screen, and it is there."""
        page = self.person(name, **window)
        page.goto(self.server.url)
        return Home(page).ready()
