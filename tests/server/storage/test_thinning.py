"""Which of the versions that were kept by themselves stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from footlights.live import Who
from footlights.server.storage import Store
from footlights.server.storage.rows import VersionRow
from footlights.server.storage.tables import VERSIONS
from footlights.server.storage.thinning import MOST, superfluous

NOW = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
US = Who("footlights", "Footlights")


def said(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def every(step: timedelta, how_long: timedelta, kind: str = "auto", name: str = "") -> list[VersionRow]:
    """Versions kept in regular steps until now."""
    count = how_long // step
    return [VersionRow("a", n + 1, name, kind, n, said(NOW - step * (count - n)), "Footlights", "") for n in range(count + 1)]


def left(versions: list[VersionRow], now: datetime = NOW) -> list[VersionRow]:
    """What is left when nothing more goes."""
    found = set(superfluous(versions, now, len(versions)))
    return [one for one in versions if one.number not in found]


def ages(versions: list[VersionRow]) -> list[timedelta]:
    return [NOW - datetime.fromisoformat(one.made_at) for one in versions]


def test_the_older_they_are_the_wider_apart() -> None:
    before = every(timedelta(minutes=20), timedelta(days=200))
    after = left(before)
    assert after[0] == before[0], "the first stays"
    assert after[-1] == before[-1]
    counts = [
        sum(low < age <= high for age in ages(after))
        for low, high in [(timedelta(-1), timedelta(1)), (timedelta(1), timedelta(7)), (timedelta(7), timedelta(91))]
    ]
    assert counts == [1 + 24 * 3, 6 * 24 + 1, 84 + 1]
    gaps = [older - younger for older, younger in zip(ages(after)[1:], ages(after)[2:], strict=False) if younger > timedelta(91)]
    assert set(gaps[1:-1]) == {timedelta(7)}


def test_it_comes_to_the_same_day_after_day() -> None:
    """Thinned every day, or once at the end: as much is left."""
    daily: list[VersionRow] = []
    whole = every(timedelta(hours=2), timedelta(days=120))
    for day in range(121):
        until = NOW - timedelta(days=120 - day)
        new = [one for one in whole if one not in daily and until - timedelta(days=1) < datetime.fromisoformat(one.made_at) <= until]
        daily = left(sorted({*daily, *new}, key=lambda one: one.number), until)
    once = left(whole)
    assert abs(len(daily) - len(once)) <= 3


def test_what_has_a_name_stays() -> None:
    assert superfluous(every(timedelta(hours=1), timedelta(days=300), "named", "Before the workshop"), NOW) == []


def test_what_was_kept_before_something_was_lost_stays_thirty_days() -> None:
    before = every(timedelta(hours=6), timedelta(days=60), "safety")
    after = left(before)
    young = [one for one, age in zip(before, ages(before), strict=True) if age <= timedelta(days=30)]
    assert after[-len(young) :] == young
    assert len(after) - len(young) <= 32


def test_few_versions_all_stay() -> None:
    for count in range(3):
        assert superfluous(every(timedelta(days=100), timedelta(days=100) * count), NOW) == []
    assert superfluous([], NOW) == []


async def test_they_go_from_the_store_and_numbers_are_not_given_twice(store: Store) -> None:
    await store.create("a", "A", b"\x00\x00", US)
    for _ in range(6):
        await store.add_version("a", "", "auto", US, None, 1)
    await store.add_version("a", "Mine", "named", US, b"", 1)
    old = said(datetime.now(UTC) - timedelta(days=3))
    await store._database.write(lambda connection: connection.execute(update(VERSIONS).values(made_at=old)))
    gone = await store.thin_versions("a")
    assert len(gone) == 4
    assert await store.thin_versions("a") == []
    listed = [one.number for one in (await store.versions("a")).items]
    assert listed == [7, 6, 1]
    assert (await store.add_version("a", "", "auto", US, None, 1)).number == 8


@pytest.mark.parametrize("days", [400, 40_000])
def test_a_clock_that_jumped_takes_little_along(days: int) -> None:
    versions = every(timedelta(minutes=10), timedelta(days=1))
    assert len(superfluous(versions, NOW + timedelta(days=days))) == MOST
