"""Gateways: how an arrow comes out of one beside its card, instead of out of the card."""

from footlights.render.shown import Point

from .room import Box

__all__ = ["GATE_ROOM", "gate_box", "gate_height", "through_gate"]

#: What is put in right of a card for its gateway, and the gateway's own size and place in it.
GATE_ROOM = 58.0
_BEFORE, _SIZE = 14.0, 30.0


def gate_height(card: Box, out: list[Point], into: list[Point]) -> float:
    """The y at which the gateway of a card stands: at one of the arrows that leave on its right, and clear of those that come in."""
    right = card[0] + card[2]
    coming = [y for x, y in into if abs(x - right) < 0.6]
    wanted = [*(y for x, y in out if abs(x - right) < 0.6), card[1] + card[3] / 2, card[1] + 16, card[1] + card[3] - 16]
    clear = [y for y in wanted if all(abs(y - other) > _SIZE / 2 + 2 for other in coming)]
    return (clear or wanted)[0]


def gate_box(card: Box, y: float) -> Box:
    """The gateway's box right of its card."""
    return round(card[0] + card[2] + _BEFORE, 2), round(y - _SIZE / 2, 2), _SIZE, _SIZE


def through_gate(card: Box, gate: Box, points: list[Point], nth: int) -> list[Point]:
    """The arrow from the gateway's corner on. `nth` keeps those that leave below or above the card apart."""
    x, y = points[0]
    left, top, right, bottom = card[0], card[1], card[0] + card[2], card[1] + card[3]
    middle = gate[1] + _SIZE / 2
    if abs(x - right) < 0.6:
        start, riser = (gate[0] + _SIZE, middle), gate[0] + _SIZE + 7 + 2 * nth
        turn = [] if abs(y - middle) < 0.6 else [(riser, middle), (riser, y)]
        return [start, *turn, *points[1:]]
    under = abs(y - bottom) < 0.6 or abs(x - left) < 0.6
    level = bottom + 5 + 3 * nth if under else top - 5 - 3 * nth
    start = (gate[0] + _SIZE / 2, gate[1] + _SIZE if under else gate[1])
    if abs(x - left) < 0.6:
        return [start, (start[0], level), (left - 5, level), (left - 5, y), *points[1:]]
    return [start, (start[0], level), (x, level), *points[1:]]
