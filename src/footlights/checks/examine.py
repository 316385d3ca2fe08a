"""Checks put to a case: everything they find, and a finding for every check that breaks."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from footlights.edits import Operation
from footlights.facts import CheckFinding, Spelt
from footlights.model import Address, FootlightsError

from .broken import BROKEN
from .case import Case
from .check import Check, Found, Options

__all__ = ["examine", "mend", "options_of"]

#: More findings of one check than this say no more than this many do; the last says how many were left out.
MOST = 500


def examine(case: Case, checks: Iterable[Check], options: Mapping[str, Options] | None = None) -> tuple[CheckFinding, ...]:
    """Everything the checks find in a case, check by check in their order, each check's findings in the order it gave them.

    A finding at an element that is not there, and a check that raises, become a finding of the check `broken-check`
    (severity error) that names the check; the others still run. `options` are what a team set, by the slug of the check.
    """
    found: list[CheckFinding] = []
    for check in checks:
        found += _of(case, check, options_of(check, (options or {}).get(check.slug)))
    return tuple(found)


def options_of(check: Check, given: Options | None = None) -> dict[str, float]:
    """The options of a check: its defaults, and over them what was given."""
    return {option.name: (given or {}).get(option.name, option.default) for option in check.options}


def mend(case: Case, check: Check, finding: CheckFinding) -> tuple[Operation, ...]:
    """The operations that mend a finding of this check; () when it can't be mended without judgement. Never raises."""
    if check.mend is None:
        return ()
    try:
        return tuple(check.mend(case, finding))
    except FootlightsError:  # what the document's rules refuse can't be mended by machine
        return ()


def _of(case: Case, check: Check, options: Options) -> list[CheckFinding]:
    own = case.blueprint.language or "en"
    found: list[CheckFinding] = []

    def run() -> None:
        for each in _first(check.find(case, options)):
            told = _told(case, check, each, own)
            if not found or _places(told) != _places(found[0]):  # what has the same facts fills the same places
                _spoken(check, told)
            found.append(told)

    trouble = _tried(run)
    return found if trouble is None else [*found, BROKEN.finding(_broken(check, trouble), own)]


def _first(found: Iterable[Found]) -> Iterable[Found]:
    for number, each in enumerate(found):
        if number == MOST:
            return
        yield each


def _told(case: Case, check: Check, found: Found, own: str) -> CheckFinding:
    told = check.finding(found, own)
    there = found.address
    if there.collection != "blueprint" and case.blueprint.element(there.element()) is None:
        raise LookupError(f"nothing stands at {there}")
    return told


def _places(told: CheckFinding) -> list[str]:
    return [name for name, _ in told.facts]


def _spoken(check: Check, told: CheckFinding) -> None:
    for language, _ in check.words:
        told.text(language)
        told.hint(language)


def _tried(run: Callable[[], Any]) -> BaseException | None:
    """What went wrong, None when nothing did: somebody else's check must not take ours, or the file, with it."""
    try:
        run()
    except (Exception, SystemExit) as trouble:  # noqa: BLE001 - whatever a stranger's check may raise
        return trouble
    return None


def _broken(check: Check, trouble: BaseException) -> Found:
    said = f"{type(trouble).__name__}: {trouble}".splitlines()[0][:200]
    return Found(
        Address("blueprint"),
        {"check": Spelt(f"{check.code} {check.slug}"), "trouble": Spelt(said)},
        ground=(check.slug, said),
        detail=check.slug,
    )
