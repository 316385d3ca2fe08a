"""What a new blueprint can begin with: templates, and the complete examples that are shipped."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from fastapi import APIRouter

from footlights import files
from footlights.model import Blueprint
from footlights.templates import LANGUAGES, NAMES, template

from .asking import Looking
from .bodies import BeginningBody

__all__ = ["Beginning", "beginnings", "example_text", "router", "template_text"]

router = APIRouter(tags=["beginnings"])

_ENDING = ".blueprint.yaml"


class Beginning(NamedTuple):
    """A blueprint to begin with: its name, its text, and what was read of it."""

    name: str
    text: str
    blueprint: Blueprint


def _folder() -> Path | None:
    """Where the examples are: beside the package when it is installed, at the top of the clone while it is worked on."""
    package = Path(files.__file__).resolve().parent.parent
    places = (package / "examples", package.parent.parent / "examples")
    return next((place for place in places if place.is_dir()), None)


@cache
def beginnings() -> tuple[Beginning, ...]:
    """The examples, by name; () when they were left out of this installation."""
    folder = _folder()
    found = []
    for path in sorted(folder.glob(f"*{_ENDING}")) if folder is not None else ():
        text, _ = files.read_text(path)
        blueprint = files.read(text).blueprint if text is not None else None
        if text is not None and blueprint is not None:
            found.append(Beginning(path.name.removesuffix(_ENDING), text, blueprint))
    return tuple(found)


def example_text(name: str) -> str | None:
    """The text of an example; None when there is none of that name."""
    return next((one.text for one in beginnings() if one.name == name), None)


def template_text(name: str, language: str) -> str | None:
    """The text of a template; None when there is none of that name."""
    return template(name, language) if name in NAMES else None


@router.get("/api/templates", summary="Templates for a new blueprint")
async def templates(_: Looking, language: str = "en") -> list[BeginningBody]:
    """The templates, from the emptiest up, with their titles in a language (English where we have none)."""
    return [_told(Beginning(name, text, _read(text)), language, LANGUAGES) for name in NAMES for text in [template(name, language)]]


@router.get("/api/examples", summary="Complete examples")
async def examples(_: Looking, language: str = "en") -> list[BeginningBody]:
    """The examples, with title, service and scenario in a language, or the nearest to it."""
    return [_told(one, language, (one.blueprint.languages or (one.blueprint.language or "en",))) for one in beginnings()]


def _read(text: str) -> Blueprint:
    return files.read(text).blueprint or Blueprint()


def _told(one: Beginning, language: str, languages: tuple[str, ...]) -> BeginningBody:
    def said(field: str) -> str:
        value: Any = getattr(one.blueprint, field)
        return one.blueprint.say(value, language)

    return BeginningBody(
        name=one.name,
        title=said("title"),
        service=said("service"),
        scenario=said("scenario"),
        languages=list(languages),
        phases=len(one.blueprint.phases),
        steps=len(one.blueprint.steps),
        cards=len(one.blueprint.cards),
    )
