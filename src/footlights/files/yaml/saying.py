"""How a diagnostic is put together: its facts are short, on one line, and in the author's own words."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from footlights.facts import Diagnostic, Place
from footlights.model import Address

from .limits import QUOTED

__all__ = ["fault", "listed", "shortened"]

_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069]+")


def shortened(text: object, most: int = QUOTED) -> str:
    """A text on one line, without characters that would move the cursor, cut to `most` characters with … at the end."""
    line = _NOT_SHOWN.sub(" ", str(text)[: 4 * most]).strip()
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def listed(names: object, most: int = 8) -> str:
    """Names as a list for people, at most `most` of them; "-" when there are none."""
    found = [shortened(name, 40) for name, _ in zip(names, range(most + 1), strict=False)]  # type: ignore[call-overload]
    return ", ".join([*found[:most], *(["…"] if len(found) > most else [])]) or "-"


#: Facts that are lists of names; the others are shortened to `QUOTED` characters.
_LISTS = ("exists", "keys")


def fault(
    slug: str, place: Place, facts: Mapping[str, object] = MappingProxyType({}), *, severity: str = "error",
    address: Address | None = None,
) -> Diagnostic:  # fmt: skip
    """A diagnostic with its facts shortened."""
    said = tuple((key, shortened(fact, 240 if key in _LISTS else QUOTED)) for key, fact in facts.items())
    return Diagnostic(slug, place, severity, said, address)
