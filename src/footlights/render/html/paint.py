"""The colours of a page: both themes as custom properties, so that one picture serves light and dark."""

from footlights.drawing import THEMES, Theme
from footlights.render.svg import rules_for_classes

__all__ = ["colours"]


def colours(theme: Theme | None) -> str:
    """CSS for the theme asked for, or else that of the reader's system, until they choose; paper is always light."""
    light, dark = f"color-scheme:light;{_properties('light')}", f"color-scheme:dark;{_properties('dark')}"
    first = f"@media screen{{:root{{{dark}}}}}" if theme and theme.name == "dark" else ""
    system = "" if theme else f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    chosen = f":root[data-theme=light]{{{light}}}@media screen{{:root[data-theme=dark]{{{dark}}}}}"
    return f":root{{{light}}}{first}{system}{chosen}{rules_for_classes()}"


def _properties(name: str) -> str:
    return "".join(f"--{token}:{colour};" for token, colour in THEMES[name].colours.items())
