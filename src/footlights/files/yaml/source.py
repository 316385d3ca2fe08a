"""A file's text that takes operations: only the characters of what changes are exchanged, so comments and order stay."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from footlights.edits import Insert, Operation, Put, Remove, apply, apply_all, fitted, inverse
from footlights.facts import Diagnostic
from footlights.model import COLLECTIONS, Blueprint, Field, FootlightsError, field_named, fields_of

from .nodes import Map, parse
from .notes import Notes
from .reader import Loaded, read
from .reader_elements import Reading
from .reader_survey import Survey
from .source_ids import ids_to_write
from .source_place import insert_element, insert_run, move_element, remove_element, verbatim_of
from .source_put import put_field, write_id
from .source_runs import change_of, exchanged, groups
from .source_spots import ROOT_ORDER, Spots, surveyed
from .splice import Page, sealed
from .splice_content import Style, style_of

__all__ = ["Source"]

#: How often runs of a group are tried together, each time without the first one.
_TRIES = 3


@dataclass(frozen=True)
class Source:
    """The text of a file, `file` being its name in messages. Every change gives a new source; this one stays as it was."""

    text: str
    file: str = "<text>"

    @cached_property
    def loaded(self) -> Loaded:
        """What the text says, and what is wrong with it."""
        return self._read.loaded

    @property
    def blueprint(self) -> Blueprint:
        """The blueprint in the text; raises FootlightsError when there is none to be read."""
        found = self.loaded.blueprint
        if found is None:
            raise _said("the file can't be read", self.loaded.diagnostics)
        return found

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the text, in its order."""
        return self.loaded.diagnostics

    def apply(self, operation: Operation) -> "Source":
        """The source after one operation, whose blueprint is what `edits.apply` makes of this one's.

        Ids that are made from texts are written down before they would change. Raises FootlightsError when the operation
        is impossible, when the text is not well-formed YAML, when it can't hold the value, or when the change would
        reach other places through an alias.
        """
        before = self.blueprint
        after = apply(before, operation)
        if after == before:
            return self
        tries = [operation]
        if isinstance(operation, Insert) and operation.verbatim is not None:
            # the words of a file are an offer: where they don't say what the element is, they are left
            tries.append(operation._replace(verbatim=None))
        changed = self
        for each in tries:
            changed = Source(self._page_after(each, before, after).text, self.file)
            if changed.loaded.blueprint == after and not _faults(changed) - _faults(self):
                return changed
        raise _differs(self, changed, operation, after)

    def apply_all(self, operations: Sequence[Operation]) -> "Source":
        """The source after several operations, in order; the same as applying them one by one, but read and compared only once."""
        found = self._at_once(operations) if len(operations) > 1 else None
        if found is None:
            found = self
            for operation in operations:
                found = found.apply(operation)
        return found

    def _at_once(self, operations: Sequence[Operation]) -> "Source | None":
        """The source after several operations, or None when it does not come out as it should: then each is tried by itself."""
        source, before = self, self.blueprint
        try:
            for group in groups(operations):
                source, before = Source._after_group(source, group, before)
        except (AssertionError, FootlightsError):
            return None
        right = source.loaded.blueprint == before and not _faults(source) - _faults(self)
        return source if right else None

    def _after_group(self, group: Sequence[Sequence[Operation]], before: Blueprint) -> "tuple[Source, Blueprint]":
        """The same for a group of runs: together where that goes."""
        source, left = self, list(group)
        for _ in range(_TRIES):
            found = Source._together(source, left, before) if len(left) > 1 else None
            if found is not None:
                return found
            source, before = Source._after_run(source, left.pop(0), before)  # perhaps it gives the list a form that takes the others
            if not left:
                break
        for run in left:
            source, before = Source._after_run(source, run, before)
        return source, before

    def _together(self, runs: Sequence[Sequence[Operation]], before: Blueprint) -> "tuple[Source, Blueprint] | None":
        """Runs at many places, each made in the same text and all taken together; None when one of them can't be."""
        operations = [operation for run in runs for operation in run]
        page, spots, after = self.page, surveyed(self.page, before), apply_all(before, operations)
        if ids_to_write(spots, after, operations[0]):
            return None
        changes = []
        for run in runs:
            changed = self._page_with(page, spots, before, run)
            change = change_of(page.text, changed.text) if changed is not None else None
            if change is None:
                return None
            changes.append(change)
        text = exchanged(page.text, changes)
        return (Source(text, self.file), after) if text is not None else None

    def _page_with(self, page: Page, spots: Spots, before: Blueprint, run: Sequence[Operation]) -> Page | None:
        """The page with one run made in it: new cards, or an element taken out; None when it can't be as part of many."""
        first = run[0]
        if isinstance(first, Remove):
            return remove_element(page, spots[first.address], self.style, spare=first.spare)
        cards = [card for card in run if isinstance(card, Insert)]
        return insert_run(page, spots, apply_all(before, cards), cards, self.style)

    def _after_run(self, run: Sequence[Operation], before: Blueprint) -> "tuple[Source, Blueprint]":
        """The source and the blueprint after several operations, not looked at yet: new cards of one cell go in all at once."""
        after = apply(before, run[0])  # it gives the list the form that the others find
        source = Source(self._page_after(run[0], before, after).text, self.file) if after != before else self
        if len(run) == 1:
            return source, after
        others = [operation for operation in run[1:] if isinstance(operation, Insert)]
        return Source._with_cards(source, others, after)

    def _with_cards(self, cards: Sequence[Insert], before: Blueprint) -> "tuple[Source, Blueprint]":
        after, spots = apply_all(before, cards), surveyed(self.page, before)
        page = insert_run(self.page, spots, after, cards, self.style) if not ids_to_write(spots, after, cards[-1]) else None
        if page is not None:
            return Source(page.text, self.file), after
        source = self
        for card in cards:
            source, before = Source._after_run(source, [card], before)
        return source, before

    def inverse(self, operation: Operation) -> Operation:
        """The operation that undoes this one, worked out on the source as it is before it.

        What takes a removal back carries the element's own text, so that its comments come back too. What takes an
        insertion back spares the comments that have come into the element since.
        """
        found = inverse(self.blueprint, operation)
        if isinstance(found, Remove) and isinstance(operation, Insert):
            return found._replace(spare=operation.verbatim is None)
        if not isinstance(found, Insert) or not isinstance(operation, Remove) or operation.spare:
            return found
        address = operation.address.element()
        page, spots = self.page, self.spots
        spot = spots[address]
        if not spot.draft.explicit and spot.draft.stem() != address.id:
            page = write_id(page, spot, self.blueprint, self.style)
        return found._replace(verbatim=verbatim_of(page, spot))

    def undo(self, operations: Sequence[Operation]) -> tuple[Operation, ...]:
        """The operations that take back `operations`, worked out on the source as it is before them."""
        found: list[Operation] = []
        source = self
        for operation in operations:
            found.append(source.inverse(operation))
            source = source.apply(operation)
        return tuple(reversed(found))

    @cached_property
    def _read(self) -> "_Read":
        return _read(self.text, self.file)

    @cached_property
    def page(self) -> Page:
        """The text with its tree; raises FootlightsError when it is not well-formed."""
        if "_read" in self.__dict__:
            root, wrong = self._read.root, self._read.wrong
        else:  # one of several changes in a row: what the text says is looked at when all are made
            tree, found = parse(self.text)
            root = tree if isinstance(tree, Map) else None
            wrong = tuple(one for one in found if one.severity == "error")
        if root is None or wrong:
            raise _said("the file is not well-formed, so nothing can be changed in it", wrong)
        return sealed(Page.of(self.text, root))

    @cached_property
    def spots(self) -> Spots:
        """Where the elements stand."""
        page, survey = self.page, self._read.survey
        if page.text != self.text or survey is None:
            return surveyed(page, self.blueprint)
        return Spots(page, survey)

    @cached_property
    def style(self) -> Style:
        """How the text is laid out."""
        return style_of(self.page)

    def _page_after(self, operation: Operation, before: Blueprint, after: Blueprint) -> Page:
        page, style = self.page, self.style
        spots = self.spots if "_read" in self.__dict__ else surveyed(page, before)
        address = operation.address
        shifting = ids_to_write(spots, after, operation)
        for spot in shifting:
            page = write_id(page, spot, before, style)
        if shifting:
            spots = surveyed(page, before)
        if isinstance(operation, Insert):
            return insert_element(page, spots, after, operation, style)
        if isinstance(operation, Remove):
            return remove_element(page, spots[address], style, spare=operation.spare)
        if address.field == "place":
            return move_element(page, spots, after, address, style)
        return put_field(page, spots, before, address, operation.value, style)


