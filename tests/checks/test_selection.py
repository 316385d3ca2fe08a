"""Which findings are put to people: five questions, unless more is on fire."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import footlights
from footlights.checks import Case, Check, Found, Judged, Settings, chosen_checks, examine, judged, ranked, selected
from footlights.checks.selection import CALM, Selection
from footlights.edits import apply_all
from footlights.facts import Words
from footlights.measures import path_time
from footlights.model import Address

TODAY = date(2026, 11, 1)
STEPS = "".join(f"  - {{id: s{number}, does: Step {number}, moment-of-truth: {number % 4 + 1}}}\n" for number in range(8))
TEXT = f"footlights: 1\ntitle: A call\nphases:\n- title: Report\n  steps:\n{STEPS}"


def case() -> Case:
    blueprint = footlights.loads(TEXT).blueprint
    return Case(blueprint, path_time(blueprint), TODAY)


def check(slug: str, at: tuple[str, ...], severity: str = "medium", calm: bool = True) -> Check:
    def find(_case: Case, _: object) -> Iterator[Found]:
        yield from (Found(Address("steps", step)) for step in at)

    words = [Words("A pattern", "Look.", "It matters.", "Mend it.")] * 3
    return Check(f"ABC{len(slug):03}", slug, severity, find, "house", *words, fires="", at=(), clean="", calm=calm)


def seen(checks: tuple[Check, ...], settings: Settings | None = None) -> Selection:
    there = case()
    return selected(there, judged(there.blueprint, examine(there, checks)), checks, settings or Settings())


def names(found: tuple[Judged, ...]) -> list[str]:
    return [f"{each.finding.slug} {each.finding.address.id}" for each in found]


ALL = tuple(f"s{number}" for number in range(8))


def test_calm_asks_five_questions_at_most() -> None:
    calm = seen((check("a", ALL), check("bb", ALL)))
    assert len(calm.shown) == CALM == 5
    assert len(calm.kept_back) == 16 - 5


def test_unless_more_are_of_severity_high() -> None:
    calm = seen((check("a", ALL, "high"), check("bb", ALL)))
    assert [each.finding.severity for each in calm.shown] == ["high"] * 8


def test_some_of_high_leave_room_for_the_others_up_to_five() -> None:
    calm = seen((check("a", ALL[:3], "high"), check("bb", ALL)))
    assert [each.finding.severity for each in calm.shown] == ["high"] * 3 + ["medium"] * 2


def test_calm_leaves_out_what_a_draft_is_not_asked_but_never_what_is_high() -> None:
    calm = seen((check("a", ALL[:2], "medium", calm=False), check("bb", ALL[:2], "high", calm=False)))
    assert [each.finding.slug for each in calm.shown] == ["bb", "bb"]


def test_five_questions_are_of_five_kinds_where_there_are_five() -> None:
    calm = seen(tuple(check(slug, ALL) for slug in ("a", "bb", "ccc", "dddd", "eeeee", "ffffff")))
    assert len({each.finding.slug for each in calm.shown}) == 5


def test_strict_shows_everything_that_stands() -> None:
    strict = seen((check("a", ALL, "low", calm=False), check("bb", ALL)), Settings("strict"))
    assert len(strict.shown) == 16
    assert strict.kept_back == ()


def test_what_is_dismissed_or_allowed_is_kept_back_by_both() -> None:
    from footlights.checks import accept, dismiss

    there, checks = case(), (check("a", ("s0", "s1", "s2")),)
    found = examine(there, checks)
    blueprint = apply_all(there.blueprint, dismiss(there.blueprint, found[0], "Agreed"))
    blueprint = apply_all(blueprint, accept(blueprint, found[1]))
    after = Case(blueprint, there.times, TODAY)
    for profile, shown in (("strict", ["a s1", "a s2"]), ("calm", ["a s2"])):
        selection = selected(after, judged(blueprint, found), checks, Settings(profile))
        assert sorted(names(selection.shown)) == shown, profile
        assert len(selection.shown) + len(selection.kept_back) == 3


def test_nothing_is_lost_between_shown_and_kept_back() -> None:
    for profile in ("calm", "strict"):
        selection = seen((check("a", ALL, "high"), check("bb", ALL), check("ccc", ALL, "low", calm=False)), Settings(profile))
        assert sorted(names((*selection.shown, *selection.kept_back))) == sorted(
            f"{slug} {step}" for slug in ("a", "bb", "ccc") for step in ALL
        )


def test_the_order_is_severity_then_what_rides_on_it_then_reading() -> None:
    there = case()
    found = judged(there.blueprint, examine(there, (check("a", ALL), check("bb", ("s0",), "high"), check("ccc", ("s3",), "low"))))
    # s3 and s7 are moments of grade 4, s2 and s6 of 3, s1 and s5 of 2, s0 and s4 of 1
    assert names(ranked(there, found)) == [
        "bb s0", "a s3", "a s7", "a s2", "a s6", "a s1", "a s5", "a s0", "a s4", "ccc s3",
    ]  # fmt: skip
    assert ranked(there, tuple(reversed(found))) == ranked(there, found), "however they come in"


def test_a_team_weighs_for_itself() -> None:
    weighed = seen((check("a", ALL), check("bb", ALL[:1])), Settings(severity=(("a", "low"), ("bb", "high"))))
    assert weighed.shown[0].finding.severity == "high"
    assert {each.finding.severity for each in weighed.shown if each.finding.slug == "a"} == {"low"}


def test_what_is_switched_off_is_not_run() -> None:
    checks = (check("a", ALL), check("bb", ALL))
    assert [each.slug for each in chosen_checks(checks, Settings(off=frozenset({"a"})))] == ["bb"]


def test_a_first_draft_is_left_nearly_alone() -> None:
    draft = footlights.loads("footlights: 1\ntitle: A call\nphases: [{title: Report, steps: [Calls, Waits, Is helped]}]\n")
    assert len(footlights.findings(draft, today=TODAY).shown) <= 2
