"""What BPMN has no sign for, as text annotations: marks and moments, feelings, times, evidence, policy, where it comes from."""

from collections.abc import Iterator

from footlights.drawing import Drawing, Group
from footlights.model import Blueprint
from footlights.render.said import mark_text
from footlights.render.shown import Shown, groups_within, plainly
from footlights.words import word

from .pools import Band
from .room import Note, Room, Uprights, note_height

__all__ = ["Beside", "beside_cards", "settled", "strips"]

#: An annotation about a card stands this far below the row of cards.
_BELOW = 16.0
#: And reaches this far into the gutter at its right, which is 24 px wide or more.
_GUTTER = 18.0


class Beside:
    """The annotations about cards, before it is known where everything stands: their texts and the room that they need."""

    def __init__(self) -> None:
        #: (place of the card, left, width, height, bottom of the row) of each, with its text
        self.notes: list[tuple[int, float, float, float, float, str]] = []
        #: how many found no room beside the arrows
        self.crowded = 0

    def rooms(self) -> Iterator[tuple[float, float]]:
        """Below which row room is needed, and how much."""
        for _, _, _, high, bottom, _ in self.notes:
            yield bottom, high + _BELOW + 6


def beside_cards(seen: Shown, bands: list[Band], blueprint: Blueprint | None, language: str, uprights: Uprights) -> Beside:
    """What is to be written below cards of the pools: their marks, and how much rides on the moment."""
    found = Beside()
    if blueprint is None:
        return found
    rows: dict[float, float] = {}
    acting = sorted({place for band in bands for place in band.cards})
    for place in acting:
        box = seen.cards[place].box or (0.0, 0.0, 0.0, 0.0)
        rows[box[1]] = max(rows.get(box[1], 0.0), box[1] + box[3])
    for place in acting:
        text = _about(seen.cards[place], blueprint, language)
        x, y, wide, _ = seen.cards[place].box or (0.0, 0.0, 0.0, 0.0)
        if not text:
            continue
        bottom = rows[y]
        free = uprights.free(x, x + wide + _GUTTER, bottom, bottom + 4)
        if free is None:
            found.crowded += 1
            continue
        left, wide = free[0], min(free[1] - free[0], 200.0)
        found.notes.append((place, left, wide, note_height(text, wide, language), bottom, text))
    return found


def _about(card: Group, blueprint: Blueprint, language: str) -> str:
    lines = []
    step = blueprint.steps.get(card.address.partition("/")[2]) if card.address.startswith("steps/") else None
    if step is not None and step.moment_of_truth:
        lines.append(f"{word('word.moment-of-truth', language)}: {step.moment_of_truth}/4")
    # how a fail is put right stands in the documentation: an annotation is short
    lines += [mark_text(blueprint, mark._replace(recovery=None), language) for mark in blueprint.marks_on.get(card.address, ())]
    return "\n".join(plainly(line) for line in lines)


def settled(found: Beside, room: Room) -> list[Note]:
    """The annotations about cards where they stand in the end."""
    notes = []
    for place, left, wide, high, bottom, text in found.notes:
        x = room.across(left)
        notes.append(Note((x, room.down(bottom) + _BELOW, room.across(left + wide) - x, high), text, place))
    return notes


def strips(
    drawing: Drawing, seen: Shown, bands: list[Band], held: set[int], room: Room, uprights: Uprights
) -> tuple[list[Note], dict[int, int]]:  # fmt: skip
    """Annotations in the lanes outside the pools, and which card became which of them (places in both lists)."""
    notes: list[Note] = []
    card_at: dict[int, int] = {}
    for place, card in enumerate(seen.cards):
        if place not in held and card.box is not None:
            card_at[place] = len(notes)
            notes.append(Note(room.box(card.box), plainly(card.label)))
    emotion = next((band for band in bands if band.role == "emotion"), None)
    if emotion is not None:
        notes += _feelings(drawing, seen, emotion, room, uprights)
    for group in seen.others:
        if group.kind == "station" and group.box is not None:
            x, y, wide, high = room.box(group.box)
            text = plainly(group.label)
            notes.append(Note((x, y, wide, min(high, note_height(text, wide, drawing.language))), text))
    return notes, card_at


def _feelings(drawing: Drawing, seen: Shown, band: Band, room: Room, uprights: Uprights) -> Iterator[Note]:
    """An annotation a step, with how each persona feels there."""
    boxes = {card.address: card.box for card in seen.cards if card.box is not None and card.address.startswith("steps/")}
    texts: dict[str, list[str]] = {}
    for face in groups_within(drawing.groups):
        if face.kind == "face":
            texts.setdefault(face.address.partition("#")[0], []).append(plainly(face.label))
    for address, lines in texts.items():
        box = boxes.get(address)
        free = uprights.free(box[0], box[0] + box[2], band.top, band.bottom) if box is not None else None
        if free is None:
            continue
        left, right = room.across(free[0]), room.across(free[1])
        text = "\n".join(lines)
        high = min(note_height(text, right - left, drawing.language), band.bottom - band.top)
        middle = (room.below(band.top) + room.down(band.bottom)) / 2
        yield Note((left, middle - high / 2, right - left, high), text)
