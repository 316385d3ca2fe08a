"""One file examined: its faults of form, and what the checks find in it, already in words."""

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from footlights.cli.opening import Opened, opened
from footlights.facts import Diagnostic, Place
from footlights.files import places_of

if TYPE_CHECKING:
    from footlights.checks import Case, Judged, Selection, Settings
    from footlights.model import Blueprint

__all__ = ["GRADES_UP", "Checked", "Task", "Told", "case_of", "examined", "looked_into", "selection_of"]

#: How much a finding or a fault of form matters, from the least up, as `--fail-on` counts it.
GRADES_UP = ("low", "medium", "high", "error")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ASKING = ("open", "reopened")


class Told(NamedTuple):
    """A finding in the words of one language, with its place; plain values, so that it travels between processes.

    `source` is a citation; `reason` why it was dismissed or is allowed ("" where nobody said). `astral` counts, before the column
    and before the end column, the characters of that line that take two units in UTF-16.
    """

    code: str
    slug: str
    severity: str
    status: str
    address: str
    place: Place
    title: str
    message: str
    why: str
    hint: str
    source: str
    fingerprint: str
    reason: str = ""
    fixable: bool = False
    astral: tuple[int, int] = (0, 0)

    @property
    def asks(self) -> bool:
        """Whether it waits for somebody's judgement: only then can it make a check fail."""
        return self.status in _ASKING


class Checked(NamedTuple):
    """What is to be said of one file.

    `shown` is what its profile puts to people, most important first; `more` says how many findings the calm profile keeps back;
    `laid_aside` was dismissed or is allowed. `text` is kept only where a fault of form has to be shown in it. `mended` are the
    messages of what `--fix` mended.
    """

    name: str
    diagnostics: tuple[Diagnostic, ...] = ()
    shown: tuple[Told, ...] = ()
    laid_aside: tuple[Told, ...] = ()
    more: int = 0
    text: str | None = None
    mended: tuple[Told, ...] = ()

    @property
    def unreadable(self) -> bool:
        """Whether it has faults for which nothing can be checked."""
        return any(one.severity == "error" for one in self.diagnostics)

    @property
    def worst(self) -> int:
        """The place in `GRADES_UP` of the worst that asks for something; -1 when nothing does."""
        found = [GRADES_UP.index(each.severity) for each in self.shown if each.asks]
        form = ["error" if one.severity == "error" else "medium" for one in self.diagnostics]
        return max([*found, *map(GRADES_UP.index, form)], default=-1)


class Task(NamedTuple):
    """A file to examine, and with what."""

    path: str
    settings: "Settings"
    language: str
    today: date


def examined(task: Task) -> Checked:
    """What is to be said of the file at a path (`-` is standard input); never raises."""
    return looked_into(opened(task.path), task)


def looked_into(file: Opened, task: Task) -> Checked:
    """The same for a file that was opened already."""
    kept = file.text if file.diagnostics else None
    blueprint = file.blueprint
    if blueprint is None:
        return Checked(file.name, file.diagnostics, text=kept)
    selection = selection_of(case_of(blueprint, task.today), task.settings)
    aside = [each for each in selection.kept_back if not each.stands]
    shown = told(selection.shown, file, task.language)
    more = len(selection.kept_back) - len(aside)
    return Checked(file.name, file.diagnostics, shown, told(aside, file, task.language), more, kept)


def case_of(blueprint: "Blueprint", today: date) -> "Case":
    """The blueprint as checks look at it."""
    from footlights.checks import Case
    from footlights.measures import path_time

    return Case(blueprint, path_time(blueprint), today)


def selection_of(case: "Case", settings: "Settings") -> "Selection":
    """What the checks find in a case, as its profile puts it to people; `api.findings` without what only drawing needs."""
    from footlights.checks import catalogue, chosen_checks, examine, judged, selected

    checks = chosen_checks(catalogue(), settings)
    found = judged(case.blueprint, examine(case, checks, dict(settings.options)))
    return selected(case, found, checks, settings)


def told(judged: "list[Judged] | tuple[Judged, ...]", file: Opened, language: str) -> tuple[Told, ...]:
    """Findings in words, each with its place in the file."""
    if not judged:
        return ()
    from footlights.checks import SOURCES

    blueprint = file.loaded.blueprint
    assert blueprint is not None and file.text is not None
    places = places_of(file.loaded, file.text, file.name, [each.finding.address for each in judged])
    lines = _Astral(file.text)
    return tuple(
        Told(
            code=each.finding.code,
            slug=each.finding.slug,
            severity=each.finding.severity,
            status=each.status,
            address=str(each.finding.address),
            place=place,
            title=each.finding.title(language),
            message=each.finding.text(language),
            why=each.finding.why(language),
            hint=each.finding.hint(language),
            source=SOURCES.get(each.finding.source, each.finding.source),
            fingerprint=each.finding.fingerprint,
            reason=blueprint.say(each.reason, language) if each.reason is not None else "",
            fixable=each.finding.mendable and each.stands,
            astral=lines.before(place),
        )
        for each, place in zip(judged, places, strict=True)
    )


class _Astral:
    """Counts the characters of a line that take two units in UTF-16; most texts have none, and are not cut into lines for it."""

    def __init__(self, text: str) -> None:
        self._lines = _LINE_END.split(text.removeprefix("\ufeff")) if text and max(text) > "\uffff" else None

    def before(self, place: Place) -> tuple[int, int]:
        if self._lines is None or not 0 < place.line <= len(self._lines):
            return 0, 0
        line = self._lines[place.line - 1]
        start, end = max(place.column - 1, 0), max(place.end_column - 1, 0)
        return sum(sign > "\uffff" for sign in line[:start]), sum(sign > "\uffff" for sign in line[:end])
