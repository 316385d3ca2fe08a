"""An intention does the same in the editor as on the server: the same blueprint comes out of it."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import footlights
from footlights import edits
from footlights.live import Shared, blueprint_of, encode, give_names, plain
from footlights.model import Blueprint, FootlightsError, Time, parse_duration
from tests.live.yjs_peer.peer import EditorPeer, editor_peer

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))


@pytest.fixture(scope="module")
def peer() -> Iterator[EditorPeer]:
    with editor_peer() as found:
        yield found


class Desk:
    """One blueprint in the editor and on the server, and how its elements are called in each."""

    def __init__(self, peer: EditorPeer, blueprint: Blueprint) -> None:
        self.peer = peer
        self.shared = Shared(encode(blueprint))
        self.peer.ask("reset")
        self.peer.apply(self.shared.update_since(None))

        self.look()

    def look(self) -> None:
        """See what stands there now."""
        self._known = blueprint_of(self.shared)

    @property
    def blueprint(self) -> Blueprint:
        return self._known.blueprint

    def key(self, collection: str, id: str) -> str:
        return self._known.keys.key(collection, id) or id

    def both(self, name: str, args: tuple[Any, ...], operations: Any) -> None:
        """Do it on both sides; what comes out must be the same, and one undo in the editor brings back what was."""
        before = self.blueprint
        try:
            expected: Blueprint | None = edits.apply_all(before, operations(before))
        except FootlightsError:
            expected = None
        result, update = self.peer.edit(name, *args)
        assert result["ok"] == (expected is not None), (name, args, result)
        if update:
            self.shared.apply(update)
            back = Shared(self.shared.update_since(None))
            undone, taken = self.peer.undo()
            assert undone["done"] and not undone["kept"], (name, args, undone)
            back.apply(taken)
            assert blueprint_of(back).blueprint == before, (name, args)
            self.shared.apply(taken)
            again = self.peer.ask("redo")
            assert again["result"]["done"] and not again["result"]["kept"], (name, args)
            self.peer_catches_up()
        self.named()
        self.look()
        after = self.blueprint
        if expected is not None:
            assert after == expected, (name, args)
        else:
            assert after == before, (name, args)

    def peer_catches_up(self) -> None:
        self.shared.apply(self.peer.state())

    def named(self) -> None:
        update = give_names(self.shared)
        if update:
            self.peer.apply(update)


def _some(chance: random.Random, names: Any) -> str:
    return str(chance.choice(list(names)))


def _acts(desk: Desk, chance: random.Random) -> list[tuple[str, tuple[Any, ...], Any]]:
    """Intentions of every kind on what there is now: the editor's call, and the server's."""
    blueprint, key = desk.blueprint, desk.key
    step, other = _some(chance, blueprint.steps), _some(chance, blueprint.steps)
    card, near = _some(chance, blueprint.cards), _some(chance, blueprint.cards)
    phase, beside = _some(chance, blueprint.phases), _some(chance, blueprint.phases)
    there = blueprint.cards[near]
    rows = [row.id for row in blueprint.rows if row.role not in ("emotion", "time")]
    lane = _some(chance, rows)
    lane_key = key("lanes", lane)
    word = chance.choice(("Knoop", "Zwei drei", "Ça va", "x", "Ανοιχτό", "Pay 2 €"))
    neighbour = blueprint.steps_by_phase[blueprint.steps[other].phase]
    target = chance.choice([each.id for each in neighbour])
    actor = _some(chance, blueprint.actors) if blueprint.actors else None
    lines = [
        ("moveStep", ({"before": key("steps", target)},), "step", lambda b: edits.move_step(b, step, before=target)),
        ("moveStep", ({"after": key("steps", target)},), "step", lambda b: edits.move_step(b, step, after=target)),
        ("moveStep", ({"phase": key("phases", phase)},), "step", lambda b: edits.move_step(b, step, phase)),
        ("moveCard", ({"step": key("steps", step), "lane": lane_key},), "card", lambda b: edits.move_card(b, card, step, lane)),
        (
            "moveCard",
            ({"step": key("steps", there.step), "lane": key("lanes", there.lane), "before": key("cards", near)},),
            "card",
            lambda b: edits.move_card(b, card, there.step, there.lane, before=near),
        ),
        ("movePhase", ({"before": key("phases", beside)},), "phase", lambda b: edits.move_phase(b, phase, before=beside)),
        ("span", (key("steps", other),), "card", lambda b: edits.span(b, card, other)),
    ]
    keys = {"step": key("steps", step), "card": key("cards", card), "phase": key("phases", phase)}
    same = {"step": step == target, "card": card == near, "phase": phase == beside}
    found: list[tuple[str, tuple[Any, ...], Any]] = [
        (name, (keys[what], *args), act)
        for name, args, what, act in lines
        if not (same[what] and name != "span" and ("before" in args[0] or "after" in args[0]))
    ]
    found += [
        ("remove", ([f"cards/{key('cards', card)}"],), lambda b: edits.remove(b, f"cards/{card}")),
        ("remove", ([f"steps/{key('steps', step)}"],), lambda b: edits.remove(b, f"steps/{step}")),
        ("addCard", ({"step": key("steps", step), "lane": lane_key, "does": word},), lambda b: edits.add_card(b, step, lane, word)),
        (
            "addStep",
            ({"phase": key("phases", phase), "does": word, "fields": {"thinks": "?", "desired": 3}},),
            lambda b: edits.add_step(b, phase, word, thinks="?", desired=3),
        ),
        ("addPhase", ({"title": word, "before": key("phases", phase)},), lambda b: edits.add_phase(b, word, before=phase)),
        ("addLane", ({"role": "support", "name": word},), lambda b: edits.add_lane(b, word, "support")),
        (
            "addMark",
            ({"on": f"cards/{key('cards', card)}", "kind": "fail", "title": word},),
            lambda b: edits.add_mark(b, f"cards/{card}", "fail", word),
        ),
        ("rename", (f"cards/{key('cards', card)}", word), lambda b: edits.rename(b, f"cards/{card}", word)),
        ("setText", (f"steps/{key('steps', step)}", "does", word, "de"), lambda b: edits.set_field(b, f"steps/{step}#does", word, "de")),
        ("setField", (f"cards/{key('cards', card)}", "time.work", "1 u 30 minuten"), _timed(card)),
        ("setField", (f"cards/{key('cards', card)}", "mode", "manual"), lambda b: edits.set_field(b, f"cards/{card}#mode", "manual")),
        (
            "setField",
            (f"steps/{key('steps', step)}", "moment_of_truth", 9),
            lambda b: edits.set_field(b, f"steps/{step}#moment_of_truth", 9),
        ),
        ("setField", (f"phases/{key('phases', phase)}", "met", "40 %"), lambda b: edits.set_field(b, f"phases/{phase}#met", "40 %")),
        ("splitPhase", (key("steps", step), word), lambda b: edits.split_phase(b, step, word)),
        (
            "addElement",
            ("findings", {"title": word, "fields": {"on": [f"steps/{key('steps', step)}"], "severity": "high"}}),
            lambda b: edits.add_element(b, "findings", word, on=(step,), severity="high"),
        ),
    ]
    if lane in blueprint.lanes and lane not in ("customer", "frontstage", "backstage", "support"):
        found.append(("changeLaneRole", (lane_key, "frontstage"), lambda b: edits.change_lane_role(b, lane, "frontstage")))
        found.append(("remove", ([f"lanes/{lane_key}"],), lambda b: edits.remove(b, f"lanes/{lane}")))
    if len(blueprint.phases) > 2:
        found.append(("remove", ([f"phases/{key('phases', phase)}"],), lambda b: edits.remove(b, f"phases/{phase}")))
    if actor is not None:
        by = (*(each for each in blueprint.cards[card].by if each != actor), actor) if actor not in blueprint.cards[card].by else None
        if by is not None:
            found.append(
                (
                    "toggleRef",
                    (f"cards/{key('cards', card)}", "by", key("actors", actor)),
                    lambda b: edits.set_field(b, f"cards/{card}#by", by),
                ),
            )
        found.append(("remove", ([f"actors/{key('actors', actor)}"],), lambda b: edits.remove(b, f"actors/{actor}")))
    return found


def _timed(card: str) -> Any:
    def act(blueprint: Blueprint) -> Any:
        old = blueprint.cards[card].time or Time()
        return edits.set_field(blueprint, f"cards/{card}#time", old._replace(work=parse_duration("90 min")))

    return act


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.split(".")[0])
def test_the_same_blueprint_comes_out_of_the_same_intentions(peer: EditorPeer, path: Path) -> None:
    chance = random.Random(path.name)
    desk = Desk(peer, footlights.load(path).blueprint)
    for _ in range(20):
        if len(desk.blueprint.cards) < 2 or len(desk.blueprint.steps) < 2 or not desk.blueprint.phases:
            break
        desk.both(*chance.choice(_acts(desk, chance)))


def test_the_editor_and_the_server_say_the_same_in_plain_values(peer: EditorPeer) -> None:
    for path in EXAMPLES:
        desk = Desk(peer, footlights.load(path).blueprint)
        assert peer.ask("plain") == plain(desk.shared)
