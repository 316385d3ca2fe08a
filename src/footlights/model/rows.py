"""The rows of a blueprint in their order, and the lines between them: both follow from the lanes' roles."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from .kinds import CARD_ROLES, ROLES
from .lane import Lane

__all__ = ["Line", "lines_between", "rows_of"]

_ZONE_ORDER = {"induced": 0, None: 0, "independent": 1, "management": 2}


class Line(NamedTuple):
    """A line of the blueprint, drawn below the row with number `below` (0 is the top row)."""

    kind: str
    below: int


def rows_of(
    lanes: Iterable[Lane], used: Collection[str], *, customer: bool = False, emotion: bool = False, time: bool = False
) -> tuple[Lane, ...]:  # fmt: skip
    """The rows from top to bottom: by role, then as declared; a role's own row is added where cards stand in it.

    `used` holds the lane ids of the cards; customer, emotion and time say whether those rows have anything to show.
    """
    declared = list(lanes)
    known = {lane.id for lane in declared}
    shown = {"customer": customer, "emotion": emotion, "time": time}
    found: list[Lane] = []
    for role in ROLES:
        here = [lane for lane in declared if lane.role == role]
        wanted = shown.get(role, False) or (role in CARD_ROLES and role in used)
        # a declared lane of the role is enough for the rows that are drawn from the steps themselves
        if role not in known and wanted and not (here and role in ("emotion", "time")):
            here.insert(0, Lane(role, role))
        found += sorted(here, key=lambda lane: _ZONE_ORDER.get(lane.zone, 0)) if role == "support" else here
    return tuple(found)


def lines_between(rows: Sequence[Lane]) -> tuple[Line, ...]:
    """The lines that the rows' roles ask for; a line needs acting rows on both of its sides.

    Rows in an order of their own have a line wherever one side of it meets the other, more than once if need be.

    Interaction, visibility and internal interaction after Bitner, Ostrom and Morgan (2008); order penetration and
    implementation, drawn where support lanes name their zone, after Fliess and Kleinaltenkamp (2004).
    """
    sides = {
        "interaction": ({"customer"}, {"frontstage", "backstage", "support"}),
        "visibility": ({"customer", "frontstage"}, {"backstage", "support"}),
        "internal-interaction": ({"customer", "frontstage", "backstage"}, {"support"}),
    }
    found = [Line(kind, number) for kind, (above, below) in sides.items() for number in _boundaries(rows, above, below)]
    for kind, zones in (("order-penetration", ("independent",)), ("implementation", ("management",))):
        start = next((number for number, row in enumerate(rows) if row.role == "support" and row.zone in zones), 0)
        if start > 0:
            found.append(Line(kind, start - 1))
    return tuple(found)


_AUDIENCE = ("evidence", "customer", "emotion")


def _boundaries(rows: Sequence[Lane], above: Collection[str], below: Collection[str]) -> list[int]:
    """The rows below which a line runs: between each row of one side and the next of the other, with the audience's rows above it."""
    found: list[int] = []
    before: int | None = None
    for number, row in enumerate(rows):
        if row.role not in above and row.role not in below:
            continue
        if before is not None and (rows[before].role in above) != (row.role in above):
            between = range(before + 1, number)
            audience = [here for here in between if rows[here].role in _AUDIENCE]
            if row.role in above:
                found.append((audience[0] if audience else number) - 1)
            else:
                found.append(audience[-1] if audience else before)
        before = number
    return found
