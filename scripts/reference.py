"""Pages of the manual that follow from the code: the command line, the file format, the JSON answers, the schema."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = ROOT / "tests" / "cli" / "golden"
WRITTEN = "<!-- Written by `python3 dev.py generate`: change the code, not this page. -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown; bars in a cell are escaped."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def page(*lines: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def command_line() -> str:
    """docs/reference/cli.md: every command with its help, in English."""
    import click

    from footlights.cli.program import COMMANDS, program
    from footlights.words import phrase

    lines = ["# Command line", "", WRITTEN, "", phrase("help.footlights", "en"), ""]
    lines += table(("command", "what it does"), ((f"[{name}](#{name})", program_short(name)) for name in COMMANDS))
    lines += ["", *inspect.cleandoc(SHARED).splitlines(), ""]
    for name in COMMANDS:
        context = click.Context(program, info_name="footlights")
        command = program.get_command(context, name)
        assert command is not None, name
        told = command.page(click.Context(command, parent=context, info_name=name, **command.context_settings), "en")
        lines += [f"## {name}", "", told.help, "", "```text", told.usage, "```", ""]
        for head, rows in (("argument", told.arguments), ("option", told.options)):
            if rows:
                lines += [*table((head, "meaning"), ((f"`{sign}`", meaning) for sign, meaning in rows)), ""]
        lines += ["```bash", *told.examples, "```", ""]
    return page(*lines).rstrip("\n") + "\n"


def program_short(name: str) -> str:
    from footlights.cli.command import command_help

    return command_help(f"short.{name}", "en")


SHARED = """
    What a command has to say to people goes to standard error; what it makes or answers goes to standard output or to
    a file. With `--json` the answer is one [JSON value](json.md). A progress line appears on a terminal when work takes
    over a second.

    | exit code | meaning |
    | --- | --- |
    | 0 | done, and nothing to complain about |
    | 1 | done, and there are findings at or above `--fail-on` that nobody has judged; with `fmt --check`, a file would change |
    | 2 | it could not be done: wrong arguments, a file that cannot be read as a blueprint, an optional part that is missing |
    | 130 | stopped with Ctrl-C |

    A fault is told as `file:line:column: error: what is wrong`, with the line of the file and how to mend it. A finding of a
    [check](checks/index.md) is told the same way with its severity and its name; then, once for each check, why it matters. Colours are
    for terminals; `NO_COLOR=1` does without. `FOOTLIGHTS_DEBUG=1` shows developers where in our code something went wrong.
"""


def theme_schema() -> str:
    """schema/theme.schema.json: what a theme of one's own may say."""
    from footlights.files import theme_schema

    return json.dumps(theme_schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> str:
    """schema/blueprint.schema.json: what `footlights schema` prints."""
    from footlights.files import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def answers() -> str:
    """docs/reference/json.md: its template with the answers that the tests hold the commands to."""
    template = (ROOT / "scripts" / "templates" / "json.md").read_text("utf-8")

    def answer(found: re.Match[str]) -> str:
        return f"```json\n{(ANSWERS / f'{found[1]}.json').read_text('utf-8').rstrip()}\n```"

    head, _, rest = template.partition("\n")
    return re.sub(r"\{\{(\w+)\}\}", answer, f"{head}\n\n{WRITTEN}\n{rest}")


SHAPES = {
    "text": "text, or one per language: `{en: …, nl: …}`",
    "line": "a text on one line",
    "integer": "a whole number",
    "number": "a number",
    "duration": "a duration with its unit: `3 min`, `1 h 30 min`, `5 working days`",
    "money": "an amount with its currency: `0.50 USD`",
    "share": "a share: `60 %`",
    "date": "a date: `2027-03-01`",
    "target": "a comparison: `<= 30 s`, `95 %`; with `>` or `>=` in quotes",
    "languages": "a list of language tags",
    "vocabulary": "your own words: `{phase: Episode}`",
    "reasons": "checks, each with the reason: `{no-owner: The whole team answers for it}`",
    "time": "a [time](#time); a duration alone is its `work`",
    "feelings": "a [feeling](#feeling), or one per persona: `{ann: 1, bob: -2}`",
    "effect": "an [effect](#effect)",
}


def shape_of(field: object) -> str:
    """How the value of a field is written."""
    from footlights.model import Field

    assert isinstance(field, Field)
    where = " or ".join(field.collections) if field.collections != ("*",) else "anything in this file"
    if field.shape == "choice":
        told = " · ".join(f"`{choice}`" for choice in field.choices)
    elif field.shape == "choices":
        told = "one or several of " + " · ".join(f"`{choice}`" for choice in field.choices)
    elif field.shape in ("ref", "refs"):
        told = f"the id of one of the {where}" + (", or a list of ids" if field.shape == "refs" else "")
    else:
        told = SHAPES[field.shape]
    limits = f", {field.low or 0:g} to {field.high:g}" if field.high is not None else ""
    return told + (limits or (f", {field.low:g} or more" if field.low is not None else ""))


def fields_table(kind: type) -> list[str]:
    from footlights.model import fields_of

    rows = ((f"`{field.key}`", f"{field.about}{' (required)' if field.required else ''}", shape_of(field)) for field in fields_of(kind))
    return [*table(("key", "meaning", "how it is written"), rows), ""]


def file_format() -> str:
    """docs/reference/file.md: every key of the file, from the model's own fields."""
    from footlights.model import COLLECTIONS, Blueprint, Effect, Feeling, Time
    from footlights.templates import template

    intro, notes = (ROOT / "scripts" / "templates" / "file.md").read_text("utf-8").split("\n---\n")
    said = dict(re.findall(r"^## (\S+)\n\n(.*?)(?=^## |\Z)", notes, re.DOTALL | re.MULTILINE))
    lines = [intro.strip().replace("{{written}}", WRITTEN), "", "```yaml", template("blueprint", "en").rstrip(), "```", ""]
    lines += ["## The head", "", sentence(Blueprint), "", said.pop("blueprint").strip(), "", *fields_table(Blueprint)]
    order = ("phases", "steps", "cards", "marks", "links", "lanes")
    for name in (*order, *(name for name in COLLECTIONS if name not in order)):
        lines += [f"## {name.capitalize()}", "", sentence(COLLECTIONS[name]), "", said.pop(name, "").strip(), ""]
        lines += fields_table(COLLECTIONS[name])
    for name, kind in (("Time", Time), ("Feeling", Feeling), ("Effect", Effect)):
        lines += [f"## {name}", "", sentence(kind), "", *fields_table(kind)]
    if said:
        raise ValueError(f"scripts/templates/file.md speaks of {', '.join(said)}, which the model does not know")
    return page(*lines).rstrip("\n") + "\n"


def sentence(kind: type) -> str:
    return inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0]
