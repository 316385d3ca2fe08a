"""`footlights restore`: a backup back into a database."""

import asyncio
from pathlib import Path

import click

from .answer import FINE, give_json
from .command import spoken
from .starting import server_room
from .voice import Voice, counted

__all__ = ["command"]


@spoken(
    "restore",
    "footlights restore monday.footlights",
    "footlights restore monday.footlights --database postgresql://footlights@db.example.org/footlights",
)
@click.argument("file", metavar="FILE")
@click.option("--database", metavar="URL", envvar="FOOTLIGHTS_DATABASE")
def command(file: str, database: str | None, voice: Voice) -> int:
    """Fill an empty database; a backup with a single wrong byte changes nothing."""
    server = server_room(voice)
    address = server.store_address(database, server.home_folder())
    documents = asyncio.run(server.restore(Path(file), address))
    if voice.as_json:
        give_json(restored=file, documents=documents)
    voice.tell(voice.phrase("restore.done", documents=counted("document", documents, voice.language)))
    return FINE
