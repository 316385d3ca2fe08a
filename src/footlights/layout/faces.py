"""The face of a card: what is written on it, how high that makes it, and the items that draw it at a place."""

from collections.abc import Sequence
from typing import NamedTuple

from footlights.drawing import Icon, Item, Path, Rect, TextLine, icon_for
from footlights.model import Card, Mark, Step
from footlights.typeset import shorten, width, wrap
from footlights.words import duration_text, number, word

from .fates import fate_parts
from .part import Part
from .plan import Plan, Tally
from .sizes import Sizes

__all__ = ["Face", "card_face", "count_face", "echo_face", "sign_of", "star_path", "step_face", "tally_face", "tally_words"]

#: The sign of each mark: a letter or character that says it without colour.
MARK_SIGNS = {
    "fail": "F", "wait": "W", "pain": "−", "gain": "+", "delight": "", "critical": "!", "question": "?", "idea": "i", "policy": "§",
}  # fmt: skip


#: How high a card is that only counts, and a row of such cards.
THIN = 26.0


class Face(NamedTuple):
    """A measured card: `height` with its padding, and its parts from top to bottom."""

    height: float
    parts: tuple[Part, ...]
    spoken: str

    def items(self, x: float, y: float, sizes: Sizes) -> list[Item]:
        """The items of the face for a card whose top left corner is at (x, y)."""
        found: list[Item] = []
        at = y + sizes.pad
        for part in self.parts:
            found += part.draw(x + sizes.pad, at)
            at += part.height + sizes.gap
        return found


def _face(parts: list[Part], sizes: Sizes, spoken: str) -> Face:
    inner = sum(part.height for part in parts) + sizes.gap * (len(parts) - 1 if parts else 0)
    return Face(max(sizes.row_least, inner + 2 * sizes.pad), tuple(parts), spoken)


def text_part(lines: Sequence[str], size: float, step: float, fill: str, bold: bool = False) -> Part:
    """Lines of text in one size, `step` px apart."""
    drop = step / 2 + size * 0.36

    def draw(x: float, y: float) -> list[Item]:
        return [TextLine(x, tuple([(y + drop + number * step, line) for number, line in enumerate(lines)]), size, fill, bold)]

    return Part(len(lines) * step, draw)


def step_face(plan: Plan, step: Step, room: float, sizes: Sizes) -> Face:
    """The face of a step in the customer's lane: what they do, think and expect, and how much rides on it."""
    say, language = plan.say, plan.language
    parts: list[Part] = fate_parts(plan.fate(f"steps/{step.id}"), room, sizes, language)
    does = say(step.does)
    if does:
        parts.append(text_part(wrap(does, room, sizes.text, bold=True, language=language), sizes.text, sizes.text_step, "ink", True))
    else:
        waits = f"({word('word.waits', language)})"
        parts.append(text_part(wrap(waits, room, sizes.text, language=language), sizes.text, sizes.text_step, "muted"))
    if plan.zoom != "overview":
        if step.moment_of_truth:
            parts.append(_truth_part(step.moment_of_truth, room, sizes, language))
        if step.thinks:
            quote = wrap(f"“{say(step.thinks)}”", room, sizes.small + 1, language=language)
            parts.append(text_part(quote, sizes.small + 1, sizes.small_step + 1, "muted"))
        if step.expects:
            expects = f"{word('word.expects', language)}: {say(step.expects)}"
            parts.append(text_part(wrap(expects, room, sizes.small, language=language), sizes.small, sizes.small_step, "muted"))
        if step.desired is not None:
            parts.append(_level_part(step, room, sizes, language))
        parts += _mark_parts(plan, plan.blueprint.marks_on.get(f"steps/{step.id}", ()), room, sizes)
    return _face(parts, sizes, does or word("word.waits", language))


def card_face(plan: Plan, card: Card, room: float, sizes: Sizes) -> Face:
    """The face of a card: its text first, then what was noticed, then small chips for who, through what and with what."""
    does = plan.say(card.does)
    lines = wrap(does, room, sizes.text, language=plan.language)
    parts = fate_parts(plan.fate(f"cards/{card.id}"), room, sizes, plan.language)
    parts += [text_part(lines, sizes.text, sizes.text_step, "ink")] if lines else []
    if plan.zoom != "overview":
        parts += _mark_parts(plan, plan.blueprint.marks_on.get(f"cards/{card.id}", ()), room, sizes)
        chips = _chips(plan, card)
        if plan.zoom == "detail":
            if card.note:
                note = wrap(plan.say(card.note), room, sizes.small, language=plan.language)
                parts.append(text_part(note, sizes.small, sizes.small_step, "muted"))
            seconds = card.time.seconds if card.time else None
            if seconds is not None:
                chips.append(("clock", duration_text(seconds, plan.language)))
        if chips:
            parts.append(_chips_part(chips, room, sizes))
    return _face(parts, sizes, does)


