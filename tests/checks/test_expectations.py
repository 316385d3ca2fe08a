"""Blueprint tests: what is understood, in three languages, and how it is judged by hand-counted cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import footlights
from footlights.checks import Case, check_named, examine
from footlights.checks.expectations import EXPECTATIONS
from footlights.checks.expectations.grammar import understood
from footlights.checks.expectations.sentence import Sentence
from footlights.checks.expectations.vocabulary import LANGUAGES, VOCABULARIES
from footlights.checks.expectations.writing import nearest, sentences, spelt
from footlights.facts import CheckFinding
from footlights.measures import path_time
from footlights.model import Blueprint, Collection, Expectation

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]

# --- what is understood ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_understood_in_every_language(language: str) -> None:
    for sentence in sentences():
        said = spelt(sentence, language)
        assert understood(said) == sentence._replace(of=sentence.of.casefold()), said


def test_the_vocabularies_speak_of_the_same_things() -> None:
    for name in ("times", "counts", "bases", "subjects", "requirements", "severities", "comparators", "none"):
        keys = {language: list(getattr(words, name)) for language, words in VOCABULARIES.items()}
        assert keys["en"] == keys["nl"] == keys["es"], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_other_word_stands_for_the_same(language: str) -> None:
    words = VOCABULARIES[language]
    for key, terms in words.counts.items():
        for term in terms.split("|"):
            assert understood(f"{term} <= 4") == Sentence("count", key, amount=4.0), term
    for key, terms in words.comparators.items():
        for term in terms.split("|"):
            found = understood(f"{words.times['total'].partition('|')[0]} {term} 4 h")
            assert found == Sentence("time", "total", comparator=key, amount=14400.0), term
    for kind, terms in words.none.items():
        for term in terms.split("|"):
            asked = understood(term.format(n="3", d="2 h", l="nl"))
            assert asked is not None, term
            assert asked.what == kind, term


def test_the_page_of_the_manual_lists_each_of_them() -> None:
    page = (ROOT / "docs/reference/expectations.md").read_text(encoding="utf-8")
    for sentence in sentences():
        for language in LANGUAGES:
            assert f"`{spelt(sentence, language)}`" in page


def test_the_sentences_of_the_how_to_are_understood() -> None:
    page = (ROOT / "docs/how-to/test-a-blueprint.md").read_text(encoding="utf-8")
    block = page.partition("expect:\n")[2].partition("```")[0]
    said = [line.partition("says:")[2].partition(", why")[0].strip() if "says:" in line else line[2:] for line in block.splitlines()]
    assert len(said) == 5
    assert all(understood(each) for each in said), said


@pytest.mark.parametrize(
    ("says", "same"),
    [
        ("  Total   ≤ 5 working days. ", "total <= 5 working days"),
        ("total is at most 90 min", "total <= 1 h 30 min"),
        ("p90 of total <= 5 days", "p90 total <= 5 days"),
        ("every moment of truth has owner", "every moment of truth has an owner"),
        ("each step has a feeling", "every step has a feeling"),
        ("no step feels below −0,5", "no step feels below -0.5"),
        ("assumed claims <= 50%", "assumed claims <= 50 %"),
        ("hand-overs at most 4", "handovers <= 4"),
        ("doorlooptijd hoogstens 5 werkdagen", "total <= 5 working days"),
        ("ELK MOMENT VAN DE WAARHEID HEEFT EEN EIGENAAR", "every moment of truth has an owner"),
        ("todo momento de la verdad tiene un responsable", "every moment of truth has an owner"),
        ('time of "waits" < 4 h', "time of waits < 4 h"),
    ],
)
def test_other_spellings_of_the_same(says: str, same: str) -> None:
    assert understood(says) is not None
    assert understood(says) == understood(same)


@pytest.mark.parametrize(
    "says",
    [
        "", ".", "the customer is happy", "total", "total <= 5", "total <= soon", "total 5 days", "steps <= 4 h", "steps <= many",
        "steps <= 4.5", "assumed claims <= 4", "every phase has an owner", "every step of grade 3 has an owner", "every has an owner",
        "moments of truth of grade 7 >= 1", "steps of grade 3 >= 1", "systems of severity high = 0", "no text is missing", "p90 steps <= 4",
        "total <= 5 days <= 6 days", "no step waits longer than soon", "every moment of truth has an owner and a feeling",
        "every step has a time " * 20, "<=", "= = =",
    ],
)  # fmt: skip
def test_what_is_not_quite_a_sentence_is_not_guessed_at(says: str) -> None:
    assert understood(says) is None
    assert nearest(says, "nl"), "but what comes near is told"


def test_what_comes_near_is_told_in_the_blueprints_language_first() -> None:
    assert nearest("evry moment of truth has an ownr", "en")[0] == "every moment of truth has an owner"
    assert nearest("elk moment van waarheid heeft eigenaar", "nl")[0] == "elk moment van de waarheid heeft een eigenaar"
    assert nearest("every moment of truth has an ownr", "nl")[0] == "every moment of truth has an owner"
    assert nearest("zzz", "es")[0] == "total <= 5 días laborables"


@given(st.text(max_size=300))
def test_no_text_is_too_strange(says: str) -> None:
    blueprint = Blueprint(title="A call", expect=Collection([Expectation("e", says)]))
    found = judged(blueprint)
    assert all(each.slug.startswith("expectation-") for each in found)
    for each in found:
        assert "{" not in each.hint("es") or "{" in says


# --- how it is judged --------------------------------------------------------------------------------------------------------------

HEAD = """
footlights: 1
title: A call
language: en
actors: {lead: {name: Team lead}, desk: {name: Desk}, second: {name: Second line}}
systems: {crm: {name: Client file, owner: lead}, log: {name: Log}}
channels: {phone: {name: Telephone}}
"""
#: 10 min, then 2 h of waiting, then 5 min + 20 min: the longest path is 2 h 35 min, of which 2 h are waiting.
CALL = f"""{HEAD}
phases:
- title: Report
  need: Be heard
  steps:
  - id: calls
    does: Calls the desk
    feels: 0
    moment-of-truth: 3
    desired: 4
    actual: 3
    owner: lead
    time: {{work: 10 min}}
    frontstage: [{{id: answer, does: Answers, by: desk, via: phone, uses: crm}}]
    backstage: [{{id: looks, does: Looks it up, by: second, uses: log, fail: {{id: gone, title: It is gone, severity: high}}}}]
  - id: waits
    does: Waits for a call
    feels: -1.5
    time: {{wait: 2 h}}
