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
    """The lines that the rows' roles ask for, top to bottom; a line needs acting rows on both of its sides.

    Interaction, visibility and internal interaction after Bitner, Ostrom and Morgan (2008); order penetration and
    implementation, drawn where support lanes name their zone, after Fliess and Kleinaltenkamp (2004).
    """
    sides = {
        "interaction": ({"customer"}, {"frontstage", "backstage", "support"}),
        "visibility": ({"customer", "frontstage"}, {"backstage", "support"}),
        "internal-interaction": ({"customer", "frontstage", "backstage"}, {"support"}),
    }
    audience = {"evidence", "customer", "emotion"}
    found = []
    for kind, (above, below) in sides.items():
        upper = [number for number, row in enumerate(rows) if row.role in above | audience]
        lower = [number for number, row in enumerate(rows) if row.role in below]
        if upper and lower and any(row.role in above for row in rows):
            found.append(Line(kind, max(upper)))
    for kind, zones in (("order-penetration", ("independent",)), ("implementation", ("management",))):
        start = next((number for number, row in enumerate(rows) if row.role == "support" and row.zone in zones), 0)
        if start > 0:
            found.append(Line(kind, start - 1))
    return tuple(found)
