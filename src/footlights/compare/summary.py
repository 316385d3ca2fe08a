"""Many changes in one line."""

from collections import Counter
from collections.abc import Sequence

from footlights.facts import Change, counted, joined, noun
from footlights.words import told

__all__ = ["parts_of", "summary"]

#: More parts than this are only counted: a summary is read at a glance.
_PARTS = 4
#: What is counted first; the rest follows as it comes.
_ORDER = ("phase", "step", "lane", "card")


def summary(changes: Sequence[Change], language: str = "en") -> str:
    """What changed in one line, most important first: `3 steps added, 'Calls' moved above the line of visibility`.

    Changes of one sort are counted together; what would make the line long is only counted. A word for nothing when there
    are none.
    """
    if not changes:
        return told("nothing", language)
    parts = _grouped(changes)
    said = [_part(part, language) for part in (parts if len(parts) <= _PARTS else parts[: _PARTS - 1])]
    left = sum(len(part) for part in parts[len(said) :])
    if left:
        said.append(told("more", language, count=left) if left > 1 else told("one-more", language))
    text = ", ".join(said)
    return text[:1].upper() + text[1:]


def parts_of(changes: Sequence[Change], language: str = "en") -> list[str]:
    """The same part by part, in the order of importance: every sort of change once, and none left out."""
    return [_part(part, language) for part in _grouped(changes)]


def _grouped(changes: Sequence[Change]) -> list[list[Change]]:
    """The changes that are told together, in the order of their first."""
    found: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        found.setdefault(_sort(change), []).append(change)
    return list(found.values())


def _sort(change: Change) -> tuple[str, str]:
    kind = change.kind
    if kind in ("added", "removed", "renamed", "named"):
        return kind, ""
    if change.fact("line"):
        return kind, str(change.fact("line"))
    return ("moved", "") if kind.startswith("moved") else ("changed", "")


def _part(part: Sequence[Change], language: str) -> str:
    kind, line = _sort(part[0])
    elements = dict.fromkeys(change.address.element() for change in part)
    if len(part) == 1:
        return part[0].clause(language)
    if len(elements) == 1 and kind == "changed" and part[0].address.id:
        fields = dict.fromkeys(told(f"field.{change.fact('field')}", language) for change in part)
        return told("one.changed", language, name=part[0].name(language), fields=", ".join(fields))
    counts = Counter(noun(address.collection) for address in elements)
    if kind in ("added", "removed"):
        for change in part:
            counts.update(dict(change.fact("with") or ()))
    ordered = sorted(counts, key=lambda noun: _ORDER.index(noun) if noun in _ORDER else len(_ORDER))
    things = joined([counted(noun, counts[noun], language) for noun in ordered], language)
    facts = {"line": told(f"line.{line}", language)} if line else {}
    return told(f"many.{kind}", language, things=things, **facts)
