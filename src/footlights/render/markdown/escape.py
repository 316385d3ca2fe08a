"""Texts of people in Markdown: nothing in them is taken for markup, and they read as they were written."""

import re

from footlights.render.texts import one_line

__all__ = ["escape"]

#: What begins, ends or joins markup wherever it stands (GitHub's mathematics and mentions among it).
_SIGNS = re.compile(r"[\\`*_{}\[\]|~#$@]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
#: Addresses that GitHub turns into links without being asked.
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|\b(www)(?=\.)")
#: What makes a list, a heading or a rule at the beginning of a line.
_BEGINNING = re.compile(r"([-+=]|\d+(?=[.)]))")


def escape(text: str, *, begins: bool = False) -> str:
    """A text on one line, for a heading or a cell of a table; `begins` where it stands at the beginning of a line."""
    said = _SIGNS.sub(r"\\\g<0>", one_line(text))
    said = _ENTITY.sub("&amp;", said).replace("<", "&lt;").replace(">", "&gt;")
    said = _LINKS.sub(r"\g<0>\\", said)
    found = _BEGINNING.match(said) if begins else None
    if found is None:
        return said
    sign = found[1]
    return f"{sign}\\{said[len(sign) :]}" if sign.isdecimal() else f"\\{said}"
