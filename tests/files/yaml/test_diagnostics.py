"""Every kind of fault, where it is found, and the sentences that tell of it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from footlights.facts import Diagnostic
from footlights.files import load, read
from footlights.files.yaml import limits
from footlights.words import LANGUAGES, message
from footlights.words.messages_en import MESSAGES

HEAD = "footlights: 1\ntitle: T\n"
STEP = HEAD + "phases:\n- title: P\n  steps:\n  - does: Calls\n    "  # line 6, column 5 of the next key is on line 7
CARD = STEP + "frontstage:\n    - does: Answers\n      "  # the next key stands on line 9, column 7

#: Kind of fault -> a text that has it, and where it must be found.
FAULTS: dict[str, tuple[str, int, int]] = {
    "file-empty": ("# only a remark\n", 1, 1),
    "control-character": (HEAD + "owner: a\x07b\n", 3, 9),
    "stray-bom": (HEAD + "owner: a\ufeffb\n", 3, 9),
    "yaml-syntax": ("%YAML 1.2\n", 2, 1),
    "unclosed-quote": (HEAD + "owner: 'Anna\nstate: as-is\n", 3, 8),
    "unclosed-bracket": (HEAD + "languages: [en, nl\nstate: as-is\n", 3, 12),
    "colon-in-text": (HEAD + "owner: Anna: the boss\n", 3, 12),
    "tab-indent": (HEAD + "phases:\n\t- title: x\n", 4, 1),
    "reserved-sign": (HEAD + "owner: @anna\n", 3, 8),
    "bad-escape": (HEAD + 'owner: "a\\qb"\n', 3, 10),
    "block-sign": (HEAD + "owner: >= 70\n", 3, 9),
    "missing-colon": (HEAD + "just words\nstate: as-is\n", 3, 1),
    "dash-in-text": (HEAD + "owner: - anna\n", 3, 8),
    "wrong-place": (HEAD + "phases:\n  - title: x\n - title: y\n", 5, 2),
    "unexpected-sign": (HEAD + "languages: [en,, nl]\n", 3, 16),
    "text-after-quote": (HEAD + "owner: 'Anna' and others\n", 3, 15),
    "conflict-marker": ("<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\n", 1, 1),
    "second-document": (HEAD + "---\ntitle: y\n", 3, 1),
    "complex-key": (HEAD + "owner: {{ owner }}\n", 3, 9),
    "duplicate-key": (HEAD + "title: again\n", 3, 1),
    "unknown-alias": (HEAD + "owner: *anna\n", 3, 8),
    "alias-not-flat": (HEAD + "languages: &x [en]\npersonas: *x\n", 4, 11),
    "too-many-aliases": (HEAD + "x: &x a\ny: [" + "*x, " * 101 + "]\n", 4, 405),
    "bad-merge": (HEAD + "owner: &x a\nactors:\n  <<: *x\n", 5, 3),
    "tag-not-allowed": (HEAD + "owner: !!int 3\n", 3, 8),
    "too-deep": (HEAD + "x: " + "[" * 70 + "]" * 70 + "\n", 3, 67),
    "too-many-nodes": (HEAD + "x: [" + "a, " * limits.NODES + "]\n", 3, 899984),
    "text-too-long": (HEAD + f"owner: {'a' * 200_001}\n", 3, 8),
    "key-too-long": (HEAD + f"{'a' * 1_001}: x\n", 3, 1),
    "not-a-mapping": ("- title: x\n", 1, 1),
    "not-a-blueprint": ("services:\n  web: x\n", 1, 1),
    "missing-format": ("# hello\ntitle: T\n", 2, 1),
    "newer-format": ("footlights: 2\ntitle: T\n", 1, 13),
    "bad-format": ("footlights: one\ntitle: T\n", 1, 13),
    "missing-title": ("footlights: 1\nphases: []\n", 1, 1),
    "empty-item": (HEAD + "phases:\n- title: P\n-\n", 5, 2),
    "unknown-field": (CARD + "bye: x\n", 9, 7),
    "unknown-in-step": (STEP + "frontstag: x\n", 7, 5),
    "missing-field": (HEAD + "lanes:\n  clerk: {name: Clerk}\n", 4, 3),
    "wrong-shape": (CARD + "by: {a: b}\n", 9, 11),
    "unknown-choice": (CARD + "mode: Manual\n", 9, 13),
    "bad-number": (STEP + "desired: 3,5\n", 7, 14),
    "bad-integer": (STEP + "moment-of-truth: 2.5\n", 7, 22),
    "out-of-range": (STEP + "feels: 3\n", 7, 12),
    "too-low": (HEAD + "actors:\n  a: {people: -1}\n", 4, 15),
    "bad-duration": (CARD + "time: {work: soon}\n", 9, 20),
    "bare-duration": (CARD + "time: 3\n", 9, 13),
    "bad-money": (CARD + "cost: ten euros\n", 9, 13),
    "bare-money": (CARD + "cost: 10\n", 9, 13),
    "bad-share": (HEAD + "phases:\n- title: P\n  met: 120 %\n", 5, 8),
    "bare-share": (HEAD + "phases:\n- title: P\n  met: 0.6\n", 5, 8),
    "bad-date": (HEAD + "reviewed: 1 March 2027\n", 3, 11),
    "bad-target": (HEAD + "agreements:\n- {sla: A, target: quick}\n", 4, 20),
    "bad-language": (HEAD + "languages: [en, nl_BE]\n", 3, 17),
    "bad-check": (HEAD + "allow: {No owner: The team answers for it}\n", 3, 9),
    "missing-reason": (HEAD + "allow: {no-owner: }\n", 3, 9),
    "unknown-word": (HEAD + "vocabulary: {fase: Etappe}\n", 3, 14),
    "agreement-kind": (HEAD + "agreements:\n- {measure: x}\n", 4, 3),
    "bad-id": (CARD + "id: a b\n", 9, 11),
    "duplicate-id": (HEAD + "phases:\n- id: a\n- id: a\n", 5, 7),
    "reserved-id": (HEAD + "lanes:\n  does: {role: backstage}\n", 4, 3),
    "role-of-lane": (HEAD + "lanes:\n  support: {role: backstage}\n", 4, 19),
    "lane-without-cards": (STEP + "emotion: [x]\n", 7, 5),
    "until-before": (HEAD + "phases:\n- steps:\n  - id: a\n  - id: b\n    backstage: [{does: x, until: a}]\n", 7, 34),
    "unknown-persona": (STEP + "feels: {noor: 1}\n", 7, 13),
    "unknown-actor": (CARD + "by: fist-line\n", 9, 11),
    "unknown-system": (CARD + "uses: [crm]\n", 9, 14),
    "unknown-channel": (CARD + "via: phone\n", 9, 12),
    "unknown-source": (CARD + "source: survey\n", 9, 15),
    "unknown-step": (CARD + "until: later\n", 9, 14),
    "unknown-place": (CARD + "to: {card: nobody}\n", 9, 18),
    "unknown-finding": (HEAD + "actions:\n- {title: A, closes: [f]}\n", 4, 23),
    "unknown-phase": (HEAD + "views:\n- {title: V, shows: blueprint, phases: p}\n", 4, 40),
    "unknown-lane": (HEAD + "views:\n- {title: V, shows: blueprint, hidden: desk}\n", 4, 40),
    "unknown-element": (HEAD + "findings:\n- {title: F, on: steps/x}\n", 4, 18),
    "too-many-diagnostics": (HEAD + "phases:\n" + "- {title: P, met: x}\n" * 201, 203, 19),
}
WARNINGS = {"stray-bom", "missing-format", "missing-title", "empty-item", "unknown-field", "unknown-in-step", "unknown-word"}
#: Those that `test_text` looks at: they are about the file, not about what stands in it.
OF_THE_FILE = {
    "file-missing", "file-not-a-file", "file-broken-link", "file-not-allowed", "file-unreadable", "file-too-large", "file-other-format",
    "file-other-encoding", "not-utf8",
}  # fmt: skip
SLUGS = {key.removesuffix(".code") for key in MESSAGES if key.endswith(".code")}


@cache
def diagnostics_of(text: str) -> tuple[Diagnostic, ...]:
    return read(text, "a.yaml").diagnostics


def found_in(text: str, slug: str) -> Diagnostic:
    return next(one for one in diagnostics_of(text) if one.slug == slug)


@pytest.mark.parametrize("slug", FAULTS)
def test_a_fault_is_found_where_it_is(slug: str) -> None:
    text, line, column = FAULTS[slug]
    found = found_in(text, slug)
    assert (found.place.line, found.place.column) == (line, column)
    assert found.severity == ("warning" if slug in WARNINGS else "error")
    assert found.place.file == "a.yaml"
    assert (found.place.end_line, found.place.end_column) >= (line, column)


@pytest.mark.parametrize("slug", FAULTS)
def test_a_fault_comes_alone(slug: str) -> None:
    """One mistake, one message: nothing that only follows from it is said as well."""
    if slug == "too-many-diagnostics":
        return
    others = {one.slug for one in diagnostics_of(FAULTS[slug][0])} - {slug}
    assert others <= {"missing-title", "missing-format"}, others


def test_every_kind_has_a_case_and_a_sentence() -> None:
    assert set(FAULTS) | OF_THE_FILE == SLUGS
    source = Path(load.__code__.co_filename).parent
    said = set(re.findall(r'"((?:[a-z0-9]+-)+[a-z0-9]+)"', "".join(path.read_text("utf-8") for path in source.glob("*.py"))))
    assert SLUGS - said == {slug for slug in SLUGS if slug.startswith(("unknown-", "bare-"))} - said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", FAULTS)
def test_every_sentence_is_whole_and_short(slug: str, language: str) -> None:
    found = found_in(FAULTS[slug][0], slug)
    for text in (found.text(language), found.hint(language)):
        assert text.endswith((".", "?")), text
        assert len(text) <= 500
        assert not re.search(r"\{\w+\}|None|[\n\x00-\x1f]", text), text


def test_an_element_is_called_by_its_own_words_in_every_language() -> None:
    found = found_in(CARD + "by: fist-line\n", "unknown-actor")
    assert found.text("en") == 'Card "Answers": there is no actor "fist-line"; actors: none yet.'
    assert found.text("nl") == 'Kaart "Answers": er is geen actor "fist-line"; actoren: nog geen.'
    assert found.text("es-MX") == "Tarjeta «Answers»: no hay ningún actor «fist-line»; actores: todavía nada."
    assert found.code == "DOC091"
    assert str(found.address) == "cards/answers#by"


def test_what_exists_is_named_with_the_nearest_first() -> None:
    text = HEAD + "actors: {second-line: S, duty-manager: D, first-line: F}\n" + CARD[len(HEAD) :] + "by: fist-line\n"
    assert found_in(text, "unknown-actor").text().endswith("actors: first-line, second-line, duty-manager.")


def test_an_element_without_a_text_goes_by_its_id_or_its_number() -> None:
    assert found_in(HEAD + "phases:\n- {id: early, met: x}\n", "bad-share").text().startswith('Phase "early":')
    assert found_in(HEAD + "phases:\n- {met: x}\n", "bad-share").text().startswith('Phase "#1":')
    assert found_in(HEAD + "phases:\n- {title: {nl: Vroeg, en: Early}, met: x}\n", "bad-share").text().startswith('Phase "Vroeg":')
    assert found_in("footlights: 1\nstate: x\n", "unknown-choice").text().startswith('Blueprint "a.yaml":')


def test_a_long_or_hostile_value_is_shortened() -> None:
    found = found_in(HEAD + f'state: "{"x" * 5000}"\n', "unknown-choice")
    assert len(found.text()) < 300
    found = found_in(HEAD + 'state: "a\\e[31m\\nb\\u202Ec"\n', "unknown-choice")
    assert '"a [31m b c"' in found.text()


TWELVE = Path(__file__).parent.parent / "data" / "twelve-faults.blueprint.yaml"


def test_twelve_faults_are_all_found_in_one_reading() -> None:
    found = load(TWELVE).diagnostics
    assert [(one.slug, one.place.line, one.place.column, one.severity) for one in found] == [
        ("unknown-choice", 4, 8, "error"),
        ("unknown-field", 6, 22, "warning"),
        ("duplicate-key", 10, 3, "error"),
        ("bare-share", 13, 8, "error"),
        ("out-of-range", 17, 12, "error"),
        ("unknown-in-step", 18, 5, "warning"),
        ("unknown-actor", 22, 11, "error"),
        ("bad-duration", 23, 33, "error"),
        ("duplicate-id", 25, 11, "error"),
        ("unknown-place", 27, 18, "error"),
        ("missing-field", 29, 3, "error"),
        ("bad-date", 31, 28, "error"),
    ]
    assert len({one.text() for one in found}) == 12
    blueprint = load(TWELVE).blueprint
    assert blueprint is not None
    assert list(blueprint.cards) == ["answer", "answer-2"]
    assert blueprint.cards["answer"].via == ("phone",)


def test_no_more_than_200_are_kept_and_errors_go_first() -> None:
    text = HEAD + "phases:\n" + "- {title: P, colour: x}\n" * 300 + "- {title: P, met: x}\n" * 3
    found = read(text).diagnostics
    assert len(found) == limits.DIAGNOSTICS + 1
    assert [one.place.line for one in found] == sorted(one.place.line for one in found)
    assert sum(one.slug == "bad-share" for one in found) == 3
    assert found[-1].text() == "And 103 more."
    assert found[-1].severity == "error"


def test_hints_are_there_for_all() -> None:
    for slug in SLUGS:
        for language in LANGUAGES:
            assert message(f"{slug}.hint", language), slug
