"""The tree: what stands where, to the character, and what is refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.files.yaml.nodes import Map, Node, Scalar, Seq, parse
from footlights.files.yaml.places import Lines


def tree(text: str) -> Node:
    root, found = parse(text)
    assert [one.text() for one in found if one.severity == "error"] == []
    assert root is not None
    return root


def slugs(text: str) -> list[tuple[str, int, int]]:
    return [(one.slug, one.place.line, one.place.column) for one in parse(text)[1]]


def said(text: str, node: Node) -> str:
    return text[node.span.start : node.span.end]


def test_every_scalar_knows_its_characters() -> None:
    text = "a: één # comment\n\"b\": 'it''s'\nc: [x, {y: z}]\n"
    root = tree(text)
    assert isinstance(root, Map)
    assert [said(text, entry.key) for entry in root.entries] == ["a", '"b"', "c"]
    assert [said(text, entry.value) for entry in root.entries] == ["één", "'it''s'", "[x, {y: z}]"]
    assert [entry.value.span.line for entry in root.entries] == [1, 2, 3]
    assert root.entries[1].value.span.column == 6
    found = root.get("b")
    assert isinstance(found, Scalar)
    assert (found.value, found.style, found.plain) == ("it's", "'", False)


def test_a_block_collection_ends_with_its_last_child() -> None:
    text = "steps:\n- does: a\n  note: b\n\n# a remark\n- c\n\n\n# the end\nnext: 1\n"
    root = tree(text)
    assert isinstance(root, Map)
    steps = root.get("steps")
    assert isinstance(steps, Seq)
    assert not steps.flow
    assert said(text, steps) == "- does: a\n  note: b\n\n# a remark\n- c"
    assert said(text, steps.items[0]) == "does: a\n  note: b"


@pytest.mark.parametrize("header", ["|", "|-", "|+", ">", ">-"])
def test_a_block_text_ends_with_its_last_line(header: str) -> None:
    text = f"a: {header}\n  one\n\n  two\n\n\nb: 2\n"
    root = tree(text)
    assert isinstance(root, Map)
    value = root.get("a")
    assert value is not None
    assert said(text, value) == f"{header}\n  one\n\n  two"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_are_counted_as_editors_count_them(newline: str, mark: str) -> None:
    text = mark + newline.join(["# c", "a: 1", "b:", "  c: x", ""])
    root = tree(text)
    assert isinstance(root, Map)
    inner = root.get("b")
    assert isinstance(inner, Map)
    assert inner.span.line == 4
    assert inner.span.column == 3
    assert said(text, inner) == "c: x"
    assert tree(mark + "a: 1").span.column == 1


def test_unicode_line_ends_are_no_line_ends_for_editors() -> None:
    text = 'a: "x\u2028y"\nb: "p\x85q"\nc: d\n'
    root = tree(text)
    assert isinstance(root, Map)
    assert [entry.key.span.line for entry in root.entries] == [1, 2, 3]
    assert [said(text, entry.key) for entry in root.entries] == ["a", "b", "c"]


@given(st.text(alphabet="ab\n\r\ufeff", max_size=30))
def test_the_line_of_an_offset_is_right_everywhere(text: str) -> None:
    lines = Lines(text)
    line, column = 1, 1
    for offset, sign in enumerate(text):
        if offset == 0 and sign == "\ufeff":
            continue
        if not (sign == "\n" and offset and text[offset - 1] == "\r"):
            assert lines.at(offset) == (line, column)
        if sign == "\n" or (sign == "\r" and text[offset + 1 : offset + 2] != "\n"):
            line, column = line + 1, 1
        else:
            column += 1


def test_an_alias_stands_where_it_is_used() -> None:
    text = "a: &t {work: 3 min}\nb: *t\nc: &s yes\nd: *s\n"
    root = tree(text)
    assert isinstance(root, Map)
    b, d = root.get("b"), root.get("d")
    assert isinstance(b, Map)
    assert isinstance(d, Scalar)
    assert (said(text, b), b.alias) == ("*t", "t")
    assert (said(text, d), d.alias, d.value) == ("*s", "s", "yes")
    assert root.entries[0].value.anchor == "t"


def test_a_merge_brings_fields_in_and_own_ones_win() -> None:
    root = tree("a: &t {x: 1, y: 2}\nb: &u {y: 3, z: 4}\nc:\n  <<: [*t, *u]\n  x: 9\n")
    assert isinstance(root, Map)
    c = root.get("c")
    assert isinstance(c, Map)
    assert [entry.key.value for entry in c.entries] == ["<<", "x"]
    assert [(entry.key.value, entry.value.value) for entry in c.merged if isinstance(entry.value, Scalar)] == [("y", "2"), ("z", "4")]
    z = c.get("z")
    assert isinstance(z, Scalar)
    assert z.value == "4"


def test_duplicate_keys_are_told_apart_after_normalising() -> None:
    assert slugs("café: 1\ncafe\u0301: 2\n") == [("duplicate-key", 2, 1)]
    assert slugs("a: 1\nb: 2\na: 3\nb: 4\n") == [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)]
    root, _ = parse("a: 1\na: 3\n")
    assert isinstance(root, Map)
    assert [entry.value.value for entry in root.entries if isinstance(entry.value, Scalar)] == ["1"]


def test_a_stray_byte_order_mark_is_passed_over() -> None:
    text = "a: x\ufeffy\nb\ufeff: 1\n"
    root, found = parse(text)
    assert isinstance(root, Map)
    assert [entry.key.value for entry in root.entries] == ["a", "b"]
    value = root.get("a")
    assert isinstance(value, Scalar)
    assert (value.value, said(text, value)) == ("xy", "x\ufeffy")
    assert [(one.slug, one.severity, one.place.line, one.place.column) for one in found] == [
        ("stray-bom", "warning", 1, 5),
        ("stray-bom", "warning", 2, 2),
    ]


@pytest.mark.parametrize("directive", ["%YAML 1.1\n---\n", "%YAML 1.2\n---\n", "# first\n%YAML 1.3\n---\n"])
def test_a_directive_with_the_version_is_accepted(directive: str) -> None:
    root = tree(directive + "a: 1\n")
    assert root.span.line == directive.count("\n") + 1


BOMBS = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "questions": "? " * 100_000,
    "dashes": "- " * 2_000 + "x",
    "closed brackets": "[" * 200_000 + "]" * 200_000,
    "aliases": "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 12)),
    "merges": "m0: &m0 {a: 1}\n" + "".join(f"m{n}: &m{n}\n  <<: [*m{n - 1}, *m{n - 1}]\n" for n in range(1, 25)),
    "itself": "a: &a [*a]\n",
    "many": "a: &a x\nb: [" + ", ".join(["*a"] * 200) + "]\n",
    "list": "a: [" + "x, " * 310_000 + "x]\n",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_at_once_with_its_line(name: str) -> None:
    started = time.process_time()
    found = parse(BOMBS[name])[1]
    assert time.process_time() - started < 8
    assert [one for one in found if one.severity == "error"]
    assert all(one.place.line >= 1 for one in found)


def test_without_the_quick_parser_the_slow_one_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    texts = ["a: {b: [c, 'd']}\ne: |\n  f\n", "a: [1\nb: 2\n", "a: 'x\n", "a: b: c\n", "a: @x\n", "a: 1\n  b: 2\n", "a: >= 7\n"]
    quick = [(parse(text)[0], [(one.slug, one.place) for one in parse(text)[1]]) for text in texts]
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert [(parse(text)[0], [(one.slug, one.place) for one in parse(text)[1]]) for text in texts] == quick
