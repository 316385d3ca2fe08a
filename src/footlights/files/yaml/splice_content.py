"""What is put into a text: one value on its lines, and how it stands behind a key or a dash."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .nodes import Map, Node, Scalar, Seq, parse
from .scalars import write_scalar
from .splice import Page, Splice, alias_of, column, end_of_line, gap, last_leaf, next_line, walk

__all__ = [
    "Content", "Style", "after_key", "as_content", "as_list", "behind_dash", "dedented", "first_dash", "inline", "lifted", "shifted",
    "style_of", "unbroken",
]  # fmt: skip


#: The header of a block text that says how far its lines are indented.
_INDENTED = re.compile(r"^((?:[&!]\S*[ ]+)*[|>][-+]?)([1-9])(?=[-+]?(?:[ ]|$))")


class Content(NamedTuple):
    """A value on its lines, each with its own indentation from the value's column.

    `form` is text (the first line may stand behind a key or dash; a value in brackets is one too), map (a key a line) or
    list (a dash a line). `head` is a comment behind the key or dash. `flow` is the same value for use within brackets,
    and `comments` those that have no place there. `open` says that it ends in a block text, which would take deeper
    comments below it for its own lines.
    """

    lines: tuple[str, ...]
    flow: str
    form: str = "text"
    head: str = ""
    comments: tuple[str, ...] = ()
    open: bool = False

    @property
    def short(self) -> bool:
        """Whether it is the same within brackets as on lines of its own."""
        return self.form == "text" and not self.head and self.flow == "\n".join(self.lines)


def inline(text: str) -> Content:
    """A value of one line, good for any place."""
    return Content((text,), text)


class Style(NamedTuple):
    """How a text is laid out: the indentation of mappings, that of dashes under their key, and whether it is JSON."""

    step: int = 2
    dash: int = 0
    json: bool = False


def style_of(page: Page) -> Style:
    """The style of a text, after the first mapping and the first list in it; ours where it has none."""
    step = dash = None
    for node in walk(page.root):
        if not isinstance(node, Map) or node.flow:
            continue
        for entry in node.entries:
            value = entry.value
            if isinstance(value, Scalar) or value.flow or alias_of(value):
                continue
            inner = value.entries[0].key.start if isinstance(value, Map) else first_dash(page, value)
            deeper = column(page.text, inner) - column(page.text, entry.key.start)
            if isinstance(value, Map) and step is None:
                step = deeper
            elif isinstance(value, Seq) and dash is None:
                dash = deeper
        if step is not None and dash is not None:
            break
    root = page.root
    json = isinstance(root, Map) and root.flow and all(entry.key.style == '"' for entry in root.entries)
    return Style(max(step or 2, 1), dash or 0, json)


def first_dash(page: Page, node: Seq) -> int:
    """The offset of the first dash of a block sequence."""
    return gap(page.text, node.span.start, len(page.text), "-") if node.anchor else node.span.start


def after_key(content: Content, at: int, style: Style, comment: str = "") -> str:
    """The text behind the colon of a key that stands at column `at`; a comment comes at the end of its first line."""
    inner = style.dash if content.form == "list" else style.step
    pad = "\n" + " " * (at + inner)
    behind = "".join(f" {each}" for each in (content.head, comment) if each)
    if content.form != "text" or content.head:
        return behind + "".join(pad + line if line else "\n" for line in content.lines)
    first, *rest = content.lines
    first = _INDENTED.sub(rf"\g<1>{inner}", first)
    return (f" {first}" if first else "") + behind + "".join(pad + line if line else "\n" for line in rest)


def behind_dash(content: Content, at: int) -> str:
    """The text of a list item whose dash stands at column `at`, without the blanks before the dash."""
    pad = "\n" + " " * (at + 2)
    lines = (content.head, *content.lines) if content.head else content.lines
    first, *rest = lines
    first = _INDENTED.sub(r"\g<1>2", first)
    return (f"- {first}" if first else "-") + "".join(pad + line if line else "\n" for line in rest)


def as_list(content: Content, comments: Iterable[str] = (), raw: Sequence[str] = ()) -> Content:
    """A list of one, with comment lines above its item; `raw` are the item's lines with the dash."""
    lines = raw or behind_dash(content, 0).split("\n")
    return Content((*comments, *lines), f"[{content.flow}]", "list", "", (*comments, *content.comments), content.open)


