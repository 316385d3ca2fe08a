"""What a renderer may be asked for, and what it gives back."""

from typing import NamedTuple

from footlights.drawing import Theme

__all__ = ["Artifact", "Options"]


class Artifact(NamedTuple):
    """A finished file: its bytes, its media type, its file suffix with the dot, and sentences worth telling whoever asked."""

    data: bytes
    media_type: str
    suffix: str
    notes: tuple[str, ...] = ()


class Options(NamedTuple):
    """The wishes of whoever asked.

    `theme` None means light for a picture and, for a page, what the reader's system says. `scale` is pixels per CSS pixel
    where the output has pixels. `fonts` is embed or none. `prefix` begins every id, so that pictures can share a page.
    """

    theme: Theme | None = None
    scale: float = 2.0
    fonts: str = "embed"
    prefix: str = "fl-"
