"""Which characters of a drawing the shipped font lacks: outputs that draw glyphs themselves must look for them elsewhere."""

from collections.abc import Iterable, Iterator

from footlights.drawing import Drawing, Group, Item, TextLine
from footlights.typeset import covers

__all__ = ["lacking", "spoken"]

_NAMED_IN_A_NOTE = 12


def _texts(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            yield from _texts(item.items)
        elif isinstance(item, TextLine):
            yield from (line for _, line in item.lines)


def lacking(drawing: Drawing, more: Iterable[str] = ()) -> str:
    """The characters that the picture draws (and those of `more`) and our font lacks, in order of their code points."""
    used = set("".join(_texts(drawing.groups))).union(*more)
    return "".join(sorted(char for char in used if char.isprintable() and not covers(char)))


def spoken(characters: str) -> str:
    """The first few of the characters, spaced, for a sentence."""
    few = " ".join(characters[:_NAMED_IN_A_NOTE])
    return few if len(characters) <= _NAMED_IN_A_NOTE else f"{few} …"