def shifted(page: Page, start: int, end: int, by: int) -> list[Splice]:
    """What moves the lines that begin between two offsets to the right, or to the left as far as there are blanks."""
    found = []
    at = next_line(page.text, start)
    while start < at < end:
        line = page.text[at : end_of_line(page.text, at)]
        blanks = len(line) - len(line.lstrip(" "))
        if by > 0 and line:  # blanks alone may be part of a block text
            found.append(Splice(at, at, " " * by))
        elif by < 0 < blanks:
            found.append(Splice(at, at + min(-by, blanks), ""))
        start, at = at, next_line(page.text, at)
    return found


def dedented(lines: Iterable[str], by: int) -> list[str]:
    """Lines with up to `by` blanks taken away in front."""
    return [line[min(by, len(line) - len(line.lstrip(" "))) :] for line in lines]


def lifted(page: Page, start: int, end: int, node: Node, at: int) -> Content:
    """What stands between two offsets as content: `node` with its comments, behind a key or dash at column `at`."""
    first, *rest = unbroken(page.text[start:end].lstrip(" \t"))
    told = _INDENTED.match(first)
    if isinstance(node, Map) and not node.flow and not node.alias:
        by = column(page.text, node.entries[0].key.start)
    elif told is not None and isinstance(node, Scalar) and node.style in ("|", ">"):
        by = at + int(told[2])
    else:
        by = min([at + 2, *(len(line) - len(line.lstrip(" ")) for line in rest if line.strip(" "))])
    rest = dedented(rest, by)
    if first.startswith("#"):
        return as_content(rest, head=first)
    return as_content([first, *rest] if first.strip(" \t") else rest)


def unbroken(text: str) -> list[str]:
    """The lines of a text, whatever ends them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def as_content(lines: Sequence[str], head: str = "") -> Content:
    """Lines that spell one value, as content."""
    # read as an item of a list, since a block text can't stand at the margin
    page = Page("\n".join((f"- {lines[0] if lines else ''}", *("  " + line if line else "" for line in lines[1:]))) + "\n")
    listed, _ = parse(page.text)
    assert isinstance(listed, Seq) and len(listed.items) == 1, "what was lifted is no value"
    node = listed.items[0]
    leaf = last_leaf(node)
    is_open = isinstance(leaf, Scalar) and leaf.style in ("|", ">")
    form = "map" if isinstance(node, Map) and not node.flow and not node.alias else "text"
    raw = page.text[node.span.start : node.span.end]
    as_it_is = form == "text" and _holds_in_flow(node, raw)
    first, *rest = raw.split("\n")
    flow = "\n".join((first, *dedented(rest, 2))) if as_it_is else flow_text(page, node)
    inner = page.comments(node.span.start, node.span.end) if as_it_is else []
    comments = [page.text[a:b] for a, b in page.comments() if (a, b) not in inner]
    return Content(tuple(lines) or ("",), flow or "null", form, head, (*([head] if head else []), *comments), is_open)


def _holds_in_flow(node: Node, raw: str) -> bool:
    if not isinstance(node, Scalar):
        return True
    return bool(node.alias) or node.style in ("'", '"') or (node.plain and not any(sign in raw for sign in ",[]{}?\n"))


def flow_text(page: Page, node: Node) -> str:
    """A node as it would stand within brackets, in its own words where they can stand there."""
    raw = page.text[node.span.start : node.span.end]
    if isinstance(node, Scalar):
        if "\n" not in raw and _holds_in_flow(node, raw):
            return raw
        return write_scalar(node.value, flow=True)
    if alias_of(node):
        return raw
    if isinstance(node, Map):
        pairs = ((page.text[entry.key.start : entry.key.end], flow_text(page, entry.value)) for entry in node.entries)
        return "{" + ", ".join(f"{key}: {value}" if value else f"{key}:" for key, value in pairs) + "}"
    return "[" + ", ".join(flow_text(page, item) or "null" for item in node.items) + "]"
