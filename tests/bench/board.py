"""How fast the editor is on a board of 2,000 cards: `python3 -m tests.bench.board`, on a quiet machine.

A real server gives the board to the built editor in a real Chromium that draws with the processor alone. Nothing of the
editor is replaced: a clock at the socket, at the keys and at the frames says how long it takes (`board_page.js`), and what
other people do is handed to the editor as the socket would.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import random
import sys
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, NamedTuple

import footlights as fl
from footlights.live import Shared
from footlights.live.frames import STEP2, UPDATE, read_frame, sync_frame

from .board_content import board
from .clock import machine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

STATIC = Path(fl.__file__).parent / "server" / "static"
PAGE = Path(__file__).with_name("board_page.js")
CARD = "[role=gridcell] [data-address^='cards/']"
TYPED = "the customer opens the account page and checks the order again before anybody confirms the new delivery slot "
BULK, STORM_PER_S, STORM_MS, SCROLL_MS = 500, 220, 5_000, 4_000


class Figure(NamedTuple):
    """One measurement beside its bound; `least` when more is better."""

    name: str
    value: float
    unit: str
    bound: float | None = None
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether the value keeps to its bound; without one it does."""
        if self.bound is None:
            return True
        return self.value >= self.bound if self.least else self.value <= self.bound

    def told(self) -> str:
        """The line that is printed."""
        figure = f"{self.value:,.1f} {self.unit}"
        if self.bound is None:
            return f"  {self.name:<46} {figure:>12}"
        sign = "at least" if self.least else "at most"
        return f"  {self.name:<46} {figure:>12}   {sign} {self.bound:g}: {'met' if self.met else 'missed'}"


def scripts() -> list[Figure]:
    """The weight of the built scripts, gzipped one by one as they travel: all of them, and what the first page needs."""
    manifest: dict[str, Any] = json.loads((STATIC / ".vite" / "manifest.json").read_text("utf-8"))
    every = sorted({chunk["file"] for chunk in manifest.values() if chunk["file"].endswith(".js")})
    entry = next(name for name, chunk in manifest.items() if chunk.get("isEntry"))
    first: dict[str, None] = {}
    waiting = [entry]
    while waiting:
        chunk = manifest[waiting.pop()]
        if chunk["file"] not in first:
            first[chunk["file"]] = None
            waiting += chunk.get("imports", [])
    return [
        Figure("all scripts, gzipped", _gzipped(every), "kB", 200),
        Figure("scripts of the first page, gzipped", _gzipped(first), "kB"),
    ]


def _gzipped(names: Iterable[str]) -> float:
    return sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in names) / 1_000


def first_paint(page: Page, address: str) -> list[Figure]:
    """From the arrival of the board's data to the first frame that shows cards."""
    page.add_init_script(path=PAGE)
    page.add_init_script(f"window.bench.watch({json.dumps(CARD)})")
    page.goto(address)
    page.wait_for_function("window.bench?.shown", polling=250)  # seldom: whoever looks for an element makes the page lay itself out
    shown = float(page.evaluate("bench.shown"))
    came = float(page.evaluate("bench.frames.reduce((most, frame) => frame.size > most.size ? frame : most).at"))
    return [Figure("data arrived → first paint", shown - came, "ms", 250)]


def typing(page: Page) -> list[Figure]:
    """Real key events in an open card: from the moment of the key to after the paint that shows it."""
    card = page.locator(CARD).first
    card.dblclick()
    page.wait_for_function("document.activeElement.matches('textarea')")
    page.keyboard.type(TYPED[:20], delay=40)  # not counted: the first letters warm the page up
    page.evaluate("bench.listening = true")
    page.keyboard.type(TYPED, delay=70)
    page.wait_for_function(f"bench.keys.length >= {len(TYPED)}")
    spent: list[float] = page.evaluate("bench.listening = false; bench.keys")
    page.keyboard.press("Enter")
    return [
        Figure("keystroke → paint, p50", median(spent), "ms", 14),
        Figure("keystroke → paint, p95", _p95(spent), "ms", 24),
    ]


