"""The sections of an atlas's page."""

from collections.abc import Iterable

from footlights.atlas import REGISTERS, Atlas, Journey, Service
from footlights.model import Text, say
from footlights.render.svg import escape
from footlights.words import choice, chosen, duration_text, number, phrase, signed

__all__ = ["journeys_part", "plan_part", "registers_part", "services_part", "spots_part"]


def journeys_part(atlas: Atlas, language: str) -> str:
    """Every journey and how it stands, those below their promise first; "" without any."""
    heads = ("journey", "state", "below", "broken", "lowest", "time", "high", "actions", "assumed")
    return _table(heads, (_journey(journey, language) for journey in atlas.journeys), language, "journeys")


def spots_part(atlas: Atlas, language: str) -> str:
    """What stands behind moments below their level, in several journeys first; "" where nothing does."""
    rows = []
    for spot in atlas.weak_spots:
        where = [use for use in spot.uses if use.below]
        steps = ""
        for use in where:
            names = "; ".join(_step(atlas, use.leaf, step, language) for step in use.below)
            steps += f"<li><b>{_named(atlas, use.leaf, language)}</b>: {names}</li>"
        kind = escape(phrase(f"atlas.one.{spot.collection}", language))
        rows.append(
            [f'{_text(spot.name, language)} <span class="kind">{kind}</span>', str(len(where)), str(spot.below), f"<ul>{steps}</ul>"]
        )
    return _table(("spot", "in-journeys", "moments-below", "where"), rows, language, "spots")


def services_part(atlas: Atlas, language: str) -> str:
    """The service map: a band for each service, its journeys with their phases, and what it shares with other services."""

    def called(service: Service) -> str:
        return service.journeys[0].leaf.say(service.name, language).casefold()

    return "".join(_service(service, language) for service in sorted(atlas.services, key=lambda each: (not called(each), called(each))))


def registers_part(atlas: Atlas, language: str) -> str:
    """Every actor, department, system, channel and persona, with where each is used."""
    found = []
    for collection in REGISTERS:
        entries = atlas.registers[collection]
        rows = [
            [
                _text(entry.name, language),
                str(entry.blueprints),
                str(sum(use.cards for use in entry.uses)),
                str(entry.moments),
                str(entry.below) if entry.below else "",
                ", ".join(_named(atlas, use.leaf, language) for use in entry.uses),
            ]
            for entry in entries
        ]
        if rows:
            table = _table(("name", "in-journeys", "cards", "moments", "below", "where"), rows, language, collection)
            name = escape(phrase(f"atlas.{collection}", language))
            found.append(f'<details open><summary>{name} <span class="n">{len(rows)}</span></summary>{table}</details>')
    return "".join(found)


def plan_part(atlas: Atlas, language: str) -> str:
    """What is still to be done over all, what is late first; "" where nothing is."""
    rows = []
    for leaf in atlas.leaves:
        for action in leaf.blueprint.actions.values():
            if action.status in ("done", "dropped"):
                continue
            owner = leaf.blueprint.actors.get(action.owner or "")
            late = action.due is not None and action.due < atlas.today
            due = "" if action.due is None else action.due.isoformat()
            cells = [
                escape(leaf.say(action.title, language) or action.id),
                escape(leaf.say(owner.name, language))
                if owner is not None
                else f'<b class="warn">{escape(phrase("plan.nobody", language))}</b>',
                f'<b class="warn">{due} · {escape(phrase("atlas.late", language))}</b>' if late else due,
                escape(choice(action.status or "open", language)),
                escape(leaf.say(leaf.title, language)),
            ]
            rows.append((not late, due or "9999", cells))
    heads = ("action", "owner", "due", "status", "journey")
    return _table(heads, (cells for _, _, cells in sorted(rows, key=lambda row: row[:2])), language, "plan")


