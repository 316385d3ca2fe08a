"""`footlights check`: say everything that is wrong with blueprints, and what a careful expert would ask of them."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime

import click

from footlights.facts import Diagnostic
from footlights.files import save
from footlights.model import FootlightsError

from .answer import FINDINGS, FINE, IMPOSSIBLE, give_json, give_text
from .checking.examined import Checked, Task, looked_into
from .checking.listing import severities, tell_findings
from .checking.many import examined_all
from .command import OneOf, spoken
from .diagnosis import as_json, tell
from .opening import blueprint_files, opened
from .progress import watched
from .voice import Voice, counted

__all__ = ["command"]

_FORMATS = ("text", "json", "sarif", "github")
#: What --fail-on may say, and the place in `GRADES_UP` that is meant.
_LEAST = {"error": 3, "high": 2, "medium": 1, "warning": 1, "low": 0}


@spoken(
    "check",
    "footlights check my-service.blueprint.yaml",
    "footlights check blueprints --profile strict --fail-on high",
    "footlights check blueprints --format sarif > footlights.sarif",
    "footlights check my-service.blueprint.yaml --fix",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--profile", metavar="PROFILE", type=OneOf(("calm", "strict")))
@click.option("--only", metavar="CHECK", multiple=True)
@click.option("--skip", metavar="CHECK", multiple=True)
@click.option("--format", "form", metavar="FORMAT", type=OneOf(_FORMATS), default="text")
@click.option("--fail-on", metavar="SEVERITY", type=OneOf(tuple(_LEAST)), default="error")
@click.option("--fix", is_flag=True)
def command(
    paths: tuple[str, ...], profile: str | None, only: tuple[str, ...], skip: tuple[str, ...], form: str, fail_on: str, fix: bool,
    voice: Voice,
) -> int:  # fmt: skip
    """Check form, references and sense of every file; a file that is no valid blueprint weighs most."""
    from .checking.settings_file import Wish, settings_for

    names = blueprint_files(paths, voice)
    if voice.as_json and form != "sarif":
        form = "json"
    if fix and form != "text" and "-" in names:
        raise FootlightsError(voice.phrase("trouble.fix-and-stdin"))
    today = datetime.now().astimezone().date()
    settings = settings_for(names, Wish(profile, only, skip), voice)
    tasks = [Task(name, each, voice.language, today) for name, each in zip(names, settings, strict=True)]
    files = list(_fixed(tasks, voice) if fix else examined_all(tasks, voice))
    profiles = {each.profile for each in settings}
    _give(files, form, profiles.pop() if len(profiles) == 1 else "mixed", _LEAST[fail_on], voice)
    if any(file.unreadable for file in files):
        return IMPOSSIBLE
    return FINDINGS if max(file.worst for file in files) >= _LEAST[fail_on] else FINE


def _fixed(tasks: Sequence[Task], voice: Voice) -> Iterator[Checked]:
    """Every file with what could be mended mended, and what is left to say of it; nothing to mend leaves it untouched."""
    from .checking.mending import mended

    for task in watched(tasks, voice, "progress.check"):
        before = opened(task.path)
        after, found = mended(before, task)
        if task.path == "-":
            give_text(after.text or "")
        elif after.text is not None and after.text != before.text:
            save(task.path, after.text, before.text)
        yield looked_into(after, task)._replace(mended=found)


def _give(files: Sequence[Checked], form: str, profile: str, least: int, voice: Voice) -> None:
    found = [one for file in files for one in file.diagnostics]
    if form == "json":
        from .checking.values import findings_as_values

        give_json(
            profile=profile,
            files=[{"file": file.name, **_counts(file.diagnostics), **_findings(file)} for file in files],
            diagnostics=as_json(found, voice.language),
            findings=findings_as_values(each for file in files for each in file.shown),
            laid_aside=findings_as_values(each for file in files for each in file.laid_aside),
            mended=findings_as_values(each for file in files for each in file.mended),
        )
        return
    if form == "sarif":
        import footlights

        from .checking.sarif import as_sarif

        answer = as_sarif(files, voice.language, profile, footlights.__version__)
        give_text(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    elif form == "github":
        from .checking.annotations import annotations

        give_text("".join(f"{line}\n" for line in annotations(files, voice.language)))
    else:
        tell(found, {file.name: file.text for file in files if file.text is not None}, voice)
        tell_findings(files, voice, least)
        _sum_up(files, found, voice)


def _counts(found: Sequence[Diagnostic]) -> dict[str, int]:
    errors = sum(1 for one in found if one.severity == "error")
    return {"errors": errors, "warnings": len(found) - errors}


def _findings(file: Checked) -> dict[str, int]:
    return {"findings": len(file.shown), "kept_back": file.more, "laid_aside": len(file.laid_aside), "mended": len(file.mended)}


def _sum_up(files: Sequence[Checked], found: Sequence[Diagnostic], voice: Voice) -> None:
    """The last lines: how many faults, how many findings, or that all is fine; and what the profile keeps back."""
    shown, more = [each for file in files for each in file.shown], sum(file.more for file in files)
    if found:
        told = {what: counted(what.removesuffix("s"), n, voice.language) for what, n in _counts(found).items()}
        voice.tell(voice.phrase("check.sum", **told, files=counted("file", len(files), voice.language)))
    if shown:
        findings, within = counted("finding", len(shown), voice.language), counted("file", len(files), voice.language)
        voice.tell(voice.phrase("check.found", findings=findings, severities=severities(shown, voice), files=within))
    if not found and not shown:
        fine = voice.phrase("check.fine", file=files[0].name) if len(files) == 1 else voice.phrase("check.all-fine", files=len(files))
        voice.tell(fine)
    if more:
        voice.tell(voice.phrase("check.more", n=more))
