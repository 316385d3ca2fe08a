"""The picture in words: a table of every row and step, for screen readers and for people who prefer it."""

from footlights.drawing import Row
from footlights.facts import PathTime
from footlights.model import Card, Mark, Step
from footlights.words import duration_text, number, signed, word

from .emotion import curves_of
from .faces import tally_words
from .plan import Plan, with_fate

__all__ = ["columns_of", "rows_as_text"]


def columns_of(plan: Plan) -> tuple[tuple[str, str], ...]:
    """(numbered name, phase) of every column."""
    found = []
    for column in plan.columns:
        phase = plan.say(column.phase.title) or column.phase.id
        name = ""
        if column.folded:
            name = word("word.one-step" if len(column.steps) == 1 else "word.steps", plan.language, count=len(column.steps))
        if column.step is not None:
            said = plan.say(column.step.title) or plan.say(column.step.does) or word("word.waits", plan.language)
            name = f"{column.number}. {said}" if column.number else said
            name = with_fate(name, plan.fate(f"steps/{column.step.id}"), plan.language)
        found.append((name, phase))
    return tuple(found)


def rows_as_text(plan: Plan, times: PathTime | None) -> tuple[Row, ...]:
    """A row per band, with everything the picture says in words."""
    found = []
    cards: dict[tuple[str, str], list[Card]] = {}
    for card in plan.cards:
        cards.setdefault((card.step, card.lane), []).append(card)
    for echo in plan.echoes:
        cards.setdefault((echo.card.step, echo.lane), []).append(echo.card)
    folded = {(tally.column, tally.lane): tally for tally in plan.tallies}
    for band in plan.bands:
        cells = []
        for at, column in enumerate(plan.columns):
            step = column.step
            cell: list[str] = []
            tally = folded.get((at, band.lane.id))
            if tally is not None:
                cell.append(tally_words(plan, tally))
            if step is not None and band.kind == "cards":
                if band.lane.role == "customer" and not band.folded:
                    cell += _step_texts(plan, step)
                cell += [_card_text(plan, card) for card in cards.get((step.id, band.lane.id), ())]
            elif step is not None and band.kind == "touchpoints":
                cell += [name for _, name in touchpoints(plan, step.id)]
            cells.append(tuple(cell))
        if band.kind == "emotion" and not band.folded:
            cells = _feelings(plan)
        if band.kind in ("time", "scale") and times is not None and not band.folded:
            cells = _times(plan, times)
        found.append(Row(band.title, tuple(cells)))
    return tuple(found)


def _step_texts(plan: Plan, step: Step) -> list[str]:
    language = plan.language
    found = [plan.say(step.does) or f"({word('word.waits', language)})"]
    if step.thinks:
        found.append(f"{word('word.thinks', language)}: “{plan.say(step.thinks)}”")
    if step.expects:
        found.append(f"{word('word.expects', language)}: {plan.say(step.expects)}")
    if step.moment_of_truth:
        found.append(f"{word('word.moment-of-truth', language)}: {step.moment_of_truth}/4")
    if step.desired is not None:
        actual = "?" if step.actual is None else number(step.actual, language)
        found.append(word("word.level", language, actual=actual, desired=number(step.desired, language)))
    return found + [_mark_text(plan, mark) for mark in plan.blueprint.marks_on.get(f"steps/{step.id}", ())]


def _mark_text(plan: Plan, mark: Mark) -> str:
    kind = word(f"mark.{mark.kind}", plan.language)
    title = plan.say(mark.title)
    recovery = word("mark.recovery", plan.language, recovery=plan.say(mark.recovery)) if mark.recovery else ""
    return "; ".join(part for part in (f"{kind}: {title}" if title else kind, recovery) if part)


def _card_text(plan: Plan, card: Card) -> str:
    blueprint, language = plan.blueprint, plan.language
    parts = [plan.say(card.does)]
    for key, ids, things in (
        ("by", card.by, blueprint.actors),
        ("via", card.via, blueprint.channels),
        ("uses", card.uses, blueprint.systems),
    ):
        names = [plan.say(things[id].name) or id if id in things else id for id in ids]
        if names:
            parts.append(f"{word(f'word.{key}', language)} {', '.join(names)}")
    if card.mode:
        parts.append(word(f"word.{card.mode}", language))
    text = with_fate("; ".join(part for part in parts if part), plan.fate(f"cards/{card.id}"), language)
    marks = [_mark_text(plan, mark) for mark in blueprint.marks_on.get(f"cards/{card.id}", ())]
    return " — ".join([text, *marks])


def _feelings(plan: Plan) -> list[tuple[str, ...]]:
    cells: list[list[str]] = [[] for _ in plan.columns]
    for curve in curves_of(plan):
        for spot in curve.spots:
            mood = word(f"feeling.{max(-2, min(2, round(spot.level)))}", plan.language)
            cells[spot.column].append(f"{curve.name}: {mood} ({signed(spot.level, plan.language)})")
    return [tuple(cell) for cell in cells]


def _times(plan: Plan, times: PathTime) -> list[tuple[str, ...]]:
    by_step = {station.step: station for station in times.stations}
    cells = []
    for column in plan.columns:
        station = by_step.get(column.step.id) if column.step else None
        told = []
        if station is not None:
            figures = (station.work_s, station.wait_s, station.standard_s, station.tolerance_s)
            for key, seconds in zip(("work", "wait", "standard", "tolerance"), figures, strict=True):
                if seconds is not None:
                    told.append(f"{word(f'word.{key}', plan.language)} {duration_text(seconds, plan.language)}")
        cells.append(tuple(told) if told or column.number == 0 else (word("word.unknown", plan.language),))
    return cells


def touchpoints(plan: Plan, step: str) -> list[tuple[str, str]]:
    """(channel id, name) of every channel through which customer and organisation meet at a step, in order."""
    found: dict[str, str] = {}
    for lane in plan.blueprint.rows:
        if lane.role != "frontstage":
            continue
        for card in plan.blueprint.cards_by_cell.get((step, lane.id), ()):
            for id in card.via if not plan.gone(f"cards/{card.id}") else ():
                if plan.looked.channels and id not in plan.looked.channels:
                    continue
                channel = plan.blueprint.channels.get(id)
                found[id] = plan.say(channel.name) or id if channel else id
    return list(found.items())
