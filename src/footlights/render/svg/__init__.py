"""Drawing → SVG: the master picture, in the part of SVG that every program reads alike."""

from .font import font_faces
from .logo import logo_box, logo_data, logo_of
from .paint import Paint, as_attributes, as_classes, rules_for_classes
from .text import escape, from_the_right, plain_number
from .write import drawn, write

__all__ = [
    "Paint", "as_attributes", "as_classes", "drawn", "escape", "font_faces", "from_the_right", "logo_box", "logo_data", "logo_of",
    "plain_number", "rules_for_classes", "write",
]  # fmt: skip
