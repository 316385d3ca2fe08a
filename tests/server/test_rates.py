"""Buckets: what flows in, what may be taken, and that they are forgotten once they are full."""

from __future__ import annotations

from footlights.server.rates import Buckets


def test_a_burst_then_a_steady_pace() -> None:
    now = [0.0]
    buckets = Buckets(2.0, 4.0, lambda: now[0])
    assert [buckets.take("ann") for _ in range(4)] == [0.0] * 4
    assert buckets.take("ann") == 0.5
    assert buckets.take("bob") == 0.0, "everybody has a bucket of their own"
    now[0] = 0.5
    assert buckets.take("ann") == 0.0
    assert buckets.take("ann") == 0.5
    now[0] = 100.0
    assert [buckets.take("ann") for _ in range(5)] == [0.0] * 4 + [0.5], "it never holds more than it can"


def test_full_buckets_are_forgotten() -> None:
    now = [0.0]
    buckets = Buckets(1.0, 1.0, lambda: now[0])
    for number in range(10_001):
        buckets.take(str(number))
    now[0] = 10.0
    buckets.take("last")
    assert len(buckets._held) == 1
