"""`footlights plan`: what is done about findings, over one blueprint or many."""

from pathlib import PurePath
from typing import Any

import click

from footlights import api
from footlights.files import put
from footlights.model import FootlightsError, say
from footlights.plan import Planned, PlanRow, as_calendar, as_csv, as_github, as_jira, as_markdown
from footlights.words import choice

from .answer import FINE, IMPOSSIBLE, give_json, give_text
from .command import OneOf, listed, spoken
from .reading import blueprints
from .voice import Voice, counted

__all__ = ["command"]

#: What OUT may end in, and how the plan is written then.
_FORMATS = {"csv": as_csv, "md": as_markdown, "ics": as_calendar}
_TOOLS = {"jira": as_jira, "github": as_github}
_ORDERS = ("list", "status", "month")


@spoken(
    "plan",
    "footlights plan my-service.blueprint.yaml",
    "footlights plan blueprints --by status",
    "footlights plan blueprints -o plan.csv --for jira",
    "footlights plan blueprints -o plan.ics",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT")
@click.option("--by", "order", metavar="ORDER", type=OneOf(_ORDERS), default="list")
@click.option("--for", "tool", metavar="TOOL", type=OneOf(tuple(_TOOLS)))
@click.option("--open", "only_open", is_flag=True)
def command(paths: tuple[str, ...], output: str | None, order: str, tool: str | None, only_open: bool, voice: Voice) -> int:
    """The plan of every blueprint that can be read, as one."""
    form = _format(output, tool, voice)
    read, complete = blueprints(paths, voice)
    planned = api.plan(read)
    if only_open:
        planned = planned._replace(rows=tuple(row for row in planned.rows if row.is_open))
    if output is not None:
        write = _TOOLS[tool] if tool is not None else _FORMATS[form]
        text = write(planned, voice.language)
        if output == "-":
            give_text(text)
        else:
            put(output, text.encode("utf-8-sig" if form == "csv" and tool is None else "utf-8"))
            voice.tell(voice.phrase("plan.written", file=output, actions=counted("action", len(planned.rows), voice.language)))
    if voice.as_json:
        give_json(**_values(planned, voice.language))
    elif output is None:
        _show(planned, order, voice)
    return FINE if complete else IMPOSSIBLE


def _format(output: str | None, tool: str | None, voice: Voice) -> str:
    """The form that the ending of OUT asks for; raises FootlightsError naming those there are."""
    ending = PurePath(output).suffix.lstrip(".").lower() if output not in (None, "-") else "csv"
    if ending not in _FORMATS or (tool is not None and ending != "csv"):
        there = [f".{each}" for each in (_FORMATS if tool is None else ("csv",))]
        raise FootlightsError(voice.phrase("trouble.plan-format", file=output), listed(there, voice.language))
    return ending


def _values(planned: Planned, language: str) -> dict[str, Any]:
    return {
        "today": planned.today,
        "actions": [_row(row, language) for row in planned.rows],
        "unanswered": [
            {"file": file, "finding": each.id, "title": each.title, "severity": each.severity, "on": list(each.on)}
            for file, each in planned.unanswered
        ],
        "overdue": len(planned.overdue),
        "unowned": len(planned.unowned),
    }


def _row(row: PlanRow, language: str) -> dict[str, Any]:
    effect = row.effect
    return {
        "file": row.file,
        "blueprint": row.say(row.blueprint, language),
        "address": f"actions/{row.id}",
        "title": row.say(row.title, language),
        "status": row.status,
        "owner": row.say(row.owner, language) or None,
        "department": row.say(row.department, language) or None,
        "due": row.due,
        "days_late": row.days_late,
        "overdue": row.overdue,
        "unowned": row.unowned,
        "cost": {"amount": row.cost.amount, "currency": row.cost.currency} if row.cost is not None else None,
        "impact": row.impact,
        "effort": row.effort,
        "votes": row.votes,
        "effect": None
        if effect is None
        else {"reading": effect.reading, "from": effect.from_, "to": effect.to, "window": str(effect.window) if effect.window else None},
        "ticket": row.ticket,
        "closes": [{"finding": each.id, "title": row.say(each.title, language), "severity": each.severity} for each in row.closes],
    }


def _show(planned: Planned, order: str, voice: Voice) -> None:
    from .terminal.tables import table_console

    console = table_console()
    if not planned.rows:
        console.print(voice.phrase("plan.empty"))
    many = len({row.file for row in planned.rows}) > 1
    if order == "list":
        _table(console, "", planned.rows, many, voice)
    elif order == "status":
        for state, rows in planned.by_status():
            if rows:
                _table(console, f"{choice(state, voice.language)} ({len(rows)})", rows, many, voice)
    else:
        for month, rows in planned.by_month():
            _table(console, month or voice.phrase("plan.no-day"), rows, many, voice)
    if planned.unanswered:
        console.print()
        console.print(voice.phrase("plan.unanswered", findings=counted("finding", len(planned.unanswered), voice.language)), style="bold")
        languages = {row.file: row.language for row in planned.rows}
        for file, each in planned.unanswered:
            said = say(each.title, voice.language, languages.get(file, "en"))
            console.print(f"  {said}{f'  ({file})' if many else ''}")
    _sum_up(planned, voice)


def _table(console: Any, title: str, rows: tuple[PlanRow, ...], many: bool, voice: Voice) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text as Line

    if not rows:
        return
    table = Table(title=title or None, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    names = ("action", "owner", "due", "status", "closes", *(("blueprint",) if many else ()))
    for name in names:
        table.add_column(voice.phrase(f"plan.{name}"), overflow="fold", no_wrap=name in ("due", "status"))
    for row in rows:
        owner = row.say(row.owner, voice.language)
        due = row.due.isoformat() if row.due else "–"
        if row.overdue:
            due = f"{due}\n{voice.phrase('plan.late', days=counted('day', row.days_late or 0, voice.language))}"
        cells = [
            Line(row.say(row.title, voice.language), style="" if row.is_open else "dim"),
            Line(owner or voice.phrase("plan.nobody"), style="bold" if row.unowned else ""),
            Line(due, style="bold red" if row.overdue else ""),
            Line(choice(row.status, voice.language)),
            Line("\n".join(row.say(each.title, voice.language) for each in row.closes) or "–"),
        ]
        if many:
            cells.append(Line(row.say(row.blueprint, voice.language)))
        table.add_row(*cells)
    console.print(table)


def _sum_up(planned: Planned, voice: Voice) -> None:
    parts = [counted("action", len(planned.rows), voice.language)]
    if planned.overdue:
        parts.append(voice.phrase("plan.sum-late", n=len(planned.overdue)))
    if planned.unowned:
        parts.append(voice.phrase("plan.sum-unowned", n=len(planned.unowned)))
    voice.tell(" · ".join(parts))
