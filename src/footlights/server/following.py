"""How a file's text follows its board: by operations, so that comments and layout stay."""

import logging
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from footlights import files
from footlights.edits import Operation, difference
from footlights.files import Source
from footlights.live import settled
from footlights.model import Blueprint, FootlightsError

__all__ = ["Known", "spliced"]

logger = logging.getLogger("footlights.server")


@dataclass(frozen=True)
class Known:
    """A text that file and document agree on, with what was read of it."""

    text: str | None

    @cached_property
    def source(self) -> Source:
        """The text, ready to take operations."""
        return Source(self.text or "")

    @cached_property
    def blueprint(self) -> Blueprint:
        """What it says, in the form in which a board says it; the empty blueprint where there is no text."""
        return settled(self.source.blueprint) if self.text is not None else Blueprint()

    @cached_property
    def faults(self) -> Counter[str]:
        """How many errors of each kind it has."""
        return Counter(one.slug for one in self.source.loaded.errors) if self.text is not None else Counter()


def spliced(known: Known, board: Blueprint) -> tuple[str, bool]:
    """The known text, made to say what the board says; and whether its comments were lost, since there was no other way."""
    if known.text is None:
        return files.dumps(board), False
    if known.blueprint == board:
        return known.text, False
    source, operations = known.source, difference(known.blueprint, board)
    try:
        return source.apply_all(operations).text, False
    except (FootlightsError, AssertionError) as trouble:
        logger.warning("a file could not follow its board in one go: %s", type(trouble).__name__)
    patient = _one_by_one(source, operations)
    return (patient.text, False) if settled(patient.blueprint) == board else (files.dumps(board), True)


def _one_by_one(source: Source, operations: tuple[Operation, ...]) -> Source:
    """The source after those of the operations that it can take."""
    for operation in operations:
        try:
            source = source.apply(operation)
        except (FootlightsError, AssertionError):
            continue
    return source
