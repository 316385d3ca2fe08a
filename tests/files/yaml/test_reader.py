"""Reading a blueprint: all forms a thing may be written in, ids, order, and what happens to what can't be used."""

from __future__ import annotations

import datetime
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.files import Loaded, dumps, load, read
from footlights.model import (
    Blueprint,
    Collection,
    Duration,
    Effect,
    Feeling,
    Lane,
    Money,
    Pairs,
    Persona,
    Target,
    Time,
    Translations,
)

DATA = Path(__file__).parent.parent / "data"
EXAMPLE = DATA / "document-example.blueprint.yaml"
HEAD = "footlights: 1\ntitle: T\n"


def clean(text: str) -> Blueprint:
    loaded = read(text)
    assert [one.text() for one in loaded.diagnostics] == []
    assert loaded.blueprint is not None
    return loaded.blueprint


def body(text: str) -> Blueprint:
    return clean(HEAD + text)


def test_the_example_of_the_design_reads_without_a_word() -> None:
    loaded = load(EXAMPLE)
    assert loaded.diagnostics == ()
    blueprint = loaded.blueprint
    assert blueprint is not None
    assert blueprint.title == "My laptop will not start"
    assert list(blueprint.phases) == ["work-interrupted", "report", "restore"]
    assert list(blueprint.steps) == ["arrives-at-the-office", "device-does-not-start", "calls", "confirms"]
    assert blueprint.cards["answer"].by == ("first-line",)
    assert blueprint.cards["answer"].time == Time(
        work=Duration(4, "min"), wait=Duration(2, "min"), standard=Duration(3, "min"), tolerance=Duration(8, "min"), basis="assumed"
    )
    assert [(card.id, card.lane) for card in blueprint.cards.values() if card.step == "calls"] == [
        ("queue-message", "evidence"),
        ("confirmation-e-mail-with-a-number", "evidence"),
        ("answer", "frontstage"),
        ("classify", "backstage"),
        ("assign", "backstage"),
        ("keeps-device-records-current", "support"),
    ]
    assert blueprint.links["classify--assign"].share == 0.6
    assert blueprint.marks["wrong-priority"].on == "cards/classify"
    assert blueprint.agreements["phone-answered"].target == Target("<=", 30, "s")
    assert blueprint.promises["calls--confirms"].within == Duration(8, "h")
    assert blueprint.actions["second-line-joins-the-triage-call"].due == datetime.date(2027, 3, 1)


def test_spans_lead_back_to_the_text() -> None:
    text = EXAMPLE.read_text("utf-8")
    loaded = read(text)

    def said(address: str) -> str:
        span = loaded.spans[address]
        return text[span.start : span.end]

    assert said("cards/answer#by") == "by: first-line"
    assert said("steps/calls#moment-of-truth") == "moment-of-truth: 3"
    assert said("blueprint#title") == "title: My laptop will not start"
    assert said("personas/noor").startswith("noor: {name: Noor")
    assert said("cards/black-screen") == "Black screen"
    assert said("marks/leaves-a-spare-charger") == "delight: Leaves a spare charger"
    assert said("links/classify--assign#share") == "share: 60 %"
    assert said("agreements/phone-answered#title") == "sla: Phone answered"
    assert said("phases/report").startswith("title: Report")
    assert said("phases/report").endswith("uses: [cmdb]")
    assert loaded.spans["steps/calls"].line == 33
    blueprint = loaded.blueprint
    assert blueprint is not None
    for collection in ("personas", "phases", "steps", "cards", "marks", "links", "promises", "agreements", "findings", "actions"):
        assert {f"{collection}/{id}" for id in blueprint.collection(collection)} <= set(loaded.spans)
    assert loaded.explicit >= {"steps/calls", "cards/answer", "actors/first-line", "findings/bounce"}
    assert not loaded.explicit & {"phases/report", "cards/black-screen", "links/classify--assign", "promises/calls--confirms"}


