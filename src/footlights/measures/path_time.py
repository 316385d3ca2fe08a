"""How long a blueprint takes: per station, and along the longest path through its links."""

from collections.abc import Iterable

from footlights.facts import PathTime, StationTime
from footlights.model import LIVED, Blueprint, Duration, Passage, Score, Time, longest

__all__ = ["path_time", "weakest"]

#: What figures rest on, from the weakest up; what nobody has said rests on an assumption.
_STRENGTH = ("assumed", "proposed", "observed", "measured")


def path_time(blueprint: Blueprint) -> PathTime:
    """The time of every station and of the longest path the customer waits for, in seconds; unknown is None.

    Work passes along the links that were drawn, along the implied ones (`flows`), and from what a customer meets in a step
    (or in the last step a card spans) to where that step leads. What the front stage does follows what the customer does
    there; a card that nothing leads to begins when its step does. Back stage and support count as far as something the
    customer lives through waits for them. A station takes work plus wait, else its standard time. Ways back (kind loop, or
    closing a circle) are left out and told in `loops`. A blueprint without times gives None for every figure.
    """
    graph = Passage(blueprint)
    seconds = {node: time.seconds for node, time in graph.times.items()}
    lived = {*blueprint.steps, *(card for card, role in graph.roles.items() if role in LIVED)}
    score = {node: _score(seconds.get(node), node in blueprint.steps) for node in graph.ways}
    path = longest(graph.ways, graph.order, score, lived)
    stations = _stations(blueprint, graph)
    mine = {node for node in path if node in blueprint.steps or graph.roles.get(node) == "customer"}
    along = [graph.times[node] for node in path if node in graph.times]
    return PathTime(
        total_s=_sum(seconds.get(node) for node in path),
        customer_s=_sum(seconds.get(node) for node in path if node in mine),
        company_s=_sum(seconds.get(node) for node in path if node not in mine),
        work_s=_sum(_seconds(time.work) for time in along),
        wait_s=_sum(_seconds(time.wait) for time in along),
        standard_s=_sum(_seconds(time.standard) for time in along),
        path=path,
        unknown=tuple(found.step for found in stations if found.work_s is found.wait_s is found.standard_s is None),
        loops=tuple(dict.fromkeys(graph.loops)),
        stations=stations,
    )


def weakest(bases: Iterable[str | None]) -> str | None:
    """The weakest of some bases, None (nobody said) counting as assumed; None when there are none at all."""
    return min((basis or "assumed" for basis in bases), key=_STRENGTH.index, default=None)


def _score(seconds: float | None, step: bool) -> Score:
    return Score(seconds or 0.0, seconds is not None, step, 0 if step else -1)


def _sum(figures: Iterable[float | None]) -> float | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


def _seconds(duration: Duration | None) -> float | None:
    return None if duration is None else duration.seconds


def _stations(blueprint: Blueprint, graph: Passage) -> tuple[StationTime, ...]:
    work, wait, standard, tolerance = (_through(graph, graph.order, part) for part in ("work", "wait", "standard", "tolerance"))
    bases: dict[int, list[str | None]] = {}
    for node, time in graph.times.items():
        bases.setdefault(graph.column[node], []).append(_basis(blueprint, node, time))
    found = []
    for at, step in enumerate(blueprint.steps.values()):
        # what a step may take at most is said of the whole station; only where nobody says so do the cards' limits add up
        own = _seconds(step.time.tolerance) if step.time is not None else None
        limit = tolerance.get(at) if own is None else own
        basis = weakest(bases.get(at, ()))
        found.append(StationTime(step.id, work.get(at), wait.get(at), standard.get(at), limit, basis))
    return tuple(found)


def _through(graph: Passage, order: Iterable[str], part: str) -> dict[int, float]:
    """The longest way through each column by one figure, in seconds; columns that do not know it are left out."""
    figures = {node: getattr(time, part).seconds for node, time in graph.times.items() if getattr(time, part) is not None}
    found = dict.fromkeys((graph.column[node] for node in figures), 0.0)
    best: dict[str, float] = {}
    for node in order:
        at = graph.column[node]
        if at in found:
            onward = [best[target] for target in graph.ways[node] if graph.column[target] == at]
            best[node] = figures.get(node, 0.0) + max(onward, default=0.0)
            found[at] = max(found[at], best[node])
    return found


def _basis(blueprint: Blueprint, node: str, time: Time) -> str | None:
    element = blueprint.steps.get(node) or blueprint.cards[node]
    return time.basis or element.basis
