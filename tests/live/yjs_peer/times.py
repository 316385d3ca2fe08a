"""What the editor's own path time compares with: documents as plain values, and the times that the server works out of them."""

import json
import random
from pathlib import Path
from typing import Any

from pycrdt import Map

import footlights
from footlights.live import Materialised, Shared, blueprint_of, encode
from footlights.measures import path_time

__all__ = ["TIMES", "times"]

ROOT = Path(__file__).parents[3]
TIMES = ROOT / "web" / "src" / "board" / "times.raw"

#: A document: collection → key → name → value. Texts say nothing of times, so there are none.
Values = dict[str, dict[str, dict[str, Any]]]

_DURATIONS = ("3 min", "90 s", "1 h 30 min", "2 days", "0 min", "1,5 uur", "1 working day", "12 s")
_LANES = ("evidence", "customer", "frontstage", "backstage", "support", "note", "second", "depot", "gone")
_KINDS = ("trigger", "handover", "loop", "loop", "data", "by magic", None)


def times() -> str:
    """The fixture's text, the same every time."""
    examples = {
        path.name.split(".")[0]: _told(blueprint_of(Shared(encode(footlights.load(path).blueprint, client=1))))
        for path in sorted((ROOT / "examples").glob("*.yaml"))
    }
    chance = random.Random(11)
    documents = _by_hand() | {f"number {number} by chance": _by_chance(chance) for number in range(80)}
    cases = [{"name": name, "values": values, "times": _told(blueprint_of(_shared(values)))} for name, values in documents.items()]
    return json.dumps({"examples": examples, "cases": cases}, separators=(",", ":"), sort_keys=True) + "\n"


def _shared(values: Values) -> Shared:
    shared = Shared(client=1)

    def act(shared: Shared) -> None:
        for collection, elements in values.items():
            for key, given in elements.items():
                shared.map(collection)[key] = Map(given)  # type: ignore[index]

    shared.change(act)
    return shared


def _told(known: Materialised) -> dict[str, Any]:
    found = path_time(known.blueprint)

    def key(collection: str, id: str) -> str:
        return known.keys.key(collection, id) or id

    def address(id: str) -> str:
        return next(f"{name}/{key(name, id)}" for name in ("steps", "cards") if id in known.blueprint.collection(name))

    return {
        "total": found.total_s,
        "customer": found.customer_s,
        "company": found.company_s,
        "path": [address(id) for id in found.path],
        "unknown": len(found.unknown),
        "stations": [
            [key("steps", each.step), each.work_s, each.wait_s, each.standard_s, each.tolerance_s, each.basis] for each in found.stations
        ],
    }


def _phase(**steps: dict[str, Any]) -> Values:
    """One phase with these steps."""
    return {
        "phases": {"only": {"pos": ["a0"]}},
        "steps": {name: {"pos": ["only", f"a{at}"], **given} for at, (name, given) in enumerate(steps.items())},
    }


def _cards(**cards: tuple[str, str, dict[str, Any]]) -> Values:
    return {
        "cards": {name: {"pos": [step, lane, f"a{at}"], **given} for at, (name, (step, lane, given)) in enumerate(cards.items())},
    }


def _links(*links: tuple[str, str, str | None]) -> Values:
    return {
        "links": {
            f"l{at}": {"pos": [source, target, f"a{at}"], **({"kind": kind} if kind else {})}
            for at, (source, target, kind) in enumerate(links)
        }
    }


