"""A report of several pages: cover, overview, a picture for each phase, findings, plan, sources, and everything in words."""

from collections.abc import Iterator
from typing import Any

from footlights.drawing import Drawing, Group
from footlights.model import Blueprint, FootlightsError, languages_of
from footlights.render.options import Options, Subject
from footlights.words import word

from .content import phases, plain, steps_told
from .lists import findings_of, plan_of, sources_of
from .paper import MILLIMETRE, POINTS, Sheet, page_named
from .pictures import Box, cleared, extent, logo_alone, picture, seen

__all__ = ["report"]

#: Points: how wide and how high a logo gets on the cover.
_LOGO = 55 * MILLIMETRE, 14 * MILLIMETRE

#: Points: the edges of a page, what its heading and its foot take, and the gap below the heading.
EDGE, HEAD, FOOT = 14 * MILLIMETRE, 17 * MILLIMETRE, 11 * MILLIMETRE
#: Points of a CSS pixel: below the first a larger sheet is taken, below the second a phase goes over several; none is above the last.
_SMALL, _LEAST, _MOST = 0.62 * POINTS, 0.5 * POINTS, 1.25 * POINTS


def report(drawing: Drawing, options: Options, sheet: Sheet) -> tuple[list[dict[str, Any]], list[str]]:
    """The pieces of the report in their order, and the pictures that they name by their number.

    Raises FootlightsError without the blueprint behind the drawing.
    """
    subject = options.subject
    if subject is None:
        raise FootlightsError("a report needs the blueprint behind the picture", "draw it from the blueprint, or choose another page")
    language, pictures = drawing.language, list[str]()
    pieces: list[dict[str, Any]] = [_cover(subject.blueprint, drawing, sheet)]
    logo = options.theme.logo if options.theme is not None else None
    if logo is not None:
        share = min(_LOGO[0] / logo.width, _LOGO[1] / logo.height)
        pieces[0]["logo"] = {"picture": len(pictures), "width": logo.width * share, "height": logo.height * share}
        pictures.append(logo_alone(logo))
    for number, (heading, about, made) in enumerate(_looks(drawing, subject)):
        pieces += _pages(heading, about, made, options, sheet, pictures, whole=number == 0)
    paper = {"width": sheet.width, "height": sheet.height}
    plan = plan_of(subject, language)
    pieces += [
        {"kind": "findings", "title": word("sheet.findings", language), "lists": findings_of(subject, language), **paper},
        {"kind": "plan", "title": word("print.plan", language), **plan, **paper},
        {"kind": "sources", "title": word("print.sources", language), "rows": sources_of(subject.blueprint, language), **paper},
        {"kind": "words", "title": word("print.words", language), "phases": phases(drawing), **paper},
    ]
    return pieces, pictures


def _cover(blueprint: Blueprint, drawing: Drawing, sheet: Sheet) -> dict[str, Any]:
    language = drawing.language
    owner = blueprint.actors.get(blueprint.owner or "")
    called = (blueprint.say(owner.name, language) if owner is not None else "") or blueprint.owner or ""
    reviewed = blueprint.reviewed.isoformat() if blueprint.reviewed else word("print.not-reviewed", language)
    tags = dict.fromkeys([blueprint.language or "en", *blueprint.languages, *languages_of(blueprint.title)])
    facts = (
        ("print.scenario", blueprint.say(blueprint.scenario, language)),
        ("print.state", word(f"state.{blueprint.state}", language) if blueprint.state else ""),
        ("print.owner", called), ("print.reviewed", reviewed), ("print.languages", ", ".join(_NAMES.get(tag, tag) for tag in tags)),
    )  # fmt: skip
    return {
        "kind": "cover", "service": plain(blueprint.say(blueprint.service, language)), "contents": word("print.contents", language),
        "about": plain(drawing.description), "facts": [[word(key, language), plain(said)] for key, said in facts if plain(said)],
        "width": sheet.width, "height": sheet.height,
    }  # fmt: skip


#: Languages by their own names.
_NAMES = {"en": "English", "nl": "Nederlands", "es": "Español", "de": "Deutsch", "fr": "Français", "it": "Italiano", "pt": "Português"}


