"""`footlights open`: the editor on a file or a folder of this machine."""

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footlights.model import FootlightsError

from .answer import FINE, IMPOSSIBLE, give_json, give_text
from .command import spoken
from .diagnosis import tell
from .opening import opened
from .starting import PORT, Port, handed_over, note_running, server_room, show_in_browser, started
from .voice import Voice

if TYPE_CHECKING:
    from footlights.server import House

__all__ = ["command"]


@spoken(
    "open",
    "footlights open my-service.blueprint.yaml",
    "footlights open blueprints --port 8500 --no-browser",
)
@click.argument("path", metavar="PATH")
@click.option("--port", metavar="PORT", type=Port(), envvar=PORT)
@click.option("--no-browser", "no_browser", is_flag=True)
def command(path: str, port: int | None, no_browser: bool, voice: Voice) -> int:
    """Bind the files, serve the editor, and stay until somebody ends it."""
    target = _target(path, voice)
    if target.is_file():
        file = opened(str(target))
        if file.blueprint is None:
            tell(file.diagnostics, file.texts, voice)
            return IMPOSSIBLE
    server = server_room(voice)
    home = server.home_folder()
    wished = server.PORT if port is None else port
    listening = server.free_socket("127.0.0.1", wished, strict=port not in (None, 0))
    settings = server.Settings(
        mode="open",
        token=server.kept_secret(home / "token"),
        home=home,
        database=server.store_address(None, home),
        port=listening.getsockname()[1],
    )

    def ready(house: "House", address: str) -> None:
        note_running(home, settings.port)
        for faults in house.refused.values():
            tell(faults, {}, voice)
        if not no_browser:
            threading.Thread(target=show_in_browser, args=(address, home), daemon=True).start()

    try:
        return started(settings, listening, target, voice, ready)
    except FootlightsError:
        address = handed_over(home, target, settings.token)
        if address is None:
            raise
    if voice.as_json:
        give_json(address=address, token=settings.token, mode="open", running=True)
    else:
        give_text(f"{address}\n")
    voice.tell(voice.phrase("open.handed-over"))
    if not no_browser:
        show_in_browser(address, home)
    return FINE


def _target(path: str, voice: Voice) -> Path:
    """The file or folder that is meant; raises FootlightsError when there is neither, nor a folder for a new file."""
    if path == "-":
        raise FootlightsError(voice.phrase("trouble.open-stdin"))
    found = Path(path)
    if os.path.lexists(found):
        if not found.is_dir() and not found.is_file():
            raise FootlightsError(voice.phrase("trouble.not-a-file", file=path))
        return found.absolute()
    if found.suffix not in (".yaml", ".yml"):
        found = found.with_name(f"{found.name}.blueprint.yaml")
        if found.exists():
            return found.absolute()
    if not found.absolute().parent.is_dir():
        raise FootlightsError(voice.phrase("trouble.no-folder", file=path, folder=str(found.parent)))
    return found.absolute()
