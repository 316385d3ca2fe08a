"""A whole blueprint on a page of the terminal: its head, its body, its total."""

from rich.text import Text as Line

from footlights.facts import PathTime
from footlights.model import Blueprint
from footlights.words import word

from .columns import LEAST, put_columns
from .page import Page
from .rows import rows_for
from .stacked import put_stacked
from .telling import Said, Telling

__all__ = ["show_blueprint"]


def show_blueprint(blueprint: Blueprint, times: PathTime, view: str, language: str, width: int, provenance: str) -> list[Line]:
    """The lines that show a blueprint within `width` columns; an empty blueprint says that nothing is here yet."""
    telling = Telling(blueprint, language, times)
    page = Page(width)
    page.put(_head(telling, view))
    rows = rows_for(blueprint, view)
    if not blueprint.phases:
        page.gap()
        page.put([Said(Line(word("word.empty", language), "dim italic"))])
    elif width >= LEAST:
        put_columns(page, telling, rows)
    else:
        put_stacked(page, telling, rows)
    total = telling.total() if view != "journey" else []
    if total:
        page.gap()
        page.put(total)
    page.gap()
    page.put([Said(Line(" · ".join(part.strip() for part in provenance.split("·")), "dim"), 2)])
    return page.lines


def _head(telling: Telling, view: str) -> list[Said]:
    blueprint, language = telling.blueprint, telling.language
    title = Line(telling.say(blueprint.title) or word("word.untitled", language), "bold")
    kind = " · ".join(
        part for part in (word(f"view.{view}", language), telling.say(blueprint.service), telling.say(blueprint.scenario)) if part
    )
    found = [Said(title, 2), Said(Line(kind, "dim"), 2)]
    for persona in blueprint.personas.values():
        name = telling.say(persona.name) or persona.id
        told = ": ".join(part for part in (telling.say(persona.segment), telling.say(persona.goal)) if part)
        found.append(Said(Line.assemble((name, "bold"), f"  {told}" if told else ""), 2))
    return found
