"""The measures of a picture in CSS pixels, on a 4-px rhythm."""

from typing import NamedTuple

__all__ = ["Sizes", "sizes_for"]


class Sizes(NamedTuple):
    """Every length the layout uses; one set per zoom level."""

    card_width: float = 130.0
    pad: float = 8.0
    #: room between what stands below each other inside a card
    gap: float = 4.0
    text: float = 12.0
    text_step: float = 16.0
    small: float = 10.0
    small_step: float = 13.0
    chip_step: float = 15.0
    row_least: float = 34.0
    row_empty: float = 44.0
    #: an arrow's stub next to a card: long enough for its head
    stub: float = 9.0
    track: float = 6.0
    gutter_least: float = 22.0
    phase_gutter: float = 32.0
    channel_least: float = 20.0
    lane_room: float = 8.0
    line_room: float = 10.0
    label_step: float = 13.0
    margin: float = 24.0
    head_least: float = 136.0
    head_most: float = 190.0
    curve_height: float = 128.0
    time_height: float = 66.0
    corner: float = 6.0


def sizes_for(zoom: str) -> Sizes:
    """The measures for a zoom level: overview, normal or detail."""
    if zoom == "overview":
        return Sizes(card_width=108.0, row_least=26.0, row_empty=26.0, curve_height=104.0)
    if zoom == "detail":
        return Sizes(card_width=188.0)
    return Sizes()
