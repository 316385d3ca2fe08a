"""What a picture shows: its columns, its bands of rows, and the ways between them."""

from dataclasses import replace
from typing import NamedTuple

from footlights.facts import Compared, Fate
from footlights.model import Blueprint, Card, Collection, Flow, FootlightsError, Lane, Line, Phase, Step, flows, lines_between, near
from footlights.words import compared as in_comparing
from footlights.words import word

__all__ = ["VIEWS", "ZOOMS", "Band", "Column", "Plan", "make_plan", "with_fate"]

VIEWS = ("blueprint", "journey")
ZOOMS = ("overview", "normal", "detail")

#: The rows above the line of interaction: what a customer journey map shows.
_JOURNEY_ROLES = ("evidence", "customer", "emotion")


class Column(NamedTuple):
    """One column: a step with its number from 1, or the empty place of a phase without steps (step None).

    The number is 0 where there is no step, or where a step stood that is no longer there.
    """

    phase: Phase
    step: Step | None
    number: int


class Band(NamedTuple):
    """One lane as it is shown. `kind` is cards, emotion, touchpoints or time; `family` picks its tint and icon."""

    lane: Lane
    kind: str
    family: str
    title: str


class Plan(NamedTuple):
    """Everything the layout needs to know about what to show; content stays in the blueprint."""

    blueprint: Blueprint
    view: str
    zoom: str
    language: str
    columns: tuple[Column, ...]
    column_of: dict[str, int]
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]
    cards: tuple[Card, ...]
    flows: tuple[Flow, ...]
    compared: Compared | None = None

    def say(self, text: object) -> str:
        """A text of the document in the picture's language."""
        return self.blueprint.say(text, self.language)  # type: ignore[arg-type]

    def fate(self, address: str) -> Fate | None:
        """What became of an element (`steps/calls`) where the picture shows two states; else None."""
        return self.compared.fate(*address.split("/", 1)) if self.compared is not None and "/" in address else None

    def gone(self, address: str) -> bool:
        """Whether an element is only shown where it stood."""
        return self.compared is not None and "/" in address and self.compared.gone(*address.split("/", 1))


def make_plan(blueprint: Blueprint, view: str, zoom: str, language: str, compared: Compared | None = None) -> Plan:
    """The plan for a view; raises FootlightsError for a view or zoom level that does not exist.

    With `compared` the blueprint holds what was removed, too; the ways on are those of what is there, and the links that were.
    """
    for given, known, what in ((view, VIEWS, "view"), (zoom, ZOOMS, "zoom level")):
        if given not in known:
            close = near(given, known)
            raise FootlightsError(
                f"no {what} {given!r}; {what}s: {', '.join(known)}",
                f"did you mean {close[0]}?" if close else f"choose one of these {what}s",
            )
    columns = _columns(blueprint, compared)
    column_of = {column.step.id: number for number, column in enumerate(columns) if column.step is not None}
    bands = tuple(_bands(blueprint, view, language, compared))
    shown = {band.lane.id for band in bands if band.kind == "cards"}
    cards = tuple(card for card in blueprint.cards.values() if card.lane in shown and card.step in column_of)
    ends = {card.id for card in cards} | set(column_of)
    ways = tuple(flow for flow in _ways(blueprint, compared) if flow.source in ends and flow.target in ends)
    lines = lines_between([band.lane for band in bands]) if view == "blueprint" else ()
    return Plan(blueprint, view, zoom, language, columns, column_of, bands, lines, cards, ways if zoom != "overview" else (), compared)


def _ways(blueprint: Blueprint, compared: Compared | None) -> tuple[Flow, ...]:
    """The ways on; where two states are compared those of the later one, and the links that are gone."""
    if compared is None:
        return flows(blueprint)
    names = ("steps", "cards", "links")
    living = {
        name: Collection(each for id, each in blueprint.collection(name).items() if not compared.gone(name, id)) for name in names
    }  # fmt: skip
    gone = [link for id, link in blueprint.links.items() if compared.gone("links", id)]
    there = flows(replace(blueprint, **living))  # type: ignore[arg-type]
    return (*there, *(Flow(link.source, link.target, link.kind or "trigger", link) for link in gone))


def _columns(blueprint: Blueprint, compared: Compared | None) -> tuple[Column, ...]:
    found: list[Column] = []
    number = 0
    for phase in blueprint.phases.values():
        steps = blueprint.steps_by_phase.get(phase.id, ())
        for step in steps:
            gone = compared is not None and compared.gone("steps", step.id)
            number += not gone
            found.append(Column(phase, step, 0 if gone else number))
        if not steps:
            found.append(Column(phase, None, 0))
    return tuple(found)


def _bands(blueprint: Blueprint, view: str, language: str, compared: Compared | None) -> list[Band]:
    found: list[Band] = []
    for lane in blueprint.rows:
        if view == "journey" and lane.role not in _JOURNEY_ROLES:
            continue
        kind = lane.role if lane.role in ("emotion", "time") else "cards"
        family = lane.role if lane.role not in ("policy", "metric", "note") else "other"
        fate = compared.fate("lanes", lane.id) if compared is not None else None
        found.append(Band(lane, kind, family, with_fate(_title(blueprint, lane, language), fate, language)))
    if view == "journey" and any(card.via for card in blueprint.cards.values()):
        lane = Lane("touchpoints", "frontstage")
        found.append(Band(lane, "touchpoints", "frontstage", word("lane.touchpoints", language)))
    return found


def with_fate(name: str, fate: Fate | None, language: str) -> str:
    """A name with what became of the thing behind it in brackets."""
    if fate is None:
        return name
    return f"{name} ({', '.join(fate.notes) if fate.notes else in_comparing(f'sign.{fate.kind}', language)})"


def _title(blueprint: Blueprint, lane: Lane, language: str) -> str:
    """The lane's own name; failing that the document's word for its role, then ours."""
    if lane.name:
        return blueprint.say(lane.name, language)
    own = dict(blueprint.vocabulary).get(lane.role)
    return blueprint.say(own, language) if own and lane.id == lane.role else word(f"lane.{lane.role}", language)
