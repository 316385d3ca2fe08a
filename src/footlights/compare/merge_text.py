"""Two edited copies of a file brought together in the words of ours: comments stay, and what theirs says besides is kept beside it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from footlights import files
from footlights.edits import Insert, Operation, Put, Remove, difference
from footlights.facts import title_of
from footlights.model import COLLECTIONS, Address, Blueprint, Field, FootlightsError, field_named
from footlights.words import chosen

from .conflict import Conflict, all_of
from .merge import merge
from .weave import spelt_more

if TYPE_CHECKING:
    from footlights.files import Source, Span

__all__ = ["MergedText", "merge_text"]

_LINE = re.compile(r".*?(?:\r\n|\r|\n|\Z)", re.DOTALL)
#: Elements in whose text no other elements stand.
_LEAVES = tuple(name for name in COLLECTIONS if name not in ("phases", "steps"))


class MergedText(NamedTuple):
    """The text of both, its blueprint, and where they disagree; what the text does not say stands in it as comments."""

    text: str
    blueprint: Blueprint
    conflicts: tuple[Conflict, ...] = ()


def merge_text(base: str, ours: str, theirs: str) -> MergedText:
    """The text of ours with what was changed in theirs since `base`; comments and layout of ours stay, and so do those of
    what is new in theirs.

    An empty base, or one that can't be read, counts as an empty blueprint. What both say differently is told and, beside the element,
    noted as a comment: nothing that somebody typed is in neither. Raises FootlightsError when ours or theirs has faults.
    """
    mine, other = _sound(ours, "ours"), _sound(theirs, "theirs")
    if theirs in (ours, base):
        return MergedText(ours, mine.blueprint)
    if ours == base:
        return MergedText(theirs, other.blueprint)
    before = files.read(base).blueprint or Blueprint()
    merged = merge(before, mine.blueprint, other.blueprint)
    done, refused = _carried_out(mine, _with_comments(difference(mine.blueprint, merged.blueprint), other))
    conflicts = [*merged.conflicts, *refused, *_unknown(done.blueprint, merged.blueprint)]
    text = _noted(done.text, done.blueprint, conflicts)
    return MergedText(text, done.blueprint, tuple(conflicts))


def _sound(text: str, side: str) -> "Source":
    source = files.Source(text, side)
    wrong = next((one for one in source.diagnostics if one.severity == "error"), None)
    if wrong is not None:
        raise FootlightsError(f"{wrong.place}: {wrong.text()}", wrong.hint())
    source.blueprint  # noqa: B018 - raises when there is none
    return source


def _with_comments(operations: Iterable[Operation], theirs: "Source") -> list[Operation]:
    """The operations, what is new in theirs in its own words, so that its comments come along."""
    found: list[Operation] = []
    for operation in operations:
        address = operation.address.element()
        if isinstance(operation, Insert) and address.collection in _LEAVES and theirs.blueprint.element(address) == operation.element:
            told = theirs.inverse(Remove(address))
            verbatim = told.verbatim if isinstance(told, Insert) else None
            found.append(operation._replace(verbatim=verbatim) if verbatim is not None and "#" in verbatim else operation)
        else:
            found.append(operation)
    return found


def _carried_out(ours: "Source", operations: Sequence[Operation]) -> "tuple[Source, list[Conflict]]":
    """Our source after all operations; those that its text can't take are told instead."""
    try:
        return ours.apply_all(operations), []
    except (FootlightsError, AssertionError):
        pass
    refused = []
    for operation in operations:
        try:
            ours = ours.apply(operation)
        except (FootlightsError, AssertionError, KeyError):
            refused.append(_refused(ours.blueprint, operation))
    return ours, refused


def _refused(blueprint: Blueprint, operation: Operation) -> Conflict:
    address = operation.address
    says: object
    if isinstance(operation, Insert):
        says = " ".join(files.write_element(operation.element, Blueprint()).split())
    elif isinstance(operation, Put):
        says = operation.value
    else:
        says = "-"
    kind: type = COLLECTIONS.get(address.collection, Blueprint)
    field: Field | None = field_named(kind, address.field) if address.field else None
    name = title_of(blueprint, address.element()) if address.id else blueprint.title or ""
    own = blueprint.language or "en"
    return Conflict("refused", address, name, field.key if field is not None else "", None, f"{address}: {all_of(says, own, own)}", own)


def _unknown(done: Blueprint, wanted: Blueprint) -> list[Conflict]:
    """The fields that this version does not know: no operation carries them, so what theirs says in them is noted."""
    own = wanted.language or "en"
    pairs: list[tuple[Address, Any, Any]] = [(Address("blueprint"), done, wanted)]
    for name in COLLECTIONS:
        pairs += [(Address(name, id), done.collection(name).get(id), each) for id, each in wanted.collection(name).items()]
    found = []
    for address, is_, should in pairs:
        if is_ is not None and is_.more != should.more:
            called = title_of(done, address) if address.id else done.title or ""
            found.append(Conflict("unknown", address, called, theirs=spelt_more(should.more, is_.more), own=own))
    return found


def _noted(text: str, blueprint: Blueprint, conflicts: Sequence[Conflict]) -> str:
    """The text with a comment beside every element about which the copies disagree; the blueprint in it stays the same."""
    if not conflicts:
        return text
    spans = files.read(text).spans
    places = sorted(((_line_of(spans, one), number, one) for number, one in enumerate(conflicts)), key=lambda each: (each[0] or 0, each[1]))
    # from the bottom up, so that the lines above stay where they are
    changed = text
    for line, _, conflict in reversed(places):
        changed = _with_comment(changed, line, conflict)
    if files.read(changed).blueprint == blueprint:
        return changed
    for line, _, conflict in reversed(places):
        for at in (line, None):
            changed = _with_comment(text, at, conflict)
            if files.read(changed).blueprint == blueprint:
                text = changed
                break
    return text


def _line_of(spans: "Mapping[str, Span]", conflict: Conflict) -> int | None:
    """The line, from 0, on which a field, or else its element, begins; None when that is not in the text."""
    address = conflict.address
    kind: type = COLLECTIONS.get(address.collection, Blueprint)
    field = field_named(kind, address.field) if address.field else None
    names = [str(address.of(field.key))] if field is not None else []
    names += [str(address.element())] if address.id else []
    return next((spans[name].line - 1 for name in names if name in spans), None)


def _with_comment(text: str, line: int | None, conflict: Conflict) -> str:
    """The text with a conflict noted above a line, as far in as that line; None is the top of the file."""
    note = conflict.note(chosen(conflict.own))
    if line is None:
        note = f"{conflict.address}: {note}"
    # an id may hold anything, and a comment ends with its line
    note = "".join(char if char.isprintable() else repr(char)[1:-1] for char in note)
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    lines = [found for found in _LINE.findall(text[len(bom) :]) if found]
    at = 0 if line is None else min(line, len(lines))
    here = lines[at] if at < len(lines) else ""
    indent = here[: len(here) - len(here.lstrip(" "))] if line is not None else ""
    end = "\r\n" if here.endswith("\r\n") else "\n"
    said = f"{indent}# {note}{end}"
    if at and lines[at - 1] == said:
        return text
    return bom + "".join([*lines[:at], said, *lines[at:]])
