"""The emotion curves in words: who feels what at every step, where it turns, and what was hoped for."""

from collections.abc import Sequence
from itertools import groupby

from footlights.drawing import Row
from footlights.model import Step
from footlights.words import number, signed, word

from .emotion import Curve, Spot
from .plan import Plan

__all__ = ["feeling_text", "level_text", "rows_of", "turns_of"]


def turns_of(curves: Sequence[Curve]) -> dict[int, str]:
    """The columns in which the average of the curves turns, as `peak` or `dip`.

    A run of equal levels turns when both its neighbours are lower (a peak) or higher (a dip); the first and the last run have
    one neighbour. What stays below neutral is no peak, what stays above no dip. A curve that stays level has no turn.
    """
    levels: dict[int, list[float]] = {}
    for curve in curves:
        for spot in curve.spots:
            levels.setdefault(spot.column, []).append(spot.level)
    means = [(column, round(sum(found) / len(found), 6)) for column, found in sorted(levels.items())]
    runs = [(level, [column for column, _ in run]) for level, run in groupby(means, key=lambda entry: entry[1])]
    turns: dict[int, str] = {}
    for at, (level, columns) in enumerate(runs):
        beside = [runs[other][0] for other in (at - 1, at + 1) if 0 <= other < len(runs)]
        if level >= 0 and beside and all(other < level for other in beside):
            turns.update(dict.fromkeys(columns, "peak"))
        elif level <= 0 and beside and all(other > level for other in beside):
            turns.update(dict.fromkeys(columns, "dip"))
    return turns


def feeling_text(plan: Plan, spot: Spot) -> str:
    """How a step feels, and that this is only assumed where it is."""
    mood = word(f"feeling.{max(-2, min(2, round(spot.level)))}", plan.language)
    about = signed(spot.level, plan.language)
    return f"{mood} ({about})" if spot.firm else f"{mood} ({about}; {word('legend.assumed-face', plan.language).lower()})"


def level_text(plan: Plan, step: Step) -> str:
    """The level a step reaches and the one it should, as far as they are known; "" where neither is."""
    desired, actual = (None if level is None else number(level, plan.language) for level in (step.desired, step.actual))
    if desired is not None and actual is not None:
        return word("word.level", plan.language, actual=actual, desired=desired)
    if desired is not None:
        return word("curves.desired", plan.language, level=desired)
    return f"{word('curves.level', plan.language).lower()} {actual}" if actual is not None else ""


def rows_of(plan: Plan, curves: Sequence[Curve]) -> tuple[Row, ...]:
    """A row per curve, and one each for thoughts, moments of truth, levels and expectations where there are any."""
    turns, language = turns_of(curves), plan.language
    found = []
    for curve in curves:
        felt = {spot.column: feeling_text(plan, spot) for spot in curve.spots}
        found.append(Row(curve.name, tuple((felt[at],) if at in felt else () for at in range(len(plan.columns)))))

    def thought(at: int, step: Step) -> str:
        turn = f" ({word(f'curves.{turns[at]}', language)})" if at in turns else ""
        return f"“{plan.say(step.thinks)}”{turn}" if step.thinks else ""

    asked = (
        ("word.thinks", thought),
        ("word.moment-of-truth", lambda at, step: f"{step.moment_of_truth}/4" if step.moment_of_truth else ""),
        ("curves.level", lambda at, step: level_text(plan, step)),
        ("curves.expectations", lambda at, step: plan.say(step.expects)),
    )
    for key, told in asked:
        texts = [told(at, column.step) if column.step is not None else "" for at, column in enumerate(plan.columns)]
        if any(texts):
            found.append(Row(word(key, language), tuple((text,) if text else () for text in texts)))
    return tuple(found)
