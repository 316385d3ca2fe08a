"""`footlights show`: a blueprint in the terminal."""

import json
import shutil
import sys

import click

from footlights import api
from footlights.files import as_values

from .answer import FINE, IMPOSSIBLE, give_text
from .command import OneOf, spoken
from .diagnosis import tell
from .language import spoken_by
from .opening import opened
from .voice import Voice

__all__ = ["command"]

#: How wide a page is where nothing says it, and how narrow or wide it may get.
_WIDTH, _LEAST, _MOST = 100, 40, 400


@spoken(
    "show",
    "footlights show my-service.blueprint.yaml",
    "footlights show my-service.blueprint.yaml --view journey --language nl",
    languages=(),
)
@click.argument("path", metavar="FILE")
@click.option("--view", metavar="VIEW", type=OneOf(("blueprint", "journey")), default="blueprint")
def command(path: str, view: str, voice: Voice) -> int:
    """Print the blueprint; colours only where a terminal shows them."""
    file = opened(path)
    tell([found for found in file.diagnostics if found.severity == "error" or not voice.quiet], file.texts, voice)
    if file.blueprint is None:
        return IMPOSSIBLE
    if voice.as_json:
        give_text(json.dumps(as_values(file.blueprint), ensure_ascii=False, indent=2) + "\n")
        return FINE
    from rich.console import Console

    from .terminal import show_blueprint

    language = spoken_by(file.blueprint, voice, fitting=True)
    width = max(_LEAST, min(_MOST, shutil.get_terminal_size((_WIDTH, 24)).columns))
    provenance = api.draw(file.blueprint, view, language=language, zoom="overview").drawing.provenance
    console = Console(file=sys.stdout, width=width, highlight=False, emoji=False, markup=False)
    for line in show_blueprint(file.blueprint, api.path_time(file.blueprint), view, language, width, provenance):
        console.print(line, no_wrap=True, overflow="ignore", crop=False)
    return FINE
