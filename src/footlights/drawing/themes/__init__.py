"""The colours of every picture: tokens with a meaning, in one place for exports and editor; a file for each theme."""

from .contrast import CONTRAST
from .dark import DARK
from .light import LIGHT
from .print import PRINT
from .theme import Logo, Theme

__all__ = ["THEMES", "Logo", "Theme"]

#: Our own themes by their names.
THEMES = {
    theme.name: theme
    for theme in (Theme("light", LIGHT), Theme("dark", DARK, dark=True), Theme("contrast", CONTRAST), Theme("print", PRINT))
}
