"""The blueprints of the property tests have something of everything, or those tests would prove little."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from footlights.model import COLLECTIONS, Blueprint, Translations, arranged, fields_of
from tests.properties.strategies import blueprints


@pytest.mark.slow
def test_there_is_some_of_everything_and_all_is_arranged() -> None:
    filled: Counter[str] = Counter()

    @settings(max_examples=200, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(blueprints())
    def look(blueprint: Blueprint) -> None:
        assert arranged(blueprint) == blueprint
        filled["translated"] += isinstance(blueprint.title, Translations)
        filled["unknown fields"] += bool(blueprint.more)
        for collection, kind in COLLECTIONS.items():
            for element in blueprint.collection(collection).values():
                filled[collection] += 1
                for field in fields_of(kind):
                    filled[f"{collection}.{field.key}"] += getattr(element, field.name) not in (None, ())

    look()
    wanted = {"translated", "unknown fields", *COLLECTIONS}
    wanted |= {f"{collection}.{field.key}" for collection, kind in COLLECTIONS.items() for field in fields_of(kind)}
    assert {one for one in wanted if not filled[one]} == set()
    assert {collection: filled[collection] for collection in COLLECTIONS if filled[collection] < 30} == {}
