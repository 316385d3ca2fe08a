"""`footlights fmt`: blueprints in their usual order, with the ids that were missing."""

from typing import NamedTuple

import click

from footlights.facts import Diagnostic
from footlights.files import fmt, read_text, save
from footlights.model import FootlightsError

from .answer import FINDINGS, FINE, IMPOSSIBLE, give_json, give_text
from .command import spoken
from .diagnosis import as_json, tell
from .opening import blueprint_files
from .progress import watched
from .voice import Voice, counted

__all__ = ["command"]


class _Done(NamedTuple):
    """What became of one file: whether it changed (or would), or the faults for which it stays as it is."""

    name: str
    changed: bool
    faults: tuple[Diagnostic, ...] = ()
    text: str | None = None


@spoken("fmt", "footlights fmt my-service.blueprint.yaml", "footlights fmt blueprints --check")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--check", is_flag=True)
def command(paths: tuple[str, ...], check: bool, voice: Voice) -> int:
    """Put every file in order; one with faults stays as it is, and so does one that changes under our hands."""
    names = blueprint_files(paths, voice)
    if "-" in names and voice.as_json and not check:
        raise FootlightsError(voice.phrase("trouble.json-and-stdin"))
    done = [_put_in_order(name, check, voice) for name in watched(names, voice, "progress.fmt")]
    faults = [fault for file in done for fault in file.faults]
    changes = sum(file.changed for file in done)
    if voice.as_json:
        files = [{"file": file.name, "changed": file.changed} for file in done]
        give_json(check=check, files=files, diagnostics=as_json(faults, voice.language))
    else:
        tell(faults, {file.name: file.text for file in done if file.text is not None}, voice)
        if len(done) > 1:
            key = "fmt.sum-check" if check else "fmt.sum"
            voice.tell(voice.phrase(key, changed=changes, files=counted("file", len(done), voice.language)))
    return IMPOSSIBLE if faults else FINDINGS if check and changes else FINE


def _put_in_order(path: str, check: bool, voice: Voice) -> _Done:
    name = "<stdin>" if path == "-" else path
    text, found = read_text(path)
    if text is None:
        return _Done(name, False, found)
    formatted = fmt(text, name)
    faults = tuple(one for one in formatted.diagnostics if one.severity == "error")
    if faults:
        return _Done(name, False, faults, text)
    if path == "-" and not check:
        give_text(formatted.text)
    elif formatted.changed:
        if not check:
            save(path, formatted.text, text)
        if not voice.as_json:
            voice.tell(voice.phrase("fmt.would-change" if check else "fmt.changed", file=name))
    return _Done(name, formatted.changed)
