"""Another value in a field, in the text: every form a value may have, and nothing else touched."""

from __future__ import annotations

import pytest

from footlights.edits import Put, move_card, rename, set_field
from footlights.model import Address, Duration, Effect, Feeling, Time, Translations
from tests.files.yaml.changes import changed, refused, step, text, undone


def put(address: str, value: object, language: str | None = None):  # type: ignore[no-untyped-def]
    return lambda b: set_field(b, address, value, language)


@pytest.mark.parametrize(
    ("before", "address", "value", "after"),
    [
        # a value in its place, with what stands beside it
        ("does: A # why\nthinks: B", "steps/s#does", "C", "does: C # why\nthinks: B"),
        ("does:   'A'   # why", "steps/s#does", "C", "does:   C   # why"),
        ("does: # why\n  A", "steps/s#does", "C", "does: C # why"),
        ("does: |\n  A\n  B\nthinks: C", "steps/s#does", "D", "does: D\nthinks: C"),
        ("does: | # why\n  A\n\nthinks: C", "steps/s#does", "D", "does: D # why\n\nthinks: C"),
        ("does: A\n  goes on\nthinks: C", "steps/s#does", "D", "does: D\nthinks: C"),
        ("does: A # why\nthinks: C", "steps/s#does", "D\nE", "does: |- # why\n  D\n  E\nthinks: C"),
        ("thinks:\ndoes: A", "steps/s#thinks", "C", "thinks: C\ndoes: A"),
        ("thinks: ~ # none\ndoes: A", "steps/s#thinks", "C", "thinks: C # none\ndoes: A"),
        ("does: A", "steps/s#does", "no: # it's", 'does: "no: # it\'s"'),
        # a new key at its place
        ("does: A\nfeels: 1", "steps/s#thinks", "B", "does: A\nthinks: B\nfeels: 1"),
        ("does: A\nevidence: [E]", "steps/s#feels", -1, "does: A\nfeels: -1\nevidence: [E]"),
        ("does: A\n# about feelings\nfeels: 1", "steps/s#thinks", "B", "does: A\nthinks: B\n# about feelings\nfeels: 1"),
        ("does: A\nfrontstage:\n- does: X\n  # note\n\nfail: F", "cards/x#by", None,
         "does: A\nfrontstage:\n- does: X\n  # note\n\nfail: F"),
        # nothing there any more
        ("does: A\nthinks: B", "steps/s#thinks", None, "does: A"),
        ("does: A\nthinks: B # why\nfeels: 1", "steps/s#thinks", None, "does: A\n# why\nfeels: 1"),
        ("does: A\n# above\nthinks: B\nfeels: 1", "steps/s#thinks", None, "does: A\n# above\nfeels: 1"),
        ("does: A\nthinks: {en: B, # english\n         nl: C} # dutch", "steps/s#thinks", None, "does: A\n# english\n# dutch"),
        # numbers, shares, quantities
        ("does: A\nfeels: 1 # good", "steps/s#feels", (Feeling(None, -0.5),), "does: A\nfeels: -0.5 # good"),
        ("does: A\nmoment-of-truth: 2", "steps/s#moment-of-truth", 4, "does: A\nmoment-of-truth: 4"),
        ("does: A\ntime: 3 min", "steps/s#time", Duration(5, "min"), "does: A\ntime: 5 min"),
        ("does: A\ntime: 3 min", "steps/s#time", Time(Duration(3, "min"), Duration(1, "h")), "does: A\ntime: {work: 3 min, wait: 1 h}"),
        (
            "does: A\ntime:\n  work: 3 min # told\n  # seen\n  wait: 1 h\n", "steps/s#time", Time(Duration(4, "min"), basis="observed"),
            "does: A\ntime:\n  work: 4 min # told\n  basis: observed\n  # seen",
        ),
        # translations
        ("does: A # why", "steps/s#does", Translations((("en", "A"), ("nl", "B"))), "does: {en: A, nl: B} # why"),
        ("does: {en: A, nl: B}", "steps/s#does", Translations((("en", "C"), ("nl", "B"))), "does: {en: C, nl: B}"),
        ("does:\n  en: A # one\n  nl: B # two", "steps/s#does", Translations((("en", "A"), ("nl", "C"))),
         "does:\n  en: A # one\n  nl: C # two"),
        ("does:\n  en: A # one\n  nl: B # two", "steps/s#does", "C", "does:\n  en: C # one\n  nl: B # two"),
        (
            "does:\n  en: A # one\n  nl: B", "steps/s#does", Translations((("en", "A"), ("es", "D"), ("nl", "B"))),
            "does:\n  en: A # one\n  es: D\n  nl: B",
        ),
        ("does: {en: A, nl: B}", "steps/s#does", Translations((("nl", "B"), ("en", "A"))), "does: {nl: B, en: A}"),
    ],
)  # fmt: skip
def test_a_value_in_a_step(before: str, address: str, value: object, after: str) -> None:
    assert changed(step(before), put(address, value)) == step(after)


