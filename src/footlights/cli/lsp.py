"""`footlights lsp`: the language server, on standard input and output."""

import click

from footlights.checks import PROFILES, Settings
from footlights.model import FootlightsError

from .answer import FINE
from .checking.settings_file import Wish, settings_for
from .command import OneOf, spoken
from .voice import Voice

__all__ = ["command"]


@spoken("lsp", "footlights lsp", "footlights lsp --profile strict --language nl")
@click.option("--profile", metavar="PROFILE", type=OneOf(PROFILES))
@click.option("--stdio", is_flag=True, expose_value=False)
def command(profile: str | None, voice: Voice) -> int:
    """Speak with an editor until it closes the line; editors say --stdio, though there is no other way."""
    try:
        from footlights.lsp import serve
    except ModuleNotFoundError as trouble:
        if trouble.name not in ("pygls", "lsprotocol"):
            raise
        raise FootlightsError(voice.phrase("trouble.lsp-missing"), 'pip install "footlights[lsp]"') from trouble

    def settings_of(path: str | None, asked: str | None) -> Settings:
        return settings_for([path or "-"], Wish(profile or asked), voice)[0]

    serve(voice.language, settings_of)
    return FINE
