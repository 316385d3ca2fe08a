"""What a drawing says, as plain texts for pages of words: phases, their steps, and per step the rows that say something."""

import re
from typing import Any

from footlights.drawing import Drawing

__all__ = ["phases", "plain", "steps_told"]

_UNSAID = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
#: As many characters of steps go into the description of a picture: it is read aloud in one go.
_TOLD = 3000


def phases(drawing: Drawing) -> list[dict[str, Any]]:
    """Phases with their steps, and per step the rows that say something."""
    found: list[dict[str, Any]] = []
    for number, (step, phase) in enumerate(drawing.columns):
        if not found or found[-1]["name"] != plain(phase):
            found.append({"name": plain(phase), "steps": []})
        if plain(step):
            full = [row for row in drawing.rows if row.cells[number]]
            rows = [{"head": plain(row.head), "lines": [plain(text) for text in row.cells[number]]} for row in full]
            found[-1]["steps"].append({"name": plain(step), "rows": rows})
    return found


def steps_told(drawing: Drawing) -> str:
    """The steps of each phase in one paragraph, for the description of a picture that has no table beside it."""
    told: dict[str, list[str]] = {}
    for step, phase in drawing.columns:
        if plain(step):
            told.setdefault(plain(phase), []).append(plain(step))
    said = " ".join(f"{phase}: {'; '.join(steps)}." if phase else f"{'; '.join(steps)}." for phase, steps in told.items())
    return said if len(said) <= _TOLD else said[:_TOLD].rsplit(" ", 1)[0] + " …"


def plain(text: str) -> str:
    """Without control characters and halves of a surrogate pair, which a PDF can't say, and no space at the ends."""
    return _UNSAID.sub(" ", text).strip()
