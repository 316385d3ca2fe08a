"""What the parser's complaints mean to the author of a file, and where to look."""

import re
from typing import Any

from footlights.facts import Diagnostic

from .places import Lines
from .saying import fault, shortened

__all__ = ["syntax_fault"]

#: What the quick or the slow parser says -> the kind of fault. The first that fits counts.
_SAID = (
    ("unexpected end of stream", "unclosed-quote"),
    ("unexpected document indicator", "unclosed-quote"),
    ("unknown escape character", "bad-escape"),
    ("expected hexdecimal number", "bad-escape"),  # spelling: libyaml's own
    ("escape sequence of", "bad-escape"),
    ("tab character", "tab-indent"),
    ("mapping values are not allowed", "colon-in-text"),
    ("sequence entries are not allowed", "dash-in-text"),
    ("cannot start any token", "reserved-sign"),
    ("expected comment or line break", "block-sign"),
    ("chomping or indentation indicators", "block-sign"),
    ("expected ',' or", "unclosed-bracket"),
    ("could not find expected ':'", "missing-colon"),
    ("expected key", "wrong-place"),
    ("expected '-' indicator", "wrong-place"),
    ("expected <block end>", "wrong-place"),
    ("<document start>", "wrong-place"),
    ("node content", "unexpected-sign"),
)
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")


def syntax_fault(error: Any, lines: Lines, file: str, shift: int = 0) -> Diagnostic:
    """The diagnostic of one complaint of the parser; `shift` is what the text has in front of what the parser saw."""
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    at = _offset(getattr(error, "problem_mark", None), shift)
    opened = _offset(getattr(error, "context_mark", None), shift)
    slug = next((kind for said, kind in _SAID if said in problem), "yaml-syntax")
    conflict = _conflict(lines, at)
    if conflict is not None:
        slug, at = "conflict-marker", conflict
    elif slug == "unclosed-quote" and "quoted" not in context:
        slug = "yaml-syntax"
    elif slug == "reserved-sign" and lines.text[at : at + 1] == "\t":
        slug = "tab-indent"
    elif slug == "wrong-place" and _after_quote(lines, at):
        slug = "text-after-quote"
    elif slug == "missing-colon":
        at = opened
    if slug in ("unclosed-quote", "unclosed-bracket"):
        # the place to mend is where it was opened; where the parser gave up may be pages below
        at, opened = opened, at
    line = lines.line_at(at).strip()
    if not line and slug in ("wrong-place", "unexpected-sign"):
        slug = "yaml-syntax"
    facts = {
        "sign": shortened(lines.text[at : at + 1]),
        "line": lines.at(opened)[0],
        "words": shortened(line),
        "problem": shortened(problem, 120),
    }
    wanted = _FACTS.get(slug, ())
    return fault(slug, lines.place(lines.span(at, min(at + 1, len(lines.text))), file), {key: facts[key] for key in wanted})


_FACTS = {
    "unclosed-quote": ("sign",),
    "unclosed-bracket": ("sign", "line"),
    "reserved-sign": ("sign",),
    "block-sign": ("words",),
    "missing-colon": ("words",),
    "wrong-place": ("words",),
    "unexpected-sign": ("sign",),
    "yaml-syntax": ("problem",),
}


def _offset(mark: Any, shift: int) -> int:
    return mark.index + shift if mark is not None else shift


def _conflict(lines: Lines, at: int) -> int | None:
    """The offset of a merge conflict marker on this line or up to two lines above it; None when there is none."""
    start = lines.start_of_line(at)
    for _ in range(3):
        if _CONFLICT.match(lines.line_at(start)):
            return start
        start = lines.start_of_line(max(0, start - 1))
    return None


def _after_quote(lines: Lines, at: int) -> bool:
    """Whether a closing quote stands right before, on the same line: text goes on behind it."""
    return lines.text[lines.start_of_line(at) : at].rstrip(" ")[-1:] in ("'", '"')
