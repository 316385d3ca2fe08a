"""What to do first: the map and the order, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footlights.measures import Priorities, priorities
from footlights.model import Action, Actor, Address, Blueprint, Collection, Finding, Mark, Phase

from .weighed import blueprint, card, step, to


def order(found: Priorities) -> list[str]:
    return [str(line.about) for line in found.ranked]


def places(found: Priorities) -> dict[str, str]:
    return {each.step: each.place for each in found.placed}


def test_nothing_gives_nothing() -> None:
    found = priorities(Blueprint())
    assert (found.ranked, found.placed, found.needs, found.actions, found.first) == ((), (), (), (), ())
    assert [each.steps for each in found.grades] == [(), (), (), ()]


def test_each_step_has_a_place_on_the_map() -> None:
    steps = [
        step("first", 1, 3), step("later", 1, 2), step("later-too", feels=[-1]), step("keep", 0, 4), step("watch", 0, 1),
        step("happy", 0, 4), step("beyond")._replace(desired=3, actual=4), step("unknown", grade=4),
    ]  # fmt: skip
    marks = [Mark("wow", "cards/gift", "delight"), Mark("ouch", "steps/keep", "pain")]
    found = priorities(blueprint(*steps, cards=[card("gift", "happy", "frontstage")], marks=marks))
    assert places(found) == {
        "first": "improve-first", "later": "later", "later-too": "later", "keep": "keep", "watch": "watch", "happy": "strengthen",
        "beyond": "strengthen", "unknown": "unknown",
    }  # fmt: skip
    assert {each.step: each.delights for each in found.placed if each.delights} == {"happy": ("wow",)}


def test_moments_of_truth_in_four_grades() -> None:
    found = priorities(blueprint(step("a", 1, 4), step("b", 0, 4), step("c", grade=2), step("d", 1)))
    assert [(each.grade, each.steps, each.short, each.unknown) for each in found.grades] == [
        (4, ("a", "b"), ("a",), ()),
        (3, (), (), ()),
        (2, ("c",), (), ("c",)),
        (1, (), (), ()),
    ]


def test_needs_come_the_least_met_first_and_unknown_last() -> None:
    phases = [Phase("p", need="x"), Phase("q", need="y", met=0.7), Phase("r", need="z", met=0.2), Phase("s")]
    found = priorities(blueprint(phases=phases))
    assert [(need.phase, need.met) for need in found.needs] == [("r", 0.2), ("q", 0.7), ("p", None)]


def test_what_weighs_most_comes_first() -> None:
    # a 1×4 = 4, b 3×2 = 6, c 2×0.5 = 1
    found = priorities(blueprint(step("a", 1, 4), step("b", 3, 2), step("c", 2)))
    assert [(str(line.about), line.weight) for line in found.ranked] == [("steps/b", 6), ("steps/a", 4), ("steps/c", 1)]


def test_what_people_found_grave_raises_it() -> None:
    # a 1×4 = 4 × 2 (high) = 8 before b 3×2 = 6 × 1.25 (low) = 7.5; the gravest finding counts, and not their number
    findings = [
        Finding("one", on=("a",), severity="high"),
        Finding("two", on=("a",), severity="low"),
        Finding("three", on=("b",), severity="low"),
    ]
    found = priorities(blueprint(step("a", 1, 4), step("b", 3, 2), findings=findings))
    assert [(str(line.about), line.weight, line.findings) for line in found.ranked] == [
        ("steps/a", 8, ("one", "two")),
        ("steps/b", 7.5, ("three",)),
    ]


def test_dismissed_and_answered_findings_no_longer_count() -> None:
    findings = [Finding("no", on=("a",), severity="high", status="dismissed"), Finding("done", on=("a",), severity="high")]
    actions = [Action("did", closes=("done",), status="done"), Action("not", closes=("done",), status="dropped")]
    found = priorities(blueprint(step("a", 1, 4), findings=findings, actions=actions))
    assert [(line.weight, line.findings, line.actions) for line in found.ranked] == [(4, (), ())]
    # one that is still being worked on does
    found = priorities(blueprint(step("a", 1, 4), findings=findings, actions=[*actions, Action("more", closes=("done",), status="doing")]))
    assert [(line.weight, line.findings, line.actions) for line in found.ranked] == [(8, ("done",), ("more",))]


def test_votes_raise_by_their_share_of_all() -> None:
    # a and b weigh 4 each; of 8 votes b has 6: 4 × (1 + 6/8) = 7, a has 2: 4 × (1 + 2/8) = 5
    findings = [Finding("one", on=("a",), votes=2), Finding("two", on=("b",), votes=5)]
    actions = [Action("three", closes=("two",), votes=1)]
    found = priorities(blueprint(step("a", 1, 4), step("b", 1, 4), findings=findings, actions=actions))
    assert [(str(line.about), line.weight, line.votes) for line in found.ranked] == [("steps/b", 7, 6), ("steps/a", 5, 2)]


def test_a_need_that_is_barely_met_raises_the_touchpoints_of_its_phase() -> None:
    # 4 × (1 + 0.5 - 0.2) = 5.2; a need that is met by half or more raises nothing
    phases = [Phase("p", need="x", met=0.5), Phase("q", need="y", met=0.2)]
    found = priorities(blueprint(step("a", 1, 4, phase="p"), step("b", 1, 4, phase="q"), phases=phases))
    assert [(str(line.about), line.weight) for line in found.ranked] == [("steps/b", pytest.approx(5.2)), ("steps/a", 4)]
    assert [line.need.phase if line.need else None for line in found.ranked] == ["q", None]


def test_a_finding_speaks_of_what_it_stands_behind() -> None:
    # far (a) -> mid (b) -> near (c) -> serve (d): a finding about a card counts up to two ways back, one about a system in its column
    cards = [
        card("far", "a", "backstage"),
        card("mid", "b", "backstage", uses="crm"),
        card("near", "c", "backstage", by="cook"),
        card("serve", "d", "frontstage", uses="till", via="hall"),
    ]
    links = [to("far", "mid"), to("mid", "near"), to("near", "serve")]

    def speaks(on: str) -> tuple[str, ...]:
        made = blueprint(*(step(id) for id in "abc"), step("d", 1, 1), cards=cards, links=links, findings=[Finding("f", on=(on,))])
        return next(line.findings for line in priorities(made).ranked if line.about == Address("steps", "d"))

    for on in ("d", "only", "serve", "near", "mid", "systems/till", "channels/hall"):
        assert speaks(on) == ("f",)
    for on in ("a", "far", "systems/crm", "actors/cook"):
        assert speaks(on) == ()


def test_a_grave_finding_without_a_weak_touchpoint_has_its_own_line() -> None:
    # as if its step of grade 3 were one level short: 1 × 3 × 2 = 6; a medium one has none
    findings = [Finding("grave", on=("x",), severity="high"), Finding("so-so", on=("x",), severity="medium")]
    made = blueprint(step("a", 0, 3), step("b", 1, 4), cards=[card("x", "a", "backstage")], findings=findings)
    assert [(str(line.about), line.weight) for line in priorities(made).ranked] == [("findings/grave", 6), ("steps/b", 4)]
    nowhere = priorities(blueprint(findings=[Finding("alone", severity="high")]))
    assert [(str(line.about), line.weight) for line in nowhere.ranked] == [("findings/alone", 1)]


def test_a_need_without_a_weak_touchpoint_has_its_own_line() -> None:
    # what is missing: 1 - 0.3 = 0.7
    phases = [Phase("p", need="x", met=0.3), Phase("q", need="y", met=0.9)]
    found = priorities(blueprint(step("a", 0, 3, phase="p"), phases=phases))
    assert [(str(line.about), line.weight) for line in found.ranked] == [("phases/p", 0.7)]


def test_whoever_stands_near_is_named_by_department_else_by_role() -> None:
    cards = [card("x", "a", "frontstage", by="one"), card("y", "b", "frontstage", by="two")]
    made = blueprint(step("a", 1, 4), step("b", 1, 1), cards=cards, actors=[Actor("one", department="Sales"), Actor("two")])
    assert [[str(address) for address in line.stands] for line in priorities(made).ranked] == [["departments/sales"], ["actors/two"]]


def test_actions_by_impact_and_effort() -> None:
    # high is 4 or 5
    actions = [
        Action("costly", impact=3, effort=4),
        Action("unknown", impact=5),
        Action("small", impact=3, effort=3),
        Action("large", impact=5, effort=5),
        Action("quick", impact=4, effort=3),
        Action("quicker", impact=4, effort=1),
        Action("done", impact=5, effort=1, status="done"),
    ]
    found = priorities(blueprint(actions=actions)).actions
    assert [(each.action, each.place) for each in found] == [
        ("quicker", "quick"), ("quick", "quick"), ("large", "large"), ("small", "small"), ("costly", "costly"), ("unknown", "unknown"),
    ]  # fmt: skip


def test_an_action_tells_which_weak_touchpoints_it_answers() -> None:
    made = blueprint(step("a", 1, 4), step("b"), findings=[Finding("f", on=("a", "b"))], actions=[Action("act", closes=("f",))])
    assert priorities(made).actions[0].steps == ("a",)


def test_the_list_is_short_and_leaves_out_what_hardly_weighs() -> None:
    # seven of weight 2 and one of 0.125 (0.25 below neutral × 0.5): five are first
    steps = [step(f"s{number}", 1, 2) for number in range(7)]
    found = priorities(blueprint(*steps, step("tiny", feels=[-0.25])))
    assert len(found.first) == 5
    assert len(found.ranked) == 8
    # 4 and 0.125: the second weighs less than a tenth of the first
    assert [line.about.id for line in priorities(blueprint(step("a", 1, 4), step("tiny", feels=[-0.25]))).first] == ["a"]


def test_the_order_is_that_of_the_blueprint_among_equals() -> None:
    made = blueprint(step("b", 1, 2), step("a", 1, 2))
    assert order(priorities(made)) == ["steps/b", "steps/a"]
    assert order(priorities(replace(made, findings=Collection()))) == ["steps/b", "steps/a"]
