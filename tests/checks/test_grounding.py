"""Checks of what claims rest on, at their edges."""

from __future__ import annotations

from datetime import date

import footlights
from footlights.checks import Case, check_named, examine
from footlights.facts import CheckFinding
from footlights.measures import claims, path_time

TODAY = date(2026, 11, 22)


def found(text: str, slug: str, **options: float) -> list[CheckFinding]:
    blueprint = footlights.loads(text).blueprint
    return list(examine(Case(blueprint, path_time(blueprint), TODAY), (check_named(slug),), {slug: options}))


def at(text: str, slug: str, **options: float) -> list[str]:
    return [str(each.address) for each in found(text, slug, **options)]


def steps(*lines: str, head: str = "") -> str:
    return "\n".join(["footlights: 1", "title: A call", head, "phases:", "- title: Report", "  steps:", *(f"  - {line}" for line in lines)])


SEEN = "{id: seen, does: Is seen, basis: observed}"


def test_a_heavy_moment_is_known_by_its_own_word_its_feelings_its_marks_or_a_figure_there() -> None:
    bare = "{id: m, does: Calls, moment-of-truth: 3, feels: 1}"
    slug = "moment-resting-on-assumption"
    assert at(steps(bare, SEEN), slug) == ["steps/m"]
    for more in (
        "basis: measured", "feels: {level: 1, basis: observed}", "pain: {title: Waits long, basis: observed}",
        "metric: [{does: Calls a day, basis: measured}]",
    ):  # fmt: skip
        assert at(steps(f"{{id: m, does: Calls, moment-of-truth: 3, {more}}}", SEEN), slug) == [], more
    assert at(steps("{id: m, does: Calls, moment-of-truth: 3, basis: proposed}", SEEN), slug) == ["steps/m"]


def test_a_team_that_has_not_gone_out_yet_is_not_asked_for_each_moment() -> None:
    assert at(steps("{id: m, does: Calls, moment-of-truth: 4}"), "moment-resting-on-assumption") == []
    assert at(steps("{id: m, does: Calls, moment-of-truth: 4}", SEEN, head="state: to-be"), "moment-resting-on-assumption") == []


def test_a_team_may_set_the_grade() -> None:
    two = steps("{id: m, does: Calls, moment-of-truth: 2}", SEEN)
    assert at(two, "moment-resting-on-assumption") == []
    assert at(two, "moment-resting-on-assumption", grade=2) == ["steps/m"]


def test_a_source_of_the_step_is_a_source_of_what_it_holds() -> None:
    head = "sources: {log: {title: Log}}"
    assert at(steps("{id: a, does: A, source: log, time: {wait: 1 h, basis: measured}, feels: {level: 1, basis: measured}}", head=head),
              "measured-without-source") == []  # fmt: skip
    assert at(steps("{id: a, does: A, time: {wait: 1 h, basis: measured}, feels: {level: 1, basis: measured}}", head=head),
              "measured-without-source") == ["steps/a#feels"], "one element is asked about once"  # fmt: skip


def test_the_share_is_that_of_the_footer_of_the_pictures() -> None:
    text = steps(*["Waits"] * 24, "{id: seen, does: Is seen, basis: observed}")
    counted = claims(footlights.loads(text).blueprint)
    assert (counted.total, counted.share("assumed")) == (25, 0.96)
    assert found(text, "mostly-assumed")[0].text() == "Of 25 claims 96 % are assumed."
    assert found(text, "mostly-assumed")[0].severity == "low", "somebody has gone out to look"
    assert found(steps(*["Waits"] * 25), "mostly-assumed")[0].severity == "medium", "nobody has"
    assert at(text, "mostly-assumed", share=97) == []
    assert at(text, "mostly-assumed", claims=26) == []


def test_a_source_is_old_after_exactly_so_many_months() -> None:
    def source(day: str, more: str = "") -> str:
        return steps("{id: a, does: A, basis: measured, source: s}", head=f"sources: {{s: {{title: S, date: {day}{more}}}}}")

    assert at(source("2024-11-21"), "stale-source") == ["sources/s#date_"]
    assert at(source("2024-11-23"), "stale-source") == []
    assert at(source("2025-11-23"), "stale-source", months=11) == ["sources/s#date_"]
    assert at(source("2000-01-01", ", kind: document"), "stale-source") == [], "what a document says stays true of its day"
    assert at(steps("A", head="sources: {s: {title: S, date: 2000-01-01}}"), "stale-source") == [], "nothing rests on it"


def test_a_source_of_a_finding_or_a_question_is_used() -> None:
    head = "sources: {s: {title: S}, t: {title: T}, u: {title: U}}\nfindings: [{title: Slow, source: s}]"
    assert at(steps("{id: a, does: A, question: {title: Why, source: t}}", head=head), "unused-source") == ["sources/u"]


def test_a_promise_is_guessed_only_between_its_own_ends() -> None:
    head = "promises: [{id: p, title: Soon, from: a, to: b, within: 1 h}]"
    lines = ("{id: a, does: A, time: {work: 1 h}}", "{id: b, does: B}")
    outside = "{id: c, does: C, time: {work: 1 h, basis: measured}}"
    assert at(steps(*lines, outside, head=head), "promise-on-guessed-times") == ["promises/p"]
    assert at(steps(lines[0], outside, lines[1], head=head), "promise-on-guessed-times") == []
    assert at(steps("{id: a, does: A}", "{id: b, does: B}", head=head), "promise-on-guessed-times") == [], "no time is no guess"
    spanning = "{id: a, does: A, backstage: [{does: Works, until: b, time: {work: 1 h, basis: observed}}]}"
    assert at(steps(spanning, "{id: m, does: M}", lines[1], head=head), "promise-on-guessed-times") == []


def test_a_proposal_is_fine_where_nobody_says_that_this_is_how_it_is() -> None:
    line = "{id: a, does: A, basis: proposed}"
    assert at(steps(line, head="state: as-is"), "proposal-in-an-as-is") == ["steps/a"]
    assert at(steps(line), "proposal-in-an-as-is") == []
    assert at(steps(line, head="state: to-be"), "proposal-in-an-as-is") == []
