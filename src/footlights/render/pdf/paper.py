"""The sheets that a PDF can be on, and how a picture is fitted on one."""

from typing import NamedTuple

from footlights.model import FootlightsError, near

__all__ = ["MILLIMETRE", "PAGES", "POINTS", "Fit", "Sheet", "fitted", "page_named"]

#: CSS pixels (1/96 inch) to points (1/72 inch), and millimetres to points.
POINTS = 0.75
MILLIMETRE = 72 / 25.4


class Sheet(NamedTuple):
    """A sheet of paper in points, and the edge that is left free, as printers can't reach it."""

    width: float
    height: float
    edge: float

    def turned(self) -> "Sheet":
        """The same sheet on its other side."""
        return Sheet(self.height, self.width, self.edge)


def _sheet(short: float, long: float, edge: float) -> Sheet:
    return Sheet(long * MILLIMETRE, short * MILLIMETRE, edge * MILLIMETRE)


#: ISO 216, lying; posters are cut from a roll, or have a wider edge.
_ISO = {
    "a4": _sheet(210, 297, 5), "a3": _sheet(297, 420, 5), "a2": _sheet(420, 594, 8), "a1": _sheet(594, 841, 10),
    "a0": _sheet(841, 1189, 12),
}  # fmt: skip
#: What can be asked for; "" is a page as large as the picture, with its content as tables behind it.
PAGES = ("one", *_ISO, "a4-tiles", "a3-tiles", "report", "report-a3")


class Fit(NamedTuple):
    """A sheet, lying or standing, and how large a picture gets on it: points for a CSS pixel, and where its corner comes."""

    sheet: Sheet
    share: float
    left: float
    top: float


def page_named(page: str) -> tuple[str, Sheet]:
    """What a page is (whole, one, fit, tiles or report) and its paper. Raises FootlightsError for one that does not exist."""
    if page in ("", "one"):
        return ("whole" if not page else "one"), _ISO["a4"]
    if page in _ISO:
        return "fit", _ISO[page]
    if page in PAGES:
        return ("tiles" if page.endswith("-tiles") else "report"), _ISO["a3" if "a3" in page else "a4"]
    close = near(page, PAGES)
    hint = f"did you mean {close[0]}?" if close else "choose one of these, or none for a page as large as the picture"
    raise FootlightsError(f"a PDF can't be on {page!r}; pages: {', '.join(PAGES)}", hint)


def fitted(width: float, height: float, sheet: Sheet) -> Fit:
    """A picture of this many px as large as it gets in the middle of the sheet, lying or standing as it gets larger."""
    fits = []
    for turned in (sheet, sheet.turned()):
        across, down = turned.width - 2 * turned.edge, turned.height - 2 * turned.edge
        share = min(across / width, down / height)
        fits.append(Fit(turned, share, (turned.width - width * share) / 2, (turned.height - height * share) / 2))
    return max(fits, key=lambda fit: fit.share)
