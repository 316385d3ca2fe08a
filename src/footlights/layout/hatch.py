"""Slanted lines that fill a box: they tell an area apart without colour."""

__all__ = ["hatch"]


def hatch(x: float, y: float, wide: float, high: float, apart: float = 8.0) -> str:
    """Path letters of lines that rise to the right through the box, `apart` px from each other; "" for a box without room."""
    found = []
    at = apart / 2
    while at < wide + high and wide > 0 and high > 0:
        # from the left or the bottom edge to the top or the right edge
        x1, y1 = (x, y + at) if at <= high else (x + at - high, y + high)
        x2, y2 = (x + at, y) if at <= wide else (x + wide, y + at - wide)
        found.append(f"M{round(x1, 2):g} {round(y1, 2):g}L{round(x2, 2):g} {round(y2, 2):g}")
        at += apart
    return "".join(found)
