"""How cells look, in the colours of a theme; each look is made once, for a workbook holds only so many."""

from typing import Any

from footlights.drawing import Logo, Theme
from footlights.words import word

__all__ = ["Looks", "length_format"]

_FONT = "Calibri"
#: How wide its letters are beside those of the font we measure with, and those of a font that we do not know.
_NARROWER, _UNKNOWN = 0.9, 1.06
_HOUR, _DAY = 3600, 86400


class Looks:
    """The formats of one workbook. Colours are names of theme tokens; sizes are points.

    `letter` is how wide the letters are, as a part of those of the font we measure with; `from_the_right` says whether the
    first column of each sheet stands on the right.
    """

    def __init__(self, workbook: Any, theme: Theme, *, from_the_right: bool = False) -> None:
        self._workbook = workbook
        self._theme = theme
        self._font = theme.font or _FONT
        self.letter = _UNKNOWN if theme.font else _NARROWER
        self.from_the_right = from_the_right
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    @property
    def logo(self) -> Logo | None:
        """The logo of the theme, None for a theme without."""
        return self._theme.logo

    @property
    def on_white(self) -> bool:
        """Whether the theme's paper is that of any spreadsheet, so that it need not be laid out."""
        return self._theme.colours["paper"].lower() == "#ffffff"

    def lay_paper(self, sheet: Any, columns: int) -> None:
        """Give the first columns of a sheet, and some beside them, the theme's paper; their widths are set afterwards."""
        if not self.on_white:
            sheet.set_column(0, columns + 24, None, self.of())

    def colour(self, token: str) -> str:
        """The colour of a token; that of ordinary text for a token the theme does not know."""
        return self._theme.colours.get(token, self._theme.colours["ink"])

    def of(self, *, fill: str = "paper", ink: str = "ink", size: float = 10, **more: Any) -> Any:
        """A look for a cell: its ground, its letters, and whatever else XlsxWriter knows (`top_color` and the like as tokens)."""
        if more.get("indent"):
            more.setdefault("align", "left")  # else an indent is not heeded beside `valign: top`
        return self._look({"fill": fill, "ink": ink, "size": size, "text_wrap": True, "valign": "top", **more})

    def letters(self, ink: str = "ink", size: float = 10, **more: Any) -> Any:
        """A look for some of the letters in a cell."""
        return self._look({"ink": ink, "size": size, **more})

    @property
    def paper(self) -> Any:
        """The look of a column in which nothing stands; None where it needs none."""
        return None if self.on_white else self.of()

    def line_chart(self) -> Any:
        """A new chart of lines, still to be filled and put on a sheet."""
        return self._workbook.add_chart({"type": "line"})

    def _look(self, wishes: dict[str, Any]) -> Any:
        key = tuple(sorted(wishes.items()))
        if key not in self._made:
            found: dict[str, Any] = {"font_name": self._font}
            for name, value in wishes.items():
                if name == "fill" and value == "paper" and self.on_white:
                    continue
                if name == "fill":
                    found |= {"bg_color": self.colour(value), "pattern": 1}
                elif name == "ink":
                    found["font_color"] = self.colour(value)
                elif name == "size":
                    found["font_size"] = value
                else:
                    found[name] = self.colour(value) if name.endswith("_color") else value
            self._made[key] = self._workbook.add_format(found)
        return self._made[key]


def length_format(seconds: float, language: str) -> str:
    """The number format in which a length of time, as a part of a day, reads best: seconds, minutes, hours, or days."""
    unit = {name: word(f"unit.{name}", language) for name in ("s", "min", "h", "d")}
    if seconds < 60:
        return f'[s]" {unit["s"]}"' if seconds == int(seconds) else f'[s].0" {unit["s"]}"'
    if seconds < _HOUR:
        return f'[m]" {unit["min"]}"' if seconds % 60 == 0 else f'[m]" {unit["min"]} "s" {unit["s"]}"'
    if seconds < 2 * _DAY:
        return f'[h]" {unit["h"]}"' if seconds % _HOUR < 30 else f'[h]" {unit["h"]} "m" {unit["min"]}"'
    return f'0" {unit["d"]}"' if seconds % _DAY == 0 else f'0.0" {unit["d"]}"'
