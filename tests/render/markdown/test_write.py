"""Markdown, read by a real parser: its texts are all there, and none of them is markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from footlights.layout import lay_out
from footlights.model import Blueprint
from footlights.render import render
from footlights.render.markdown.escape import escape
from footlights.render.texts import one_line
from tests.render.sample import HOSTILE, hostile
from tests.render.telling import FORMULAS, made, telling


def parsed(text: str) -> list[Token]:
    return MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(text)


def told(tokens: list[Token]) -> list[str]:
    """The texts of headings, paragraphs and cells; asserts that nothing in them is markup."""
    found = []
    for token in tokens:
        assert token.type not in ("html_block", "fence", "code_block", "bullet_list_open", "ordered_list_open", "blockquote_open")
        if token.type == "inline":
            assert {child.type for child in token.children or ()} <= {"text", "text_special"}, token.content
            found.append("".join(child.content for child in token.children or ()))
    return found


@pytest.mark.parametrize("language", ["en", "nl", "es"])
def test_all_that_the_picture_says_is_there(language: str) -> None:
    written = made(telling(*FORMULAS), "md", language)
    said = told(parsed(written.artifact.data.decode()))
    drawing = written.picture.drawing
    wanted = {one_line(text) for row in drawing.rows for cell in row.cells for text in cell}
    wanted |= {one_line(drawing.title), one_line(drawing.provenance), one_line(drawing.description)}
    wanted |= {one_line(step) for step, _ in drawing.columns} | {phase for _, phase in drawing.columns}
    assert wanted - set(said) == set()
    assert "if it is known · 60\u00a0%" in said


def test_phases_and_steps_are_headings_in_order() -> None:
    tokens = parsed(made(telling(), "md").artifact.data.decode())
    heads = [(token.tag, tokens[at + 1].content.replace("\\", "")) for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert heads == [
        ("h1", "Help at the desk"), ("h2", "Before"), ("h3", "1. Asks"), ("h3", "2. waits"), ("h2", "During"), ("h3", "3. Hears the answer"),
        ("h3", "4. Goes on"), ("h2", "Links"),
    ]  # fmt: skip


def test_no_text_is_hostile_enough() -> None:
    said = told(parsed(render(hostile(), "md").data.decode()))
    assert one_line(HOSTILE) in said
    assert b"<" not in render(hostile(), "md").data


@given(st.text(alphabet=st.sampled_from("*_`[]()<>&;#+-=.1aA|\\~!:/{}$@ \n\té\u202e"), max_size=40))
def test_any_text_reads_as_it_was_written(text: str) -> None:
    said = one_line(text)
    for begins in (True, False):
        line = f"## {escape(text)}" if not begins else escape(text, begins=True)
        assert told(parsed(line)) in ([said], [] if not said else [said])
    cell = told(parsed(f"| a | b |\n| --- | --- |\n| {escape(text)} | x |"))
    assert cell == ["a", "b", said, "x"]


@pytest.mark.parametrize("text", ["see https://example.org now", "www.example.org", "mailto:a@b.org", "@somebody", "$x$"])
def test_nothing_becomes_a_link_of_itself(text: str) -> None:
    assert not re.search(r"(https?:|www\.|mailto:)", escape(text))
    assert not re.search(r"(?<!\\)[@$]", escape(text))


def test_an_empty_blueprint_says_so() -> None:
    assert "Nothing here yet" in render(lay_out(Blueprint(title="New")), "md").data.decode()
