"""The picture as plain text: one line of thought after the other, without boxes, columns or signs that a voice would spell out."""

from unicodedata import east_asian_width

from footlights.drawing import Drawing
from footlights.render.options import Options
from footlights.render.reading import ReadStep, read
from footlights.render.texts import one_line
from footlights.words import word

__all__ = ["write"]

#: How many columns of a terminal a line takes at most.
_WIDTH = 78


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The text in UTF-8, and no notes; lines are wrapped at 78 columns. Lanes that hold nothing at a step are left out."""
    language = drawing.language
    found = read(drawing, options.subject)
    lines = [*_wrapped(found.title), ""]
    for text in found.about:
        lines += [*_wrapped(text), ""]
    for phase in found.phases:
        name = one_line(phase.name)
        lines += ["", *_wrapped(f"{word('word.phase', language)}: {name}" if name else word("word.phase", language))]
        for text in phase.about:
            lines += _wrapped(text)
        lines.append("")
        for step in phase.steps:
            lines += [*_step(step, word("word.step", language)), ""]
    if found.links:
        lines += ["", word("sheet.links", language), ""]
        for source, target, kind, when in found.links:
            told = f"{one_line(source)} → {one_line(target)} ({', '.join(one_line(part) for part in (kind, when) if part)})"
            lines += _wrapped(told, "- ", "  ")
        lines.append("")
    lines += ["", *_wrapped(found.provenance)]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8"), ()


def _step(step: ReadStep, noun: str) -> list[str]:
    """A step with its lanes: one thing stands behind the lane's name, more of them below it."""
    lines = _wrapped(f"{noun} {step.name}")
    for lane, texts in step.lanes:
        if len(texts) == 1:
            lines += _wrapped(f"{one_line(lane)}: {one_line(texts[0])}", "  ", "    ")
            continue
        lines += _wrapped(f"{one_line(lane)}:", "  ", "    ")
        for text in texts:
            lines += _wrapped(text, "  - ", "    ")
    return lines


def _wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    """A text in lines that fit, the first and the others behind their indents; a longer word keeps a line of its own."""
    lines: list[str] = []
    line, used = first, len(first)
    empty = True
    for each in one_line(text).split(" "):
        size = _columns(each)
        if not empty and used + 1 + size > _WIDTH:
            lines.append(line)
            line, used, empty = others, len(others), True
        line += each if empty else f" {each}"
        used += size if empty else size + 1
        empty = False
    return [*lines, line.rstrip()]


def _columns(text: str) -> int:
    """How many columns a word takes in a terminal: two for each Chinese, Japanese or Korean character."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
