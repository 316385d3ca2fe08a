"""Elements put in, taken out and moved, in the text: where they go, in which form, and what becomes of comments."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footlights.edits import (
    Insert,
    Operation,
    Put,
    Remove,
    add_card,
    add_element,
    add_lane,
    add_link,
    add_mark,
    add_phase,
    add_step,
    change_lane_role,
    merge_phases,
    move_card,
    move_lane,
    move_phase,
    move_step,
    remove,
    split_phase,
)
from footlights.files import Source
from footlights.model import Address, Blueprint, Card, Mark, More, Phase
from tests.files.yaml.changes import Wish, changed, refused, step, text, undone


def card(does: str, lane: str = "frontstage", **more: object) -> Wish:
    return lambda b: add_card(b, "s", lane, does, **more)


@pytest.mark.parametrize(
    ("before", "wish", "after"),
    [
        # the first of a lane
        ("does: A", card("X"), "does: A\nfrontstage: [X]"),
        ("does: A", card("X", mode="manual"), "does: A\nfrontstage:\n- id: x\n  does: X\n  mode: manual"),
        ("does: A\nbackstage: B\nto: s", card("X"), "does: A\nfrontstage: [X]\nbackstage: B\nto: s"),
        ("frontstage: # the desk", card("X"), "frontstage: [X] # the desk"),
        ("frontstage: [] # the desk", card("X", mode="manual"), "frontstage: # the desk\n- id: x\n  does: X\n  mode: manual"),
        # one more
        ("frontstage: [A, B] # c", card("X"), "frontstage: [A, B, X] # c"),
        ("frontstage: [A, B] # c", card("X", before="a"), "frontstage: [X, A, B] # c"),
        ("frontstage: [A, B] # c", card("X", before="b", mode="manual"), "frontstage: # c\n- A\n- id: x\n  does: X\n  mode: manual\n- B"),
        ("frontstage:\n- A # a\n# b\n- B", card("X"), "frontstage:\n- A # a\n# b\n- B\n- X"),
        ("frontstage:\n- A # a\n# b\n- B", card("X", before="b"), "frontstage:\n- A # a\n- X\n# b\n- B"),
        ("frontstage:\n# a\n- A\n- B", card("X", before="a"), "frontstage:\n- X\n# a\n- A\n- B"),
        ("frontstage:\n  - A\n  - B", card("X", mode="manual"), "frontstage:\n  - A\n  - B\n  - id: x\n    does: X\n    mode: manual"),
        ("frontstage:\n- does: A\n\n- does: B\n  # b\nfeels: 1", card("X"), "frontstage:\n- does: A\n\n- does: B\n  # b\n- X\nfeels: 1"),
        # one becomes two
        ("frontstage: A # a", card("X"), "frontstage: [A, X] # a"),
        ("frontstage: A # a", card("X", mode="manual"), "frontstage:\n- A # a\n- id: x\n  does: X\n  mode: manual"),
        ("frontstage: A, B", card("X"), "frontstage:\n- A, B\n- X"),
        ("frontstage: |\n  A\n  B\nfeels: 1", card("X"), "frontstage:\n- |\n  A\n  B\n- X\nfeels: 1"),
        ("frontstage: # a\n  does: A\n  # note\n  mode: manual", card("X"), "frontstage: # a\n- does: A\n  # note\n  mode: manual\n- X"),
        ("frontstage: {does: A}", card("X"), "frontstage:\n- {does: A}\n- X"),
        # what fits no brackets gets lines
        (
            "evidence: [A, B] # c", card("X", "evidence", note="A long remark about this letter, which goes on and on and on"),
            "evidence: # c\n- A\n- B\n- id: x\n  does: X\n  note: A long remark about this letter, which goes on and on and on",
        ),
    ],
)  # fmt: skip
def test_a_new_card(before: str, wish: Wish, after: str) -> None:
    assert changed(step(before), wish) == step(after)


def test_a_new_card_gets_its_id_unless_its_text_makes_it() -> None:
    before = step("frontstage: [A]\nbackstage: [{id: x, does: B}]")
    assert changed(before, card("X")) == step("frontstage:\n- A\n- id: x-2\n  does: X\nbackstage: [{id: x, does: B}]")


@pytest.mark.parametrize(
    ("before", "wish", "after"),
    [
        ("does: A\nfrontstage: [B]", lambda b: add_mark(b, "steps/s", "fail", "F"), "does: A\nfail: F\nfrontstage: [B]"),
        ("does: A", lambda b: add_mark(b, "steps/s", "fail"), "does: A\nfail: true"),
        ("does: A", lambda b: add_mark(b, "steps/s", "fail", "F", severity="high"), "does: A\nfail: {id: f, title: F, severity: high}"),
        ("fail: F # c", lambda b: add_mark(b, "steps/s", "fail", "G"), "fail: [F, G] # c"),
        ("fail: {title: F} # c", lambda b: add_mark(b, "steps/s", "fail", "G", before="f"), "fail: [G, {title: F}] # c"),
        ("fail:\n  title: F # c", lambda b: add_mark(b, "steps/s", "fail", "G"), "fail:\n- title: F # c\n- G"),
        ("fail: |\n  F\n  f", lambda b: add_mark(b, "steps/s", "fail", "G"), "fail:\n- |\n  F\n  f\n- G"),
        ("frontstage: [A]", lambda b: add_mark(b, "cards/a", "wait", "W"), "frontstage: [{does: A, wait: W}]"),
        ("frontstage: A", lambda b: add_mark(b, "cards/a", "wait", "W"), "frontstage:\n  does: A\n  wait: W"),
        ("frontstage: [A, B]", lambda b: add_link(b, "a", "b"), "frontstage: [{does: A, to: b}, B]"),
        ("does: A", lambda b: add_link(b, "s", "s", "loop"), "does: A\nto: {step: s, kind: loop}"),
        ("to: s # c", lambda b: add_link(b, "s", "s", "loop"), "to: [s, {id: s--s-2, step: s, kind: loop}] # c"),
    ],
)  # fmt: skip
def test_new_marks_and_links(before: str, wish: Wish, after: str) -> None:
    assert changed(step(before), wish) == step(after)


@pytest.mark.parametrize(
    ("before", "wish", "after"),
    [
        ("x: 1\n", lambda b: add_phase(b, "P"), "phases:\n- P\nx: 1\n"),
        ("phases:\n- A # a\n# end\n", lambda b: add_phase(b, "P", need="Q"), "phases:\n- A # a\n- id: p\n  title: P\n  need: Q\n# end\n"),
        ("phases:\n- title: A\n", lambda b: add_step(b, "a", "S"), "phases:\n- title: A\n  steps:\n  - S\n"),
        ("phases:\n- A\n", lambda b: add_step(b, "a", "S"), "phases:\n- title: A\n  steps:\n  - S\n"),
        ("phases:\n  - title: A\n    steps:\n      - S\n", lambda b: add_step(b, "a", "T", before="s"),
         "phases:\n  - title: A\n    steps:\n      - T\n      - S\n"),
        ("phases: [{title: A}]\n", lambda b: add_step(b, "a", "S"), "phases: [{title: A, steps: [S]}]\n"),
        ("phases: []\n", lambda b: add_element(b, "actors", "A", people=2), "actors:\n  a: {name: A, people: 2}\nphases: []\n"),
        ("actors: {}\n", lambda b: add_element(b, "actors", "A"), "actors:\n  a: A\n"),
        ("actors:\n  a:  A\n  b: B # b\n", lambda b: add_element(b, "actors", "C", after="a"), "actors:\n  a:  A\n  c: C\n  b: B # b\n"),
        ("actors:\n    a: A\n", lambda b: add_element(b, "systems", "S"), "actors:\n    a: A\nsystems:\n    s: S\n"),
        ("actors: {a: A}\n", lambda b: add_element(b, "actors", "C", before="a"), "actors: {c: C, a: A}\n"),
        ("actors: [A, B]\n", lambda b: add_element(b, "actors", "C", after="a"), "actors: [A, C, B]\n"),
        ("actors:\n- id: a\n  name: A\n", lambda b: add_element(b, "actors", "C", people=1),
         "actors:\n- id: a\n  name: A\n- {id: c, name: C, people: 1}\n"),
        ("phases: []\n", lambda b: add_lane(b, "Desk", "frontstage"), "lanes:\n  desk: {role: frontstage, name: Desk}\nphases: []\n"),
        ("phases: []\n", lambda b: add_element(b, "findings", "F", why="W"), "phases: []\nfindings:\n- {id: f, title: F, why: W}\n"),
        ("actions:\n- title: A\n", lambda b: add_element(b, "findings", "F"), "findings:\n- {id: f, title: F}\nactions:\n- title: A\n"),
        ("phases: []\n", lambda b: add_element(b, "agreements", "F", kind="xla"), "phases: []\nagreements:\n- {id: f, xla: F}\n"),
    ],
)  # fmt: skip
def test_new_elements(before: str, wish: Wish, after: str) -> None:
    assert changed(text(before), wish) == text(after)


@pytest.mark.parametrize(
    ("before", "gone", "after"),
    [
        ("frontstage: [A, B, C] # c", "a", "frontstage: [B, C] # c"),
        ("frontstage: [A, B, C] # c", "b", "frontstage: [A, C] # c"),
        ("frontstage: [A, B, C] # c", "c", "frontstage: [A, B] # c"),
        ("frontstage: [A, B,]", "b", "frontstage: [A,]"),
        ("does: S\nfrontstage: [A] # c\nfeels: 1", "a", "does: S\n# c\nfeels: 1"),
        ("does: S\nfrontstage: A # a\nfeels: 1", "a", "does: S\nfeels: 1"),
        ("frontstage:\n# a\n- A # in a\n# b\n- B", "a", "frontstage:\n# a\n# b\n- B"),
        (
            "frontstage:\n- A\n# b\n- does: B\n  # in b\n  mode: manual # too\n  # the end of b\n# c\n- C",
            "b",
            "frontstage:\n- A\n# b\n# c\n- C",
        ),
        ("does: S\nfrontstage: # the desk\n# a\n- A # in a\n# end\nfeels: 1", "a", "does: S\n# the desk\n# a\n# end\nfeels: 1"),
        ("frontstage: [ # the desk\n  A, # a\n  B # b\n]", "a", "frontstage: [ # the desk\n   # a\n  B # b\n]"),
        ("frontstage: [\n  A,\n  B,\n  C\n]", "b", "frontstage: [\n  A,\n  C\n]"),
        ("frontstage:\n- |\n  A\n- B\n\n    # deep\n- C", "b", "frontstage:\n- |\n  A\n\n# deep\n- C"),
        ("frontstage:\n- |+\n  A\n\n- B\n\n- C", "b", "frontstage:\n- |+\n  A\n\n- C"),
    ],
)
def test_a_card_that_goes(before: str, gone: str, after: str) -> None:
    found = changed(step(before), lambda b: (Remove(Address("cards", gone)),))
    assert [line.rstrip() for line in found.splitlines()] == [line.rstrip() for line in step(after).splitlines()]


@pytest.mark.parametrize(
    ("before", "wish", "after"),
    [
        ("actors:\n  # a\n  a: A # in a\n  # b\n  b: B\n", lambda b: remove(b, "actors/a"), "actors:\n  # a\n  # b\n  b: B\n"),
        ("actors: # people\n  a: A # in a\nx: 1\n", lambda b: remove(b, "actors/a"), "# people\nx: 1\n"),
        ("actors: {a: A, b: B}\n", lambda b: remove(b, "actors/b"), "actors: {a: A}\n"),
        ("phases:\n- A\n", lambda b: remove(b, "phases/a"), ""),
        ("phases:\n- fail: F # in f\n  # next\n  title: A\n", lambda b: remove(b, "marks/f"), "phases:\n-\n  # next\n  title: A\n"),
        ("phases:\n- fail: F\n  title: A\n", lambda b: remove(b, "marks/f"), "phases:\n- title: A\n"),
        ("phases:\n- title: A\n  fail: [F, G]\n", lambda b: remove(b, "marks/f"), "phases:\n- title: A\n  fail: [G]\n"),
    ],
)
def test_other_elements_that_go(before: str, wish: Wish, after: str) -> None:
    assert changed(text(before), wish) == text(after)


def test_a_document_of_one_key_keeps_it() -> None:
    assert changed("phases: # all\n- A\n", lambda b: remove(b, "phases/a")) == "phases: [] # all\n"


TWO = """\
frontstage:
# about a
- does: A # in a
  # more of a
  mode: manual
