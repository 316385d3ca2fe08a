"""Checks of flow where it is subtle: parallel work, loops, shares, spans, fallbacks, and what is told elsewhere."""

from __future__ import annotations

import pytest

from .asking import found, places

ACTORS = "actors: {a: {name: Ann}, b: {name: Ben}, c: {name: Col}, post: {name: Post, kind: partner}}\n"


def chain(*doers: str, back: str = "") -> str:
    """A chain of cards, each done by somebody, drawn one to the next."""
    cards = []
    for number, doer in enumerate(doers):
        onward = [f"k{number + 1}"] if number + 1 < len(doers) else []
        onward += [f"{{card: {back}, kind: loop, when: It fails}}"] if back and not onward else []
        to = f", to: [{', '.join(onward)}]" if onward else ""
        cards.append(f"    - {{id: k{number}, does: Works {number}, by: {doer}{to}}}")
    return ACTORS + "phases:\n- title: One\n  steps:\n  - id: s\n    does: Asks\n    backstage:\n" + "\n".join(cards) + "\n"


def test_hand_overs_are_counted_along_one_way_and_not_side_by_side() -> None:
    wide = (
        ACTORS
        + """
phases:
- title: One
  steps:
  - id: s
    does: Asks
    backstage:
    - {id: k, does: Splits it, by: a, to: [k1, k2, k3]}
    - {id: k1, does: One, by: b}
    - {id: k2, does: Two, by: c}
    - {id: k3, does: Three, by: post}
"""
    )
    (deep,) = found("many-hand-overs", chain("a", "b", "c", "a"), most=2)
    assert deep.fact("many") == "3"
    assert not found("many-hand-overs", wide, most=2)
    assert found("many-hand-overs", wide, most=0)[0].fact("many") == "1"


def test_a_loop_adds_no_hand_overs() -> None:
    (finding,) = found("many-hand-overs", chain("a", "b", "c", back="k0"), most=1)
    assert finding.fact("many") == "2"


def test_there_and_back_is_no_ping_pong_and_neither_is_a_loop() -> None:
    assert not found("ping-pong", chain("a", "b", "a"))
    assert not found("ping-pong", chain("a", "b", back="k0"))
    assert places("ping-pong", chain("a", "b", "a", "b")) == ["cards/k0"]
    assert places("ping-pong", chain("a", "b", "a", "b", "a", "b")) == ["cards/k0"], "one pair is told once"


RETURNED = """
phases:
- title: One
  steps:
  - id: s
    does: Asks
    GRADE
    backstage: [{id: hand, does: Passes it on, to: {card: made, kind: handover}}]
    support: [{id: made, does: Makes it, MORE}]
  - {id: end, does: Gets it}
"""


@pytest.mark.parametrize(
    ("more", "gone"),
    [("mode: manual", True), ("to: end", False), ("until: end", False), ("to: {card: hand, kind: loop, when: A part is missing}", False)],
)
def test_work_that_leads_on_spans_on_or_comes_back_is_not_gone(more: str, gone: bool) -> None:
    text = RETURNED.replace("GRADE", "").replace("MORE", more)
    assert bool(found("handed-over-and-gone", text)) == gone


def test_work_gone_at_a_heavy_moment_of_truth_weighs_more() -> None:
    for grade, severity in ((2, "medium"), (3, "high")):
        (finding,) = found("handed-over-and-gone", RETURNED.replace("GRADE", f"moment-of-truth: {grade}").replace("MORE", "mode: manual"))
        assert finding.severity == severity


def test_at_the_last_step_work_may_end() -> None:
    text = RETURNED.replace("GRADE", "").replace("MORE", "mode: manual").replace("  - {id: end, does: Gets it}\n", "")
    assert not found("handed-over-and-gone", text)


LOOP = """
phases:
- title: One
  steps:
  - id: s
    does: Asks
    ROW:
    - {id: k, does: Looks, to: [m MORE]}
    - {id: m, does: Looks again, to: {card: k, kind: loop}}
  - {id: end, does: Hears}
"""


def test_a_circle_that_the_customer_lives_through_leads_on_by_itself() -> None:
    assert places("loop-without-exit", LOOP.replace("ROW", "backstage").replace(" MORE", "")) == ["cards/k"]
    assert not found("loop-without-exit", LOOP.replace("ROW", "frontstage").replace(" MORE", ""))
    assert not found("loop-without-exit", LOOP.replace("ROW", "backstage").replace(" MORE", ", end"))


