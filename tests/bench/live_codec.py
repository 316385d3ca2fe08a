"""The codec between a blueprint and the shared document: `python -m tests.bench.live_codec`, by hand, on a quiet machine."""

import dataclasses
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from footlights.edits import Put, difference
from footlights.live import Projection, Shared, blueprint_of, encode, reconcile, take
from footlights.model import Address, Blueprint, Card, Collection

from .clock import machine, warm
from .grown import grown

__all__ = ["main"]

CARDS = 2_000
RUNS = 9
TOUCHES = 200


def each(act: Callable[[int], object], runs: int) -> float:
    """The median CPU seconds of many calls that differ."""
    found = []
    for number in range(runs):
        start = time.process_time()
        act(number)
        found.append(time.process_time() - start)
    return median(found)


def changed(blueprint: Blueprint, count: int, mark: str) -> Blueprint:
    """The blueprint with so many cards saying something else."""
    cards: list[Card] = list(blueprint.cards.values())
    step = len(cards) // count
    for number in range(0, step * count, step):
        cards[number] = cards[number]._replace(does=f"{cards[number].does} {mark}")
    return dataclasses.replace(blueprint, cards=Collection(cards))


def main() -> None:
    """Print the figures."""
    blueprint = grown(CARDS)
    print(machine())
    print(f"A document of {len(blueprint.steps)} steps, {len(blueprint.cards)} cards and {len(blueprint.links)} links")
    update = encode(blueprint, client=1)
    shared = Shared(update)
    projection = Projection(shared)
    assert projection.blueprint == blueprint
    told: list[tuple[str, float, str]] = [
        ("encode", warm(lambda: encode(blueprint, client=1), RUNS) * 1e3, f"ms, {len(update) / 1e3:.0f} kB"),
        ("load (apply)", warm(lambda: Shared(update), RUNS) * 1e3, "ms"),
        ("blueprint_of", warm(lambda: blueprint_of(shared), RUNS) * 1e3, "ms"),
    ]
    keys = list(blueprint.cards)

    def letter(number: int) -> None:
        card: Any = shared.map("cards", keys[number % len(keys)])
        shared.change(lambda _: card["does"].insert(0, "x"))

    told.append(("a letter typed, watched", each(letter, TOUCHES) * 1e6, "µs"))

    def touched(number: int) -> None:
        letter(number)
        assert projection.blueprint is not None

    told.append(("a letter typed and the projection read", each(touched, TOUCHES) * 1e6, "µs"))

    def moved(number: int) -> None:
        card: Any = shared.map("cards", keys[number])
        shared.change(lambda _: card.__setitem__("pos", [f"step-{number}", "lane-1", "b0"]))
        assert projection.blueprint is not None

    told.append(("a card moved and the projection read", each(moved, 15) * 1e3, "ms"))
    told.append(
        ("reconcile, nothing differs", each(lambda _: reconcile(shared, projection.blueprint, projection.materialised), RUNS) * 1e3, "ms")
    )
    sizes = []
    wanted = [changed(projection.blueprint, 50, f"n{number}") for number in range(RUNS)]
    spent = each(lambda n: sizes.append(len(reconcile(shared, wanted[n]))), RUNS)
    told.append(("reconcile, 50 cards differ", spent * 1e3, f"ms, {median(sizes):.0f} bytes"))
    known = [projection.materialised]
    told.append(("the same, the present at hand", each(lambda n: reconcile(shared, wanted[n], projection.materialised), RUNS) * 1e3, "ms"))

    def put(number: int) -> None:
        take(shared, (Put(Address("cards", keys[number], "mode"), "manual"),), projection.materialised)

    told.append(("take one operation, the present at hand", each(put, 30) * 1e3, "ms"))
    told.append(("difference, 50 cards differ", warm(lambda: difference(known[0].blueprint, wanted[0]), RUNS) * 1e3, "ms"))
    for name, figure, unit in told:
        print(f"  {name:42} {figure:9.2f} {unit}")


if __name__ == "__main__":
    main()
