"""Which theme is meant."""

from footlights.model import FootlightsError

from .themes import THEMES, Theme

__all__ = ["theme_named"]


def theme_named(name: str | Theme) -> Theme:
    """The theme of this name, or the theme itself; raises FootlightsError naming those there are."""
    if isinstance(name, Theme):
        return name
    if name not in THEMES:
        raise FootlightsError(f"no theme {name!r}; themes: {', '.join(THEMES)}", "choose one of these")
    return THEMES[name]
