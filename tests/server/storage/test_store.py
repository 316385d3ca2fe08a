"""What the store promises, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import asyncio

import pytest

from footlights.live import CannotSave, Entry, Shared, Who, merge, verifies
from footlights.model import FootlightsError
from footlights.server.storage import Store
from footlights.server.storage.writing import thinned

ADA = Who("ada", "Ada")
BOB = Who("bob", "Bob")


def writes(count: int, root: str = "cards") -> list[bytes]:
    """So many updates of one document, each a key more."""
    shared = Shared(client=7)
    return [shared.change(lambda s, n=n: s.map(root).__setitem__(f"k{n}", n)) for n in range(count)]


async def test_a_new_document_is_listed_and_has_its_first_entry(store: Store) -> None:
    first = writes(1)[0]
    row = await store.create("board", "Été", first, ADA, steps=6, phases=2, language="fr", file="/a/b.yaml")
    assert (row.id, row.title, row.language, row.steps, row.phases, row.seq, row.made_by, row.file) == (
        "board", "Été", "fr", 6, 2, 1, "Ada", "/a/b.yaml",
    )  # fmt: skip
    assert await store.document("board") == row
    assert await store.document("other") is None
    snapshot, rows = await store.log.read("board")
    assert snapshot is None
    assert [(one.seq, one.update, one.who) for one in rows] == [(1, first, ADA)]
    assert verifies("board", rows[0])
    with pytest.raises(FootlightsError, match="already"):
        await store.create("board", "again", b"", ADA)
    empty = await store.create("empty", "Empty", b"", ADA)
    assert (empty.seq, await store.log.read("empty"), await store.log.head("empty")) == (0, (None, []), 0)


async def test_entries_are_numbered_without_gaps_whoever_writes_at_once(store: Store) -> None:
    for id in ("a", "b"):
        await store.create(id, id, b"", ADA)
    lasts = await asyncio.gather(
        *(store.log.append(id, [Entry(b"\0\0", ADA), Entry(b"\0\0", BOB)]) for _ in range(25) for id in ("a", "b"))
    )
    for id in ("a", "b"):
        _, rows = await store.log.read(id)
        assert [row.seq for row in rows] == list(range(1, 51))
        assert {row.who for row in rows} == {ADA, BOB}
        assert await store.log.head(id) == 50
    assert sorted(lasts) == sorted([*range(2, 51, 2)] * 2)
    assert (await store.log.read("a", 48))[1][0].seq == 49
    with pytest.raises(CannotSave, match="no such document"):
        await store.log.append("nowhere", [Entry(b"\0\0", ADA)])
    assert await store.log.append("a", [Entry(b"\0\0", ADA)]) == 51


async def test_one_bad_append_does_not_harm_those_beside_it(store: Store) -> None:
    await store.create("a", "a", b"", ADA)
    results = await asyncio.gather(
        *(store.log.append(id, [Entry(b"\0\0", ADA)]) for id in ("a", "nowhere", "a", "nowhere")), return_exceptions=True
    )
    assert [isinstance(one, CannotSave) for one in results] == [False, True, False, True]
    assert [row.seq for row in (await store.log.read("a"))[1]] == [1, 2]


async def test_compaction_keeps_every_state_and_who_did_what(store: Store) -> None:
    await store.create("board", "Board", b"", ADA)
    updates = writes(60)
    for number, update in enumerate(updates, 1):
        await store.log.append("board", [Entry(update, ADA if number % 2 else BOB)])
        if number in {20, 40, 50}:
            assert await store.log.compact("board", merge(updates[:number]), number)
    assert not await store.log.compact("board", b"\0\0", 30), "there is a newer one"
    snapshot, rows = await store.log.read("board")
    assert snapshot is not None
    assert (snapshot.seq, [row.seq for row in rows]) == (50, list(range(51, 61)))
    assert verifies("board", snapshot)
    for seq in (0, 1, 7, 20, 33, 50, 60):
        assert set(Shared(await store.state_at("board", seq)).keys("cards")) == {f"k{n}" for n in range(seq)}
    with pytest.raises(FootlightsError, match="no entry 61"):
        await store.state_at("board", 61)
    _, behind = await store.log.read("board", 35)
    assert [row.seq for row in behind] == list(range(36, 61)), "what a slow process still needs comes from the volumes"
    told = (await store.history("board")).items
    assert [(one.first_seq, one.last_seq, one.who, one.entries) for one in told] == [(2, 60, BOB, 30), (1, 59, ADA, 30)]


async def test_old_snapshots_thin_out_and_the_newest_two_stay() -> None:
    seqs: list[int] = []
    for number in range(1, 200):
        seqs = [number * 500, *seqs]
        gone = thinned(seqs)
        seqs = [seq for seq in seqs if seq not in gone]
        assert seqs[:2] == [number * 500, (number - 1) * 500][: len(seqs)]
        assert len(seqs) <= 12
    assert seqs[-1] < 50_000, "and some are old"


async def test_the_list_is_paged_searched_and_sorted_by_change(store: Store) -> None:
    for number in range(7):
        await store.create(f"d{number}", f"Übersicht {number}" if number % 2 else f"100%_{number}", b"", ADA)
        await asyncio.sleep(0.002)
    await store.log.append("d0", [Entry(b"\0\0", BOB)])
    seen: list[str] = []
    after = None
    while True:
        page = await store.documents(after=after, limit=3)
        seen += [row.id for row in page.items]
        after = page.next
        if after is None:
            break
    assert seen == ["d0", "d6", "d5", "d4", "d3", "d2", "d1"]
    assert [row.id for row in (await store.documents(search="übers")).items] == ["d5", "d3", "d1"]
    assert [row.id for row in (await store.documents(search="0%_")).items] == ["d0", "d6", "d4", "d2"]
    assert (await store.documents(search="' or 1=1 --")).items == []
    first = (await store.documents(limit=1)).items[0]
    assert (first.changed_by, first.seq) == ("Bob", 1)


async def test_putting_away_hides_and_keeps(store: Store) -> None:
    await store.create("a", "A", writes(1)[0], ADA)
    await store.discard("a", BOB)
    assert (await store.documents()).items == []
    assert [row.id for row in (await store.documents(gone=True)).items] == ["a"]
    row = await store.document("a")
    assert row is not None
    assert row.gone_at is not None
    await store.revive("a", ADA)
    assert [row.gone_at for row in (await store.documents()).items] == [None]
    assert (await store.log.read("a"))[1] != []


async def test_describing_changes_only_what_is_given(store: Store) -> None:
    await store.create("a", "A", b"", ADA, steps=1)
    await store.describe("a", title="Żółw", steps=9)
    row = await store.document("a")
    assert row is not None
    assert (row.title, row.steps, row.phases, row.language) == ("Żółw", 9, 0, "en")
    assert len((await store.documents(search="ŻÓŁW")).items) == 1
    with pytest.raises(FootlightsError, match="has no colour"):
        await store.describe("a", colour="red")


async def test_versions_are_numbered_listed_and_given_back(store: Store) -> None:
    await store.create("a", "A", b"", ADA)
    made = await asyncio.gather(*(store.add_version("a", f"v{n}", "named", ADA, b"state %d" % n, n, "why") for n in range(1, 6)))
    assert sorted(row.number for row in made) == [1, 2, 3, 4, 5]
    page = await store.versions("a", limit=2)
    assert [row.number for row in page.items] == [5, 4]
    assert [row.number for row in (await store.versions("a", after=page.next)).items] == [3, 2, 1]
    for row in made:
        assert await store.version_state("a", row.number) == b"state %s" % row.name.removeprefix("v").encode()
        assert (row.kind, row.made_by, row.note) == ("named", "Ada", "why")
    with pytest.raises(FootlightsError, match="no version 9"):
        await store.version_state("a", 9)
    with pytest.raises(FootlightsError, match="no kind"):
        await store.add_version("a", "x", "nice", ADA, b"", 0)
    with pytest.raises(FootlightsError, match="no place"):
        await store.versions("a", after="zz")


async def test_history_begins_a_line_after_a_pause_and_for_each_person(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(["10:00:00", "10:01:00", "10:02:00", "10:03:00", "10:09:00", "09:00:00"])
    for module in ("sqlite", "postgres"):
        monkeypatch.setattr(f"footlights.server.storage.{module}.now", lambda: f"2026-11-22T{next(moments)}.000Z")
    await store.create("a", "A", b"", ADA)
    for who in (ADA, BOB, ADA, BOB, ADA, ADA):  # the last one with the clock an hour back
        await store.log.append("a", [Entry(b"\0\0", who)])
    told = (await store.history("a")).items
    assert [(one.first_seq, one.last_seq, one.who.name, one.entries) for one in told] == [
        (5, 6, "Ada", 2), (2, 4, "Bob", 2), (1, 3, "Ada", 2),
    ]  # fmt: skip
    page = await store.history("a", limit=2)
    assert (len(page.items), page.next) == (2, "2")
    assert (await store.history("a", after=page.next)).items == [told[2]]


async def test_what_is_set_aside_is_kept_and_not_read_again(store: Store) -> None:
    await store.create("a", "A", b"", ADA)
    for update in writes(3):
        await store.log.append("a", [Entry(update, ADA)])
    await store.log.set_aside("a", "entry", 2, "no good", b"bytes")
    await store.log.set_aside("a", "entry", 2, "said twice", b"")
    assert [row.seq for row in (await store.log.read("a"))[1]] == [1, 3]
    assert [tuple(one) for one in await store.log.troubles("a")] == [(2, "no good")]


async def test_the_mark_of_an_opening_stays_until_it_is_taken_away(store: Store) -> None:
    await store.create("a", "A", b"", ADA)
    assert await store.log.mark_opening("a", "one") is None
    assert await store.log.mark_opening("a", "two") == "one"
    assert await store.log.mark_opening("a", None) == "two"
    assert await store.log.mark_opening("a", "three") is None


async def test_what_is_known_is_kept_of_the_newest_snapshot_only(store: Store) -> None:
    await store.create("a", "A", b"", ADA)
    updates = writes(30)
    for update in updates:
        await store.log.append("a", [Entry(update, ADA)])
    for seq in (10, 20):
        await store.log.compact("a", merge(updates[:seq]), seq)
        await store.log.keep_known("a", seq, b"known of %d" % seq, b"seal")
    await store.log.keep_known("a", 10, b"too late", b"seal")
    snapshot, _ = await store.log.read("a")
    assert snapshot is not None
    assert (snapshot.seq, snapshot.known, snapshot.seal) == (20, b"known of 20", b"seal")
    await store.log.compact("a", merge(updates), 30)
    snapshot, _ = await store.log.read("a")
    assert snapshot is not None
    assert (snapshot.seq, snapshot.known) == (30, None), "not what was known of another"
    _, rows = await store.log.read("a", 25)
    assert len(rows) == 5


async def test_the_doctor_finds_nothing_where_nothing_is_wrong(store: Store) -> None:
    await store.create("a", "A", b"", ADA)
    updates = writes(30)
    for update in updates:
        await store.log.append("a", [Entry(update, ADA)])
    await store.log.compact("a", merge(updates[:20]), 20)
    await store.add_version("a", "v", "named", ADA, merge(updates), 30)
    assert await store.doctor() == []


async def test_an_automatic_version_costs_nothing_and_comes_from_the_log(store: Store) -> None:
    await store.create("a", "A", b"", ADA)
    updates = writes(40)
    for number, update in enumerate(updates, 1):
        await store.log.append("a", [Entry(update, ADA)])
        if number in {10, 25}:
            await store.add_version("a", "", "auto", ADA, None, number)
        if number == 30:
            await store.log.compact("a", merge(updates[:30]), 30)
    for number, seq in ((1, 10), (2, 25)):
        assert set(Shared(await store.version_state("a", number)).keys("cards")) == {f"k{n}" for n in range(seq)}
    assert await store.doctor() == []
