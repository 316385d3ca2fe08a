"""How a text is written as a YAML scalar: plain where every reader takes it for that text, else quoted, else as a block."""

import re

__all__ = ["block_text", "write_scalar"]

#: Signs that mean something to YAML at the start of a text.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
#: What some reader of YAML 1.1 or 1.2 takes for a number, a date, a time of day, true or false, nothing, or a merge.
_TAKEN = re.compile(
    r"(?:~|=|<<|null|true|false|yes|no|on|off|y|n"
    r"|[-+]?\.(?:inf|nan)"
    r"|[-+]?[.0-9][-+0-9a-f_x.:,]*o?[0-9]*"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:t|\s+)\d.*)",
    re.IGNORECASE,
)
_INSIDE = re.compile(r":(?:\s|$)|\s#|[,\[\]{}?]")
_INSIDE_BLOCK = re.compile(r":(?:\s|$)|\s#")
#: What can't stand in a plain or single-quoted text on one line.
_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_CODES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\", "\x00": "\\0", "\x1b": "\\e", "\x85": "\\N"}


def write_scalar(text: str, *, flow: bool = False, indent: int = 0) -> str:
    """A text as a scalar: plain, quoted, or (outside brackets, several lines) a block whose lines stand at `indent`.

    Within brackets, and for a key, ask for `flow`: the result is then always one line. Halves of surrogate pairs, which
    no file can hold, become U+FFFD.
    """
    if not flow:
        lines = block_text(text)
        if lines is not None:
            pad = "\n" + " " * indent
            return lines[0] + "".join(pad + line if line else "\n" for line in lines[1:])
    if _is_plain(text, flow):
        return text
    if _SPECIAL.search(text) or (('"' in text or "\\" in text) and "'" in text):
        return _double(text)
    return f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'


def block_text(text: str) -> list[str] | None:
    """The lines of a block scalar, its header first; None when the text has one line or can't be told safely that way."""
    content = text.removesuffix("\n")
    if "\n" not in content or content != content.strip() or _SPECIAL.search(content.replace("\n", "")):
        return None
    lines = content.split("\n")
    if any(line != line.rstrip() for line in lines):
        return None
    return ["|" if text.endswith("\n") else "|-", *lines]


def _is_plain(text: str, flow: bool) -> bool:
    if not text or text[0] in _INDICATORS or text != text.strip() or text.startswith("..."):
        return False
    if _SPECIAL.search(text) or _TAKEN.fullmatch(text):
        return False
    return not (_INSIDE if flow else _INSIDE_BLOCK).search(text)


def _double(text: str) -> str:
    return '"' + re.sub(f'["\\\\]|{_SPECIAL.pattern}', lambda match: _coded(match[0]), text) + '"'


def _coded(sign: str) -> str:
    if sign in _CODES:
        return _CODES[sign]
    number = ord(sign)
    if 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    return f"\\x{number:02X}" if number < 0x100 else f"\\u{number:04X}"
