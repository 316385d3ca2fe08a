"""Texts as Mermaid can read them: whatever its grammar or its Markdown might take for something else becomes a code."""

import re

from footlights.render.shown import plainly

__all__ = ["coded", "named", "worded"]

#: Signs that mean something to one of Mermaid's readers: grammar, directives, Markdown, formulas, HTML, its own codes.
_SIGNS = re.compile(r"[\"#;:%{}\[\]|<>&`*_~\\$@^=]")
#: What begins a list or a heading in Markdown, and an address that it would make a link.
_LEADING = re.compile(r"^(\d+)([.)])|^[-+]|(?<=\bwww)\.", re.IGNORECASE)
#: Words that begin a statement where a text stands without quotes.
_STATEMENT = re.compile(r"^(title|section|journey|acctitle|accdescr|end|direction|subgraph|click|style|class|linkstyle)", re.IGNORECASE)
#: Signs of Mermaid's own making: it puts its codes between these, and a text that holds them would be taken for codes.
_OWN = re.compile("ﬂ°|¶ß")


def coded(text: str) -> str:
    """The text for between double quotes; a blank for "", as a label can't be empty."""
    return _LEADING.sub(_code_of_sign, _signs(text)) or " "


def worded(text: str) -> str:
    """The text for where no quotes stand: in a journey, where a line is words between colons."""
    said = _signs(text) or "–"
    return f"#{ord(said[0])};{said[1:]}" if _STATEMENT.match(said) else said


def named(text: str) -> str:
    """A name in a list with commas."""
    return worded(text).replace(",", "#44;")


def _signs(text: str) -> str:
    return _SIGNS.sub(_code, _OWN.sub(" ", plainly(text))).strip()


def _code(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"


def _code_of_sign(found: re.Match[str]) -> str:
    number, sign = found[1] or "", found[2] or found[0]
    return f"{number}#{ord(sign)};"