def test_the_ways_to_declare_by_name() -> None:
    wanted = Collection([Persona("noor", "Noor"), Persona("sam", "Sam", goal="G"), Persona("kim", "kim")])
    assert body("personas:\n  noor: Noor\n  sam: {name: Sam, goal: G}\n  kim:\n").personas == wanted
    assert body("personas:\n- Noor\n- {name: Sam, goal: G}\n- {id: kim, name: kim}\n").personas == wanted
    assert body("personas: {noor: {}}\n").personas == Collection([Persona("noor")])
    assert body("personas:\n").personas == body("personas: []\n").personas == Collection()


def test_lanes_take_their_role_from_their_name() -> None:
    lanes = body("lanes:\n  frontstage:\n  desk: {role: frontstage, name: Desk}\n  support: Behind it all\n  time: Duration\n").lanes
    assert list(lanes.values()) == [
        Lane("frontstage", "frontstage"),
        Lane("desk", "frontstage", "Desk"),
        Lane("support", "support", "Behind it all"),
        Lane("time", "time", "Duration"),
    ]
    assert body("lanes: [policy, metric]\n").lanes["metric"] == Lane("metric", "metric", "metric")


def test_cards_come_as_one_or_many_as_text_or_mapping() -> None:
    cards = body("""
phases:
- steps:
  - frontstage: Answers
    backstage: {does: Looks it up, mode: manual}
    support:
    - One
    - {id: two}
""").cards
    assert [(card.id, card.lane, card.does) for card in cards.values()] == [
        ("answers", "frontstage", "Answers"),
        ("looks-it-up", "backstage", "Looks it up"),
        ("one", "support", "One"),
        ("two", "support", None),
    ]


def test_at_a_step_policy_and_note_are_rows_and_elsewhere_they_are_not() -> None:
    blueprint = body("""
phases:
- policy: Of the phase
  steps:
  - policy: [Of the step]
    note: Remember
    support: {does: x, policy: Of the card, note: N}
""")
    assert [(card.does, card.lane) for card in blueprint.cards.values()] == [
        ("x", "support"),
        ("Of the step", "policy"),
        ("Remember", "note"),
    ]
    assert blueprint.cards["x"].note == "N"
    assert [(mark.title, mark.on) for mark in blueprint.marks.values()] == [("Of the phase", "phases/phase"), ("Of the card", "cards/x")]


def test_marks_in_all_their_forms() -> None:
    marks = body("""
phases:
- id: p
  fail: Late
  pain: true
  wait: {title: Q, severity: high}
  idea: [One, true, {id: z}]
  gain: false
  question:
""").marks
    assert [(mark.id, mark.kind, mark.title, mark.severity) for mark in marks.values()] == [
        ("late", "fail", "Late", None),
        ("q", "wait", "Q", "high"),
        ("pain-p", "pain", None, None),
        ("one", "idea", "One", None),
        ("idea-p", "idea", None, None),
        ("z", "idea", None, None),
    ]


def test_links_in_all_their_forms() -> None:
    links = body("""
phases:
- steps:
  - {id: a, to: b}
  - {id: b, to: [c, {step: a, kind: loop}]}
  - id: c
    support: {id: d, to: {to: a, share: 5 %, id: back}}
links:
- {from: a, to: d, kind: message, when: Now and then}
""").links
    assert [(link.id, link.source, link.target, link.kind, link.share) for link in links.values()] == [
        ("a--b", "a", "b", None, None),
        ("a--d", "a", "d", "message", None),
        ("b--a", "b", "a", "loop", None),
        ("b--c", "b", "c", None, None),
        ("back", "d", "a", None, 0.05),
    ]


def test_feelings_in_all_their_forms() -> None:
    head = "personas: {noor: N, sam: S}\nsources: {s: S}\nphases:\n- steps:\n"
    steps = body(
        head + "  - feels: -1.5\n  - feels: {noor: 1, sam: {level: 2, basis: measured, source: s}}\n"
        "  - feels: {level: 0, basis: assumed}\n  - feels: {level: 1, noor: -1}\n  - feels:\n"
    ).steps
    assert [step.feels for step in steps.values()] == [
        (Feeling(None, -1.5),),
        (Feeling("noor", 1), Feeling("sam", 2, "measured", ("s",))),
        (Feeling(None, 0, "assumed"),),
        (Feeling(None, 1), Feeling("noor", -1)),
        (),
    ]


