"""A map that is longer than people read."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Count, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """A blueprint with more than `most` steps: one question."""
    if len(case.steps) > options["most"]:
        yield Found(Address("blueprint"), {"steps": Count("step", len(case.steps))}, ground=(len(case.steps),))


CHECK = Check(
    code="STR011",
    slug="map-with-many-steps",
    severity="low",
    find=find,
    options=(Option("most", 20, "How many steps a blueprint may have"),),
    source="stickdorn-2018",
    en=Words(
        "A map longer than people read",
        "This blueprint has {steps}.",
        "A map that is complete and unreadable helps nobody. Teams stop opening what they can't take in.",
        "Tell one scenario, and give each long stretch a blueprint of its own.",
    ),
    nl=Words(
        "Een kaart die langer is dan mensen lezen",
        "Deze blueprint heeft {steps}.",
        "Een kaart die volledig en onleesbaar is, helpt niemand. Wat een team niet overziet, opent het niet meer.",
        "Vertel één scenario, en geef elk lang stuk een eigen blueprint.",
    ),
    es=Words(
        "Un mapa más largo de lo que se lee",
        "Este blueprint tiene {steps}.",
        "Un mapa completo e ilegible no ayuda a nadie. Lo que un equipo no abarca, deja de abrirlo.",
        "Cuente un solo escenario y dé a cada tramo largo su propio blueprint.",
    ),
    fires="""
footlights: 1
title: A long move
phases:
- title: Part 1
  steps: [Step 1.1, Step 1.2, Step 1.3, Step 1.4, Step 1.5, Step 1.6, Step 1.7]
- title: Part 2
  steps: [Step 2.1, Step 2.2, Step 2.3, Step 2.4, Step 2.5, Step 2.6, Step 2.7]
- title: Part 3
  steps: [Step 3.1, Step 3.2, Step 3.3, Step 3.4, Step 3.5, Step 3.6, Step 3.7]
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: A long move
phases:
- title: Part 1
  steps: [Step 1.1, Step 1.2, Step 1.3, Step 1.4, Step 1.5, Step 1.6, Step 1.7]
- title: Part 2
  steps: [Step 2.1, Step 2.2, Step 2.3, Step 2.4, Step 2.5, Step 2.6, Step 2.7]
""",
)
