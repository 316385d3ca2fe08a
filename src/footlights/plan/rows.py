"""The rows of an action plan, what stands out in them, and the findings that nothing answers yet."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from footlights.facts import title_of
from footlights.model import ACTION_STATES, SEVERITIES, Action, Address, Blueprint, Effect, Finding, Money, Text, say

__all__ = ["CLOSED", "Closes", "PlanRow", "Planned", "plan"]

#: The states in which nothing is to be done any more.
CLOSED = ("done", "dropped")
_STATES = {state: number for number, state in enumerate(ACTION_STATES)}


class Closes(NamedTuple):
    """A finding that an action answers: its id, what it says, how much it matters, and the elements it speaks of."""

    id: str
    title: Text
    severity: str | None
    on: tuple[str, ...]


class PlanRow(NamedTuple):
    """One action of a plan.

    `file` and `blueprint` say where it stands, `owner` is what people call the actor who answers for it. `days_late` is 0 for what is
    not late, done or dropped; None where no day was set. `language` is that of texts without one.
    """

    file: str
    blueprint: Text
    id: str
    title: Text
    status: str
    owner: Text | None
    department: Text | None
    due: date | None
    days_late: int | None
    cost: Money | None
    impact: int | None
    effort: int | None
    votes: int | None
    effect: Effect | None
    ticket: str | None
    closes: tuple[Closes, ...]
    language: str = "en"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.status not in CLOSED

    @property
    def overdue(self) -> bool:
        """Whether its day has passed and it is not done."""
        return bool(self.days_late)

    @property
    def unowned(self) -> bool:
        """Whether something is to be done and nobody answers for it."""
        return self.is_open and self.owner is None

    @property
    def severity(self) -> str | None:
        """The highest severity among the findings it answers; None when they say none."""
        known = [each.severity for each in self.closes if each.severity in SEVERITIES]
        return max(known, key=SEVERITIES.index, default=None)

    def say(self, text: Text | None, language: str) -> str:
        """One of its texts in a language, on one line."""
        return " ".join(say(text, language, self.language).split())


class Planned(NamedTuple):
    """A plan: its rows, and per file the findings that no action answers (those people wrote or took on, dismissed ones apart)."""

    rows: tuple[PlanRow, ...]
    unanswered: tuple[tuple[str, Closes], ...] = ()
    today: date | None = None

    @property
    def overdue(self) -> tuple[PlanRow, ...]:
        """What is late, the latest first."""
        return tuple(sorted((row for row in self.rows if row.overdue), key=lambda row: -(row.days_late or 0)))

    @property
    def unowned(self) -> tuple[PlanRow, ...]:
        """What nobody answers for."""
        return tuple(row for row in self.rows if row.unowned)

    def by_status(self) -> tuple[tuple[str, tuple[PlanRow, ...]], ...]:
        """The rows under their states, in the order in which work passes through them; states without rows are there too."""
        return tuple((state, tuple(row for row in self.rows if row.status == state)) for state in ACTION_STATES)

    def by_month(self) -> tuple[tuple[str, tuple[PlanRow, ...]], ...]:
        """What is still to be done under the months in which it is due (2027-03), in their order; "" for what has no day."""
        months: dict[str, list[PlanRow]] = {}
        for row in sorted((row for row in self.rows if row.is_open), key=lambda row: row.due or date.max):
            months.setdefault(row.due.isoformat()[:7] if row.due else "", []).append(row)
        return tuple((month, tuple(rows)) for month, rows in months.items())


def plan(blueprints: Iterable[tuple[str, Blueprint]], today: date) -> Planned:
    """The plan over some blueprints, each under the name of its file (or document).

    What is late comes first, then what is due by its day, what has no day, and at the end what is done or dropped. An action
    without a status is open.
    """
    rows: list[PlanRow] = []
    unanswered: list[tuple[str, Closes]] = []
    for name, blueprint in blueprints:
        rows += [_row(name, blueprint, action, today) for action in blueprint.actions.values()]
        answered = {id for action in blueprint.actions.values() if action.status != "dropped" for id in action.closes}
        left = (each for each in blueprint.findings.values() if each.id not in answered and each.status != "dismissed")
        unanswered += [(name, _closes(blueprint, each)) for each in left]
    return Planned(tuple(sorted(rows, key=_order)), tuple(unanswered), today)


def _order(row: PlanRow) -> tuple[Any, ...]:
    return (not row.is_open, not row.overdue, row.due or date.max, _STATES.get(row.status, 0), row.file)


def _row(name: str, blueprint: Blueprint, action: Action, today: date) -> PlanRow:
    owner = blueprint.actors.get(action.owner) if action.owner else None
    status = action.status or "open"
    late = (today - action.due).days if action.due is not None else None
    return PlanRow(
        file=name,
        blueprint=blueprint.title or name,
        id=action.id,
        title=action.title or action.id,
        status=status,
        owner=(owner.name or owner.id) if owner is not None else action.owner,
        department=owner.department if owner is not None else None,
        due=action.due,
        days_late=None if late is None else max(late, 0) if status not in CLOSED else 0,
        cost=action.cost,
        impact=action.impact,
        effort=action.effort,
        votes=action.votes,
        effect=action.effect,
        ticket=action.ticket,
        closes=tuple(_closes(blueprint, blueprint.findings[id]) for id in action.closes if id in blueprint.findings),
        language=blueprint.language or "en",
    )


def _closes(blueprint: Blueprint, finding: Finding) -> Closes:
    said = title_of(blueprint, Address("findings", finding.id))
    return Closes(finding.id, said, finding.severity, finding.on)
