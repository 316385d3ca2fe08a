"""The pipeline on one page: load, check, work out the times, draw, save."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from footlights import files
from footlights.drawing import Theme
from footlights.facts import CheckFinding, Diagnostic, PathTime
from footlights.layout import view_of
from footlights.measures import Attribution, Outage, Priorities, attribution, claims, named, path_time
from footlights.measures import outage as taken_out
from footlights.measures import priorities as put_first
from footlights.model import SEVERITIES, Address, Blueprint, FootlightsError, View
from footlights.picture import Picture, laid_out, picture_of

if TYPE_CHECKING:
    from footlights.atlas import Atlas
    from footlights.checks import Selection, Settings
    from footlights.compare import Comparison, Merged, MergedText, merge_text
    from footlights.plan import Planned

__all__ = [
    "Attribution",
    "Blueprint",
    "Comparison",
    "Diagnostic",
    "Document",
    "FaultyDocumentError",
    "FootlightsError",
    "Merged",
    "MergedText",
    "Outage",
    "PathTime",
    "Picture",
    "Priorities",
    "atlas",
    "attribute",
    "check",
    "compare",
    "draw",
    "draw_comparison",
    "dumps",
    "findings",
    "load",
    "loads",
    "merge",
    "merge_text",
    "outage",
    "path_time",
    "plan",
    "priorities",
    "save",
]

#: What comes from rooms that most who draw or check don't need: it is loaded when it is asked for.
_LATER = {"Comparison": "compare", "Merged": "compare", "MergedText": "compare", "merge_text": "compare"}
#: How many faults an error message tells; the rest are in its `diagnostics`.
_TOLD = 3


class FaultyDocumentError(FootlightsError):
    """A file that can't be read as a blueprint; `diagnostics` are all its faults and doubts."""

    def __init__(self, file: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        errors = [found for found in diagnostics if found.severity == "error"]
        told = [f"  {found.place}: {found.text()}" for found in errors[:_TOLD]]
        more = [f"  and {len(errors) - _TOLD} more"] if len(errors) > _TOLD else []
        super().__init__("\n".join([f"{file} has faults", *told, *more]), errors[0].hint() if errors else "")
        self.diagnostics = diagnostics


@dataclass(frozen=True)
class Document:
    """A blueprint as it was read: the value itself, its text, where it came from, and what was doubtful about it.

    >>> document = loads("footlights: 1\\ntitle: A shine\\nphases: [{title: Sit, steps: [Sits down]}]\\n")
    >>> document
    <Document 'A shine', steps: 1, cards: 0>
    >>> list(document.blueprint.steps)
    ['sits-down']
    >>> document.draw("journey").drawing.columns
    (('1. Sits down', 'Sit'),)
    """

    blueprint: Blueprint
    text: str
    path: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def draw(
        self,
        view: str | View = "blueprint",
        *,
        language: str | None = None,
        zoom: str | None = None,
        theme: str | Path | Theme | None = None,
    ) -> Picture:
        """The picture of this blueprint; see `draw`."""
        return draw(self, view, language=language, zoom=zoom, theme=theme)

    def compare(self, later: "Source") -> "Comparison":
        """What became of this blueprint in a later one; see `compare` in `footlights.api`."""
        return compare(self, later)

    def save(self, path: str | os.PathLike[str] | None = None) -> Path:
        """Write the text, as it was read, to `path` (where it came from when None); returns the path. See `save`."""
        return save(self, path)

    def _repr_svg_(self) -> str:
        return self.draw()._repr_svg_()

    def _repr_html_(self) -> str:
        return self.draw()._repr_html_()

    def __repr__(self) -> str:
        told = self.blueprint.say(self.blueprint.title)
        return f"<Document {told!r}, steps: {len(self.blueprint.steps)}, cards: {len(self.blueprint.cards)}>"


Source = Document | Blueprint | str | os.PathLike[str]


def load(path: str | os.PathLike[str], *, strict: bool = True) -> Document:
    """The blueprint in a file; `-` is standard input.

    Raises FaultyDocumentError, which tells the first faults with their places, when there are errors. With `strict` False
    what could be read is returned with all its faults in `diagnostics`; then it raises only when nothing could be read.
    """
    text, found = files.read_text(path)
    name = os.fspath(path)
    if text is None:
        raise FaultyDocumentError(name, found)
    return _document(text, name, None if name == "-" else Path(path), strict)


def loads(text: str, *, strict: bool = True) -> Document:
    """The blueprint that a text spells; faults as in `load`."""
    return _document(text, "<text>", None, strict)


def check(source: Source) -> tuple[Diagnostic, ...]:
    """Everything that is wrong or doubtful with a document, a blueprint, or the file at a path; () when all is well.

    >>> for found in check(loads("footlights: 1\\ntitle: A shine\\ncolour: red\\n")):
    ...     print(found.place, found.severity, found.slug)
    <text>:3:1 warning unknown-field
    """
    if isinstance(source, Document):
        return source.diagnostics
    if isinstance(source, Blueprint):
        return files.read(files.dumps(source)).diagnostics
    return files.load(source).diagnostics


def findings(source: Source, *, settings: "Settings | None" = None, today: date | None = None) -> "Selection":
    """What the checks find in a document, a blueprint, or the file at a path, most important first, with what became of each.

    `settings` choose the profile (calm unless said otherwise), switch checks off, and set their options; `today` is the day it is
    looked at (this day when None). Raises FaultyDocumentError as `load` does.

    >>> steps = "[{does: Sits down, frontstage: [{id: brush, does: Brushes the shoes}]}]"
    >>> document = loads(f"footlights: 1\\ntitle: A shine\\nphases: [{{title: Sit, steps: {steps}}}]\\n")
    >>> for each in findings(document).shown:
    ...     print(each.finding.severity, each.finding.address, each.finding.text())
    medium cards/brush Nobody stands behind 'Brushes the shoes'.
    """
    # dozens of small modules: only who asks for findings waits for them
    from footlights.checks import Case, Settings, catalogue, chosen_checks, examine, judged, selected

    blueprint = _blueprint(source)
    chosen = settings or Settings()
    checks = chosen_checks(catalogue(), chosen)
    case = Case(blueprint, path_time(blueprint), today or datetime.now().astimezone().date())
    found = judged(blueprint, examine(case, checks, dict(chosen.options)))
    return selected(case, found, checks, chosen)


def plan(blueprints: Iterable[tuple[str, Blueprint]], today: date | None = None) -> "Planned":
    """The action plan over some blueprints, each under the name of its file: what is late first, done and dropped last.

    `today` is the day it is looked at (this day when None).
    """
    from footlights.plan import plan as planned

    return planned(blueprints, today or datetime.now().astimezone().date())


def atlas(blueprints: Iterable[tuple[str, Blueprint]], today: date | None = None) -> "Atlas":
    """Many blueprints as one, each under the name of its file: how journeys stand, registers, shared weak spots, services.

    `today` is the day they are looked at (this day when None).
    """
    from footlights.atlas import Leaf
    from footlights.atlas import atlas as bound
    from footlights.checks import Settings

    day = today or datetime.now().astimezone().date()
    strict = Settings("strict")

    def leaf(name: str, blueprint: Blueprint) -> Leaf:
        found = tuple(each.finding for each in findings(blueprint, settings=strict, today=day).shown)
        return Leaf(name, blueprint, path_time(blueprint), found, claims(blueprint).share("assumed"))

    return bound((leaf(name, blueprint) for name, blueprint in blueprints), day)


def attribute(source: Source) -> Attribution:
    """What stands behind the touchpoints that fall short, and under the moments of truth: association, not cause.

    Weights are levels short × share of the customers × grade; each account says line by line what it is made of. Empty for a
    blueprint in which nothing falls short. Raises FaultyDocumentError as `load` does.

    >>> step = "{does: Sits down, desired: 5, actual: 3, moment-of-truth: 4, frontstage: [{does: Brushes, by: shiner}]}"
    >>> document = loads(f"footlights: 1\\ntitle: A shine\\nactors: [Shiner]\\nphases: [{{title: Sit, steps: [{step}]}}]\\n")
    >>> for account in attribute(document).accounts:
    ...     print(account.collection, account.id, account.weight)
    actors shiner 8.0
    cards brushes 8.0
    """
    return attribution(_blueprint(source))


def outage(source: Source, element: str | Address) -> Outage:
    """What stops when a system, actor, department, channel or card is out, whom that reaches, and which other way there is.

    `element` is an address (`systems/crm`), an id, or a name that people use. Raises FootlightsError where it names nothing,
    or several things, and FaultyDocumentError as `load` does.

    >>> step = "{does: Sits down, frontstage: [{does: Brushes, by: shiner}]}"
    >>> document = loads(f"footlights: 1\\ntitle: A shine\\nactors: [Shiner]\\nphases: [{{title: Sit, steps: [{step}]}}]\\n")
    >>> for hit in outage(document, "Shiner").steps:
    ...     print(hit.step, hit.state, hit.fallback)
    sits-down closed none
    """
    blueprint = _blueprint(source)
    if isinstance(element, Address):
        return taken_out(blueprint, element)
    found = named(blueprint, element)
    if len(found) > 1:
        raise FootlightsError(f"{element!r} can be several things: {', '.join(str(each) for each in found)}", "give one of these addresses")
    if not found:
        raise FootlightsError(f"there is no {element!r} to take out", "give a system, an actor, a department, a channel or a card")
    return taken_out(blueprint, found[0])


def priorities(source: Source) -> Priorities:
    """What to do first, with the reasons: a ranked list, the performance and improvement map, needs, and actions.

    Everything is empty for a blueprint in which nothing falls short and nobody found anything. Raises FaultyDocumentError as
    `load` does.

    >>> step = "{does: Sits down, desired: 5, actual: 3, moment-of-truth: 4}"
    >>> document = loads(f"footlights: 1\\ntitle: A shine\\nphases: [{{title: Sit, steps: [{step}]}}]\\n")
    >>> for line in priorities(document).first:
    ...     print(line.about)
    steps/sits-down
    """
    return put_first(_blueprint(source))


def draw(
    source: Source,
    view: str | View = "blueprint",
    *,
    role: str | None = None,
    language: str | None = None,
    zoom: str | None = None,
    theme: str | Path | Theme | None = None,
    stamp: str = "",
) -> Picture:
    """The picture of a document, a blueprint, or the file at a path.

    view: the name of a view (blueprint, journey …), the id of one of the document's own, or a View with wishes. role: the actor
    (by id) whose part is shown; where no other view is named, it asks for that of a role. language: the document's own when
    None. zoom: overview, normal or detail; the view's own when None. theme: light, dark, contrast or print, a Theme, or the Path
    of the file of one; None is light, and for a page what its reader's system says. stamp: a version or a
    date, to stand before the picture's provenance. Raises FootlightsError for a value that does not exist, and
    FaultyDocumentError as `load` does.
    """
    blueprint = _blueprint(source)
    if role is not None:
        looked = view_of(blueprint, "role" if view == "blueprint" else view)
        view = looked._replace(role=role)
    return picture_of(
        blueprint,
        view,
        language=language,
        zoom=zoom,
        theme=files.load_theme(theme).theme if isinstance(theme, Path) else theme,
        stamp=stamp,
        findings=lambda: _standing(blueprint),
        planned=lambda: plan([("", blueprint)]),
    )


def compare(before: Source, after: Source, *, with_findings: bool = False) -> "Comparison":
    """What became of one blueprint in another: what came, went, moved and changed, and what both come to beside each other.

    `with_findings` looks, too, for what checks find in one and not in the other, of medium severity or more. Raises
    FaultyDocumentError as `load` does.

    >>> before = loads("footlights: 1\\ntitle: A shine\\nphases: [{title: Sit, steps: [Sits down, Waits]}]\\n")
    >>> after = loads("footlights: 1\\ntitle: A shine\\nphases: [{title: Sit, steps: [Sits down]}]\\n")
    >>> compare(before, after).headline()
    "Step 'Waits' removed"
    """
    from footlights.compare import compare as compared

    one, other = _blueprint(before), _blueprint(after)
    found = (_standing(one, "medium"), _standing(other, "medium")) if with_findings else ((), ())
    return compared(one, other, (path_time(one), path_time(other)), found)


def _standing(blueprint: Blueprint, least: str = "low") -> Sequence[CheckFinding]:
    """What checks find of a severity or more, and nobody dismissed."""
    from footlights.checks import Settings

    there = findings(blueprint, settings=Settings("strict")).shown
    least_of = SEVERITIES.index(least)
    return tuple(each.finding for each in there if each.stands and SEVERITIES.index(each.finding.severity) >= least_of)


def merge(base: Source, ours: Source, theirs: Source) -> "Merged":
    """Two edited copies brought together: what both say, and where they disagree, there with what this copy (`ours`) says.

    `base` is what both began from. No text gets lost: what the other copy says and is not in the blueprint is told by the
    conflicts. For two files use `merge_text`, which keeps their comments. Raises FaultyDocumentError as `load` does.

    >>> base = loads("footlights: 1\\ntitle: A shine\\nphases: [{id: sit, title: Sit}]\\n")
    >>> ours = loads("footlights: 1\\ntitle: A good shine\\nphases: [{id: sit, title: Sit}]\\n")
    >>> theirs = loads("footlights: 1\\ntitle: A shine\\nphases: [{id: sit, title: Sit down}]\\n")
    >>> merged = merge(base, ours, theirs)
    >>> merged.blueprint.title, merged.blueprint.phases["sit"].title, merged.conflicts
    ('A good shine', 'Sit down', ())
    """
    from footlights.compare import merge as merged

    return merged(_blueprint(base), _blueprint(ours), _blueprint(theirs))


def draw_comparison(
    comparison: "Comparison",
    view: str = "blueprint",
    *,
    language: str | None = None,
    zoom: str = "normal",
    theme: str | Theme | None = None,
) -> Picture:
    """One picture of both states: the later blueprint, with what is new, what is gone, what moved and what was otherwise.

    The figures in it (times, claims) are those of the later one. See `draw` for the wishes and what is raised.
    """
    from footlights.compare import both

    after = comparison.after
    tongue = language or after.language or "en"
    union, fates = both(comparison, tongue)
    return Picture(laid_out(union, View(shows=view, zoom=zoom), tongue, figures_of=after, compared=fates), theme)


def dumps(source: Source) -> str:
    """The text of a blueprint in canonical form; of a document or file, of the blueprint in it (comments are not in it)."""
    return files.dumps(_blueprint(source))


def save(source: Document | Blueprint, path: str | os.PathLike[str] | None = None) -> Path:
    """Write a document's text, or a blueprint in canonical form, to a file; returns the path.

    `path` None writes a document where it came from. The file is replaced as a whole or stays as it was. Raises
    FootlightsError when there is no path, OSError when it can't be written.
    """
    target = path if path is not None else source.path if isinstance(source, Document) else None
    if target is None:
        raise FootlightsError("there is no file to save to", "give a path")
    text = source.text if isinstance(source, Document) else files.dumps(source)
    files.put(target, text.encode("utf-8"))
    return Path(target)


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"footlights.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _document(text: str, name: str, path: Path | None, strict: bool) -> Document:
    loaded = files.read(text, name)
    if loaded.blueprint is None or (strict and loaded.errors):
        raise FaultyDocumentError(name, loaded.diagnostics)
    return Document(loaded.blueprint, text, path, loaded.diagnostics)


def _blueprint(source: Source) -> Blueprint:
    if isinstance(source, Blueprint):
        return source
    return source.blueprint if isinstance(source, Document) else load(source).blueprint
