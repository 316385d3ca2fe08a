"""Which characters of a drawing the shipped font lacks: outputs that draw glyphs themselves must look for them elsewhere."""

from collections.abc import Iterable, Iterator

from footlights.drawing import Drawing, Group, Item, TextLine
from footlights.typeset import covers
from footlights.words import Note

__all__ = ["lacking", "lacks"]

#: How many a note names.
_NAMED = 5


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


def lacks(characters: str) -> Note:
    """What is worth telling of characters that our font lacks: the first few by name, and how many there are besides."""
    few = " ".join(characters[:_NAMED])
    more = len(characters) - _NAMED
    return Note("letters", letters=few) if more <= 0 else Note("letters-more", letters=few, more=more)
