"""What stands behind what, what an outage reaches and what to do first, as pages of the terminal."""

import shutil
import sys
from collections.abc import Callable, Sequence

from rich.console import Console
from rich.text import Text as Line

from footlights.cli.reasons import Reasons
from footlights.cli.wording import Wording
from footlights.measures import GRADE_WEIGHTS, PLACES_ON_MAP, Account, Attribution, Entry, Hit, Outage, Priorities, Stopped
from footlights.model import Address

from .page import Page
from .telling import Said

__all__ = ["say_page", "show_attribution", "show_outage", "show_priorities"]

#: How wide a page is where nothing says it, and how narrow or wide it may get.
_WIDTH, _LEAST, _MOST = 100, 40, 120
#: How many accounts of a kind are shown, how many of these line by line, and how many lines each.
_ACCOUNTS, _EXPLAINED, _LINES = 5, 3, 3
_BAR = 10


def say_page(fill: Callable[[Page], None]) -> None:
    """Fill a page as wide as the terminal and print it; colours only where a terminal shows them."""
    width = max(_LEAST, min(_MOST, shutil.get_terminal_size((_WIDTH, 24)).columns))
    page = Page(width)
    fill(page)
    console = Console(file=sys.stdout, width=width, highlight=False, emoji=False, markup=False)
    for line in page.lines:
        console.print(line, no_wrap=True, overflow="ignore", crop=False)


def show_attribution(page: Page, found: Attribution, wording: Wording, everything: bool) -> None:
    """Weak touchpoints, then what stands behind them by kind, what stands under the moments of truth, and the limits."""
    _title(page, wording("behind.title", title=wording.say(wording.blueprint.title)))
    if found.weak:
        _head(page, wording("behind.weak"))
        for weak in found.weak:
            told = " · ".join(part for part in (wording.short(weak), wording.reach(weak.exposure), wording.owner(weak.step)) if part)
            _touchpoint(page, wording, weak.step, told, "" if weak.stands else wording("behind.nothing"))
        assumed = sum(weak.basis == "assumed" for weak in found.weak)
        if assumed:
            page.put([Said(Line(wording("behind.assumed", n=assumed, all=len(found.weak)), "dim"))], 2)
    else:
        page.gap()
        page.put([Said(Line(wording("behind.none")))])
    for kind in ("departments", "actors", "systems", "cards"):
        _accounts(page, [account for account in found.accounts if account.collection == kind], wording, everything)
    _under(page, found, wording, everything)
    if found.unsaid:
        page.gap()
        page.put([Said(Line(wording("behind.unsaid", steps=wording.listed([wording.step(step) for step in found.unsaid]))))])
    page.gap()
    if found.accounts:
        _note(page, wording("behind.explain", ungraded=wording.figure(GRADE_WEIGHTS[None])))
    _note(page, wording("behind.limits"))


def show_outage(page: Page, found: Outage, wording: Wording) -> None:
    """Whom it reaches, what stops, what the customer meets, and what was promised."""
    name = f"{wording.name(found.element)} ({wording.kind(found.element)})"
    _title(page, wording("out.title", name=name))
    page.gap()
    others = [wording.name(address) for address in found.out if address != found.element]
    if others:
        page.put([Said(Line(wording("out.with", names=wording.listed(others))))])
    if not found.cards:
        page.put([Said(Line(wording("out.nowhere", name=wording.name(found.element))))])
        return
    _reached(page, found, wording)
    _stopped(page, wording("out.stops"), [card for card in found.cards if card.stops], wording)
    _stopped(page, wording("out.goes-on"), [card for card in found.cards if not card.stops], wording)
    _head(page, wording("out.steps"))
    told: set[str] = set()
    for hit in found.steps:
        _hit(page, hit, wording, told)
        told.update(hit.recoveries)
    for key, collection, ids in (("promises", "promises", found.promises), ("agreements", "agreements", found.agreements)):
        if ids:
            _head(page, wording(f"out.{key}"))
            page.put([Said(Line(wording.name(Address(collection, id))), 2) for id in ids], 2)
    page.gap()
    if found.without_fallback:
        steps = wording.listed([wording.step_with_grade(step) for step in found.without_fallback])
        page.put([Said(Line(wording("out.bare", steps=steps), "bold"))])
    _note(page, wording("out.limits"))


