"""The pipeline on one page: load, check, work out the times, draw, save."""

import os
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from footlights import files
from footlights.drawing import Drawing
from footlights.facts import Diagnostic, PathTime
from footlights.layout import lay_out
from footlights.measures import claims, path_time
from footlights.model import Blueprint, FootlightsError
from footlights.render import Artifact, render

__all__ = [
    "Blueprint",
    "Diagnostic",
    "Document",
    "FaultyDocumentError",
    "FootlightsError",
    "PathTime",
    "Picture",
    "check",
    "draw",
    "dumps",
    "load",
    "loads",
    "path_time",
    "save",
]

#: How many faults an error message tells; the rest are in its `diagnostics`.
_TOLD = 3


class FaultyDocumentError(FootlightsError):
    """A file that can't be read as a blueprint; `diagnostics` are all its faults and doubts."""

    def __init__(self, file: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        errors = [found for found in diagnostics if found.severity == "error"]
        told = [f"  {found.place}: {found.text()}" for found in errors[:_TOLD]]
        more = [f"  and {len(errors) - _TOLD} more"] if len(errors) > _TOLD else []
        super().__init__("\n".join([f"{file} has faults", *told, *more]), errors[0].hint() if errors else "")
        self.diagnostics = diagnostics


@dataclass(frozen=True)
class Picture:
    """A finished picture of a blueprint; `to` and `save` write it down, and a notebook shows it."""

    drawing: Drawing
    theme: str | None = None

    def artifact(self, format: str, *, scale: float = 2.0, prefix: str = "fl-") -> Artifact:
        """The picture in a format, with its media type and with what is worth telling; see `to`."""
        return render(self.drawing, format, theme=self.theme, scale=scale, prefix=prefix)

    def to(self, format: str, *, scale: float = 2.0) -> bytes:
        """The picture as svg, png, pdf or html; `scale` is pixels per CSS pixel, for png. Raises FootlightsError."""
        return self.artifact(format, scale=scale).data

    def save(self, path: str | os.PathLike[str], *, scale: float = 2.0) -> Path:
        """Write the picture to a file whose ending names the format; returns its path. Raises FootlightsError or OSError."""
        target = Path(path)
        files.put(target, self.to(target.suffix.lstrip(".").lower(), scale=scale))
        return target

    def _repr_svg_(self) -> str:
        return self.to("svg").decode()

    def _repr_html_(self) -> str:
        # a wide picture scrolls in its cell, and its ids stay apart from those of other pictures on the page
        drawing = self.drawing
        mark = zlib.crc32(f"{drawing.title} {drawing.view} {drawing.language} {drawing.width} {drawing.height}".encode())
        svg = self.artifact("svg", prefix=f"fl-{mark:08x}-").data.decode()
        return f'<div style="overflow:auto;max-width:100%">{svg}</div>'

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "image/svg+xml": self._repr_svg_(), "text/plain": repr(self)}

    def __repr__(self) -> str:
        width, height = self.drawing.width, self.drawing.height
        return f"<Picture {self.drawing.title!r}, {self.drawing.view}, {width:.0f} x {height:.0f} px>"


@dataclass(frozen=True)
class Document:
    """A blueprint as it was read: the value itself, its text, where it came from, and what was doubtful about it.

    >>> document = loads("footlights: 1\\ntitle: A shine\\nphases: [{title: Sit, steps: [Sits down]}]\\n")
    >>> document
    <Document 'A shine', steps: 1, cards: 0>
    >>> list(document.blueprint.steps)
    ['sits-down']
    >>> document.draw("journey").drawing.columns
    (('1. Sits down', 'Sit'),)
    """

    blueprint: Blueprint
    text: str
    path: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def draw(self, view: str = "blueprint", *, language: str | None = None, zoom: str = "normal", theme: str | None = None) -> Picture:
        """The picture of this blueprint; see `draw`."""
        return draw(self, view, language=language, zoom=zoom, theme=theme)

    def save(self, path: str | os.PathLike[str] | None = None) -> Path:
        """Write the text, as it was read, to `path` (where it came from when None); returns the path. See `save`."""
        return save(self, path)

    def _repr_svg_(self) -> str:
        return self.draw()._repr_svg_()

    def _repr_html_(self) -> str:
        return self.draw()._repr_html_()

    def __repr__(self) -> str:
        told = self.blueprint.say(self.blueprint.title)
        return f"<Document {told!r}, steps: {len(self.blueprint.steps)}, cards: {len(self.blueprint.cards)}>"


