"""A comparison in words: in one line, as calm text in groups, and as a page of Markdown."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from footlights.facts import Change, joined, shown
from footlights.words import compared, duration_text, signed, told, word

from .balance import Answering, Figure, Promised
from .summary import parts_of, summary

if TYPE_CHECKING:
    from .comparison import Comparison

__all__ = ["Group", "as_markdown", "as_text", "groups_of", "headline", "said_figure", "sentence"]

_BOARD = ("phases", "steps", "lanes", "cards")
#: The figures of which the headline tells a difference; those of the board are among its changes.
_TOLD = ("handover", "fail-unrecovered")


class Group(NamedTuple):
    """Some lines under one heading."""

    head: str
    lines: tuple[str, ...]


def headline(comparison: "Comparison", language: str) -> str:
    """What matters most in one line; what changed in fields only is summed up as `summary` does."""
    board = [change for change in comparison.changes if change.address.collection in _BOARD and _weighs(change)]
    parts = parts_of(board, language)
    balance = comparison.balance
    for kind in _TOLD:
        parts += _more_or_fewer(balance.figure(kind), language)
    parts += _longer_or_shorter(balance.figure("time-total"), language)
    for kind in ("lost", "gained", "changed"):
        parts += _counted(f"owner.{kind}", sum(each.kind == kind for each in balance.answering), language)
    parts += _counted("closed", len(balance.closed), language) + _counted("opened", len(balance.opened), language)
    if not parts:
        return summary(comparison.changes, language)
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _weighs(change: Change) -> bool:
    return change.kind in ("added", "removed") or bool(change.fact("line"))


def _counted(key: str, count: int, language: str) -> list[str]:
    return [compared(f"{key}.{'one' if count == 1 else 'many'}", language, count=count)] if count else []


def _more_or_fewer(figure: Figure, language: str) -> list[str]:
    change = int(figure.difference or 0)
    return _counted(f"{'fewer' if change < 0 else 'more'}.{figure.kind}", abs(change), language)


def _longer_or_shorter(figure: Figure, language: str) -> list[str]:
    change = figure.difference
    if not change:
        return []
    return [compared(f"{'fewer' if change < 0 else 'more'}.{figure.kind}", language, time=duration_text(abs(change), language))]


def groups_of(comparison: "Comparison", language: str) -> tuple[Group, ...]:
    """Everything that changed under its heading, the headings in the order of importance; those without lines are left out."""
    balance, own = comparison.balance, comparison.after.language or "en"
    of: dict[str, list[str]] = {name: [] for name in ("came", "went", "moved", "renamed", "changed")}
    said = {each.address.of("within") for each in balance.promised}
    for change in comparison.changes:
        if change.address not in said:
            of[_heading(change)].append(change.text(language))
    found = [
        ("owners", [sentence(each, language, own) for each in balance.answering]),
        ("promised", [sentence(each, language, own) for each in balance.promised]),
        *of.items(),
        ("closed", [each.text(language) for each in balance.closed]),
        ("opened", [each.text(language) for each in balance.opened]),
    ]
    return tuple(Group(compared(f"head.{name}", language), tuple(lines)) for name, lines in found if lines)


def _heading(change: Change) -> str:
    first = change.kind.partition("-")[0]
    return {"added": "came", "removed": "went", "moved": "moved", "renamed": "renamed", "named": "renamed"}.get(first, "changed")


def sentence(each: Answering | Promised, language: str, own: str) -> str:
    """Who answers now instead of whom, or what is promised now instead of what; `own` is the language of plain texts."""
    name = told("quoted", language, text=shown(each.name, language, own))
    if isinstance(each, Promised):
        lengths = {"before": each.before.seconds, "after": each.after.seconds}
        return compared("promised", language, name=name, **{key: duration_text(value, language) for key, value in lengths.items()})
    who = {key: joined([shown(one, language, own) for one in people], language) if people else ""
           for key, people in (("was", each.was), ("now", each.now))}  # fmt: skip
    return compared(each.kind, language, name=name, **who)


def said_figure(figure: Figure, language: str) -> tuple[str, str, str]:
    """A figure before, after, and their difference, in words; the difference is "" where it can't be told."""
    before, after = (
        _value(figure, value, least, language) for value, least in zip((figure.before, figure.after), figure.least, strict=True)
    )
    change = figure.difference
    if change is None:
        return before, after, ""
    if not change:
        return before, after, compared("same", language)
    if figure.unit:
        return before, after, f"{'−' if change < 0 else '+'}{duration_text(abs(change), language)}"
    return before, after, signed(change, language)


