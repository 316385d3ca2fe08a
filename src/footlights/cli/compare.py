"""`footlights compare`: what became of a blueprint, in words or as one picture of both states."""

from collections.abc import Sequence
from pathlib import Path

import click

from footlights import api
from footlights.compare import Comparison
from footlights.files import put
from footlights.layout import TWO_STATES, ZOOMS
from footlights.model import FootlightsError
from footlights.render import FORMATS

from .answer import FINE, IMPOSSIBLE, as_json_text, give_json, give_text
from .command import OneOf, listed, spoken
from .diagnosis import tell
from .language import spoken_by
from .opening import Opened, opened
from .theming import OneTheme, chosen_theme
from .voice import Voice, shown

__all__ = ["command"]

#: Endings of OUT beside those of the pictures.
_WORDS = ("md", "json")
#: What git gives to a program that shows differences: path, file, hash and mode of the old one, the same of the new one.
_GIT_LEAST, _GIT_OLD, _GIT_NEW = 7, 1, 4
#: How git names the side of a file that is not there.
_NOTHING = ("/dev/null", "nul")


@spoken(
    "compare",
    "footlights compare as-is.blueprint.yaml to-be.blueprint.yaml",
    "footlights compare as-is.blueprint.yaml to-be.blueprint.yaml -o both.svg",
    "footlights compare as-is.blueprint.yaml to-be.blueprint.yaml --json",
    languages=(),
)
@click.argument("paths", metavar="A B", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT")
@click.option("--view", metavar="VIEW", type=OneOf(TWO_STATES), default="blueprint")
@click.option("--zoom", metavar="ZOOM", type=OneOf(ZOOMS), default="normal")
@click.option("--theme", metavar="THEME", type=OneTheme())
@click.option("--git", is_flag=True)
def command(paths: tuple[str, ...], output: str | None, view: str, zoom: str, theme: str | None, git: bool, voice: Voice) -> int:
    """Read both, compare, and say it or write it down; done is done, however much differs."""
    if git:
        return _for_git(paths, voice)
    if len(paths) != 2:
        raise click.UsageError(voice.phrase("trouble.two-files", n=len(paths)), click.get_current_context())
    if paths == ("-", "-"):
        raise FootlightsError(voice.phrase("trouble.twice-stdin"))
    form = None if output is None else _format(output, paths, voice)
    files = [opened(path) for path in paths]
    for file in files:
        tell([found for found in file.diagnostics if found.severity == "error" or not voice.quiet], file.texts, voice)
    before, after = (file.blueprint for file in files)
    if before is None or after is None:
        return IMPOSSIBLE
    language = _language(files[1], voice)
    comparison = api.compare(before, after, with_findings=True)
    answer = {"before": {"file": files[0].name}, "after": {"file": files[1].name}}
    values = comparison.values(language)
    values = {**values, **{side: {**answer[side], **values[side]} for side in answer}}
    if output is not None and form is not None:
        data = _written(comparison, form, values)
        if not data:
            own = chosen_theme(theme, voice)
            data = api.draw_comparison(comparison, view, language=language, zoom=zoom, theme=own).to(form)
        put(output, data)
        voice.tell(voice.phrase("compare.written", file=output))
    if voice.as_json:
        give_json(**values, written=output)
    elif output is None:
        give_text(shown(comparison.text(language)) + "\n")
    return FINE


def _language(file: Opened, voice: Voice) -> str:
    """The wished language, else that of people here where the blueprint speaks it, else its own."""
    assert file.blueprint is not None
    return spoken_by(file.blueprint, voice, fitting=True)


def _format(output: str, paths: Sequence[str], voice: Voice) -> str:
    forms = (*FORMATS, *_WORDS)
    ending = Path(output).suffix.lower().lstrip(".")
    if ending not in forms:
        raise FootlightsError(voice.phrase("trouble.no-format", file=output, formats=listed(forms, voice.language)))
    if any(path != "-" and Path(output).exists() and Path(path).exists() and Path(path).samefile(output) for path in paths):
        raise FootlightsError(voice.phrase("trouble.own-input", file=output))
    return ending


def _written(comparison: Comparison, form: str, values: dict[str, object]) -> bytes:
    """The comparison as a text; b"" for a form that is a picture."""
    if form == "json":
        return as_json_text(**values).encode("utf-8", "replace")
    return comparison.markdown(str(values["language"])).encode("utf-8", "replace") if form == "md" else b""


def _for_git(given: Sequence[str], voice: Voice) -> int:
    """What git asks of a program that shows differences: say it, and end well, whatever the files are like."""
    if len(given) < _GIT_LEAST:
        raise click.UsageError(voice.phrase("trouble.git-arguments", n=len(given)), click.get_current_context())
    name, paths = given[0], (given[_GIT_OLD], given[_GIT_NEW])
    files = [None if path.lower() in _NOTHING else opened(path) for path in paths]
    give_text(f"{shown(name)}\n")
    if None in files or any(file is not None and not (file.text or "").strip() for file in files):
        key = "compare.new" if files[0] is None or not (files[0].text or "").strip() else "compare.gone"
        give_text(f"  {voice.phrase(key)}\n")
        return FINE
    there = [file for file in files if file is not None]
    before, after = (file.blueprint for file in there)
    if before is None or after is None:
        broken = there[0] if before is None else there[1]
        first = next((one for one in broken.diagnostics if one.severity == "error"), None)
        why = f": {first.place.line}: {shown(first.text(voice.language))}" if first is not None else ""
        give_text(f"  {voice.phrase('compare.unreadable')}{why}\n")
        return FINE
    text = shown(api.compare(before, after).text(_language(there[1], voice)))
    give_text("".join(f"  {line}".rstrip() + "\n" for line in text.splitlines()) + "\n")
    return FINE
