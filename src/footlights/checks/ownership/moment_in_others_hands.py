"""A moment of truth that only partners stand for."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Moments of truth of grade 2 and up without an owner of the organisation itself, whose front stage only partners do."""
    partners = {actor.id for actor in case.blueprint.actors.values() if actor.kind == "partner"}
    for step in case.moments(least=2):
        doers = tuple(dict.fromkeys(actor for card in case.at(step.id, "frontstage") for actor in card.by))
        if (step.owner is None or step.owner in partners) and doers and partners.issuperset(doers):
            told = {"step": case.name(step), "partners": tuple(case.name(case.blueprint.actors[id]) for id in doers)}
            yield Found(Address("steps", step.id, "owner"), told, ground=(step.moment_of_truth, doers, step.owner))


CHECK = Check(
    code="OWN004",
    slug="moment-in-others-hands",
    severity="medium",
    find=find,
    source="polaine-2013",
    en=Words(
        "A moment of truth in other hands",
        "At {step} the customer meets only {partners}, and nobody of your own answers for it.",
        "Customers do not see where your organisation ends and a partner begins. How the partner acts at a decisive moment is how you act.",
        "Name who on your side answers for this moment, and agree with the partner how it should feel.",
    ),
    nl=Words(
        "Een moment van de waarheid in andere handen",
        "Bij {step} treft de klant alleen {partners}, en niemand van de eigen organisatie is ervoor verantwoordelijk.",
        "Klanten zien niet waar de organisatie ophoudt en een partner begint. Wat de partner op een beslissend moment doet, doet "
        "de organisatie.",
        "Noem wie er aan eigen kant verantwoordelijk is voor dit moment, en spreek met de partner af hoe het moet voelen.",
    ),
    es=Words(
        "Un momento de la verdad en otras manos",
        "En {step} el cliente solo encuentra a {partners} y nadie de la propia organización responde de ello.",
        "El cliente no ve dónde acaba la organización y dónde empieza un aliado. Lo que este hace en un momento decisivo lo hace "
        "la organización.",
        "Nombre a quien responde en la propia organización y acuerde con el aliado cómo debe vivirse.",
    ),
    fires="""
footlights: 1
title: A fibre line
actors: {fitter: {name: Contractor, kind: partner}}
phases:
- title: Install
  steps:
  - id: home
    does: Opens the door
    moment-of-truth: 3
    frontstage: [{does: Installs the box, by: fitter}]
""",
    at=("steps/home#owner",),
    clean="""
footlights: 1
title: A fibre line
actors: {fitter: {name: Contractor, kind: partner}, delivery: {name: Delivery manager}}
phases:
- title: Install
  steps:
  - id: home
    does: Opens the door
    moment-of-truth: 3
    owner: delivery
    frontstage: [{does: Installs the box, by: fitter}]
""",
)