ACTORS = "actors: {a: A, b: B, c: C}\n"


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("by: a", ("b",), "by: b"),
        ("by: a # who", ("a", "b"), "by: [a, b] # who"),
        ("by: [a, b]", ("b",), "by: [b]"),
        ("by: [a, b]", ("a", "c", "b"), "by: [a, c, b]"),
        ("by: [a, b] # who", None, "# who"),
        ("by:\n- a # one\n- b # two", ("a", "b", "c"), "by:\n- a # one\n- b # two\n- c"),
        ("by:\n- a # one\n# second\n- b # two", ("a",), "by:\n- a # one\n# second\n# two"),
        ("by:\n- a # one\n- b # two", ("c", "b"), "by:\n- c # one\n- b # two"),
        ("by:\n- a # one\n- b # two", None, "# one\n# two"),
        ("by:\n  - a", ("b", "a"), "by:\n  - b\n  - a"),
        ("by: [\n  a, # one\n  b\n]", ("a", "c", "b"), "by: [\n  a, # one\n  c,\n  b\n]"),
        ("by: [\n  a, # one\n  b # two\n]", ("a",), "by: [\n  a # one\n   # two\n]"),
        ("by: [\n  a, # one\n  b # two\n]", ("a", "b", "c"), "by: [\n  a, # one\n  b, # two\n  c\n]"),
        ("by: [\n  a, # one\n  b, # two\n]", ("a", "b", "c"), "by: [\n  a, # one\n  b, # two\n  c\n]"),
        ("by: [\n  a,\n  b]", ("a", "b", "c"), "by: [\n  a,\n  b,\n  c]"),
        ("by: [a, b,]", ("a", "b", "c"), "by: [a, b, c]"),
        ("by: []", ("a",), "by: a"),
    ],
)
def test_a_list_of_references(before: str, value: object, after: str) -> None:
    indented, wanted = ("".join(f"  {line}\n" for line in lines.splitlines()) for lines in (before, after))
    document = step(f"frontstage:\n- does: X\n{indented}  note: Z") + ACTORS
    found = changed(document, put("cards/x#by", value))
    lines = [line.rstrip() for line in found.splitlines()]
    assert lines == [line.rstrip() for line in (step(f"frontstage:\n- does: X\n{wanted}  note: Z") + ACTORS).splitlines()]


