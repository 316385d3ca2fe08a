"""The legend under a picture, of what the picture really shows, and the line that says where it comes from."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from footlights.drawing import Group, Icon, Item, Path, Rect, TextLine
from footlights.facts import PathTime
from footlights.model import MARK_KINDS, Blueprint
from footlights.typeset import width
from footlights.words import compared, grouped, word

from .bars import scale_signs
from .emotion import FAR, curves_of, dashes_of
from .faces import MARK_SIGNS, badge, star_path
from .fates import FATES, fate_sign
from .plan import Plan
from .sizes import Sizes

__all__ = ["Entry", "draw_legend", "mark_entry", "provenance", "truth_entry"]


class Entry(NamedTuple):
    """A sign and its meaning; `draw` puts the sign with its middle left at (x, y), `wide` px wide."""

    text: str
    wide: float
    draw: Callable[[float, float], list[Item]]


def draw_legend(
    plan: Plan, sizes: Sizes, left: float, top: float, right: float, signs: Sequence[Entry] | None = None,
    times: PathTime | None = None,
) -> tuple[Group, float]:  # fmt: skip
    """The legend's group and how high it is; () with height 0 when there is nothing to explain.

    `signs` are what is explained: what a grid of steps and lanes shows when None, with the signs of a scale of `times`.
    """
    entries = _entries(plan, times) if signs is None else signs
    if not entries:
        return Group("legend", ()), 0.0
    title = word("legend.title", plan.language)
    items: list[Item] = [TextLine(left, ((top + 12, title),), 11.0, "ink", True)]
    start = left + width(title, 11.0, bold=True) + 18
    x, y = start, top + 8
    for entry in entries:
        wide = entry.wide + 6 + width(entry.text, sizes.small)
        if x > start and x + wide > right:
            x, y = start, y + 20
        items += entry.draw(x, y)
        items.append(TextLine(x + entry.wide + 6, ((y + 3.6, entry.text),), sizes.small, "muted"))
        x += wide + 18
    return Group("legend", tuple(items), "", title), y - top + 20


def _entries(plan: Plan, times: PathTime | None) -> list[Entry]:
    language, blueprint = plan.language, plan.blueprint
    kinds = _fates(plan)
    found = [Entry(compared(f"legend.{kind}", language), 17, partial(_fate, kind)) for kind in FATES if kind in kinds]
    if any(not flow.implied for flow in plan.flows):
        found.append(
            Entry(word("legend.arrow", language), 26, lambda x, y: [Path(f"M{x:g} {y:g}H{x + 24:g}", None, "arrow", 1.5, "", "end")])
        )
    if any(flow.implied for flow in plan.flows):
        found.append(
            Entry(
                word("legend.implied", language), 26, lambda x, y: [Path(f"M{x:g} {y:g}H{x + 24:g}", None, "arrow-implied", 1.1, "", "end")]
            )
        )
    if any(step.moment_of_truth for step in blueprint.steps.values()):
        found.append(truth_entry(language))
    shown = {f"cards/{card.id}" for card in plan.cards} | {f"steps/{step}" for step in plan.column_of}
    marks = {mark.kind for mark in blueprint.marks.values() if mark.on in shown} if plan.zoom != "overview" else set()
    marks |= {tally.worst for tally in plan.tallies}
    found += [mark_entry(kind, language) for kind in MARK_KINDS if kind in marks]
    found += _curves(plan) + _times(plan) + _scale(plan, times) + _dashed(plan)
    if plan.zoom != "overview" and any(card.mode == "automated" for card in plan.cards):
        found.append(Entry(word("legend.automated", language), 13, lambda x, y: [Icon(x, y - 6, "gear")]))
    return found


def _fates(plan: Plan) -> set[str]:
    """What became of anything that the picture shows with a sign."""
    shown = [f"steps/{step}" for step in plan.column_of] + [f"cards/{card.id}" for card in plan.cards if plan.zoom != "overview"]
    return {fate.kind for address in shown if (fate := plan.fate(address)) is not None}


def _fate(kind: str, x: float, y: float) -> list[Item]:
    return fate_sign(kind, x + 8, y)


def truth_entry(language: str) -> Entry:
    """A moment of truth, by its star."""
    return Entry(word("word.moment-of-truth", language), 12, lambda x, y: [Path(star_path(x, y - 6), "truth", "truth-edge", 0.8)])


def mark_entry(kind: str, language: str) -> Entry:
    """A kind of mark, by its badge."""

    def draw(x: float, y: float) -> list[Item]:
        sign = MARK_SIGNS[kind]
        letter: list[Item] = [TextLine(x + 7, ((y + 3.4, sign),), 9.0, "on-mark", True, "middle")] if sign else []
        return [*badge(kind, x + 7, y), *letter]

    return Entry(word(f"mark.{kind}", language), 15, draw)


def _dashed(plan: Plan) -> list[Entry]:
    """What a dashed edge means: a card in other hands, or one that stands in another row."""
    if plan.zoom == "overview":
        return []
    keys = (("others", "ground", bool(plan.others & set(plan.spans))), ("echo", "", bool(plan.echoes)))
    return [Entry(word(f"legend.{key}", plan.language), 18, partial(_edge, fill or None)) for key, fill, there in keys if there]


def _edge(fill: str | None, x: float, y: float) -> list[Item]:
    return [Rect(x, y - 6, 18, 12, fill, "card-edge", 1.0, 3, "4 3")]


def _curves(plan: Plan) -> list[Entry]:
    if not any(band.kind == "emotion" and not band.folded for band in plan.bands):
        return []
    firm = {dash == "" for curve in curves_of(plan) for dash in dashes_of(curve) if dash != FAR}
    found = []
    for solid, key in ((False, "assumed-curve"), (True, "measured-curve")):
        if solid in firm:
            found.append(Entry(word(f"legend.{key}", plan.language), 26, partial(_curve, "" if solid else "6 4")))
    return found


def _curve(dash: str, x: float, y: float) -> list[Item]:
    return [Path(f"M{x:g} {y:g}H{x + 26:g}", None, "persona-1", 2.4, dash)]


def _times(plan: Plan) -> list[Entry]:
    if not any(band.kind == "time" and not band.folded for band in plan.bands):
        return []
    blueprint = plan.blueprint
    times = [step.time for step in blueprint.steps.values() if step.time] + [card.time for card in blueprint.cards.values() if card.time]
    known = {name for name in ("work", "wait", "standard", "tolerance") if any(getattr(time, name) for time in times)}
    found = [Entry(word(f"legend.{name}", plan.language), 18, partial(_bar, name)) for name in ("work", "wait") if name in known]
    norms = (("standard", ""), ("tolerance", "3 2"))
    return found + [Entry(word(f"legend.{name}", plan.language), 5, partial(_norm, name, dash)) for name, dash in norms if name in known]


def _scale(plan: Plan, times: PathTime | None) -> list[Entry]:
    there = any(band.kind == "scale" and not band.folded for band in plan.bands)
    return [Entry(*sign) for sign in scale_signs(plan, times)] if there and times is not None else []


def _bar(token: str, x: float, y: float) -> list[Item]:
    return [Rect(x, y - 5, 18, 10, token)]


def _norm(token: str, dash: str, x: float, y: float) -> list[Item]:
    return [Path(f"M{x + 2:g} {y - 8:g}V{y + 8:g}", None, token, 1.8, dash)]


def provenance(blueprint: Blueprint, language: str, claims: tuple[int, int] | None = None) -> str:
    """State, review, owner, what the claims rest on and the share that is assumed, in one line.

    `claims` is (assumed, all), None to leave it out.
    """
    parts = []
    if blueprint.state:
        parts.append(word(f"state.{blueprint.state}", language))
    if blueprint.reviewed:
        parts.append(word("provenance.reviewed", language, date=blueprint.reviewed.isoformat()))
    else:
        parts.append(word("provenance.not-reviewed", language))
    if blueprint.owner:
        actor = blueprint.actors.get(blueprint.owner)
        name = blueprint.say(actor.name, language) if actor and actor.name else blueprint.owner
        parts.append(word("provenance.owner", language, owner=name))
    parts += _sources(blueprint, language)
    if claims is not None:
        assumed, total = claims
        told = (
            word("provenance.basis", language, share=f"{100 * assumed / total:.0f} %", n=total)
            if total
            else word("provenance.no-claims", language)
        )
        parts.append(told)
    parts.append(word("provenance.made", language))
    return "  ·  ".join(parts)


def _sources(blueprint: Blueprint, language: str) -> list[str]:
    """How many sources there are, from when until when they were made, and how many people or cases they rest on."""
    sources = tuple(blueprint.sources.values())
    if not sources:
        return []
    dates = sorted(source.date_ for source in sources if source.date_ is not None)
    told = [word("provenance.source" if len(sources) == 1 else "provenance.sources", language, count=len(sources))]
    if dates and dates[0] == dates[-1]:
        told.append(dates[0].isoformat())
    elif dates:
        told.append(word("provenance.span", language, first=dates[0].isoformat(), last=dates[-1].isoformat()))
    sizes = sorted(source.n for source in sources if source.n is not None)
    if sizes:
        # people asked and lines of a log are never added up: the least and the most say what it rests on
        ends = dict.fromkeys((sizes[0], sizes[-1]))
        told.append(word("provenance.n", language, n="–".join(grouped(end, language) for end in ends)))
    return [", ".join(told)]
