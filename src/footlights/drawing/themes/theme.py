"""What a theme is."""

from typing import NamedTuple

__all__ = ["Logo", "Theme"]


class Logo(NamedTuple):
    """A PNG picture that was checked, and its size in pixels."""

    data: bytes
    width: int
    height: int


class Theme(NamedTuple):
    """A name and a colour (#rrggbb) for every token; `dark` when light letters stand on dark paper.

    `font` is the name of a family for titles and for the words around the picture, "" for ours; `logo`
    stands in the corner beside the title.
    """

    name: str
    colours: dict[str, str]
    dark: bool = False
    font: str = ""
    logo: Logo | None = None

    def colour(self, token: str | None) -> str:
        """The colour of a token, `none` for None; raises KeyError for a token the theme does not know."""
        return "none" if token is None else self.colours[token]