@pytest.mark.parametrize(
    ("before", "address", "value", "after"),
    [
        # short forms become mappings when they need a second field, in lists and alone
        ("evidence: [Letter, Form]", "cards/letter#note", "Z", "evidence: [{does: Letter, note: Z}, Form]"),
        ("evidence:\n- Letter # c\n- Form", "cards/letter#note", "Z", "evidence:\n- does: Letter # c\n  note: Z\n- Form"),
        ("evidence:\n- a long\n  letter\n- Form", "cards/a-long-letter#note", "Z",
         "evidence:\n- does: a long\n    letter\n  note: Z\n- Form"),
        ("evidence:\n- |\n  Letter\n- Form", "cards/letter#note", "Z", "evidence:\n- does: |\n    Letter\n  note: Z\n- Form"),
        ("evidence: Letter # c", "cards/letter#note", "Z", "evidence:\n  does: Letter # c\n  note: Z"),
        ("evidence: 'Letter, form'", "cards/letter-form#note", "Z", "evidence:\n  does: 'Letter, form'\n  note: Z"),
        ("evidence: |\n  Letter\n  form\nfail: F", "cards/letter-form#note", "Z",
         "evidence:\n  does: |\n    Letter\n    form\n  note: Z\nfail: F"),
        ("fail: Wrong # c", "marks/wrong#severity", "high", "fail: {title: Wrong, severity: high} # c"),
        ("fail: Wrong, twice", "marks/wrong-twice#severity", "high", "fail:\n  title: Wrong, twice\n  severity: high"),
        ("fail: true", "marks/fail-s#severity", "high", "fail: {severity: high}"),
        ("fail: [Wrong, Late]", "marks/late#severity", "high", "fail: [Wrong, {title: Late, severity: high}]"),
        ("to: s", "links/s--s#kind", "loop", "to: {step: s, kind: loop}"),
        ("to: [s, p2] # c", "links/s--p2#kind", "loop", "to: [s, {step: p2, kind: loop}] # c"),
        ("does: {en: A}", "steps/s#thinks", "B", "does: {en: A}\nthinks: B"),
        # another text keeps them short, when the id stays the same
        ("evidence: [Letter, Form]", "cards/letter#does", "letter", "evidence: [letter, Form]"),
        ("fail: Wrong", "marks/wrong#title", "wrong!", "fail: wrong!"),
        # another text that would make another id has the id written down first
        ("evidence: [Letter, Form]", "cards/letter#does", "E-mail", "evidence: [{id: letter, does: E-mail}, Form]"),
        ("evidence:\n- Letter # c\n- Form", "cards/letter#does", "E-mail", "evidence:\n- id: letter\n  does: E-mail # c\n- Form"),
        ("fail: Wrong # c", "marks/wrong#title", "Late", "fail: {id: wrong, title: Late} # c"),
        ("fail: true", "marks/fail-s#title", "Late", "fail: {id: fail-s, title: Late}"),
        ("fail: Wrong", "marks/wrong#title", None, "fail: {id: wrong}"),
        ("frontstage:\n- does: X\n  note: Z", "cards/x#does", "Z", "frontstage:\n- id: x\n  does: Z\n  note: Z"),
        ("frontstage:\n- # first\n  does: X", "cards/x#does", None, "frontstage:\n- # first\n  id: x"),
    ],
)  # fmt: skip
def test_short_forms(before: str, address: str, value: object, after: str) -> None:
    tail = "  - id: p2\n"
    assert changed(step(before) + tail, put(address, value)) == step(after) + tail


def test_a_step_that_is_a_text_becomes_a_mapping() -> None:
    before = text("phases:\n- title: P\n  steps:\n  # how it starts\n  - Calls # c\n  - Waits\n")
    after = text("phases:\n- title: P\n  steps:\n  # how it starts\n  - does: Calls # c\n    feels: 1\n  - Waits\n")
    assert changed(before, put("steps/calls#feels", 1)) == after


def test_a_phase_that_is_a_text_becomes_a_mapping() -> None:
    assert changed(text("phases:\n- Before\n- After\n"), put("phases/before#need", "Z")) == text(
        "phases:\n- title: Before\n  need: Z\n- After\n"
    )


