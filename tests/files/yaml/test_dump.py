"""Writing a blueprint down: it reads back as the same one, and it reads well."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given

from footlights.files import dumps, load, read, write_element, write_value
from footlights.model import (
    Agreement,
    Blueprint,
    Card,
    Collection,
    Duration,
    Effect,
    Feeling,
    Lane,
    Link,
    Mark,
    Money,
    Persona,
    Phase,
    Promise,
    Step,
    Target,
    Time,
    Translations,
    arranged,
    field_named,
)
from tests.properties.strategies import blueprints

DATA = Path(__file__).parent.parent / "data"
EXPECTED_WARNINGS = ("unknown-field", "unknown-in-step", "missing-title")


@given(blueprints())
def test_what_is_written_reads_back_as_the_same_blueprint(blueprint: Blueprint) -> None:
    text = dumps(blueprint)
    loaded = read(text)
    assert [one.text() for one in loaded.diagnostics if one.slug not in EXPECTED_WARNINGS] == []
    assert loaded.blueprint == blueprint, text
    assert repr(loaded.blueprint.more) == repr(blueprint.more)  # 1 is not 1.0 there
    assert dumps(loaded.blueprint) == text


def test_the_example_of_the_design_written_down() -> None:
    """The whole taste on one page; a change here is a change to everybody's files."""
    blueprint = load(DATA / "document-example.blueprint.yaml").blueprint
    assert blueprint is not None
    assert dumps(blueprint) == (DATA / "document-example.written.yaml").read_text("utf-8")


def step_with(*cards: Card, **fields: object) -> str:
    blueprint = Blueprint(phases=Collection([Phase("p")]), steps=Collection([Step("s", "p")._replace(**fields)]), cards=Collection(cards))
    return dumps(arranged(blueprint)).partition("  steps:\n")[2]


def test_short_things_are_short() -> None:
    assert step_with(does="S") == "  - S\n"
    assert step_with(Card("black-screen", "s", "evidence", "Black screen")) == "  - id: s\n    evidence: [Black screen]\n"
    assert step_with(feels=(Feeling(None, 1.0),)) == "  - id: s\n    feels: 1\n"
    assert step_with(time=Time(work=Duration(3, "min"))) == "  - id: s\n    time: 3 min\n"


def test_long_things_have_lines_of_their_own() -> None:
    cards = [Card(f"card-number-{n}-with-a-long-name", "s", "evidence", f"Card number {n} with a long name") for n in range(4)]
    assert step_with(*cards).splitlines()[1:] == ["    evidence:", *(f"    - Card number {n} with a long name" for n in range(4))]
    assert step_with(thinks="One\nTwo") == "  - id: s\n    thinks: |-\n      One\n      Two\n"
    assert step_with(thinks=Translations((("en", "One\nTwo"), ("no", "En")))) == (
        '  - id: s\n    thinks:\n      en: |-\n        One\n        Two\n      "no": En\n'
    )


def test_an_id_is_written_unless_a_short_form_says_it() -> None:
    assert step_with(Card("other", "s", "evidence", "Black screen")) == (
        "  - id: s\n    evidence:\n    - id: other\n      does: Black screen\n"
    )
    assert step_with(Card("card", "s", "support")) == "  - id: s\n    support:\n    - id: card\n"


def whole() -> Blueprint:
    return arranged(
        Blueprint(
            personas=Collection([Persona("noor", "Noor"), Persona("kim", goal="G")]),
            lanes=Collection([Lane("support"), Lane("desk", "frontstage")]),
            phases=Collection([Phase("p", "P")]),
            steps=Collection([Step("s", "p", does="S"), Step("t", "p", does="Other")]),
            cards=Collection([Card("c", "s", "desk", "Does it", by=("x",))]),
            marks=Collection(
                [Mark("late", "cards/c", "fail", "Late"), Mark("pain-s", "steps/s", "pain"), Mark("z", "phases/p", "idea", severity="low")]
            ),
            links=Collection([Link("c--t", "c", "t"), Link("back", "c", "s", "loop", share=0.25)]),
            promises=Collection([Promise("s--t", None, "s", "t", Duration(1, "d"))]),
            agreements=Collection([Agreement("a", "xla", None, ("s",), target=Target(">=", 70))]),
        )
    )


