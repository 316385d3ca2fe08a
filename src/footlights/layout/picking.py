"""Which cards of a blueprint a view lets through, and the filters in words."""

from dataclasses import replace

from footlights.model import Blueprint, Card, Collection, Mark, View
from footlights.words import word

from .plan import Scope

__all__ = ["filters_in_words", "is_filtered", "lets_through", "with_marks_picked"]


def is_filtered(view: View) -> bool:
    """Whether a view lets only some cards through."""
    return bool(view.marks or view.basis or view.systems or view.channels)


def lets_through(scope: Scope, card: Card) -> bool:
    """Whether a card may stand in the picture: it must fit every kind of filter, and one of the values of each.

    A card fits a mark that stands on it, and a basis that it or one of its marks rests on.
    """
    view = scope.view
    marks = scope.blueprint.marks_on.get(f"cards/{card.id}", ()) if view.marks or view.basis else ()
    return (
        (not view.systems or not set(view.systems).isdisjoint(card.uses))
        and (not view.channels or not set(view.channels).isdisjoint(card.via))
        and (not view.marks or any(mark.kind in view.marks for mark in marks))
        and (not view.basis or card.basis in view.basis or any(mark.basis in view.basis for mark in marks))
    )


def with_marks_picked(blueprint: Blueprint, view: View) -> Blueprint:
    """The blueprint with only the marks that are asked for; itself where no kinds of mark and no basis are."""
    if not view.marks and not view.basis:
        return blueprint

    def fits(mark: Mark) -> bool:
        return (not view.marks or mark.kind in view.marks) and (not view.basis or mark.basis is None or mark.basis in view.basis)

    return replace(blueprint, marks=Collection(mark for mark in blueprint.marks.values() if fits(mark)))


def filters_in_words(blueprint: Blueprint, view: View, language: str) -> list[str]:
    """What is filtered, in words for the picture's subtitle: `only systems: CRM`; [] where nothing is."""
    found = []
    for name in ("systems", "channels", "personas"):
        ids: tuple[str, ...] = getattr(view, name)
        if ids:
            known = blueprint.collection(name)
            names = [blueprint.say(known[id].name, language) or id if id in known else id for id in ids]
            found.append(word(f"only.{name}", language, names=", ".join(names)))
    if view.marks:
        found.append(word("only.marks", language, names=", ".join(word(f"mark.{kind}", language).lower() for kind in view.marks)))
    if view.basis:
        found.append(word("only.basis", language, names=", ".join(word(f"basis.{basis}", language) for basis in view.basis)))
    return found
