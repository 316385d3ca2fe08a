"""What `open` and `serve` share: the optional part they need, the port, the line that says where, and the browser."""

import json
import os
import secrets
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import click

from footlights.model import FootlightsError

from .answer import FINE, give_json, give_text
from .command import Number, language_of
from .voice import Voice

if TYPE_CHECKING:
    from footlights.server import House, Settings

__all__ = ["PORT", "Port", "handed_over", "note_running", "server_room", "show_in_browser", "started"]

PORT = "FOOTLIGHTS_PORT"

#: Where it is noted on which port the editor runs.
_RUNNING = "running.json"
#: The packages of the extra `editor`; when one of them is missing, none of it is there.
_PARTS = {"alembic", "fastapi", "pycrdt", "pydantic", "sqlalchemy", "starlette", "uvicorn", "websockets"}


class Port(Number):
    """A port: a whole number; 0 takes any that is free."""

    def __init__(self) -> None:
        super().__init__(0, 65535)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The port's number; a usage error for anything else, in the language that was asked for."""
        number = super().convert(value, param, ctx)
        if number != int(number):
            raise click.UsageError(Voice(language_of(ctx)).phrase("trouble.port", value=repr(value)), ctx)
        return int(number)


def server_room(voice: Voice) -> ModuleType:
    """The server; raises FootlightsError with the line that installs it when it is not there."""
    try:
        import footlights.server

        footlights.server.run  # noqa: B018 - it is loaded when it is asked for
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _PARTS:
            raise
        raise FootlightsError(voice.phrase("trouble.no-editor"), "pip install 'footlights[editor]'") from missing
    return footlights.server


def started(
    settings: "Settings", listening: Any, target: Path | None, voice: Voice, ready: Callable[["House", str], None] | None = None
) -> int:
    """Serve until somebody presses Ctrl-C or asks the process to end; gives the exit code.

    The first line of standard output is the address with its token, as soon as it answers. `ready` hears of both.
    """
    server = server_room(voice)
    house = server.House(settings, target)

    def told() -> None:
        ids = house.binding.documents if house.binding is not None else []
        page = f"/d/{ids[0]}" if target is not None and not target.is_dir() and ids else "/"
        address = f"{settings.address}{page}#token={settings.token}"
        if voice.as_json:
            documents = [{"id": id, "file": house.file_of(id)[0]} for id in ids]
            give_json(address=address, token=settings.token, mode=settings.mode, documents=documents)
        else:
            give_text(f"{address}\n")
        voice.tell(voice.phrase("open.running"))
        if ready is not None:
            ready(house, address)

    politely = server.run(house, listening, told)
    voice.tell(voice.phrase("open.ended"))
    return FINE if politely else 130


def note_running(home: Path, port: int) -> None:
    """Leave word, for ourselves alone, where the editor is running."""
    path = home / _RUNNING
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump({"port": port}, file)


def handed_over(home: Path, target: Path, token: str) -> str | None:
    """Have the editor that is running already open this, too; the address to look at, None when there is none that can.

    Only asked when somebody holds the store: so it is one of ours that listens there, and not whoever came after it.
    Raises FootlightsError when it can't be opened.
    """
    try:
        port = int(json.loads((home / _RUNNING).read_text("utf-8"))["port"])
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        asked = Request(f"http://127.0.0.1:{port}/api/open", json.dumps({"path": str(target)}).encode(), headers)
        with urlopen(asked, timeout=30) as answer:
            page = json.load(answer)["page"]
    except HTTPError as refused:
        said = json.load(refused)
        raise FootlightsError(f"{target}: {said.get('detail') or said.get('title')}", said.get("hint", "")) from None
    except (OSError, ValueError, KeyError):
        return None
    return f"http://127.0.0.1:{port}{page}#token={token}"


def show_in_browser(address: str, home: Path) -> None:
    """Open an address in the browser, if there is one to be seen.

    Not on the browser's command line, which everybody on this machine can read: a page that only we can read leads there.
    """
    if os.environ.get("CI") or (sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))):
        return
    for old in home.glob("open-*.html"):
        old.unlink(missing_ok=True)
    page = home / f"open-{secrets.token_hex(8)}.html"
    with os.fdopen(os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={address}"><title>Footlights</title>')
    try:
        webbrowser.open(page.as_uri())
    except webbrowser.Error:
        page.unlink(missing_ok=True)