def _looks(drawing: Drawing, subject: Subject) -> Iterator[tuple[str, str, Drawing]]:
    """What the pictures show: (heading, what is said of it, drawing), first the whole and then each phase that is shown."""
    language, blueprint, view = drawing.language, subject.blueprint, subject.view
    whole = subject.redraw(view._replace(zoom="overview")) if view.zoom != "overview" else drawing
    yield word("print.overview", language), "", whole
    shown = [group.address.partition("/")[2] for group in drawing.groups if group.kind == "phase"]
    ids = [id for id in dict.fromkeys(shown) if id in blueprint.phases]
    if not ids:
        yield plain(drawing.title) or word("word.untitled", language), "", drawing
        return
    for number, id in enumerate(ids, 1):
        phase = blueprint.phases[id]
        need = blueprint.say(phase.need, language)
        met = f" ({word('word.met', language, share=f'{phase.met * 100:.0f} %')})" if need and phase.met is not None else ""
        about = f"{word('word.need', language)}: {need}{met}" if need else ""
        yield f"{number}. {plain(blueprint.say(phase.title, language)) or id}", plain(about), subject.redraw(view._replace(phases=(id,)))


def _pages(
    heading: str, about: str, drawing: Drawing, options: Options, sheet: Sheet, pictures: list[str], *, whole: bool
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """The pages of one picture: one where it is wanted `whole` or can be read, on a larger sheet if need be, else as many as it takes."""
    groups, box = cleared(drawing)
    sheet = _sheet_for(box[2], box[3], sheet)
    share = _share(box[2], box[3], sheet)
    parts = [(box,)] if whole or share >= _LEAST else list(_split(drawing, box, sheet))
    for number, part in enumerate(parts, 1):
        share = _share(sum(each[2] for each in part), box[3], sheet)
        images, x = [], 0.0
        for window in part:
            images.append({"picture": len(pictures), "x": x * share, "width": window[2] * share, "height": window[3] * share})
            pictures.append(picture(seen(groups, window), window, options))
            x += window[2]
        told = word("deck.part", drawing.language, part=number, parts=len(parts)) if len(parts) > 1 else ""
        yield {
            "kind": "picture", "title": heading, "part": told, "about": about, "listed": number == 1, "images": images,
            "across": x * share, "down": box[3] * share, "alt": plain(f"{heading}. {drawing.description} {steps_told(drawing)}"),
            "width": sheet.width, "height": sheet.height,
        }  # fmt: skip


def _sheet_for(width: float, height: float, sheet: Sheet) -> Sheet:
    """The report's own sheet where a picture can be read on it, else A3; standing only where that makes it a good deal larger."""
    own, larger = (
        max((paper, paper.turned()), key=lambda each: _share(width, height, each) * (1.25 if each.width > each.height else 1))
        for paper in (sheet, page_named("a3")[1])
    )
    return own if _share(width, height, own) >= _SMALL else larger


def _share(width: float, height: float, sheet: Sheet) -> float:
    return min(_MOST, (sheet.width - 2 * EDGE) / width, (sheet.height - EDGE - HEAD - FOOT) / height)


def _split(drawing: Drawing, box: Box, sheet: Sheet) -> Iterator[tuple[Box, ...]]:
    """A wide picture in runs of steps, each behind the names of the lanes. Without steps it stays whole, however small."""
    left, top, _, high = box
    steps = sorted({group.box for group in drawing.groups if group.kind == "step" and group.box is not None})
    # where the height is what makes it small, narrower runs would make it no larger
    room = (sheet.width - 2 * EDGE) / min(_LEAST, _share(1.0, high, sheet)) - drawing.head_width
    cuts = [drawing.head_width]
    for x, _, wide, _ in steps:
        if x + wide - cuts[-1] > room and x - 8 > cuts[-1]:
            cuts.append(x - 8)
    if len(cuts) == 1:
        yield (box,)
        return
    edges = [*cuts[1:], _right(drawing.groups)]
    heads = (left, top, drawing.head_width, high)
    for first, last in zip(cuts, edges, strict=True):
        yield heads, (first, top, max(1.0, last - first), high)


def _right(groups: tuple[Group, ...]) -> float:
    held = extent(tuple(group for group in groups if group.kind in ("phase", "step", "lane")))
    return held[2] if held is not None else 0.0
