"""What became of findings: open, accepted, dismissed, come back, or allowed; and the edits that write it down.

The ledger is the blueprint's own list of findings. A finding of a check that somebody judged stands there with its fingerprint:
`check@element~ground`. The part before `~` says which finding it is, however the document around it changes; the part behind it
is a sign of the values it was judged on, so that a dismissal holds exactly as long as its ground does.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from footlights.edits import Insert, Operation, Put, add_element
from footlights.facts import CheckFinding
from footlights.model import Action, Address, Blueprint, Card, Finding, FootlightsError, Mark, Step, Text

__all__ = ["STATUSES", "Judged", "accept", "dismiss", "judged", "reopen", "to_action"]

#: open: nobody judged it. accepted: it is ours to act on. dismissed: not now, with a reason. reopened: dismissed, but its ground
#: changed since. allowed: its element says that this is meant so.
STATUSES = ("open", "accepted", "dismissed", "reopened", "allowed")
#: Up to how many signs of the message go into the ledger as a title.
_TITLE = 200


class Judged(NamedTuple):
    """A finding and what became of it: its status, the reason that was given, and its record in the blueprint (an id), if any."""

    finding: CheckFinding
    status: str = "open"
    reason: Text | None = None
    record: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it still asks for something: it is neither dismissed nor allowed."""
        return self.status not in ("dismissed", "allowed")


def judged(blueprint: Blueprint, findings: Iterable[CheckFinding]) -> tuple[Judged, ...]:
    """The findings with what became of each, in their order; the records that count are those with a fingerprint."""
    records = {_identity(record): record for record in blueprint.findings.values() if record.fingerprint}
    return tuple(_judged(blueprint, finding, records.get(finding.identity)) for finding in findings)


def accept(blueprint: Blueprint, finding: CheckFinding, language: str | None = None) -> tuple[Operation, ...]:
    """Take a finding on: it stands in the blueprint's findings from now on. () when it already does."""
    return _recorded(blueprint, finding, "accepted", None, language)


def dismiss(blueprint: Blueprint, finding: CheckFinding, reason: Text, language: str | None = None) -> tuple[Operation, ...]:
    """Lay a finding aside for a reason, until its ground changes. Raises FootlightsError without a reason."""
    if not blueprint.say(reason).strip():
        raise FootlightsError("a finding is dismissed for a reason", "say in a few words why it need not be acted on")
    return _recorded(blueprint, finding, "dismissed", reason, language)


def reopen(blueprint: Blueprint, finding: CheckFinding) -> tuple[Operation, ...]:
    """Take a dismissal back; () when the finding was not dismissed."""
    record = _record(blueprint, finding)
    if record is None or record.status == "open":
        return ()
    there = Address("findings", record.id)
    return (Put(there.of("status"), "open"), *((Put(there.of("reason"), None),) if record.reason is not None else ()))


def to_action(blueprint: Blueprint, finding: CheckFinding, title: Text, language: str | None = None) -> tuple[Operation, ...]:
    """An action for a finding, in one step: the finding is taken on, and an open action with this title closes it."""
    taken = accept(blueprint, finding, language)
    record = _record(blueprint, finding)
    made = next((each.address.id for each in taken if isinstance(each, Insert)), None)
    id = made or (record.id if record is not None else None)
    if id is None:  # accept gives a record or makes one
        raise FootlightsError("this finding has no record", "accept it first")
    if not made:
        return (*taken, *add_element(blueprint, "actions", title, closes=[id], status="open"))
    action = add_element(blueprint, "actions", title, status="open")
    # the finding it closes comes into being in the same breath, so the reference can't be looked up yet
    return (*taken, *(_closing(each, id) for each in action))


def _closing(operation: Operation, id: str) -> Operation:
    if isinstance(operation, Insert) and isinstance(operation.element, Action):
        return operation._replace(element=operation.element._replace(closes=(id,)))
    return operation


def _judged(blueprint: Blueprint, finding: CheckFinding, record: Finding | None) -> Judged:
    allowed = _allowed(blueprint, finding)
    if allowed is not None:
        return Judged(finding, "allowed", allowed, record.id if record is not None else None)
    if record is None:
        return Judged(finding)
    same = record.fingerprint == finding.fingerprint or "~" not in (record.fingerprint or "")
    status = record.status or "open"
    if status == "dismissed" and not same:
        return Judged(finding, "reopened", record.reason, record.id)
    return Judged(finding, status, record.reason, record.id)


def _allowed(blueprint: Blueprint, finding: CheckFinding) -> Text | None:
    """The reason for which an element, or what it stands in, allows what this check finds; None when none does."""
    element: Any = blueprint.element(finding.address.element())
    while element is not None:
        reason: Text | None = dict(getattr(element, "allow", ())).get(finding.slug)
        if reason is not None:
            return reason
        element = _holder(blueprint, element)
    return dict(blueprint.allow).get(finding.slug)


def _holder(blueprint: Blueprint, element: Any) -> Any:
    if isinstance(element, Mark):
        return blueprint.element(Address.parse(element.on))
    if isinstance(element, Card):
        return blueprint.steps.get(element.step)
    return blueprint.phases.get(element.phase) if isinstance(element, Step) else None


def _identity(record: Finding) -> str:
    return (record.fingerprint or "").rpartition("~")[0] or (record.fingerprint or "")


def _record(blueprint: Blueprint, finding: CheckFinding) -> Finding | None:
    return next((each for each in blueprint.findings.values() if each.fingerprint and _identity(each) == finding.identity), None)


def _recorded(blueprint: Blueprint, finding: CheckFinding, status: str, reason: Text | None, language: str | None) -> tuple[Operation, ...]:
    record = _record(blueprint, finding)
    if record is not None:
        there = Address("findings", record.id)
        wanted = {"status": status, "fingerprint": finding.fingerprint, "reason": reason}
        return tuple(Put(there.of(name), value) for name, value in wanted.items() if getattr(record, name) != value)
    own = language or blueprint.language or "en"
    on = () if finding.address.collection == "blueprint" else (str(finding.address.element()),)
    severity = "high" if finding.severity == "error" else finding.severity
    said = finding.text(own)[:_TITLE].rstrip(".")
    given: dict[str, Any] = {"on": on, "severity": severity, "status": status, "fingerprint": finding.fingerprint}
    if reason is not None:
        given["reason"] = reason
    return add_element(blueprint, "findings", said, **given)