@pytest.mark.parametrize(
    ("collection", "id", "written"),
    [
        ("personas", "noor", "  noor: Noor"),
        ("personas", "kim", "  kim: {goal: G}"),
        ("lanes", "desk", "  desk: {role: frontstage}"),
        ("marks", "late", "  fail: Late"),
        ("marks", "pain-s", "  pain: true"),
        ("marks", "z", "  idea: {id: z, severity: low}"),
        ("links", "c--t", "  - t"),
        ("links", "back", "  - {id: back, step: s, kind: loop, share: 25 %}"),
        ("promises", "s--t", "  - {id: s--t, from: s, to: t, within: 1 day}"),
        ("agreements", "a", '  - {id: a, xla: true, on: s, target: ">= 70"}'),
        (
            "steps",
            "s",
            """\
  - id: s
    does: S
    pain: true
    desk:
    - id: c
      does: Does it
      by: x
      fail: Late
      to: [{id: back, step: s, kind: loop, share: 25 %}, t]""",
        ),
    ],
)
def test_one_element_as_it_stands_in_the_file(collection: str, id: str, written: str) -> None:
    blueprint = whole()
    assert write_element(blueprint.collection(collection)[id], blueprint, 2) == written


def test_an_element_alone_is_written_without_what_hangs_on_it() -> None:
    assert write_element(whole().steps["s"], Blueprint()) == "- S"
    assert write_element(whole().cards["c"], Blueprint()) == "- id: c\n  does: Does it\n  by: x"


@pytest.mark.parametrize(
    ("kind", "name", "value", "written"),
    [
        (Step, "does", "Yes, it works", '"Yes, it works"'),
        (Step, "does", Translations((("en", "a\nb"), ("nl", "c"))), '{en: "a\\nb", nl: c}'),
        (Step, "moment-of-truth", 3, "3"),
        (Step, "desired", 3.5, "3.5"),
        (Step, "feels", (Feeling("noor", -1.0),), "{noor: -1}"),
        (Step, "time", Time(wait=Duration(2, "wd"), basis="assumed"), "{wait: 2 working days, basis: assumed}"),
        (Card, "uses", ("a", "no"), '[a, "no"]'),
        (Card, "by", ("a",), "a"),
        (Card, "cost", Money(0.5, "USD"), "0.50 USD"),
        (Card, "cost", Money(0.125, "USD"), "0.125 USD"),
        (Phase, "met", 0.625, "62.5 %"),
        (Agreement, "target", Target("=", 95, "%"), "95 %"),
        (Blueprint, "reviewed", datetime.date(2027, 3, 1), "2027-03-01"),
    ],
)
def test_one_value_on_one_line(kind: type, name: str, value: object, written: str) -> None:
    field = field_named(kind, name)
    assert field is not None
    assert write_value(field, value) == written


def test_an_effect_keeps_its_numbers() -> None:
    from footlights.model import Action

    field = field_named(Action, "effect")
    assert field is not None
    assert write_value(field, Effect("wait", 0.1 + 0.2, 1e-7)) == "{reading: wait, from: 0.30000000000000004, to: 1e-07}"


def test_field_keys_stand_plain_and_keys_of_the_author_are_quoted_where_they_must_be() -> None:
    text = write_element(Agreement("no", "sla", "A", ("on",)), Blueprint())
    assert text == '- {id: "no", sla: A, on: "on"}'
    assert write_element(Persona("on", goal="x"), Blueprint()) == '"on": {goal: x}'
