"""Arrows are given better ways: fewer crossings and no more bends, never through a card, and always the same."""

import pytest

from footlights.layout import lay_out, search
from tests.bench.quality.gates import ours
from tests.bench.quality.neutral import drawn, synthetic, typical
from tests.layout.faults import arrow_points, faults_of, groups_of
from tests.layout.generated import generated
from tests.layout.test_extremes import lying_on_each_other


def test_the_search_saves_crossings_without_costing_bends(monkeypatch: pytest.MonkeyPatch) -> None:
    for neutral in (typical(), synthetic(200)):
        after = ours(neutral)
        with monkeypatch.context() as patch:
            patch.setattr(search, "_MOST", 0)
            before = ours(neutral)
        assert after.crossings <= 0.8 * before.crossings
        assert after.bends <= before.bends + 0.02
        assert after.arrows == before.arrows


def test_a_picture_with_more_arrows_keeps_its_first_ways_and_is_as_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_MOST", 0)
    for seed in range(20):
        assert faults_of(lay_out(generated(seed))) == [], f"seed {seed}"


def test_the_same_blueprint_gives_the_same_ways() -> None:
    one, two = lay_out(generated(3)), lay_out(generated(3))
    assert [arrow_points(arrow) for arrow in groups_of(one, "arrow")] == [arrow_points(arrow) for arrow in groups_of(two, "arrow")]


def test_no_piece_of_one_arrow_lies_on_another_but_where_they_run_together() -> None:
    for neutral in (typical(), synthetic(100)):
        assert lying_on_each_other(drawn(neutral)) == []
