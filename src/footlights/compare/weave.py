"""How single values that two people changed go together: texts by words, lists by what came and went, the rest as a whole."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any, NamedTuple

from footlights.model import Effect, Feeling, Field, Pairs, Time, Translations

__all__ = ["Woven", "merged_order", "spelt_more", "woven", "woven_more", "woven_text"]

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
#: Texts of more words than this, changed on both sides, are not put together word by word: that would take too long.
_MOST_WORDS = 4000


class Woven(NamedTuple):
    """The value that stays, and whether something that the other side says is not in it."""

    value: Any
    disagreed: bool = False


def woven(field: Field, base: Any, ours: Any, theirs: Any, own: str = "en") -> Woven:
    """One value of three. What only one side changed is taken; what both changed is put together where it can be, else ours stays.

    Texts go together word by word and language by language, lists by what each side put in and took out, feelings by persona,
    times and effects part by part, own words and reasons word by word. What one side changed and the other took out stays.
    `own` is the language of plain texts.
    """
    if theirs in (ours, base):
        return Woven(ours)
    if ours == base:
        return Woven(theirs)
    shape = field.shape
    if shape == "text":
        return _translated(base, ours, theirs, own)
    if shape in ("refs", "languages", "choices"):
        return _listed(base, ours, theirs)
    if shape == "feelings":
        found = _by_key(_by_persona(base), _by_persona(ours), _by_persona(theirs), _feeling)
        ordered = sorted(found.value.values(), key=lambda feeling: feeling.persona is not None)
        return Woven(tuple(ordered), found.disagreed)
    if shape in ("vocabulary", "reasons"):
        found = _by_key(dict(base or ()), dict(ours or ()), dict(theirs or ()), partial(_translated, own=own))
        return Woven(tuple(found.value.items()), found.disagreed)
    if shape in ("time", "effect") and ours is not None and theirs is not None:
        return _parts(base, ours, theirs)
    return Woven(theirs if ours in (None, ()) else ours, True)


def _parts(base: Any, ours: Any, theirs: Any) -> Woven:
    kind: type = Time if isinstance(ours, Time) else Effect
    empty = dict.fromkeys(kind._fields) | kind._field_defaults  # type: ignore[attr-defined]
    before = base._asdict() if base is not None else empty
    found: dict[str, Any] = {}
    disagreed = False
    for name in kind._fields:  # type: ignore[attr-defined]
        was, mine, other = before[name], getattr(ours, name), getattr(theirs, name)
        if isinstance(mine, tuple) and name == "source":
            found[name], parted = _listed(was, mine, other)
            disagreed = disagreed or parted
            continue
        found[name] = other if mine == was else mine
        disagreed = disagreed or (mine not in (was, other) and other != was)
    return Woven(kind(**found), disagreed)


def _by_persona(feelings: Any) -> dict[str | None, Feeling]:
    return {feeling.persona: feeling for feeling in feelings or ()}


def _feeling(base: Feeling | None, ours: Feeling | None, theirs: Feeling | None) -> Woven:
    return Woven(ours if ours is not None else theirs, True)


def _by_key(base: Mapping[Any, Any], ours: Mapping[Any, Any], theirs: Mapping[Any, Any], both: Any) -> Woven:
    """Key by key; `both` puts together what both sides changed, and gets None for what is not there."""
    found: dict[Any, Any] = {}
    disagreed = False
    for key in dict.fromkeys([*ours, *theirs]):
        was, mine, other = base.get(key), ours.get(key), theirs.get(key)
        if other in (mine, was):
            value = mine
        elif mine == was:
            value = other
        else:
            value, here = both(was, mine, other)
            disagreed = disagreed or here
        if value is not None:
            found[key] = value
    return Woven(found, disagreed)


def _listed(base: Sequence[Any] | None, ours: Sequence[Any] | None, theirs: Sequence[Any] | None) -> Woven:
    """Our list without what they took out, and with what they put in, behind what it follows in theirs.

    Where both put something else in the place of the same entry, ours stays as it is.
    """
    was, mine, other = (tuple(each or ()) for each in (base, ours, theirs))
    if mine in (was, other) or other == was:
        return Woven(other if mine == was else mine)
    was, mine, other = (tuple(dict.fromkeys(each)) for each in (was, mine, other))  # nothing is said twice
    new = [each for each in other if each not in was]
    mine_new = [each for each in mine if each not in was]
    if (set(was) - set(mine)) & (set(was) - set(other)) and new and mine_new and set(new) != set(mine_new):
        return Woven(mine, True)
    gone = set(was) - set(other)
    found = [each for each in mine if each not in gone]
    if [each for each in mine if each in was] == [each for each in was if each in mine]:
        # only they brought the rest into another order
        stays = [each for each in other if each in found]
        places = iter(stays)
        found = [next(places) if each in stays else each for each in found]
    for each in new:
        if each not in found:
            before = next((one for one in reversed(other[: other.index(each)]) if one in found), None)
            found.insert(len(found) if before is None else found.index(before) + 1, each)
    return Woven(tuple(found))


def _translated(base: Any, ours: Any, theirs: Any, own: str) -> Woven:
    """Texts language by language; a plain one counts as one in the document's own language."""
    if isinstance(ours, str) and isinstance(theirs, str):
        return _one_language(base if isinstance(base, str) else None, ours, theirs)
    if ours is None or theirs is None:
        return Woven(ours if ours is not None else theirs, True)
    before, mine, other = (_by_language(each, own) for each in (base, ours, theirs))
    found = _by_key(before, mine, other, _one_language)
    return Woven(Translations(tuple(found.value.items())), found.disagreed) if found.value else Woven(ours, True)


