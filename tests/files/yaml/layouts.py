"""One document written in many ways: brackets or lines, quotes or none, indented or not, with comments anywhere."""

from __future__ import annotations

import json
import random
import re

from footlights.files.yaml.nodes import Map, Node, Scalar, Seq, parse
from footlights.files.yaml.reader import read
from footlights.files.yaml.scalars import write_scalar
from footlights.files.yaml.source import Source

#: Keys whose value may be one thing instead of a list of one.
SINGLE = {
    "evidence", "customer", "frontstage", "backstage", "support", "metric", "note", "fail", "wait", "pain", "gain", "delight", "critical",
    "question", "idea", "to", "by", "via", "uses", "source", "on", "closes",
}  # fmt: skip
#: What no block text can hold.
_SPECIAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def relaid(text: str, rng: random.Random) -> str:
    """The same document in another layout."""
    root, _ = parse(text)
    assert isinstance(root, Map)
    kind = rng.choice(("lines", "lines", "lines", "mixed", "mixed", "json", "json-lines", "flow"))
    if kind.startswith("json"):
        return json.dumps(_plain(root), ensure_ascii=False, indent=2 if kind == "json-lines" else None) + "\n"
    if rng.random() < 0.6:
        root = _without_ids(text, root, rng)
    if rng.random() < 0.4:
        root = _shuffled(text, root, rng)
    wanted = read(text).blueprint
    for _ in range(20):
        found = _laid(root, _Layout(rng, {"lines": 0.1, "mixed": 0.5, "flow": 1.0}[kind]), kind, rng)
        if read(found).blueprint == wanted:
            return found
    raise AssertionError("no layout says the same 20 times on end")


def _laid(root: Map, layout: _Layout, kind: str, rng: random.Random) -> str:
    if kind == "flow":
        return layout.flow(root, 0) + "\n"
    found = "\n".join(layout.block(root, 0)) + "\n"
    if rng.random() < 0.15:
        found = "---\n" + found + rng.choice(("", "...\n"))
    if rng.random() < 0.1:
        found = found.rstrip("\n")
    if rng.random() < 0.15:
        found = found.replace("\n", "\r\n")
    return "\ufeff" + found if rng.random() < 0.05 else found


def _without_ids(text: str, root: Map, rng: random.Random) -> Map:
    """The tree without some of the ids that would be the same if they were made from titles."""
    wanted = read(text).blueprint
    for _ in range(8):
        lean = _lean(root, rng, 0.3)
        if read(json.dumps(_plain(lean))).blueprint == wanted:
            assert isinstance(lean, Map)
            root = lean
    return root


def _shuffled(text: str, root: Map, rng: random.Random) -> Map:
    """The tree with keys in another order, where that means nothing."""
    wanted = read(text).blueprint
    for _ in range(5):
        mixed = _mixed(root, rng, 0.3)
        if read(json.dumps(_plain(mixed))).blueprint == wanted:
            assert isinstance(mixed, Map)
            root = mixed
    return root


def _mixed(node: Node, rng: random.Random, chance: float) -> Node:
    if isinstance(node, Seq):
        return node._replace(items=[_mixed(item, rng, chance) for item in node.items])
    if not isinstance(node, Map):
        return node
    entries = [entry._replace(value=_mixed(entry.value, rng, chance)) for entry in node.entries]
    return node._replace(entries=rng.sample(entries, len(entries)) if rng.random() < chance else entries)


def _lean(node: Node, rng: random.Random, chance: float) -> Node:
    if isinstance(node, Seq):
        return node._replace(items=[_lean(item, rng, chance) for item in node.items])
    if not isinstance(node, Map):
        return node
    entries = [entry._replace(value=_lean(entry.value, rng, chance)) for entry in node.entries]
    drop = len(entries) > 1 and rng.random() < chance
    return node._replace(entries=[entry for entry in entries if not (drop and entry.key.value == "id")])


def _plain(node: Node) -> object:
    if isinstance(node, Map):
        return {entry.key.value: _plain(entry.value) for entry in node.entries}
    if isinstance(node, Seq):
        return [_plain(item) for item in node.items]
    if node.empty:
        return None
    if node.style == "" and node.value in ("true", "1"):
        return json.loads(node.value)
    if node.style == "":
        try:
            return float(node.value) if node.value.strip("-0123456789.") == "" else node.value
        except ValueError:
            return node.value
    return node.value


