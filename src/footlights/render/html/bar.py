"""The bar above the picture: what it is, picture or table, how large, light or dark."""

from footlights.drawing import Drawing
from footlights.render.svg import escape
from footlights.words import word

from .house import LOGO

__all__ = ["bar"]

_HALF_MOON = (
    '<svg viewBox="0 0 12 12" width="16" height="16" aria-hidden="true"><path d="M6 1a5 5 0 1 0 0 10z" fill="currentColor"/>'
    '<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.2"/></svg>'
)


def bar(drawing: Drawing, *, logo: bool = False) -> str:
    """The <header> of the page, in the drawing's language; with the theme's logo first, where it has one."""
    words = {key: escape(word(f"page.{key}", drawing.language)) for key in _KEYS}
    zoom = (
        _button("zoom-out", words["zoom-out"], "−")
        + '<output id="level" for="zoom-out zoom-in"></output>'
        + _button("zoom-in", words["zoom-in"], "+")
        + _button("fit", words["fit"])
        + _button("full", words["full"])
    )
    return (
        f'<header>{LOGO if logo else ""}<h1 dir="auto">{escape(drawing.title)}</h1>'
        f'<p class="view">{escape(word(f"view.{drawing.view}", drawing.language))}</p>'
        f'<div class="choice" role="group" aria-label="{words["picture"]}, {words["table"]}">'
        f'<button type="button" id="show-picture" aria-pressed="true">{words["picture"]}</button>'
        f'<button type="button" id="show-table" aria-pressed="false">{words["table"]}</button></div>'
        f'<div class="zoom" role="group" aria-label="{words["zoom"]}" title="{words["keys"]}">{zoom}</div>'
        f'<button type="button" id="theme" data-light="{words["to-light"]}" data-dark="{words["to-dark"]}" aria-label="{words["to-dark"]}">'
        f"{_HALF_MOON}</button></header>"
    )


_KEYS = ("zoom-out", "zoom-in", "fit", "full", "picture", "table", "zoom", "keys", "to-light", "to-dark")


def _button(name: str, words: str, sign: str = "") -> str:
    spoken = f' title="{words}" aria-label="{words}"' if sign else ""
    return f'<button type="button" id="{name}"{spoken}>{sign or words}</button>'
