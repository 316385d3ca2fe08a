"""The colours of a page: two themes as custom properties, so that one picture serves light and dark."""

from footlights.drawing import THEMES, Theme
from footlights.render.svg import rules_for_classes

__all__ = ["colours"]


def colours(theme: Theme | None) -> str:
    """CSS for the theme asked for, or else that of the reader's system, until they choose; paper is always light.

    The theme asked for is the light or the dark one of the two that a reader may switch between. Without one a reader whose
    system asks for more contrast gets that.
    """
    asked = "" if theme is None else "dark" if theme.dark else "light"
    by_day = theme if theme is not None and not theme.dark else THEMES["light"]
    by_night = theme if theme is not None and theme.dark else THEMES["dark"]
    light, dark = f"color-scheme:light;{_properties(by_day)}", f"color-scheme:dark;{_properties(by_night)}"
    first = f"@media screen{{:root{{{dark}}}}}" if asked == "dark" else ""
    system = "" if asked else f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    clear = f"color-scheme:light;{_properties(THEMES['contrast'])}"
    clearer = "" if asked else f"@media screen and (prefers-contrast:more) and (prefers-color-scheme:light){{:root{{{clear}}}}}"
    chosen = f":root[data-theme=light]{{{light}}}@media screen{{:root[data-theme=dark]{{{dark}}}}}"
    return f":root{{{light}}}{first}{system}{clearer}{chosen}{rules_for_classes()}"


def _properties(theme: Theme) -> str:
    return "".join(f"--{token}:{colour};" for token, colour in theme.colours.items())
