"""Checks of words and translations, at their edges."""

from __future__ import annotations

from datetime import date

import pytest

import footlights
from footlights.checks import Case, accept, check_named, examine, mend
from footlights.edits import apply_all
from footlights.facts import CheckFinding
from footlights.measures import path_time
from footlights.model import Blueprint

TODAY = date(2026, 11, 22)


def read(text: str) -> Blueprint:
    return footlights.loads(text).blueprint


def found(text: str | Blueprint, slug: str, **options: float) -> list[CheckFinding]:
    blueprint = read(text) if isinstance(text, str) else text
    return list(examine(Case(blueprint, path_time(blueprint), TODAY), (check_named(slug),), {slug: options}))


def draft(*steps: str, head: str = "") -> str:
    lines = "".join(f"  - {step}\n" for step in steps)
    return f"footlights: 1\ntitle: {{en: A call, nl: Een telefoontje}}\n{head}\nphases:\n- id: p\n  steps:\n{lines}"


TWO = "languages: [en, nl]"


def test_gaps_are_counted_once_for_each_language() -> None:
    text = draft("{id: a, does: {en: Calls, nl: Belt}}", "{id: b, does: Waits}", "{id: c, does: {nl: Hoort}}", head=TWO)
    told = found(text, "missing-translation")
    assert [each.text() for each in told] == [
        "Not yet in English: 1 of 4 texts, beginning with 'Hoort'.",
        "Not yet in Dutch: 1 of 4 texts, beginning with 'Waits'.",
    ]
    assert [each.detail for each in told] == ["en", "nl"]


def test_names_figures_and_what_tools_wrote_need_no_translation() -> None:
    head = f"{TWO}\nsystems: {{crm: {{name: ServiceHub}}}}\npersonas: {{noor: {{name: Noor}}}}\nsources: {{s: {{title: A report}}}}"
    blueprint = read(draft("{id: a, does: {en: Calls, nl: Belt}, thinks: '42'}", head=head))
    assert found(blueprint, "missing-translation") == []
    finding = found(blueprint, "unused-source")[0]
    accepted = apply_all(blueprint, accept(blueprint, finding))
    assert found(accepted, "missing-translation") == [], "a finding that was taken on makes no new gap"


def test_a_name_once_translated_is_translated_everywhere() -> None:
    head = f"{TWO}\nactors: {{lead: {{name: {{en: Team lead}}}}}}"
    assert [each.detail for each in found(draft("{id: a, does: {en: Calls, nl: Belt}}", head=head), "missing-translation")] == ["nl"]


def test_a_base_language_will_do_for_a_regional_one() -> None:
    text = draft("{id: a, does: {en: Calls, nl: Belt}}", head="languages: [en, nl-BE]")
    assert found(text, "missing-translation") == []


def test_one_declared_language_and_plain_texts_are_no_gap() -> None:
    assert found("footlights: 1\ntitle: A call\nlanguages: [nl]\nphases: [{title: P}]\n", "missing-translation") == []


def test_only_longer_texts_are_taken_for_copies() -> None:
    copied = "{id: a, does: {en: Uses the app now, nl: Uses the app now}, thinks: {en: Help, nl: Help}}"
    assert [each.detail for each in found(draft(copied, head=TWO), "untranslated-copy")] == ["nl"]
    assert found(draft(copied, head=TWO), "untranslated-copy", words=5) == []


def test_a_slip_in_a_tag_is_not_mended_by_declaring_it() -> None:
    slip = read(draft("{id: a, does: {en: Calls, nl: Belt, ln: Belt}}", "{id: b, does: {en: Waits, nl: Wacht}}", head=TWO))
    finding = found(slip, "undeclared-language")[0]
    assert finding.detail == "ln"
    check = check_named("undeclared-language")
    assert mend(Case(slip, path_time(slip), TODAY), check, finding) == ()
    assert found(draft("{id: a, does: {en: Calls, fr: Appelle}}"), "undeclared-language") == [], "where none is declared, all may be"


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        ("within 30 minutes", "binnen 20 minuten", True),
        ("within 1,5 hours", "binnen 1.5 uur", False),
        ("1,000 calls", "1.000 telefoontjes", False),
        ("from 8:30 to 17:00", "van 8.30 tot 17.00 uur", False),
        ("at 08:30", "om 8.30 uur", False),
        ("2 of 3", "van de 3 zijn het er 2", False),
        ("one hour", "1 uur", False),
        ("3 calls", "3 telefoontjes, soms 4", True),
    ],
)
def test_figures_are_compared_however_they_are_written(one: str, two: str, differs: bool) -> None:
    text = draft(f'{{id: a, does: {{en: "{one}", nl: "{two}"}}}}')
    assert bool(found(text, "figures-that-differ")) is differs


