"""Which characters a YAML text may hold, and where one stands that it may not."""

import re
import unicodedata

from footlights.facts import Diagnostic

from .places import BOM, Lines
from .saying import fault

__all__ = ["checked"]

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ELSEWHERE = ("\u2060", "\ue000", "\ue001", "\ue002")
_MOST = 20


def checked(text: str, file: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """The text as the parser may see it, the stand-in for stray byte order marks ("" without any), and what is wrong.

    The text keeps its length, so that every offset stays true; only a byte order mark at its start is left out.
    """
    body = text[1:] if text.startswith(BOM) else text
    found: list[Diagnostic] = []
    if _REFUSED.search(body):
        lines = Lines(text)
        for match, _ in zip(_REFUSED.finditer(text), range(_MOST), strict=False):
            span = lines.span(match.start(), match.end())
            found.append(fault("control-character", lines.place(span, file), {"sign": _name(match[0])}))
    if BOM not in body:
        return body, "", tuple(found)
    lines = Lines(text)
    for match, _ in zip(re.finditer(BOM, text[1:]), range(_MOST), strict=False):
        span = lines.span(match.start() + 1, match.end() + 1)
        found.append(fault("stray-bom", lines.place(span, file), severity="warning"))
    stand_in = next((sign for sign in _ELSEWHERE if sign not in body), _ELSEWHERE[0])
    return body.replace(BOM, stand_in), stand_in, tuple(found)


def _name(sign: str) -> str:
    known = {"\x00": "NUL", "\x07": "BEL", "\x08": "BACKSPACE", "\x0b": "VT", "\x0c": "FORM FEED", "\x1b": "ESC", "\x7f": "DEL"}
    return f"{known.get(sign) or unicodedata.name(sign, 'U+')} U+{ord(sign):04X}".replace("U+ U+", "U+")
