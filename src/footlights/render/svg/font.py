"""The fonts that travel inside a file, so that text looks the same where they are not installed."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache

from footlights.typeset import FAMILY, FontChunk, chunks_for

__all__ = ["font_faces"]


@cache
def _face(chunk: FontChunk) -> str:
    source = b64encode(chunk.data).decode("ascii")
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{chunk.weight};unicode-range:{chunk.unicode_range};'
        f'src:url(data:font/woff2;base64,{source}) format("woff2")}}'
    )


def font_faces(regular: Iterable[str], bold: Iterable[str]) -> str:
    """CSS with the parts of the font that hold these characters, each weight its own; "" when there are none."""
    chunks = chunks_for(regular, bold=False) + chunks_for(bold, bold=True)
    return "".join(map(_face, chunks))