@pytest.mark.parametrize(
    ("language", "says", "turned"),
    [
        ("en", "Is registered in the system", True), ("en", "Gets informed by mail", True), ("en", "Is automatically notified", True),
        ("en", "Is called back", False), ("en", "Is stuck", False), ("en", "Is sent to a terminal in the hall", False),
        ("en", "Is screened", False), ("en", "Registers at the desk", False),
        ("nl", "Wordt geregistreerd", True), ("nl", "Wordt telefonisch geïnformeerd", True), ("nl", "Wordt geholpen", False),
        ("nl", "Is te laat", False), ("nl", "Krijgt bericht", False),
        ("es", "Es registrado en el sistema", True), ("es", "Se registra la solicitud", True), ("es", "Se registra en la web", False),
        ("es", "Es atendido", False), ("es", "Se va", False),
    ],
)  # fmt: skip
def test_turned_inside_out(language: str, says: str, turned: bool) -> None:
    text = f"footlights: 1\ntitle: A\nlanguage: {language}\nphases: [{{id: p, steps: [{{id: a, does: {says}}}]}}]\n"
    assert bool(found(text, "inside-out-wording")) is turned


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("Asks about the CMDB", "CMDB"), ("Contacts the back office", "back office"), ("Types the PIN from the SMS", None),
        ("CALLS THE DESK", None), ("Waits for the KPI and the CMDB", "CMDB, KPI"), ("Calls twice", None), ("Reads an A4", None),
    ],
)  # fmt: skip
def test_words_of_the_trade(says: str, words: str | None) -> None:
    told = found(f"footlights: 1\ntitle: A\nphases: [{{id: p, steps: [{{id: a, does: {says}}}]}}]\n", "jargon-in-a-customer-row")
    assert (", ".join(sorted(map(str, told[0].fact("words")), key=str.upper)) if told else None) == words


def test_the_text_that_is_shown_is_the_one_with_the_word() -> None:
    text = draft("{id: a, does: {en: Calls, nl: Belt de backoffice}}", head=TWO)
    assert "Belt de backoffice" in found(text, "jargon-in-a-customer-row")[0].text("en")


def test_long_in_any_language() -> None:
    text = draft(f"{{id: a, does: {{en: Calls, nl: {'bel ' * 30}}}}}", head=TWO)
    assert [str(each.address) for each in found(text, "long-text-on-a-card")] == ["steps/a#does"]
    assert found(text, "long-text-on-a-card", signs=200) == []


def test_names_are_one_name_whatever_their_capitals() -> None:
    text = "footlights: 1\ntitle: A\nactors: {a: {name: First line}, b: {name: first  Line}, c: {name: FIRST LINE}, d: {}, e: {}}\n"
    assert [str(each.address) for each in found(text, "same-name-twice")] == ["actors/b", "actors/c"]


def test_a_language_is_not_guessed_from_a_few_words() -> None:
    assert found("footlights: 1\ntitle: De paspoorten\nphases: [{id: p, steps: [Belt de balie]}]\n", "language-not-said") == []
    spanish = "footlights: 1\ntitle: Una mesa para dos en la terraza\nphases: [{id: p, steps: [Llega con el abrigo, Pide la cuenta por la app, Se va]}]\n"
    assert [each.detail for each in found(spanish, "language-not-said")] == ["es"]


@pytest.mark.parametrize("says", ["TODO", "tbd", "?", "???", "…", "xxx", "Lorem ipsum dolor", "nog invullen", "Por definir", "New step 2"])
def test_placeholders(says: str) -> None:
    assert found(f"footlights: 1\ntitle: A\nphases: [{{id: p, steps: [{{id: a, does: '{says}'}}]}}]\n", "placeholder-text")


@pytest.mark.parametrize("says", ["Does what is to do", "What now?", "X-ray", "A new step in life", "Todo bien"])
def test_no_placeholders(says: str) -> None:
    assert not found(f"footlights: 1\ntitle: A\nphases: [{{id: p, steps: [{{id: a, does: '{says}'}}]}}]\n", "placeholder-text")


def test_languages_are_called_by_their_names_in_each_language() -> None:
    told = found(draft('{id: a, does: {en: "3 calls", nl: "4 telefoontjes", fr-CA: "3 appels"}}'), "figures-that-differ")[0]
    assert told.text("en") == "'3 calls' says 3 in English and 4 in Dutch."
    assert told.text("nl") == "'4 telefoontjes' zegt 3 in het Engels en 4 in het Nederlands."
    assert told.text("es") == "«3 calls» dice 3 en inglés y 4 en neerlandés."
    assert found(draft("{id: a, does: {en: Calls, tlh: tlh}}", head=TWO), "undeclared-language")[0].text("en").startswith("Texts in tlh")
