"""Blueprint tests about elements: each of some has something, or none of them is so."""

from collections.abc import Callable, Iterable
from typing import Any

from footlights.checks.case import Case
from footlights.checks.texts import missing_in
from footlights.facts import Spelt, Spoken
from footlights.model import Card, Mark, Step

from .lacking import lacking
from .measuring import Verdict, graded
from .sentence import Sentence

__all__ = ["every", "judged_promises", "none"]

_MOST = 5


def every(case: Case, sentence: Sentence) -> Verdict:
    """The verdict on a sentence that asks something of each of some elements. Where there are none, nothing is missing."""
    has = _HAS[sentence.has]
    return _verdict(case, [each for each in _subjects(case, sentence) if not has(case, each)])


def none(case: Case, sentence: Sentence) -> Verdict:
    """The verdict on a sentence that says no element is so. An element of which nobody said it is unknown, and no pass."""
    offending, unknown = _NONE[sentence.what](case, sentence)
    if offending or unknown is None:
        return _verdict(case, offending)
    return Verdict("unknown", unknown)


def judged_promises(case: Case) -> Verdict:
    """Whether the known times can keep every promise; the way of a promise is the one that `Case.way_of` finds."""
    broken, unknown = [], 0
    for promise in case.blueprint.promises.values():
        way, within = case.way_of(promise), promise.within
        if way is not None and way.seconds is not None and within is not None and way.seconds > within.seconds:
            broken.append(promise)
        elif way is None or way.seconds is None or within is None or set(way.between) & set(case.times.unknown):
            unknown += 1
    if broken or not unknown:
        return _verdict(case, broken)
    return Verdict("unknown", lacking("promises", unknown))


def _verdict(case: Case, offending: list[Any]) -> Verdict:
    if not offending:
        return Verdict("holds")
    names: list[Any] = [each if isinstance(each, Spelt) else case.name(each) for each in offending[:_MOST]]
    more = len(offending) - _MOST
    if more > 0:
        names.append(Spoken(f"{more} more", f"nog {more}", f"{more} más"))
    return Verdict("broken", tuple(names), tuple(sorted(str(getattr(each, "id", each)) for each in offending)))


def _subjects(case: Case, sentence: Sentence) -> Iterable[Any]:
    what, blueprint = sentence.what, case.blueprint
    if what == "moment":
        return (step for step in case.moments() if graded(step, sentence))
    if what == "contact":
        return case.cards("frontstage")
    if what == "fail":
        return (mark for mark in case.marks("fail") if not sentence.severity or mark.severity == sentence.severity)
    if what == "action":
        return (action for action in blueprint.actions.values() if action.status not in ("done", "dropped"))
    if what == "finding":
        wanted = (each for each in blueprint.findings.values() if each.status != "dismissed")
        return (each for each in wanted if not sentence.severity or each.severity == sentence.severity)
    return blueprint.collection(f"{what}s").values()


def _has_owner(case: Case, element: Any) -> bool:
    """An owner, or, for a step, one actor and no other on its front stage."""
    return (case.owner_of(element) if isinstance(element, Step) else element.owner) is not None


def _has_recovery(case: Case, mark: Mark) -> bool:
    return bool(case.blueprint.say(mark.recovery).strip())


def _has_action(case: Case, finding: Any) -> bool:
    return any(finding.id in action.closes for action in case.blueprint.actions.values() if action.status != "dropped")


def _has_source(_: Case, step: Step) -> bool:
    return bool(step.source or any(feeling.source for feeling in step.feels))


def _has_doer(_: Case, card: Card) -> bool:
    return bool(card.by or card.uses) or card.mode == "automated"


_HAS: dict[str, Callable[[Case, Any], bool]] = {
    "owner": _has_owner,
    "evidence": lambda case, step: bool(case.at(step.id, "evidence")),
    "feeling": lambda _, step: bool(step.feels),
    "frontstage": lambda case, step: bool(case.at(step.id, "frontstage")),
    "backstage": lambda case, step: bool(case.at(step.id, "backstage")),
    "time": lambda case, step: step.id not in case.times.unknown,
    "desired": lambda _, step: step.desired is not None,
    "actual": lambda _, step: step.actual is not None,
    "source": _has_source,
    "need": lambda case, phase: bool(case.blueprint.say(phase.need).strip()),
    "recovery": _has_recovery,
    "doer": _has_doer,
    "channel": lambda _, card: bool(card.via),
    "due": lambda _, action: action.due is not None,
    "effect": lambda _, action: action.effect is not None,
    "finding": lambda _, action: bool(action.closes),
    "action": _has_action,
}

#: The elements that are so, and what is not known where none is; None where all is.
Answer = tuple[list[Any], Spoken | None]


def _feels(case: Case, steps: tuple[Step, ...], sentence: Sentence) -> Answer:
    lows = {step.id: case.lowest(step) for step in steps}
    unknown = sum(1 for low in lows.values() if low is None)
    low = [step for step in steps if (level := lows[step.id]) is not None and level < sentence.amount]
    return low, lacking("feelings", unknown) if unknown else None


def _below_desired(case: Case, _: Sentence) -> Answer:
    moments = case.moments()
    known = [step for step in moments if step.desired is not None and step.actual is not None]
    below = [step for step in known if (step.actual or 0) < (step.desired or 0)]
    unknown = len(moments) - len(known)
    return below, lacking("levels", unknown) if unknown else None


def _system_under(case: Case, sentence: Sentence) -> Answer:
    under: dict[str, set[str]] = {}
    for step in case.moments():
        for stand in case.stands[step.id]:
            for system in case.blueprint.cards[stand.card].uses:
                under.setdefault(system, set()).add(step.id)
    return [each for each in case.blueprint.systems.values() if len(under.get(each.id, ())) >= sentence.amount], None


def _longer(case: Case, sentence: Sentence) -> Answer:
    """Steps of which the waiting, or the whole station, takes longer; a station that tells any time tells all it has."""
    waits = sentence.what == "step-waits"
    figures = {step.id: case.wait_s(step) if waits else case.column_seconds.get(step.id) for step in case.steps}
    longer = [step for step in case.steps if (figures[step.id] or 0.0) > sentence.amount]
    unknown = len(case.times.unknown)
    return longer, lacking("times", unknown) if unknown else None


def _missing(case: Case, sentence: Sentence) -> Answer:
    own = case.blueprint.language or "en"
    missing = missing_in(case.texts, sentence.of, own)
    return [Spelt(str(each.address)) for each in missing], None


def _overdue(case: Case, _: Sentence) -> Answer:
    actions = case.blueprint.actions.values()
    late = [each for each in actions if each.due is not None and each.due < case.today and each.status not in ("done", "dropped")]
    return late, None


_NONE: dict[str, Callable[[Case, Sentence], Answer]] = {
    "step-feels": lambda case, sentence: _feels(case, case.steps, sentence),
    "moment-feels": lambda case, sentence: _feels(case, case.moments(), sentence),
    "below-desired": _below_desired,
    "system-under": _system_under,
    "step-waits": _longer,
    "step-takes": _longer,
    "text-missing": _missing,
    "action-overdue": _overdue,
}
