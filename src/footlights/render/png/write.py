"""A PNG of the picture, drawn by resvg from the SVG with the fonts that we ship."""

from math import ceil, floor, sqrt

from footlights.drawing import Drawing
from footlights.model import FootlightsError
from footlights.render.glyphs import lacking, lacks
from footlights.render.options import Options
from footlights.render.svg import write as write_svg
from footlights.typeset import FAMILY, font_files

__all__ = ["write"]

#: resvg holds four bytes a pixel and a second such buffer while it writes: 100 megapixels are about 800 MB.
_MOST_PIXELS = 100_000_000


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The picture at `scale` pixels per CSS pixel, the same bytes each time; raises FootlightsError above 100 megapixels.

    Fonts of this machine are used only for characters that ours lacks, and a note says so.
    """
    _check_size(drawing, options.scale)
    import resvg_py

    odd = lacking(drawing)
    svg, _ = write_svg(drawing, options._replace(fonts="none"))
    data = resvg_py.svg_to_bytes(
        svg_string=svg.decode("utf-8"),
        zoom=options.scale,
        dpi=96,
        skip_system_fonts=not odd,
        font_files=[str(path) for path in font_files()],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return bytes(data), ((lacks(odd),) if odd else ())


def _check_size(drawing: Drawing, scale: float) -> None:
    width, height = ceil(drawing.width * scale), ceil(drawing.height * scale)
    if width * height <= _MOST_PIXELS:
        return
    fits = floor(100 * sqrt(_MOST_PIXELS / (drawing.width * drawing.height))) / 100
    mend = f"use a scale of {fits:g} or less" if fits >= 0.25 else "draw fewer steps at a time"
    raise FootlightsError(
        f"the PNG would be {width:,} × {height:,} pixels, {width * height / 1e6:,.0f} megapixels; at most 100 can be drawn",
        f"{mend}, or choose SVG or PDF, which stay sharp at any size",
    )