@pytest.mark.parametrize(
    ("before", "address", "value", "after"),
    [
        ("systems:\n  kb: Knowledge base # c\n", "systems/kb#kind", "wiki", "systems:\n  kb: {name: Knowledge base, kind: wiki} # c\n"),
        ("systems:\n  kb: Knowledge base\n", "systems/kb#name", "Wiki", "systems:\n  kb: Wiki\n"),
        ("systems:\n  kb: Knowledge base\n", "systems/kb#name", None, "systems:\n  kb: {}\n"),
        ("systems:\n  kb:\n  crm:\n", "systems/kb#kind", "wiki", "systems:\n  kb: {name: kb, kind: wiki}\n  crm:\n"),
        ("systems:\n  kb:\n  crm:\n", "systems/kb#name", "Wiki", "systems:\n  kb: Wiki\n  crm:\n"),
        ("systems:\n  kb: {}\n", "systems/kb#kind", "wiki", "systems:\n  kb: {kind: wiki}\n"),
        ("systems:\n  kb: {kind: wiki}\n", "systems/kb#kind", None, "systems:\n  kb: {}\n"),
        ("systems:\n  kb: # c\n    kind: wiki # d\n", "systems/kb#kind", None, "systems:\n  kb: {} # c\n  # d\n"),
        ("systems:\n  'kb':   {  kind: wiki  }\n", "systems/kb#kind", "w", "systems:\n  'kb':   {  kind: w  }\n"),
        ("systems: [Wiki, CRM]\n", "systems/wiki#kind", "w", "systems: [{name: Wiki, kind: w}, CRM]\n"),
        ("systems: [Wiki, CRM]\n", "systems/wiki#name", "W", "systems: [{id: wiki, name: W}, CRM]\n"),
        ("systems:\n- id: kb\n  name: Wiki\n", "systems/kb#kind", "w", "systems:\n- id: kb\n  name: Wiki\n  kind: w\n"),
        ("lanes:\n  frontstage:\n", "lanes/frontstage#name", "Desk", "lanes:\n  frontstage: Desk\n"),
        ("lanes:\n  frontstage:\n", "lanes/frontstage#zone", "induced", "lanes:\n  frontstage: {zone: induced}\n"),
        ("lanes:\n  frontstage: Desk\n", "lanes/frontstage#zone", "induced", "lanes:\n  frontstage: {name: Desk, zone: induced}\n"),
        ("agreements:\n- sla: Fast\n  measure: wait\n", "agreements/fast#measure", None, "agreements:\n- sla: Fast\n"),
        ("agreements:\n- sla: Fast\n", "agreements/fast#title", "Slow", "agreements:\n- id: fast\n  sla: Slow\n"),
        ("agreements:\n- {id: a, sla: Fast}\n", "agreements/a#title", None, "agreements:\n- {id: a, sla: true}\n"),
        ("agreements:\n- {id: a, xla: true}\n", "agreements/a#title", "Happy", "agreements:\n- {id: a, xla: Happy}\n"),
        ("actions:\n- title: Ask\n", "actions/ask#effect", Effect("nps", 1, 2),
         "actions:\n- title: Ask\n  effect: {reading: nps, from: 1, to: 2}\n"),
        ("vocabulary:\n  phase: Episode # c\n", "blueprint#vocabulary", {"phase": "Act"}, "vocabulary:\n  phase: Act # c\n"),
        ("allow: {a: x}\n", "blueprint#allow", {"a": "x", "b": "z"}, "allow: {a: x, b: z}\n"),
        ("systems: [Wiki]\n", "systems/wiki#allow", {"idle": "New"}, "systems: [{name: Wiki, allow: {idle: New}}]\n"),
        ("expect:\n- a < 1 # c\n- B\n", "expect/b#why", "So", "expect:\n- a < 1 # c\n- {says: B, why: So}\n"),
        ("expect:\n- a < 1 # c\n", "expect/a-1#says", "a < 2", "expect:\n- {id: a-1, says: a < 2} # c\n"),
        ("languages: [en, nl]\n", "blueprint#languages", ["en", "nl", "es"], "languages: [en, nl, es]\n"),
        ("language: en\n", "blueprint#service", "S", "service: S\nlanguage: en\n"),
        ("phases: []\nx: 1\n", "blueprint#owner", "me", "owner: me\nphases: []\nx: 1\n"),
    ],
)  # fmt: skip
def test_declared_and_listed_elements(before: str, address: str, value: object, after: str) -> None:
    assert changed(text(before), put(address, value)) == text(after)


def test_unknown_fields_stay_where_they_are() -> None:
    before = step("does: A\ncolour: [1, {a: b}] # mine\nfeels: 1")
    assert changed(before, put("steps/s#thinks", "B")) == step("does: A\nthinks: B\ncolour: [1, {a: b}] # mine\nfeels: 1")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_of_other_systems_stay(newline: str) -> None:
    before = step("does: A # why\nthinks: B").replace("\n", newline)
    assert changed(before, put("steps/s#feels", 1)) == step("does: A # why\nthinks: B\nfeels: 1").replace("\n", newline)
    assert changed(before, put("steps/s#does", "C\nD")) == step("does: |- # why\n  C\n  D\nthinks: B").replace("\n", newline)
    lists = step("by: 1\nfrontstage: # all\n- does: |\n    A\n    B\n# c\n- C").replace("\n", newline)
    assert changed(lists, lambda b: move_card(b, "c", before="a-b")) == step(
        "by: 1\nfrontstage: # all\n# c\n- C\n- does: |\n    A\n    B"
    ).replace("\n", newline)


def test_a_file_without_a_last_line_end_stays_so() -> None:
    assert changed(step("does: A").rstrip("\n"), put("steps/s#thinks", "B")) == step("does: A\nthinks: B").rstrip("\n")
    assert changed(step("does: A").rstrip("\n"), put("steps/s#does", "B")) == step("does: B").rstrip("\n")


def test_a_text_at_the_very_end_gets_no_line_break_by_what_is_written_below() -> None:
    before = step("does: |\n  A").rstrip("\n")
    assert changed(before, put("steps/s#thinks", "B")) == step("does: |-\n  A\nthinks: B").rstrip("\n")