- title: Hear
  steps:
  - id: hears
    does: Hears what it was
    feels: {{level: 1, basis: observed}}
    moment-of-truth: 2
    desired: 4
    actual: 4
    time: {{work: 5 min}}
    evidence: [{{id: mail, does: A mail with the answer}}]
    frontstage: [{{id: tell, does: Tells, by: second, via: phone, uses: crm, time: {{work: 20 min}}}}]
promises:
- {{id: quick, title: An answer the same day, from: calls, to: hears, within: 8 h}}
findings:
- {{id: slow, on: [waits], title: Two hours are long, severity: high}}
- {{id: known, on: [waits], title: We know, severity: high, status: accepted}}
- {{id: no, on: [waits], title: No, severity: low, status: dismissed, reason: Once}}
actions:
- {{id: call, title: Call within the hour, closes: [slow], owner: lead, due: 2026-10-01}}
- {{id: old, title: Done long ago, status: done}}
"""


def judged(blueprint: Blueprint) -> tuple[CheckFinding, ...]:
    return examine(Case(blueprint, path_time(blueprint), TODAY), EXPECTATIONS)


def outcome(text: str, *says: str) -> Any:
    """What each sentence comes to: holds, broken, not-judged or not-understood, with the message."""
    blueprint = footlights.loads(
        f"{text}\nexpect:\n" + "".join(f"- {{id: e{at}, says: {each!r}}}\n" for at, each in enumerate(says))
    ).blueprint
    found = {each.address.id: each for each in judged(blueprint)}
    return [
        (found[f"e{at}"].slug.removeprefix("expectation-"), found[f"e{at}"].text()) if f"e{at}" in found else ("holds", "")
        for at in range(len(says))
    ]


HOLD = (
    "total <= 3 h", "total = 155 min", "total >= 2 h", "total < 156 min", "waiting <= 2 h", "work <= 35 min", "time of waits <= 2 h",
    "time of Hears what it was <= 25 min", "waiting at waits = 2 h", "promise quick <= 3 h", "promise An answer the same day <= 3 h",
    "every promise is kept", "steps = 3", "phases = 2", "cards = 4", "hand-overs = 1", "channels = 1", "systems <= 2", "actors > 2",
    "fail points = 1", "fail points of severity low = 0", "moments of truth = 2", "moments of truth of grade 2 = 1",
    "moments of truth of grade 2 or more = 2", "open findings = 1", "open findings of severity low = 0", "open actions = 1",
    "assumed claims <= 95 %", "observed claims > 0 %", "every moment of truth has an owner", "every step has a feeling",
    "every step has a time", "every contact has a channel", "every contact has somebody who does it", "every action has an owner",
    "every action has a due date", "every action has a finding", "every moment of truth of grade 3 has an owner",
    "every fail point of severity low has a recovery", "no step feels below -1.5", "no moment of truth feels below 0",
    "no system stands under 3 or more moments of truth", "no step waits longer than 2 h", "no text is missing in en",
    "elke stap heeft een tijd", "traspasos <= 1",
)  # fmt: skip

BROKEN = {
    "total <= 2 h": "2 h 35 min",
    "total = 2 h": "2 h 35 min",
    "total >= 3 h": "2 h 35 min",
    "waiting < 2 h": "2 h",
    "time of waits <= 1 h": "2 h",
    "promise quick <= 1 h": "2 h",
    "steps <= 2": "3",
    "hand-overs < 1": "1",
    "moments of truth >= 3": "2",
    "open findings of severity high = 0": "1",
    "measured claims >= 10 %": "0 %",
    "every moment of truth has evidence": "'Calls the desk'",
    "every step has evidence": "'Calls the desk' and 'Waits for a call'",
    "every step has a front stage": "'Waits for a call'",
    "every phase has a need": "'Hear'",
    "every fail point has a recovery": "'It is gone'",
    "every system has an owner": "'Log'",
    "every action has an expected effect": "'Call within the hour'",
    "every finding has an action": "'We know'",
    "no step feels below -1": "'Waits for a call'",
    "no moment of truth stays below its desired level": "'Calls the desk'",
    "no system stands under 2 or more moments of truth": "'Client file'",
    "no step waits longer than 1 h": "'Waits for a call'",
    "no step takes longer than 20 min": "'Waits for a call' and 'Hears what it was'",
    "no action is overdue": "'Call within the hour'",
    "ningún paso espera más de 1 hora": "'Waits for a call'",
}


def test_what_holds() -> None:
    results = outcome(CALL, *HOLD)
    assert [(says, *result) for says, result in zip(HOLD, results, strict=True) if result[0] != "holds"] == []


def test_what_does_not_hold_says_what_was_found() -> None:
    for (says, found), (slug, text) in zip(BROKEN.items(), outcome(CALL, *BROKEN), strict=True):
        assert slug == "broken", (says, text)
        assert text == f"Expected: {says}. Found otherwise: {found}.", says


def test_a_broken_expectation_is_an_error_at_its_address() -> None:
    blueprint = footlights.loads(f"{CALL}\nexpect: [{{id: short, says: steps <= 2}}]").blueprint
    assert [(each.severity, str(each.address)) for each in judged(blueprint)] == [("error", "expect/short")]
    shown = footlights.findings(blueprint, today=TODAY).shown
    assert shown[0].finding.slug == "expectation-broken", "and it comes first, in the calm profile too"


def test_more_than_five_are_counted() -> None:
    steps = "".join(f"  - Step {number}\n" for number in range(8))
    text = f"footlights: 1\ntitle: A call\nphases:\n- title: Report\n  steps:\n{steps}"
    assert outcome(text, "every step has a time")[0][1].endswith("'Step 3', 'Step 4' and 3 more.")
    blueprint = footlights.loads(f"{text}\nexpect: [every step has a time]").blueprint
    assert judged(blueprint)[0].text("nl").endswith("en nog 3.")
    assert judged(blueprint)[0].text("es").endswith("y 3 más.")


# --- unknown is never a pass -------------------------------------------------------------------------------------------------------

HALF = f"""{HEAD}
phases:
- title: Report
  steps:
  - {{id: calls, does: Calls, time: {{work: 10 min}}, feels: 1, moment-of-truth: 2, desired: 4}}
  - {{id: waits, does: Waits}}
  - {{id: hears, does: Hears, time: {{work: 1 h}}}}