Source = Document | Blueprint | str | os.PathLike[str]


def load(path: str | os.PathLike[str], *, strict: bool = True) -> Document:
    """The blueprint in a file; `-` is standard input.

    Raises FaultyDocumentError, which tells the first faults with their places, when there are errors. With `strict` False
    what could be read is returned with all its faults in `diagnostics`; then it raises only when nothing could be read.
    """
    text, found = files.read_text(path)
    name = os.fspath(path)
    if text is None:
        raise FaultyDocumentError(name, found)
    return _document(text, name, None if name == "-" else Path(path), strict)


def loads(text: str, *, strict: bool = True) -> Document:
    """The blueprint that a text spells; faults as in `load`."""
    return _document(text, "<text>", None, strict)


def check(source: Source) -> tuple[Diagnostic, ...]:
    """Everything that is wrong or doubtful with a document, a blueprint, or the file at a path; () when all is well.

    >>> for found in check(loads("footlights: 1\\ntitle: A shine\\ncolour: red\\n")):
    ...     print(found.place, found.severity, found.slug)
    <text>:3:1 warning unknown-field
    """
    if isinstance(source, Document):
        return source.diagnostics
    if isinstance(source, Blueprint):
        return files.read(files.dumps(source)).diagnostics
    return files.load(source).diagnostics


def draw(
    source: Source, view: str = "blueprint", *, language: str | None = None, zoom: str = "normal", theme: str | None = None
) -> Picture:
    """The picture of a document, a blueprint, or the file at a path.

    view: blueprint or journey. language: the document's own when None. zoom: overview, normal or detail. theme: light or
    dark; None is light, and for a page what its reader's system says. Raises FootlightsError for a value that does not
    exist, and FaultyDocumentError as `load` does.
    """
    blueprint = _blueprint(source)
    known = claims(blueprint)
    assumed = dict(known.by_basis)["assumed"]
    timed = view != "journey" and any(row.role == "time" for row in blueprint.rows)
    times = path_time(blueprint) if timed else None
    drawing = lay_out(blueprint, view, language=language, zoom=zoom, times=times, claims=(assumed, known.total))
    return Picture(drawing, theme)


def dumps(source: Source) -> str:
    """The text of a blueprint in canonical form; of a document or file, of the blueprint in it (comments are not in it)."""
    return files.dumps(_blueprint(source))


def save(source: Document | Blueprint, path: str | os.PathLike[str] | None = None) -> Path:
    """Write a document's text, or a blueprint in canonical form, to a file; returns the path.

    `path` None writes a document where it came from. The file is replaced as a whole or stays as it was. Raises
    FootlightsError when there is no path, OSError when it can't be written.
    """
    target = path if path is not None else source.path if isinstance(source, Document) else None
    if target is None:
        raise FootlightsError("there is no file to save to", "give a path")
    text = source.text if isinstance(source, Document) else files.dumps(source)
    files.put(target, text.encode("utf-8"))
    return Path(target)


def _document(text: str, name: str, path: Path | None, strict: bool) -> Document:
    loaded = files.read(text, name)
    if loaded.blueprint is None or (strict and loaded.errors):
        raise FaultyDocumentError(name, loaded.diagnostics)
    return Document(loaded.blueprint, text, path, loaded.diagnostics)


def _blueprint(source: Source) -> Blueprint:
    if isinstance(source, Blueprint):
        return source
    return source.blueprint if isinstance(source, Document) else load(source).blueprint
