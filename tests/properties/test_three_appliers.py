"""The three appliers agree: blueprint, text of a file and shared document take the same operations and say the same, and back."""

from __future__ import annotations

import os
import random

import pytest

from footlights.edits import apply, difference, undo
from footlights.files import Source, dumps
from footlights.live import Projection, Shared, blueprint_of, encode, reconcile, settled, take
from tests.edits.wishes import some_blueprint, some_edit

PROFILE = os.environ.get("FOOTLIGHTS_HYPOTHESIS") or ("ci" if os.environ.get("CI") else "dev")
SEQUENCES = {"ci": 200, "nightly": 3_000}.get(PROFILE, 40)


@pytest.mark.parametrize("first", range(0, SEQUENCES, 10))
def test_they_agree_after_every_edit_and_every_undo(first: int) -> None:
    for seed in range(first, first + 10):
        rng = random.Random(seed)
        source = Source(dumps(settled(some_blueprint(rng, rng.choice((3, 10, 20))))))
        shared = Shared(encode(source.blueprint))
        projection = Projection(shared)
        history = []
        for _ in range(6):
            before = source.blueprint
            name, operations = some_edit(before, rng)
            back = undo(before, operations)
            after = before
            for operation in operations:
                after = apply(after, operation)
            source = source.apply_all(operations)
            take(shared, operations, projection.materialised)
            here = f"seed {seed}, {name}: {operations}"
            assert source.blueprint == after, here
            assert projection.blueprint == settled(after), here
            assert reconcile(shared, source.blueprint, projection.materialised) == b"", here
            assert difference(settled(source.blueprint), projection.blueprint) == (), here
            history.append((before, back))
        for before, back in reversed(history):
            source = source.apply_all(back)
            take(shared, back, projection.materialised)
            assert source.blueprint == before, f"seed {seed}, back by {back}"
            assert projection.blueprint == settled(before), f"seed {seed}, back by {back}"
        assert projection.materialised == blueprint_of(shared)
