"""`footlights outage`: what stops, and for whom, when something is out."""

from typing import Any

import click

from footlights import api
from footlights.measures import Outage, can_be_out, named
from footlights.model import Address, Blueprint, FootlightsError, near

from .answer import FINE, IMPOSSIBLE, give_json
from .attribute import exposure_values, stand_values
from .command import spoken
from .diagnosis import as_json, tell
from .language import spoken_by
from .opening import opened
from .voice import Voice
from .wording import Wording

__all__ = ["command"]

#: How many names of a kind are told to somebody who named nothing that exists.
_MANY = 8


@spoken(
    "outage",
    "footlights outage my-service.blueprint.yaml systems/crm",
    'footlights outage my-service.blueprint.yaml "Service desk"',
    languages=(),
)
@click.argument("path", metavar="FILE")
@click.argument("element", metavar="ELEMENT")
def command(path: str, element: str, voice: Voice) -> int:
    """Find what is meant, take it out, and say what that does."""
    file = opened(path)
    tell([found for found in file.diagnostics if found.severity == "error" or not voice.quiet], file.texts, voice)
    if file.blueprint is None:
        if voice.as_json:
            give_json(diagnostics=as_json(file.diagnostics, voice.language))
        return IMPOSSIBLE
    wording = Wording(file.blueprint, spoken_by(file.blueprint, voice, fitting=True))
    found = api.outage(file.blueprint, _meant(file.blueprint, element, wording, voice))
    if voice.as_json:
        give_json(**_values(found, wording), diagnostics=as_json(file.diagnostics, voice.language))
        return FINE
    from .terminal.weighing import say_page, show_outage

    say_page(lambda page: show_outage(page, found, wording))
    return FINE


def _meant(blueprint: Blueprint, said: str, wording: Wording, voice: Voice) -> Address:
    """What was meant; raises FootlightsError that names what there is, or those between which to choose."""
    found = named(blueprint, said)
    if len(found) == 1:
        return found[0]
    if found:
        raise FootlightsError(voice.phrase("trouble.several", name=repr(said), names=", ".join(str(address) for address in found)))
    there_is = [address for address, _ in can_be_out(blueprint)]
    close = near(said, dict.fromkeys([*(wording.name(address) for address in there_is), *(str(address) for address in there_is)]))
    trouble = voice.phrase("trouble.nothing-out", name=repr(said))
    if close:
        trouble = f"{trouble}; {voice.phrase('trouble.near', names=voice.phrase('trouble.or').join(close))}"
    by_kind: dict[str, list[str]] = {}
    for address in there_is:
        by_kind.setdefault(address.collection, []).append(address.id)
    told = [f"{kind}: {wording.listed(ids, _MANY)}" for kind, ids in by_kind.items()]
    raise FootlightsError(trouble, voice.phrase("trouble.nothing-out.hint", there="; ".join(told)) if told else "")


def _values(found: Outage, wording: Wording) -> dict[str, Any]:
    return {
        "title": wording.say(wording.blueprint.title),
        "limits": wording("out.limits"),
        "element": str(found.element),
        "name": wording.name(found.element),
        "out": [str(address) for address in found.out],
        **exposure_values(found.exposure),
        "cards": [
            {
                "address": f"cards/{each.card}",
                "stops": each.stops,
                "left": [str(address) for address in each.left],
                "recoveries": [f"marks/{mark}" for mark in each.recoveries],
            }
            for each in found.cards
        ],
        "steps": [
            {
                "address": f"steps/{hit.step}",
                "name": wording.step(hit.step),
                "state": hit.state,
                "fallback": hit.fallback,
                "ways": [f"cards/{card}" for card in hit.ways],
                "recoveries": [f"marks/{mark}" for mark in hit.recoveries],
                **exposure_values(hit.exposure),
                "grade": hit.grade,
                "behind": stand_values(hit.stands),
            }
            for hit in found.steps
        ],
        "moments": [f"steps/{step}" for step in found.moments],
        "promises": [f"promises/{id}" for id in found.promises],
        "agreements": [f"agreements/{id}" for id in found.agreements],
        "without_fallback": [f"steps/{step}" for step in found.without_fallback],
    }
