"""What stands above and below the curves: stars, what people think where the mood turns, levels and expectations."""

from collections.abc import Sequence
from typing import NamedTuple

from footlights.drawing import Group, Icon, Item, Path, Rect, TextLine, icon_for
from footlights.typeset import shorten, wrap
from footlights.words import word

from .emotion import Curve
from .faces import star_path
from .geometry import Across
from .hatch import hatch
from .plan import Plan
from .sizes import Sizes
from .tell_curves import level_text, turns_of

__all__ = ["Strips", "bubble", "draw_quotes", "draw_stars", "draw_strips", "level_bar", "strip_head", "strips_of", "tips_of"]

_STARS = 24.0
_NAME_LEFT = 36.0
_PAD = 8.0
_BUBBLE = 7.0  # above and below the words of a quote
_TAIL = 7.0
#: The most lines of a quote or an expectation; all of them where the picture is detailed.
_LINES = {"normal": 6, "detail": None}


class Strips(NamedTuple):
    """The tops of what stands above and below the plot, in px, and the lines of every text by column.

    The quotes above end at `plot`, those below begin at `under`, and `curves_end` is where the band of curves ends.
    """

    stars: float
    plot: float
    under: float
    curves_end: float
    levels: float
    expectations: float
    bottom: float
    quotes: dict[int, tuple[str, ...]]
    turns: dict[int, str]
    expects: dict[int, tuple[str, ...]]


def strips_of(
    plan: Plan, curves: Sequence[Curve], sizes: Sizes, across: Across, top: float, height: float, least: float
) -> Strips:  # fmt: skip
    """The places of the strips from `top` on, with a plot `height` px high and at least `least` px above it."""
    turns = turns_of(curves)
    quotes: dict[int, tuple[str, ...]] = {}
    expects: dict[int, tuple[str, ...]] = {}
    for number, column in enumerate(plan.columns):
        if column.step is None or plan.zoom == "overview":
            continue
        most, room = _LINES[plan.zoom], across.widths[number]
        if column.step.thinks and number in turns:
            said = f"“{plan.say(column.step.thinks)}”"
            quotes[number] = wrap(said, room - 2 * _PAD, sizes.small + 1, language=plan.language, max_lines=most)
        if column.step.expects:
            expects[number] = wrap(plan.say(column.step.expects), room, sizes.small, language=plan.language, max_lines=most)
    stars = _STARS if any(column.step and column.step.moment_of_truth for column in plan.columns) else 0.0
    above, below = (
        max((_high(lines, sizes) + _TAIL + 10 for number, lines in quotes.items() if turns[number] == turn), default=0.0)
        for turn in ("peak", "dip")
    )
    plot = top + max(stars + above, least)
    under = plot + height
    levels = under + below
    expectations = levels + _levels_high(plan, sizes)
    bottom = expectations + (max(max(map(len, expects.values())) * sizes.small_step + 20, 44.0) if expects else 0.0)
    return Strips(top, plot, under, levels, levels, expectations, bottom, quotes, turns, expects)


def _high(lines: Sequence[str], sizes: Sizes) -> float:
    return len(lines) * (sizes.small_step + 1) + 2 * _BUBBLE


def _levels_high(plan: Plan, sizes: Sizes) -> float:
    if not any(column.step and (column.step.desired is not None or column.step.actual is not None) for column in plan.columns):
        return 0.0
    return 36.0 if plan.zoom == "overview" else 52.0


def strip_head(
    plan: Plan, sizes: Sizes, box: tuple[float, float, float, float], left: float, family: str, icon: str, title: str, address: str = ""
) -> Group:  # fmt: skip
    """A tinted band with its icon and its name, up to `left`."""
    x, y, wide, high = box
    lines = wrap(title, left - x - _NAME_LEFT - 8, sizes.text, bold=True, language=plan.language)
    items = (
        Rect(x, y, wide, high, f"band-{family}"),
        Rect(x, y, 4, high, f"edge-{family}"),
        Icon(x + 13, y + 10, icon, 16.0, f"edge-{family}"),
        TextLine(x + _NAME_LEFT, tuple((y + 22.5 + number * 16, line) for number, line in enumerate(lines)), sizes.text, "ink", True),
    )
    return Group("lane", items, address, title, box, (("role", family),))


def draw_stars(plan: Plan, strips: Strips, across: Across) -> list[Group]:
    """As many stars as a moment weighs at the top of its column."""
    groups = []
    for number, column in enumerate(plan.columns):
        grade = column.step.moment_of_truth if column.step is not None else None
        if column.step is None or not grade:
            continue
        x, y = across.middle(number) - (13 * grade - 1) / 2, strips.stars + 7
        stars = tuple(Path(star_path(x + 13 * star, y), "truth", "truth-edge", 0.8) for star in range(grade))
        told = f"{word('word.moment-of-truth', plan.language)}: {grade}/4"
        groups.append(Group("truth", stars, f"steps/{column.step.id}#moment_of_truth", told, (x, y, 13.0 * grade - 1, 12)))
    return groups


