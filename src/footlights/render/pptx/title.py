"""The title of a slide: on one line, or smaller on two, and with an ellipsis where even that is too little; its notes have it in full."""

from typing import NamedTuple

from footlights.render.svg import escape, from_the_right
from footlights.typeset import shorten, width, wrap

from .deck import Page
from .shape import Sheet

__all__ = ["Title", "sided", "title_of"]

#: Px: 20 pt as the master has it, the least on one line, and the size of two lines.
_SIZE, _LEAST, _TWO = 26.67, 64 / 3, 52 / 3
#: What breaking a line may lose of two, the least first.
_LOST = (0.05, 0.2, 0.4, 0.7)


class Title(NamedTuple):
    """What stands on the slide and its size in px; `whole` is all of it, "" where nothing had to be left out."""

    text: str
    size: float
    whole: str = ""

    def shape(self, sheet: Sheet, language: str) -> str:
        """The slide's real title, so that outlines, screen readers and the slide sorter know it."""
        size = "" if self.size >= _SIZE else f' sz="{int(75 * self.size + 1e-6)}"'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{sheet.number()}" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
            f'<a:p>{sided(self.text)}<a:r><a:rPr lang="{language}"{size} dirty="0"/><a:t>{escape(self.text)}</a:t></a:r></a:p>'
            "</p:txBody></p:sp>"
        )


def sided(text: str) -> str:
    """The direction of a paragraph of its own, by its first letter; "" for what reads from left to right."""
    return '<a:pPr algn="r" rtl="1"/>' if from_the_right(text) else ""


def title_of(page: Page, room: float) -> Title:
    """The title of a slide in `room` px. What is left out is left out of the picture's or phase's name first, then of the lanes' names."""
    language = page.anatomy.drawing.language
    whole = page.title + page.part + page.number
    wide = width(whole, _SIZE, bold=True)
    if wide * _LEAST / _SIZE <= room:
        return Title(whole, min(_SIZE, _SIZE * room / wide) if wide else _SIZE)
    if _fits(whole, room, language):
        return Title(whole, _TWO)
    part = shorten(page.part, room - width(page.number, _TWO, bold=True), _TWO, bold=True)
    # without its space before, which goes with the cleaning
    part = f" {part}" if part else ""
    rest = 2 * room - width(part + page.number, _TWO, bold=True)
    for lost in _LOST:
        text = shorten(page.title, rest - lost * room, _TWO, bold=True) + part + page.number
        if _fits(text, room, language):
            return Title(text, _TWO, whole)
    return Title(shorten(page.title + page.number, room, _TWO, bold=True), _TWO, whole)


def _fits(text: str, room: float, language: str) -> bool:
    return len(wrap(text, room, _TWO, bold=True, language=language, max_lines=3)) <= 2
