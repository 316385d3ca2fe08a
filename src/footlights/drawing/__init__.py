"""The finished picture before any file format, and the theme that gives its colours."""

from .brand import BRAND, branded
from .icons import ICONS, icon_for
from .items import Drawing, Group, Icon, Item, Path, Rect, Row, Table, TextLine
from .pairs import PAIRS, Pair
from .ratio import brightness, contrast_of, mended, mixed
from .theme import theme_named
from .themes import THEMES, Logo, Theme

__all__ = [
    "BRAND",
    "ICONS",
    "PAIRS",
    "THEMES",
    "Drawing",
    "Group",
    "Icon",
    "Item",
    "Logo",
    "Pair",
    "Path",
    "Rect",
    "Row",
    "Table",
    "TextLine",
    "Theme",
    "branded",
    "brightness",
    "contrast_of",
    "icon_for",
    "mended",
    "mixed",
    "theme_named",
]