def test_a_condition_before_a_loop_is_condition_enough() -> None:
    text = LOOP.replace("ROW", "backstage").replace("[m MORE]", "[{card: m, when: Not clear}]")
    assert not found("loop-without-condition", text)
    assert found("loop-without-condition", LOOP.replace("ROW", "backstage").replace(" MORE", ""))


def split(*links: str) -> str:
    return f"""
phases:
- title: One
  steps:
  - id: s
    does: Asks
    backstage:
    - {{id: k, does: Decides, to: [{", ".join(links)}]}}
    - {{id: x, does: X}}
    - {{id: y, does: Y}}
    - {{id: z, does: Z}}
"""


@pytest.mark.parametrize(
    ("links", "wrong"),
    [
        (("{card: x, share: 60 %}", "{card: y, share: 40 %}"), False),
        (("{card: x, share: 33 %}", "{card: y, share: 33 %}", "{card: z, share: 33 %}"), False),  # rounded
        (("{card: x, share: 60 %}", "{card: y, share: 50 %}"), True),
        (("{card: x, share: 60 %}", "{card: y, share: 30 %}"), True),
        (("{card: x, share: 60 %}", "{card: y, share: 30 %}", "z"), False),  # the rest may go there
        (("{card: x, share: 60 %}", "{card: y, share: 30 %}", "{card: z, kind: message}"), True),  # nobody goes along a message
        (("{card: x, share: 30 %}",), False),  # the rest goes on by itself
    ],
)
def test_shares_add_up_where_every_way_out_has_one(links: tuple[str, ...], wrong: bool) -> None:
    assert bool(found("shares-not-adding-up", split(*links))) == wrong


def test_a_missing_share_is_asked_for_where_it_follows_from_the_others() -> None:
    (finding,) = found("branch-share-missing", split("{card: x, when: A, share: 60 %}", "{card: y, when: B}"))
    assert finding.fact("rest").share == pytest.approx(0.4)
    assert not found("branch-share-missing", split("{card: x, when: A, share: 60 %}", "{card: y, when: B}", "{card: z, when: C}"))
    assert not found("branch-share-missing", split("{card: x, when: A, share: 60 %}", "y")), "y may be taken as well"
    assert not found("branch-share-missing", split("{card: x, when: A, share: 100 %}", "{card: y, when: B}")), "nothing is left"


def test_one_way_of_a_branch_may_be_the_ordinary_one() -> None:
    assert not found("branch-without-condition", split("{card: x, share: 70 %}", "{card: y, share: 30 %, when: Odd}"))
    assert found("branch-without-condition", split("{card: x, share: 70 %}", "{card: y, share: 30 %}"))


REWORK = """
phases:
- title: One
  steps:
  - id: s
    does: Asks
    backstage:
    - {id: k, does: Looks, to: [{card: m, when: Unclear INTO}]}
    - {id: m, does: Asks more, to: [{card: k, kind: loop OWN}]}
"""


@pytest.mark.parametrize(
    ("into", "own", "share"),
    [(", share: 30 %", "", 0.3), (", share: 30 %", ", share: 25 %", 0.25), ("", ", share: 25 %", 0.25), ("", "", None)],
)
def test_how_often_a_loop_is_taken_may_stand_before_it(into: str, own: str, share: float | None) -> None:
    findings = found("rework-share-high", REWORK.replace(" INTO", into).replace(" OWN", own))
    assert [each.fact("share").share for each in findings] == ([] if share is None else [share])


def test_how_often_a_loop_is_taken_may_stand_on_the_way_into_its_column() -> None:
    text = """
phases:
- title: One
  steps:
  - {id: s, does: Waits, backstage: [{id: k, does: Looks, to: [{card: call, when: Incomplete, share: 40 %}]}OTHER]}
  - id: t
    does: Sends more
    moment-of-truth: 3
    frontstage:
    - {id: call, does: Calls}
    - {id: take, does: Takes it in, to: {card: k, kind: loop}}
"""
    (finding,) = found("rework-share-high", text.replace("OTHER", ""))
    assert (str(finding.address), finding.fact("share").share, finding.severity) == ("links/take--k", 0.4, "medium")
    assert found("rework-share-high", text.replace("OTHER", "").replace("truth: 3", "truth: 4"))[0].severity == "high"
    assert not found("rework-share-high", text.replace("OTHER", ", {id: o, does: Writes, to: call}")), "two ways lead there"


WAITS = (
    ACTORS
    + """
phases:
- title: One
  steps:
  - id: s
    does: Asks
    backstage:
    - {id: k, does: Works, by: a, time: {wait: 70 min}}
    - {id: k2, does: Works on, by: a}
    - {id: m, does: Other work, by: WHO, MODE, time: {wait: MINUTES min}}
    - {id: m2, does: More of it, by: WHO}
"""
)


