"""What is left of the price once the work and the goods are paid (Shostack 1984)."""

from footlights.model import Blueprint, FootlightsError, Money

from .path_time import path_time

__all__ = ["profit"]


def profit(blueprint: Blueprint, work_s: float) -> Money | None:
    """The price minus `work_s` seconds of work minus what the cards cost each time, in the price's currency.

    Work is paid at the rate of whoever acts on the longest path (`cost-per-hour`), each in the measure of the time their
    cards take there. None where the price is unknown, or who does the work, or what an hour of them costs. Raises
    FootlightsError when amounts in different currencies would have to be added. After Shostack, "Designing services that
    deliver" (1984): profit as a function of execution time.
    """
    rate = _rate(blueprint)
    if blueprint.price is None or rate is None:
        return None
    costs = [card.cost for card in blueprint.cards.values() if card.cost is not None]
    currencies = {money.currency for money in (blueprint.price, rate, *costs)}
    if len(currencies) > 1:
        raise _mixed(currencies)
    left = blueprint.price.amount - rate.amount * work_s / 3600 - sum(cost.amount for cost in costs)
    return Money(round(left, 6), blueprint.price.currency)


def _rate(blueprint: Blueprint) -> Money | None:
    """What an hour of work on the longest path costs; None where somebody's rate, or who they are, is unknown."""
    paid = seconds = 0.0
    currencies: set[str] = set()
    for card in filter(None, map(blueprint.cards.get, path_time(blueprint).path)):
        length = card.time.seconds if card.time else None
        if length is None:
            continue
        rates = [_cost_per_hour(blueprint, actor) for actor in card.by]
        known = [rate for rate in rates if rate is not None]
        if not known or len(known) < len(rates):
            return None
        seconds += length
        paid += length * sum(rate.amount for rate in known)
        currencies |= {rate.currency for rate in known}
    if len(currencies) > 1:
        raise _mixed(currencies)
    return Money(paid / seconds, currencies.pop()) if seconds else None


def _mixed(currencies: set[str]) -> FootlightsError:
    names = " and ".join(sorted(currencies))
    return FootlightsError(f"amounts in {names} cannot be added", "write all amounts in one currency")


def _cost_per_hour(blueprint: Blueprint, actor: str) -> Money | None:
    known = blueprint.actors.get(actor)
    return None if known is None else known.cost_per_hour
