"""The notes of a slide: what is said in every step, in words, and where it comes from."""

from collections.abc import Iterator, Sequence

from footlights.render.svg import escape

from .deck import Page
from .exits import Exit
from .title import sided

__all__ = ["notes_of", "notes_shapes"]


def notes_of(page: Page, title: str, exits: Sequence[Exit]) -> list[str]:
    """The lines of the notes: an overview describes the picture, a phase tells each of its steps, lane by lane.

    `title` comes first, where the slide has not all of it.
    """
    drawing = page.anatomy.drawing
    found = [drawing.description] if page.overview or (page.whole and page.columns == (0, len(drawing.columns))) else []
    if not page.overview:
        found += _steps(page)
    if exits:
        found += ["", *(f"{gone.number}. {gone.told(drawing.language)}" for gone in exits)]
    return [*([title, ""] if title else []), *found, "", drawing.provenance]


def _steps(page: Page) -> Iterator[str]:
    drawing = page.anatomy.drawing
    # the table has a row for every lane, in their order
    rows = list(drawing.rows)
    if len(rows) == len(page.anatomy.lanes):
        rows = rows[page.lanes[0] : page.lanes[1]]
    for number in range(*page.columns):
        step, phase = drawing.columns[number]
        yield ""
        yield step or phase
        for row in rows:
            said = [text for text in row.cells[number] if text] if number < len(row.cells) else []
            if said:
                yield f"{row.head}: {' / '.join(said)}"


def notes_shapes(lines: Sequence[str], language: str) -> str:
    """The shapes of the page of notes: the slide's picture and the text."""
    said = "".join(
        f'<a:p>{sided(line)}<a:r><a:rPr lang="{language}" dirty="0"/><a:t>{text}</a:t></a:r></a:p>' if (text := escape(line)) else "<a:p/>"
        for line in lines
    )
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{said or "<a:p/>"}</p:txBody></p:sp>'
    )
