"""What stands where in a file: words that point at elements, own ids, the element under a cursor."""

from __future__ import annotations

from pathlib import Path

import pytest

from footlights.files import address_at, id_spans, read, references
from footlights.model import Address

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.blueprint.yaml"))
TEXT = """
footlights: 1
title: A call
owner: desk
actors: {desk: {name: Desk}}
sources: {walk: {title: A walk}}
personas: {ann: {name: Ann}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    feels: {ann: -1}
    frontstage:
    - id: answer
      does: answer
      by: 'desk'
      time: {work: 3 min, source: walk}
      to: {card: look, when: desk}
    backstage: [{id: look, does: Looks, by: desk}]
promises: [{from: calls, to: look, within: 1 h}]
findings: [{title: Slow, on: [cards/answer, calls]}]
"""


def test_every_word_that_points_and_no_other() -> None:
    loaded = read(TEXT)
    assert not loaded.errors
    found = [(str(each.target), str(each.by)) for each in references(loaded, TEXT)]
    assert found == [
        ("actors/desk", "blueprint#owner"),
        ("personas/ann", "steps/calls#feels"),
        ("actors/desk", "cards/answer#by"),
        ("sources/walk", "cards/answer#time"),
        ("cards/look", "links/answer--look#to"),
        ("actors/desk", "cards/look#by"),
        ("steps/calls", f"promises/{next(iter(loaded.blueprint.promises))}#from"),  # type: ignore[union-attr]
        ("cards/look", f"promises/{next(iter(loaded.blueprint.promises))}#to"),  # type: ignore[union-attr]
        ("cards/answer", "findings/slow#on"),
        ("steps/calls", "findings/slow#on"),
    ]
    assert [TEXT[each.span.start : each.span.end] for each in references(loaded, TEXT)][:3] == ["desk", "ann", "desk"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_the_words_of_the_examples_are_the_ids_they_point_at(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    loaded = read(text)
    found = references(loaded, text)
    assert len(found) > 5
    for each in found:
        assert text[each.span.start : each.span.end] in (each.target.id, str(each.target))
    for address in {each.target for each in found}:
        for span in id_spans(loaded, text, address):
            assert text[span.start : span.end] == address.id


def test_the_element_under_a_cursor_is_the_innermost() -> None:
    loaded = read(TEXT)
    assert str(address_at(loaded, TEXT.index("does: Looks") + 8)) == "cards/look#does"
    assert str(address_at(loaded, TEXT.index("id: answer") + 1)) == "cards/answer"
    assert address_at(loaded, 0) is None


def test_an_id_made_from_a_text_stands_nowhere() -> None:
    loaded = read(TEXT)
    assert id_spans(loaded, TEXT, Address("phases", "report")) == ()
    assert [TEXT[span.start : span.end] for span in id_spans(loaded, TEXT, Address("cards", "answer"))] == ["answer"]
    assert references(read("a: ["), "a: [") == ()
