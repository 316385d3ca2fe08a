"""A deck of slides from a drawing and, where it is known, the blueprint behind it."""

from footlights.drawing import THEMES, Drawing
from footlights.model import FootlightsError, near
from footlights.render.options import Options
from footlights.words import Note

from .anatomy import Anatomy
from .deck import LEAST, Page, Room, deck_of
from .exits import Exit, exits_of
from .foot import foot_of
from .house import house_of
from .notes import notes_of, notes_shapes
from .package import SlideFile, packed
from .paint import SLOTS, Paint
from .part import Part, part_of
from .shape import PIXEL, Sheet
from .slide import MARGIN, TITLE, Size, draw_slide
from .text import Script, language_tag
from .title import Title, title_of

__all__ = ["PAGES", "write"]

#: Slides by the name of their paper, in px: 13.33 by 7.5 inches, and sheets lying.
PAGES = {"16x9": Size(1280, 720), "4x3": Size(960, 720), "a4": Size(1122.5, 793.7), "a3": Size(1587.4, 1122.5)}
_PICTURE = "picture"
#: Where a card is less than half as large as can be read, tags would hide it; its notes still say where arrows lead.
_TAGGED = LEAST / 2
#: PowerPoint's largest slide is 56 inches.
_LARGEST = 5376.0


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The deck, and a note when its texts are too small to be read. Raises FootlightsError for a page that is no slide's size."""
    size = _size(options.page, drawing)
    theme = options.theme or THEMES["light"]
    language = language_tag(drawing.language)
    script = Script(Paint(theme), language)
    width = size.width - 2 * MARGIN
    legend = next((group for group in drawing.groups if group.kind == "legend"), None)
    below = foot_of(legend, (), drawing.provenance, width, drawing.language).height + 32
    anatomy = Anatomy(drawing)
    pages, wanted, scale = deck_of(
        anatomy, options.subject, Room(width, size.height - TITLE - MARGIN / 2 - below), one=options.page == _PICTURE
    )
    house = house_of(theme, size.width, MARGIN, drawing.language)
    titles = [title_of(page, house.room(width)) for page in pages]
    sheets = _sheets(anatomy, pages, titles, script, size, glued=options.arrows == "glued", tagged=scale >= _TAGGED)
    slides = [
        SlideFile(
            "".join(sheet.parts) + _number(sheet, number, language),
            notes_shapes(notes_of(page, title.whole, exits), language),
            sheet.links,
        )
        for number, (page, title, sheet, exits) in enumerate(zip(pages, titles, *sheets, strict=True), 1)
    ]
    dark = _bright(theme.colours["ink"]) > _bright(theme.colours["paper"])
    data = packed(
        slides, theme=_named(theme.colours, dark), title=drawing.title, language=language,
        size=(round(size.width * PIXEL), round(size.height * PIXEL)), dark=dark, house=house,
    )  # fmt: skip
    return data, (Note("slides-small", slides=len(pages), wanted=wanted),) if scale < LEAST else ()


def _size(page: str, drawing: Drawing) -> Size:
    if page == _PICTURE:
        share = min(1.0, _LARGEST / max(drawing.width, drawing.height + TITLE + 3 * MARGIN))
        return Size(max(480.0, drawing.width * share), max(270.0, (drawing.height + 3 * MARGIN) * share))
    if page and page not in PAGES:
        known = (*PAGES, _PICTURE)
        close = near(page, known)
        raise FootlightsError(
            f"a slide can't be {page!r}; slides: {', '.join(known)}", f"did you mean {close[0]}?" if close else "choose one of these"
        )
    return PAGES[page or "16x9"]


def _sheets(
    whole: Anatomy, pages: list[Page], titles: list[Title], script: Script, size: Size, *, glued: bool, tagged: bool
) -> tuple[list[Sheet], list[list[Exit]]]:  # fmt: skip
    parts: list[Part] = [part_of(page) for page in pages]
    slides: dict[str, int] = {}
    leads: dict[str, int] = {}
    for number, (page, part) in enumerate(zip(pages, parts, strict=True), 1):
        if page.overview:
            continue
        for card in part.cards:
            slides.setdefault(card, number)
        for group in part.standing:
            if group.kind == "phase":
                leads.setdefault(group.address.partition("/")[2], number)
    sheets, gone = [], []
    for page, title, part in zip(pages, titles, parts, strict=True):
        alone = page.overview or len(pages) == 1
        drawn = {(dict(arrow.facts).get("from", ""), dict(arrow.facts).get("to", "")) for arrow in part.arrows}
        exits = [] if alone else exits_of(whole, part.cards, drawn, slides)
        language = page.anatomy.drawing.language
        shown = exits if tagged else []
        foot = foot_of(page.anatomy.legend, shown, page.anatomy.drawing.provenance, size.width - 2 * MARGIN, language)
        sheets.append(draw_slide(page, title, part, shown, foot, script, size, glued=glued, leads=leads))
        gone.append(exits)
    return sheets, gone


def _number(sheet: Sheet, number: int, language: str) -> str:
    """The slide's number, that counts along when slides are moved."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{sheet.number()}" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>'
        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{language}"/><a:t>{number}</a:t></a:fld></a:p>'
        "</p:txBody></p:sp>"
    )


def _named(colours: dict[str, str], dark: bool) -> dict[str, str]:
    """The colours of the deck's theme. In a dark deck the dark ones are the grounds, and its map says that texts are light."""
    tokens = dict(SLOTS)
    if dark:
        tokens["dk1"], tokens["lt1"], tokens["dk2"], tokens["lt2"] = tokens["lt1"], tokens["dk1"], tokens["lt2"], tokens["dk2"]
    return {name: colours[token][1:].upper() for name, token in tokens.items()}


def _bright(colour: str) -> int:
    return sum(int(colour[at : at + 2], 16) for at in (1, 3, 5))
