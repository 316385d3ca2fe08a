"""What is wrong, or doubtful, with a file: where, what was expected, what exists, how to mend it."""

from typing import NamedTuple

from footlights.model import Address
from footlights.words import message

__all__ = ["Diagnostic", "Place"]

#: Facts that are words of ours, said in the reader's language: `kind` = step becomes "Step" or "Paso".
_OUR_WORDS = ("kind", "expected", "found", "exists")


class Place(NamedTuple):
    """A place in a file: 1-based line and column, and where it ends (exclusive; 0 where unknown)."""

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])


class Diagnostic(NamedTuple):
    """One fault or doubt about a file.

    `slug` names the kind (`unknown-actor`) and picks the sentence; `facts` are the words that go into it; `severity` is
    error or warning. `address` is the element it speaks of, where one could be told.
    """

    slug: str
    place: Place
    severity: str = "error"
    facts: tuple[tuple[str, str], ...] = ()
    address: Address | None = None

    def text(self, language: str = "en") -> str:
        """The sentence for people: what is wrong, with the element in the author's words."""
        return message(self.slug, language, **self._worded(language))

    def hint(self, language: str = "en") -> str:
        """How to mend it, as an instruction; "" where there is nothing to add."""
        return message(f"{self.slug}.hint", language, **self._worded(language))

    @property
    def code(self) -> str:
        """The stable code of the kind, for machines (`DOC012`)."""
        return message(f"{self.slug}.code", "en")

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.text()}"

    def _worded(self, language: str) -> dict[str, str]:
        facts = dict(self.facts)
        for key in _OUR_WORDS:
            if key in facts:
                try:
                    facts[key] = message(f"{key}.{facts[key]}", language)
                except KeyError:  # the author's own word
                    continue
        return facts
