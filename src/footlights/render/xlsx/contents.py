"""The lists of a workbook: steps, cards and links as they are shown, and the findings and actions of the blueprint."""

from collections.abc import Mapping

from footlights.drawing import Drawing, Group
from footlights.facts import CheckFinding, shown, title_of
from footlights.model import Action, Address, Blueprint, Finding
from footlights.render.cells import Cell, Cells, Strip
from footlights.render.details import Detail, Details
from footlights.render.options import Subject
from footlights.render.reading import arrows_of
from footlights.words import choice, signed, word

from .ink import Length, Place, Share
from .lists import Listed

__all__ = ["lists_of"]

_NARROW, _SHORT, _NAME, _TEXT = 9.0, 13.0, 22.0, 44.0
#: Where the elements that are shown stand in the grid, by their addresses.
Places = Mapping[str, Place]


def lists_of(drawing: Drawing, cells: Cells, details: Details, subject: Subject | None, places: Places) -> list[Listed]:
    """The lists that hold anything, in their order."""
    language = drawing.language
    found = [_steps(cells, details, places), _cards(cells, details, places), _links(drawing, details, places)]
    if subject is not None:
        found += [_findings(subject, language, places), _actions(subject.blueprint, language)]
    return [listed for listed in found if listed.rows]


def _heads(language: str, *heads: tuple[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple((word(name if "." in name else f"sheet.{name}", language), wide) for name, wide in heads)


def _lengths(detail: Detail) -> tuple[Length | None, ...]:
    return tuple([Length(seconds) if seconds is not None else None for seconds in detail.times])


_TIMES = (("work", _SHORT), ("wait", _SHORT), ("standard", _SHORT), ("tolerance", _SHORT))


def _steps(cells: Cells, details: Details, places: Places) -> Listed:
    """A row a step, as the customer lives it."""
    language = details.language
    feelings: dict[int, list[str]] = {}
    for strip in cells.strips:
        for cell in strip.cells:
            level = details.of(cell).level if cell.whose else None
            if level is not None:
                feelings.setdefault(cell.first, []).append(f"{cell.whose} {signed(level, language)}")
    rows = []
    for number, column in enumerate(cells.columns):
        if not column.address.startswith("steps/"):
            continue
        detail = details.of(Cell("card", column.address, column.name, number, number, 0))
        told = (
            column.phase, column.name, detail.text, detail.thinks, detail.expects, "\n".join(feelings.get(number, ())), detail.truth,
            detail.desired, detail.actual, detail.owner, *_lengths(detail), detail.cost, detail.basis, "; ".join(detail.source),
            _noticed(detail), places.get(column.address),
        )  # fmt: skip
        rows.append((column.address, told))
    heads = _heads(
        language, ("word.phase", _NAME), ("word.step", 30), ("text", 34), ("word.thinks", 34), ("word.expects", 34),
        ("lane.emotion", _NAME), ("truth", _SHORT), ("desired", _SHORT), ("actual", _SHORT), ("owner", _NAME), *_TIMES, ("cost", _SHORT),
        ("basis", _SHORT), ("source", _NAME), ("marks", _TEXT), ("place", _NARROW),
    )  # fmt: skip
    return Listed(word("sheet.steps", language), "steps", heads, tuple(rows))


def _noticed(detail: Detail) -> str:
    return "\n".join(text for _, text in detail.marks)


def _cards(cells: Cells, details: Details, places: Places) -> Listed:
    """A row a card, in the order in which they are read."""
    language = details.language
    rows = [_card(cells, strip, cell, details, places) for strip, cell in cells.in_order() if cell.address.startswith("cards/")]
    heads = _heads(
        language, ("text", _TEXT), ("word.phase", _NAME), ("word.step", 28), ("word.row", _NAME), ("by", _NAME), ("via", _NAME),
        ("uses", _NAME), ("mode", _SHORT), ("until", _NAME), *_TIMES, ("cost", _SHORT), ("basis", _SHORT), ("source", _NAME),
        ("marks", _TEXT), ("note", _TEXT), ("reason", _TEXT), ("place", _NARROW),
    )  # fmt: skip
    return Listed(word("sheet.cards", language), "cards", heads, tuple(rows))


def _card(cells: Cells, strip: Strip, cell: Cell, details: Details, places: Places) -> tuple[str, tuple[object, ...]]:
    detail, column = details.of(cell), cells.columns[cell.first]
    return cell.address, (
        detail.text, column.phase, column.name, strip.name, ", ".join(detail.by), ", ".join(detail.via), ", ".join(detail.uses),
        detail.mode, detail.until, *_lengths(detail), detail.cost, detail.basis, "; ".join(detail.source), _noticed(detail), detail.note,
        detail.reason, places.get(cell.address),
    )  # fmt: skip


def _links(drawing: Drawing, details: Details, places: Places) -> Listed:
    """A row for each link that somebody drew."""
    language, links = drawing.language, details.blueprint.links
    ends_by_id = {group.address.partition("/")[2]: (group.address, group.label) for group in _ends(drawing)}
    rows = []
    for arrow, label in arrows_of(drawing):
        ends = dict(arrow.facts)
        (source, said), (target, then) = (ends_by_id.get(id, (id, id)) for id in (ends.get("from", ""), ends.get("to", "")))
        link = links.get(arrow.address.partition("/")[2])
        when = details.say(link.when) if link is not None else label
        share = Share(link.share) if link is not None and link.share is not None else None
        told = (said, then, arrow.label, when, share, places.get(source), places.get(target))
        rows.append((arrow.address, told))
    heads = _heads(
        language, ("from", _TEXT), ("to", _TEXT), ("kind", _NAME), ("when", _TEXT), ("share", _SHORT), ("from", _NARROW), ("to", _NARROW)
    )
    return Listed(word("sheet.links", language), "links", heads, tuple(rows))


def _ends(drawing: Drawing) -> list[Group]:
    """What a link can begin or end at: steps, then cards, which go first where both have an id."""
    return [group for kind in ("step", "card") for group in drawing.groups if group.kind == kind and group.address]


def _findings(subject: Subject, language: str, places: Places) -> Listed:
    """A row for each finding: those that people wrote down, then those of the checks."""
    blueprint = subject.blueprint
    rows = [_written(blueprint, finding, language, places) for finding in blueprint.findings.values()]
    rows += [_checked(blueprint, finding, language, places) for finding in subject.findings()]
    heads = _heads(
        language, ("severity", _SHORT), ("finding", 54), ("about", 34), ("why", 54), ("hint", 54), ("status", _SHORT), ("check", 26),
        ("place", _NARROW),
    )  # fmt: skip
    return Listed(word("sheet.findings", language), "findings", heads, tuple(rows))


def _written(blueprint: Blueprint, finding: Finding, language: str, places: Places) -> tuple[str, tuple[object, ...]]:
    addresses = [found for each in finding.on if (found := blueprint.resolve(each)) is not None]
    about = "; ".join(_called(blueprint, address, language) for address in addresses)
    at = next((place for address in addresses if (place := places.get(str(address))) is not None), None)
    status, severity = choice(finding.status or "open", language), choice(finding.severity, language) if finding.severity else ""
    said = blueprint.say(finding.title, language) or finding.id
    return f"findings/{finding.id}", (severity, said, about, blueprint.say(finding.why, language), "", status, finding.fingerprint, at)


def _checked(blueprint: Blueprint, finding: CheckFinding, language: str, places: Places) -> tuple[str, tuple[object, ...]]:
    severity = word("sheet.error", language) if finding.severity == "error" else choice(finding.severity, language)
    about = _called(blueprint, finding.address, language)
    at = places.get(str(finding.address.element()))
    told = (severity, finding.text(language), about, finding.why(language), finding.hint(language), "", finding.title(language), at)
    return finding.fingerprint, told


def _called(blueprint: Blueprint, address: Address, language: str) -> str:
    return shown(title_of(blueprint, address.element()), language, blueprint.language or "en")


def _actions(blueprint: Blueprint, language: str) -> Listed:
    """A row for each action, in the order in which they were written down."""
    rows = [(f"actions/{action.id}", _action(blueprint, action, language)) for action in blueprint.actions.values()]
    heads = _heads(
        language, ("action", 54), ("status", _SHORT), ("owner", _NAME), ("department", _NAME), ("due", _SHORT), ("cost", _SHORT),
        ("impact", _SHORT), ("effort", _SHORT), ("votes", _NARROW), ("effect", 34), ("closes", 54), ("ticket", _NAME),
    )  # fmt: skip
    return Listed(word("sheet.actions", language), "actions", heads, tuple(rows))


def _action(blueprint: Blueprint, action: Action, language: str) -> tuple[object, ...]:
    owner = blueprint.actors.get(action.owner or "")
    effect = shown(action.effect, language, blueprint.language or "en") if action.effect is not None else ""
    closes = "\n".join(_called(blueprint, Address("findings", id), language) for id in action.closes)
    return (
        blueprint.say(action.title, language) or action.id, choice(action.status or "open", language),
        (blueprint.say(owner.name, language) or owner.id) if owner is not None else action.owner,
        blueprint.say(owner.department, language) if owner is not None else "", action.due, action.cost, action.impact, action.effort,
        action.votes, effect, closes, action.ticket,
    )  # fmt: skip
