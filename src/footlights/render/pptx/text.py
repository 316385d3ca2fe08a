"""Texts as the paragraphs of a shape: they flow in their frame again when somebody changes them."""

import re
from typing import NamedTuple

from footlights.drawing import TextLine
from footlights.render.svg import escape, from_the_right

from .paint import Paint

__all__ = ["Script", "flowing", "language_tag"]

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
#: Programs look for dictionaries by language and country.
_COUNTRY = {"en": "en-GB", "nl": "nl-NL", "es": "es-ES", "de": "de-DE", "fr": "fr-FR", "it": "it-IT", "pt": "pt-PT"}
_WIDE = "\u2e80"


def language_tag(language: str) -> str:
    """The language of a run, with a country where everyday use needs one; English for what is no language tag."""
    found = language if _TAG.fullmatch(language) else "en"
    return _COUNTRY.get(found.lower(), found)


def flowing(lines: tuple[tuple[float, str], ...], whole: str = "") -> str:
    """The lines as one text. `whole` is the text they were broken from, where it is known: it says what stood at each break.

    Without it a break was a space, but not after a dash inside a word or between characters that need none.
    """
    text, at = "", 0
    whole = " ".join(whole.split())
    for number, (_, line) in enumerate(lines):
        if number == 0:
            gap = ""
        elif at >= 0:
            gap = " " if whole[at : at + 1] == " " else ""
        else:
            gap = "" if re.search(r"\w[-/\u2010]$", text) or (text[-1:] >= _WIDE and line[:1] >= _WIDE) else " "
        text += gap + line
        if at >= 0:
            at = _after(whole, at + len(gap), line)
    return text


def _after(whole: str, at: int, line: str) -> int:
    """Where the text goes on after this line; -1 when the line is not from this text."""
    if whole.startswith(line, at):
        return at + len(line)
    divided = line[:-1]
    return at + len(divided) if line[-1:] in "-\u2010" and divided and whole.startswith(divided, at) else -1


class Script(NamedTuple):
    """How texts are written on one deck: their language, their colours, and how much the picture is enlarged."""

    paint: Paint
    language: str
    scale: float = 1.0

    def paragraph(self, item: TextLine, text: str, *, align: str = "", link: str = "", exact: bool = True) -> str:
        """One paragraph in the style of an item. `exact` keeps the lines as far apart as they are in the picture."""
        step = _step(item)
        spacing = f'<a:lnSpc><a:spcPts val="{round(step * self.scale * 75)}"/></a:lnSpc>' if exact else ""
        anchor = align or {"middle": "ctr", "end": "r"}.get(item.anchor, "")
        attributes = (f' algn="{anchor}"' if anchor else "") + (' rtl="1"' if from_the_right(text) else "")
        return f"<a:p><a:pPr{attributes}>{spacing}</a:pPr>{self.run(item, text, link)}</a:p>"

    def run(self, item: TextLine, text: str, link: str = "") -> str:
        """One run in the style of an item; nothing for an empty text."""
        said = escape(text)
        if not said:
            return ""
        style = (' b="1"' if item.bold else "") + (' i="1"' if item.italic else "")
        # down to tenths of a point, which every program can: a line that was measured to fit still does
        size = max(100, int(item.size * self.scale * 7.5 + 1e-6) * 10)
        return (
            f'<a:r><a:rPr lang="{self.language}" sz="{size}"{style} dirty="0">{self.paint.fill(item.fill)}{link}</a:rPr>'
            f"<a:t>{said}</a:t></a:r>"
        )


def _step(item: TextLine) -> float:
    """How far the lines stand apart; where there is one, as far as the font wants."""
    lines = item.lines
    return lines[1][0] - lines[0][0] if len(lines) > 1 and lines[1][0] > lines[0][0] else item.size * 4 / 3


def line_top(item: TextLine) -> float:
    """The top of the first line, from its baseline: between where PowerPoint (0.8 of the step) and LibreOffice (the font) put it."""
    step = _step(item)
    return item.lines[0][0] - (0.8 * step + step - 0.293 * item.size) / 2


def line_step(item: TextLine) -> float:
    """How far the lines of an item stand apart, in px of the picture."""
    return _step(item)
