"""`footlights serve`: the server for a team, on a database."""

from pathlib import Path

import click

from footlights.model import FootlightsError

from .command import spoken
from .starting import PORT, Port, server_room, started
from .voice import Voice

__all__ = ["command"]


@spoken(
    "serve",
    "footlights serve --allow-origin https://maps.example.org",
    "footlights serve --database postgresql://footlights@db.example.org/footlights --host 0.0.0.0",
)
@click.option("--database", metavar="URL", envvar="FOOTLIGHTS_DATABASE")
@click.option("--host", metavar="HOST", default="127.0.0.1")
@click.option("--port", metavar="PORT", type=Port(), envvar=PORT)
@click.option("--token-file", "token_file", metavar="FILE")
@click.option("--allow-origin", "origins", metavar="ORIGIN", multiple=True)
def command(database: str | None, host: str, port: int | None, token_file: str | None, origins: tuple[str, ...], voice: Voice) -> int:
    """Open the database, serve the editor, and stay until somebody ends it."""
    for origin in origins:
        scheme, _, rest = origin.partition("://")
        if scheme not in ("http", "https") or not rest.strip("/") or "/" in rest.rstrip("/") or "*" in rest:
            raise FootlightsError(voice.phrase("trouble.origin", value=repr(origin)))
    server = server_room(voice)
    home = server.home_folder()
    listening = server.free_socket(host, server.PORT if port is None else port, strict=port != 0)
    settings = server.Settings(
        mode="serve",
        token=server.kept_secret(Path(token_file) if token_file else home / "token"),
        home=home,
        database=server.store_address(database, home),
        host=host,
        port=listening.getsockname()[1],
        origins=tuple(origin.rstrip("/") for origin in origins),
    )
    return started(settings, listening, None, voice)