promises: [{{id: quick, title: Quick, from: calls, to: hears, within: 8 h}}]
"""


@pytest.mark.parametrize(
    ("says", "slug", "told"),
    [
        ("total <= 5 days", "not-judged", "1 station has no time"),
        ("total < 70 min", "broken", "1 h 10 min"),
        ("total <= 70 min", "not-judged", "1 station has no time"),
        ("total <= 1 h", "broken", "1 h 10 min"),
        ("total >= 1 h", "holds", ""),
        ("total >= 2 h", "not-judged", "1 station has no time"),
        ("total = 70 min", "not-judged", "1 station has no time"),
        ("total = 1 h", "broken", "1 h 10 min"),
        ("waiting <= 1 h", "not-judged", "1 station has no time"),
        ("time of waits <= 1 h", "not-judged", "no time is known there"),
        ("p90 total <= 5 days", "not-judged", "measured cases"),
        ("p90 time of calls <= 5 days", "not-judged", "measured cases"),
        ("p90 promise quick <= 5 days", "not-judged", "measured cases"),
        ("promise quick <= 5 days", "not-judged", "time"),
        ("every promise is kept", "not-judged", "1 promise runs where a time is missing"),
        ("no step feels below -1", "not-judged", "2 steps do not say how they feel"),
        ("no step feels below 2", "broken", "'Calls'"),
        ("no moment of truth feels below 0", "holds", ""),
        ("no moment of truth stays below its desired level", "not-judged", "1 moment has no desired or no actual level"),
        ("no step takes longer than 2 h", "not-judged", "1 station has no time"),
        ("no step takes longer than 30 min", "broken", "'Hears'"),
        ("every step has a time", "broken", "'Waits'"),
        ("time of call <= 1 h", "not-understood", "time of call"),
        ("promise fast <= 1 h", "not-understood", "promise fast"),
    ],
)
def test_what_is_not_known_is_no_pass(says: str, slug: str, told: str) -> None:
    found, text = outcome(HALF, says)[0]
    assert found == slug, text
    assert told in text


def test_nothing_at_all_is_known() -> None:
    text = "footlights: 1\ntitle: A call\n"
    assert [found for found, _ in outcome(text, "total <= 1 h", "assumed claims <= 50 %")] == ["not-judged", "not-judged"]
    assert [found for found, _ in outcome(text, "steps = 0", "every step has a time", "hand-overs = 0")] == ["holds"] * 3


def test_a_broken_promise_is_named() -> None:
    broken = CALL.replace("within: 8 h", "within: 1 h")
    assert outcome(broken, "every promise is kept")[0][1].endswith("Found otherwise: 'An answer the same day'.")


def test_a_name_that_is_nearly_right_is_answered_with_those_near() -> None:
    blueprint = footlights.loads(f"{HALF}\nexpect: [time of call <= 1 h]").blueprint
    assert judged(blueprint)[0].hint().endswith("Near: time of calls <= 1 h.")
    assert "time of calls" in judged(blueprint)[0].hint("nl")


def test_missing_texts_are_named_by_where_they_stand() -> None:
    text = "footlights: 1\ntitle: {en: A call, nl: Een telefoontje}\nphases: [{id: report, title: Report}]\n"
    assert outcome(text, "no text is missing in nl")[0] == (
        "broken", "Expected: no text is missing in nl. Found otherwise: phases/report#title.",
    )  # fmt: skip


def test_what_was_dismissed_comes_back_when_another_element_breaks_it() -> None:
    check = check_named("expectation-broken")

    def print_of(text: str) -> str:
        blueprint = footlights.loads(f"{text}\nexpect: [{{id: e, says: every step has a front stage}}]").blueprint
        return examine(Case(blueprint, path_time(blueprint), TODAY), (check,))[0].fingerprint

    assert print_of(CALL) == print_of(CALL.replace("Waits for a call", "Waits and waits"))
    assert print_of(CALL) != print_of(CALL.replace("- title: Hear", "  - Hopes\n- title: Hear"))