def test_a_text_that_keeps_its_blank_lines_keeps_them() -> None:
    before = step("does: |+\n  A\n\n\nfeels: 1")
    assert changed(before, put("steps/s#thinks", "B")) == step("does: |+\n  A\n\n\nthinks: B\nfeels: 1")
    assert changed(before, put("steps/s#feels", None)) == step("does: |+\n  A\n\n\n")


def test_comments_do_not_end_up_in_a_text_above_them() -> None:
    before = step("does: A\nthinks: B\n      # deep\nfeels: 1")
    assert changed(before, put("steps/s#thinks", "C\nD")) == step("does: A\nthinks: |- # deep\n  C\n  D\nfeels: 1")
    before = step("does: |\n  A\nthinks: B\n\n      # deep\nfeels: 1")
    assert changed(before, put("steps/s#thinks", None)) == step("does: |\n  A\n\n# deep\nfeels: 1")


def test_aliases_are_not_reached_through() -> None:
    before = text("""\
        phases:
        - title: P
          steps:
          - id: s
            time: &std {work: 3 min}
            frontstage:
            - {id: a, does: &words A, time: *std}
            - {id: b, does: B, note: *words}
        """)
    refused(before, put("steps/s#time", Duration(4, "min")), "line 7: other places refer to that (&std)", "write it out at those places")
    refused(before, put("cards/a#does", "C"), "line 9: other places refer to that (&words)")
    assert changed(before, put("cards/a#time", None)) == before.replace(", time: *std", "")
    assert changed(before, put("cards/b#note", "C")) == before.replace("note: *words", "note: C")


def test_what_a_merge_brings_is_overruled_but_not_taken_away() -> None:
    before = step("frontstage:\n- &x {id: a, does: A, note: Z}\n- <<: *x\n  id: b")
    assert changed(before, put("cards/b#note", "M")) == step("frontstage:\n- &x {id: a, does: A, note: Z}\n- <<: *x\n  id: b\n  note: M")
    refused(before, put("cards/b#note", None), "line 9: 'note' comes from a merge", "write the mapping out")


def test_json_stays_json() -> None:
    import json

    document = {"footlights": 1, "title": "T", "phases": [{"title": "P", "steps": [{"does": "A", "frontstage": ["X"]}]}]}
    for indent in (None, 2):
        found = changed(
            json.dumps(document, indent=indent), lambda b: (*set_field(b, "steps/a#feels", -1), *set_field(b, "cards/x#note", "Z"))
        )
        wanted = json.loads(json.dumps(document))
        wanted["phases"][0]["steps"][0] |= {"feels": -1, "frontstage": [{"does": "X", "note": "Z"}]}
        assert json.loads(found) == wanted
        assert found.count("\n") >= json.dumps(document, indent=indent).count("\n")


def test_a_single_pair_in_a_list_gets_its_braces() -> None:
    before = step("to: [step: s]")
    assert changed(before, put("links/s--s#kind", "loop")) == step("to: [{step: s, kind: loop}]")


def test_tabs_between_a_key_and_its_value_are_no_trouble() -> None:
    assert changed(step("does:\tA\t# why"), put("steps/s#does", "B")) == step("does:\tB\t# why")


def test_what_no_file_can_hold_is_refused() -> None:
    source = step("does: A")
    refused(source, lambda b: (Put(Address("phases", "p", "met"), 0.1234567891),), "no file can hold 0.1234567891 in met", "0.12345679")
    refused(source, lambda b: (Put(Address("steps", "s", "source"), ("gone",)),), "the file can't hold that", "")


def test_saying_the_same_changes_nothing() -> None:
    before = step("does: 'A'   # why\ntime: { work:  3 minutes }")
    assert changed(before, lambda b: (Put(Address("steps", "s", "does"), "A"),)) == before
    assert changed(before, lambda b: (Put(Address("steps", "s", "time"), Time(Duration(3, "min"))),)) == before


def test_a_text_in_one_language_for_one_in_several() -> None:
    before = step("does:\n  en: A # one\n  nl: B # two\nfeels: 1")
    assert changed(before, lambda b: (Put(Address("steps", "s", "does"), "C"),)) == step("does: C # one\n# two\nfeels: 1")


def test_translating_and_back() -> None:
    before = step("does: A # why")
    assert changed(before, lambda b: rename(b, "steps/s", "B", "nl")) == step("does: {en: A, nl: B} # why")
    assert undone(before, lambda b: rename(b, "steps/s", "B", "nl")) == before
