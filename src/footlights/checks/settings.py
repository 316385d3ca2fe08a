"""What a team settles for itself: the profile, checks switched off, other severities, options."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from footlights.model import SEVERITIES, FootlightsError

from .catalogue import check_named
from .check import Check, Options

__all__ = ["PROFILES", "Settings", "settled"]

#: calm: what matters most, and no more than a person can take in. strict: everything.
PROFILES = ("calm", "strict")


class Settings(NamedTuple):
    """How checks are run: everything as it comes unless said otherwise. `severity` and `options` go by the slug of the check."""

    profile: str = "calm"
    off: frozenset[str] = frozenset()
    severity: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, Options], ...] = ()


def settled(table: Mapping[str, Any], checks: Iterable[Check] | None = None) -> Settings:
    """The settings that the table `[checks]` of a `footlights.toml` spells.

    `profile = "strict"`, `off = ["slug", …]`, `severity = {slug = "low"}`, `[checks.options.slug] name = number`. Raises
    FootlightsError naming what stands there, what was expected and what exists.
    """
    known = {"profile", "off", "severity", "options"}
    strange = sorted(set(table) - known)
    if strange:
        raise FootlightsError(f"[checks] has no setting {strange[0]!r}", f"settings: {', '.join(sorted(known))}")
    profile = table.get("profile", "calm")
    if profile not in PROFILES:
        raise FootlightsError(f"there is no profile {profile!r}", f"profiles: {', '.join(PROFILES)}")
    among = tuple(checks) if checks is not None else None
    off = frozenset(check_named(_line(each, "off"), among).slug for each in _list(table.get("off", []), "off"))
    weights = _table(table.get("severity", {}), "severity")
    severity = tuple((check_named(slug, among).slug, _severity(value)) for slug, value in weights.items())
    chosen = [(check_named(slug, among), given) for slug, given in _table(table.get("options", {}), "options").items()]
    options = tuple((check.slug, _options(check, _table(given, f"options.{check.slug}"))) for check, given in chosen)
    return Settings(profile, off, severity, options)


def _options(check: Check, given: Mapping[str, Any]) -> dict[str, float]:
    names = [option.name for option in check.options]
    for name, value in given.items():
        if name not in names:
            raise FootlightsError(f"{check.slug} has no option {name!r}", f"options: {', '.join(names)}" if names else "it has none")
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise FootlightsError(f"the option {name!r} of {check.slug} is a number, not {value!r}", "write a number without quotes")
    return dict(given)


def _severity(value: Any) -> str:
    if value not in SEVERITIES:
        raise FootlightsError(f"there is no severity {value!r}", f"severities: {', '.join(SEVERITIES)}")
    return str(value)


def _line(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise FootlightsError(f"{where} in [checks] holds names of checks, not {value!r}", "put quotes round each name")
    return value


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise FootlightsError(f"{where} in [checks] is a list", f'write {where} = ["slug"]')
    return value


def _table(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise FootlightsError(f"{where} in [checks] is a table", f"write [checks.{where}]")
    return value
