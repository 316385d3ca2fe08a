"""The index of the decision pages, made from the pages themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "decisions"
FILE = re.compile(r"(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.md")
STATUSES = ("proposed", "accepted", "replaced by")
INTRO = """# Decisions

A decision page says what we chose, why, and what else we looked at. Whoever moves a wall of the house writes
one. A page is not rewritten when we change our minds: it is marked as replaced, and a new one tells the rest.
To add one, copy the shape of an older page, take the next number, and run `python3 dev.py generate`.

| number | decision | status |
| --- | --- | --- |
"""


@dataclass(frozen=True)
class Decision:
    number: str
    file: str
    title: str
    status: str


def read_decision(path: Path) -> Decision:
    """What the index says of one page; ValueError if the page lacks its title or its status."""
    name = FILE.fullmatch(path.name)
    if name is None:
        raise ValueError(f"{path.name}: a decision page is called NNNN-some-words.md")
    text = path.read_text("utf-8")
    title = re.match(r"# (\d+)\. (.+)\n", text)
    if title is None or int(title[1]) != int(name[1]):
        raise ValueError(f"{path.name}: the first line must be `# {int(name[1])}. What was decided`")
    status = re.search(r"^Status: (.+)$", text, re.MULTILINE)
    if status is None or not status[1].startswith(STATUSES):
        raise ValueError(f"{path.name}: a line `Status: …` is wanted, with one of: {', '.join(STATUSES)}")
    return Decision(name[1], path.name, title[2].strip(), status[1].strip())


def decisions(folder: Path = FOLDER) -> list[Decision]:
    """All decision pages by number; ValueError if a page is malformed or a number is used twice."""
    found = [read_decision(path) for path in sorted(folder.glob("*.md")) if path.name != "index.md"]
    numbers = [decision.number for decision in found]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise ValueError(f"decision numbers used twice: {', '.join(twice)}")
    return found


def index(folder: Path = FOLDER) -> str:
    """The index page's text."""
    rows = [f"| {int(d.number)} | [{d.title}]({d.file}) | {d.status} |\n" for d in decisions(folder)]
    return INTRO + "".join(rows)
