"""A Mermaid text: one diagram with its title, its description and where it comes from."""

import json

from footlights.drawing import THEMES, Drawing, Theme
from footlights.render.options import Options
from footlights.render.shown import plainly, shown
from footlights.words import Note

from .escape import coded
from .flow import flow_lines
from .journey import journey_lines
from .lanes import SWIMLANES_UP_TO, lane_lines

__all__ = ["write"]


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The drawing as Mermaid in UTF-8, and what Mermaid can't hold.

    A journey becomes a `journey`; anything else a `swimlane-beta` diagram of up to SWIMLANES_UP_TO cards, a `flowchart` by phases
    above that, with as much in it as Mermaid accepts (MOST_ARROWS, MOST_TEXT). A picture without cards becomes a flowchart with
    its title in it.
    """
    theme = options.theme or THEMES["light"]
    subject = options.subject
    blueprint = subject.blueprint if subject is not None else None
    seen = shown(drawing, blueprint)
    if drawing.view == "journey" and any(name for name, _ in drawing.columns):
        lines, notes = journey_lines(drawing, seen, blueprint, subject.view if subject is not None else None)
    elif 0 < len(seen.cards) <= SWIMLANES_UP_TO:
        lines, notes = lane_lines(seen, theme)
    elif seen.cards:
        lines, notes = flow_lines(drawing, seen, theme)
    else:
        lines, notes = ["flowchart LR", f'  nothing["{coded(drawing.title)}"]'], (Note("no-cards"),)
    head, *body = lines
    parts = [*_front(drawing, theme), head, *_said(drawing), *body, f"%% {_comment(drawing.provenance)}"]
    return ("\n".join(parts) + "\n").encode("utf-8"), notes


def _front(drawing: Drawing, theme: Theme) -> list[str]:
    """The title and the colours, as the YAML that may stand before a diagram; JSON's quotes hold any text there."""
    colours = {
        "background": theme.colour("paper"), "primaryColor": theme.colour("card"), "primaryTextColor": theme.colour("ink"),
        "primaryBorderColor": theme.colour("card-edge"), "lineColor": theme.colour("arrow"), "textColor": theme.colour("ink"),
        "clusterBkg": theme.colour("ground"), "clusterBorder": theme.colour("hairline"), "edgeLabelBackground": theme.colour("paper"),
        "titleColor": theme.colour("ink"),
    }  # fmt: skip
    title = json.dumps(_untagged(drawing.title), ensure_ascii=False)
    paints = [f"    {name}: {json.dumps(colour)}" for name, colour in colours.items()]
    return ["---", f"title: {title}", "config:", "  theme: base", "  themeVariables:", *paints, "---"]


def _said(drawing: Drawing) -> list[str]:
    """The title and the description for people who can't see the picture."""
    return [f"  accTitle: {coded(drawing.title)}", f"  accDescr: {coded(drawing.description)}"]


def _comment(text: str) -> str:
    """The text for behind `%%`, where a brace would begin a directive."""
    return _untagged(text).replace("{", "(").replace("}", ")")


def _untagged(text: str) -> str:
    """The text where Mermaid knows no codes: no tag in it, as these lines often stand in a page of HTML."""
    return plainly(text).replace("<", "‹").replace(">", "›")
