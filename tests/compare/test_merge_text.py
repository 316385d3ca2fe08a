"""Two edited copies of a file become one file: comments stay, and every word that somebody typed is in it."""

from __future__ import annotations

import os
import random
import re

import pytest

from footlights.compare import merge_text
from footlights.files import Source, dumps, read
from footlights.live import settled
from footlights.model import FootlightsError
from tests.compare.test_merge import both_ways, changed, words_of
from tests.edits.wishes import some_blueprint

PROFILE = os.environ.get("FOOTLIGHTS_HYPOTHESIS") or ("ci" if os.environ.get("CI") else "dev")
SEQUENCES = {"ci": 120, "nightly": 2_000}.get(PROFILE, 40)

BASE = """\
footlights: 1
title: A shine
# who it is about
actors:
  shiner: Shiner # the one
phases:
- title: Sit
  steps:
  # the first
  - id: sits
    does: Sits down
    frontstage:
    - id: brush
      does: Brushes the shoes # with both hands
      by: shiner
"""


def edited(*pairs: tuple[str, str]) -> str:
    """The base with some passages exchanged."""
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def noted(text: str) -> set[str]:
    """The words of the comments, in which a line break is spelt as one."""
    return words_of(re.sub(r"\\[nrt]", " ", "\n".join(line for line in text.splitlines() if line.lstrip().startswith("# "))))


def test_comments_of_ours_and_those_of_what_is_new_in_theirs_stay() -> None:
    ours = edited(("# with both hands", "# with one hand"), ("title: A shine", "title: A shine # ours"))
    theirs = edited(
        ("does: Sits down", "does: Sits down quietly"),
        ("      by: shiner\n", "      by: shiner\n    # on top\n    - id: pays\n      does: Pays # cash\n"),
    )
    merged = merge_text(BASE, ours, theirs)
    assert merged.conflicts == ()
    for comment in ("# with one hand", "# ours", "# the first", "# the one", "# who it is about", "# cash"):
        assert comment in merged.text
    assert merged.blueprint.steps["sits"].does == "Sits down quietly"
    assert list(merged.blueprint.cards) == ["brush", "pays"]


def test_where_they_disagree_ours_counts_and_theirs_stands_beside_it() -> None:
    ours, theirs = edited(("Brushes the shoes", "Brushes them")), edited(("Brushes the shoes", 'Polishes: "all" # of it'))
    theirs = theirs.replace('does: Polishes: "all" # of it # with both hands', "does: 'Polishes: \"all\" # of it' # with both hands")
    merged = merge_text(BASE, ours, theirs)
    assert merged.text == ours.replace(
        "      does: Brushes them", '      # merge: the other copy says does: "Polishes: \\"all\\" # of it"\n      does: Brushes them'
    )
    assert [one.kind for one in merged.conflicts] == ["text"]


def test_the_head_and_fields_nobody_knows_are_noted_at_the_top_or_beside_them() -> None:
    ours = edited(("title: A shine", "title: A fine shine\nx-team: a"))
    theirs = edited(("title: A shine", "title: The best polish\nx-team: b"))
    merged = merge_text(BASE, ours, theirs)
    assert read(merged.text).blueprint == read(ours).blueprint
    assert "The best polish" in merged.text
    assert '# blueprint: merge: the other copy says "x-team: b"' in merged.text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_comment_never_becomes_part_of_a_text(end: str) -> None:
    base = BASE.replace("    does: Sits down\n", "    does: Sits down\n    thinks: |+\n      one\n      two\n\n").replace("\n", end)
    ours, theirs = base.replace("id: brush", "id: brush", 1).replace("Brushes the shoes", "A"), base.replace("Brushes the shoes", "B")
    merged = merge_text(base, ours, theirs)
    assert merged.blueprint.steps["sits"].thinks == read(base).blueprint.steps["sits"].thinks  # type: ignore[union-attr]
    assert read(merged.text).blueprint == merged.blueprint == read(ours).blueprint
    assert '# merge: the other copy says does: "B"' in merged.text


def test_within_braces_over_several_lines_it_goes_where_it_can() -> None:
    base = "footlights: 1\ntitle: T\nactors: {a: {name: 'one\n\n  word'}, b: {name: Two}}\nphases: [P]\n"
    merged = merge_text(base, base.replace("Two", "Zwei"), base.replace("Two", "Deux"))
    assert read(merged.text).blueprint == merged.blueprint
    assert "Deux" in merged.text and "Zwei" in merged.text


def test_an_empty_base_is_no_blueprint_yet() -> None:
    merged = merge_text("", BASE, edited(("Brushes", "Polishes")))
    assert [card.does for card in merged.blueprint.cards.values()] == ["Brushes the shoes", "Polishes the shoes"]
    assert [one.kind for one in merged.conflicts] == ["both-added"]


def test_three_that_say_less() -> None:
    other = edited(("Sits down", "Takes a seat"))
    assert merge_text(BASE, other, BASE).text == other
    assert merge_text(BASE, BASE, other).text == other
    assert merge_text(BASE, other, other).text == other


def test_a_comment_is_one_line_whatever_stands_in_it() -> None:
    base = edited(("title: A shine", 'title: "A shine"'))
    hostile = 'title: "x\\ntitle: hacked\\u2028phases: []\\e[31m"'
    merged = merge_text(base, base.replace('title: "A shine"', "title: Ours"), base.replace('title: "A shine"', hostile))
    assert merged.blueprint.title == "Ours"
    (line,) = [line for line in merged.text.splitlines() if "hacked" in line]
    assert line == '# merge: the other copy says title: "x\\ntitle: hacked\\u2028phases: []\\u001b[31m"'


def test_a_file_with_faults_is_refused() -> None:
    with pytest.raises(FootlightsError, match="theirs:16"):
        merge_text(BASE, BASE, BASE + "promises: 3\n")


@pytest.mark.parametrize("first", range(0, SEQUENCES, 10))
def test_whatever_two_people_do_to_a_file_no_word_is_lost(first: int) -> None:
    for seed in range(first, first + 10):
        rng = random.Random(seed)
        base = settled(some_blueprint(rng, rng.choice((5, 20))))
        source = Source(dumps(base))
        ours, mine = changed(base, rng, rng.choice((1, 4, 8)))
        theirs, others = changed(base, rng, rng.choice((1, 4, 8)))
        texts = (source.apply_all(mine).text, source.apply_all(others).text)
        merged = merge_text(source.text, *texts)
        loaded = read(merged.text)
        assert loaded.errors == (), f"seed {seed}"
        assert loaded.blueprint == merged.blueprint, f"seed {seed}"
        assert words_of(ours) | words_of(theirs) <= words_of(base) | words_of(merged.blueprint) | noted(merged.text), f"seed {seed}"
        wanted = both_ways(ours, mine, theirs, others)
        if wanted is not None:
            assert (merged.blueprint, merged.conflicts) == (wanted, ()), f"seed {seed}"
