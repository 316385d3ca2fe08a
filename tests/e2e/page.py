"""The editor in the craft's words: found by roles and names, as people and screen readers find things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from .words import word

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

__all__ = ["Board", "Home", "Panel", "expect"]


class Screen:
    """Any screen of ours: what both have."""

    def __init__(self, page: Page, language: str = "en") -> None:
        self.page = page
        self.language = language
        #: Seconds between two actions, for who watches a film of it.
        self.pace = 0.0

    def word(self, name: str, /, **values: object) -> str:
        """A message in the language of this person's screen."""
        return word(name, self.language, **values)

    def label(self, owner: str, field: str) -> str:
        """What a field of the model is called in the panel."""
        for name in (f"field_{owner}_{field}", f"field_{field}"):
            try:
                return self.word(name)
            except KeyError:
                continue
        return field

    def button(self, name: str, /, **values: object) -> Locator:
        """The button with this message."""
        return self.page.get_by_role("button", name=self.word(name, **values), exact=True)

    def dialog(self, name: str, /, **values: object) -> Locator:
        """The dialog with this message as its title."""
        return self.page.get_by_role("dialog", name=self.word(name, **values), exact=True)

    def choose(self, menu: str, entry: str, role: str = "menuitem") -> None:
        """Open a menu by its message and take an entry by its words; an entry with a shortcut is named with it."""
        self.button(menu).click()
        entries = self.page.get_by_role(role, name=re.compile("^" + re.escape(entry)))  # type: ignore[arg-type]
        entries.first.click()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as Playwright names them."""
        for key in keys:
            self.page.keyboard.press(key)
            self.breathe()

    def type(self, text: str) -> None:
        """Type letters one by one."""
        self.page.keyboard.type(text, delay=self.pace * 150)
        self.breathe()

    def point(self, at: Locator, *, place: tuple[float, float] = (0.5, 0.5), twice: bool = False) -> None:
        """Go there with the pointer and click, once or twice, at a place given as shares of its width and height."""
        at.scroll_into_view_if_needed()
        box = at.bounding_box()
        assert box is not None
        position: Any = {"x": box["width"] * place[0], "y": box["height"] * place[1]}
        at.hover(position=position)
        self.breathe()
        (at.dblclick if twice else at.click)(position=position)
        self.breathe()

    def breathe(self) -> None:
        """The time between two actions."""
        if self.pace:
            self.page.wait_for_timeout(self.pace * 1000)

    def said(self, text: str | re.Pattern[str]) -> Locator:
        """A short message, or words for who listens, that the screen shows or says now."""
        return self.page.get_by_role("status").filter(has_text=text)


class Home(Screen):
    """The first screen."""

    def ready(self) -> Home:
        """Waits until it is there."""
        expect(self.page.get_by_role("heading", level=1, name=self.word("home_welcome"))).to_be_visible()
        return self

    def documents(self) -> list[str]:
        """The titles that are listed."""
        return [title.strip() for title in self.page.get_by_role("region", name=self.word("home_recent")).locator("li b").all_inner_texts()]

    def start(self, name: str) -> Locator:
        """One of the ways to begin a new blueprint."""
        return self.page.get_by_role("button", name=re.compile("^" + re.escape(self.word(name))))

    def document(self, title: str) -> Locator:
        """The entry of a document."""
        return self.page.get_by_role("region", name=self.word("home_recent")).get_by_role("listitem").filter(has_text=title)

    def search(self, text: str) -> None:
        """Type into the search."""
        self.page.get_by_role("searchbox", name=self.word("home_search")).fill(text)

    def board(self) -> Board:
        """The board that was opened from here."""
        self.page.wait_for_url("**/d/**")
        return Board(self.page, self.language).ready()


class Panel(Screen):
    """The panel beside the board."""

    @property
    def sheet(self) -> Locator:
        """All of it."""
        return self.page.get_by_role("complementary", name=self.word("panels_panel"))

    def open(self, tab: str = "panels_details") -> Panel:
        """Show one of its tabs."""
        if not self.sheet.is_visible():
            self.button("panels_panel").click()
        self.sheet.get_by_role("tab", name=self.word(tab), exact=True).click()
        return self

    def field(self, label: str) -> Locator:
        """The control with this label, or the group of controls."""
        return self.sheet.get_by_label(label, exact=True)

    def more(self) -> Panel:
        """Unfold the fields that are folded away."""
        fold = self.sheet.get_by_role("button", name=re.compile("^" + re.escape(self.word("panels_more_fields"))))
        if fold.count():
            fold.first.click()
        return self


class Board(Screen):
    """An open blueprint."""

    def ready(self) -> Board:
        """Waits until it is there and nothing is on its way."""
        expect(self.grid).to_be_visible()
        return self.saved()

    # what is to be seen

    @property
    def grid(self) -> Locator:
        """The board itself."""
        return self.page.get_by_role("grid", name=self.word("board_title"))

    @property
    def panel(self) -> Panel:
        """The panel beside the board, open or not."""
        return Panel(self.page, self.language)

    @property
    def title(self) -> str:
        """What the blueprint is called."""
        return self.page.get_by_role("textbox", name=self.word("field_head_title"), exact=True).input_value()

    @property
    def state(self) -> Locator:
        """The word that says where one's work is."""
        return self.page.locator(".state [role=status]")

    def lane(self, role: str) -> str:
        """What a lane of this role is called on the screen, when the blueprint says nothing else."""
        return self.word(f"lane_{role}")

    def row(self, lane: str) -> Locator:
        """A row, by its name or by its role."""
        return self.grid.get_by_role("row").filter(has=self.page.get_by_role("rowheader", name=self._lane(lane)))

    def cell(self, lane: str, step: int) -> Locator:
        """The cell of a lane (by name or role) at a step (from 1). Those of emotion and time say more than their place."""
        place = self.place(lane, step)
        return self.grid.get_by_role("gridcell", name=re.compile(f"^{re.escape(place)}($|:)")).first

    def next_cell(self, lane: str = "customer") -> Locator:
        """The place of a lane where the next step begins."""
        return self.grid.get_by_role("gridcell", name=self.word("board_place_next", lane=self._lane(lane)), exact=True)

    def place(self, lane: str, step: int) -> str:
        """How a place on the board is called."""
        return self.word("board_place", lane=self._lane(lane), number=step)

    def customer(self, step: int) -> Locator:
        """What the customer does at a step."""
        return self.cell("customer", step)

    def card(self, text: str) -> Locator:
        """The card with this text."""
        return self.grid.get_by_role("group", name=re.compile("^" + re.escape(text)))

    def cards(self, lane: str, step: int) -> list[str]:
        """The texts of the cards in a cell, from top to bottom."""
        names = [card.get_attribute("aria-label") or "" for card in self.cell(lane, step).get_by_role("group").all()]
        return [name.rpartition(" — ")[0] for name in names]

    def steps(self) -> list[str]:
        """What the customer does, from left to right."""
        cells = self.row("customer").get_by_role("gridcell").all()
        return [
            cell.locator(".does .text").first.inner_text() if cell.locator(".does .text").count() else ""
            for cell in cells
            if self._is_step(cell)
        ]

    def lanes(self) -> list[str]:
        """The names of the rows, from top to bottom."""
        return [name.strip() for name in self.grid.get_by_role("rowheader").locator(".name").all_inner_texts()]

    def phases(self) -> list[str]:
        """The names of the phases, from left to right."""
        start = f"{self.word('word_phase')}: "
        names = [head.get_attribute("aria-label") or "" for head in self.grid.get_by_role("columnheader").all()]
        return [name.removeprefix(start).partition(f". {self.word('word_need')}")[0] for name in names if name.startswith(start)]

    def head(self, step: int) -> Locator:
        """The head of a step's column."""
        return self.grid.get_by_role("columnheader", name=re.compile(rf"^{step}\. "))

    def phase(self, name: str) -> Locator:
        """The head of a phase."""
        return self.grid.get_by_role("columnheader", name=re.compile(f"^{re.escape(self.word('word_phase'))}: {re.escape(name)}"))

    def lane_head(self, lane: str) -> Locator:
        """The head of a row."""
        return self.grid.get_by_role("rowheader", name=self._lane(lane))

    @property
    def focused(self) -> Locator:
        """What has the keyboard."""
        return self.page.locator(":focus")

    @property
    def writing(self) -> Locator:
        """The text field on the board that is being typed in."""
        return self.grid.locator("textarea")

    def people(self) -> list[str]:
        """The names of the others who are here."""
        names = [each.get_attribute("aria-label") or "" for each in self.page.locator(".people .avatar").all()]
        return [name.replace(self.word("session_follow", name=""), "").strip() for name in names]

    # what is done

    def saved(self, seconds: float = 10) -> Board:
        """Waits until the state word says that everything is saved (or that one may only look)."""
        fine = "|".join(re.escape(self.word(name)) for name in ("session_saved", "session_read_only"))
        expect(self.state).to_have_text(re.compile(f"^({fine})$"), timeout=seconds * 1000)
        return self

    def opens_offline(self) -> Board:
        """Waits until the browser has kept the page and all it has loaded: on a busy machine that takes a moment."""
        self.page.wait_for_function(
            """async () => {
              const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
              const wanted = ['/', ...loaded.filter((name) => new URL(name).pathname.startsWith('/assets/'))];
              const kept = await Promise.all(wanted.map((name) => caches.match(name, { ignoreVary: true })));
              return kept.every(Boolean);
            }""",
            polling=200,
        )
        return self

    def go(self, lane: str, step: int) -> Board:
        """Put the focus on a cell by clicking where nothing stands in it."""
        self.cell(lane, step).click(position={"x": 4, "y": 4})
        return self

    def write(self, text: str) -> Board:
        """Type a text and leave it by Enter."""
        self.type(text)
        self.press("Enter")
        expect(self.writing).to_have_count(0)
        return self

    def drag(self, source: Locator, target: Locator, *, to: tuple[float, float] = (0.5, 0.5)) -> None:
        """Drag with a steady hand, to a place in the target given as shares of its width and height."""
        start, end = source.bounding_box(), target.bounding_box()
        assert start is not None
        assert end is not None
        mouse = self.page.mouse
        mouse.move(start["x"] + min(start["width"] / 2, 40), start["y"] + min(start["height"] / 2, 12))
        mouse.down()
        mouse.move(start["x"] + start["width"] / 2 + 12, start["y"] + start["height"] / 2 + 6, steps=3)
        mouse.move(end["x"] + end["width"] * to[0], end["y"] + end["height"] * to[1], steps=8)
        self.page.evaluate("() => new Promise(requestAnimationFrame)")  # where it would land is shown once a frame
        mouse.up()

    def command(self, name: str) -> None:
        """Run a command from the palette by its message."""
        self.press("Control+k")
        box = self.page.get_by_role("combobox", name=self.word("palette_title"))
        box.fill(self.word(name))
        self.page.get_by_role("option", name=re.compile("^" + re.escape(self.word(name)))).first.click()

    def more(self, name: str) -> None:
        """Take an entry from the menu of the bar."""
        self.choose("app_more", self.word(name))

    def _lane(self, lane: str) -> str:
        try:
            return self.lane(lane)
        except KeyError:
            return lane

    def _is_step(self, cell: Locator) -> bool:
        return "step" in (cell.get_attribute("class") or "").split()
