"""The finished picture before any file format, and the theme that gives its colours."""

from .icons import ICONS, icon_for
from .items import Drawing, Group, Icon, Item, Path, Rect, Row, Table, TextLine
from .theme import THEMES, Theme, theme_named

__all__ = [
    "ICONS",
    "THEMES",
    "Drawing",
    "Group",
    "Icon",
    "Item",
    "Path",
    "Rect",
    "Row",
    "Table",
    "TextLine",
    "Theme",
    "icon_for",
    "theme_named",
]
