"""`footlights backup`: everything in a database as one file."""

import asyncio
import os
from pathlib import Path

import click

from footlights.model import FootlightsError

from .answer import FINE, give_json
from .command import spoken
from .starting import server_room
from .voice import Voice, counted

__all__ = ["command"]


@spoken(
    "backup",
    "footlights backup monday.footlights",
    "footlights backup monday.footlights --database postgresql://footlights@db.example.org/footlights",
)
@click.argument("out", metavar="OUT")
@click.option("--database", metavar="URL", envvar="FOOTLIGHTS_DATABASE")
def command(out: str, database: str | None, voice: Voice) -> int:
    """Copy what the database holds at one moment; whoever is editing goes on."""
    server = server_room(voice)
    if os.path.lexists(out):
        raise FootlightsError(voice.phrase("trouble.exists", file=out))
    address = server.store_address(database, server.home_folder())
    documents = asyncio.run(server.back_up(address, Path(out)))
    if voice.as_json:
        give_json(written=out, documents=documents)
    voice.tell(voice.phrase("backup.written", file=out, documents=counted("document", documents, voice.language)))
    return FINE
