"""The two appliers agree: a text and a document that take the same operations say the same after each of them.

500 sequences of random edits (on a build server; fewer at a desk), on generated documents in many layouts and on the
examples, with comments anywhere. After every operation the text is well-formed, says what the document says, and has
lost no comment but those within a removed element; taking all back gives the same document and all comments again.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from footlights.edits import Insert, Operation, Remove, add_phase, apply, merge_phases, move_step, remove, set_field, split_phase
from footlights.files import Source, dumps
from footlights.model import Blueprint
from tests.edits.wishes import some_blueprint, some_edit
from tests.files.yaml.layouts import commented, relaid

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.blueprint.yaml"))
DOCUMENT = Path(__file__).parents[1] / "files" / "data" / "document-example.blueprint.yaml"

PROFILE = os.environ.get("FOOTLIGHTS_HYPOTHESIS") or ("ci" if os.environ.get("CI") else "dev")
SMALL, LARGE = {"ci": (470, 30), "nightly": (5_000, 400)}.get(PROFILE, (100, 6))
BATCH = 10
_MARKED = re.compile(r"# c\d+\D")


def marked(text: str) -> Counter[str]:
    """The comments that were sprinkled over a text."""
    return Counter(_MARKED.findall(text))


def inside(operation: Operation, inverse: Operation) -> Counter[str]:
    """The comments within an element that is removed; those above it stay."""
    if not isinstance(operation, Remove) or not isinstance(inverse, Insert):
        return Counter()
    lines = (inverse.verbatim or "").split("\n")
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    return marked("\n".join(lines))


def follow(text: str, rng: random.Random, edits: int, say: str) -> None:
    """Take random edits, each with all its checks, and take them back."""
    source = Source(text)
    history: list[tuple[Source, Operation]] = []
    for number in range(edits):
        name, operations = some_edit(source.blueprint, rng)
        for operation in operations:
            here = f"{say}, edit {number} ({name}), {operation}"
            inverse = source.inverse(operation)
            after = source.apply(operation)
            assert after.loaded.errors == (), here
            assert after.blueprint == apply(source.blueprint, operation), here
            assert marked(source.text) - marked(after.text) == inside(operation, inverse), here
            assert not marked(after.text) - marked(source.text), here
            history.append((source, inverse))
            source = after
    for before, inverse in reversed(history):
        after = source.apply(inverse)
        here = f"{say}, back by {inverse}"
        assert after.blueprint == before.blueprint, here
        assert marked(after.text) == marked(before.text), here
        source = after


def generated(seed: int) -> None:
    """One sequence on a document that grew at random, in a random layout."""
    rng = random.Random(seed)
    text = dumps(some_blueprint(rng, rng.choice((3, 8, 15))))
    if rng.random() < 0.8:
        text = relaid(text, rng)
    text, _ = commented(text, rng, rng.choice((0, 4, 10)))
    follow(text, rng, 8, f"seed {seed}")


@pytest.mark.parametrize("first", range(0, SMALL, BATCH))
def test_generated_documents(first: int) -> None:
    for seed in range(first, min(first + BATCH, SMALL)):
        generated(seed)


@pytest.mark.parametrize("number", range(LARGE))
def test_real_documents(number: int) -> None:
    rng = random.Random(number)
    smallest = sorted(EXAMPLES, key=lambda path: path.stat().st_size)[:2]
    path = (DOCUMENT, DOCUMENT, DOCUMENT, DOCUMENT, *smallest)[number % 6]
    text = path.read_text("utf-8")
    if rng.random() < 0.3:
        text = relaid(text, rng)
    text, _ = commented(text, rng, 6)
    follow(text, rng, 10, f"{path.name}, number {number}")


TOP = "footlights: 1\ntitle: T\n"

#: What once failed: a text, and the edits that went wrong in it or on the way back.
FAILED: dict[str, tuple[str, list[Callable[[Blueprint], tuple[Operation, ...]]]]] = {
    "a comment behind a closing bracket went with the last item when the list got lines of its own": (
        TOP + "phases: [{title: P, steps: [S, U]}]  # c0.\n",
        [lambda b: split_phase(b, "u", "New"), lambda b: remove(b, "phases/p")],
    ),
    "a removed phase came back below the same comment elsewhere": (
        "footlights: 1\nphases:\n- {title: P}\n# c6.\n- {title: Q}  # c7.\ntitle: T\n# c8.\n",
        [lambda b: remove(b, "phases/q"), lambda b: add_phase(b, "R")],
    ),
    "a block text in a list could not be lifted out": (
        TOP + "phases:\n- id: p\n  steps:\n  - id: s\n    support:\n    - |-\n      two\n      lines\n",
        [lambda b: remove(b, "two-lines")],
    ),
    "blanks at the head of a block text did not move with it": (
        TOP + "phases:\n- id: p\n  steps:\n  - id: s\n    support:\n    - |2\n          \n         indented\n",
        [lambda b: set_field(b, "cards/indented#mode", "manual")],
    ),
    "a card reached backward for a moment while a phase was split": (
        TOP + "phases:\n- id: p\n  steps: [A, {does: B, support: {does: C, until: d}}, D]\n",
        [lambda b: split_phase(b, "b", "New")],
    ),
    "a text that says how far it is indented came back with another indentation": (
        TOP + "phases:\n    - id: p\n      wait: |2   # c4.\n         a\n\n        b\n      need: N\n",
        [lambda b: remove(b, "marks/a-b")],
    ),
    "a comment below became part of a translation on several lines": (
        TOP + "phases:\n- P\n\n          # c1.\n# c2.\n",
        [lambda b: add_phase(b, "Q", need={"nl": "x", "en": "one\ntwo\n"})],
    ),
    "a comment left of its step stayed in another phase when the step moved on": (
        TOP + "phases:\n- id: p\n  steps:\n  - S\n  - does: A\n# c1.\n    to: s\n  title: P\n",
        [lambda b: split_phase(b, "a", "New"), lambda b: remove(b, "links/a--s"), lambda b: merge_phases(b, "p", "new")],
    ),
    "a comment above a step that came back stayed behind when the step moved on": (
        TOP + "phases:\n- id: p\n  steps:\n  - A\n  # c0.\n  - B\n",
        [
            lambda b: add_phase(b, "Q", need="N"),
            lambda b: move_step(b, "b", "q"),
            lambda b: remove(b, "b"),
            lambda b: remove(b, "phases/q"),
        ],
    ),
    "blanks on a line below became part of a text on several lines": (
        TOP + "phases:\n- P\n      \n\n# c0.\nx: 1\n",
        [lambda b: add_phase(b, "one\ntwo\n"), lambda b: add_phase(b, "three\n\n", after="p")],
    ),
    "a text on several lines at the very end of a file lost its last line break": (
        TOP + "phases:\n- P",
        [lambda b: add_phase(b, "one\ntwo\n"), lambda b: set_field(b, "phases/one-two#need", "three\nfour\n")],
    ),
}


@pytest.mark.parametrize("name", FAILED)
def test_what_failed_once(name: str) -> None:
    text, wishes = FAILED[name]
    source = Source(text)
    steps: list[tuple[Source, Operation]] = []
    for wish in wishes:
        for operation in wish(source.blueprint):
            after, inverse = source.apply(operation), source.inverse(operation)
            assert marked(source.text) - marked(after.text) == inside(operation, inverse)
            steps.append((source, inverse))
            source = after
    for before, inverse in reversed(steps):
        source = source.apply(inverse)
        assert source.blueprint == before.blueprint
        assert marked(source.text) == marked(before.text)