@pytest.mark.parametrize(
    ("who", "mode", "minutes", "where"),
    [
        ("b", "mode: manual", 10, ["actors/a"]),
        ("b", "mode: manual", 100, ["actors/b"]),
        ("post", "mode: manual", 100, []),  # a partner is not ours to change, and its waiting counts in the whole
        ("b", "mode: automated", 100, []),  # a machine's queue is nobody's
    ],
)
def test_the_bottleneck_is_one_of_ours_and_one_at_most(who: str, mode: str, minutes: int, where: list[str]) -> None:
    text = WAITS.replace("WHO", who).replace("MODE", mode).replace("MINUTES", str(minutes))
    assert places("bottleneck-candidate", text) == where


def moments(*contacts: str) -> str:
    steps = [f"  - {{id: s{n}, does: Asks {n}, moment-of-truth: 2, {contact}}}" for n, contact in enumerate(contacts)]
    return (
        "actors: {a: {name: Ann, people: 1}, b: {name: Ben, people: 4}}\nsystems: {crm: {name: CRM}, log: {name: Log}}\n"
        "phases:\n- title: One\n  steps:\n" + "\n".join(steps) + "\n"
    )


CRM = "frontstage: [{does: Looks, uses: crm, by: b}]"


@pytest.mark.parametrize(
    ("third", "where"),
    [
        (CRM, ["systems/crm"]),
        ("frontstage: [{does: Looks, uses: crm}, {does: Asks a colleague, by: b}]", []),  # another way in
        ("frontstage: [{does: Looks, uses: crm, fail: {title: Down, recovery: On paper}}]", []),
        ("frontstage: [{does: Looks, uses: crm, fail: {title: Down}}]", ["systems/crm"]),  # a fail point is no recovery yet
        ("frontstage: [{does: Talks, by: b}], support: [{does: Files it, uses: crm}]", []),  # what is filed afterwards
        ("backstage: [{does: Looks, uses: crm}]", ["systems/crm"]),  # nobody is met: then it is the back stage that counts
    ],
)
def test_a_system_is_a_single_point_where_moments_need_it_and_nothing_else_helps(third: str, where: list[str]) -> None:
    assert places("single-point-of-failure", moments(CRM, CRM, third)) == where


CHECKED = "frontstage: [{does: Checks in, uses: crm, by: b}]"


@pytest.mark.parametrize(
    ("first", "second", "grades", "where"),
    [
        (CHECKED, CHECKED, (4, 2), ["systems/crm"]),  # one of the gravest, and one beside it
        (CHECKED, CHECKED, (3, 3), []),
        (CHECKED, "backstage: [{does: Files, uses: crm, by: b}]", (4, 2), []),  # at the second nobody stands before the customer with it
        (CHECKED, "frontstage: [{does: Asks, uses: crm, by: b, fail: {title: CRM is down, recovery: Ask later}}]", (4, 2), []),
        (CHECKED, "frontstage: [{does: Asks, uses: crm, by: b, fail: {title: Bill is wrong, recovery: Pay}}]", (4, 2), ["systems/crm"]),
        (CHECKED, "frontstage: [{does: Asks, uses: crm, by: b, fail: {title: No bill, recovery: {nl: Zonder crm}}}]", (4, 2), []),
    ],
)
def test_two_moments_are_enough_where_one_is_of_the_highest_grade(
    first: str, second: str, grades: tuple[int, int], where: list[str]
) -> None:
    text = moments(first, second)
    for number, grade in enumerate(grades):
        text = text.replace(f"Asks {number}, moment-of-truth: 2", f"Asks {number}, moment-of-truth: {grade}")
    assert places("single-point-of-failure", text) == where


@pytest.mark.parametrize(("many", "said"), [(3, "and 'Asks 2'"), (4, "and 'Asks 3'"), (5, "'Asks 2' and 2 more")])
def test_many_moments_are_counted_and_a_few_named(many: int, said: str) -> None:
    (finding,) = found("single-point-of-failure", moments(*[CRM] * many))
    assert said in finding.text("en")


def test_a_contact_that_spans_three_moments_is_behind_all_three() -> None:
    text = moments("frontstage: [{does: Looks, uses: crm, until: s2}]", "feels: 0", "feels: 0")
    (finding,) = found("single-point-of-failure", text)
    assert [step for step, _ in finding.ground] == ["s0", "s1", "s2"]


