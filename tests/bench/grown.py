"""Blueprints of any size with the texture of a real one: seeded, so that every run draws the same."""

import random

from footlights.model import Blueprint, Card, Collection, Feeling, Lane, Link, Mark, Phase, Step, arranged

_ROLES = ("evidence", "frontstage", "frontstage", "backstage", "backstage", "support", "support")
_WORDS = (
    "customer opens account page checks order status agent confirms delivery slot system sends message bevestiging géén vertraging "
    "ñandú atención coördinatie reünie información teamleider beoordeelt payment provider returns token warehouse picks parts route"
).split()


def grown(count: int, links_per_card: float = 0.85) -> Blueprint:
    """A blueprint of `count` cards (the customer's steps among them) and about as many drawn links as real ones have."""
    chance = random.Random(count)
    lanes_count = 7 if count <= 200 else 15 if count <= 2_000 else 23 if count <= 8_000 else 39
    steps_count = max(4, round(count / ((lanes_count + 1) * 0.65)))
    lanes = [Lane(f"lane-{n}", _ROLES[n * len(_ROLES) // lanes_count], name=f"Lane {n}") for n in range(lanes_count)]
    phases = [Phase(f"phase-{n}", title=f"Phase {n + 1}", need="Know where I stand") for n in range((steps_count + 4) // 5)]
    steps = [
        Step(f"step-{n}", f"phase-{n // 5}", title=f"Step {n + 1}", does=_text(chance), feels=(Feeling(None, chance.randint(-2, 2)),))
        for n in range(steps_count)
    ]
    cells = [(lane.id, number) for lane in lanes for number in range(steps_count)]
    chance.shuffle(cells)
    cards, at = [], {}
    for number, (lane, step) in enumerate(cells[: count - steps_count]):
        until = f"step-{step + 1}" if chance.random() < 0.08 and step + 1 < steps_count else None
        cards.append(Card(f"card-{number}", f"step-{step}", lane, does=_text(chance), until=until))
        at[lane, step] = f"card-{number}"
    marks = [Mark(f"pain-{card.id}", f"cards/{card.id}", "pain", "Takes too long") for card in cards if chance.random() < 0.08]
    links = _links(chance, at, lanes, round(len(cards) * links_per_card))
    return arranged(
        Blueprint(
            title=f"A blueprint of {count} cards", phases=Collection(phases), lanes=Collection(lanes), steps=Collection(steps),
            cards=Collection(cards), marks=Collection(marks), links=Collection(links),
        )
    )  # fmt: skip


def _text(chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(chance.randint(2, 9)))


def _links(chance: random.Random, at: dict[tuple[str, int], str], lanes: list[Lane], wanted: int) -> list[Link]:
    """Mostly to near cells, some far away, as in the peers' benchmark."""
    keys, found, seen = list(at), [], set()
    for _ in range(50 * wanted):
        if len(found) == wanted:
            break
        lane, step = chance.choice(keys)
        near = chance.random()
        if near < 0.6:
            apart, along = chance.randint(-1, 1), chance.randint(0, 1)
        elif near < 0.9:
            apart, along = chance.randint(-3, 3), chance.randint(0, 2)
        else:
            apart, along = chance.randint(-len(lanes) // 2, len(lanes) // 2), chance.randint(-3, 8)
        target = at.get((f"lane-{int(lane.rpartition('-')[2]) + apart}", step + along))
        source = at[lane, step]
        if target and target != source and (source, target) not in seen:
            seen.add((source, target))
            found.append(Link(f"link-{len(found)}", source, target))
    return found
