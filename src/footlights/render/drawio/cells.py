"""The cells of a draw.io page: shapes, lines and layers, each written as one line of XML."""

import re
from collections.abc import Iterable, Sequence

from footlights.drawing import Theme
from footlights.render.shown import Point
from footlights.render.svg import plain_number
from footlights.render.svg.text import Kept

__all__ = ["Box", "Cells", "attribute"]

Box = tuple[float, float, float, float]

# What can't stand in an attribute as it is: line ends would be read as blanks, and XML cannot hold the others at all.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CODES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))
_STANDS_FOR = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
#: Where the role of a point is put in.
_ROLE = " as=?"
#: What draw.io itself keeps in a UserObject.
_TAKEN = {"id", "label", "tooltip", "link", "placeholders", "placeholder", "tags"}


def attribute(text: str) -> str:
    """The text for a quoted attribute: line ends and tabs survive being read, what XML cannot hold goes."""
    for sign, code in _CODES:
        if sign in text:
            text = text.replace(sign, code)
    return text if text.isprintable() else _UNSEEN.sub(lambda found: _STANDS_FOR.get(found[0], ""), text)


class Cells:
    """The cells that were written so far. Every cell has an id of its own, made from the address where there is one.

    Keys of facts must differ once they are names: those of one element do. Styles are ours, so they
    need no escaping; labels come as `labels` writes them, ready for an attribute.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.parts: list[str] = []
        self._number = Kept(plain_number)
        self._point = Kept(self._new_point)
        self._named = Kept(_key)
        self._told = Kept(attribute)
        self._ids: dict[str, int] = {"0": 1}

    def id_of(self, wanted: str) -> str:
        """An id that no other cell has, escaped as an attribute."""
        count = self._ids.get(wanted, 0) + 1
        self._ids[wanted] = count
        return attribute(wanted) if count == 1 else self.id_of(f"{wanted}~{count}")

    def layer(self, name: str) -> str:
        """A layer on top of those before it; its id."""
        id = self.id_of("layer")
        self.parts.append(f'<mxCell id="{id}" value="{attribute(name)}" parent="0"/>')
        return id

    def shape(
        self, parent: str, box: Box, style: str, label: str = "", facts: Iterable[tuple[str, str]] = (), id: str = "n", *,
        settled: bool = False,
    ) -> str:  # fmt: skip
        """A shape in a box that is relative to its parent; its id. Facts become properties of the shape.

        `settled` says that the id came from `id_of`, for a shape that others point at before it is written.
        """
        number = self._number
        x, y, wide, high = box
        geometry = f'<mxGeometry x="{number[x]}" y="{number[y]}" width="{number[wide]}" height="{number[high]}" as="geometry"/>'
        return self._cell(parent, 'vertex="1"', style, geometry, label, facts, id if settled else self.id_of(id))

    def line(
        self, parent: str, points: Sequence[Point], style: str, label: str = "", facts: Iterable[tuple[str, str]] = (), id: str = "n",
        ends: tuple[str, str] | None = None, shift: Point | None = None,
    ) -> str:  # fmt: skip
        """A line through points, its id; between two cells where `ends` are their ids. `shift` moves its label from its middle."""
        glued = f' source="{ends[0]}" target="{ends[1]}"' if ends else ""
        first, *between, last = map(self._point.__getitem__, points)
        bends = f'<Array as="points">{"".join(between).replace(_ROLE, "")}</Array>' if between else ""
        moved = self._new_point(shift).replace(_ROLE, ' as="offset"') if shift else ""
        start, stop = ("", "") if ends else (first.replace(_ROLE, ' as="sourcePoint"'), last.replace(_ROLE, ' as="targetPoint"'))
        geometry = f'<mxGeometry relative="1" as="geometry">{start}{stop}{bends}{moved}</mxGeometry>'
        return self._cell(parent, f'edge="1"{glued}', style, geometry, label, facts, self.id_of(id))

    def _new_point(self, point: Point) -> str:
        number = self._number
        return f'<mxPoint x="{number[point[0]]}" y="{number[point[1]]}"{_ROLE}/>'

    def _cell(
        self, parent: str, kind: str, style: str, geometry: str, label: str, facts: Iterable[tuple[str, str]], own: str
    ) -> str:  # fmt: skip
        named, told = self._named, self._told
        said = "".join([f'{name}="{told[value]}"' for key, value in facts if (name := named[key])])
        where = f'style="{style}" {kind} parent="{parent}"'
        if said:
            self.parts.append(f'<UserObject id="{own}" label="{label}"{said}><mxCell {where}>{geometry}</mxCell></UserObject>')
        else:
            self.parts.append(f'<mxCell id="{own}" value="{label}" {where}>{geometry}</mxCell>')
        return own


def _key(key: str) -> str:
    """A blank and the name under which a property is kept; "" for one that XML does not allow, which stays behind."""
    if not _NAME.fullmatch(key) or key.lower().startswith("xml"):
        return ""
    return f" own-{key}" if key in _TAKEN else f" {key}"
