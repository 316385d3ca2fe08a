"""The heads of a picture: its title, the phases with their needs, and the numbered steps."""

from collections.abc import Iterable
from math import fsum
from typing import NamedTuple

from footlights.drawing import Group, Item, Path, Rect, TextLine
from footlights.model import Phase, Step
from footlights.typeset import shorten, width, wrap
from footlights.words import word

from .faces import star_path
from .geometry import Across
from .picking import filters_in_words
from .plan import Column, Plan, with_fate
from .sizes import Sizes

__all__ = ["Heads", "draw_phases", "draw_steps", "draw_title", "measure_heads"]

_TITLE = 22.0
_BAND = 30.0
_STEP_LINE = 14.0
_COMPARED_LINE = 17.0


class Heads(NamedTuple):
    """How high each part of the heads is; `need_lines` are the most lines any phase's need takes."""

    title: float
    phases: float
    steps: float

    @property
    def total(self) -> float:
        """The height of all heads together."""
        return self.title + self.phases + self.steps


def measure_heads(plan: Plan, sizes: Sizes) -> Heads:
    """The heights the heads need, with columns at their narrowest (they only grow)."""
    needs, titles = 0, 1
    at = 0
    for phase, count in _spans(plan):
        room = _least(plan, range(at, at + count), sizes) - sizes.gutter_least - 4
        at += count
        needs = max(needs, len(_need(plan, phase, room, sizes)))
    for number, column in enumerate(plan.columns):
        if column.folded:
            titles = max(titles, len(_how_many(plan, column, plan.wide(number, sizes), sizes)))
        if column.step is not None:
            titles = max(titles, len(_step_lines(plan, column.step, plan.wide(number, sizes), sizes)))
    phases = _BAND + (needs * sizes.small_step + 14 if needs else 8)
    stars = 11.0 if plan.zoom == "overview" and any(column.step and column.step.moment_of_truth for column in plan.columns) else 0.0
    steps = 12 + max(22.0, titles * _STEP_LINE + 6) + stars
    return Heads(_title_height(plan, sizes), phases if plan.columns else 0.0, steps if plan.columns else 0.0)


def _title_height(plan: Plan, sizes: Sizes) -> float:
    lines = len(_compared(plan, sizes))
    return (76.0 if _subtitle(plan) else 60.0) + (_COMPARED_LINE * lines + 8 if lines else 0)


def _compared(plan: Plan, sizes: Sizes) -> list[str]:
    """With what a picture of two states compares, and what it comes to; [] for any other picture.

    The columns only grow wider than this, so the lines fit.
    """
    if plan.compared is None:
        return []
    room = max(480.0 - sizes.margin, _least(plan, range(len(plan.columns)), sizes) + sizes.head_least - sizes.margin)
    said = (plan.compared.with_, plan.compared.headline)
    return [line for text in said if text for line in wrap(text, room, 12.0, bold=True, language=plan.language, max_lines=4)]


def _subtitle(plan: Plan) -> str:
    blueprint = plan.blueprint
    parts = [plan.say(text) for text in (blueprint.service, blueprint.scenario)]
    state = word(f"state.{blueprint.state}", plan.language) if blueprint.state else ""
    only = filters_in_words(blueprint, plan.looked, plan.language)
    return "  ·  ".join(part for part in (plan.say(plan.looked.title), _shown(plan), *only, *parts, state) if part)


def _shown(plan: Plan) -> str:
    """The name of the view; of a role's slice with the name of the role."""
    name = word(f"view.{plan.view}", plan.language)
    if plan.view != "role" or not plan.looked.role:
        return name
    actor = plan.blueprint.actors.get(plan.looked.role)
    return f"{name}: {(plan.say(actor.name) if actor else '') or plan.looked.role}"


def _least(plan: Plan, columns: Iterable[int], sizes: Sizes) -> float:
    """How wide these columns are at least, each with a gutter."""
    return fsum(plan.wide(number, sizes) + sizes.gutter_least for number in columns)


