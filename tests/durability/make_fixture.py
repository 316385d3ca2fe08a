"""Makes the fixture of a released version: `python -m tests.durability.make_fixture 0.2.0`, once, when that version is released.

It writes `fixtures/NAME.sqlite` (as that version's server left it), `fixtures/NAME.backup` (the same as an archive, which also fills a
PostgreSQL), and `fixtures/NAME.json` with what has to be found in them for ever.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from pycrdt import Map, Text

from footlights.live import Entry, Shared, Who, merge
from footlights.server.storage import Store, open_store

FIXTURES = Path(__file__).with_name("fixtures")
ADA, BOB = Who("ada", "Ada"), Who("bob", "Bob")


async def told(store: Store) -> dict[str, Any]:
    """Everything that must survive an upgrade: the list, each state as a hash of its content, versions, history, what is gone."""
    found: dict[str, Any] = {}
    for gone in (False, True):
        for row in (await store.documents(gone=gone)).items:
            states = [Shared(await store.state_at(row.id, seq)) for seq in range(row.seq + 1)]
            found[row.id] = {
                "title": row.title, "language": row.language, "steps": row.steps, "phases": row.phases, "file": row.file,
                "made_by": row.made_by, "made_at": row.made_at, "changed_by": row.changed_by, "changed_at": row.changed_at,
                "gone": gone, "seq": row.seq,
                "states": [content(state) for state in states],
                "versions": [
                    [one.number, one.name, one.kind, one.seq, one.made_by, one.note, content(Shared(await store.version_state(row.id, one.number)))]
                    for one in (await store.versions(row.id)).items
                ],
                "history": [[*line[:4], *line.who, line.entries] for line in (await store.history(row.id)).items],
            }  # fmt: skip
    return found


def content(shared: Shared) -> str:
    """A hash of all that a document says."""
    said = {root: shared.read(root) for root in ("head", "meta", "phases", "steps", "lanes", "cards")}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


async def fill(store: Store) -> None:
    """Three documents: one that was worked on for long, one with nothing in it, one that was put away."""
    await store.create("desk", "Serviceänderung – Wünsche", b"", ADA, language="de", steps=3, phases=1, file="/srv/desk.blueprint.yaml")
    await store.create("empty", "", b"", BOB)
    ada, bob = Shared(client=11), Shared(client=12)
    log: list[bytes] = []

    async def write(shared: Shared, who: Who, act: Any) -> None:
        log.append(shared.change(act))
        await store.log.append("desk", [Entry(log[-1], who)])

    await write(ada, ADA, lambda s: s.map("phases").__setitem__("buy", Map({"pos": ["a0"], "title": Text("Kaufen")})))
    bob.apply(ada.update_since(None))
    for number in range(12):
        shared, who, other = (ada, ADA, bob) if number % 2 else (bob, BOB, ada)
        await write(
            shared,
            who,
            lambda s, n=number: s.map("cards").__setitem__(f"~{n}", Map({"pos": ["calls", "front", f"a{n}"], "does": Text(f"é😀 {n}")})),
        )
        other.apply(log[-1])
        await write(shared, who, lambda s, n=number: s.map("cards", f"~{n}")["does"].insert(0, "so "))
        other.apply(log[-1])
        if number in {4, 8}:
            await write(shared, who, lambda s, n=number: s.map("cards", f"~{n}").__setitem__("gone", True))
            other.apply(log[-1])
            await store.log.compact("desk", merge(log), len(log))
            await store.add_version("desk", f"after {number}", "named", who, merge(log), len(log), "kept by hand")
    await store.add_version("desk", "", "auto", BOB, merge(log), len(log))
    await store.create("gone", "Was put away", log[0], ADA)
    await store.discard("gone", BOB)


async def make(name: str) -> None:
    """Write the three files."""
    FIXTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        store = await open_store(f"sqlite:///{path}")
        await fill(store)
        await store.backup(FIXTURES / f"{name}.backup")
        expected = await told(store)
        await store.close()  # which puts the write-ahead log into the file
        (FIXTURES / f"{name}.sqlite").write_bytes(path.read_bytes())
    (FIXTURES / f"{name}.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    asyncio.run(make(sys.argv[1]))
