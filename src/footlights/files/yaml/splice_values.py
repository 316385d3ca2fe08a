"""What is to be written, as content for a text: on one line, on several, or within brackets."""

import json
import re

from .dump import WIDTH, lines_of, one_line
from .scalars import block_text
from .sheet import Items, Keys, Leaf, Value
from .splice_content import Content, Style, inline

__all__ = ["content_of", "element_content"]

#: What JSON may hold as it is, and YAML may not.
_TOLD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def content_of(value: Value, style: Style) -> Content:
    """A value as content: a text of several lines as a block where it can be, all else on one line."""
    flow = _flow(value, style)
    lines = block_text(value) if isinstance(value, str) and not style.json else None
    return inline(flow) if lines is None else Content(tuple(lines), flow, open=True)


def element_content(value: Value, style: Style, *, wide: bool) -> Content:
    """An element as content: `wide` gives every field a line of its own, as does a line that would get too long."""
    if not isinstance(value, Keys):
        return content_of(value, style)
    flow = _flow(value, style)
    if style.json or not value.entries or (not wide and len(flow) < WIDTH):
        return inline(flow)
    lines: list[str] = []
    last: list[str] = []
    for entry in value.entries:
        last = lines_of(Keys((entry,), short=False))
        lines += last
    return Content(tuple(lines), flow, "map", open=len(last) > 1 and _ends_in_lines(value))


def _ends_in_lines(value: Value) -> bool:
    while isinstance(value, (Keys, Items)):
        value = value.entries[-1][1] if isinstance(value, Keys) else value.items[-1]
    return isinstance(value, str) and "\n" in value


def _flow(value: Value, style: Style) -> str:
    return _json(value) if style.json else one_line(value)


def _json(value: Value) -> str:
    if isinstance(value, Keys):
        return "{" + ", ".join(f"{_json(key)}: {_json(inner)}" for key, inner in value.entries) + "}"
    if isinstance(value, Items):
        return "[" + ", ".join(_json(inner) for inner in value.items) + "]"
    if isinstance(value, Leaf):
        return value.text or "null"
    return _TOLD.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
