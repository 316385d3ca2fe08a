"""`footlights check`: say everything that is wrong with blueprints."""

from collections.abc import Sequence

import click

from footlights.facts import Diagnostic

from .answer import FINDINGS, FINE, IMPOSSIBLE, give_json
from .command import OneOf, spoken
from .diagnosis import as_json, tell
from .opening import Opened, blueprint_files, opened
from .progress import watched
from .voice import Voice, counted

__all__ = ["command"]


@spoken(
    "check",
    "footlights check my-service.blueprint.yaml",
    "footlights check blueprints --fail-on warning",
    "footlights check - --json < my-service.blueprint.yaml",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", metavar="FORMAT", type=OneOf(("text", "json"), later=("sarif", "github")), default="text")
@click.option("--fail-on", metavar="SEVERITY", type=OneOf(("error", "warning")), default="error")
def command(paths: tuple[str, ...], form: str, fail_on: str, voice: Voice) -> int:
    """Check form and references of every file; a file that is no valid blueprint weighs most."""
    names = blueprint_files(paths, voice)
    files = [_light(opened(name)) for name in watched(names, voice, "progress.check")]
    found = [one for file in files for one in file.diagnostics]
    if voice.as_json or form == "json":
        give_json(
            files=[{"file": file.name, **_counts(file.diagnostics)} for file in files],
            diagnostics=as_json(found, voice.language),
        )
    else:
        tell(found, {name: text for file in files for name, text in file.texts.items()}, voice)
        _sum_up(files, found, voice)
    if any(one.severity == "error" for one in found):
        return IMPOSSIBLE
    return FINDINGS if found and fail_on == "warning" else FINE


def _light(file: Opened) -> Opened:
    """Without what checking many files need not keep: texts and blueprints of those that are fine."""
    return file if file.diagnostics else file._replace(text=None, loaded=file.loaded._replace(blueprint=None, spans={}))


def _counts(found: Sequence[Diagnostic]) -> dict[str, int]:
    errors = sum(1 for one in found if one.severity == "error")
    return {"errors": errors, "warnings": len(found) - errors}


def _sum_up(files: Sequence[Opened], found: Sequence[Diagnostic], voice: Voice) -> None:
    if not found:
        fine = voice.phrase("check.fine", file=files[0].name) if len(files) == 1 else voice.phrase("check.all-fine", files=len(files))
        voice.tell(fine)
        return
    told = {what: counted(what.removesuffix("s"), n, voice.language) for what, n in _counts(found).items()}
    voice.tell(voice.phrase("check.sum", **told, files=counted("file", len(files), voice.language)))