def show_priorities(page: Page, found: Priorities, wording: Wording, everything: bool) -> None:
    """The short list with its reasons, then the map, the grades, the needs and the actions."""
    _title(page, wording("first.title", title=wording.say(wording.blueprint.title)))
    page.gap()
    if not found.ranked:
        page.put([Said(Line(wording("first.nothing")))])
    reasons = Reasons(wording)
    shown = found.ranked if everything else found.first
    for rank, line in enumerate(shown, 1):
        stars = wording.stars(line.weak.grade) if line.weak is not None else ""
        head = Line.assemble((f"{rank}. ", "bold cyan"), (wording.name(line.about), "bold"))
        page.put([Said(head.append(f"  {stars}", "yellow") if stars else head, 3)])
        page.put([Said(Line(sentence), 2) for sentence in reasons.sentences(line)], 3)
        page.gap()
    rest = [wording.name(line.about) for line in found.ranked[len(shown) :]]
    if rest:
        page.put([Said(Line(wording("first.others", names=wording.listed(rest)), "dim"))])
    _map(page, found, wording)
    _grades_and_needs(page, found, wording)
    _actions(page, found, wording)


def _title(page: Page, text: str) -> None:
    page.put([Said(Line(text, "bold"), 2)])


def _head(page: Page, text: str) -> None:
    page.gap()
    page.rule(text, "─", "cyan")


def _note(page: Page, text: str) -> None:
    page.put([Said(Line(text, "dim"))])


def _touchpoint(page: Page, wording: Wording, step: str, told: str, warning: str = "") -> None:
    stars = wording.stars(wording.blueprint.steps[step].moment_of_truth)
    line = Line.assemble((wording.step(step), "bold"), (f" {stars}" if stars else "", "yellow"), f"  {told}")
    page.put([Said(line.append(f" · {warning}", "red") if warning else line, 2)], 2)


def _accounts(page: Page, accounts: Sequence[Account], wording: Wording, everything: bool) -> None:
    if not accounts:
        return
    _head(page, wording(f"behind.{accounts[0].collection}"))
    shown = accounts if everything else accounts[:_ACCOUNTS]
    for number, account in enumerate(shown):
        address = Address(account.collection, account.id)
        bar = "━" * max(round(account.near_share * _BAR), 1 if account.near else 0)
        line = Line.assemble((f"{bar:<{_BAR}} ", "cyan"), f"{wording.percent(account.near_share):>5}  ", (wording.name(address), "bold"))
        if wording.kind(address) == wording("kind.partner"):
            line.append(f" ({wording.kind(address)})", "dim")
        if account.collection == "cards":
            line.append(f" {wording('behind.at', step=wording.step(wording.blueprint.cards[account.id].step))}", "dim")
        if wording.percent(account.share) != wording.percent(account.near_share):
            line.append(f"  {wording('behind.further', share=wording.percent(account.share))}", "dim")
        page.put([Said(line, _BAR + 8)], 2)
        if everything or number < _EXPLAINED:
            _explain(page, account, wording, everything)
    _rest(page, len(accounts) - len(shown), wording)


def _explain(page: Page, account: Account, wording: Wording, everything: bool) -> None:
    entries = account.entries
    shown = entries if everything else _telling(account)
    for entry in shown:
        grade = wording.figure(GRADE_WEIGHTS[entry.grade])
        parts = {"weight": wording.figure(entry.weight), "levels": wording.figure(entry.shortfall), "grade": grade}
        total = wording("behind.sum", share=wording.percent(entry.exposure.share), **parts)
        cards = wording.cards(stand for stand in entry.stands if stand.distance <= 1)
        told = cards if entry.near else wording("behind.way", cards=wording.cards(entry.stands))
        line = Line.assemble((f"{total}  ", "dim"), wording.step(entry.step), (f": {told}", "dim"))
        page.put([Said(line, 2)], _BAR + 10)
    _rest(page, len(entries) - len(shown), wording, _BAR + 10)


def _telling(account: Account) -> Sequence[Entry]:
    """The entries that make up most of an account: near ones, without those that hardly weigh."""
    near = [entry for entry in account.entries if entry.near and entry.weight >= account.near / 20]
    return near[:_LINES] or account.entries[:1]


def _rest(page: Page, count: int, wording: Wording, indent: int = 2) -> None:
    if count > 0:
        page.put([Said(Line(wording("and-more", n=count), "dim"))], indent)


def _under(page: Page, found: Attribution, wording: Wording, everything: bool) -> None:
    if not found.under:
        return
    _head(page, wording("behind.under"))
    named = [each for each in found.under if each.collection != "cards"] or list(found.under)
    shown = named if everything else named[: _ACCOUNTS + 2]
    for each in shown:
        address = Address(each.collection, each.id)
        count = wording("behind.of", n=len(each.moments), all=len(found.moments))
        steps = wording.listed([wording.step(step) for step in each.moments])
        line = Line.assemble((f"{count}  ", "cyan"), (wording.name(address), "bold"), (f" ({wording.kind(address)})", "dim"))
        page.put([Said(line.append(f": {steps}", "dim"), 6)], 2)
    _rest(page, len(named) - len(shown), wording)