def _journey(journey: Journey, language: str) -> list[str]:
    leaf = journey.leaf
    blueprint = leaf.blueprint
    service = leaf.say(blueprint.service, language)
    total = "" if journey.total_s is None else duration_text(journey.total_s, chosen(language))
    under = f'<span class="sub">{escape(service)}</span><span class="sub file">{escape(leaf.name)}</span>'
    return [
        f"<b>{escape(leaf.say(leaf.title, language))}</b>{under}",
        escape(choice(blueprint.state, language)) if blueprint.state else "",
        _bar(journey.below, journey.moments, language),
        f'<b class="warn">{journey.broken_promises}</b>' if journey.broken_promises else "",
        "" if journey.lowest is None else escape(signed(journey.lowest, language)),
        f"{escape('≥ ' if journey.unknown and total else '')}{escape(total)}",
        f'<b class="warn">{journey.high}</b>' if journey.high else "",
        f"{journey.actions}" + (f' <b class="warn">({journey.late} {escape(phrase("atlas.late", language))})</b>' if journey.late else ""),
        "" if journey.assumed is None else f"{number(round(journey.assumed * 100), language)} %",
    ]


def _bar(below: int, moments: int, language: str) -> str:
    """How many moments stay below their level, of how many; in words and as a bar."""
    if not moments and not below:
        return ""
    most = max(moments, below)
    said = escape(phrase("atlas.of", language, n=below, all=most))
    dots = "".join(f'<i class="{"bad" if at < below else "good"}"></i>' for at in range(min(most, 12)))
    return f'<span class="dots" aria-hidden="true">{dots}</span> {said}'


def _service(service: Service, language: str) -> str:
    first = service.journeys[0].leaf
    name = escape(first.say(service.name, language)) or escape(phrase("atlas.no-service", language))
    journeys = "".join(_route(journey, language) for journey in service.journeys)
    shared = ", ".join(_text(each.name, language) for each in service.shares[:12])
    note = f'<p class="shares">{escape(phrase("atlas.shares", language))}: {shared}</p>' if shared else ""
    return f'<div class="band" data-row><h3>{name}</h3>{journeys}{note}</div>'


def _route(journey: Journey, language: str) -> str:
    """A journey as a route through its phases; a phase with a moment below its level carries a sign and the word for it."""
    leaf = journey.leaf
    below = {step.phase for step in leaf.below}
    word = escape(phrase("atlas.below-level", language))
    sign = f' <span class="sign" title="{word}">▼<span class="spoken">{word}</span></span>'
    phases = ""
    for phase in leaf.blueprint.phases.values():
        name = escape(leaf.say(phase.title, language) or phase.id)
        phases += f'<li class="weak">{name}{sign}</li>' if phase.id in below else f"<li>{name}</li>"
    return f'<div class="route"><p>{escape(leaf.say(leaf.title, language))}</p><ol>{phases}</ol></div>'


def _table(heads: Iterable[str], rows: Iterable[list[str]], language: str, name: str) -> str:
    body = "".join(f"<tr data-row>{''.join(_cell(at, cell) for at, cell in enumerate(row))}</tr>" for row in rows)
    if not body:
        return ""
    head = "".join(f'<th scope="col">{escape(phrase(f"atlas.col.{each}", language))}</th>' for each in heads)
    label = escape(phrase(f"atlas.{name}", language))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="wide" tabindex="0" role="region" aria-label="{label}">{table}</div>'


def _cell(at: int, html: str) -> str:
    return f'<th scope="row">{html}</th>' if at == 0 else f"<td>{html}</td>"


def _text(text: Text, language: str) -> str:
    return escape(" ".join(say(text, language).split()))


def _named(atlas: Atlas, name: str, language: str) -> str:
    leaf = atlas.leaf(name)
    return escape(leaf.say(leaf.title, language))


def _step(atlas: Atlas, name: str, id: str, language: str) -> str:
    leaf = atlas.leaf(name)
    step = leaf.blueprint.steps[id]
    return escape(leaf.say(step.title or step.does, language) or id)
