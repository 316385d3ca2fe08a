"""The board that the editor is measured on: as many cards, lanes, steps and links as asked, seeded, so every run is the same."""

import random
from itertools import pairwise

from footlights.model import Blueprint, Card, Collection, Feeling, Lane, Link, Phase, Step, arranged

#: What the goals are stated for (reports of the collaboration spike): a board nobody should have, and everybody once does.
CARDS, LANES, STEPS, LINKS = 2_000, 12, 60, 1_500
_STEPS_A_PHASE = 6
_ROLES = (
    "evidence", "frontstage", "frontstage", "backstage", "backstage", "backstage", "support", "support", "support",
    "policy", "metric", "note",
)  # fmt: skip
_WORDS = (
    "customer opens account page checks order status agent confirms delivery slot system sends message bevestiging géén vertraging "
    "ñandú atención coördinatie reünie información teamleider beoordeelt payment provider returns token warehouse picks parts route"
).split()


def board(cards: int = CARDS, lanes: int = LANES, steps: int = STEPS, links: int = LINKS) -> Blueprint:
    """A blueprint with exactly these numbers; the links run between neighbours mostly, some across the board."""
    chance = random.Random(cards)
    rows = [Lane(f"lane-{n}", _ROLES[n * len(_ROLES) // lanes], name=f"Lane {n + 1}") for n in range(lanes)]
    phases = [Phase(f"phase-{n}", title=f"Phase {n + 1}", need="Know where I stand") for n in range(-(-steps // _STEPS_A_PHASE))]
    columns = [
        Step(f"step-{n}", f"phase-{n // _STEPS_A_PHASE}", does=_text(chance), feels=(Feeling(None, chance.randint(-2, 2)),))
        for n in range(steps)
    ]
    cells = [(n % steps, n // steps % lanes) for n in range(cards)]
    made = [Card(f"card-{n}", f"step-{step}", f"lane-{lane}", does=_text(chance)) for n, (step, lane) in enumerate(cells)]
    return arranged(
        Blueprint(
            title=f"A board of {cards} cards", language="en", phases=Collection(phases), lanes=Collection(rows),
            steps=Collection(columns), cards=Collection(made), links=Collection(_links(chance, cells, links)),
        )
    )  # fmt: skip


def _text(chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(chance.randint(2, 9)))


def _links(chance: random.Random, cells: list[tuple[int, int]], wanted: int) -> list[Link]:
    """Every fourth link to anywhere, the others to the next card of a nearby cell; never the same one twice."""
    by_place = sorted(range(len(cells)), key=lambda number: cells[number])
    near = list(pairwise(by_place))
    chance.shuffle(near)
    pairs = dict.fromkeys(near[: wanted - wanted // 4])
    while len(pairs) < wanted:
        source, target = chance.sample(range(len(cells)), 2)
        pairs[source, target] = None
    return [Link(f"link-{n}", f"card-{source}", f"card-{target}") for n, (source, target) in enumerate(pairs)]
