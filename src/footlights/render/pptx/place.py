"""From the pixels of a picture to a place on a slide."""

from .shape import PIXEL, Box

__all__ = ["Place"]


class Place:
    """How a picture lies on a slide: pixels of the slide for one of the picture's, and where its corner would be, in pixels."""

    __slots__ = ("_emu", "_left", "_top", "scale", "x", "y")

    def __init__(self, scale: float, x: float, y: float) -> None:
        self.scale = scale
        self.x = x
        self.y = y
        self._emu = scale * PIXEL
        self._left = x * PIXEL
        self._top = y * PIXEL

    def same(self, other: "Place") -> bool:
        """Whether both put everything in the same place."""
        return (self.scale, self.x, self.y) == (other.scale, other.x, other.y)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """The place of a box of the picture. Its sides are rounded apart, so that what touches in the picture touches here."""
        emu, off, down = self._emu, self._left, self._top
        left, top = round(x * emu + off), round(y * emu + down)
        return Box(left, top, round((x + width) * emu + off) - left, round((y + height) * emu + down) - top)

    def across(self, x: float) -> int:
        """EMU from the slide's left side."""
        return round(x * self._emu + self._left)

    def down(self, y: float) -> int:
        """EMU from the slide's top."""
        return round(y * self._emu + self._top)

    def length(self, px: float) -> int:
        """A length in EMU."""
        return round(px * self._emu)