def count_face(count: int, room: float, sizes: Sizes) -> Face:
    """The face of a cell in the overview: a number, and as many small squares as there is room for."""
    fits = max(0, min(count, int((room - 20) / 8)))

    def draw(x: float, y: float) -> list[Item]:
        found: list[Item] = [TextLine(x, ((y + 8.6, str(count)),), sizes.small, "ink", True)]
        return found + [Rect(x + 18 + 8 * number, y + 2, 6, 6, "faint", radius=1) for number in range(fits)]

    return Face(sizes.row_least, (Part(10.0, draw),), str(count))


def tally_face(plan: Plan, tally: Tally, room: float, sizes: Sizes) -> Face:
    """The face of what is folded away in a cell: how much there is, and the sign of the worst that was noticed there."""
    counted = count_face(tally.much, room - (18 if tally.worst else 0), sizes)
    told = tally_words(plan, tally)
    if not tally.worst:
        return counted._replace(height=THIN, spoken=told)
    part = counted.parts[0]

    def draw(x: float, y: float) -> list[Item]:
        sign = TextLine(x + room - 7, ((y + 8.4, MARK_SIGNS[tally.worst]),), 9.0, "on-mark", True, "middle")
        return [*part.draw(x, y), *badge(tally.worst, x + room - 7, y + 5), sign]

    return Face(THIN, (Part(part.height, draw),), told)


def tally_words(plan: Plan, tally: Tally) -> str:
    """What is folded away in a cell, in words."""
    told = word("word.one-folded" if tally.much == 1 else "word.folded", plan.language, count=tally.much)
    worst = word("word.worst", plan.language, mark=word(f"mark.{tally.worst}", plan.language)) if tally.worst else ""
    return "; ".join(part for part in (told, worst) if part)


def echo_face(plan: Plan, card: Card, room: float, sizes: Sizes) -> Face:
    """The face of a card that is told again in another lane: its text alone, short and faint."""
    does = plan.say(card.does)
    lines = wrap(does, room, sizes.small, language=plan.language, max_lines=2)
    told = word("word.also-here", plan.language, text=does)
    return _face([text_part(lines, sizes.small, sizes.small_step, "muted")] if lines else [], sizes, told)


def _chips(plan: Plan, card: Card) -> list[tuple[str, str]]:
    """(icon, text) for who does it, through what, with what, and whether a machine does it."""
    blueprint, say = plan.blueprint, plan.say
    found = []
    for id in card.by:
        actor = blueprint.actors.get(id)
        found.append(("person", say(actor.name) if actor and actor.name else id))
    for id in card.via:
        channel = blueprint.channels.get(id)
        name = say(channel.name) if channel and channel.name else id
        found.append((icon_for(channel.icon if channel else None, id), name))
    for id in card.uses:
        system = blueprint.systems.get(id)
        found.append(("system", say(system.name) if system and system.name else id))
    if card.mode == "automated":
        found.append(("gear", word("word.automated", plan.language)))
    return found


def _chips_part(chips: Sequence[tuple[str, str]], room: float, sizes: Sizes) -> Part:
    """Chips that flow over as many rows as they need: an icon of 12 px and a text beside it."""
    placed: list[tuple[float, int, str, str]] = []
    at, row = 0.0, 0
    for icon, text in chips:
        label = shorten(text, room - 15, sizes.small)
        wide = 15 + width(label, sizes.small)
        if at and at + wide > room:
            at, row = 0.0, row + 1
        placed.append((at, row, icon, label))
        at += wide + 9
    step = sizes.chip_step

    def draw(x: float, y: float) -> list[Item]:
        found: list[Item] = []
        for dx, line, icon, label in placed:
            top = y + line * step
            found.append(Icon(x + dx, top + 1.5, icon, 12.0, "muted"))
            found.append(TextLine(x + dx + 15, ((top + 11, label),), sizes.small, "on-chip"))
        return found

    return Part((row + 1) * step, draw)


def _mark_parts(plan: Plan, marks: Sequence[Mark], room: float, sizes: Sizes) -> list[Part]:
    return [_mark_part(mark, plan.say(mark.title) or word(f"mark.{mark.kind}", plan.language), plan, room, sizes) for mark in marks]


def _mark_part(mark: Mark, title: str, plan: Plan, room: float, sizes: Sizes) -> Part:
    """A badge with the mark's sign, and its title beside it; in detail also how a fail is put right."""
    lines = list(wrap(title, room - 18, sizes.small, bold=True, language=plan.language))
    rest: tuple[str, ...] = ()
    if plan.zoom == "detail" and mark.recovery:
        told = word("mark.recovery", plan.language, recovery=plan.say(mark.recovery))
        rest = wrap(told, room - 18, sizes.small, language=plan.language)
    token, sign, step = f"mark-{mark.kind}", MARK_SIGNS[mark.kind], sizes.small_step

    def draw(x: float, y: float) -> list[Item]:
        found: list[Item] = [*badge(mark.kind, x + 7, y + 7)]
        if sign:
            found.append(TextLine(x + 7, ((y + 10.4, sign),), 9.0, "on-mark", True, "middle"))
        found.append(TextLine(x + 18, tuple((y + 10.6 + n * step, line) for n, line in enumerate(lines)), sizes.small, token, True))
        if rest:
            top = y + len(lines) * step
            found.append(TextLine(x + 18, tuple((top + 10.6 + n * step, line) for n, line in enumerate(rest)), sizes.small, "muted"))
        return found

    return Part(max(15.0, (len(lines) + len(rest)) * step + 1), draw)


