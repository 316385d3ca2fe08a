"""Films of what happens on a page: `pytest … --film` writes each as a moving WebP picture to build/films."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["FOLDER", "Camera", "camera", "cut"]

FOLDER = Path(__file__).parents[2] / "build" / "films"
#: Shows what hands do: the pointer, and the keys that are not letters of a text.
HANDS = Path(__file__).with_name("film_hands.js")
#: Seconds that a person takes between two actions.
PACE = 0.32
#: Milliseconds: frames nearer to each other are one; none is shown longer, but for the last.
NEAR, LONG, LAST = 90, 900, 3_000


class Frame(NamedTuple):
    """A picture of the page, and when it was painted, in seconds."""

    at: float
    png: bytes


class Camera:
    """Films pages for one test, when films are asked for; else it does nothing, and nobody waits."""

    def __init__(self, rolling: bool) -> None:
        self.pace = PACE if rolling else 0.0
        self._takes: list[tuple[str, list[Frame], Any]] = []

    def on(self, page: Page, name: str) -> float:
        """Films this page from now on; the seconds to take between two actions, 0 without a film."""
        if self.pace:
            page.evaluate(HANDS.read_text("utf-8"))
            frames: list[Frame] = []
            line = page.context.new_cdp_session(page)

            def taken(frame: dict[str, Any]) -> None:
                frames.append(Frame(frame["metadata"]["timestamp"], base64.b64decode(frame["data"])))
                line.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

            line.on("Page.screencastFrame", taken)
            line.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})
            self._takes.append((name, frames, page))
        return self.pace

    def develop(self) -> None:
        """Writes the films of this test."""
        for name, frames, page in self._takes:
            page.wait_for_timeout(600)
            FOLDER.mkdir(parents=True, exist_ok=True)
            (FOLDER / f"{name}.webp").write_bytes(cut(frames))


def cut(frames: list[Frame]) -> bytes:
    """The frames as one moving picture without loss, that says nothing twice and waits for nobody; ValueError without frames."""
    from PIL import Image

    shown: list[Frame] = []
    for frame in frames:
        if shown and (frame.at - shown[-1].at) * 1000 < NEAR:
            shown[-1] = Frame(shown[-1].at, frame.png)
        else:
            shown.append(frame)
    if not shown:
        raise ValueError("a film without a frame")
    lasts = [min(LONG, round((after.at - frame.at) * 1000)) for frame, after in pairwise(shown)] + [LAST]
    pictures = [Image.open(io.BytesIO(frame.png)).convert("RGB") for frame in shown]
    out = io.BytesIO()
    pictures[0].save(out, "WEBP", save_all=True, append_images=pictures[1:], duration=lasts, loop=0, lossless=True, quality=60, method=4)
    return out.getvalue()


@pytest.fixture
def camera(request: pytest.FixtureRequest) -> Iterator[Camera]:
    """Films the test when it is run with `--film`, and passes."""
    found = Camera(bool(request.config.getoption("--film")))
    yield found
    found.develop()
