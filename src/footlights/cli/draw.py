"""`footlights draw`: a blueprint as a picture or a page."""

import os
import sys
from pathlib import Path

import click

from footlights import api
from footlights.files import put
from footlights.model import ZOOMS, FootlightsError
from footlights.render import FORMATS, passed_over
from footlights.words import noted

from .answer import FINE, IMPOSSIBLE, give_bytes, give_json
from .command import Number, OneOf, listed, spoken
from .diagnosis import as_json, tell
from .language import spoken_by
from .looking import looked_at, on_scale, with_options
from .opening import opened
from .theming import OneTheme, chosen_theme
from .voice import Voice

__all__ = ["command"]

#: Formats that a terminal can show.
_READABLE = ("svg", "html", "csv", "md", "txt")
#: What the wishes are called here.
_WISHES = {"theme": "--theme", "scale": "--scale", "page": "--page", "arrows": "--pptx-arrows"}


@spoken(
    "draw",
    "footlights draw my-service.blueprint.yaml -o my-service.svg",
    "footlights draw my-service.blueprint.yaml -o journey.pdf --view journey --language nl",
    "footlights draw my-service.blueprint.yaml -o desk.svg --role front-desk --fold before,departure",
    "footlights draw - -o - --to png --scale 3 < my-service.blueprint.yaml > my-service.png",
    languages=(),
)
@click.argument("path", metavar="FILE")
@click.option("-o", "--output", metavar="OUT", required=True)
@click.option("--to", "form", metavar="FORMAT", type=OneOf(FORMATS))
@click.option("--view", metavar="VIEW", default="")
@click.option("--zoom", metavar="ZOOM", type=OneOf(ZOOMS))
@with_options
@click.option("--log", "logarithmic", is_flag=True)
@click.option("--theme", metavar="THEME", type=OneTheme())
@click.option("--stamp", metavar="TEXT", default="")
@click.option("--scale", metavar="NUMBER", type=Number(0.1, 10), default=2.0)
@click.option("--page", metavar="PAGE", default="")
@click.option("--pptx-arrows", "arrows", metavar="ARROWS", type=OneOf(("exact", "glued")), default="exact")
def command(
    path: str, output: str, form: str | None, view: str, zoom: str | None, theme: str | None, scale: float, page: str, arrows: str,
    stamp: str, logarithmic: bool, voice: Voice, **wishes: str | None,
) -> int:  # fmt: skip
    """Read, lay out, render, write: in that order, so that nothing is written unless all of it went well."""
    form = _format(output, form, voice)
    _refuse(path, output, form, voice)
    file = opened(path)
    tell([found for found in file.diagnostics if found.severity == "error" or not voice.quiet], file.texts, voice)
    if file.blueprint is None:
        if voice.as_json:
            give_json(written=None, diagnostics=as_json(file.diagnostics, voice.language))
        return IMPOSSIBLE
    language = spoken_by(file.blueprint, voice)
    # a logarithmic scale alone says what is to be seen
    looked = looked_at(file.blueprint, view or ("time" if logarithmic else ""), zoom, wishes, voice)
    looked = on_scale(looked, logarithmic, voice)
    picture = api.draw(file.blueprint, looked, language=language, theme=chosen_theme(theme, voice), stamp=stamp)
    artifact = picture.artifact(form, scale=scale, page=page, arrows=arrows)
    notes = [
        *_unheeded(form, voice, theme=theme, scale=scale, page=page, arrows=arrows),
        *(noted(note, voice.language) for note in artifact.notes),
    ]
    for note in notes:
        voice.tell(note)
    if output == "-":
        give_bytes(artifact.data)
        return FINE
    put(output, artifact.data)
    if voice.as_json:
        drawing = picture.drawing
        shown = {"view": looked.id or looked.shows, "zoom": looked.zoom, "language": language}
        size = {"width": drawing.width, "height": drawing.height}
        told = {"notes": notes, "diagnostics": as_json(file.diagnostics, voice.language)}
        give_json(written=output, format=form, bytes=len(artifact.data), **shown, **size, **told)
    else:
        voice.tell(voice.phrase("draw.written", file=output, size=_size(len(artifact.data))))
    return FINE


def _format(output: str, form: str | None, voice: Voice) -> str:
    """The format that is meant; raises FootlightsError where the ending does not say it, or says another."""
    formats = listed(tuple(FORMATS), voice.language)
    if output == "-":
        if form is None:
            raise FootlightsError(voice.phrase("trouble.need-to", formats=formats))
        return form
    ending = Path(output).suffix.lower().lstrip(".")
    if form is None and ending not in FORMATS:
        raise FootlightsError(voice.phrase("trouble.no-format", file=output, formats=formats))
    if form is not None and ending in FORMATS and ending != form:
        raise FootlightsError(voice.phrase("trouble.differs", file=output, format=form))
    return form or ending


def _unheeded(form: str, voice: Voice, **wishes: object) -> list[str]:
    """A sentence for each wish that means nothing to the format, with the formats that know it."""
    return [
        voice.phrase("draw.unheeded", option=_WISHES[wish], format=form, formats=listed(knowing, voice.language))
        for wish, knowing in passed_over(form, **wishes).items()
    ]


def _refuse(path: str, output: str, form: str, voice: Voice) -> None:
    """Raises FootlightsError for an output that would do harm: the blueprint itself, a terminal, or two answers in one."""
    if output == "-":
        if voice.as_json:
            raise FootlightsError(voice.phrase("trouble.json-and-output"))
        if form not in _READABLE and sys.stdout.isatty():
            raise FootlightsError(voice.phrase("trouble.terminal", format=form.upper()))
    elif path != "-" and os.path.exists(output) and os.path.exists(path) and os.path.samefile(path, output):  # noqa: PTH110, PTH121
        raise FootlightsError(voice.phrase("trouble.own-input", file=output))


def _size(size: int) -> str:
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1e6:.1f} MB"
