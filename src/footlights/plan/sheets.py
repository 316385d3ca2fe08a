"""The plan as tables: CSV for everybody, for Jira and for GitHub, and Markdown."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from footlights.facts import shown
from footlights.model import Money, number_text
from footlights.words import choice, phrase

from .rows import Planned, PlanRow

__all__ = ["as_csv", "as_github", "as_jira", "as_markdown", "cell"]

#: What a spreadsheet would take for the beginning of a formula, and the same behind the apostrophe that keeps it from doing so;
#: a plain number is none. The editor has the same rule (`web/src/edits/grid.ts`).
_FORMULA = re.compile(r"'*(?:[=@\t\r]|[+-](?![0-9]+(?:[.,][0-9]+)*\Z))")
#: What Jira calls the severities, and what its importer takes for them.
_PRIORITIES = {"high": "High", "medium": "Medium", "low": "Low", None: "Medium"}
_COLUMNS = (
    "blueprint", "action", "status", "owner", "department", "due", "days-late", "cost", "impact", "effort", "votes", "effect", "closes",
    "ticket", "file", "id",
)  # fmt: skip


def cell(text: object) -> str:
    """A text as a cell of a table that a spreadsheet opens: what would be a formula gets an apostrophe in front.

    A plain number (`-5`, `+5,2`) stays as it is. An apostrophe before what would be a formula gets another one, so that a reader
    who takes one off has the text as it was.
    """
    said = "" if text is None else str(text)
    return f"'{said}" if _FORMULA.match(said) else said


def as_csv(planned: Planned, language: str = "en") -> str:
    """The plan as a table with a heading; every value as people write it, dates as 2027-03-01."""
    head = [phrase(f"plan.{name}", language) for name in _COLUMNS]
    return _written([head, *(_values(row, language) for row in planned.rows)])


def as_jira(planned: Planned, language: str = "en") -> str:
    """What is still to be done as a CSV that Jira's importer takes: Summary, Description, Issue Type, Priority, Due Date, Labels.

    Owners are roles and no accounts, so they stand in the description and as a label; `External ID` finds an issue again.
    """
    head = ["Summary", "Description", "Issue Type", "Priority", "Status", "Due Date", "Labels", "External ID"]
    rows = [
        [
            row.say(row.title, language),
            _description(row, language),
            "Task",
            _PRIORITIES.get(row.severity, "Medium"),
            "In Progress" if row.status == "doing" else "To Do",
            row.due.isoformat() if row.due else "",
            " ".join(["footlights", *([_label(row.say(row.owner, language))] if row.owner else [])]),
            f"{row.file}#{row.id}",
        ]
        for row in planned.rows
        if row.is_open
    ]
    return _written([head, *rows])


def as_github(planned: Planned, language: str = "en") -> str:
    """What is still to be done as a CSV for importers of GitHub issues: title, body, labels, milestone."""
    head = ["title", "body", "labels", "milestone"]
    rows = [
        [
            row.say(row.title, language),
            _description(row, language),
            ",".join(["footlights", *([row.severity] if row.severity else [])]),
            row.due.isoformat()[:7] if row.due else "",
        ]
        for row in planned.rows
        if row.is_open
    ]
    return _written([head, *rows])


def as_markdown(planned: Planned, language: str = "en") -> str:
    """The plan as a Markdown table, what is late and what nobody owns in bold."""
    columns = ("action", "owner", "due", "status", "closes")
    lines = [_line(phrase(f"plan.{name}", language) for name in columns), _line("---" for _ in columns)]
    for row in planned.rows:
        due = row.due.isoformat() if row.due else "–"
        owner = row.say(row.owner, language) or phrase("plan.nobody", language)
        lines.append(
            _line(
                (
                    _plain(row.say(row.title, language)),
                    f"**{_plain(owner)}**" if row.unowned else _plain(owner),
                    f"**{due}**" if row.overdue else due,
                    choice(row.status, language),
                    _plain(_joined(row, language)),
                )
            )
        )
    return "\n".join(lines) + "\n"


def _values(row: PlanRow, language: str) -> list[str]:
    return [
        row.say(row.blueprint, language),
        row.say(row.title, language),
        choice(row.status, language),
        row.say(row.owner, language),
        row.say(row.department, language),
        row.due.isoformat() if row.due else "",
        str(row.days_late) if row.days_late else "",
        _money(row.cost),
        *("" if value is None else str(value) for value in (row.impact, row.effort, row.votes)),
        shown(row.effect, language, row.language) if row.effect is not None else "",
        _joined(row, language),
        row.ticket or "",
        row.file,
        row.id,
    ]


def _description(row: PlanRow, language: str) -> str:
    lines = [f"{phrase('plan.blueprint', language)}: {row.say(row.blueprint, language)}"]
    if row.owner is not None:
        department = row.say(row.department, language)
        lines.append(f"{phrase('plan.owner', language)}: {row.say(row.owner, language)}{f' ({department})' if department else ''}")
    lines += [f"{phrase('plan.closes', language)}: {row.say(each.title, language)}" for each in row.closes]
    if row.effect is not None:
        lines.append(f"{phrase('plan.effect', language)}: {shown(row.effect, language, row.language)}")
    if row.cost is not None:
        lines.append(f"{phrase('plan.cost', language)}: {_money(row.cost)}")
    return "\n".join(lines)


def _money(money: Money | None) -> str:
    return f"{number_text(money.amount)} {money.currency}" if money is not None else ""


def _joined(row: PlanRow, language: str) -> str:
    return "; ".join(row.say(each.title, language) for each in row.closes)


def _label(text: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())


def _plain(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return "".join(f"\\{sign}" if sign in "*_`[]" else sign for sign in escaped)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _written(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([cell(each) for each in row] for row in rows)
    return out.getvalue()