def badge(kind: str, x: float, y: float) -> list[Item]:
    """The ground of a mark's sign round (x, y), 14 px wide: its shape tells the kind without colour."""
    token = f"mark-{kind}"
    if kind == "wait":
        return [Path(f"M{x:g} {y - 8:g}L{x + 8:g} {y + 6:g}L{x - 8:g} {y + 6:g}Z", token)]
    if kind in ("question", "idea", "policy"):
        return [Rect(x - 7, y - 7, 14, 14, token, radius=3)]
    if kind in ("pain", "critical"):
        return [Path(f"M{x:g} {y - 8:g}L{x + 8:g} {y:g}L{x:g} {y + 8:g}L{x - 8:g} {y:g}Z", token)]
    ground = Rect(x - 7, y - 7, 14, 14, token, radius=7)
    if kind == "delight":
        # a heart, drawn: the font has none
        heart = f"M{x:g} {y + 4:g}L{x - 3.8:g} {y - 0.2:g}C{x - 5.2:g} {y - 2.6:g} {x - 2:g} {y - 5:g} {x:g} {y - 2.2:g}"
        return [ground, Path(f"{heart}C{x + 2:g} {y - 5:g} {x + 5.2:g} {y - 2.6:g} {x + 3.8:g} {y - 0.2:g}Z", "on-mark")]
    return [ground]


def sign_of(kind: str, x: float, y: float) -> list[Item]:
    """The letter on the badge of a mark round (x, y); [] for a mark whose badge says it all."""
    sign = MARK_SIGNS[kind]
    return [TextLine(x, ((y + 3.4, sign),), 9.0, "on-mark", True, "middle")] if sign else []


def star_path(x: float, y: float, size: float = 11.0) -> str:
    """A five-pointed star in the box with its top left corner at (x, y)."""
    points = (
        (0.5, 0.0),
        (0.64, 0.33),
        (1.0, 0.38),
        (0.74, 0.63),
        (0.8, 0.98),
        (0.5, 0.81),
        (0.2, 0.98),
        (0.26, 0.63),
        (0.0, 0.38),
        (0.36, 0.33),
    )
    return "M" + "L".join(f"{x + px * size:.2f} {y + py * size:.2f}" for px, py in points) + "Z"


def _truth_part(grade: int, room: float, sizes: Sizes, language: str) -> Part:
    """As many stars as the moment weighs, with the words beside them when they fit, below them when not."""
    label = word("word.moment-of-truth", language)
    beside = 13.0 * grade + 4
    below = beside + width(label, sizes.small) > room
    lines = wrap(label, room if below else room - beside, sizes.small, language=language)

    def draw(x: float, y: float) -> list[Item]:
        found: list[Item] = [Path(star_path(x + 13 * number, y + 1.5), "truth", "truth-edge", 0.8) for number in range(grade)]
        left, top = (x, y + 14) if below else (x + beside, y)
        found.append(TextLine(left, tuple((top + 10.6 + n * sizes.small_step, line) for n, line in enumerate(lines)), sizes.small, "muted"))
        return found

    return Part((14.0 if below else 1.0) + len(lines) * sizes.small_step, draw)


def _level_part(step: Step, room: float, sizes: Sizes, language: str) -> Part:
    """The level the moment reaches and the one it should: five squares, filled, outlined up to the wish."""
    desired, actual = step.desired or 0.0, step.actual
    told = "?" if actual is None else number(actual, language)
    text = word("word.level", language, actual=told, desired=number(desired, language))
    short = actual is not None and actual < desired
    # the words stand beside the squares where they fit, else below them
    below = width(text, sizes.small) > room - 50
    label = shorten(text, room if below else room - 50, sizes.small)

    def draw(x: float, y: float) -> list[Item]:
        found: list[Item] = []
        for square in range(5):
            filled = actual is not None and actual >= square + 0.5
            edge = ("mark-pain" if short else "met") if square < desired else "card-edge"
            found.append(Rect(x + square * 9, y + 3, 7, 7, edge if filled else None, edge, 1.0, 1.5))
        left, top = (x, y + sizes.small_step) if below else (x + 49, y)
        found.append(TextLine(left, ((top + 10.6, label),), sizes.small, "muted"))
        return found

    return Part(sizes.small_step * (2 if below else 1), draw)
