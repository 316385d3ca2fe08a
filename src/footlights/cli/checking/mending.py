"""What `--fix` does: findings whose mend needs no judgement are mended in the text of the file, comments and all."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from footlights.cli.opening import Opened
from footlights.files import Source
from footlights.model import FootlightsError

from .examined import Task, Told, case_of, selection_of, told

if TYPE_CHECKING:
    from footlights.checks import Case, Judged

__all__ = ["Mended", "mended"]

#: Mends in one file; a mend that keeps calling for another ends here.
_MOST = 200


class Mended(NamedTuple):
    """A file after mending: what it says now, and what was mended, each as it was found."""

    file: Opened
    mended: tuple[Told, ...] = ()


def mended(file: Opened, task: Task) -> Mended:
    """The file with everything mended that its profile shows, waits for a judgement, and can be mended; nothing is written.

    Each mend is worked out on what the one before it left, so that two of them never meet. A file with faults of form, and one
    whose text can't hold a mend, stays as it is.
    """
    if file.blueprint is None or file.text is None:
        return Mended(file)
    source, tried = Source(file.text, file.name), set[str]()
    found: list[Told] = []
    while len(tried) < _MOST:
        case = case_of(source.blueprint, task.today)
        each = next((each for each in _candidates(case, task) if each.finding.identity not in tried), None)
        if each is None:
            break
        tried.add(each.finding.identity)
        before = Opened(file.name, source.text, source.loaded)
        after = _after(source, case, each)
        if after.text != source.text:
            found += told([each], before, task.language)
            source = after
    return Mended(Opened(file.name, source.text, source.loaded), tuple(found))


def _candidates(case: "Case", task: Task) -> Iterator["Judged"]:
    for each in selection_of(case, task.settings).shown:
        if each.finding.mendable and each.status in ("open", "reopened"):
            yield each


def _after(source: Source, case: "Case", each: "Judged") -> Source:
    from footlights.checks import check_named, mend

    try:
        return source.apply_all(mend(case, check_named(each.finding.slug), each.finding))
    except FootlightsError:  # this text has no room for it: an alias, a value that no file can hold
        return source
