"""Which theme is meant on the command line: one of ours by its name, or a file of an organisation's own."""

from typing import Any

import click

from footlights.drawing import THEMES, Theme
from footlights.files import load_theme

from .command import OneOf
from .voice import Voice

__all__ = ["OneTheme", "chosen_theme"]

_ENDINGS = (".yaml", ".yml")


class OneTheme(OneOf):
    """The name of one of our themes, or a file that ends in .yaml."""

    def __init__(self) -> None:
        super().__init__((*THEMES, "FILE.yaml"))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name or the path as it was given; a usage error naming what there is."""
        return str(value) if str(value).lower().endswith(_ENDINGS) else super().convert(value, param, ctx)


def chosen_theme(asked: str | None, voice: Voice) -> str | Theme | None:
    """The theme that was asked for, telling what was changed in it to keep it readable; raises FootlightsError for a faulty file."""
    if asked is None or asked in THEMES:
        return asked
    own = load_theme(asked)
    for note in own.notes:
        voice.tell(note)
    return own.theme