def _spans(plan: Plan) -> list[tuple[Phase, int]]:
    found: list[tuple[Phase, int]] = []
    for column in plan.columns:
        if found and found[-1][0] is column.phase:
            found[-1] = (column.phase, found[-1][1] + 1)
        else:
            found.append((column.phase, 1))
    return found


def _need(plan: Plan, phase: Phase, room: float, sizes: Sizes) -> tuple[str, ...]:
    if not phase.need:
        return ()
    share = f"{(phase.met or 0) * 100:.0f}\u00a0%"
    met = f"  ({word('word.met', plan.language, share=share)})" if phase.met is not None else ""
    return wrap(plan.say(phase.need) + met, room, sizes.small, language=plan.language, max_lines=4)


def _step_lines(plan: Plan, step: Step, room: float, sizes: Sizes) -> tuple[str, ...]:
    title = plan.say(step.title) or plan.say(step.does)
    return wrap(title, room - 30, sizes.small + 1, bold=True, language=plan.language, max_lines=2)


def draw_title(plan: Plan, sizes: Sizes, room: float) -> Group:
    """The picture's title with service, scenario and state below it."""
    title = plan.say(plan.blueprint.title) or word("word.untitled", plan.language)
    y = sizes.margin
    items: list[Item] = [TextLine(sizes.margin, ((y + 18, shorten(title, room, _TITLE, bold=True)),), _TITLE, "ink", True)]
    subtitle = _subtitle(plan)
    if subtitle:
        items.append(TextLine(sizes.margin, ((y + 38, shorten(subtitle, room, 12.0)),), 12.0, "muted"))
    lines = _compared(plan, sizes)
    if lines:
        first = y + (58 if subtitle else 42)
        texts = tuple((first + number * _COMPARED_LINE, line) for number, line in enumerate(lines))
        items.append(TextLine(sizes.margin, texts[:1], 12.0, "muted"))
        items.append(TextLine(sizes.margin, texts[1:], 12.0, "ink", True))
    return Group("title", tuple(items), "blueprint#title", title)


def draw_phases(plan: Plan, sizes: Sizes, across: Across, top: float) -> list[Group]:
    """A band per phase over its columns, its need below it."""
    groups = []
    at = 0
    for phase, count in _spans(plan):
        x = across.columns[at] - 4
        wide = across.right(at + count - 1) + 4 - x
        fate, gone = plan.fate(f"phases/{phase.id}"), plan.gone(f"phases/{phase.id}")
        name = plan.say(phase.title) or phase.id
        title = with_fate(name, fate, plan.language)
        said = name if gone else title
        size = 13.0 if width(said, 13.0, bold=True) <= wide - 21 else sizes.small + 1  # smaller before it is cut
        shown = shorten(said, wide - 21, size, bold=True)
        tip = x + wide
        arrow = f"M{x:g} {top:g}H{tip - 9:g}L{tip:g} {top + _BAND / 2:g}L{tip - 9:g} {top + _BAND:g}H{x:g}Z"
        shape = Path(arrow, "ground", "removed", 1.4, "5 4") if gone else Path(arrow, "phase")
        items: list[Item] = [
            shape,
            TextLine(x + 12, ((top + 19.7 - 0.36 * (13.0 - size), shown),), size, "muted" if gone else "on-phase", True),
        ]
        if gone:
            items.append(Path(f"M{x + 12:g} {top + 15.4:g}H{x + 12 + width(shown, size, bold=True):g}", None, "removed"))
        need = _need(plan, phase, wide - 12, sizes)
        if need:
            y = top + _BAND + (17.5 if phase.met is not None else 14.5)
            lines = tuple((y + number * sizes.small_step, line) for number, line in enumerate(need))
            items.append(TextLine(x + 4, lines, sizes.small, "muted"))
        if phase.met is not None:
            items.append(Rect(x, top + _BAND + 2, wide - 9, 3, "unmet"))
            items.append(Rect(x, top + _BAND + 2, round((wide - 9) * phase.met, 2), 3, "met"))
        groups.append(Group("phase", tuple(items), f"phases/{phase.id}", title, (x, top, wide, _BAND)))
        at += count
    return groups


