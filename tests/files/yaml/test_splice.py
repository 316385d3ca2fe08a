"""The ground that changes to a file stand on: lines, gaps, comments, where things end."""

from __future__ import annotations

import random

import pytest

from footlights.files.yaml.nodes import Map, parse
from footlights.files.yaml.splice import Page, Splice, column, end_of_line, gap, next_line, sealed, start_of_line
from footlights.model import FootlightsError
from tests.files.yaml.layouts import commented, relaid


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in Page(text).comments()]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines(newline: str) -> None:
    text = newline.join(("one", "two", ""))
    second = text.index("two")
    assert start_of_line(text, second + 1) == second
    assert end_of_line(text, second) == second + 3
    assert next_line(text, 0) == second
    assert next_line(text, second) == len(text)
    assert column(text, second + 2) == 2
    assert start_of_line(text, second - 1) == 0
    assert Page(text).newline == newline


def test_a_byte_order_mark_is_no_column() -> None:
    text = "\ufeffa: 1\n"
    assert start_of_line(text, 3) == 1
    assert column(text, 3) == 2


def test_a_sign_is_found_outside_comments() -> None:
    text = "{a # , [\n , b}"
    assert gap(text, 2, len(text), ",") == text.index("\n") + 2
    assert gap(text, 2, len(text), "[") == -1


def test_comments_are_found_and_nothing_else() -> None:
    assert said("a: b # c\n# d\n  # e\nf: g#h\n") == ["# c", "# d", "# e"]
    assert said("a: '# b' # c\nd: \"# e\"\nf: x # y\n") == ["# c", "# y"]
    assert said("a: | # head\n  # text\n  b\n# c\n") == ["# head", "# c"]
    assert said("a: |\n  b\n  # text\n # c\nd: >- # e\n  f\n\n  # f\n") == ["# c", "# e"]
    assert said("a: [b, # c\n  # d\n  e] # f\n") == ["# c", "# d", "# f"]
    assert said("# a\n---\n# b\na: b\n... # c\n") == ["# a", "# b", "# c"]
    assert said("a: # b\n  - # c\n    d # e\n") == ["# b", "# c", "# e"]
    assert said("a: &b # c\n  d\nf: *b # e\n") == ["# c", "# e"]
    assert said("a: b # c\r\n# d\r\n") == ["# c", "# d"]
    page = Page("a: b # c\n# d\ne: f # g\n")
    assert page.comments(9, 13) == [(9, 12)]
    assert page.comments(0, 5) == []


def test_pages_are_changed_at_several_places_at_once() -> None:
    page = Page("a: 1\r\nb: 2\r\n")
    assert page.spliced(Splice(9, 10, "3\nc: 4"), Splice(3, 4, "x")).text == "a: x\r\nb: 3\r\nc: 4\r\n"
    with pytest.raises(AssertionError, match="two changes"):
        page.spliced(Splice(0, 4, ""), Splice(2, 3, ""))


def test_a_broken_page_is_an_error_of_ours() -> None:
    with pytest.raises(AssertionError, match="left the text broken"):
        _ = Page("a: [").root
    with pytest.raises(AssertionError, match="duplicate-key"):
        _ = Page("a: 1\na: 2\n").root


def test_paths_lead_to_nodes_but_not_through_aliases() -> None:
    page = Page("a: &x {b: [c, d]}\ne: &y {f: 1}\ng: *y\nh: {<<: *y}\n")
    assert page.text[slice(*page.at(("a", "b", 1)).span[:2])] == "d"
    with pytest.raises(FootlightsError, match=r"line 2: other places refer to that \(&y\)"):
        page.at(("e", "f"))
    with pytest.raises(FootlightsError, match=r"line 3: that is an alias \(\*y\)"):
        page.at(("g", "f"))
    with pytest.raises(FootlightsError, match="line 4: 'f' comes from a merge"):
        page.at(("h", "f"))
    page.free(page.at(("a",)))  # named, but never called
    with pytest.raises(FootlightsError, match="line 2"):
        page.free(page.root)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("a: |\n  b\n\nc: d\n", "a: |\n  b"), ("a: |+\n  b\n\n\nc: d\n", "a: |+\n  b\n\n"),
        ("a: &x |2+\n  b\n\nc: d\n", "a: &x |2+\n  b\n"),
        ("a: 'b\n\n  c'\n\nd: e\n", "a: 'b\n\n  c'"), ("a:\n\nc: d\n", "a:"),
        ("a:\n- b:\n  - |+\n   x\n\nc: d\n", "a:\n- b:\n  - |+\n   x\n"),
    ],
)  # fmt: skip
def test_where_a_value_ends(text: str, ends: str) -> None:
    root, _ = parse(text)
    assert isinstance(root, Map)
    assert text[: Page(text).content_end(root.entries[0].value)] == ends


def test_a_block_text_at_the_very_end_is_sealed() -> None:
    for before, after in (
        ("a: |\n  b", "a: |-\n  b"),
        ("a: >2\n   b", "a: >2-\n   b"),
        ("a: &x |+\n  b", "a: &x |-\n  b"),
        ("a: |\n  b ", "a: |-\n  b "),
    ):
        assert sealed(Page(before)).text == after
        assert parse(before)[0].entries[0].value.value == parse(after)[0].entries[0].value.value  # type: ignore[union-attr]
    for stays in ("a: |\n  b\n", "a: |-\n  b", "a: b", "a: [b]"):
        assert sealed(Page(stays)).text == stays


@pytest.mark.parametrize("seed", range(12))
def test_sprinkled_comments_are_found_in_any_layout(seed: int) -> None:
    rng = random.Random(seed)
    text = (
        'footlights: 1\ntitle: T\nphases:\n- title: P\n  steps:\n  - does: A\n    thinks: "what # not"\n'
        "    evidence: [B, C]\n    frontstage:\n    - id: x\n      does: |\n        D\n        # not\n      time: {work: 3 min}\n"
    )
    found, comments = commented(relaid(text, rng), rng, 12)
    assert sorted(said(found)) == sorted(comments)
