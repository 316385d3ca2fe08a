"""One blueprint that holds both states, and what became of everything in it: what a picture of a comparison is made from."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from footlights.edits import scope_of
from footlights.facts import Change, Compared, Fate, shown, title_of
from footlights.model import CARD_ROLES, Address, Blueprint, Card, Collection, Lane, Mark, Phase, Step, Translations, arranged
from footlights.words import compared, told, word

from .telling import headline

if TYPE_CHECKING:
    from .comparison import Comparison

__all__ = ["both"]

#: A note is read at a glance: longer texts are cut.
_LONGEST = 60


def both(comparison: "Comparison", language: str) -> tuple[Blueprint, Compared]:
    """The later blueprint with what was removed put back where it stood, and the fate of every element.

    What was put back says only what it was: no times, no feelings, no marks, so that figures stay those of the later one.
    """
    before, after = comparison.before, comparison.after
    fates: dict[Address, Fate] = {}
    for name in ("phases", "lanes", "steps", "cards", "links"):
        old, new = before.collection(name), after.collection(name)
        fates |= {Address(name, id): Fate("added", _marked(after, before, f"{name}/{id}", language)) for id in new if id not in old}
    union = _with_ghosts(before, after, fates)
    for address, notes in _notes(comparison, language).items():
        if address not in fates and after.element(address) is not None:
            fates[address] = Fate("moved" if any(moved for moved, _ in notes) else "changed", tuple(note for _, note in notes))
    title = before.say(before.title, language) or word("word.untitled", language)
    if before.state and before.state != after.state:
        title = f"{title} ({word(f'state.{before.state}', language)})"
    return union, Compared(fates, headline(comparison, language), compared("compared", language, title=title))


def _with_ghosts(before: Blueprint, after: Blueprint, fates: dict[Address, Fate]) -> Blueprint:
    """The later blueprint with the phases, rows, steps, cards and links that it no longer has, where there is room for them."""
    found = after
    phases = _put_back(before.phases, found.phases, {id: Phase(id, each.title) for id, each in before.phases.items()}, "phases", fates)
    used = {card.lane for card in before.cards.values()}
    rows = {id: Lane(id, each.role, each.name, each.zone) for id, each in before.lanes.items() if id in used and each.role in CARD_ROLES}
    lanes = _put_back(before.lanes, found.lanes, rows, "lanes", fates)
    taken = {*after.cards, *after.phases}
    steps = {id: Step(id, each.phase, each.title, each.does, moment_of_truth=each.moment_of_truth) for id, each in before.steps.items()
             if id not in taken and each.phase in phases}  # fmt: skip
    all_steps = _put_back(before.steps, found.steps, steps, "steps", fates)
    taken = {*all_steps, *phases}
    cards = {id: Card(id, each.step, each.lane, each.does, each.by, each.via, each.uses, each.mode) for id, each in before.cards.items()
             if id not in taken and each.step in all_steps and (each.lane in lanes or each.lane in CARD_ROLES)}  # fmt: skip
    all_cards = _put_back(before.cards, found.cards, cards, "cards", fates)
    ends = {*all_steps, *all_cards}
    links = {id: each for id, each in before.links.items() if each.source in ends and each.target in ends
             and not any(Address(name, end) in fates and fates[Address(name, end)].kind == "removed"
                         for end in (each.source, each.target) for name in ("steps", "cards"))}  # fmt: skip
    all_links = _put_back(before.links, found.links, links, "links", fates)
    named = {name: _all(before.collection(name), after.collection(name)) for name in ("actors", "systems", "channels")}
    board = {"phases": phases, "lanes": lanes, "steps": all_steps, "cards": all_cards, "links": all_links}
    return arranged(replace(after, **board, **named))  # type: ignore[arg-type]


def _put_back(old: Collection[Any], new: Collection[Any], ghosts: dict[str, Any], name: str, fates: dict[Address, Fate]) -> Collection[Any]:
    """The later elements and, behind what it stood behind, every earlier one that is gone."""
    found = list(new)
    last: str | None = None
    for id, element in old.items():
        if id in new:
            last = id if not isinstance(element, (Step, Card)) or scope_of(new[id]) == scope_of(element) else last
        elif id in ghosts:
            found.insert(found.index(last) + 1 if last is not None else 0, id)
            fates[Address(name, id)] = Fate("removed")
            last = id
    return Collection(new[id] if id in new else ghosts[id] for id in found)


def _all(old: Collection[Any], new: Collection[Any]) -> Collection[Any]:
    return Collection([*new.values(), *(each for id, each in old.items() if id not in new)])


def _notes(comparison: "Comparison", language: str) -> dict[Address, list[tuple[bool, str]]]:
    """What is written at every element that is there before and after: (whether it says that it moved, the words)."""
    before, after = comparison.before, comparison.after
    found: dict[Address, list[tuple[bool, str]]] = {}
    for change in comparison.changes:
        address = change.address.element()
        if address.collection in ("phases", "steps", "cards", "lanes", "links"):
            note = _note(change, before, language)
            if note is not None:
                found.setdefault(address, []).append(note)
    for on in dict.fromkeys(mark.on for blueprint in (after, before) for mark in blueprint.marks.values()):
        notes = _marked(after, before, on, language)
        if notes and after.element(Address.parse(on)) is not None:
            found.setdefault(Address.parse(on), []).extend((False, note) for note in notes)
    return found


def _marked(after: Blueprint, before: Blueprint, on: str, language: str) -> tuple[str, ...]:
    """The marks that came to an element and went from it, where it was there before; those of a new one are new with it."""
    if before.element(Address.parse(on)) is None:
        return ()
    new = [mark for mark in after.marks_on.get(on, ()) if mark.id not in before.marks]
    gone = [mark for mark in before.marks_on.get(on, ()) if mark.id not in after.marks]
    texts = tuple(compared("mark-added", language, mark=_mark(after, mark, language)) for mark in new)
    return (*texts, *(compared("mark-removed", language, mark=_mark(before, mark, language)) for mark in gone))


def _mark(blueprint: Blueprint, mark: Mark, language: str) -> str:
    kind = word(f"mark.{mark.kind}", language)
    title = blueprint.say(mark.title, language)
    return _short(f"{kind}: {title}" if title else kind)


def _note(change: Change, before: Blueprint, language: str) -> tuple[bool, str] | None:
    """What a change says at its element; None for what is said by the element being there or not."""
    address, kind = change.address.element(), change.kind
    if kind in ("added", "removed"):
        return None
    line = change.fact("line")
    if line:
        key = "was-below" if kind == "moved-above" else "was-above"
        return True, compared(key, language, line=told(f"line.{line}", language))
    if kind.startswith("moved"):
        return True, _was_at(kind, before, address, language)
    if kind == "renamed":
        return False, compared("was-called", language, was=_quoted(change.fact("was"), change, language))
    field = told(f"field.{change.fact('field')}", language) if change.fact("field") else ""
    if kind == "translated":
        return False, compared("was-translated", language, field=field, languages=change.fact("languages"))
    if kind == "field-set":
        return False, compared("now-field", language, field=field)
    if kind in ("field", "field-cleared"):
        key = "was-field" if kind == "field" else "cleared-field"
        return False, compared(key, language, field=field, was=_quoted(change.fact("was"), change, language))
    return None


def _was_at(kind: str, before: Blueprint, address: Address, language: str) -> str:
    """Where an element stood; what only stands elsewhere in its row says that."""
    element = before.element(address)
    if isinstance(element, Card) and kind == "moved-lane":
        place = Address("lanes", element.lane)
    elif isinstance(element, Card) and kind.startswith("moved-step"):
        place = Address("steps", element.step)
    elif isinstance(element, Step) and kind == "moved-phase":
        place = Address("phases", element.phase)
    else:
        return compared("other-order", language)
    name = shown(title_of(before, place), language, before.language or "en")
    return compared("was-at", language, place=told("quoted", language, text=_short(name)))


def _quoted(value: Any, change: Change, language: str) -> str:
    text = _short(shown(value, language, change.language))
    plain = type(value) is str or isinstance(value, Translations)
    return told("quoted", language, text=text) if plain else text


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
