"""The blueprints on which pictures are compared: one written by hand, and one of any size with the same texture.

They are plain facts, as every peer is given them, and `drawn` lays them out as ours: the same cards and the same arrows.
"""

import random
from typing import NamedTuple

from footlights.drawing import Drawing
from footlights.layout.blueprint import laid_out
from footlights.layout.plan import Scope
from footlights.layout.views import way_of
from footlights.model import Blueprint, Card, Collection, Feeling, Flow, Lane, Link, Mark, Phase, Step, View, arranged, lines_between

__all__ = ["Neutral", "drawn", "synthetic", "typical"]


class Neutral(NamedTuple):
    """A blueprint as every tool gets it: the lanes from above, `cards` as (id, lane, step, steps it spans, text), arrows as (from, to)."""

    title: str
    lanes: tuple[tuple[str, str], ...]
    steps: int
    cards: tuple[tuple[str, str, int, int, str], ...]
    arrows: tuple[tuple[str, str], ...]
    labels: dict[tuple[str, str], str]
    phases: tuple[int, ...]
    feels: tuple[int, ...]
    pains: frozenset[str]
    moments: frozenset[str]


#: lane, step, steps it spans, text, and m for a moment of truth, p for a pain
_CARDS = """
evid 0 1 Leaking boiler, error code E9 on the display|p
evid 1 1 Search results and advertisement
evid 2 1 Price page and customer ratings
evid 3 1 Booking form (reserveringsformulier)
evid 4 1 Confirmation e-mail with calendar file
evid 5 1 Checklist PDF: «antes de la visita»
evid 6 1 Track-my-engineer text message
evid 7 1 Van, uniform, identity card
evid 8 2 Quote on the tablet, signed by the customer|m
evid 10 1 Payment link and receipt
evid 11 1 Survey e-mail
cust 0 1 Notices water under the boiler|p
cust 1 1 Searches "boiler repair near me"
cust 2 1 Compares three providers on price and reviews
cust 3 1 Picks a time slot and books a visit|m
cust 4 1 Reads the confirmation and forwards it to partner
cust 5 1 Clears the space around the boiler
cust 6 1 Waits at home; calls because the slot has passed|mp
cust 7 1 Opens the door, checks identity|m
cust 8 1 Explains the problem, asks about cost
cust 9 1 Agrees to the repair
cust 10 1 Pays in the app|p
cust 11 1 Rates the service
front 3 1 Agent helps by chat when no slot fits
front 6 1 Call centre answers: «we bellen u zo terug»|p
front 7 1 Engineer greets, puts on shoe covers|m
front 8 1 Engineer runs diagnosis and explains
front 9 1 Engineer replaces the valve
front 10 1 Engineer hands over report
tech 1 1 Landing page
tech 2 1 Price calculator
tech 3 2 Self-service booking portal
tech 6 1 Live location page
tech 8 2 Tablet app: quote and parts catalogue
tech 10 1 Payment page
tech 11 1 Survey tool
back 3 1 Dispatcher checks capacity
back 4 1 Dispatcher assigns engineer by skill and area
back 5 1 Warehouse picks likely parts
back 6 1 Dispatcher re-plans after traffic delay|p
back 8 1 Back office checks warranty
back 9 1 Parts desk reserves a spare valve
back 10 1 Finance posts the invoice
back 11 1 Quality team reads low ratings
sys 1 1 Advertising platform
sys 3 1 Planning system
sys 4 2 Planning system sends work order to field app
sys 6 1 Route engine (ETA every 5 min)
sys 8 1 Warranty register
sys 9 1 Stock system
sys 10 1 Payment provider (iDEAL, Bizum)
sys 11 1 CRM
supp 1 1 Marketing sets keywords and budget
supp 2 2 Pricing committee sets the price list each quarter
supp 4 1 Training plan: certified engineers
supp 5 1 Supplier delivers parts overnight
supp 6 1 Fleet maintenance
supp 8 2 Manufacturer support line and technical library
supp 10 1 Accounting standards, VAT rules
supp 11 1 Monthly service review board
"""
_ARROWS = """
cust0 cust1|cust1 cust2|cust2 cust3|cust3 cust4|cust4 cust5|cust5 cust6|cust6 cust7|cust7 cust8|cust8 cust9
cust9 cust10|cust10 cust11|cust1 tech1|cust2 tech2|cust3 tech3|tech3 back3|cust3 front3|front3 back3|back3 sys3
sys3 back4|back4 sys4|tech3 evid4|supp1 sys1|sys1 tech1|supp2 tech2|sys4 back5|supp5 back5|back5 evid7|cust6 front6
front6 back6|sys6 back6|sys6 tech6|tech6 evid6|back6 front7|cust7 front7|cust8 front8|front8 tech8|tech8 back8
back8 sys8|sys8 supp8|tech8 evid8|front8 front9|front9 back9|back9 sys9|cust9 front9|cust10 tech10|tech10 sys10
sys10 back10|back10 supp10|cust11 tech11|tech11 sys11|sys11 back11|back11 supp11|supp11 supp4
"""
_LANES = (
    ("evid", "evidence", "Physical evidence"), ("cust", "customer", "Customer actions"), ("front", "frontstage", "Frontstage: people"),
    ("tech", "frontstage", "Frontstage: technology"), ("back", "backstage", "Backstage actions"), ("sys", "backstage", "Backstage systems"),
    ("supp", "support", "Support processes"),
)  # fmt: skip
_STEPS = (
    "Notice problem", "Search help", "Compare", "Book visit", "Get confirmation", "Prepare", "Wait for engineer", "Engineer arrives",
    "Diagnosis", "Repair", "Pay", "Review",
)  # fmt: skip
_FEELS = (-1, -1, 0, 1, 2, 0, -2, 1, 0, 1, -1, 2)
_LABELS = {"cust6 front6": "calls", "tech3 evid4": "mail within 1 min", "sys6 tech6": "ETA", "tech10 sys10": "iDEAL"}
_KINDS = ("evidence", "frontstage", "frontstage", "frontstage", "backstage", "backstage", "support", "support")
_WORDS = (
    "customer opens account page checks order status agent confirms delivery slot system sends message bevestiging géén vertraging ñandú "
    "atención coördinatie reünie información teamleider beoordeelt payment provider returns token warehouse picks parts route engine "
    "updates arrival survey"
).split()


