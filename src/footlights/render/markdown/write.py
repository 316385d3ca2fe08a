"""The picture in Markdown (GitHub's): title and provenance, then phases, and under each a table for every step."""

from collections.abc import Iterable, Sequence

from footlights.drawing import Drawing
from footlights.render.options import Options
from footlights.render.reading import read
from footlights.words import word

from .escape import escape

__all__ = ["write"]


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The text in UTF-8, and no notes. Lanes that hold nothing at a step are left out."""
    language = drawing.language
    found = read(drawing, options.subject)
    lines = [f"# {escape(found.title)}", "", *_paragraphs(found.about)]
    heads = (word("word.row", language), word("word.content", language))
    for phase in found.phases:
        lines += [f"## {escape(phase.name)}", "", *_paragraphs(phase.about)]
        for step in phase.steps:
            lines += [f"### {escape(step.name)}", ""]
            lines += _table(heads, [(lane, text) for lane, texts in step.lanes for text in texts])
    if found.links:
        lines += [f"## {word('sheet.links', language)}", ""]
        lines += _table([word(f"sheet.{name}", language) for name in ("from", "to", "kind", "when")], found.links)
    lines += ["---", "", escape(found.provenance, begins=True), ""]
    return "\n".join(lines).encode("utf-8"), ()


def _paragraphs(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in (escape(text, begins=True), "")]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    if not rows:
        return []
    lines = [heads, ["---"] * len(heads), *([escape(text) for text in row] for row in rows)]
    return [*(f"| {' | '.join(line)} |" for line in lines), ""]
