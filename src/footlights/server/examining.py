"""What the checks find in a blueprint, told as plain values: done in a worker, apart from the server."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from footlights.edits import Insert, Operation, Put, Remove, remove
from footlights.model import COLLECTIONS, Address, Blueprint, Duration, Field, Mark, Money, field_named, fields_of

__all__ = ["MOST", "Keyed", "examined", "plain_edits"]

#: So many findings are told in one answer, and for so many of them the mend is worked out.
MOST, _MOST_MENDS = 500, 100
#: The collections whose elements an editor adds by their fields alone.
_LISTS = ("personas", "actors", "systems", "channels", "sources", "findings", "actions")


class Keyed(NamedTuple):
    """Under which keys a board has the elements of a file: by collection and id, where the key is another word than the id."""

    keys: Mapping[str, Mapping[str, str]] = {}

    def key(self, collection: str, id: str) -> str:
        """The key of an element."""
        return self.keys.get(collection, {}).get(id, id)

    def at(self, address: Address) -> str:
        """The address of an element (of its own, without a field) on a board: `cards/~7hq2`, `head` for the blueprint."""
        return "head" if address.collection == "blueprint" else f"{address.collection}/{self.key(address.collection, address.id)}"


def examined(text: str, profile: str, language: str, today: str, keyed: Keyed = Keyed()) -> dict[str, Any]:  # noqa: B008 - a value
    """What a profile shows of the findings in a blueprint's text, what was taken on or set aside, and how many are kept back.

    `today` is a day as 2027-03-01. Each finding has its address in the file and, as `at`, that on a board. Raises FootlightsError
    where the text can't be read as a blueprint.
    """
    from footlights import api
    from footlights.checks import Case, Settings, catalogue, mend

    blueprint = api.loads(text, strict=False).blueprint
    day = date.fromisoformat(today)
    found = api.findings(blueprint, settings=Settings(profile), today=day)
    case = Case(blueprint, api.path_time(blueprint), day)
    checks = {check.slug: check for check in catalogue()}
    left = _MOST_MENDS

    def told(each: Any) -> dict[str, Any]:
        nonlocal left
        finding = each.finding
        edits = None
        if finding.mendable and finding.slug in checks and left > 0:
            left -= 1
            edits = plain_edits(blueprint, mend(case, checks[finding.slug], finding), keyed)
        return _told(blueprint, each, language) | {"at": keyed.at(finding.address), "mend": edits}

    aside = [each for each in found.kept_back if not each.stands]
    taken = [each for each in found.kept_back if each.status == "accepted"]
    standing = [*found.shown, *(each for each in found.kept_back if each.stands)]
    return {
        "shown": [told(each) for each in found.shown[:MOST]],
        "taken": [told(each) for each in taken[:MOST]],
        "aside": [told(each) for each in aside[:MOST]],
        "kept_back": max(0, len(found.shown) - MOST) + len(found.kept_back) - len(aside) - len(taken),
        "counts": dict(Counter(each.finding.severity for each in standing)),
    }


def _told(blueprint: Blueprint, each: Any, language: str) -> dict[str, Any]:
    from footlights.checks import SOURCES

    finding = each.finding
    own = blueprint.language or "en"
    said = finding.text(own)[:200].rstrip(".")
    return {
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity,
        "title": finding.title(language),
        "message": finding.text(language),
        "why": finding.why(language),
        "hint": finding.hint(language),
        "said": said,
        "todo": finding.hint(own)[:200].rstrip(".") or said,
        "source": SOURCES.get(finding.source, finding.source),
        "address": str(finding.address),
        "fingerprint": finding.fingerprint,
        "identity": finding.identity,
        "status": each.status,
        "reason": blueprint.say(each.reason, language) if each.reason is not None else None,
        "record": each.record,
    }


def plain_edits(blueprint: Blueprint, operations: tuple[Operation, ...], keyed: Keyed) -> list[dict[str, Any]] | None:
    """Operations as edits that an editor makes itself, in its own undo; None where it knows no such edit, or there is none."""
    gone = [each.address for each in operations if isinstance(each, Remove)]
    if gone:
        # an editor takes along by itself what hangs on an element
        whole = next((each for each in gone if remove(blueprint, each) == operations), None)
        return [{"edit": "remove", "address": keyed.at(whole)}] if whole is not None else None
    edits = [_set(each, keyed) if isinstance(each, Put) else _new(each, keyed) for each in operations if not isinstance(each, Remove)]
    known = [each for each in edits if each is not None]
    return known if known and len(known) == len(edits) else None


def _set(put: Put, keyed: Keyed) -> dict[str, Any] | None:
    owner = Blueprint if put.address.collection == "blueprint" else COLLECTIONS.get(put.address.collection)
    field = field_named(owner, put.address.field) if owner is not None else None
    value = _plain(field, put.value, keyed) if field is not None else None
    if field is None or (value is None and put.value is not None):
        return None
    return {"edit": "set", "address": keyed.at(put.address), "field": field.name, "value": value}


def _new(insert: Insert, keyed: Keyed) -> dict[str, Any] | None:
    element, collection = insert.element, insert.address.collection
    if isinstance(element, Mark):
        title = element.title if isinstance(element.title, str) else ""
        return {"edit": "mark", "address": keyed.at(Address.parse(element.on)), "kind": element.kind, "title": title}
    if collection not in _LISTS:
        return None
    kind: type = type(element)
    fields = {field.name: _plain(field, getattr(element, field.name), keyed) for field in fields_of(kind)}
    said = [field.name for field in fields_of(kind) if getattr(element, field.name) not in (None, (), "")]
    if any(fields[name] is None for name in said):
        return None
    return {"edit": "add", "collection": collection, "fields": {name: fields[name] for name in said}}


def _plain(field: Field, value: Any, keyed: Keyed) -> Any:
    """A value as an editor takes it; None where it takes no such value."""
    if field.shape == "ref" and value is not None:
        return _pointer(field, value, keyed)
    if field.shape == "refs":
        return [_pointer(field, each, keyed) for each in value or ()]
    if field.shape in ("languages", "choices"):
        return list(value or ())
    if isinstance(value, (date, Duration, Money)):
        return str(value)
    return value if isinstance(value, (str, int, float)) else None


def _pointer(field: Field, pointer: str, keyed: Keyed) -> str:
    return keyed.at(Address.parse(pointer)) if "*" in field.collections else keyed.key(field.collections[0], pointer)
