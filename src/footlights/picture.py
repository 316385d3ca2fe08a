"""A finished picture: laid out once, written down in any format."""

import os
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from footlights import files
from footlights.drawing import Drawing, Theme
from footlights.facts import CheckFinding, Compared
from footlights.layout import lay_out, stamped, view_of
from footlights.measures import claims, path_time
from footlights.model import Blueprint, View
from footlights.render import Artifact, Subject, render

if TYPE_CHECKING:
    from footlights.plan import Planned

__all__ = ["Picture", "laid_out", "picture_of"]


@dataclass(frozen=True)
class Picture:
    """A finished picture of a blueprint; `to` and `save` write it down, and a notebook shows it.

    `subject` is the blueprint behind it, for the formats that say more than can be seen.
    """

    drawing: Drawing
    theme: str | Theme | None = None
    subject: Subject | None = field(default=None, compare=False)

    def artifact(
        self, format: str, *, scale: float = 2.0, prefix: str = "fl-", page: str = "", arrows: str = "exact"
    ) -> Artifact:  # fmt: skip
        """The picture in a format, with its media type and with what is worth telling; see `to`."""
        return render(
            self.drawing, format, theme=self.theme, scale=scale, prefix=prefix, page=page, arrows=arrows, subject=self.subject
        )  # fmt: skip

    def to(self, format: str, *, scale: float = 2.0, page: str = "", arrows: str = "exact") -> bytes:
        """The picture as svg, png, pdf, html or any other of our formats.

        `scale` is pixels per CSS pixel, for png; `page` the paper, for pdf and pptx; `arrows` exact or glued, for pptx. Raises
        FootlightsError.
        """
        return self.artifact(format, scale=scale, page=page, arrows=arrows).data

    def save(self, path: str | os.PathLike[str], *, scale: float = 2.0, page: str = "", arrows: str = "exact") -> Path:
        """Write the picture to a file whose ending names the format; returns its path. Raises FootlightsError or OSError."""
        target = Path(path)
        files.put(target, self.to(target.suffix.lstrip(".").lower(), scale=scale, page=page, arrows=arrows))
        return target

    def _repr_svg_(self) -> str:
        return self.to("svg").decode()

    def _repr_html_(self) -> str:
        # a wide picture scrolls in its cell, and its ids stay apart from those of other pictures on the page
        drawing = self.drawing
        mark = zlib.crc32(f"{drawing.title} {drawing.view} {drawing.language} {drawing.width} {drawing.height}".encode())
        svg = self.artifact("svg", prefix=f"fl-{mark:08x}-").data.decode()
        return f'<div style="overflow:auto;max-width:100%">{svg}</div>'

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "image/svg+xml": self._repr_svg_(), "text/plain": repr(self)}

    def __repr__(self) -> str:
        width, height = self.drawing.width, self.drawing.height
        return f"<Picture {self.drawing.title!r}, {self.drawing.view}, {width:.0f} x {height:.0f} px>"


def picture_of(
    blueprint: Blueprint,
    view: str | View,
    *,
    language: str | None,
    zoom: str | None,
    theme: str | Theme | None,
    stamp: str,
    findings: Callable[[], Sequence[CheckFinding]],
    planned: Callable[[], "Planned"],
) -> Picture:
    """The picture of a blueprint in a view; `findings` and `planned` are asked for by the formats that tell them.

    `view` is the name of a view, the id of one of the blueprint's own, or a View. `stamp` is a version or date to stand in the
    line of provenance. Raises FootlightsError for a view, zoom level or theme that does not exist.
    """
    looked = view_of(blueprint, view, zoom)

    def redraw(other: View) -> Drawing:
        return stamped(laid_out(blueprint, other, language), stamp)

    return Picture(redraw(looked), theme, Subject(blueprint, looked, redraw, findings, planned))


def laid_out(
    blueprint: Blueprint, view: View, language: str | None, *, figures_of: Blueprint | None = None, compared: Compared | None = None
) -> Drawing:
    """The drawing of a blueprint with its times and the share of its claims (those of `figures_of` where it is given)."""
    counted = figures_of or blueprint
    known = claims(counted)
    timed = view.shows == "time" or (view.shows != "journey" and any(row.role == "time" for row in counted.rows))
    times = path_time(counted) if timed else None
    of_claims = (dict(known.by_basis)["assumed"], known.total)
    return lay_out(blueprint, view, language=language, times=times, claims=of_claims, compared=compared)
