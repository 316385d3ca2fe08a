"""`footlights new`: a blueprint to start from."""

import os
from pathlib import Path

import click

from footlights.model import FootlightsError
from footlights.templates import NAMES, template

from .answer import FINE, give_json, give_text
from .command import OneOf, spoken
from .voice import Voice

__all__ = ["command"]


@spoken(
    "new",
    "footlights new my-service.blueprint.yaml",
    "footlights new my-journey --template journey --language nl",
)
@click.argument("file", metavar="FILE")
@click.option("--template", "start", metavar="NAME", type=OneOf(NAMES), default="blueprint")
def command(file: str, start: str, voice: Voice) -> int:
    """Write a template, unless something stands in its place."""
    text = template(start, voice.language)
    if file == "-":
        give_text(text)
        return FINE
    path = file if Path(file).suffix in (".yaml", ".yml") else f"{file}.blueprint.yaml"
    _write_new(path, text, voice)
    if voice.as_json:
        give_json(written=path, template=start, language=voice.language)
    voice.tell(voice.phrase("new.written", file=path, template=start))
    voice.tell(voice.phrase("new.next", file=path))
    return FINE


def _write_new(path: str, text: str, voice: Voice) -> None:
    try:
        # made only if nothing is there, in one go: nobody's file is lost, not even one that appears just now
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except FileExistsError:
        raise FootlightsError(voice.phrase("trouble.exists", file=path)) from None
    except OSError as trouble:
        raise FootlightsError(voice.phrase("trouble.cannot-write", file=path, reason=trouble.strerror)) from trouble
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
    except OSError as trouble:
        Path(path).unlink(missing_ok=True)
        raise FootlightsError(voice.phrase("trouble.cannot-write", file=path, reason=trouble.strerror)) from trouble
