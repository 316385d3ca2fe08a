"""The pages of a report that say what was found, what is done about it, and what it all rests on."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from footlights.facts import GRADES, CheckFinding, shown, title_of
from footlights.model import ACTION_STATES, COLLECTIONS, Address, Blueprint, Finding
from footlights.render.options import Subject
from footlights.words import choice, word

from .content import plain

if TYPE_CHECKING:
    from footlights.plan import PlanRow

__all__ = ["findings_of", "plan_of", "sources_of"]


def findings_of(subject: Subject, language: str) -> list[dict[str, Any]]:
    """Two lists of findings, what people wrote down and what the checks found, the gravest first; an empty one is left out."""
    blueprint = subject.blueprint
    written = [_written(blueprint, finding, language) for finding in sorted(blueprint.findings.values(), key=_grade)]
    checked = [_checked(blueprint, finding, language) for finding in sorted(subject.findings(), key=_grade)]
    lists = (("written", written), ("checked", checked))
    return [{"kind": kind, "title": word(f"print.{kind}", language), "rows": rows} for kind, rows in lists if rows]


def _grade(finding: Finding | CheckFinding) -> int:
    return -GRADES.index(finding.severity) if finding.severity in GRADES else 1


def _written(blueprint: Blueprint, finding: Finding, language: str) -> dict[str, Any]:
    addresses = [found for each in finding.on if (found := blueprint.resolve(each)) is not None]
    say = blueprint.say
    reason = say(finding.reason, language)
    details = [say(finding.why, language), word("print.dismissed", language, reason=reason) if reason else ""]
    return _told(
        finding.severity or "", choice(finding.severity, language) if finding.severity else "", say(finding.title, language) or finding.id,
        details, (_called(blueprint, address, language) for address in addresses), choice(finding.status or "open", language),
    )  # fmt: skip


def _checked(blueprint: Blueprint, finding: CheckFinding, language: str) -> dict[str, Any]:
    severity = word("sheet.error", language) if finding.severity == "error" else choice(finding.severity, language)
    where = [_called(blueprint, finding.address, language)]
    return _told(finding.severity, severity, finding.text(language), [finding.why(language)], where, finding.hint(language))


def _told(grade: str, severity: str, text: str, details: Iterable[str], where: Iterable[str], advice: str) -> dict[str, Any]:
    return {
        "grade": grade, "severity": plain(severity), "text": plain(text), "details": [plain(said) for said in details if plain(said)],
        "where": "; ".join(plain(said) for said in where), "advice": plain(advice),
    }  # fmt: skip


def _called(blueprint: Blueprint, address: Address, language: str) -> str:
    return _without_arrows(shown(title_of(blueprint, address.element()), language, blueprint.language or "en"))


def _without_arrows(text: str) -> str:
    """A link is named with an arrow between its ends, which our font lacks."""
    return text.replace("→", "–")


def plan_of(subject: Subject, language: str) -> dict[str, Any]:
    """The actions, what is to be done by its day and then what is not, and the findings that none of them answers."""
    planned = subject.planned()
    rows = [_action(row, language) for row in sorted(planned.rows, key=_turn)]
    say = subject.blueprint.say
    return {"rows": rows, "unanswered": [plain(say(closes.title, language)) or closes.id for _, closes in planned.unanswered]}


def _turn(row: "PlanRow") -> tuple[bool, date, int, str]:
    """Not by what is late: the same blueprint gives the same report on any day."""
    return not row.is_open, row.due or date.max, ACTION_STATES.index(row.status) if row.status in ACTION_STATES else 0, row.id


def _action(row: "PlanRow", language: str) -> dict[str, Any]:
    closes = "; ".join(row.say(each.title, language) or each.id for each in row.closes)
    details = [word("print.answers", language, findings=closes)] if closes else []
    if row.effect is not None:
        details.append(word("print.effect", language, effect=shown(row.effect, language, row.language)))
    if row.cost is not None:
        details.append(word("print.cost", language, cost=shown(row.cost, language, row.language)))
    if row.ticket:
        details.append(row.ticket)
    who = ", ".join(said for said in (row.say(row.owner, language), row.say(row.department, language)) if said)
    return {
        "text": plain(row.say(row.title, language)) or row.id, "details": [plain(said) for said in details], "who": plain(who),
        "due": row.due.isoformat() if row.due else "", "impact": _level(row.impact), "effort": _level(row.effort),
        "status": choice(row.status, language),
    }  # fmt: skip


def _level(level: int | None) -> str:
    return "" if level is None else str(level)


def sources_of(blueprint: Blueprint, language: str) -> list[dict[str, str]]:
    """The sources in the order in which they were written down, with how many claims rest on each."""
    resting = Counter(
        id for name in COLLECTIONS for element in blueprint.collection(name).values() for id in getattr(element, "source", None) or ()
    )
    return [
        {
            "text": plain(blueprint.say(source.title, language)) or source.id, "kind": choice(source.kind, language) if source.kind else "",
            "date": source.date_.isoformat() if source.date_ else "", "n": "" if source.n is None else str(source.n),
            "url": plain(source.url or ""), "rests": str(resting[source.id]),
        }
        for source in blueprint.sources.values()
    ]  # fmt: skip
