"""Checks that installed packages bring."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

from .broken import BROKEN
from .case import Case
from .check import Check, Found, Options

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["plugged"]


def plugged(group: str, taken: set[str]) -> tuple[Check, ...]:
    """The checks that entry points of a group name, those whose code or slug is not `taken`.

    An entry point names a `Check` or several. One that can't be loaded or used stands in the answer as a check that breaks when
    it is run, so that its users see a finding and lose nothing else.
    """
    if not _offered(group):
        return ()
    from importlib.metadata import entry_points

    found: list[Check] = []
    taken = set(taken)
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        for check in _loaded(point, taken):
            taken |= {check.code, check.slug}
            found.append(check)
    return tuple(found)


def _offered(group: str) -> bool:
    """Whether any installed package speaks of this group. `importlib.metadata` would say so too, but loading it takes longer
    than all of the checks; it is asked where packages may stand that are no folders.
    """
    if any(getattr(finder, "find_distributions", None) for finder in sys.meta_path if getattr(finder, "__name__", "") != "PathFinder"):
        return True
    return any(_speaks_of(group, place) for place in dict.fromkeys(sys.path))


def _speaks_of(group: str, place: str) -> bool:
    try:
        names = os.listdir(place or ".")  # noqa: PTH208 - a Path takes longer, for every package there is
    except OSError:
        return place.endswith((".zip", ".egg", ".whl")) and os.path.isfile(place)  # noqa: PTH113 - as above
    for name in names:
        if name.endswith((".dist-info", ".egg-info", "EGG-INFO")):
            try:
                with open(os.path.join(place, name, "entry_points.txt"), "rb") as file:  # noqa: PTH118, PTH123 - as above
                    if f"[{group}]".encode() in file.read():
                        return True
            except OSError:
                continue
    return False


def _loaded(point: EntryPoint, taken: set[str]) -> tuple[Check, ...]:
    try:
        offered = point.load()
        checks = (offered,) if isinstance(offered, Check) else tuple(offered)
        for check in checks:
            if not isinstance(check, Check):
                raise TypeError(f"{point.value} offers {type(check).__name__}, not a Check")
            clash = {check.code, check.slug} & taken
            if clash:
                raise ValueError(f"{' and '.join(sorted(clash))} is taken by another check")
    except (Exception, SystemExit) as trouble:  # noqa: BLE001 - whatever a stranger's module does on loading
        return (_unusable(point, trouble, taken),)
    return checks


def _unusable(point: EntryPoint, trouble: BaseException, taken: set[str]) -> Check:
    def find(_case: Case, _: Options) -> Iterator[Found]:
        _raise(trouble)

    plain = ("".join(sign if sign.isalnum() else "-" for sign in name.lower()) for name in (point.name, f"{point.name}-{point.module}"))
    slugs = [f"unusable-plug-in-{name}" for name in plain]
    return BROKEN._replace(code="CHK002", slug=next((slug for slug in slugs if slug not in taken), slugs[-1]), find=find)


def _raise(trouble: BaseException) -> NoReturn:
    raise trouble