class _Read(NamedTuple):
    """A text read once for all that is done with it: its tree, what is wrong with that, its elements, its blueprint."""

    root: Map | None
    wrong: tuple[Diagnostic, ...]
    survey: Survey | None
    loaded: Loaded


def _read(text: str, file: str) -> _Read:
    root, found = parse(text, file)
    if not isinstance(root, Map) or not any(entry.key.value in ROOT_ORDER for entry in root.entries):
        return _Read(None, found, None, read(text, file))
    notes = Notes(text, file)
    notes.found += found
    reading = Reading(root, notes)
    blueprint = reading.blueprint()
    loaded = Loaded(blueprint, notes.sorted(), reading.spans, frozenset(reading.explicit))
    return _Read(root, tuple(one for one in found if one.severity == "error"), reading.survey, loaded)


def _faults(source: Source) -> Counter[str]:
    """How many errors of each kind a text has."""
    return Counter(one.slug for one in source.loaded.errors)


def _said(message: str, found: Sequence[Diagnostic]) -> FootlightsError:
    first = next(iter(found), None)
    if first is None:
        return FootlightsError(message)
    return FootlightsError(f"{message}: {first.place}: {first.text()}", first.hint())


def _differs(before: Source, changed: Source, operation: Operation, after: Blueprint) -> Exception:
    """Why a text does not say what it should: because no text can (the caller's trouble), or because we failed."""
    more, known = _faults(changed) - _faults(before), {(one.slug, one.facts) for one in before.diagnostics}
    new = sorted((one for one in changed.loaded.errors if one.slug in more), key=lambda one: (one.slug, one.facts) in known)
    if new:
        return FootlightsError(f"the file can't hold that: {new[0].text()}", new[0].hint())
    for field, value in _values(operation):
        normal = fitted(field, value)
        if normal != value and value not in (None, ()):
            return FootlightsError(f"no file can hold {value!r} in {field.key}", f"the nearest it can is {normal!r}")
    return AssertionError(f"the text says something else after {operation}: {_difference(changed.loaded.blueprint, after)}")


def _values(operation: Operation) -> list[tuple[Field, Any]]:
    """The values an operation brings, with their fields."""
    if isinstance(operation, Insert):
        kind: type = type(operation.element)
        return [(field, getattr(operation.element, field.name)) for field in fields_of(kind)]
    field = field_named(COLLECTIONS.get(operation.address.collection, Blueprint), operation.address.field)
    return [(field, operation.value)] if field is not None and isinstance(operation, Put) else []


def _difference(found: Blueprint | None, wanted: Blueprint) -> str:
    if found is None:
        return "nothing"
    names = [name for name in wanted.__dataclass_fields__ if getattr(found, name) != getattr(wanted, name)]
    return "; ".join(f"{name}: {getattr(found, name)!r} and not {getattr(wanted, name)!r}" for name in names)
