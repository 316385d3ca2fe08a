"""Two blueprints compared: what changed, what it comes to, and how that is said."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from footlights.facts import Change, CheckFinding, PathTime
from footlights.model import Blueprint

from .balance import Balance, balance
from .changes import changes

__all__ = ["Comparison", "compare"]


class Comparison(NamedTuple):
    """What became of a blueprint: both states, the changes (most important first), and what both come to."""

    before: Blueprint
    after: Blueprint
    changes: tuple[Change, ...]
    balance: Balance

    def headline(self, language: str = "en") -> str:
        """The whole in one line: `3 steps removed, 2 hand-overs fewer, 4 days less in total`; says so when nothing changed."""
        from .telling import headline

        return headline(self, language)

    def text(self, language: str = "en") -> str:
        """The whole for people, grouped, as plain text without a line break at its end."""
        from .telling import as_text

        return as_text(self, language)

    def markdown(self, language: str = "en") -> str:
        """The whole as a page of Markdown."""
        from .telling import as_markdown

        return as_markdown(self, language)

    def values(self, language: str = "en") -> dict[str, Any]:
        """The whole as values for JSON; what is a sentence is in the language."""
        from .values import values

        return values(self, language)


def compare(
    before: Blueprint, after: Blueprint, times: tuple[PathTime | None, PathTime | None] = (None, None),
    findings: tuple[Sequence[CheckFinding], Sequence[CheckFinding]] = ((), ()),
) -> Comparison:  # fmt: skip
    """What became of `before` in `after`; the same two always give the same. See `balance` for times and findings."""
    return Comparison(before, after, changes(before, after), balance(before, after, times, findings))
