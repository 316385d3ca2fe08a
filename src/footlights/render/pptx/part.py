"""What one slide shows of a drawing: what stands in its columns and lanes, and the arrows that stay on it."""

from typing import NamedTuple

from footlights.drawing import Group, Path

from .anatomy import ends_of, own_id
from .deck import Page
from .way import box_of

__all__ = ["Part", "part_of"]


class Part(NamedTuple):
    """What stands on the slide in reading order, the cards among it by id, and the arrows between them, as (group, ends)."""

    standing: tuple[Group, ...]
    cards: dict[str, Group]
    arrows: tuple[Group, ...]


def part_of(page: Page) -> Part:
    """The part of its drawing that a slide shows. A card that reaches beyond the slide's columns is cut off there."""
    standing: list[Group] = []
    cards: dict[str, Group] = {}
    for group in page.anatomy.between(page.x0, page.x1):
        assert group.box is not None
        x, y, wide, high = group.box
        headed = group.kind in ("phase", "step")
        if not headed and not page.y0 - 1 <= y < page.y1:
            continue
        left, right = max(x, page.x0), min(x + wide, page.x1)
        if right - left < (wide if headed and group.kind == "step" else min(wide, 40.0)):
            continue
        if (left, right) != (x, x + wide):
            group = group._replace(box=(left, y, right - left, high))  # noqa: PLW2901
        standing.append(group)
        if group.kind == "card" and group.address:
            cards[own_id(group.address)] = group
    return Part(tuple(standing), cards, tuple(_arrows(page, cards)))


def _arrows(page: Page, cards: dict[str, Group]) -> list[Group]:
    anatomy = page.anatomy
    if page.whole:
        return anatomy.arrows
    found: dict[int, Group] = {}
    for card in cards:
        for arrow in anatomy.at.get(card, ()):
            if all(end in cards for end in ends_of(arrow)) and _stays(page, arrow):
                found[id(arrow)] = arrow
    return list(found.values())


def _stays(page: Page, arrow: Group) -> bool:
    """Whether the whole line of an arrow lies on the slide."""
    for item in arrow.items:
        if isinstance(item, Path):
            left, top, right, bottom = box_of(item.d)
            if left < page.x0 - 1 or right > page.x1 + 1 or top < page.y0 - 1 or bottom > page.y1 + 1:
                return False
    return True
