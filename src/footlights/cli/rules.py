"""`footlights rules`: the checks there are, and all about one of them."""

import re
import sys
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from footlights.words import phrase

from .answer import FINE, give_json, give_text
from .checking.settings_file import check_called
from .command import spoken
from .voice import Voice, counted, shown

if TYPE_CHECKING:
    from footlights.checks import Check
    from footlights.facts import Words

__all__ = ["command", "family_name", "rule_values"]

_WIDTH = 100
_PLACE = re.compile(r"\{\w+\}")


@spoken("rules", "footlights rules", "footlights rules contact-without-doer", "footlights rules STR001 --json")
@click.argument("name", metavar="[CODE]", required=False)
def command(name: str | None, voice: Voice) -> int:
    """All checks by family, or one of them whole."""
    from footlights.checks import catalogue

    checks = catalogue() if name is None else (check_called(name, voice),)
    if voice.as_json:
        give_json(rules=[rule_values(check, voice.language) for check in checks])
    elif name is None:
        give_text("\n".join(_listed(checks, voice)) + "\n")
    else:
        give_text("\n".join(_whole(checks[0], voice)) + "\n")
    return FINE


def rule_values(check: "Check", language: str) -> dict[str, Any]:
    """All about a check, for machines; what a message says of one finding stands as …"""
    from footlights.checks import SOURCES

    words = _words(check, language)
    return {
        "code": check.code,
        "slug": check.slug,
        "family": family_name(check.family, language),
        "severity": check.severity,
        "profiles": ["calm", "strict"] if check.calm else ["strict"],
        "title": words.title,
        "message": _open(words.message),
        "why": words.why,
        "hint": _open(words.hint) or None,
        "source": SOURCES.get(check.source, check.source),
        "options": [{"name": option.name, "default": option.default, "about": option.about} for option in check.options],
        "fixable": check.mend is not None,
        "fires": check.fires.strip("\n"),
        "at": list(check.at),
        "clean": check.clean.strip("\n"),
    }


def family_name(letters: str, language: str) -> str:
    """What a family of checks is called; its letters where a plug-in brought it."""
    try:
        return phrase(f"family.{letters}", language)
    except KeyError:
        return letters


def _listed(checks: "tuple[Check, ...]", voice: Voice) -> Iterator[str]:
    language, bold = voice.language, _bold()
    wide = max(len(check.slug) for check in checks)
    weights = max(len(_weight(check, voice)) for check in checks)
    for letters, family in groupby(checks, lambda check: check.family):
        yield bold(shown(family_name(letters, language)))
        for check in family:
            calm = "•" if check.calm else " "
            title = shown(_words(check, language).title)
            yield f"  {check.code}  {check.slug:{wide}}  {_weight(check, voice):{weights}} {calm} {title}"
        yield ""
    yield voice.phrase("rules.sum", checks=counted("check", len(checks), language))


def _whole(check: "Check", voice: Voice) -> Iterator[str]:
    told, bold = rule_values(check, voice.language), _bold()
    yield bold(f"{check.code} {check.slug}")
    yield shown(told["title"])
    yield ""
    yield from _wrapped(told["message"])
    for key in ("why", "hint"):
        if told[key]:
            yield from ("", bold(voice.phrase(f"rules.{key}")), *_wrapped(told[key]))
    yield ""
    rows = {
        "severity": _weight(check, voice),
        "profiles": voice.phrase("rules.calm" if check.calm else "rules.strict"),
        "mend": voice.phrase("rules.yes" if check.mend is not None else "rules.no"),
        "source": told["source"],
    }
    for key, value in rows.items():
        yield from _wrapped(f"{voice.phrase(f'rules.{key}')}: {value}")
    none = "" if check.options else f" {voice.phrase('rules.none')}"
    yield f"{voice.phrase('rules.options')}:{none}"
    for option in check.options:
        yield from _wrapped(f"{option.name} = {option.default:g}  {option.about}", "  ")
    for key in ("fires", "clean"):
        if told[key]:
            yield from ("", bold(voice.phrase(f"rules.{key}")), *(shown(f"  {line}".rstrip()) for line in told[key].splitlines()))


def _weight(check: "Check", voice: Voice) -> str:
    return voice.phrase(f"severity.{check.severity}")


def _words(check: "Check", language: str) -> "Words":
    return dict(check.words).get(language, check.en)


def _open(text: str) -> str:
    """A sentence without the facts of one finding."""
    return _PLACE.sub("…", text)


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(shown(text), _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _bold() -> Any:
    return (lambda text: f"\033[1m{text}\033[0m") if sys.stdout.isatty() else (lambda text: text)
