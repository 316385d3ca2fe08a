"""`footlights priorities`: what to do first, with the reasons, and the maps behind it."""

from typing import Any

import click

from footlights import api
from footlights.measures import Priorities, Ranked

from .attribute import exposure_values
from .command import spoken
from .reasons import Reasons
from .voice import Voice
from .weighed_table import Sheet, answer
from .wording import Wording

__all__ = ["command"]

_HEAD = (
    "rank", "name", "address", "short", "share", "per-day", "grade", "met", "severity", "votes", "findings", "actions", "behind", "weight",
)  # fmt: skip


@spoken(
    "priorities",
    "footlights priorities my-service.blueprint.yaml",
    "footlights priorities my-service.blueprint.yaml -o first.md",
    languages=(),
)
@click.argument("path", metavar="FILE")
@click.option("-o", "--output", metavar="OUT")
@click.option("--all", "everything", is_flag=True)
def command(path: str, output: str | None, everything: bool, voice: Voice) -> int:
    """Work it out, then say it as a page, as JSON, or into a file."""

    def show(found: Priorities, wording: Wording) -> None:
        from .terminal.weighing import say_page, show_priorities

        say_page(lambda page: show_priorities(page, found, wording, everything))

    return answer(path, output, voice, api.priorities, _values, _sheet, show)


def _sheet(found: Priorities, wording: Wording) -> Sheet:
    head = [wording(f"table.{name}") for name in _HEAD]
    rows = [_row(rank, line, wording) for rank, line in enumerate(found.ranked, 1)]
    return Sheet(wording("first.title", title=wording.say(wording.blueprint.title)), head, rows)


def _row(rank: int, line: Ranked, wording: Wording) -> list[object]:
    reasons = Reasons(wording)
    weak = line.weak
    met = "" if line.need is None or line.need.met is None else line.need.met
    per_day = "" if weak is None or weak.exposure.per_day is None else round(weak.exposure.per_day, 2)
    return [
        *(rank, wording.name(line.about), str(line.about)),
        *(("", "") if weak is None else (weak.shortfall, round(weak.exposure.share, 4))),
        *(per_day, (weak.grade if weak is not None else None) or "", met, reasons.severity(line.severity), line.votes or ""),
        *("; ".join(reasons.finding(id) for id in line.findings), "; ".join(reasons.action(id) for id in line.actions)),
        *(", ".join(wording.name(address) for address in line.stands), round(line.weight, 4)),
    ]


def _values(found: Priorities, wording: Wording) -> dict[str, Any]:
    return {
        "title": wording.say(wording.blueprint.title),
        "ranked": [_ranked(rank, line, wording) for rank, line in enumerate(found.ranked, 1)],
        "map": [
            {"address": f"steps/{each.step}", "place": each.place, "grade": each.grade, "shortfall": each.short,
             "delights": [f"marks/{mark}" for mark in each.delights]}
            for each in found.placed
        ],
        "grades": [
            {"grade": each.grade, "steps": _steps(each.steps), "short": _steps(each.short), "unknown": _steps(each.unknown)}
            for each in found.grades
        ],
        "needs": [{"address": f"phases/{need.phase}", "met": need.met} for need in found.needs],
        "actions": [
            {"address": f"actions/{each.action}", "place": each.place, "impact": each.impact, "effort": each.effort, "votes": each.votes,
             "steps": _steps(each.steps)}
            for each in found.actions
        ],
    }  # fmt: skip


def _steps(ids: tuple[str, ...]) -> list[str]:
    return [f"steps/{id}" for id in ids]


def _ranked(rank: int, line: Ranked, wording: Wording) -> dict[str, Any]:
    weak = line.weak
    return {
        "rank": rank,
        "address": str(line.about),
        "name": wording.name(line.about),
        "reasons": Reasons(wording).sentences(line),
        "weight": round(line.weight, 6),
        "shortfall": None if weak is None else weak.shortfall,
        "ground": None if weak is None else weak.ground,
        **({"share": None, "share_known": None, "per_day": None} if weak is None else exposure_values(weak.exposure)),
        "grade": None if weak is None else weak.grade,
        "severity": line.severity,
        "votes": line.votes,
        "met": None if line.need is None else line.need.met,
        "findings": [f"findings/{id}" for id in line.findings],
        "actions": [f"actions/{id}" for id in line.actions],
        "behind": [str(address) for address in line.stands],
    }