class _Layout:
    """One way of writing."""

    def __init__(self, rng: random.Random, brackets: float) -> None:
        self.rng, self.brackets = rng, brackets
        self.step, self.dash = rng.choice((2, 2, 3, 4)), rng.choice((0, 0, 2))
        self.airy = rng.random() < 0.4

    def block(self, node: Map | Seq, at: int) -> list[str]:
        """The lines of a mapping or list whose keys or dashes stand at column `at`."""
        lines: list[str] = []
        pad = " " * at
        if isinstance(node, Map):
            for entry in node.entries:
                key = self.key(entry.key)
                if self.airy and self.rng.random() < 0.15:
                    lines.append("")
                lines += [pad + line for line in self.behind(f"{key}:", entry.value, key=entry.key.value)]
        else:
            for item in node.items:
                if self.airy and self.rng.random() < 0.15:
                    lines.append("")
                lines += [pad + line for line in self.behind("-", item, item=True)]
        return lines

    def behind(self, lead: str, node: Node, *, key: str = "", item: bool = False) -> list[str]:
        """The lines of a value with its key or dash in front, from column 0."""
        if (
            isinstance(node, Seq)
            and key in SINGLE
            and len(node.items) == 1
            and not isinstance(node.items[0], Seq)
            and self.rng.random() < 0.4
        ):
            node = node.items[0]
        if isinstance(node, Scalar):
            return self.scalar(lead, node)
        empty = not (node.entries if isinstance(node, Map) else node.items)
        small = len(self.flow(node, 0)) < 100
        if empty or (small and self.rng.random() < max(self.brackets, 0.3)) or self.rng.random() < self.brackets:
            return f"{lead} {self.flow(node, 2)}".split("\n")
        if item and isinstance(node, Map):
            wide = self.rng.choice((2, 2, 2, 4))
            lines = self.block(node, wide)
            while lines and not lines[0]:
                lines.pop(0)
            if self.rng.random() < 0.1:
                return [lead, *lines]
            return ["-" + " " * (wide - 1) + lines[0].strip(" "), *lines[1:]]
        inner = self.step if isinstance(node, Map) else self.dash
        return [lead, *self.block(node, inner)]

    def scalar(self, lead: str, node: Scalar) -> list[str]:
        """A text behind its key or dash."""
        if node.empty:
            return [self.rng.choice((lead, f"{lead} ~", f"{lead} null"))]
        typed = node.style == ""
        if "\n" in node.value and not _SPECIAL.search(node.value) and node.value.strip("\n ") and self.rng.random() < 0.8:
            return self.lines(lead, node.value)
        words = node.value.split(" ")
        if not typed and len(words) > 3 and all(words) and self.rng.random() < 0.3 and write_scalar(node.value) == node.value:
            cut = self.rng.randint(1, len(words) - 1)
            first, second = " ".join(words[:cut]), " ".join(words[cut:])
            if "#" not in second and ":" not in node.value:
                fold = self.rng.choice((">-", "|-plain", "'"))
                if fold == ">-":
                    return [f"{lead} >-", "   " + first, "   " + second]
                if fold == "'" and "'" not in node.value:
                    return [f"{lead} '{first}", f"   {second}'"]
                return [f"{lead} {first}", "    " + second]
        return [f"{lead} {self.text(node)}"]

    def lines(self, lead: str, value: str) -> list[str]:
        """A text as a block, its trailing line breaks told by its header."""
        body = value.rstrip("\n")
        ends = len(value) - len(body)
        told = value[:1] in (" ", "\n") or self.rng.random() < 0.2
        head = f"|{'2' if told else ''}{'-' if ends == 0 else '' if ends == 1 else '+'}"
        return [f"{lead} {head}", *("  " + line for line in body.split("\n")), *[""] * (ends - 1)]

    def text(self, node: Scalar, *, flow: bool = False) -> str:
        """A text on one line; numbers and the like keep their form."""
        if node.style == "":
            return write_scalar(node.value, flow=True) if flow and any(sign in node.value for sign in ",[]{}?") else node.value
        chance = self.rng.random()
        if chance < 0.2:
            return (
                json.dumps(node.value, ensure_ascii=True)
                if node.value.isascii() and "\x7f" not in node.value
                else write_scalar(node.value, flow=True)
            )
        return write_scalar(node.value, flow=True)

    def key(self, node: Scalar) -> str:
        """A key, in quotes now and then."""
        return (
            f'"{node.value}"'
            if self.rng.random() < 0.05 and '"' not in node.value and "\\" not in node.value
            else write_scalar(node.value, flow=True)
        )

    def flow(self, node: Node, at: int) -> str:
        """A value in brackets, on one line or on several."""
        if isinstance(node, Scalar):
            return "null" if node.empty else self.text(node, flow=True)
        parts = (
            [f"{self.key(entry.key)}: {self.flow(entry.value, at + 2)}" for entry in node.entries]
            if isinstance(node, Map)
            else [self.flow(item, at + 2) for item in node.items]
        )
        begin, end = ("{", "}") if isinstance(node, Map) else ("[", "]")
        if parts and self.rng.random() < 0.1:
            pad = "\n" + " " * (at + 2)
            return begin + pad + ("," + pad).join(parts) + self.rng.choice(("", ",")) + "\n" + " " * (at + 1) + end
        return begin + ", ".join(parts) + end


def commented(text: str, rng: random.Random, number: int) -> tuple[str, list[str]]:
    """The text with up to `number` comments at random places that don't change what it says, and those comments."""
    wanted = read(text).blueprint
    newline = "\r\n" if "\r\n" in text else "\n"
    found: list[str] = []
    for count in range(number):
        lines = text.split(newline)
        at = rng.randrange(len(lines))
        comment = f"# c{count}{rng.choice(('', ' note', ': x', ' {a} [b]', chr(34)))}."
        if rng.random() < 0.5:
            lines[at] = f"{lines[at]}{' ' * rng.randint(1, 3)}{comment}"
        else:
            near = len(lines[at]) - len(lines[at].lstrip(" "))
            lines.insert(at, " " * rng.choice((near, near, near, 0, 2, 4, 6, 9)) + comment)
        changed = newline.join(lines)
        source = Source(changed)
        if source.loaded.blueprint == wanted and comment in (changed[a:b] for a, b in source.page.comments()):
            text = changed
            found.append(comment)
    return text, found
