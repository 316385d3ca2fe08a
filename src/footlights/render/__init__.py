"""Drawing → bytes: one room per file format, all with the same door; and the page of an atlas."""

from typing import TYPE_CHECKING

from .formats import FORMATS, Format, passed_over, render
from .options import Artifact, Subject

if TYPE_CHECKING:
    from footlights.atlas import Atlas

__all__ = ["FORMATS", "Artifact", "Format", "Subject", "atlas_page", "passed_over", "render"]


def atlas_page(atlas: "Atlas", language: str) -> bytes:
    """The self-contained page of an atlas, in a language of ours; it follows its reader's system, light or dark."""
    from .atlas import write_atlas  # pictures don't wait for it

    return write_atlas(atlas, language)
