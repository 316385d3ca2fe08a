"""How much is allowed, and how it is set."""

import pytest

from footlights.live import Limits
from footlights.live.limits import Bucket
from footlights.model import FootlightsError


def test_limits_can_be_set_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Limits.parse("") == Limits()
    changed = Limits.parse("connections=250, updates_per_s=5e3 state=1000")
    assert (changed.connections, changed.updates_per_s, changed.state, changed.frame) == (250, 5000.0, 1000, 1 << 20)
    monkeypatch.setenv("FOOTLIGHTS_LIMITS", "queue=9")
    assert Limits.chosen().queue == 9
    for wrong in ("nothing=1", "queue", "queue=many", "state=1.5"):
        with pytest.raises(FootlightsError, match="is no limit"):
            Limits.parse(wrong)


def test_a_bucket_fills_at_its_pace_and_holds_no_more_than_it_holds() -> None:
    now = 0.0
    bucket = Bucket(10, 20, lambda: now)
    assert [bucket.take(1) for _ in range(21)] == [True] * 20 + [False]
    now = 0.5
    assert [bucket.take(1) for _ in range(6)] == [True] * 5 + [False]
    now = 1000.0
    assert bucket.take(20)
    assert not bucket.take(0.1)
