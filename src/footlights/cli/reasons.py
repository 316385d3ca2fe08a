"""Why something stands where it stands in the list of what to do first, in sentences."""

from footlights.measures import Need, Ranked
from footlights.model import Address
from footlights.words import choice

from .wording import Wording

__all__ = ["Reasons"]


class Reasons:
    """The sentences about one line of the list."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def sentences(self, line: Ranked) -> list[str]:
        """All that speaks for it, then who stands behind it, then what is done about it."""
        wording = self.wording
        found = [self._short(line), self._need(line.need, touchpoint=line.weak is not None)]
        if line.about.collection == "findings":
            found.append(self._why(line.about.id))
        elif line.findings:
            found.append(wording("first.found", findings="; ".join(self.finding(id) for id in line.findings)))
        if line.votes:
            found.append(wording.counted("first.votes", line.votes))
        if line.stands:
            found.append(wording("first.behind", names=wording.listed([wording.name(address) for address in line.stands], 3)))
        owner = wording.owner(line.about.id) if line.weak is not None else ""
        found.append(f"{owner[:1].upper()}{owner[1:]}." if owner else "")
        if line.actions:
            found.append(wording("first.do", actions="; ".join(self.action(id) for id in line.actions)))
        else:
            found.append(wording("first.nothing-done"))
        return [sentence for sentence in found if sentence]

    def finding(self, id: str) -> str:
        """A finding with how grave it is."""
        name = self.wording.name(Address("findings", id))
        severity = self.severity(self.wording.blueprint.findings[id].severity)
        return f"{name} ({severity})" if severity else name

    def severity(self, severity: str | None) -> str:
        """How grave something is, in a word; "" where nobody says."""
        return choice(severity, self.wording.language) if severity else ""

    def action(self, id: str) -> str:
        """An action with who does it and when."""
        action = self.wording.blueprint.actions[id]
        owner = self.wording.name(Address("actors", action.owner)) if action.owner else self.wording("first.no-owner")
        status = choice(action.status or "open", self.wording.language)
        told = [owner, status, action.due.isoformat() if action.due else ""]
        return f"{self.wording.name(Address('actions', id))} ({', '.join(part for part in told if part)})"

    def _short(self, line: Ranked) -> str:
        if line.weak is None:
            return ""
        wording = self.wording
        said = wording("first.reach", short=wording.short(line.weak), reach=wording.reach(line.weak.exposure))
        grade = f"; {wording('first.grade', n=line.weak.grade)}" if line.weak.grade else ""
        sentence = f"{said}{grade}."
        return sentence[:1].upper() + sentence[1:]

    def _why(self, id: str) -> str:
        """How grave a finding is that has a line of its own, and why it matters."""
        finding = self.wording.blueprint.findings[id]
        told = self.wording.say(finding.why)
        severity = self.wording("first.severity", severity=self.severity(finding.severity)) if finding.severity else ""
        return " ".join(part for part in (severity, f"{told.rstrip('.')}." if told else "") if part)

    def _need(self, need: Need | None, *, touchpoint: bool) -> str:
        if need is None or need.met is None:
            return ""
        told = self.wording.say(self.wording.blueprint.phases[need.phase].need)
        met = self.wording.percent(need.met)
        key = "first.need-unsaid" if not told else "first.need" if touchpoint else "first.need-of"
        return self.wording(key, met=met, need=told)
