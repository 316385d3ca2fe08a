"""A file's text that takes operations: ids, errors, undoing, and how long it takes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from footlights.edits import (
    Insert,
    Place,
    Put,
    Remove,
    add_card,
    add_link,
    add_step,
    apply_all,
    change_lane_role,
    move_card,
    move_lane,
    move_step,
    remove,
    rename,
    set_field,
    split_phase,
)
from footlights.files import Source, read
from footlights.files.yaml import source as source_module
from footlights.model import Address, Card, Duration, FootlightsError, Mark, Time
from tests.files.yaml.changes import changed, refused, step, text

EXAMPLES = Path(__file__).parents[3] / "examples"


def test_a_source_never_changes() -> None:
    source = Source(step("does: A"))
    after = source.apply(Put(Address("steps", "s", "does"), "B"))
    assert (source.text, after.text) == (step("does: A"), step("does: B"))
    assert source.apply(Put(Address("steps", "s", "does"), "A")) is source
    assert source.apply_all(()) is source


def test_what_cannot_be_read_takes_no_operations() -> None:
    for broken in ("footlights: 1\ntitle: [", "", "- a\n- b\n", "just: this\n", "a: b: c"):
        with pytest.raises(FootlightsError, match=r"the file can't be read: here\.yaml"):
            Source(broken, "here.yaml").apply(Put(Address("blueprint", "", "title"), "X"))
    with pytest.raises(FootlightsError, match=r"not well-formed.*here\.yaml:3:1"):
        Source("footlights: 1\ntitle: T\ntitle: U\n", "here.yaml").apply(Put(Address("blueprint", "", "title"), "X"))


def test_a_file_with_other_faults_can_be_mended_and_changed() -> None:
    before = step("does: A\nsource: gone\nfeels: lots")
    assert {one.slug for one in Source(before).loaded.errors} == {"unknown-source", "bad-number"}
    after = Source(before).apply(Put(Address("steps", "s", "thinks"), "B"))
    assert after.text == step("does: A\nthinks: B\nsource: gone\nfeels: lots")
    after = after.apply_all(set_field(after.blueprint, "steps/s#feels", 1))
    assert after.text == step("does: A\nthinks: B\nsource: gone\nfeels: 1")


def test_impossible_operations_raise_what_edits_raise() -> None:
    with pytest.raises(FootlightsError, match="there is no steps/gone"):
        Source(step("does: A")).apply(Put(Address("steps", "gone", "does"), "B"))
    with pytest.raises(FootlightsError, match="still hangs on steps/s"):
        Source(step("frontstage: A")).apply(Remove(Address("steps", "s")))


TWINS = """\
phases:
- title: P
  steps:
  - title: S
    frontstage: [Waits, Waits]
    backstage:
    - Waits # the third
    - does: Waits
      fail: [Late, Late]