def _reached(page: Page, found: Outage, wording: Wording) -> None:
    hard = any(hit.state != "weakened" for hit in found.steps)
    reach = wording.reach(found.exposure)
    said = wording("out.reach", reach=reach) if hard else wording("out.reach-weak", reach=reach[:1].upper() + reach[1:])
    if found.steps:
        page.put([Said(Line(said))])
    graded = [step.id for step in wording.blueprint.steps.values() if step.moment_of_truth]
    if found.moments:
        steps = wording.listed([wording.step_with_grade(step) for step in found.moments])
        page.put([Said(Line(wording("out.truths", n=len(found.moments), all=len(graded), steps=steps)))])
    elif graded:
        page.put([Said(Line(wording("out.no-truths")))])


def _stopped(page: Page, head: str, cards: Sequence[Stopped], wording: Wording) -> None:
    if not cards:
        return
    _head(page, head)
    for each in cards:
        line = Line(wording.card(each.card))
        line.append(f"  ({wording.step(wording.blueprint.cards[each.card].step)})", "dim")
        if not each.stops:
            automated = all(address.collection == "systems" for address in each.left)
            left = wording.listed([wording.name(address) for address in each.left])
            line.append(f" · {wording('out.by-itself') if automated else wording('out.left', names=left)}")
        page.put([Said(line, 2)], 2)


def _hit(page: Page, hit: Hit, wording: Wording, told_before: set[str]) -> None:
    """One step; a recovery that was told before is not told again."""
    colour = {"closed": "red", "other-way": "yellow", "unsupported": "yellow", "waits": "yellow"}.get(hit.state, "default")
    stars = wording.stars(hit.grade)
    head = Line.assemble((wording.step(hit.step), "bold"), (f" {stars}" if stars else "", "yellow"), "  ")
    page.put([Said(head.append(wording(f"out.{hit.state}"), colour).append(f" · {wording.reach(hit.exposure)}", "dim"), 4)], 2)
    told = [wording("out.by", cards=wording.cards(hit.stands))]
    if hit.ways:
        told.append(wording("out.ways", cards=wording.listed([wording.card(card) for card in hit.ways])))
    for id in [id for id in hit.recoveries if id not in told_before]:
        mark = wording.blueprint.marks[id]
        told.append(wording("out.recovery", mark=wording.name(Address("marks", id)), recovery=wording.say(mark.recovery)))
    if hit.fallback == "none":
        told.append(wording("out.none"))
    page.put([Said(Line(sentence), 2) for sentence in told], 6)


def _map(page: Page, found: Priorities, wording: Wording) -> None:
    if not found.placed:
        return
    _head(page, wording("map.title"))
    for place in PLACES_ON_MAP:
        here = [each for each in found.placed if each.place == place]
        here.sort(key=lambda each: (-(each.grade or 0), -(each.short or 0)))
        if here:
            told = " · ".join(wording.step_with_grade(each.step) for each in here)
            page.put([Said(Line.assemble((f"{wording(f'map.{place}')}: ", "bold"), told), 4)], 2)


def _grades_and_needs(page: Page, found: Priorities, wording: Wording) -> None:
    if any(each.steps for each in found.grades):
        _head(page, wording("grades.title"))
        for each in found.grades:
            if each.steps:
                told = wording("grades.some" if each.short else "grades.fine", n=len(each.steps), short=len(each.short))
                unknown = f" · {wording('grades.unknown', n=len(each.unknown))}" if each.unknown else ""
                page.put([Said(Line.assemble((f"{wording.stars(each.grade)}  ", "yellow"), told, unknown), 6)], 2)
    if found.needs:
        _head(page, wording("needs.title"))
        figures = [wording("needs.unknown") if need.met is None else wording.percent(need.met) for need in found.needs]
        wide = max(len(figure) for figure in figures)
        for need, met in zip(found.needs, figures, strict=True):
            phase = wording.blueprint.phases[need.phase]
            told = wording.say(phase.need)
            line = Line.assemble((f"{met:>{wide}}  ", "cyan"), wording.say(phase.title) or phase.id, (f": {told}" if told else "", "dim"))
            page.put([Said(line, wide + 2)], 2)


def _actions(page: Page, found: Priorities, wording: Wording) -> None:
    if not found.actions:
        return
    _head(page, wording("actions.title"))
    reasons = Reasons(wording)
    places = list(dict.fromkeys(each.place for each in found.actions))
    for place in places:
        page.put([Said(Line(wording(f"actions.{place}"), "bold"))], 2)
        for each in found.actions:
            if each.place == place:
                told = [reasons.action(each.action)]
                if place != "unknown":
                    told.append(wording("actions.estimate", impact=each.impact, effort=each.effort))
                if each.votes:
                    told.append(wording.counted("first.votes", each.votes).rstrip("."))
                page.put([Said(Line(" · ".join(told)), 2)], 4)