def _by_hand() -> dict[str, Values]:
    """Documents that each have one thing in them."""
    two: Values = _phase(a={"time.work": "2 min"}, b={"time.work": "1 min"})
    three: Values = _phase(a={"time.work": "2 min"}, b={"time.work": "1 min"}, c={"time.wait": "30 s"})
    front = {"time.work": "10 min"}
    return {
        "nothing": {},
        "steps without times": _phase(a={}, b={}),
        "a chain down to support and back up": {
            **two,
            **_cards(f=("a", "frontstage", front), g=("a", "backstage", {"time.wait": "1 h"}), h=("a", "support", {"time.work": "1 day"})),
            **_links(("cards/h", "steps/b", None)),
        },
        "branches beside each other": {
            **two,
            **_cards(f=("a", "frontstage", front), g=("a", "backstage", {"time.work": "1 h"}), h=("a", "backstage", {"time.work": "3 h"})),
            **_links(("cards/g", "cards/f", None), ("cards/h", "cards/f", None)),
        },
        "a way back that is called a loop": {**three, **_links(("steps/c", "steps/a", "loop"))},
        "a way back that nobody called so": {**three, **_links(("steps/c", "steps/a", None), ("steps/b", "steps/c", None))},
        "a circle within one step": {
            **two,
            **_cards(f=("a", "frontstage", front), g=("a", "backstage", front)),
            **_links(("cards/f", "cards/g", None), ("cards/g", "cards/f", None)),
        },
        "a link to itself": {**two, **_links(("steps/a", "steps/a", None))},
        "a step passed over": {**three, **_links(("steps/a", "steps/c", None))},
        "a card that reaches to a later step": {**three, **_cards(f=("a", "frontstage", {**front, "until": "b"}))},
        "a card that reaches to its own step": {**three, **_cards(f=("b", "frontstage", {**front, "until": "b"}))},
        "a card that would end before it begins": {**three, **_cards(f=("b", "frontstage", {**front, "until": "a"}))},
        "a card that reaches to a step that was taken away": {
            **_phase(a={"time.work": "2 min"}, b={"time.work": "1 min", "gone": True}, c={"time.work": "5 min"}),
            **_cards(f=("a", "frontstage", {**front, "until": "b"})),
        },
        "a card that reaches to a step that never was": {**three, **_cards(f=("a", "frontstage", {**front, "until": "nowhere"}))},
        "a card that reaches to a step of a phase that was taken away": {
            "phases": {"one": {"pos": ["a0"]}, "two": {"pos": ["a1"], "gone": True}, "three": {"pos": ["a2"]}},
            "steps": {
                "a": {"pos": ["one", "a0"], "time.work": "1 min"},
                "b": {"pos": ["two", "a0"], "time.work": "1 h"},
                "c": {"pos": ["three", "a0"], "time.work": "7 min"},
            },
            **_cards(f=("a", "frontstage", {**front, "until": "b"})),
        },
        "a card at a step that was taken away": {
            **_phase(a={"time.work": "2 min"}, b={"gone": True}),
            **_cards(f=("b", "frontstage", front)),
        },
        "a standard where nothing was measured": _phase(a={"time.standard": "4 min"}, b={"time.work": "1 min", "time.standard": "9 min"}),
        "a limit for the station goes before those of its cards": {
            **_phase(a={"time.tolerance": "9 min"}, b={}),
            **_cards(
                f=("a", "frontstage", {"time.tolerance": "4 min"}),
                g=("b", "frontstage", {"time.tolerance": "4 min"}),
                h=("b", "backstage", {"time.tolerance": "5 min"}),
            ),
        },
        "the weakest basis of a station, its own before the element's": {
            **_phase(
                a={"time.work": "1 min", "time.basis": "measured", "basis": "assumed"},
                b={"time.work": "1 min", "basis": "observed"},
                c={"time.work": "1 min"},
                d={"basis": "measured"},
            ),
            **_cards(
                f=("a", "frontstage", {"time.work": "1 min", "basis": "observed"}),
                g=("b", "frontstage", {"time.work": "1 min", "time.basis": "measured"}),
                h=("d", "frontstage", {"basis": "observed"}),
            ),
        },
        "a basis, and no figure yet": _phase(a={"time.basis": "observed"}, b={"time.basis": "hearsay", "basis": "measured"}),
        "a basis that is none": _phase(
            a={"time.work": "1 min", "time.basis": "hearsay", "basis": "measured"}, b={"time.work": "1 min", "basis": 3}
        ),
        "a source, and no figure yet": {
            **_phase(a={"time.source/log": "a0"}, b={"time.source/lost": "a0"}, c={"time.source/none": "a0", "basis": "measured"}),
            "sources": {"log": {"pos": ["a0"]}, "lost": {"pos": ["a1"], "gone": True}},
        },
        "figures that are none": _phase(
            a={"time.work": "a while", "time.wait": 5, "time.standard": "1 min"}, b={"time.work": f"1{' ' * 110}min", "basis": "observed"}
        ),
        "a step and a card of one name": {**two, **_cards(a=("a", "frontstage", front)), **_links(("cards/a", "steps/b", None))},
        "a row with a role of its own, and one that was taken away": {
            **two,
            "lanes": {
                "desk": {"pos": ["a0"], "role": "frontstage"},
                "shed": {"pos": ["a1"], "role": "support", "gone": True},
                "odd": {"pos": ["a2"], "role": "wizard"},
                "mood": {"pos": ["a3"], "role": "emotion"},
            },
            **_cards(f=("a", "desk", front), g=("a", "shed", front), h=("a", "odd", front), i=("a", "mood", front)),
            **_links(("cards/h", "steps/b", None)),
        },
        "what does not act counts where something leads through it": {
            **two,
            **_cards(f=("a", "evidence", front), g=("a", "note", front)),
            **_links(("steps/a", "cards/f", None), ("cards/f", "steps/b", None)),
        },
    }


def _by_chance(chance: random.Random) -> Values:
    """A small document with some of everything in it."""

    def timed(often: float) -> dict[str, Any]:
        parts: dict[str, Any] = {
            f"time.{part}": chance.choice(_DURATIONS) for part in ("work", "wait", "standard", "tolerance") if chance.random() < often
        }
        if chance.random() < 0.3:
            parts["time.basis"] = chance.choice(("assumed", "proposed", "observed", "measured", "hearsay"))
        if chance.random() < 0.3:
            parts["basis"] = chance.choice(("assumed", "proposed", "observed", "measured"))
        if chance.random() < 0.1:
            parts["gone"] = True
        return parts

    phases = {f"p{at}": {"pos": [f"a{at}"]} for at in range(chance.randint(1, 3))}
    steps = {f"s{at}": {"pos": [chance.choice([*phases]), f"a{chance.randint(0, 9)}"], **timed(0.4)} for at in range(chance.randint(2, 6))}
    lanes: dict[str, dict[str, Any]] = {
        "second": {"pos": ["a0"], "role": chance.choice(("frontstage", "backstage"))},
        "depot": {"pos": ["a1"], "role": "support"},
        "gone": {"pos": ["a2"], "role": "backstage", "gone": True},
    }
    cards: dict[str, dict[str, Any]] = {}
    for at in range(chance.randint(0, 9)):
        reach = {"until": chance.choice([*steps, "nowhere"])} if chance.random() < 0.4 else {}
        cards[f"c{at}"] = {"pos": [chance.choice([*steps]), chance.choice(_LANES), f"a{chance.randint(0, 9)}"], **timed(0.4), **reach}
    ends = [*(f"steps/{key}" for key in steps), *(f"cards/{key}" for key in cards)]
    links = {}
    for at in range(chance.randint(0, 5)):
        kind = chance.choice(_KINDS)
        links[f"l{at}"] = {"pos": [chance.choice(ends), chance.choice(ends), f"a{at}"], **({"kind": kind} if kind else {})}
    return {"phases": phases, "steps": steps, "lanes": lanes, "cards": cards, "links": links}


if __name__ == "__main__":
    TIMES.write_text(times(), encoding="utf-8")
