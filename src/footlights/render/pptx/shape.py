"""Shapes as the XML of a slide. Lengths are EMU (914,400 to the inch, 9,525 to the pixel); every shape gets the next id."""

from typing import NamedTuple

from footlights.render.svg import escape

__all__ = ["PIXEL", "Box", "Sheet", "rounded"]

PIXEL = 9525

# The namespace stands at the slide's root.
_DECORATIVE = '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
_ELLIPSE = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
_RECT = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
LINE = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'


class Box(NamedTuple):
    """A place on a slide, in EMU."""

    x: int
    y: int
    width: int
    height: int


class Frame(NamedTuple):
    """Where the text of a shape stands: how far from its sides (left, top, right, bottom), t or ctr, and whether it wraps."""

    inset: tuple[int, int, int, int] = (0, 0, 0, 0)
    anchor: str = "t"
    wraps: bool = True


def rounded(width: int, height: int, radius: float) -> str:
    """A rectangle with round corners of this radius in EMU; an ellipse where they meet on all sides."""
    least = min(width, height)
    if radius <= 0 or not least:
        return _RECT
    if radius * 2 >= least * 0.98 and abs(width - height) * 50 < least:
        return _ELLIPSE
    share = min(50000, round(radius * 100000 / least))
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'


class Sheet:
    """The shapes of one slide, in reading order. `links` are the slides it leads to, by the id of the relationship."""

    def __init__(self, first: int = 2) -> None:
        self.parts: list[str] = []
        self.last = first - 1
        self.links: dict[int, str] = {}

    def number(self) -> int:
        """The next id."""
        self.last += 1
        return self.last

    def link(self, slide: int) -> str:
        """What leads to another slide of the deck, for a run or a shape."""
        name = self.links.setdefault(slide, f"rId{len(self.links) + 3}")
        return f'<a:hlinkClick r:id="{name}" action="ppaction://hlinksldjump"/>'

    def shape(
        self, box: Box, geometry: str, look: str, *, name: str = "", told: str = "", text: str = "", frame: Frame | None = None,
        link: str = "", id: int = 0, flip: str = "", spoken: bool = False,
    ) -> int:  # fmt: skip
        """A shape with its fill and line (`look`), and its text in a frame. Gives its id.

        `told` is what a screen reader says; without it the shape is decoration, unless its text is what is read (`spoken`).
        """
        id = id or self.number()
        x, y, width, height = box
        frame = frame or Frame()
        self.parts.append(
            f"<p:sp><p:nvSpPr>{_called(id, name, told, link, spoken)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f'<p:spPr><a:xfrm{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>{geometry}{look}</p:spPr>'
            f"{_body(text, frame)}</p:sp>"
        )
        return id

    def words(self, box: Box, text: str, *, name: str = "", wraps: bool = True, anchor: str = "t") -> int:
        """A frame with nothing but text. Gives its id."""
        id = self.number()
        x, y, width, height = box
        self.parts.append(
            f'<p:sp><p:nvSpPr>{_called(id, name, "", "", True)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>{_RECT}<a:noFill/></p:spPr>'
            f"{_body(text, Frame((0, 0, 0, 0), anchor, wraps))}</p:sp>"
        )
        return id

    def connector(self, box: Box, geometry: str, line: str, ends: str, *, name: str, told: str, turned: str = "") -> int:
        """A line that holds on to shapes: `ends` says to which, and where on them. Gives its id."""
        id = self.number()
        x, y, width, height = box
        self.parts.append(
            f"<p:cxnSp><p:nvCxnSpPr>{_called(id, name, told, '', False)}<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
            f'<p:spPr><a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>{geometry}{line}</p:spPr>'
            "</p:cxnSp>"
        )
        return id

    def open_group(self, box: Box, *, name: str, told: str) -> None:
        """Begin shapes that move together; they keep their places on the slide. `close_group` ends them."""
        x, y, width, height = box
        size = f'x="{x}" y="{y}"/><a:{{}} cx="{width}" cy="{height}"/>'
        self.parts.append(
            f"<p:grpSp><p:nvGrpSpPr>{_called(self.number(), name, told, '', False)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm><a:off {size.format('ext')}<a:chOff {size.format('chExt')}</a:xfrm></p:grpSpPr>"
        )

    def close_group(self) -> None:
        """End the shapes that move together."""
        self.parts.append("</p:grpSp>")


def _called(id: int, name: str, told: str, link: str, spoken: bool) -> str:
    said = f' descr="{escape(told)}"' if told else ""
    more = "" if told or spoken else _DECORATIVE
    head = f'<p:cNvPr id="{id}" name="{escape(name) or id}"{said}'
    return f"{head}>{link}{more}</p:cNvPr>" if link or more else f"{head}/>"


def _body(text: str, frame: Frame) -> str:
    if not text:
        return ""
    (left, top, right, bottom), anchor, wraps = frame
    wrap = "square" if wraps else "none"
    return (
        f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" anchor="{anchor}" rtlCol="0">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody>"
    )