def test_one_person_counts_where_nobody_stands_beside_them() -> None:
    alone = "frontstage: [{does: Helps, by: a}]"
    assert places("one-person-behind-moments", moments(alone, alone, alone)) == ["actors/a#people"]
    assert not found("one-person-behind-moments", moments(alone, alone, "frontstage: [{does: Helps, by: [a, b]}]"))
    assert not found("one-person-behind-moments", moments(alone, alone, "frontstage: [{does: Helps, by: a, mode: automated}]"))
    stand = moments(alone, alone, alone).replace(", b: {name: Ben, people: 4}", "")
    assert not found("one-person-behind-moments", stand), "who is the whole service knows it"


SWITCH = """
channels: {site: {class: online}, app: {class: online}, desk: {class: offline}, box: {}}
phases:
- title: One
  steps:
  - {id: x, does: X, feels: ONE, frontstage: [{does: Shows, via: site}]}
  - {id: y, does: Y}
  - {id: z, does: Z, feels: TWO, frontstage: [{does: Helps, via: THEN}]}
  LATER
"""


@pytest.mark.parametrize(
    ("one", "two", "then", "severity"),
    [
        ("0", "0", "desk", "low"),
        ("1", "0", "desk", "medium"),  # it falls by a whole step
        ("0", "1", "desk", None),  # they are glad of it
        ("0", "0", "[desk, app]", None),  # there is a choice
        ("0", "0", "app", None),  # another channel, and still online
        ("0", "0", "box", None),  # nobody said what it is
    ],
)
def test_a_switch_is_forced_where_there_is_no_choice_and_no_joy(one: str, two: str, then: str, severity: str | None) -> None:
    text = SWITCH.replace("ONE", one).replace("TWO", two).replace("THEN", then).replace("  LATER\n", "")
    assert [each.severity for each in found("forced-channel-switch", text)] == ([] if severity is None else [severity])


PATHS = """
channels: {site: {class: online}, desk: {class: offline}}
phases:
- title: One
  steps:
  - {id: x, does: X, feels: 0, frontstage: [{does: Shows, via: site}], to: [{step: z, when: Unclear}, {step: q, when: Clear}]}
  - {id: z, does: Z, feels: 0, frontstage: [{id: help, does: Helps, via: desk}], backstage: [{does: Decides TELLS}]}
  - {id: q, does: Q, feels: 0}
"""


def test_some_are_made_to_change_channel_where_others_go_elsewhere() -> None:
    text = PATHS.replace(" TELLS", "")
    assert places("forced-channel-switch", text) == ["steps/z"]
    assert not found("forced-channel-switch", text.replace("{step: z, when: Unclear}, ", "")), "nobody goes from one to the other"
    pained = text.replace("{id: z, does: Z, feels: 0,", "{id: z, does: Z, feels: 0, pain: Tells it all again,")
    assert [each.severity for each in found("forced-channel-switch", pained)] == ["medium"]


def test_being_called_with_the_news_is_no_switch_of_the_customers() -> None:
    assert not found("forced-channel-switch", PATHS.replace(" TELLS", ", to: {card: help, kind: message}"))


def test_a_new_phase_may_come_through_another_channel() -> None:
    text = SWITCH.replace("ONE", "0").replace("TWO", "0").replace("THEN", "desk").replace("  LATER\n", "")
    assert not found("forced-channel-switch", text.replace("  - {id: z", "- title: Two\n  steps:\n  - {id: z"))


def test_who_thinks_it_over_does_not_wait_on_nothing() -> None:
    text = """
phases:
- title: One
  steps:
  - {id: a, does: Asks, backstage: [{does: Works}]}
  - {id: b, DOES, time: {wait: 5 days}}
"""
    assert places("waiting-on-nothing", text.replace("DOES", "title: Waits")) == ["steps/b"]
    assert not found("waiting-on-nothing", text.replace("DOES", "does: Thinks it over"))
    assert not found("waiting-on-nothing", text.replace("DOES", "title: Waits").replace("{does: Works}", "{does: Works, until: b}"))
    assert not found("waiting-on-nothing", text.replace("DOES", "title: Waits").replace(", backstage: [{does: Works}]", ""))


def test_two_links_that_differ_in_their_condition_are_two() -> None:
    text = """
phases: [{title: One, steps: [{id: a, does: A}, {id: b, does: B}, {id: c, does: C}]}]
links: [{from: a, to: c, when: One}, {from: a, to: c, WHEN}]
"""
    assert not found("link-drawn-twice", text.replace("WHEN", "when: Two"))
    assert len(found("link-drawn-twice", text.replace("WHEN", "when: One"))) == 1
