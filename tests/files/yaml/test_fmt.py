"""A file put in order."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from footlights.files import dumps, fmt, read
from tests.edits.wishes import some_blueprint
from tests.files.yaml.changes import step, text
from tests.files.yaml.layouts import commented, relaid

EXAMPLES = Path(__file__).parents[3] / "examples"


def ordered(before: str) -> str:
    """The text in order, which must say the same and stay as it is from then on."""
    found = fmt(before)
    assert found.changed == (found.text != before)
    assert read(found.text).blueprint == read(before).blueprint
    again = fmt(found.text)
    assert (again.text, again.changed) == (found.text, False)
    return found.text


def test_ids_are_written_where_an_element_is_a_mapping() -> None:
    before = text("""\
        phases:
        - title: P
          fail: F
          wait: {title: W}
          steps:
          - does: A # a
            frontstage: [B, {does: C, note: D}]
            backstage:
            - # e
              does: E
              to: [b, {card: c, kind: loop}]
          - F
        promises: [{from: a, to: f, within: 1 h}]
        agreements:
        - sla: G
        findings: [title: H]
        actions:
        - title: J
        bindings:
        - column: K
        """)
    assert ordered(before) == text("""\
        phases:
        - id: p
          title: P
          fail: F
          wait: {id: w, title: W}
          steps:
          - id: a
            does: A # a
            frontstage: [B, {id: c, does: C, note: D}]
            backstage:
            - # e
              id: e
              does: E
              to: [b, {card: c, kind: loop}]
          - F
        promises: [{id: a--f, from: a, to: f, within: 1 h}]
        agreements:
        - id: g
          sla: G
        findings: [{id: h, title: H}]
        actions:
        - id: j
          title: J
        bindings:
        - column: K
        """)


def test_an_id_that_was_left_open_is_filled_in() -> None:
    assert ordered(step("frontstage:\n- id:  # soon\n  does: A\n- {id: , does: B}")) == step(
        "frontstage:\n- id: a  # soon\n  does: A\n- {id: b, does: B}"
    )


def test_links_get_an_id_only_when_they_need_one() -> None:
    assert ordered(step("to: [s, {step: s, kind: loop}]")) == step("to: [s, {id: s--s-2, step: s, kind: loop}]")


def test_keys_go_to_their_places_with_their_comments() -> None:
    before = """\
# My file, whatever comes first

# the head
title: T # mine
phases:
- steps:
  - to: s
    # about the desk
    frontstage: [A] # desk
    evidence:
    # a letter
    - {note: N, does: B}
    fail: {recovery: R, title: F}
    thinks: X # thought
    time: {basis: assumed, work: 3 min}
    id: s
  # still about p
  title: P # first

# the people
actors: {a: {kind: role, name: A}}
footlights: 1
"""
    after = """\
# My file, whatever comes first

footlights: 1
# the head
title: T # mine

# the people
actors: {a: {name: A, kind: role}}
phases:
- id: p
  # still about p
  title: P # first
  steps:
  - id: s
    thinks: X # thought
    time: {work: 3 min, basis: assumed}
    fail: {id: f, title: F, recovery: R}
    evidence:
    # a letter
    - {id: b, does: B, note: N}
    # about the desk
    frontstage: [A] # desk
    to: s
"""
    assert ordered(before) == after


def test_lanes_stand_in_the_order_of_the_rows() -> None:
    before = text(
        "lanes:\n  desk: {role: frontstage}\nphases:\n- id: p\n  steps:\n  - id: s\n"
        "    support: A\n    frontstage: B\n    desk: C\n    evidence: D\n"
    )
    assert ordered(before).splitlines()[-4:] == ["    evidence: D", "    frontstage: B", "    desk: C", "    support: A"]


def test_unknown_keys_go_last_but_before_the_steps() -> None:
    before = text("x-top: 1\nphases:\n- colour: red\n  id: p\n  steps:\n  - size: 3\n    id: s\n  note-to-self: x\n  title: P\n")
    assert ordered(before) == text(
        "phases:\n- id: p\n  title: P\n  colour: red\n  note-to-self: x\n  steps:\n  - id: s\n    size: 3\nx-top: 1\n"
    )


def test_brackets_with_comments_and_names_stay_as_they_are() -> None:
    for stays in (
        step("time: {basis: assumed, # c\n       work: 3 min}"),
        step("frontstage:\n- time: &std {basis: assumed, work: 3 min}\n  id: a\n- time: *std\n  id: b"),
        step("frontstage:\n- &card {note: N, id: a}\n- <<: *card\n  id: b"),
    ):
        assert ordered(stays) == stays


def test_elements_that_others_share_get_no_id() -> None:
    before = step("frontstage:\n- &card {does: A}\n- *card\n- <<: *card\n  note: N")
    assert ordered(before) == step("frontstage:\n- &card {does: A}\n- *card\n- id: a-3\n  <<: *card\n  note: N")


def test_texts_on_lines_keep_their_lines() -> None:
    before = step("thinks: |+\n  A\n\n\n# about it\ndoes: |\n  B\n\n      # deep\nexpects: E").replace(
        "  - id: s\n", "  - id: s\n    feels: 1\n"
    )
    after = ordered(before)
    assert read(after).blueprint == read(before).blueprint
    assert after.index("does:") < after.index("thinks:") < after.index("feels:")
    assert "# deep" in after


def test_files_with_faults_stay_and_the_faults_are_told() -> None:
    before = step("thinks: A\nfeels: lots\ndoes: B")
    found = fmt(before, "here.yaml")
    assert (found.text, found.changed) == (before, False)
    assert [(one.slug, one.place.file) for one in found.diagnostics] == [("bad-number", "here.yaml")]
    broken = fmt("a: [", "here.yaml")
    assert (broken.text, broken.changed) == ("a: [", False)
    assert broken.diagnostics


def test_json_stays_json() -> None:
    import json

    before = json.dumps({"title": "T", "footlights": 1, "phases": [{"steps": [{"feels": 1, "does": "A"}], "title": "P"}]}, indent=2)
    found = json.loads(ordered(before))
    assert list(found) == ["footlights", "title", "phases"]
    assert found["phases"] == [{"id": "p", "title": "P", "steps": [{"id": "a", "does": "A", "feels": 1}]}]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.blueprint.yaml")), ids=lambda path: path.name)
def test_examples_keep_every_line_that_is_no_new_id(path: Path) -> None:
    before = path.read_text("utf-8")
    after = ordered(before)
    assert {line.partition("#")[2] for line in before.splitlines()} == {line.partition("#")[2] for line in after.splitlines()}


@pytest.mark.parametrize("seed", range(40))
def test_any_layout_is_put_in_order_and_says_the_same(seed: int) -> None:
    rng = random.Random(seed)
    written = dumps(some_blueprint(rng, rng.choice((4, 12))))
    assert ordered(written) == written, "what we write is in order"
    before, comments = commented(relaid(written, rng), rng, 8)
    after = ordered(before)
    for comment in comments:
        assert after.count(comment) == before.count(comment), (seed, comment)
