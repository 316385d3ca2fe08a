"""For whoever writes a check: what every check must hold to, as one call for a test."""

from collections.abc import Callable
from datetime import date
from string import Formatter

from footlights.facts import CheckFinding, PathTime
from footlights.model import SEVERITIES, Blueprint

from .case import Case
from .check import Check
from .examine import examine, mend
from .sources import SOURCES

__all__ = ["TODAY", "assert_check"]

#: The day on which examples are looked at.
TODAY = date(2026, 11, 1)
_LONGEST_TITLE = 70


def assert_check(
    check: Check, read: Callable[[str], Blueprint], times: Callable[[Blueprint], PathTime], *, ours: bool = False
) -> tuple[CheckFinding, ...]:
    """Assert that a check keeps its word; returns what it finds in its example.

    Its words are complete in three languages with the same places, its example fires at exactly the addresses it names, its clean
    example does not, what it finds is the same each time, and its mend leaves nothing of what it mends. `read` makes a blueprint
    of a text (`footlights.loads(text).blueprint`), `times` is `footlights.path_time`. `ours` asks for a source of this house's list.
    """
    assert check.code[:3].isalpha() and check.code[:3].isupper() and check.code[3:].isdigit() and len(check.code) == 6, check.code
    assert check.slug == check.slug.lower() and all(part.isalnum() for part in check.slug.split("-")), check.slug
    assert check.severity in SEVERITIES, check.severity
    assert check.source in SOURCES or not ours, f"{check.slug}: no source {check.source!r}"
    _assert_words(check)

    def found_in(blueprint: Blueprint) -> tuple[CheckFinding, ...]:
        return examine(Case(blueprint, times(blueprint), TODAY), (check,))

    blueprint = read(check.fires)
    found = found_in(blueprint)
    broken = [each.text() for each in found if each.slug != check.slug]
    assert not broken, broken
    assert sorted(str(each.address) for each in found) == sorted(check.at), [str(each.address) for each in found]
    assert found == found_in(read(check.fires)), f"{check.slug} finds something else the second time"
    assert len({each.identity for each in found}) == len(found), f"{check.slug}: two findings can't be told apart; give them a detail"
    clean = found_in(read(check.clean))
    assert not clean, [each.text() for each in clean]
    if check.mend is not None:
        _assert_mend(check, blueprint, times, found)
    return found


def _assert_words(check: Check) -> None:
    places = {language: _places(words.message) | _places(words.hint) for language, words in check.words}
    assert len(set(map(frozenset, places.values()))) == 1, f"{check.slug}: the languages have other places: {places}"
    for language, words in check.words:
        for name, text in words._asdict().items():
            assert text.strip(), f"{check.slug}: no {name} in {language}"
            assert "!" not in text and "  " not in text, f"{check.slug}: {name} in {language}: {text!r}"
        assert len(words.title) <= _LONGEST_TITLE and not words.title.endswith("."), f"{check.slug}: title in {language}: {words.title!r}"
        for name in ("message", "why", "hint"):
            assert getattr(words, name).endswith((".", "?")), f"{check.slug}: {name} in {language} is no sentence"
    said = [words for _, words in check.words]
    assert len({words.message for words in said}) == len(said), f"{check.slug}: a message is not translated"


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _assert_mend(check: Check, blueprint: Blueprint, times: Callable[[Blueprint], PathTime], found: tuple[CheckFinding, ...]) -> None:
    from footlights.edits import apply_all

    case = Case(blueprint, times(blueprint), TODAY)
    for finding in found:
        operations = mend(case, check, finding)
        assert operations, f"{check.slug}: its example can't be mended"
        mended = apply_all(blueprint, operations)
        left = {each.identity for each in examine(Case(mended, times(mended), TODAY), (check,))}
        assert finding.identity not in left, f"{check.slug}: the mend leaves {finding.identity}"
