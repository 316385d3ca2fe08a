"""Find a browser of the Chromium family for the end-to-end tests."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

# The same picture on every machine: no acceleration, no network of the browser's own, no font hinting.
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--no-first-run",
    "--no-sandbox",
]
NAMES = (
    "chromium",
    "chromium-headless-shell",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge",
    "msedge",
)
MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find_chrome() -> str | None:
    """The first browser found: $FOOTLIGHTS_CHROME, PATH, then where macOS and Windows put them; else None."""
    places = [os.environ.get("FOOTLIGHTS_CHROME"), *map(shutil.which, NAMES)]
    places += [f"/Applications/{name}.app/Contents/MacOS/{name}" for name in MAC]
    roots = [os.environ[name] for name in WINDOWS_ROOTS if name in os.environ]
    places += [str(Path(root, end)) for root in roots for end in WINDOWS]
    return next((place for place in places if place and Path(place).is_file()), None)
