"""What the editor's tests compare with: the examples as the server encodes and reads them, and quantities as Python spells them."""

import base64
import json
import random
from pathlib import Path
from typing import Any

import footlights
from footlights.live import Shared, blueprint_of, encode, plain, rank_between
from footlights.model import Blueprint, Lane, flows, lines_between, parse_duration, parse_money, parse_share, parse_target, rows_of

__all__ = ["FIXTURE", "fixture"]

ROOT = Path(__file__).parents[3]
FIXTURE = ROOT / "web" / "src" / "document" / "fixture.raw"

DURATIONS = (
    "3 min", "1 h 30 min", "5 working days", "2 werkdagen", "1 día hábil", "1,5 uur", "90 s", "1 d", "1 day", "0 min", "1 wd 2 h", "2 w",
    "1 mo", "3 maanden", "1 año", "12 MIN.", " 4   minuten ", "3min", "", "min", "3", "3 parsec", "-3 min", "1 h 30", "1.1234567 h",
    "999999999999 s", "1 h, 20 min", "0.333333 h 1 s", "1 minute 30 seconds", "7 días laborables",
)  # fmt: skip
MONEY = (
    "12.50 EUR",
    "EUR 12.50",
    "€ 12,50",
    "12,5 €",
    "$3",
    "100 USD",
    "12",
    "EUR",
    "€ 12 EUR",
    "1.23456 EUR",
    "0 GBP",
    "¥ 5",
    "12.50 eur",
    "",
)
SHARES = ("60 %", "60%", "0 %", "100 %", "101 %", "12,5 %", "33.333333 %", "60", "", "-1 %", "1e1 %")
TARGETS = (
    "<= 30 s",
    ">= 70",
    "95 %",
    "≤ 4",
    "≥ 4,5",
    "= 3",
    "> -2",
    "< +2 min",
    "30",
    "<=",
    "",
    "95 % of calls",
    "12345678901234567",
    "1 2",
)


def fixture() -> str:
    """The fixture's text, the same every time."""
    examples = {path.name.split(".")[0]: _example(footlights.load(path).blueprint) for path in sorted((ROOT / "examples").glob("*.yaml"))}
    quantities = {
        "duration": _spelt(parse_duration, DURATIONS), "money": _spelt(parse_money, MONEY), "share": _spelt(parse_share, SHARES),
        "target": _spelt(parse_target, TARGETS),
    }  # fmt: skip
    return (
        json.dumps(
            {"examples": examples, "quantities": quantities, "rows": _rows(), "ranks": _ranks()},
            ensure_ascii=False,
            separators=(",", ":"),
            sort_keys=True,
        )
        + "\n"
    )


def _spelt(parse: Any, texts: tuple[str, ...]) -> list[Any]:
    found: list[Any] = []
    for text in texts:
        try:
            value = parse(text)
        except ValueError:
            found.append([text, None, None])
            continue
        found.append([text, list(value) if isinstance(value, tuple) else value, str(value)])
    return found


def _example(blueprint: Blueprint) -> dict[str, Any]:
    shared = Shared(encode(blueprint, client=1))
    known = blueprint_of(shared)
    read, keys = known.blueprint, known.keys

    def key(collection: str, id: str) -> str:
        return keys.key(collection, id) or id

    def end(id: str) -> str:
        return next(f"{name}/{key(name, id)}" for name in ("steps", "cards") if id in read.collection(name))

    return {
        "update": base64.b64encode(shared.update_since(None)).decode(),
        "plain": plain(shared),
        "order": {
            name: [key(name, id) for id in read.collection(name)]
            for name in ("phases", "steps", "cards", "marks", "links", "lanes", "personas")
        },
        "rows": [[key("lanes", row.id), row.role, row.zone] for row in read.rows],
        "lines": [[line.kind, line.below] for line in lines_between(read.rows)],
        "flows": sorted([end(flow.source), end(flow.target), flow.kind, flow.link and key("links", flow.link.id)] for flow in flows(read)),
        "said": {
            language: [read.say(step.does, language) for step in read.steps.values()] for language in ("en", "nl", "es", "nl-BE", "fr")
        },
        "feels": [
            [[each.persona and key("personas", each.persona), each.level, each.basis] for each in step.feels]
            for step in read.steps.values()
        ],
    }


def _ranks() -> list[Any]:
    """Insertions at many places: the rank before, the rank behind, the rank between."""
    chance = random.Random(7)
    row: list[str] = []
    found: list[Any] = []
    for _ in range(200):
        at = chance.choice((0, len(row), chance.randint(0, len(row)), min(3, len(row))))
        low, high = row[at - 1] if at else None, row[at] if at < len(row) else None
        rank = rank_between(low, high)
        row.insert(at, rank)
        found.append([low, high, rank])
    return found


def _rows() -> list[Any]:
    """Lanes of all sorts, and the rows and lines that follow from them."""
    found = []
    for lanes in _LANES:
        for used in ((), ("frontstage",), ("support", "customer", "note"), ("evidence", "backstage", "policy", "metric")):
            for customer, emotion, time in ((False, False, False), (True, False, True), (True, True, True)):
                rows = rows_of(
                    [Lane(id, role, None, zone) for id, role, zone in lanes], used, customer=customer, emotion=emotion, time=time
                )
                found.append({
                    "lanes": lanes, "used": used, "shown": [customer, emotion, time],
                    "rows": [[row.id, row.role, row.zone] for row in rows], "lines": [[line.kind, line.below] for line in lines_between(rows)],
                })  # fmt: skip
    return found


_LANES: tuple[tuple[tuple[str, str, str | None], ...], ...] = (
    (),
    (("desk", "backstage", None), ("frontstage", "frontstage", None)),
    (("b", "support", "management"), ("a", "support", "independent"), ("c", "support", None), ("d", "support", "induced")),
    (("mood", "emotion", None), ("clock", "time", None), ("first", "customer", None), ("x", "note", None)),
    (("web", "frontstage", None), ("shop", "frontstage", None), ("it", "support", "independent")),
)


if __name__ == "__main__":
    FIXTURE.write_text(fixture(), encoding="utf-8")
