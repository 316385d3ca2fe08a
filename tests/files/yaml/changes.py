"""How tests say what an edit does to a text."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from footlights.edits import Operation, apply_all
from footlights.files import Source
from footlights.model import Blueprint, FootlightsError

Wish = Callable[[Blueprint], tuple[Operation, ...]]

HEAD = "footlights: 1\ntitle: T\n"
STEP = "phases:\n- id: p\n  steps:\n  - id: s\n"


def text(body: str) -> str:
    """A document that begins with its head, from lines that are indented in the test."""
    return HEAD + dedent(body)


def step(body: str) -> str:
    """A document with one step, from the lines of that step."""
    return HEAD + STEP + "".join(f"    {line}\n" if line else "\n" for line in dedent(body).splitlines())


def changed(before: str, wish: Wish) -> str:
    """The text after an edit; what it says is what the edit does to the blueprint, and undoing it gives the same blueprint.

    With the line ends of Windows the same happens.
    """
    source = Source(before)
    assert [one.text() for one in source.diagnostics if one.severity == "error"] == []
    operations = wish(source.blueprint)
    found = source.apply_all(operations)
    assert found.blueprint == apply_all(source.blueprint, operations)
    assert found.apply_all(source.undo(operations)).blueprint == source.blueprint
    if "\r" not in before:
        there = Source(before.replace("\n", "\r\n"))
        assert there.apply_all(wish(there.blueprint)).text == found.text.replace("\n", "\r\n")
    return found.text


def undone(before: str, wish: Wish) -> str:
    """The text after an edit was done and taken back."""
    source = Source(before)
    operations = wish(source.blueprint)
    return source.apply_all(operations).apply_all(source.undo(operations)).text


def refused(before: str, wish: Wish, says: str, hint: str = "") -> None:
    """The edit is possible in the blueprint, but not in this text."""
    source = Source(before)
    with pytest.raises(FootlightsError) as caught:
        source.apply_all(wish(source.blueprint))
    assert says in str(caught.value)
    assert hint in caught.value.hint
