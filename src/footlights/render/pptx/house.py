"""What an organisation's own theme adds to a deck: its logo in the corner of every slide, and its font for titles and notes."""

from typing import NamedTuple

from footlights.drawing import Logo, Theme
from footlights.render.svg import escape
from footlights.words import word

from .shape import PIXEL

__all__ = ["House", "house_of"]

#: Px of the slide: how high and how wide a logo may be, its share of the slide's width, and how far the title stays from it.
_HIGH, _WIDE, _SHARE, _GAP = 32.0, 160.0, 0.2, 24.0
#: The middle of the title.
_MIDDLE = 30.0
#: Letters of a font of their own may be wider than ours.
_WIDER = 1.25


class House(NamedTuple):
    """The font ("" for ours), the logo with its box (x, y, width, height in px of the slide), and what is said of it."""

    font: str = ""
    logo: Logo | None = None
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    told: str = ""

    @property
    def taken(self) -> float:
        """How much of the title's room the logo takes, in px."""
        return self.box[2] + _GAP if self.logo is not None else 0.0

    def room(self, width: float) -> float:
        """How wide a title may be measured in our font, of `width` px."""
        return (width - self.taken) / (_WIDER if self.font else 1.0)

    def picture(self, relation: str) -> str:
        """The logo as a picture of the master, so that it stands on every slide, also on those that are added; "" without one."""
        if self.logo is None:
            return ""
        x, y, wide, high = (round(value * PIXEL) for value in self.box)
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="4" name="Logo" descr="{escape(self.told)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/>'
            f'</p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>"
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )


def house_of(theme: Theme, width: float, margin: float, language: str) -> House:
    """What a theme adds to slides of this width, with this margin, in px; nothing for our own themes."""
    if theme.logo is None:
        return House(theme.font)
    logo = theme.logo
    share = min(_HIGH / logo.height, _WIDE / logo.width, _SHARE * width / logo.width)
    wide, high = logo.width * share, logo.height * share
    box = (width - margin - wide, _MIDDLE - high / 2, wide, high)
    return House(theme.font, logo, box, word("deck.logo", language, name=theme.name))
