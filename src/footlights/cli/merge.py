"""`footlights merge`: two edited copies of a blueprint become one."""

from pathlib import Path

import click

from footlights.compare import Conflict, MergedText, merge_text
from footlights.facts import Diagnostic
from footlights.files import put
from footlights.model import FootlightsError

from .answer import FINDINGS, FINE, IMPOSSIBLE, give_json, give_text
from .command import spoken
from .diagnosis import as_json, tell
from .opening import Opened, opened
from .voice import Voice, counted

__all__ = ["command"]


@spoken(
    "merge",
    "footlights merge before.yaml mine.yaml hers.yaml -o both.yaml",
    "footlights merge %O %A %B -o %A --called %P",
)
@click.argument("base", metavar="BASE")
@click.argument("ours", metavar="OURS")
@click.argument("theirs", metavar="THEIRS")
@click.option("-o", "--output", metavar="OUT", required=True)
@click.option("--called", metavar="NAME")
def command(base: str, ours: str, theirs: str, output: str, called: str | None, voice: Voice) -> int:
    """Read the three, merge, write; nothing is written unless all of it went well."""
    if [base, ours, theirs].count("-") > 1:
        raise FootlightsError(voice.phrase("trouble.twice-stdin"))
    if output == "-" and voice.as_json:
        raise FootlightsError(voice.phrase("trouble.json-and-output"))
    before, mine, other = (opened(path) for path in (base, ours, theirs))
    faults = _faults(before, mine, other, called)
    if faults:
        tell(faults, {**mine.texts, **other.texts}, voice)
        if voice.as_json:
            give_json(written=None, conflicts=[], diagnostics=as_json(faults, voice.language))
        return IMPOSSIBLE
    merged = merge_text(before.text or "", mine.text or "", other.text or "")
    if output == "-":
        give_text(merged.text)
    else:
        put(output, merged.text.encode("utf-8"))
    _say(merged, called or (Path(output).name if output != "-" else "-"), voice)
    if voice.as_json:
        give_json(written=output, conflicts=[_as_values(one, voice.language) for one in merged.conflicts], diagnostics=[])
    return FINDINGS if merged.conflicts else FINE


def _faults(before: Opened, mine: Opened, other: Opened, called: str | None) -> list[Diagnostic]:
    """What keeps the copies from being read; the base may have faults, or be empty, as git has it for a file that is new."""
    missing = [one for one in before.diagnostics if before.text is None and one.slug != "file-empty"]
    found = [*missing, *(one for file in (mine, other) for one in file.diagnostics if one.severity == "error")]
    named = {mine.name: called} if called else {}
    return [one._replace(place=one.place._replace(file=named.get(one.place.file, one.place.file))) for one in found]


def _say(merged: MergedText, name: str, voice: Voice) -> None:
    if voice.as_json:
        return
    for conflict in merged.conflicts:
        voice.tell(conflict.text(voice.language))
    if merged.conflicts:
        conflicts = counted("conflict", len(merged.conflicts), voice.language)
        voice.tell(voice.phrase("merge.conflicts", file=name, conflicts=conflicts))
    else:
        voice.tell(voice.phrase("merge.done", file=name))


def _as_values(conflict: Conflict, language: str) -> dict[str, str | None]:
    return {"kind": conflict.kind, "address": str(conflict.address), "message": conflict.text(language), "note": conflict.note(language)}
