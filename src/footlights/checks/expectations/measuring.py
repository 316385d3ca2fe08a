"""What a blueprint answers to a test: it holds, it does not, or nobody can tell yet."""

from collections.abc import Callable, Iterable
from operator import eq, ge, gt, le, lt
from typing import Any, NamedTuple

from footlights.checks.case import Case
from footlights.facts import Percent, Seconds, Spelt
from footlights.model import Promise, Step, handovers, near

from .lacking import NO_CLAIMS, NO_TIMES, PERCENTILE, lacking
from .sentence import Sentence

__all__ = ["Verdict", "figure_of", "graded", "steps_named"]

_COMPARE: dict[str, Callable[[float, float], bool]] = {"<=": le, "<": lt, ">=": ge, ">": gt, "=": eq}
#: Comparisons that a lower bound can break, and those that it can keep.
_UPPER, _LOWER = ("<=", "<"), (">=", ">")


class Verdict(NamedTuple):
    """How a test came out: `holds`, `broken`, `unknown` or `strange` (it names something that is not there).

    `found` is what was found, for the sentence: a figure, the elements that are not so, or what is missing. `ground` are the values it
    was judged on. `near` are names that the author may have meant.
    """

    outcome: str
    found: Any = Spelt("")
    ground: tuple[Any, ...] = ()
    near: tuple[str, ...] = ()


def figure_of(case: Case, sentence: Sentence) -> Verdict:
    """The verdict on a sentence that compares a figure."""
    if sentence.form == "time":
        return _time(case, sentence)
    if sentence.form == "share":
        return _share(case, sentence)
    count = _count(case, sentence)
    return _settled(sentence, float(count), Spelt(str(count)))


def _time(case: Case, sentence: Sentence) -> Verdict:
    if sentence.what == "promise":
        return _promise(case, sentence)
    if sentence.what in ("station", "wait-at"):
        return _station(case, sentence)
    if sentence.percentile:
        return Verdict("unknown", PERCENTILE)
    times = case.times
    seconds = {
        "total": times.total_s, "work": times.work_s, "wait": times.wait_s, "customer": times.customer_s, "company": times.company_s,
    }[sentence.what]  # fmt: skip
    return _bounded(sentence, seconds, len(times.unknown))


def _promise(case: Case, sentence: Sentence) -> Verdict:
    promises = case.blueprint.promises
    promise = next((each for each in promises.values() if sentence.of in _names(case, each)), None)
    if promise is None:
        return Verdict("strange", near=near(sentence.of, promises))
    if sentence.percentile:
        return Verdict("unknown", PERCENTILE)
    return _bounded(sentence, *_way(case, promise))


def _way(case: Case, promise: Promise) -> tuple[float | None, int]:
    """How long the clock of a promise runs, and how many stations on its way know no time."""
    way = case.way_of(promise)
    if way is None:
        return None, 0
    return way.seconds, len(set(way.between) & set(case.times.unknown))


def _station(case: Case, sentence: Sentence) -> Verdict:
    steps = steps_named(case, sentence.of)
    if not steps:
        return Verdict("strange", near=near(sentence.of, case.blueprint.steps))
    if sentence.percentile:
        return Verdict("unknown", PERCENTILE)
    figure = case.wait_s if sentence.what == "wait-at" else lambda step: case.column_seconds.get(step.id)
    return _bounded(sentence, figure(steps[0]), 0)


def steps_named(case: Case, name: str) -> tuple[Step, ...]:
    """The steps with this id, else those with this text, capitals apart."""
    exact = tuple(step for step in case.steps if step.id.casefold() == name)
    return exact or tuple(step for step in case.steps if name in _names(case, step))


def _names(case: Case, element: Any) -> set[str]:
    """The id and the texts by which a test may name an element, in small letters."""
    texts = [getattr(element, name, None) for name in ("title", "does")]
    said = [text for text in texts if isinstance(text, str)]
    said += [entry for text in texts if text is not None and not isinstance(text, str) for _, entry in text.entries]
    return {" ".join(text.casefold().split()) for text in (element.id, *said)}


def _bounded(sentence: Sentence, seconds: float | None, unknown: int) -> Verdict:
    """A time against an amount: while stations are unknown it is a lower bound, and a lower bound is no pass."""
    if seconds is None:
        return Verdict("unknown", lacking("times", unknown) if unknown else NO_TIMES)
    seconds, amount, sign = round(seconds, 6), round(sentence.amount, 6), sentence.comparator
    holds = _COMPARE[sign](seconds, amount)
    if unknown:
        over = seconds > amount or (sign == "<" and seconds >= amount)
        if (sign in _LOWER and not holds) or (sign not in _LOWER and not over):
            return Verdict("unknown", lacking("times", unknown), (unknown,))
    return Verdict("holds") if holds else Verdict("broken", Seconds(seconds), (seconds,))


def _settled(sentence: Sentence, value: float, found: Any) -> Verdict:
    holds = _COMPARE[sentence.comparator](round(value, 9), round(sentence.amount, 9))
    return Verdict("holds") if holds else Verdict("broken", found, (value,))


def _share(case: Case, sentence: Sentence) -> Verdict:
    claims = case.claims
    if not claims:
        return Verdict("unknown", NO_CLAIMS)
    share = sum(claim.basis == sentence.what for claim in claims) / len(claims)
    return _settled(sentence, share, Percent(round(share, 3)))


def _count(case: Case, sentence: Sentence) -> int:
    """How many there are.

    Hand-overs are counted as `model.handovers` does. Open findings are those in the blueprint that nobody accepted or dismissed, open
    actions those that are neither done nor dropped. Channels, systems and actors are counted as declared.
    """
    blueprint, what = case.blueprint, sentence.what
    if what == "handovers":
        return len(handovers(blueprint))
    if what == "moments":
        return sum(1 for step in case.moments() if graded(step, sentence))
    if what in ("steps", "phases", "cards", "channels", "systems", "actors"):
        return len(blueprint.collection(what))
    if what == "actions":
        return sum(1 for action in blueprint.actions.values() if action.status not in ("done", "dropped"))
    if what == "findings":
        return _weighing((each for each in blueprint.findings.values() if each.status in (None, "open")), sentence)
    return _weighing(case.marks(what), sentence)


def graded(step: Step, sentence: Sentence) -> bool:
    """Whether a sentence about moments of some grade speaks of this one."""
    grade = step.moment_of_truth or 0
    return not sentence.grade or grade == sentence.grade or (sentence.more and grade > sentence.grade)


def _weighing(elements: Iterable[Any], sentence: Sentence) -> int:
    return sum(1 for each in elements if not sentence.severity or each.severity == sentence.severity)
