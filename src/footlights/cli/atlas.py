"""`footlights atlas`: a folder of blueprints as one."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

import click

from footlights import api
from footlights.atlas import REGISTERS, Atlas, Hit, Journey, Point, Registered, search
from footlights.atlas import trend as trend_of
from footlights.files import put
from footlights.model import Blueprint, FootlightsError, say
from footlights.words import choice, duration_text, phrase, signed

from .answer import FINE, IMPOSSIBLE, give_json
from .command import Number, OneOf, listed, spoken
from .reading import blueprints
from .voice import Voice
from .weighed_table import csv_text, markdown_table

__all__ = ["command"]

_FORMATS = ("html", "csv", "md")
#: The columns of the journeys, of a register, and those of the journeys for which a terminal has room.
_JOURNEY = (
    "journey", "service", "state", "moments", "below", "broken", "lowest", "time", "high", "findings", "actions", "late", "assumed", "file",
)  # fmt: skip
_REGISTER = ("name", "in-journeys", "cards", "moments", "below", "where")
_SHORT = ("journey", "moments", "below", "broken", "lowest", "time", "high", "actions")
#: Columns whose cells are not broken.
_WHOLE = ("when", "time")


@spoken(
    "atlas",
    "footlights atlas blueprints",
    "footlights atlas blueprints -o atlas.html --language nl",
    "footlights atlas blueprints --register systems",
    'footlights atlas blueprints --search "ticket number"',
    "footlights atlas blueprints --trend 12",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT")
@click.option("--register", metavar="REGISTER", type=OneOf(REGISTERS))
@click.option("--search", "words", metavar="WORDS")
@click.option("--trend", metavar="N", type=Number(1, 1000))
def command(paths: tuple[str, ...], output: str | None, register: str | None, words: str | None, trend: float | None, voice: Voice) -> int:
    """The atlas of every blueprint that can be read."""
    form = _format(output, voice)
    read, complete = blueprints(paths, voice)
    found = api.atlas(read)
    if trend is not None:
        _tell_trend(_points(read, found, int(trend), voice), voice)
        return FINE if complete else IMPOSSIBLE
    hits = search(found.leaves, words) if words is not None else None
    if output is not None:
        put(output, _written(found, form, register, voice.language))
        voice.tell(voice.phrase("draw.written", file=output, size=voice.phrase("atlas.blueprints", n=len(found.leaves))))
    if voice.as_json:
        give_json(**_values(found, hits, voice.language))
    elif output is None:
        _show(found, register, hits, voice)
    return FINE if complete else IMPOSSIBLE


def _points(read: list[tuple[str, Blueprint]], found: Atlas, most: int, voice: Voice) -> tuple[Point, ...]:
    """The states that git keeps of these files, and at the end how they stand now."""
    from .history import versions

    before = [(version.day, api.atlas(version.blueprints)) for version in versions([name for name, _ in read], most, voice)]
    return trend_of((*before, (voice.phrase("atlas.now"), found)))


def _tell_trend(points: Sequence[Point], voice: Voice) -> None:
    if voice.as_json:
        give_json(trend=[point._asdict() for point in points])
        return
    names = ("when", "journeys", "moments", "below", "broken", "high", "findings", "actions", "done", "assumed")
    rows = [
        [
            point.label,
            *(str(n) for n in (point.blueprints, point.moments, point.below, point.broken_promises, point.high, point.findings)),
            str(point.open_actions),
            str(point.done_actions),
            "" if point.assumed is None else f"{round(point.assumed * 100)} %",
        ]
        for point in points
    ]
    from .terminal.tables import table_console

    _table(table_console(), voice.phrase("atlas.trend"), names, rows, voice)


def _format(output: str | None, voice: Voice) -> str:
    if output is None:
        return ""
    ending = PurePath(output).suffix.lstrip(".").lower()
    if ending not in _FORMATS:
        raise FootlightsError(voice.phrase("trouble.atlas-format", file=output), listed([f".{each}" for each in _FORMATS], voice.language))
    return ending


def _written(found: Atlas, form: str, register: str | None, language: str) -> bytes:
    if form == "html":
        from footlights.render import atlas_page

        return atlas_page(found, language)
    head, rows = _rows(found, register, language)
    if form == "md":
        return markdown_table(head, rows).encode()
    return csv_text(head, rows).encode("utf-8-sig")


def _rows(found: Atlas, register: str | None, language: str) -> tuple[list[str], list[list[str]]]:
    """The heads and the rows of the journeys, or of one register."""
    if register is None:
        return [_head(name, language) for name in _JOURNEY], [_journey(each, language) for each in found.journeys]
    return [_head(name, language) for name in _REGISTER], [_entry(found, each, language) for each in found.registers[register]]


def _head(name: str, language: str) -> str:
    return phrase(f"atlas.col.{name}", language)


def _journey(journey: Journey, language: str) -> list[str]:
    leaf, blueprint = journey.leaf, journey.leaf.blueprint
    total = "" if journey.total_s is None else f"{'≥ ' if journey.unknown else ''}{duration_text(journey.total_s, language)}"
    return [
        leaf.say(leaf.title, language),
        leaf.say(blueprint.service, language),
        choice(blueprint.state, language) if blueprint.state else "",
        *(str(number) for number in (journey.moments, journey.below, journey.broken_promises)),
        "" if journey.lowest is None else signed(journey.lowest, language),
        total,
        *(str(number) for number in (journey.high, journey.findings, journey.actions, journey.late)),
        "" if journey.assumed is None else f"{round(journey.assumed * 100)} %",
        leaf.name,
    ]


def _entry(found: Atlas, entry: Registered, language: str) -> list[str]:
    where = [found.leaf(use.leaf) for use in entry.uses]
    numbers = (entry.blueprints, sum(use.cards for use in entry.uses), entry.moments, entry.below)
    names = ", ".join(leaf.say(leaf.title, language) for leaf in where)
    return [" ".join(say(entry.name, language).split()), *(str(number) for number in numbers), names]


def _values(found: Atlas, hits: Sequence[Hit] | None, language: str) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "today": found.today,
        "journeys": [_journey_values(each, language) for each in found.journeys],
        "registers": {name: [_entry_values(each, language) for each in entries] for name, entries in found.registers.items()},
        "weak_spots": [_entry_values(each, language) for each in found.weak_spots],
        "services": [
            {
                "name": each.journeys[0].leaf.say(each.name, language) or None,
                "journeys": [journey.leaf.name for journey in each.journeys],
                "shares": [{"register": entry.collection, "key": entry.key} for entry in each.shares],
            }
            for each in found.services
        ],
    }
    if hits is not None:
        answer["hits"] = [{"file": hit.leaf, "address": str(hit.address), "text": hit.text, "language": hit.language} for hit in hits]
    return answer


def _journey_values(journey: Journey, language: str) -> dict[str, Any]:
    leaf = journey.leaf
    return {
        "file": leaf.name,
        "title": leaf.say(leaf.title, language),
        "service": leaf.say(leaf.blueprint.service, language) or None,
        "state": leaf.blueprint.state,
        "steps": journey.steps,
        "moments": journey.moments,
        "below": [step.id for step in leaf.below],
        "broken_promises": list(leaf.broken_promises()),
        "below_promise": journey.below_promise,
        "lowest_feeling": journey.lowest,
        "total_s": journey.total_s,
        "unknown_stations": journey.unknown,
        "assumed_share": journey.assumed,
        "findings": journey.findings,
        "high_findings": journey.high,
        "open_actions": journey.actions,
        "late_actions": journey.late,
    }


def _entry_values(entry: Registered, language: str) -> dict[str, Any]:
    return {
        "register": entry.collection,
        "key": entry.key,
        "name": " ".join(say(entry.name, language).split()),
        "blueprints": entry.blueprints,
        "moments": entry.moments,
        "below": entry.below,
        "uses": [
            {
                "file": use.leaf,
                "id": use.id,
                "cards": use.cards,
                "steps": list(use.steps),
                "moments": list(use.moments),
                "below": list(use.below),
            }
            for use in entry.uses
        ],
    }


def _show(found: Atlas, register: str | None, hits: Sequence[Hit] | None, voice: Voice) -> None:
    from .terminal.tables import table_console

    console = table_console()
    if hits is not None:
        for hit in hits:
            leaf = found.leaf(hit.leaf)
            console.print(f"{hit.text}  ({leaf.say(leaf.title, voice.language)}: {hit.address})")
        voice.tell(voice.phrase("atlas.hits", n=len(hits)))
        return
    if register is not None:
        rows = [_entry(found, each, voice.language) for each in found.registers[register]]
        _table(console, voice.phrase(f"atlas.{register}"), _REGISTER, rows, voice)
        return
    rows = [[row[_JOURNEY.index(name)] for name in _SHORT] for row in (_journey(each, voice.language) for each in found.journeys)]
    _table(console, voice.phrase("atlas.journeys"), _SHORT, rows, voice)
    spots = [_spot(each, voice) for each in found.weak_spots[:10]]
    _table(console, voice.phrase("atlas.spots"), ("spot", "kind", "in-journeys", "moments-below"), spots, voice)


def _spot(entry: Registered, voice: Voice) -> list[str]:
    where = sum(1 for use in entry.uses if use.below)
    name = " ".join(say(entry.name, voice.language).split())
    return [name, voice.phrase(f"atlas.one.{entry.collection}"), str(where), str(entry.below)]


def _table(console: Any, title: str, names: Sequence[str], rows: Sequence[Sequence[str]], voice: Voice) -> None:
    from rich import box
    from rich.table import Table

    if not rows:
        return
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for at, name in enumerate(names):
        numbers = at > 0 and rows[0][at][:1].isdigit()
        least = max(len(row[at]) for row in rows) if name in _WHOLE else None
        table.add_column(_head(name, voice.language), overflow="fold", justify="right" if numbers else "left", min_width=least)
    for row in rows:
        table.add_row(*row)
    console.print(table)