def _by_language(text: Any, own: str) -> dict[str, str]:
    if isinstance(text, str):
        return {own: text}
    return dict(text.entries) if isinstance(text, Translations) else {}


def _one_language(base: str | None, ours: str | None, theirs: str | None) -> Woven:
    if base is None or ours is None or theirs is None:
        return Woven(ours if ours is not None else theirs, True)
    together = woven_text(base, ours, theirs)
    return Woven(ours, True) if together is None else Woven(together)


def woven_text(base: str, ours: str, theirs: str) -> str | None:
    """The text with what both changed in it; None where both changed the same words or put something in at the same place."""
    was, mine, other = (_WORDS.findall(text) for text in (base, ours, theirs))
    if max(len(was), len(mine), len(other)) > _MOST_WORDS:
        return None
    edits = [(*edit, 0) for edit in _edits(was, mine)] + [(*edit, 1) for edit in _edits(was, other)]
    found: list[str] = []
    at = 0
    last: tuple[int, int, list[str], int] | None = None
    for edit in sorted(edits, key=lambda edit: (edit[0], edit[1])):
        start, end, words, side = edit
        if last is not None and last[3] != side and _touch(last, edit):
            if (start, end, words) == last[:3]:
                continue
            return None
        if start < at:
            return None
        found += was[at:start] + words
        at, last = end, edit
    return "".join(found + was[at:])


def _edits(before: list[str], after: list[str]) -> Iterable[tuple[int, int, list[str]]]:
    for kind, start, end, low, high in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield start, end, after[low:high]


def _touch(one: tuple[int, int, list[str], int], other: tuple[int, int, list[str], int]) -> bool:
    """Whether two edits are about the same words, or one puts something in where the other changes something."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def merged_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], there: Iterable[str]) -> list[str]:
    """The order of what is there: ours, with what they moved or put in behind what it follows in theirs.

    What both moved stands where ours has it.
    """
    wanted = set(there)
    if list(ours) == list(base):
        first, second = theirs, ours
    else:
        first, second = ours, theirs
    moved = _moved(base, second) - _moved(base, first)
    new = set(first) - set(base) - set(second)
    found = [id for id in first if id in wanted and not (id in moved and id in second)]
    for at, id in enumerate(second):
        if id in wanted and id not in found:
            before = next((one for one in reversed(second[:at]) if one in found), None)
            place = found.index(before) + 1 if before is not None else 0
            while place < len(found) and found[place] in new:
                place += 1  # what is new on both sides at one place: that of the first stands first
            found.insert(place, id)
    return found + [id for id in base if id in wanted and id not in found]


def _moved(base: Sequence[str], row: Sequence[str]) -> set[str]:
    """What of a row stands otherwise among what was there before: as few as explain it."""
    at = {id: number for number, id in enumerate(base)}
    here = [id for id in row if id in at]
    best: list[int] = []
    before: list[int] = []
    for number, id in enumerate(here):
        lower = [other for other in range(number) if at[here[other]] < at[id]]
        last = max(lower, key=lambda other: best[other], default=-1)
        best.append(best[last] + 1 if last >= 0 else 1)
        before.append(last)
    stays: set[str] = set()
    number = max(range(len(best)), key=lambda one: best[one], default=-1)
    while number >= 0:
        stays.add(here[number])
        number = before[number]
    return set(here) - stays


def spelt_more(fields: Any, but: Any) -> str:
    """The fields of one side that are not the same in `but`, in one line."""
    there = dict(but)
    missing = {key: value for key, value in fields if key not in there or there[key] != value}
    return ", ".join(
        f"{key}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}" for key, value in missing.items()
    )


def woven_more(base: Pairs | tuple[Any, ...], ours: Any, theirs: Any) -> Woven:
    """Fields that this version does not know, key by key; ours where both changed one."""
    found = _by_key(dict(base), dict(ours), dict(theirs), lambda _, mine, other: Woven(mine if mine is not None else other, True))
    return Woven(tuple(found.value.items()), found.disagreed)