def test_quantities_and_texts() -> None:
    text = (
        "reviewed: 2027-03-01\nreview-every: 3 maanden\nprice: € 12,50\nlanguages: [en, nl-BE]\nreason: {en: Because, nl: Omdat}\n"
        "vocabulary: {phase: Episode, interaction: {nl: Lijn}}\nphases:\n- {met: 62.5 %}\n"
        "actions:\n- {effect: {reading: wait p90, from: 30, to: 12.5, window: 1 month}, cost: 0.50 USD}\n"
    )
    blueprint = body(text)
    assert blueprint.reviewed == datetime.date(2027, 3, 1)
    assert blueprint.review_every == Duration(3, "mo")
    assert blueprint.price == Money(12.5, "EUR")
    assert blueprint.languages == ("en", "nl-BE")
    assert blueprint.reason == Translations((("en", "Because"), ("nl", "Omdat")))
    assert blueprint.vocabulary == (("phase", "Episode"), ("interaction", Translations((("nl", "Lijn"),))))
    assert blueprint.phases["phase"].met == 0.625
    assert blueprint.actions["action"].effect == Effect("wait p90", 30, 12.5, Duration(1, "mo"))
    assert blueprint.actions["action"].cost == Money(0.5, "USD")


def test_who_answers_what_is_questioned_and_what_is_fine_as_it_is() -> None:
    text = (
        "customers-per-day: 40\nallow: {no-owner: We share it, true: {en: Fine, nl: Prima}}\nactors: {ann: {allow: {idle: New}}, bob: Bob}\n"
        "phases:\n- steps:\n  - id: s\n    owner: ann\n    perceived-owner: [bob, ann]\n"
        "    support: {id: c, reason: Law, reviewed: 2027-03-01, allow: {}, fail: {allow: {no-recovery: Rare}}, to: {step: s, allow: {loop: Ok}}}\n"
        "findings: [{title: f, votes: 3}]\nactions: [{id: a, impact: 2, effort: 5, votes: 0, ticket: ABC-1}]\n"
    )
    blueprint = body(text)
    assert blueprint.customers_per_day == 40
    assert blueprint.allow == (("no-owner", "We share it"), ("true", Translations((("en", "Fine"), ("nl", "Prima")))))
    assert (blueprint.actors["ann"].allow, blueprint.actors["bob"].allow) == ((("idle", "New"),), ())
    assert (blueprint.steps["s"].owner, blueprint.steps["s"].perceived_owner) == ("ann", ("bob", "ann"))
    card = blueprint.cards["c"]
    assert (card.reason, card.reviewed, card.allow) == ("Law", datetime.date(2027, 3, 1), ())
    assert blueprint.marks["fail-c"].allow == (("no-recovery", "Rare"),)
    assert blueprint.links["c--s"].allow == (("loop", "Ok"),)
    assert blueprint.findings["f"].votes == 3
    assert blueprint.actions["a"][8:12] == (2, 5, 0, "ABC-1")


def test_an_expectation_may_be_one_text() -> None:
    blueprint = body("expect:\n- total <= 5 working days\n- {says: all answered, why: {nl: Belofte}}\n- {id: x, says: 3}\n")
    assert [tuple(each)[:3] for each in blueprint.expect.values()] == [
        ("total-5-working-days", "total <= 5 working days", None),
        ("all-answered", "all answered", Translations((("nl", "Belofte"),))),
        ("x", "3", None),
    ]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("allow: {No owner: x}", "bad-check"),
        ("allow: {no-owner: ''}", "missing-reason"),
        ("allow: {no-owner: {en: }}", None),
        ("expect: [{why: x}]", "missing-field"),
        ("expect: ['']", "missing-field"),
        ("expect: [{says: ''}]", "missing-field"),
    ],
)
def test_a_check_that_is_fine_has_a_reason_and_an_expectation_says_something(text: str, slug: str | None) -> None:
    assert [one.slug for one in read(HEAD + text + "\n").diagnostics] == ([slug] if slug else [])


