"""The blueprints of the property tests have something of everything, or those tests would prove little."""

from __future__ import annotations

import pytest
from hypothesis import Phase, find, settings

from footlights.model import COLLECTIONS, Blueprint, Translations, arranged, fields_of
from tests.properties.strategies import blueprints

# without shrinking: any example will do, it need not be the smallest
SOON = settings(max_examples=2_000, database=None, derandomize=True, phases=[Phase.generate])


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_there_is_some_of_every_kind(collection: str) -> None:
    assert find(blueprints(), lambda blueprint: len(blueprint.collection(collection)) > 0, settings=SOON)


@pytest.mark.parametrize(("collection", "field"), [(name, one.name) for name in ("steps", "cards") for one in fields_of(COLLECTIONS[name])])
def test_every_field_of_steps_and_cards_is_filled_now_and_then(collection: str, field: str) -> None:
    def filled(blueprint: Blueprint) -> bool:
        return any(getattr(element, field) not in (None, ()) for element in blueprint.collection(collection).values())

    assert find(blueprints(), filled, settings=SOON)


def test_they_are_arranged_and_some_speak_several_languages() -> None:
    found = find(blueprints(), lambda one: isinstance(one.title, Translations) and bool(one.more), settings=SOON)
    assert arranged(found) == found
