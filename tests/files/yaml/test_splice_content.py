"""Values on their lines: lifted out of a text, put behind a key or a dash, told within brackets."""

from __future__ import annotations

import pytest

from footlights.files.yaml.nodes import Map, parse
from footlights.files.yaml.splice import Page
from footlights.files.yaml.splice_content import Style, after_key, as_content, as_list, behind_dash, inline, lifted, style_of
from footlights.files.yaml.splice_extent import extent_of

WORDS = [
    "b # c", "'b, c' # d", "[b, # c\n  d]", "{b: c,\n   d: e} # f", "|\n    b\n      c\n", ">-\n    b\n\n    c", "|2\n     b\n    c",
    "b\n     c", "'b\n   c'", "# d\n    b: c # e\n    f: |\n      g\n    # h", "\n    b: c\n    # d\n    e: [f]",
]  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("style", [Style(), Style(4, 2), Style(3, 1)])
def test_a_value_says_the_same_wherever_it_is_put(words: str, style: Style) -> None:
    page = Page(f"x:\n  a: {words}\ny: z\n")
    extent = extent_of(page, ("x", "a"))
    value = page.at(("x", "a"))
    content = lifted(page, extent.start, extent.end, value, extent.column)
    behind_key = f"p:\n    q:{after_key(content, 4, style)}\nr: s\n"
    behind_a_dash = "t:\n      " + behind_dash(content, 6) + "\nr: s\n"
    in_brackets = f"u: [{content.flow}]\n"
    listed = f"v:{after_key(as_list(content, ('# above',)), 0, style)}\n"
    assert meaning(Page(behind_key), ("p", "q")) == meaning(page, ("x", "a"))
    assert meaning(Page(behind_a_dash), ("t", 0)) == meaning(page, ("x", "a"))
    assert meaning(Page(in_brackets), ("u", 0)) == meaning(page, ("x", "a"))
    assert meaning(Page(listed), ("v", 0)) == meaning(page, ("x", "a"))
    wanted = [page.text[a:b] for a, b in page.comments()]
    for text in (behind_key, behind_a_dash):
        assert [text[a:b] for a, b in Page(text).comments()] == wanted
    assert sorted([*content.comments, *(in_brackets[a:b] for a, b in Page(in_brackets).comments())]) == sorted(wanted)


def meaning(page: Page, path: tuple[str | int, ...]) -> object:
    node = page.at(path)

    def plain(each: object) -> object:
        if isinstance(each, Map):
            return {entry.key.value: plain(entry.value) for entry in each.entries}
        return [plain(item) for item in each.items] if hasattr(each, "items") else each.value  # type: ignore[attr-defined]

    return plain(node)


def test_lines_that_are_no_value_are_an_error_of_ours() -> None:
    with pytest.raises(AssertionError, match="no value"):
        as_content(["a", "- b: ["])
    assert as_content([]).flow == "null"


def test_only_what_reads_the_same_is_short() -> None:
    assert inline("a").short
    assert as_content(["'a, b'"]).short
    assert not as_content(["a # b"]).short
    assert not as_content(["a: b"]).short
    assert not as_content(["a, b"]).short


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("a: 1\n", Style(2, 0, False)), ("a:\n    b: 1\n", Style(4, 0, False)), ("a:\n  - b\n", Style(2, 2, False)),
        ("a:\n- b:\n     c: 1\n", Style(3, 0, False)), ("a: &x\n- b\n", Style(2, 0, False)), ('{"a": 1}\n', Style(2, 0, True)),
        ("{a: 1}\n", Style(2, 0, False)),
    ],
)  # fmt: skip
def test_the_style_of_a_text_is_seen(text: str, style: Style) -> None:
    root, _ = parse(text)
    assert root is not None
    assert style_of(Page.of(text, root)) == style
