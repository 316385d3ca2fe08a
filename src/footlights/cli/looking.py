"""How somebody wants to look at a blueprint: the options of `draw` that pick, fold, hide and filter, as one View."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import click

from footlights.layout import VIEWS, view_of
from footlights.model import BASES, MARK_KINDS, Blueprint, FootlightsError, View, near
from footlights.words import phrase, word

from .command import listed
from .voice import Voice

__all__ = ["OPTIONS", "looked_at", "on_scale", "with_options"]

#: The options, in the order of the help page; each takes one or several, with commas between them.
OPTIONS = ("role", "include", "hide", "fold", "phases", "marks", "basis", "systems", "channels", "personas")
_METAVARS = {"role": "ACTOR", "include": "LANES", "hide": "LANES", "fold": "PHASES-OR-LANES"}
#: How many names of a kind are told to somebody who named nothing that exists.
_MANY = 12


def with_options(command: Callable[..., int]) -> Callable[..., int]:
    """A command with all of these options; each gives what was said, or None."""
    for name in reversed(OPTIONS):
        command = click.option(f"--{name}", metavar=_METAVARS.get(name, name.upper()))(command)
    return command


class Named(NamedTuple):
    """Something that can be named: what it is (`phases`), its id, and what people call it in any language."""

    kind: str
    id: str
    names: tuple[str, ...]


def looked_at(blueprint: Blueprint, view: str, zoom: str | None, said: dict[str, str | None], voice: Voice) -> View:
    """The view that is asked for, with what was said in the options; raises FootlightsError that names what there is.

    `view` is one of ours or one of the blueprint's own, by id or by name. A role without a view is the slice of that role.
    """
    wishes = {name: value for name, value in said.items() if value}
    chosen = _view(blueprint, view or ("role" if "role" in wishes else "blueprint"), zoom, voice)
    changes: dict[str, Any] = {}
    if "role" in wishes:
        changes["role"] = _meant(_known(blueprint, "actors"), "--role", (wishes["role"],), voice)[0].id
    rows = _rows(blueprint, voice)
    if "include" in wishes:
        kept = [each.id for each in _meant(rows, "--include", _parts(wishes["include"]), voice)]
        changes["lanes"] = tuple(kept)
        changes["hidden"] = tuple(each.id for each in rows if each.id not in kept)
    if "hide" in wishes:
        hidden = [each.id for each in _meant(rows, "--hide", _parts(wishes["hide"]), voice)]
        changes["hidden"] = tuple(dict.fromkeys((*changes.get("hidden", chosen.hidden), *hidden)))
    if "fold" in wishes:
        folded = _meant([*_known(blueprint, "phases"), *rows], "--fold", _parts(wishes["fold"]), voice)
        changes["folded_phases"] = tuple(each.id for each in folded if each.kind == "phases")
        changes["folded_lanes"] = tuple(each.id for each in folded if each.kind == "lanes")
    for name in ("phases", "systems", "channels", "personas"):
        if name in wishes:
            changes[name] = tuple(each.id for each in _meant(_known(blueprint, name), f"--{name}", _parts(wishes[name]), voice))
    for name, words, family in (("marks", MARK_KINDS, "mark"), ("basis", BASES, "basis")):
        if name in wishes:
            known = [Named(name, each, (word(f"{family}.{each}", voice.language),)) for each in words]
            changes[name] = tuple(each.id for each in _meant(known, f"--{name}", _parts(wishes[name]), voice))
    chosen = chosen._replace(**changes)
    if chosen.shows == "role" and chosen.role is None:
        actors = _told(_known(blueprint, "actors"))
        raise FootlightsError(voice.phrase("trouble.whose", names=actors) if actors else voice.phrase("trouble.nobody-there"))
    return chosen


def on_scale(looked: View, logarithmic: bool, voice: Voice) -> View:
    """The view with a logarithmic scale where that is asked for; raises FootlightsError for a view that has no scale of time."""
    if not logarithmic:
        return looked
    if looked.shows != "time":
        raise FootlightsError(voice.phrase("trouble.log-elsewhere", view=looked.id or looked.shows))
    return looked._replace(scale="logarithmic")


def _view(blueprint: Blueprint, said: str, zoom: str | None, voice: Voice) -> View:
    if said in VIEWS or said in blueprint.views:
        return view_of(blueprint, said, zoom)
    own = [Named("views", view.id, _spellings(blueprint, view.title)) for view in blueprint.views.values()]
    found = [each for each in own if _fits(each, said)]
    if found:
        return view_of(blueprint, found[0].id, zoom)
    choices = listed([*VIEWS, *(each.id for each in own)], voice.language)
    close = near(said, (*VIEWS, *blueprint.views))
    hint = voice.phrase("trouble.near", names=close[0]) if close else ""
    raise FootlightsError(voice.phrase("trouble.choice", option="--view", value=repr(said), choices=choices), hint)


def _parts(said: str) -> list[str]:
    return [part.strip() for part in said.split(",") if part.strip()]


def _known(blueprint: Blueprint, name: str) -> list[Named]:
    found: Iterable[Any] = blueprint.collection(name).values()
    return [Named(name, each.id, _spellings(blueprint, each.title if name == "phases" else each.name)) for each in found]


def _rows(blueprint: Blueprint, voice: Voice) -> list[Named]:
    return [
        Named("lanes", lane.id, _spellings(blueprint, lane.name) or (word(f"lane.{lane.role}", voice.language), word(f"lane.{lane.role}")))
        for lane in blueprint.rows
    ]


def _spellings(blueprint: Blueprint, text: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said for tag in (None, "en", "nl", "es") if (said := blueprint.say(text, tag))))


def _fits(each: Named, said: str) -> bool:
    wanted = " ".join(said.split()).casefold()
    return wanted in (each.id.casefold(), f"{each.kind}/{each.id}".casefold(), *(name.casefold() for name in each.names))


def _meant(known: Sequence[Named], option: str, parts: Sequence[str], voice: Voice) -> list[Named]:
    """What was meant by each part: ids go before names. Raises FootlightsError naming what there is."""
    found: list[Named] = []
    for part in parts:
        there = [each for each in known if part in (each.id, f"{each.kind}/{each.id}")] or [each for each in known if _fits(each, part)]
        if not there:
            close = near(part, [name for each in known for name in (each.id, *each.names)])
            told = phrase("trouble.not-there", voice.language, option=option, name=repr(part), names=_told(known) or "–")
            raise FootlightsError(told, voice.phrase("trouble.near", names=close[0]) if close else "")
        found += [each for each in there if each not in found]
    return found


def _told(known: Sequence[Named]) -> str:
    """What there is, by id, with the name that people use where that is another word."""
    parts = []
    for each in known[:_MANY]:
        name = each.names[0] if each.names else ""
        parts.append(f"{each.id} ({name})" if name and name.casefold() != each.id.casefold() else each.id)
    return ", ".join([*parts, *(["…"] if len(known) > _MANY else [])])