def _value(figure: Figure, value: float | None, least: bool, language: str) -> str:
    if value is None:
        return compared("unknown", language)
    if not figure.unit:
        return str(int(value))
    text = duration_text(value, language)
    return compared("at-least", language, time=text) if least else text


def _rows(comparison: "Comparison", language: str) -> list[tuple[str, str, str, str]]:
    """The figures that say something: those that are nothing on both sides are left out."""
    figures = [each for each in comparison.balance.figures if each.before or each.after]
    return [(compared(f"figure.{each.kind}", language), *said_figure(each, language)) for each in figures]


def _heads(comparison: "Comparison", language: str) -> Iterator[str]:
    """What was compared: the titles, and the states where they differ."""
    before, after = comparison.before, comparison.after
    was, now = (" ".join(each.say(each.title, language).split()) or word("word.untitled", language) for each in (before, after))
    yield compared("title", language, title=now if was == now else f"{now} ({compared('renamed', language, title=was)})")
    if before.state and after.state and before.state != after.state:
        states = {"before": before.state, "after": after.state}
        yield compared("states", language, **{key: word(f"state.{state}", language) for key, state in states.items()})


def as_text(comparison: "Comparison", language: str) -> str:
    """The whole as plain text: what was compared, the headline, the figures as a table, then what changed in groups."""
    lines = [*_heads(comparison, language), ""]
    if not comparison.changes:
        return "\n".join([*lines, compared("equal", language)])
    lines += [headline(comparison, language), ""]
    rows = _rows(comparison, language)
    if rows:
        head = (compared("head.figures", language), *(compared(f"head.{name}", language) for name in ("before", "after", "difference")))
        wide = [max(len(row[at]) for row in (head, *rows)) for at in range(4)]
        for number, row in enumerate((head, *rows)):
            first = row[0].ljust(wide[0] + 2) if not number else f"  {row[0]}".ljust(wide[0] + 2)
            lines.append((first + "".join(f"  {cell.rjust(room)}" for cell, room in zip(row[1:], wide[1:], strict=True))).rstrip())
        lines.append("")
    for group in groups_of(comparison, language):
        lines += [group.head, *(f"  {line}" for line in group.lines), ""]
    return "\n".join(lines).rstrip("\n")


def as_markdown(comparison: "Comparison", language: str) -> str:
    """The whole as Markdown, what people wrote in it kept from being read as marks of Markdown."""
    first, *others = _heads(comparison, language)
    lines = [f"# {_plain(first)}", "", *(f"{_plain(other)}\n" for other in others)]
    if not comparison.changes:
        return "\n".join([*lines, compared("equal", language), ""])
    lines += [f"**{_plain(headline(comparison, language))}**", ""]
    rows = _rows(comparison, language)
    if rows:
        head = [compared(f"head.{name}", language) for name in ("figures", "before", "after", "difference")]
        lines += [f"| {' | '.join(head)} |", "| --- | ---: | ---: | ---: |"]
        lines += [f"| {' | '.join(_plain(cell) for cell in row)} |" for row in rows]
        lines.append("")
    for group in groups_of(comparison, language):
        lines += [f"## {group.head}", "", *(f"- {_plain(line)}" for line in group.lines), ""]
    return "\n".join(lines)


def _plain(text: str) -> str:
    one_line = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~" else char for char in one_line)
