"""Whatever stands behind a key we know, at any depth: the reader says what is wrong and never raises."""

import pytest

from footlights.files import read
from footlights.model import COLLECTIONS, MARK_KINDS, Blueprint, Card, Phase, Step, fields_of

VALUES = ("", "~", "[]", "{}", "x", "1", "true", "[~]", "[[]]", "[{}]", "{a: }", "{a: {}}", "{a: []}", "{a: 1}", "[x]", "[{id: a}]",
          "{a: {title: }}", "[{title: x, on: , to: , from: , steps: , closes: }]")  # fmt: skip
HEAD = "footlights: 1\ntitle: t\n"
PLACES = {
    "": ("{key}: {value}\n", [field.key for field in fields_of(Blueprint) if field.key != "title"] + list(COLLECTIONS)),
    "phase": ("phases: [{{does: p, {key}: {value}}}]\n", [field.key for field in fields_of(Phase)] + ["id", "steps", *MARK_KINDS]),
    "step": ("phases: [{{steps: [{{{key}: {value}}}]}}]\n",
             [field.key for field in fields_of(Step)] + ["id", "to", "evidence", "backstage", *MARK_KINDS]),
    "card": ("phases: [{{steps: [{{does: s, backstage: [{{{key}: {value}}}]}}]}}]\n",
             [field.key for field in fields_of(Card)] + ["id", "to", *MARK_KINDS]),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", VALUES)
def test_anything_anywhere(place: str, value: str) -> None:
    shape, keys = PLACES[place]
    for key in keys:
        text = HEAD + shape.format(key=key, value=value)
        loaded = read(text)
        assert loaded.blueprint is not None, text
        assert all(found.text(language) for found in loaded.diagnostics for language in ("en", "nl", "es")), text