def typical() -> Neutral:
    """The boiler repair: 12 steps, 7 lanes of cards (with times and feelings 8 rows), 60 cards, 50 arrows, written by hand."""
    cards, pains, moments = [], set(), set()
    for line in _CARDS.strip().splitlines():
        lane, step, span, rest = line.split(" ", 3)
        text, _, flags = rest.partition("|")
        id = f"{lane}{step}"
        cards.append((id, lane, int(step), int(span), text))
        pains.update([id] if "p" in flags else [])
        moments.update([id] if "m" in flags else [])
    pairs = [pair for line in _ARROWS.strip().splitlines() for pair in line.split("|")]
    arrows = tuple((one, two) for one, _, two in (pair.partition(" ") for pair in pairs))
    labels = {(one, two): label for pair, label in _LABELS.items() for one, _, two in [pair.partition(" ")]}
    lanes = tuple((id, role) for id, role, _ in _LANES)
    cards = cards[:60]
    return Neutral(
        "Boiler repair at home", lanes, 12, tuple(cards), arrows[:50], labels, (3, 6, 10, 12), _FEELS, frozenset(pains), frozenset(moments)
    )


def synthetic(count: int, seed: int = 7, arrows_per_card: float = 0.85) -> Neutral:
    """`count` cards with the texture of a real blueprint, the same for every tool and every run."""
    chance = random.Random(seed)
    rows = 8 if count <= 200 else 16 if count <= 2_000 else 24 if count <= 8_000 else 40
    steps = max(4, round(count / (rows * 0.65)))
    cells = [(row, step) for row in range(rows) for step in range(steps)]
    chance.shuffle(cells)
    cards: list[tuple[str, str, int, int, str]] = []
    at: dict[tuple[int, int], str] = {}
    used: set[tuple[int, int]] = set()
    pains: set[str] = set()
    for row, step in cells:
        if len(cards) == count:
            break
        if (row, step) in used:
            continue
        span = 2 if chance.random() < 0.08 and step + 1 < steps and (row, step + 1) not in used else 1
        used.update((row, step + further) for further in range(span))
        text = " ".join(chance.choice(_WORDS) for _ in range(chance.randint(2, 9)))
        id = at[row, step] = f"c{len(cards)}"
        cards.append((id, f"l{row}", step, span, f"{text} {len(cards)}"))
        # the icon and the moment of truth, which are not drawn here, take their turn of the dice
        chance.choice(_KINDS[:5])
        chance.random()
        if chance.random() < 0.08:
            pains.add(id)
        chance.random()
    arrows = _synthetic_arrows(chance, at, rows, round(count * arrows_per_card))
    phases: list[int] = []
    while not phases or phases[-1] < steps:
        phases.append(min(steps, (phases[-1] if phases else 0) + chance.randint(3, 7)))
    lanes = tuple((f"l{row}", _KINDS[row * len(_KINDS) // rows]) for row in range(rows))
    return Neutral(f"{count} cards", lanes, steps, tuple(cards), arrows, {}, tuple(phases), (), frozenset(pains), frozenset())


def _synthetic_arrows(chance: random.Random, at: dict[tuple[int, int], str], rows: int, wanted: int) -> tuple[tuple[str, str], ...]:
    keys, found = list(at), dict[tuple[str, str], None]()
    for _ in range(50 * wanted):
        if len(found) == wanted:
            break
        row, step = chance.choice(keys)
        near = chance.random()
        if near < 0.6:
            along, apart = chance.randint(0, 1), chance.randint(-1, 1)
        elif near < 0.9:
            along, apart = chance.randint(0, 2), chance.randint(-3, 3)
        else:
            along, apart = chance.randint(-3, 8), chance.randint(-rows // 2, rows // 2)
        source, target = at[row, step], at.get((row + apart, step + along))
        if target and target != source:
            found[source, target] = None
    return tuple(found)


def _blueprint(neutral: Neutral) -> Blueprint:
    """Ours: the cards of the customer's lane are the steps, where there is one."""
    phase_of = {step: number for number, end in reversed(list(enumerate(neutral.phases))) for step in range(end)}
    acts = {step: (id, text) for id, lane, step, _, text in neutral.cards if lane == "cust"}
    steps = [
        Step(
            acts[number][0] if acts else f"step{number}", f"phase-{phase_of[number]}", title=_STEPS[number] if acts else f"Step {number + 1}",
            does=acts[number][1] if acts else None, feels=(Feeling(None, neutral.feels[number]),) if neutral.feels else (),
            moment_of_truth=2 if acts and acts[number][0] in neutral.moments else None,
        )
        for number in range(neutral.steps)
    ]  # fmt: skip
    cards = [
        Card(id, steps[step].id, lane, does=text, until=steps[step + span - 1].id if span > 1 else None)
        for id, lane, step, span, text in neutral.cards
        if lane != "cust"
    ]
    places = {card.id: f"cards/{card.id}" for card in cards} | {step.id: f"steps/{step.id}" for step in steps}
    names = {id: name for id, _, name in _LANES}
    return arranged(
        Blueprint(
            title=neutral.title,
            phases=Collection(Phase(f"phase-{number}", title=f"Phase {number + 1}") for number in range(len(neutral.phases))),
            lanes=Collection(
                Lane("customer" if role == "customer" else id, role, name=names.get(id, f"Lane {id[1:]}")) for id, role in neutral.lanes
            ),
            steps=Collection(steps),
            cards=Collection(cards),
            marks=Collection(Mark(f"pain-{id}", places[id], "pain") for id, *_ in neutral.cards if id in neutral.pains),
            links=Collection(
                Link(f"a{number}", one, two, when=neutral.labels.get((one, two))) for number, (one, two) in enumerate(neutral.arrows)
            ),
        )
    )


def drawn(neutral: Neutral, *, implied: bool = False) -> Drawing:
    """Our picture with the very arrows that the peers are given, or with those too that a blueprint implies.

    A lane without steps (of the synthetic ones) is no customer's lane: then there is no row for the steps.
    """
    scope = Scope(_blueprint(neutral), View(shows="blueprint"), "en")
    plan = way_of("blueprint").planned(scope)
    with_steps = any(role == "customer" for _, role in neutral.lanes)
    bands = tuple(band for band in plan.bands if with_steps or band.lane.role != "customer")
    ends = {id for id, *_ in neutral.cards}
    links = [Flow(link.source, link.target, link.kind or "trigger", link) for link in scope.blueprint.links.values()]
    flows = plan.flows if implied else tuple(flow for flow in links if flow.source in ends and flow.target in ends)
    return laid_out(plan._replace(bands=bands, lines=lines_between([band.lane for band in bands]), flows=flows), None, None)