"""


def test_ids_that_would_shift_are_written_down_first() -> None:
    before = text(TWINS)
    assert list(Source(before).blueprint.cards) == ["waits", "waits-2", "waits-3", "waits-4"]
    found = changed(before, lambda b: remove(b, "waits"))
    assert found == text("""\
        phases:
        - title: P
          steps:
          - title: S
            frontstage: [{id: waits-2, does: Waits}]
            backstage:
            - id: waits-3
              does: Waits # the third
            - id: waits-4
              does: Waits
              fail: [Late, Late]
        """)
    assert "id: waits" not in changed(before, lambda b: remove(b, "waits-4"))
    assert changed(before, lambda b: move_card(b, "waits", lane="support")).count("id: waits-") == 3
    assert changed(before, lambda b: (Remove(Address("marks", "late")),)).count("fail: [{id: late-2, title: Late}]") == 1


def test_rows_that_change_places_keep_the_ids_of_their_cards() -> None:
    before = text("""\
        lanes:
          a: {role: frontstage}
          b: {role: frontstage}
        phases:
        - title: P
          steps:
          - title: S
            a: [Waits]
            b: [Waits]
        """)
    for wish in (lambda b: move_lane(b, "a"), lambda b: change_lane_role(b, "a", "support")):
        assert "b: [{id: waits-2, does: Waits}]" in changed(before, wish)


def test_an_id_is_written_down_only_where_it_has_to_be() -> None:
    before = text("phases:\n- title: P\n  steps:\n  - does: Calls # c\n    title: S\n  - Waits\n")
    assert (
        changed(before, lambda b: rename(b, "step", "Rings"))
        == text("phases:\n- title: P\n  steps:\n  - id: calls\n    does: Rings # c\n    title: S\n  - Waits\n")
        if "step" in Source(before).blueprint.steps
        else True
    )
    assert changed(before, lambda b: set_field(b, "steps/calls#title", "T")).count("id:") == 0
    assert changed(before, lambda b: rename(b, "calls", "CALLS!")).count("id:") == 0
    assert changed(before, lambda b: move_step(b, "waits", before="calls")).count("id:") == 0


def test_the_id_of_a_promise_or_binding_comes_from_what_it_has() -> None:
    before = step("evidence: [A, B]") + "promises:\n- {from: a, to: b, within: 1 h}\nbindings:\n- {event: Calls, on: [a]}\n"
    found = changed(before, lambda b: set_field(b, "promises/a--b#to", "s"))
    assert "- {id: a--b, from: a, to: s, within: 1 h}" in found
    found = changed(before, lambda b: set_field(b, "bindings/calls#event", "Rings"))
    assert "- {id: calls, event: Rings, on: [a]}" in found


def test_an_id_that_the_reader_refused_is_put_right() -> None:
    before = step("frontstage:\n- {id: 'no good', does: A}\n- B")
    source = Source(before)
    assert [one.slug for one in source.loaded.errors] == ["bad-id"]
    (card, _) = source.blueprint.cards
    after = source.apply(Put(Address("cards", card, "does"), "Other"))
    assert f"id: {card}" in after.text
    assert after.loaded.errors == ()


def test_the_inverse_of_a_removal_carries_the_text() -> None:
    source = Source(step("frontstage:\n# about a\n- does: A # in a\n- B\nto: s # on"))
    assert source.inverse(Remove(Address("cards", "a"))) == Insert(
        Address("cards", "a"), source.blueprint.cards["a"], None, "# about a\n- does: A # in a"
    )
    found = source.inverse(Remove(Address("links", "s--s")))
    assert isinstance(found, Insert)
    assert found.verbatim == "to: s # on"
    assert source.inverse(Put(Address("cards", "b", "does"), "C")) == Put(Address("cards", "b", "does"), "B")
    assert source.inverse(Insert(Address("cards", "x"), Card("x", "s", "support"))) == Remove(Address("cards", "x"), spare=True)


def test_undoing_an_insertion_loses_no_comment_that_came_into_it() -> None:
    source = Source(step("does: A\nfrontstage:\n# about b\n- does: B # in b"))
    operations = split_phase(apply_all(source.blueprint, add_step(source.blueprint, "p", "Other")), "other", "New")
    source = source.apply_all(add_step(source.blueprint, "p", "Other"))
    back = source.undo(operations)
    after = source.apply_all(operations)
    mine = after.text.replace("title: New\n", "title: New # mine\n")
    assert mine != after.text
    found = Source(mine).apply_all(back)
    assert found.blueprint == source.blueprint
    assert found.text.count("# mine") == 1
    assert back[-1] == Remove(Address("phases", "new"), spare=True)
    assert source.inverse(Insert(Address("cards", "x"), Card("x", "s", "support"), None, "- X # c")) == Remove(Address("cards", "x"))
    spared = Remove(Address("cards", "b"), spare=True)
    assert source.inverse(spared) == Insert(Address("cards", "b"), source.blueprint.cards["b"])
    assert "# in b" in source.apply(spared).text


def test_an_element_that_comes_back_has_the_id_it_had() -> None:
    source = Source(text(TWINS))
    for gone in ("waits", "waits-2", "waits-3"):
        operations = remove(source.blueprint, gone)
        back = source.apply_all(operations).apply_all(source.undo(operations))
        assert back.blueprint == source.blueprint
        assert back.text.count("# the third") == 1


def test_undoing_several_operations() -> None:
    source = Source(step("does: A # why\nfrontstage:\n- B # b\n- does: C # c\n  fail: F # f"))
    operations = remove(source.blueprint, "steps/s")
    after = source.apply_all(operations)
    assert "steps" not in after.text
    back = after.apply_all(source.undo(operations))
    assert back.blueprint == source.blueprint
    for comment in ("# why", "# b", "# c", "# f"):
        assert back.text.count(comment) == 1


def test_a_link_to_itself_and_a_card_to_the_same_place() -> None:
    source = Source(step("frontstage: [A, B]"))
    assert source.apply(Put(Address("cards", "a", "place"), Place("s", "frontstage", None))) is source
    after = source.apply_all(add_link(source.blueprint, "a", "a", "loop"))
    assert after.text == step("frontstage: [{does: A, to: {card: a, kind: loop}}, B]")


def test_a_mark_can_move_to_another_holder() -> None:
    source = Source(step("fail: F # f\nfrontstage: [A]"))
    after = source.apply(Put(Address("marks", "f", "place"), Place("phases/p", "fail")))
    assert after.text == "footlights: 1\ntitle: T\nphases:\n- id: p\n  fail: F # f\n  steps:\n  - id: s\n    frontstage: [A]\n"
    after = source.apply(Put(Address("marks", "f", "place"), Place("cards/a", "pain")))
    assert after.blueprint.marks["f"] == Mark("f", "cards/a", "pain", title="F")


def test_a_policy_at_a_step_is_a_card_and_no_mark() -> None:
    with pytest.raises(FootlightsError, match="no mark 'policy'"):
        Source(step("does: A")).apply(Insert(Address("marks", "m"), Mark("m", "steps/s", "policy", title="M")))


def test_a_lane_may_not_be_called_by_a_word_of_a_step() -> None:
    from footlights.model import Lane

    refused(step("does: A"), lambda b: (Insert(Address("lanes", "does"), Lane("does", "support")),), "the file can't hold that")


@pytest.mark.parametrize("name", ["it-incident", "hotel"])
def test_an_operation_takes_no_longer_than_a_blink(name: str) -> None:
    whole = (EXAMPLES / f"{name}.blueprint.yaml").read_text("utf-8")
    lines = whole.count("\n")
    source = Source(whole)
    step_id, *_ = source.blueprint.steps
    wishes = (
        lambda b: set_field(b, f"steps/{step_id}#thinks", "Not today"),
        lambda b: add_card(b, step_id, "support", "Looks after it", mode="manual"),
        lambda b: add_step(b, b.steps[step_id].phase, "Rests"),
        lambda b: set_field(b, f"steps/{step_id}#time", Time(Duration(3, "min"))),
    )
    taken = []
    for wish in wishes:
        operations = wish(source.blueprint)
        start = time.perf_counter()
        source = source.apply_all(operations)
        taken.append((time.perf_counter() - start) / len(operations))
    # 40 ms for 250 lines on a quiet machine; a build server may be four times as slow
    assert sorted(taken)[len(taken) // 2] < 0.16 * max(1.0, lines / 250), (lines, taken)


def test_all_examples_take_a_change_and_give_it_back() -> None:
    for path in sorted(EXAMPLES.glob("*.blueprint.yaml")):
        before = path.read_text("utf-8")
        source = Source(before, path.name)
        assert source.loaded.errors == (), path
        blueprint = source.blueprint
        card = list(blueprint.cards)[len(blueprint.cards) // 2]
        operations = (*set_field(blueprint, f"cards/{card}#note", "One more thing"), *remove(blueprint, f"cards/{card}"))
        after = source.apply_all(operations)
        assert read(after.text).errors == ()
        back = after.apply_all(source.undo(operations))
        assert back.blueprint == blueprint
        assert sorted(line.strip() for line in back.text.splitlines() if "#" in line) == sorted(
            line.strip() for line in before.splitlines() if "#" in line
        )


CELLS = {
    "nothing yet": "",
    "one text": "    frontstage: Greets\n",
    "in brackets": "    frontstage: [Greets, Smiles]\n",
    "in brackets on lines": "    frontstage: [\n      Greets,\n      Smiles,\n    ]\n",
    "on lines": "    frontstage:\n    - Greets # kindly\n    # then\n    - does: Smiles\n      by: clerk\n    # the end\n",
}
NEW = {
    "texts": [{"does": f"Note {number}"} for number in range(5)],
    "with more": [{"does": f"Note {number}", "by": ("clerk",)} for number in range(5)],
    "of both kinds": [{"does": f"Note {number}", "by": ("clerk",) if number % 2 else ()} for number in range(6)],
    "hard to write": [{"does": text} for text in ("a, b", "[c]", "d: e", "# f", "- g", "'h'", "{i}", "", "true", "j #k")],
    "on several lines": [{"does": f"One\nTwo {number}\n", "note": "x\n\n"} for number in range(4)],
    "the same": [{"does": "Greets"} for _ in range(4)],
}


@pytest.mark.parametrize("at_end", [True, False])
@pytest.mark.parametrize("new", NEW)
@pytest.mark.parametrize("cell", CELLS)
def test_many_new_cards_of_a_cell_go_in_as_they_would_one_by_one(cell: str, new: str, at_end: bool) -> None:
    before = f"footlights: 1\nactors:\n  clerk: {{name: Clerk}}\nphases:\n- id: p\n  steps:\n  - does: Asks\n{CELLS[cell]}  - does: Goes # last\n"
    source = Source(before)
    there = [card.id for card in source.blueprint.cards.values()]
    behind, operations = there[-1] if there and at_end else None, []
    for number, fields in enumerate(NEW[new]):
        card = Card(f"new-{number}", step="asks", lane="frontstage", **fields)
        operations.append(Insert(Address("cards", card.id), card, behind))
        behind = card.id
    one_by_one = source
    for operation in operations:
        one_by_one = one_by_one.apply(operation)
    assert source.apply_all(operations).text == one_by_one.text


def test_five_hundred_new_cards_of_a_cell_are_no_great_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody comes back with them after a day offline; surveying the text anew for each held the whole server up."""
    surveys = []
    surveyed = source_module.surveyed
    monkeypatch.setattr(source_module, "surveyed", lambda *given: surveys.append(1) or surveyed(*given))
    source = Source("footlights: 1\nphases:\n- id: p\n  steps:\n  - does: Asks\n")
    cards = [Card(f"note-{number}", step="asks", lane="frontstage", does=f"Note {number}") for number in range(500)]
    operations = [
        Insert(Address("cards", card.id), card, before.id if before else None) for before, card in zip([None, *cards], cards, strict=False)
    ]
    assert len(source.apply_all(operations).blueprint.cards) == 500
    assert len(surveys) < 10