def test_only_true_and_false_are_truth_values_and_texts_stay_texts() -> None:
    steps = body("phases:\n- steps: [no, on, 12:30, 022, 2027-03-01, 1.10, yes]\n").steps
    assert [step.does for step in steps.values()] == ["no", "on", "12:30", "022", "2027-03-01", "1.10", "yes"]


def test_a_time_may_be_one_duration() -> None:
    card = body("phases:\n- steps:\n  - support: {id: a, time: 1 h 30 min}\n").cards["a"]
    assert card.time == Time(work=Duration(90, "min"))


def test_unknown_fields_are_kept_as_they_are() -> None:
    loaded = read(HEAD + "x-list: [[a, 1], [b, 2]]\nx-map: {a: 1.5, b: [no, true, ~], c: 022}\nphases:\n- x-deep: {}\n")
    assert [one.severity for one in loaded.diagnostics] == ["warning"] * 3
    assert loaded.blueprint is not None
    assert loaded.blueprint.more == (
        ("x-list", (("a", 1), ("b", 2))),
        ("x-map", Pairs((("a", 1.5), ("b", ("no", True, None)), ("c", "022")))),
    )
    assert "x-list: [[a, 1], [b, 2]]\n" in dumps(loaded.blueprint)
    assert 'x-map: {a: 1.5, b: ["no", true, null], c: "022"}\n' in dumps(loaded.blueprint)
    assert "x-deep: {}\n" in dumps(loaded.blueprint)


def test_aliases_and_merges_reach_the_fields() -> None:
    cards = body("""
phases:
- steps:
  - support:
    - &a {does: x, mode: manual}
    - {<<: *a, does: y}
    - {does: z, time: &t {work: 3 min}}
    - {does: w, time: *t}
""").cards
    assert [(card.does, card.mode, card.time) for card in cards.values()] == [
        ("x", "manual", None),
        ("y", "manual", None),
        ("z", None, Time(work=Duration(3, "min"))),
        ("w", None, Time(work=Duration(3, "min"))),
    ]


class TestIds:
    """How ids come about."""

    def test_explicit_ones_go_first_and_made_ones_step_aside(self) -> None:
        blueprint = body("phases:\n- title: Calls\n  steps:\n  - does: Calls\n    support: [Calls, {id: calls}]\n")
        assert (list(blueprint.phases), list(blueprint.steps), list(blueprint.cards)) == (["calls-2"], ["calls-3"], ["calls-4", "calls"])

    def test_they_do_not_depend_on_the_order_of_keys(self) -> None:
        one = body("phases:\n- steps:\n  - frontstage: [Same]\n    evidence: [Same]\n    wait: Same\n    fail: Same\n    does: Same\n")
        two = body("phases:\n- steps:\n  - does: Same\n    fail: Same\n    wait: Same\n    evidence: [Same]\n    frontstage: [Same]\n")
        assert one == two
        assert [(card.id, card.lane) for card in one.cards.values()] == [("same-2", "evidence"), ("same-3", "frontstage")]

    def test_words_stand_in_where_there_is_no_text(self) -> None:
        blueprint = body("phases:\n- steps:\n  - {}\n  - does: '???'\n    support: [{mode: manual}]\n- {}\n")
        assert (list(blueprint.phases), list(blueprint.steps), list(blueprint.cards)) == (
            ["phase", "phase-2"],
            ["step", "step-2"],
            ["card"],
        )

    def test_other_collections_have_names_of_their_own(self) -> None:
        text = "personas: {a: A}\nactors: {a: A}\nphases:\n- {id: a, fail: {id: a}}\nfindings:\n- {id: a, on: a}\n"
        blueprint = body(text)
        assert all("a" in blueprint.collection(name) for name in ("personas", "actors", "phases", "marks", "findings"))

    def test_the_first_language_makes_the_id(self) -> None:
        assert list(body("phases:\n- title: {nl: Melden, en: Report}\n").phases) == ["melden"]

    def test_what_points_at_a_refused_id_still_finds_it(self) -> None:
        loaded = read(HEAD + "actors: {First Line: F}\nphases:\n- steps:\n  - support: {does: x, by: First Line}\n")
        assert [one.slug for one in loaded.diagnostics] == ["bad-id"]
        assert loaded.blueprint is not None
        assert loaded.blueprint.cards["x"].by == ("first-line",)

    def test_combining_accents_do_not_matter(self) -> None:
        assert body("actors: {café: C}\nphases:\n- steps:\n  - support: {does: x, by: cafe\u0301}\n").cards["x"].by == ("café",)

    def test_five_thousand_equal_texts_are_no_trouble(self) -> None:
        started = time.process_time()
        blueprint = body("phases:\n- steps:\n  - support:\n" + "    - Same\n" * 5000)
        assert time.process_time() - started < 3
        assert list(blueprint.cards)[-1] == "same-5000"


