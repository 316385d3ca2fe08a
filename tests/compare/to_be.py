"""The IT incident as it might be one day: what the tests of comparing compare it with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from footlights import edits
from footlights.edits import Operation, apply_all
from footlights.files import load
from footlights.model import Blueprint, Collection, Duration, Time, Translations

__all__ = ["as_is", "to_be"]

EXAMPLE = Path(__file__).parents[2] / "examples" / "it-incident.blueprint.yaml"
Wish = Callable[[Blueprint], tuple[Operation, ...]]


def _three(en: str, nl: str, es: str) -> Translations:
    return Translations((("en", en), ("nl", nl), ("es", es)))


#: A warning becomes a ticket, one line answers, nobody reassigns; the technician stands on the front stage while one waits.
WISHES: tuple[Wish, ...] = (
    lambda b: edits.set_field(b, "blueprint#state", "to-be"),
    lambda b: edits.remove(b, "steps/asks"),
    lambda b: edits.remove(b, "steps/finds"),
    lambda b: edits.remove(b, "cards/reassign"),
    lambda b: edits.remove(b, "marks/the-warning-reaches-nobody"),
    lambda b: edits.rename(b, "steps/contacts", _three("Taps the sticker on the lid", "Scant de sticker op de klep", "Lee la pegatina")),
    lambda b: edits.set_field(b, "cards/diagnose#by", ("first-line",)),
    lambda b: edits.set_field(b, "cards/assign#by", ("first-line",)),
    lambda b: edits.set_field(b, "cards/chat#by", None),
    lambda b: edits.set_field(b, "cards/answer#by", None),
    lambda b: edits.set_field(b, "cards/remote-try#time", Time(work=Duration(10.0, "min"))),
    lambda b: edits.set_field(b, "promises/same-day#within", Duration(4.0, "h")),
    lambda b: edits.move_card(b, "diagnose", lane="frontstage"),
    lambda b: edits.move_card(b, "restock", "hands-over"),
    lambda b: edits.add_phase(b, _three("Learn", "Leren", "Aprender"), after="confirm"),
    lambda b: edits.add_step(
        b, "learn-2", _three("Reads what was done about it", "Leest wat eraan gedaan is", "Lee qué se ha hecho"), moment_of_truth=2
    ),
    lambda b: edits.add_card(
        b, "reads-what-was-done-about-it", "frontstage", _three("Writes back in person", "Schrijft persoonlijk terug", "Responde en persona"),
        by=("first-line",),
    ),
    lambda b: edits.add_card(
        b, "dead", "backstage", _three("Turns the warning into a ticket", "Maakt van de waarschuwing een ticket", "Convierte el aviso en un ticket"),
        by=("first-line",),
    ),
    lambda b: edits.add_mark(b, "cards/remote-try", "fail", _three("The line drops", "De lijn valt weg", "Se corta la línea")),
    lambda b: edits.add_link(b, "watch-disks", "turns-the-warning-into-a-ticket"),
    lambda b: edits.remove(b, "links/fetch--swap"),
)  # fmt: skip


def as_is() -> Blueprint:
    """The example, as it is, but that no moment has an owner of its own: whoever stands on the front stage answers for it."""
    found = load(EXAMPLE).blueprint
    assert found is not None
    return replace(found, steps=Collection(step._replace(owner=None, perceived_owner=()) for step in found.steps.values()))


def to_be() -> Blueprint:
    """The same after all wishes."""
    blueprint = as_is()
    for wish in WISHES:
        blueprint = apply_all(blueprint, wish(blueprint))
    return blueprint