def _figures(column: Column) -> str:
    """The numbers of the steps that a folded column stands for: `3–5`."""
    first, last = column.numbers
    return "–" if not first else f"{first}" if first == last else f"{first}–{last}"


def _badge(column: Column) -> float:
    return max(20.0, width(_figures(column), 11.0, bold=True) + 10)


def _how_many(plan: Plan, column: Column, room: float, sizes: Sizes) -> tuple[str, ...]:
    """How many steps a folded column stands for, beside their numbers; nothing where that needs a second line: the numbers tell it."""
    count = len(column.steps)
    told = word("word.one-step" if count == 1 else "word.steps", plan.language, count=count)
    return (told,) if width(told, sizes.small + 1) <= room - _badge(column) - 7 else ()


def _folded_head(plan: Plan, column: Column, number: int, sizes: Sizes, across: Across, reach: tuple[float, float]) -> Group:
    """The head of several steps in one column: their numbers, and how many they are."""
    (top, bottom), x = reach, across.columns[number]
    y, wide = top + 12, _badge(column)
    items: tuple[Item, ...] = (
        Rect(x, y - 5, wide, 20, "ground", "number", radius=10),
        TextLine(x + wide / 2, ((y + 9, _figures(column)),), 11.0, "ink", True, "middle"),
        *(
            TextLine(x + wide + 7, ((y + 9, told),), sizes.small + 1, "muted")
            for told in _how_many(plan, column, across.widths[number], sizes)
        ),
    )
    titles = ", ".join(plan.say(step.title) or plan.say(step.does) or word("word.waits", plan.language) for step in column.steps)
    return Group("fold", items, "", titles, (x, top, across.widths[number], bottom - top))


def draw_steps(plan: Plan, sizes: Sizes, across: Across, top: float, bottom: float) -> list[Group]:
    """A number and a short name per step, with as many small stars as the moment weighs."""
    groups = []
    for number, column in enumerate(plan.columns):
        if column.folded:
            groups.append(_folded_head(plan, column, number, sizes, across, (top, bottom)))
        if column.step is None:
            continue
        x, y = across.columns[number], top + 12
        gone = plan.gone(f"steps/{column.step.id}")
        figure = "–" if gone else str(column.number)
        badge = max(20.0, width(figure, 11.0, bold=True) + 10)
        items: list[Item] = [
            Rect(x, y - 5, badge, 20, "ground" if gone else "number", "removed" if gone else None, radius=10),
            TextLine(x + badge / 2, ((y + 9, figure),), 11.0, "muted" if gone else "on-number", True, "middle"),
        ]
        lines = _step_lines(plan, column.step, plan.wide(number, sizes), sizes)
        if lines:
            text = tuple((y + 9 + n * _STEP_LINE, line) for n, line in enumerate(lines))
            items.append(TextLine(x + badge + 7, text, sizes.small + 1, "muted" if gone else "ink", True))
        grade = column.step.moment_of_truth
        if grade and plan.zoom == "overview":
            below = y + max(18.0, 15 + (len(lines) - 1) * _STEP_LINE)
            items += [Path(star_path(x + 13 * n, below, 9.0), "truth", "truth-edge", 0.8) for n in range(grade)]
        name = plan.say(column.step.title) or plan.say(column.step.does) or word("word.waits", plan.language)
        box = (x, top, across.widths[number], bottom - top)
        spoken = with_fate(name if gone else f"{column.number}. {name}", plan.fate(f"steps/{column.step.id}"), plan.language)
        groups.append(Group("step", tuple(items), f"steps/{column.step.id}", spoken, box))
    return groups