def test_an_element_is_read_without_its_bad_field() -> None:
    loaded = read(HEAD + "phases:\n- steps:\n  - support: {does: x, by: [nobody], mode: no, time: {work: 3, wait: 2 min}, cost: [1]}\n")
    assert [one.slug for one in loaded.diagnostics] == ["unknown-actor", "unknown-choice", "bare-duration", "wrong-shape"]
    assert loaded.blueprint is not None
    card = loaded.blueprint.cards["x"]
    assert (card.by, card.mode, card.time, card.cost) == ((), None, Time(wait=Duration(2, "min")), None)


def test_a_link_without_its_end_is_left_out() -> None:
    loaded = read(HEAD + "phases:\n- steps:\n  - {id: a, to: [nobody, {kind: loop}]}\nlinks:\n- {from: a}\n- {from: x, to: a}\n")
    assert [one.slug for one in loaded.diagnostics] == ["unknown-place", "missing-field", "missing-field", "unknown-place"]
    assert loaded.blueprint is not None
    assert loaded.blueprint.links == Collection()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("phases: {title: x}", "a mapping"),
        ("phases: x", "a text"),
        ("phases:\n- steps: x", "a text"),
        ("phases:\n- [a]", "a list"),
        ("phases:\n- steps: [[a]]", "a list"),
        ("phases:\n- steps:\n  - support: [[a]]", "a list"),
        ("phases:\n- steps:\n  - fail: [[a]]", "a list"),
        ("phases:\n- steps:\n  - to: [[a]]", "a list"),
        ("phases:\n- id: [a]", "a list"),
        ("personas: x", "a text"),
        ("personas: {a: [b]}", "a list"),
        ("personas: [[b]]", "a list"),
        ("findings: [x]", "a text"),
        ("title: [x]", "a list"),
        ("service: {en: [x]}", "a list"),
        ("languages: [[en]]", "a list"),
        ("vocabulary: x", "a text"),
        ("allow: x", "a text"),
        ("allow: {a: [x]}", "a list"),
        ("expect: x", "a text"),
        ("expect: [[x]]", "a list"),
        ("phases:\n- steps:\n  - feels: [1]", "a list"),
        ("phases:\n- steps:\n  - time: [1]", "a list"),
        ("actions:\n- effect: x", "a text"),
        ("phases:\n- steps:\n  - support: {by: [{a: b}]}", "a mapping"),
        ("phases:\n- steps:\n  - support: {until: [x]}", "a list"),
    ],
)
def test_what_has_another_form_than_expected_is_said_to_have(text: str, found: str) -> None:
    head = "footlights: 1\n" if text.startswith("title") else HEAD
    (diagnostic,) = read(head + text + "\n").diagnostics
    assert diagnostic.slug == "wrong-shape"
    assert diagnostic.text().endswith(f"not {found}.")


def test_json_is_read_too() -> None:
    assert (
        clean('{"footlights": 1, "title": "T", "phases": [{"title": "P", "steps": [{"does": "x", "feels": -1}]}]}').steps["x"].does == "x"
    )


