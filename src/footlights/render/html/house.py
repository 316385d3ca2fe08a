"""What an organisation's own theme adds to a page besides colours: its font, and its logo in the bar and on paper."""

from footlights.drawing import Drawing, Theme
from footlights.render.svg import logo_box, logo_data, plain_number

__all__ = ["LOGO", "house_style"]

#: The logo in the bar. It is an ornament, as the bar names the blueprint and not its maker.
LOGO = '<span class="logo"></span>'
#: px: how high and how wide it gets in the bar.
_HIGH, _WIDE = 32.0, 180.0


def house_style(drawing: Drawing, theme: Theme | None) -> str:
    """CSS for the font and the logo of a theme; "" for a theme without.

    The logo stands on the paper that it was made for, also where readers switch to the dark. On paper, where there is no bar,
    it stands where it does in the picture, as far as the title leaves room.
    """
    if theme is None:
        return ""
    style = f":root{{--font:'{theme.font}'}}" if theme.font else ""
    if theme.logo is None:
        return style
    share = min(_HIGH / theme.logo.height, _WIDE / theme.logo.width)
    size = f"width:{plain_number(theme.logo.width * share)}px;height:{plain_number(theme.logo.height * share)}px"
    style += f":root{{--logo:url({logo_data(theme.logo)})}}.logo{{background:var(--logo) 0 0/100% 100% {theme.colour('paper')};{size}}}"
    box = logo_box(drawing, theme)
    if box is None:
        return style
    x, y, wide, high = (f"{100 * part / whole:.3f}%" for part, whole in zip(box, (drawing.width, drawing.height) * 2, strict=True))
    return (
        f'{style}@media print{{#sheet::after{{content:"";position:absolute;left:{x};top:{y};width:{wide};height:{high};'
        "background:var(--logo) 0 0/100% 100%}}"
    )
