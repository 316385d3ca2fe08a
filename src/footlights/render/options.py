"""What a renderer may be asked for, what it may look at besides the picture, and what it gives back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from footlights.drawing import Drawing, Theme
from footlights.facts import CheckFinding
from footlights.model import Blueprint, View

if TYPE_CHECKING:
    from footlights.plan import Planned

__all__ = ["Artifact", "Options", "Subject"]


class Artifact(NamedTuple):
    """A finished file: its bytes, its media type, its file suffix with the dot, and sentences worth telling whoever asked.

    The sentences are English; those of ours are `Note`s, which `noted` says in other languages.
    """

    data: bytes
    media_type: str
    suffix: str
    notes: tuple[str, ...] = ()


class Subject(NamedTuple):
    """What the picture is of: for outputs that have more pages than the picture, or that say more than can be seen in it.

    `redraw` gives the picture of the same blueprint in another view; `findings` and `planned` are worked out when they are asked for.
    """

    blueprint: Blueprint
    view: View
    redraw: Callable[[View], Drawing]
    findings: Callable[[], Sequence[CheckFinding]]
    planned: Callable[[], "Planned"]


class Options(NamedTuple):
    """The wishes of whoever asked.

    `theme` None means light for a picture and, for a page, what the reader's system says. `scale` is pixels per CSS pixel
    where the output has pixels. `fonts` is embed or none. `prefix` begins every id, so that pictures can share a page.
    `page` is the size of paper, "" for the format's own way; `arrows` is exact (as drawn) or glued (they follow what is moved).
    `subject` is None for a drawing that came from elsewhere: an output that can't do without it raises FootlightsError.
    """

    theme: Theme | None = None
    scale: float = 2.0
    fonts: str = "embed"
    prefix: str = "fl-"
    page: str = ""
    arrows: str = "exact"
    subject: Subject | None = None