# about b
- B
backstage: [C]
# the end
"""


@pytest.mark.parametrize(
    ("wish", "after"),
    [
        (
            lambda b: move_card(b, "a"),
            "frontstage:\n# about b\n- B\n# about a\n- does: A # in a\n  # more of a\n  mode: manual\nbackstage: [C]\n# the end\n",
        ),
        (
            lambda b: move_card(b, "b", before="a"),
            "frontstage:\n# about b\n- B\n# about a\n- does: A # in a\n  # more of a\n  mode: manual\nbackstage: [C]\n# the end\n",
        ),
        (
            lambda b: move_card(b, "a", lane="backstage"),
            "frontstage:\n# about b\n- B\nbackstage:\n- C\n# about a\n- does: A # in a\n  # more of a\n  mode: manual\n# the end\n",
        ),
        (
            lambda b: move_card(b, "c", lane="frontstage", before="a"),
            "frontstage:\n- C\n# about a\n- does: A # in a\n  # more of a\n  mode: manual\n# about b\n- B\n# the end\n",
        ),
        (
            lambda b: move_card(b, "b", lane="support"),
            (
                "frontstage:\n# about a\n- does: A # in a\n  # more of a\n  mode: manual\nbackstage: [C]\n"
                "support:\n# about b\n- B\n# the end\n"
            ),
        ),
    ],
)
def test_a_card_moves_with_its_comments(wish: Wish, after: str) -> None:
    assert changed(step(TWO), wish) == step(after)


def test_a_step_moves_with_all_that_is_in_it() -> None:
    before = text("""\
        phases:
        - title: P
          steps:
          # about s
          - id: s
            frontstage: # desk
              does: |
                A
                B
              # inner
            # end of s
          - id: t
        - title: Q
        # the end
        """)
    after = text("""\
        phases:
        - title: P
          steps:
          - id: t
        - title: Q
          steps:
          # about s
          - id: s
            frontstage: # desk
              does: |
                A
                B
              # inner
            # end of s
        # the end
        """)
    assert changed(before, lambda b: move_step(b, "s", "q")) == after
    assert undone(before, lambda b: move_step(b, "s", "q")) == before


def test_a_move_to_another_depth_keeps_texts_as_they_are() -> None:
    before = text("""\
        phases:
          -   title: P
              steps:
                  -   does: >-
                          Folded
                          text
                      thinks: 'in
                        quotes'
                      expects: {en: a,
                       nl: b}
                      evidence: |2
                          deep
                        text
        - Q
        """).replace("- Q", "  - Q")
    found = changed(before, lambda b: move_step(b, "folded-text", "q"))
    assert "- title: Q\n    steps:\n" in found.replace("  - title: Q", "- title: Q")


def test_a_text_that_keeps_its_blank_lines_takes_no_others_when_it_moves() -> None:
    before = step("frontstage:\n- |+\n  A\n\n- B\n\n\n- C")
    after = step("frontstage:\n- B\n- |+\n  A\n\n- C")
    assert changed(before, lambda b: move_card(b, "a", after="b")) == after


def test_phases_and_lanes_move() -> None:
    before = text("lanes:\n  # a\n  a:  {role: support}  # in a\n  b: {role: support}\nphases:\n- P # p\n\n# about q\n- Q\n")
    assert changed(before, lambda b: move_lane(b, "a")) == text(
        "lanes:\n  b: {role: support}\n  # a\n  a:  {role: support}  # in a\nphases:\n- P # p\n\n# about q\n- Q\n"
    )
    assert changed(before, lambda b: move_phase(b, "q", before="p")) == text(
        "lanes:\n  # a\n  a:  {role: support}  # in a\n  b: {role: support}\nphases:\n# about q\n- Q\n- P # p\n\n"
    )


def test_splitting_merging_and_another_role() -> None:
    before = text("phases:\n- title: P\n  steps:\n  # s\n  - S\n  # t\n  - T\n  # u\n  - U\n")
    after = text("phases:\n- title: P\n  steps:\n  # s\n  - S\n- title: New\n  steps:\n  # t\n  - T\n  # u\n  - U\n")
    assert changed(before, lambda b: split_phase(b, "t", "New")) == after
    assert undone(before, lambda b: split_phase(b, "t", "New")) == before
    assert changed(after, lambda b: merge_phases(b, "p", "new")) == before
    found = changed(step("frontstage:\n# a\n- A"), lambda b: change_lane_role(b, "frontstage", "support", "Desk"))
    assert found == step("frontstage-as-support:\n# a\n- A").replace(
        "phases:", "lanes:\n  frontstage-as-support: {role: support, name: Desk}\nphases:"
    )


SEQUENCES: list[Callable[[Blueprint], tuple[Operation, ...]]] = [
    lambda b: remove(b, "cards/a"),
    lambda b: remove(b, "cards/b"),
    lambda b: (Remove(Address("cards", "c")),),
]


@pytest.mark.parametrize("wish", SEQUENCES)
def test_undoing_a_removal_brings_the_text_back(wish: Wish) -> None:
    found = undone(step(TWO), wish)
    assert sorted(found.split()) == sorted(step(TWO).split())
    assert found == step(TWO) or "backstage" in found


def test_undoing_a_removal_brings_the_comments_back_where_they_were() -> None:
    for gone in ("a", "b"):
        assert undone(step(TWO), lambda b, gone=gone: remove(b, gone)) == step(TWO)  # type: ignore[misc]
    flow = step("frontstage: [\n  {does: A, # in a\n   mode: manual}, # a\n  B\n]")
    assert undone(flow, lambda b: remove(b, "a")).count("# in a") == 1


def test_a_comment_elsewhere_is_not_where_an_element_comes_back() -> None:
    source = Source("footlights: 1\nphases:\n- P # p\n\n# about q\n# and r\ntitle: T\n# about q\n")
    element = Phase("q", title="Q")
    for said, after in (
        ("# about q", "- P # p\n\n# about q\n- Q # q\n# and r\n"),
        ("# about q\n# and r", "- P # p\n\n# about q\n# and r\n- Q # q\n"),
        ("# about s", "- P # p\n- Q # q\n\n# about q\n# and r\n"),
    ):
        found = source.apply(Insert(Address("phases", "q"), element, "p", f"{said}\n- Q # q"))
        assert found.text == f"footlights: 1\nphases:\n{after}title: T\n# about q\n"
    moved = Source("footlights: 1\nphases:\n- P\ntitle: T\n# about q\n")
    found = moved.apply(Insert(Address("phases", "q"), element, "p", "# about q\n- Q # q"))
    assert found.text == "footlights: 1\nphases:\n- P\n- Q # q\ntitle: T\n# about q\n"


def test_words_that_say_something_else_are_left() -> None:
    source = Source(step("frontstage: [A]"))
    element = Card("x", "s", "frontstage", does="X")
    for verbatim in ("- does: something else", "- : [", "no list", "- X\n- Y", "- id: x\n  does: X\n  mode: magic", ""):
        found = source.apply(Insert(Address("cards", "x"), element, "a", verbatim))
        assert found.text == step("frontstage: [A, X]")
    found = source.apply(Insert(Address("cards", "x"), element, "a", "- X # in x"))
    assert found.text == step("frontstage:\n- A\n- X # in x")


def test_unknown_fields_come_back_without_the_words_too() -> None:
    more: More = (("colour", "red"), ("size", (1, 2)))
    source = Source(step("frontstage: [A]"))
    found = source.apply(Insert(Address("cards", "x"), Card("x", "s", "frontstage", does="X", more=more), "a"))
    assert found.text == step("frontstage:\n- A\n- id: x\n  does: X\n  colour: red\n  size: [1, 2]")


def test_links_listed_at_the_top_stay_there() -> None:
    before = step("frontstage: [A, B]") + "links:\n# one\n- {from: a, to: b} # in one\n- {from: b, to: a}\n"
    found = changed(before, lambda b: (Remove(Address("links", "a--b")),))
    assert found == step("frontstage: [A, B]") + "links:\n# one\n- {from: b, to: a}\n"
    back = undone(before, lambda b: (Remove(Address("links", "a--b")),))
    assert "- {from: a, to: b} # in one\n" in back
    changed(before, lambda b: (Put(Address("links", "a--b", "kind"), "message"),))


def test_what_others_refer_to_does_not_go_or_move() -> None:
    before = step("frontstage:\n- &a {id: a, does: A}\n- B\nbackstage:\n- <<: *a\n  id: c")
    refused(before, lambda b: remove(b, "a"), "line 8: other places refer to that (&a)")
    refused(before, lambda b: move_card(b, "a", lane="support"), "line 8: other places refer to that (&a)")
    refused(before, lambda b: move_card(b, "c", lane="support"), "line 11: that is an alias (*a)", "write it out")
    assert changed(before, lambda b: remove(b, "c")) == step("frontstage:\n- &a {id: a, does: A}\n- B")


def test_what_the_file_cannot_hold_is_refused_with_the_readers_words() -> None:
    source = Source(step("frontstage: [A]"))
    for operation in (
        Insert(Address("cards", "x"), Card("x", "s", "frontstage", by=("nobody",)), "a"),
        Put(Address("cards", "a", "until"), "gone"),
        Insert(Address("marks", "m"), Mark("m", "cards/a", "fail", source=("gone",))),
    ):
        with pytest.raises(Exception, match="the file can't hold that"):
            source.apply(operation)


@pytest.mark.parametrize(
    ("before", "wish", "after"),
    [
        ("", lambda b: add_element(b, "expect", "a < 1"), "expect:\n- a < 1\n"),
        ("expect:\n- A # a\n# b\n- B\n", lambda b: add_element(b, "expect", "C", before="b"), "expect:\n- A # a\n- C\n# b\n- B\n"),
        ("expect: [A]\n", lambda b: add_element(b, "expect", "C", why="So"), "expect: [A, {id: c, says: C, why: So}]\n"),
        ("expect:\n- A # a\n- B\n", lambda b: remove(b, "expect/a"), "expect:\n- B\n"),
    ],
)
def test_an_expectation_is_a_text_while_it_says_no_more(before: str, wish: Wish, after: str) -> None:
    assert changed(text(before), wish) == text(after)
