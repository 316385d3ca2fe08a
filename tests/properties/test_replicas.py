"""P5: copies of a document that work apart converge, nothing waits for ever, and nothing that was typed is lost.

Five copies, two of them real editors in Node. Updates come late, out of order, twice or merged; copies join late; the log is
compacted. `FOOTLIGHTS_LONG=1` runs 10,000 histories instead of a few.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from footlights.files import dumps, read
from footlights.live import Shared, blueprint_of, encode, merge, plain
from tests.edits.wishes import some_blueprint
from tests.properties.replicas import Network, Play, PythonPeer, YjsPeer, marks_in, vector_of

LONG = bool(os.environ.get("FOOTLIGHTS_LONG"))


@pytest.fixture(scope="module")
def editors() -> Iterator[list[YjsPeer]]:
    """Two real editors, kept running for all histories."""
    found = [YjsPeer(), YjsPeer()]
    yield found
    for each in found:
        each.close()


def history(seed: int, operations: int, editors: list[YjsPeer], takes: int = 2) -> None:
    """One history, with all that must hold at its end."""
    rng = random.Random(seed)
    play = Play(rng)
    play.counts["takes"] = takes
    for editor in editors:
        editor.reset()
    peers = [PythonPeer(), PythonPeer(), PythonPeer(), *editors][-5:]
    blueprint = some_blueprint(rng, 8)
    network = Network(peers, rng, encode(blueprint))
    known = blueprint_of(peers[0].shared)
    play.made += [(name, key) for name in ("phases", "steps", "cards", "lanes") for key in known.keys.names[name].ids]
    for number in range(operations):
        who = rng.randrange(len(peers))
        made = peers[who].act(play)
        if made:
            network.send(who, made)
        if rng.random() < 0.3:
            network.deliver(rng.randrange(len(peers)), rng.randint(1, 30))
        if number % max(50, operations // 4) == 49:
            network.compact()
        if number == operations // 2:
            network.settle()
            network.late(0, PythonPeer())
    network.settle()
    holds(network, play, f"seed {seed}")


def holds(network: Network, play: Play, here: str) -> None:
    plains = [peer.plain() for peer in network.peers]
    vectors = [vector_of(peer.vector()) for peer in network.peers]
    assert all(each == plains[0] for each in plains), here
    assert all(each == vectors[0] for each in vectors), here
    assert not any(peer.pending() for peer in network.peers), here
    # nothing that was typed is lost, and what is in the log is what everybody has
    assert play.typed - play.deleted - marks_in(plains[0]) == set(), here
    stored = Shared(merge(network.log))
    assert plain(stored) == plains[0], here
    assert vector_of(stored.state_vector()) == vectors[0], here
    found = blueprint_of(stored)
    for peer in network.peers:
        if isinstance(peer, PythonPeer):
            assert peer.projection.materialised == found, here
    loaded = read(dumps(found.blueprint))
    assert loaded.errors == (), here
    assert loaded.blueprint == found.blueprint, here


@pytest.mark.parametrize("seed", range(8))
def test_five_copies_converge(seed: int, editors: list[YjsPeer]) -> None:
    history(seed, 200, editors)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_five_copies_converge_after_ten_thousand_operations(editors: list[YjsPeer]) -> None:
    history(10_000, 10_000, editors, takes=1)


@pytest.mark.slow
@pytest.mark.timeout(36_000)
def test_many_histories_converge(editors: list[YjsPeer]) -> None:
    for seed in range(1_000, 11_000 if LONG else 1_100):
        history(seed, random.Random(seed).randint(10, 200), editors)


@pytest.mark.parametrize("seed", range(100, 110))
def test_what_the_editor_shows_is_what_the_blueprint_says(seed: int, editors: list[YjsPeer]) -> None:
    rng = random.Random(seed)
    editor = editors[0]
    editor.reset()
    play = Play(rng)
    here = PythonPeer()
    network = Network([here, editor], rng, encode(some_blueprint(rng, 20)))
    known = blueprint_of(here.shared)
    play.made += [(name, key) for name in ("phases", "steps", "cards", "lanes") for key in known.keys.names[name].ids]
    for number in range(120):
        made = network.peers[number % 2].act(play)
        if made:
            network.send(number % 2, made)
    network.settle()
    found, board = here.projection.materialised, editor.ask("board")
    names = found.keys.names
    for name in ("phases", "steps", "cards", "marks", "links"):
        assert board[name] == [names[name].keys[id] for id in found.blueprint.collection(name)], name
    assert [row[:2] for row in board["rows"]] == [[names["lanes"].keys.get(row.id, row.id), row.role] for row in found.blueprint.rows]
    assert {address for address in found.unplaced if address.startswith(("steps/", "cards/"))} == set(board["unplaced"])
