"""What stands in the columns and bands of a picture: cards, what is folded away, and the ways between what is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from footlights.model import Card, Collection, Flow, Mark, flows, lines_between

from .picking import is_filtered, lets_through, with_marks_picked
from .plan import Band, Column, Echo, Plan, Scope, Tally

__all__ = ["plan_for"]

#: Marks that tell of something wrong, the worst first.
_BAD = ("fail", "critical", "pain", "wait")
_HEAVY = {"high": 0, "medium": 1, None: 1, "low": 2}


def plan_for(
    scope: Scope, columns: tuple[Column, ...], bands: tuple[Band, ...], *, lined: bool = True, cards: Iterable[Card] | None = None,
    echoes: Iterable[Echo] = (),
) -> Plan:  # fmt: skip
    """The plan with these columns and bands: the cards that stand in them, and the ways between what is shown.

    `lined`: with the lines of interaction, visibility and so on. `cards` are those that may stand in it, with the id of their
    band as their lane; all when None. What is in folded columns and bands is counted. A band that a filter leaves empty goes.
    """
    picked = [card for card in (scope.blueprint.cards.values() if cards is None else cards) if lets_through(scope, card)]
    told = [echo for echo in echoes if lets_through(scope, echo.card)]
    if is_filtered(scope.view):
        held = {card.lane for card in picked} | {echo.lane for echo in told}
        bands = tuple(band for band in bands if band.kind != "cards" or band.lane.role == "customer" or band.lane.id in held)
    places = _Places(scope, columns)
    by_id = {band.lane.id: band for band in bands if band.kind == "cards"}
    spans: dict[str, tuple[int, int]] = {}
    away: dict[str, str] = {}
    folded: dict[tuple[int, str], list[str]] = {}
    shown: list[Card] = []
    for card in picked:
        band = by_id.get(card.lane)
        span = places.span(card) if band is not None else None
        if band is None or span is None:
            continue
        open_span = places.opened(span)
        if band.folded or open_span is None:
            away[card.id] = _name(span[0], card.lane)
            folded.setdefault((span[0], card.lane), []).append(f"cards/{card.id}")
        else:
            spans[card.id] = open_span
            shown.append(card)
    told = [echo for echo in told if echo.card.id in spans and not by_id[echo.lane].folded]
    customer = next((band for band in by_id.values() if band.lane.role == "customer"), None)
    if customer is not None:
        _fold_steps(columns, customer, away, folded)
    column_of = {column.step.id: number for number, column in enumerate(columns) if column.step is not None}
    standing = set(spans) | (set(column_of) - set(away) if customer is not None else set())
    ways = _between(_ways(scope), standing, away) if scope.view.zoom != "overview" else ()
    return Plan(
        with_marks_picked(scope.blueprint, scope.view), scope.view, scope.language, columns, column_of, bands,
        lines_between([band.lane for band in bands]) if lined else (), tuple(shown), spans, ways, _tallies(scope, folded),
        tuple(told), scope.compared,
    )  # fmt: skip


class _Places:
    """Where the steps of the blueprint stand: in a column of their own, in a folded one, or nowhere."""

    def __init__(self, scope: Scope, columns: Sequence[Column]) -> None:
        self.order = {id: number for number, id in enumerate(scope.blueprint.steps)}
        self.folded = [column.folded for column in columns]
        here: list[int | None] = [None] * len(self.order)
        for number, column in enumerate(columns):
            for step in (column.step,) if column.step is not None else column.steps:
                here[self.order[step.id]] = number
        self.after = here[:]
        self.before = here[:]
        for number in range(1, len(here)):
            if self.before[number] is None:
                self.before[number] = self.before[number - 1]
        for number in range(len(here) - 2, -1, -1):
            if self.after[number] is None:
                self.after[number] = self.after[number + 1]

    def span(self, card: Card) -> tuple[int, int] | None:
        """The first and the last column a card reaches over; None where no column shows any of its steps."""
        start = self.order.get(card.step)
        if start is None:
            return None
        stop = max(start, self.order.get(card.until or "", start))
        first, last = self.after[start], self.before[stop]
        return (first, last) if first is not None and last is not None and first <= last else None

    def opened(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """The span without the folded columns at its ends; None where nothing is left."""
        first, last = span
        while first <= last and self.folded[first]:
            first += 1
        while last > first and self.folded[last]:
            last -= 1
        return (first, last) if first <= last else None


def _name(column: int, lane: str) -> str:
    """What the node of a tally is called; no id has an @ in it."""
    return f"{lane}@{column}"


def _fold_steps(columns: Sequence[Column], customer: Band, away: dict[str, str], folded: dict[tuple[int, str], list[str]]) -> None:
    lane = customer.lane.id
    for number, column in enumerate(columns):
        own = (column.step,) if column.step is not None and customer.folded else ()
        for step in column.steps if column.folded else own:
            away[step.id] = _name(number, lane)
            folded.setdefault((number, lane), []).append(f"steps/{step.id}")


def _tallies(scope: Scope, folded: Mapping[tuple[int, str], Sequence[str]]) -> tuple[Tally, ...]:
    found = []
    for (column, lane), addresses in sorted(folded.items()):
        there = [address for address in addresses if not scope.gone(*address.split("/", 1))]
        marks = [mark for address in there for mark in scope.blueprint.marks_on.get(address, ()) if mark.kind in _BAD]
        if scope.view.marks:
            marks = [mark for mark in marks if mark.kind in scope.view.marks]
        found.append(Tally(column, lane, len(there), min(marks, key=_badness).kind if marks else ""))
    return tuple(found)


def _badness(mark: Mark) -> tuple[int, int]:
    return _HEAVY.get(mark.severity, 1), _BAD.index(mark.kind)


def _lane(name: str) -> str:
    return name.rpartition("@")[0]


def _between(ways: Iterable[Flow], standing: set[str], away: Mapping[str, str]) -> tuple[Flow, ...]:
    """The ways between what is shown, where what is folded away has its count to stand for it.

    Several ways between the same two become one, which nobody drew; between two counts only the ways along one lane are kept.
    """
    found: list[Flow] = []
    joined: dict[tuple[str, str], int] = {}
    for flow in ways:
        source = flow.source if flow.source in standing else away.get(flow.source)
        target = flow.target if flow.target in standing else away.get(flow.target)
        if source is None or target is None:
            continue
        if source == flow.source and target == flow.target:
            found.append(flow)
            continue
        if source == target or (source != flow.source and target != flow.target and _lane(source) != _lane(target)):
            continue
        before = joined.get((source, target))
        if before is None:
            joined[source, target] = len(found)
            found.append(Flow(source, target, flow.kind, flow.link))
        else:
            there = found[before]
            found[before] = there._replace(kind="next" if there.kind != flow.kind else flow.kind, link=None)
    return tuple(found)


def _ways(scope: Scope) -> tuple[Flow, ...]:
    """The ways on; where two states are compared those of the later one, and the links that are gone."""
    blueprint = scope.blueprint
    if scope.compared is None:
        return flows(blueprint)
    names = ("steps", "cards", "links")
    living = {name: Collection(each for id, each in blueprint.collection(name).items() if not scope.gone(name, id)) for name in names}
    gone = [link for id, link in blueprint.links.items() if scope.gone("links", id)]
    there = flows(replace(blueprint, **living))  # type: ignore[arg-type]
    return (*there, *(Flow(link.source, link.target, link.kind or "trigger", link) for link in gone))
