"""The file formats there are, and the one door to all of them."""

import re
from importlib import import_module
from typing import NamedTuple

from footlights.drawing import Drawing, Theme, theme_named
from footlights.model import FootlightsError, near
from footlights.pause import collection_paused

from .options import Artifact, Options, Subject

__all__ = ["FORMATS", "Format", "passed_over", "render"]


class Format(NamedTuple):
    """One file format: the room that writes it (`module`), the optional part it needs, if any, and which wishes of Options it heeds.

    Of these only `theme`, `scale`, `page` and `arrows` are told: what people ask for.
    """

    name: str
    suffix: str
    media_type: str
    module: str
    needs: str = ""
    heeds: tuple[str, ...] = ("theme",)


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format("svg", ".svg", "image/svg+xml", "footlights.render.svg"),
        Format("png", ".png", "image/png", "footlights.render.png", "resvg_py", ("theme", "scale")),
        Format("pdf", ".pdf", "application/pdf", "footlights.render.pdf", "typst", ("theme", "page")),
        Format("html", ".html", "text/html", "footlights.render.html"),
        Format(
            "pptx",
            ".pptx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "footlights.render.pptx",
            heeds=("theme", "page", "arrows"),
        ),
        Format(
            "xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "footlights.render.xlsx", "xlsxwriter"
        ),
        Format("drawio", ".drawio", "application/vnd.jgraph.mxfile", "footlights.render.drawio"),
        Format("mmd", ".mmd", "text/vnd.mermaid", "footlights.render.mermaid"),
        Format("bpmn", ".bpmn", "application/bpmn+xml", "footlights.render.bpmn"),
        Format("csv", ".csv", "text/csv", "footlights.render.csv", heeds=()),
        Format("md", ".md", "text/markdown", "footlights.render.markdown", heeds=()),
        Format("txt", ".txt", "text/plain", "footlights.render.text", heeds=()),
    )
}


def passed_over(format: str, **wishes: object) -> dict[str, tuple[str, ...]]:
    """Which wishes (theme, scale, page, arrows) a format does not heed, each with the names of the formats that do.

    What is as it would be without wishing is no wish.
    """
    wished = [name for name, value in wishes.items() if value != Options._field_defaults[name]]
    return {
        name: tuple(other.name for other in FORMATS.values() if name in other.heeds) for name in wished if name not in FORMATS[format].heeds
    }


def render(
    drawing: Drawing,
    format: str,
    *,
    theme: str | Theme | None = None,
    scale: float = 2.0,
    fonts: str = "embed",
    prefix: str = "fl-",
    page: str = "",
    arrows: str = "exact",
    subject: Subject | None = None,
) -> Artifact:
    """The drawing in a file format: svg, png, pdf or html.

    `theme` is one of ours by name (light, dark, contrast, print) or a Theme; without it pictures are light and a page follows
    the reader's system. `scale` is pixels per
    CSS pixel (png only). `fonts` is embed or none (svg only). `prefix` begins every id (svg only), for pictures that
    share a page. `page` is the paper (pdf and pptx only), `arrows` is exact or glued (pptx only), `subject` is what the
    picture is of, for the formats that say more than the picture. Raises FootlightsError for a format, theme or value that
    does not exist, for a missing optional part, and for a picture too large for the format.
    """
    found = _format_named(format)
    if fonts not in ("embed", "none"):
        raise FootlightsError(f"fonts can be embed or none, not {fonts!r}", "choose one of these")
    if arrows not in ("exact", "glued"):
        raise FootlightsError(f"arrows can be exact or glued, not {arrows!r}", "choose one of these")
    if not 0 < scale < float("inf"):
        raise FootlightsError(f"a scale is a number above 0, not {scale}", "2 gives two pixels for each CSS pixel")
    if re.fullmatch(r"[A-Za-z_][\w.-]*", prefix, re.ASCII) is None:
        raise FootlightsError(f"a prefix for ids is letters, digits, - and _, beginning with a letter; not {prefix!r}", "for example fig1-")
    options = Options(theme_named(theme) if theme is not None else None, scale, fonts, prefix, page, arrows, subject)
    try:
        with collection_paused():
            data, notes = import_module(found.module).write(drawing, options)
    except ModuleNotFoundError as missing:
        if not found.needs or missing.name != found.needs:
            raise
        raise FootlightsError(
            f"a part that draws {found.name.upper()} is not installed", f"pip install 'footlights[{found.name}]'"
        ) from missing
    return Artifact(data, found.media_type, found.suffix, notes)


def _format_named(name: str) -> Format:
    if name in FORMATS:
        return FORMATS[name]
    close = near(name, FORMATS)
    hint = f"did you mean {close[0]}?" if close else "choose one of these"
    raise FootlightsError(f"no format {name!r}; formats: {', '.join(FORMATS)}", hint)