def scrolling(page: Page) -> list[Figure]:
    """Fast, twice along the whole board and once down and up."""
    box = page.evaluate_handle(
        "() => [...document.querySelectorAll('*')].filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX))"
        ".reduce((most, one) => (one.scrollWidth > most.scrollWidth ? one : most))"
    )
    box.evaluate("(one) => one.setAttribute('data-bench', '')")
    spent: list[float] = page.evaluate(f"bench.scroll('[data-bench]', {SCROLL_MS})")
    return [
        Figure("scrolling", 1_000 * len(spent) / sum(spent), "fps", 55, least=True),
        Figure("scrolling, p95 of a frame", _p95(spent), "ms"),
    ]


def bulk(page: Page, shared: Shared, rounds: int = 7) -> list[Figure]:
    """500 cards changed by somebody else in one update, several times."""
    found = []
    for number in range(rounds):
        frame = sync_frame(UPDATE, shared.change(lambda one, n=number: _rename(one, range(BULK), f"{n} ")))  # type: ignore[misc]
        found.append(page.evaluate("(frame) => bench.bulk(frame)", base64.b64encode(frame).decode()))
    return [
        Figure(f"{BULK} changes at once → taken in", median(one["settled"] for one in found), "ms", 25),
        Figure(f"{BULK} changes at once → paint", median(one["painted"] for one in found), "ms"),
    ]


def storm(page: Page, shared: Shared) -> list[Figure]:
    """Other people's changes at a steady rate."""
    chance = random.Random(1)
    count = STORM_PER_S * STORM_MS // 1_000
    updates = [shared.change(lambda one: _rename(one, [chance.randrange(2_000)], "·")) for _ in range(count)]
    frames = [base64.b64encode(sync_frame(UPDATE, update)).decode() for update in updates]
    found = page.evaluate(f"(frames) => bench.storm(frames, {STORM_PER_S}, {STORM_MS})", frames)
    spent = found["spent"]
    return [
        Figure(f"during {1_000 * found['sent'] / STORM_MS:.0f} remote updates/s", 1_000 * len(spent) / sum(spent), "fps", 55, least=True),
        Figure("the same, p95 of a frame", _p95(spent), "ms"),
    ]


def _rename(shared: Shared, cards: Iterable[int], letters: str) -> None:
    for number in cards:
        card = shared.map("cards", f"card-{number}")
        assert card is not None
        card["does"].insert(0, letters)


def memory(page: Page) -> list[Figure]:
    """What lives on the heap of the page's scripts after a collection."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("HeapProfiler.collectGarbage")
    return [Figure("heap", devtools.send("Runtime.getHeapUsage")["usedSize"] / 1e6, "MB")]


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1]


def received(page: Page) -> Shared:
    """The board as the server gave it to the page: a peer with the same past, whose changes the page will understand."""
    parts: list[str] = page.evaluate("bench.parts()")
    frames = [read_frame(base64.b64decode(part)) for part in parts]
    shared = Shared(client=77)
    for frame in frames:
        if frame.kind == 0 and frame.step in {STEP2, UPDATE}:
            shared.apply(frame.body)
    return shared


@contextmanager
def _looking() -> Iterator[tuple[Page, str]]:
    """A page, and the address of the board on a server that holds nothing else."""
    from playwright.sync_api import sync_playwright

    from scripts.browser import FLAGS, find_chrome
    from tests.server.running import served

    with served() as server, server.client() as client, sync_playwright() as playwright:
        answer = client.post("/api/documents", json={"id": "big", "text": fl.dumps(board())})
        answer.raise_for_status()
        browser = playwright.chromium.launch(executable_path=find_chrome(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", locale="en-GB", bypass_csp=True)
        page.add_init_script("localStorage.setItem('footlights.name', 'Bench')")  # nobody asks for a name
        page.goto(f"{server.url}/#token={server.token}")
        page.wait_for_function("location.hash === ''")  # signed in
        yield page, f"{server.url}/d/{answer.json()['id']}"
        browser.close()


def measured() -> Iterator[Figure]:
    """Every figure, in the order in which they can be had."""
    yield from scripts()
    with _looking() as (page, address):
        yield from first_paint(page, address)
        yield from memory(page)
        yield from scrolling(page)
        yield from typing(page)
        shared = received(page)
        yield from bulk(page, shared)
        yield from storm(page, shared)


def main() -> int:
    """Print each figure beside its bound; 1 when one is missed."""
    argparse.ArgumentParser(prog="tests.bench.board", description=__doc__).parse_args()
    print(f"{machine()}; a board of 2,000 cards, 12 lanes, 60 steps and 1,500 links")
    missed = False
    for figure in measured():
        print(figure.told(), flush=True)
        missed = missed or not figure.met
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
