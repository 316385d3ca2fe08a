"""One blueprint of an atlas, with what was worked out about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from footlights.facts import CheckFinding, PathTime
from footlights.model import Blueprint, Step, Text, behind_each, say

__all__ = ["Leaf"]

#: A moment whose actual level stays this far below the desired one is below it; less is within how people guess levels.
_GAP = 0.5


@dataclass(frozen=True)
class Leaf:
    """A blueprint under the name of its file, with its path times, the findings that stand, and the share of assumed claims.

    `assumed` is 0 to 1, None where nothing is claimed.
    """

    name: str
    blueprint: Blueprint
    times: PathTime
    findings: tuple[CheckFinding, ...] = ()
    assumed: float | None = None

    def say(self, text: Text | None, language: str) -> str:
        """One of its texts in a language, on one line."""
        return " ".join(say(text, language, self.blueprint.language or "en").split())

    @property
    def title(self) -> Text:
        """What the blueprint is called; its file's name where it has no title."""
        return self.blueprint.title or self.name

    @cached_property
    def moments(self) -> tuple[Step, ...]:
        """Its moments of truth, in reading order."""
        return tuple(step for step in self.blueprint.steps.values() if step.moment_of_truth)

    @cached_property
    def below(self) -> tuple[Step, ...]:
        """The moments (graded or not) that stay below the level they should reach."""
        steps = self.blueprint.steps.values()
        return tuple(step for step in steps if step.desired is not None and step.actual is not None and step.desired - step.actual >= _GAP)

    @cached_property
    def behind(self) -> Mapping[str, frozenset[str]]:
        """The cards behind every step, by the step's id (see `model.behind`)."""
        return {step: frozenset(stand.card for stand in stands) for step, stands in behind_each(self.blueprint).items()}

    def findings_of(self, severity: str) -> int:
        """How many findings of a severity stand."""
        return sum(1 for finding in self.findings if finding.severity == severity)

    def broken_promises(self) -> tuple[str, ...]:
        """The promises (ids) that the times can't keep, as the checks found."""
        return tuple(
            finding.address.id for finding in self.findings if finding.address.collection == "promises" and finding.severity == "high"
        )

    def late(self, today: date) -> int:
        """How many of its actions are late."""
        actions = self.blueprint.actions.values()
        return sum(1 for action in actions if action.due is not None and action.due < today and action.status not in ("done", "dropped"))