def test_the_order_of_the_file_does_not_matter_for_what_points_back_and_forth() -> None:
    one = body("phases:\n- steps:\n  - support: {does: x, by: a}\nactors: {a: A}\n")
    two = body("actors: {a: A}\nphases:\n- steps:\n  - support: {does: x, by: a}\n")
    assert one == two


PIECES = st.sampled_from(
    (
        *"{ } [ ] : # ' \" | > &a *a <<:*a !x % @ null true ? -5".split(" "),
        *(" ", "\n", "- ", "\t", "\x85", "\u2028", "\ufeff", "\r", "---\n", "...\n", "  ", "\x00", "\ud800"),
        *("to: [a]\n", "level: 1", "on: steps/calls\n", "id: x\n", "<<: *a\n", "&a "),
    )
)
CHANGES = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 12), st.one_of(st.just(""), PIECES)), min_size=1, max_size=6)


@given(CHANGES)
def test_whatever_is_done_to_a_file_it_is_read_and_told(changes: list[tuple[int, int, str]]) -> None:
    text = EXAMPLE.read_text("utf-8")
    for at, gone, new in changes:
        text = text[:at] + new + text[at + gone :]
    loaded = read(text, "a.yaml")
    for one in loaded.diagnostics:
        assert one.place.line >= 1
        assert one.place.column >= 1
        assert one.text()
        assert one.hint("nl")
    if loaded.blueprint is None:
        assert loaded.errors
    elif not loaded.errors:
        assert read(dumps(loaded.blueprint)).blueprint == loaded.blueprint


def test_reading_leaves_the_collector_as_it_was() -> None:
    import gc

    assert gc.isenabled()
    read(HEAD)
    assert gc.isenabled()
    gc.disable()
    try:
        read(HEAD)
        assert not gc.isenabled()
    finally:
        gc.enable()


def large(cards: int) -> str:
    chosen = random.Random(1)
    lines = [HEAD + "actors:", *(f"  actor-{n}: {{name: Actor {n}, kind: role}}" for n in range(30)), "phases:"]
    for number in range(cards):
        if number % 100 == 0:
            lines += [f"- title: Phase {number}", "  need: A need of this phase, in a sentence", "  steps:"]
        if number % 10 == 0:
            lines += [f"  - id: step-{number}", f"    does: Does thing {number}", f"    feels: {chosen.randint(-2, 2)}", "    backstage:"]
        lines += [
            f"    - id: card-{number}",
            f"      does: Answers and logs the incident number {number} while the customer waits on the line",
            f"      by: actor-{number % 30}",
            "      mode: manual",
            "      time: {standard: 3 min, tolerance: 8 min, work: 4 min, basis: assumed}",
            "      note: Some remark about this card that is a little longer than it needs to be",
        ]
    return "\n".join(lines) + "\n"


def cpu(text: str) -> tuple[float, Loaded]:
    started = time.process_time()
    loaded = read(text)
    return time.process_time() - started, loaded


def test_five_thousand_cards_are_read_in_about_a_second() -> None:
    text = large(5000)
    best, loaded = min((cpu(text) for _ in range(2)), key=lambda one: one[0])
    assert loaded.diagnostics == ()
    assert loaded.blueprint is not None
    assert len(loaded.blueprint.cards) == 5000
    assert best < 4  # about 1 on a desk, and build servers share theirs


def test_an_example_is_read_in_a_blink() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert min(cpu(text)[0] for _ in range(5)) < 0.05  # about 0.004


def test_faults_by_the_thousand_do_not_take_long() -> None:
    text = large(1500).replace("by: actor-", "by: actr-").replace("mode:", "mde:")
    taken, loaded = cpu(text)
    assert len(loaded.diagnostics) == 201
    assert taken < 4


def test_the_room_is_light_until_something_is_read() -> None:
    program = "import sys, footlights.files as files; print('yaml' in sys.modules); files.read('a: 1'); print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