def bubble(x: float, y: float, wide: float, high: float, above: bool) -> str:
    """The path letters of a speech bubble; its tail is outside the box, below it when it stands above what it is about."""
    r, right, bottom, middle = min(7.0, high / 2), x + wide, y + high, x + wide / 2
    tail = min(_TAIL, high / 2)
    k = r * 0.45
    up = "" if above else f"H{middle - 5:g}L{middle:g} {y - tail:g}L{middle + 5:g} {y:g}"
    down = f"H{middle + 5:g}L{middle:g} {bottom + tail:g}L{middle - 5:g} {bottom:g}" if above else ""
    return (
        f"M{x + r:g} {y:g}{up}H{right - r:g}C{right - k:g} {y:g} {right:g} {y + k:g} {right:g} {y + r:g}"
        f"V{bottom - r:g}C{right:g} {bottom - k:g} {right - k:g} {bottom:g} {right - r:g} {bottom:g}"
        f"{down}H{x + r:g}C{x + k:g} {bottom:g} {x:g} {bottom - k:g} {x:g} {bottom - r:g}"
        f"V{y + r:g}C{x:g} {y + k:g} {x + k:g} {y:g} {x + r:g} {y:g}Z"
    )


def draw_quotes(plan: Plan, strips: Strips, across: Across, sizes: Sizes) -> list[Group]:
    """What people think: above the plot where the mood peaks, below it where it dips, each in the column of its step."""
    groups = []
    for number, lines in strips.quotes.items():
        step, turn = plan.columns[number].step, strips.turns[number]
        x, wide, high = across.columns[number], across.widths[number], _high(lines, sizes)
        y = strips.plot - _TAIL - high if turn == "peak" else strips.under + _TAIL
        rows = tuple((y + _BUBBLE + 10.4 + line * (sizes.small_step + 1), text) for line, text in enumerate(lines))
        items = (
            Path(bubble(x, y, wide, high, turn == "peak"), "card", "faint", 1.0),
            TextLine(x + _PAD, rows, sizes.small + 1, "ink"),
        )
        said = f"{word(f'curves.{turn}', plan.language)}: “{plan.say(step.thinks if step else None)}”"
        groups.append(Group("quote", items, f"steps/{step.id}#thinks" if step else "", said, (x, y, wide, high)))
    return groups


def tips_of(strips: Strips, across: Across) -> dict[int, tuple[float, float]]:
    """Where the tail of every quote ends, by column."""
    return {at: (across.middle(at), strips.plot if strips.turns[at] == "peak" else strips.under) for at in strips.quotes}


def draw_strips(plan: Plan, strips: Strips, sizes: Sizes, across: Across, left: float, right: float) -> list[Group]:
    """The strip of levels and that of expectations, where there are any."""
    wide = right - sizes.margin
    groups = []
    if strips.expectations > strips.levels:
        box = (sizes.margin, strips.levels, wide, strips.expectations - strips.levels)
        groups.append(strip_head(plan, sizes, box, left, "customer", icon_for("metric"), word("curves.level", plan.language)))
        groups += _levels(plan, strips, sizes, across)
    if strips.bottom > strips.expectations:
        box = (sizes.margin, strips.expectations, wide, strips.bottom - strips.expectations)
        groups.append(strip_head(plan, sizes, box, left, "other", icon_for("customer"), word("curves.expectations", plan.language)))
        groups += _expectations(plan, strips, sizes, across)
    return groups


def _levels(plan: Plan, strips: Strips, sizes: Sizes, across: Across) -> list[Group]:
    groups = []
    for number, column in enumerate(plan.columns):
        step = column.step
        told = level_text(plan, step) if step is not None else ""
        if step is None or not told:
            continue
        x, wide, y = across.columns[number], across.widths[number], strips.levels + 14
        items = level_bar(step.desired, step.actual, x, y, wide)
        if plan.zoom != "overview":
            items.append(TextLine(x, ((y + 26, shorten(told, wide, sizes.small)),), sizes.small, "muted"))
        box = (x, strips.levels, wide, strips.expectations - strips.levels)
        groups.append(Group("level", tuple(items), f"steps/{step.id}#actual", told, box))
    return groups


def level_bar(desired: float | None, actual: float | None, x: float, y: float, wide: float) -> list[Item]:
    """A bar of five parts, 8 px high: filled up to the level that is reached, hatched from there to a post at the desired one."""

    def at(level: float) -> float:
        return round(wide * max(0.0, min(5.0, level)) / 5, 2)

    items: list[Item] = [Rect(x, y, wide, 8, "unmet", radius=2)]
    if actual:
        items.append(Rect(x, y, at(actual), 8, "muted", radius=2))
    if desired is not None and actual is not None and actual < desired:
        start, room = x + at(actual), at(desired) - at(actual)
        items += [Rect(start, y, room, 8, "card"), Path(hatch(start, y, room, 8, 5.0), None, "mark-pain", 1.2)]
        items.append(Rect(start, y, room, 8, None, "mark-pain", 1.0))
    parts = "".join(f"M{x + wide * part / 5:g} {y:g}V{y + 8:g}" for part in range(1, 5)) if wide > 40 else ""
    if parts:
        items.append(Path(parts, None, "paper", 1.0))
    if desired is not None:
        items.append(Path(f"M{x + at(desired):g} {y - 4:g}V{y + 12:g}", None, "ink", 2.2))
    return items


def _expectations(plan: Plan, strips: Strips, sizes: Sizes, across: Across) -> list[Group]:
    groups = []
    for number, lines in strips.expects.items():
        step = plan.columns[number].step
        x, wide, top = across.columns[number], across.widths[number], strips.expectations
        text = TextLine(x, tuple((top + 19.4 + n * sizes.small_step, line) for n, line in enumerate(lines)), sizes.small, "ink")
        said = plan.say(step.expects) if step is not None else ""
        groups.append(Group("expectation", (text,), f"steps/{step.id}#expects" if step else "", said, (x, top, wide, strips.bottom - top)))
    return groups
