"""One open text: what could be read of it, what is wrong with it, and what the checks find in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from footlights import api
from footlights.checks import Case, Judged, Settings, catalogue, mend
from footlights.edits import Operation
from footlights.facts import Place
from footlights.files import Loaded, Reference, Source, id_spans, places_of, read, references
from footlights.model import Address, Blueprint, FootlightsError

from .positions import Ruler

__all__ = ["Desk"]


@dataclass(frozen=True)
class Desk:
    """A text under its name for people; `good` is the last blueprint that could be read under this name.

    While something is half typed the text is often no YAML at all: completion and hover then speak from `good`.
    """

    name: str
    text: str
    settings: Settings
    today: date
    good: Blueprint | None = None

    @cached_property
    def ruler(self) -> Ruler:
        """The lines of the text."""
        return Ruler(self.text)

    @cached_property
    def loaded(self) -> Loaded:
        """What could be read."""
        return read(self.text, self.name)

    @property
    def blueprint(self) -> Blueprint | None:
        """The blueprint as it is now, else as it last could be read."""
        return self.loaded.blueprint or self.good

    @cached_property
    def findings(self) -> tuple[Judged, ...]:
        """What the checks find; nothing while the file has errors, for what comes of half a blueprint would be a guess."""
        if self.loaded.blueprint is None or self.loaded.errors:
            return ()
        return api.findings(self.loaded.blueprint, settings=self.settings, today=self.today).shown

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where each finding stands."""
        return places_of(self.loaded, self.text, self.name, [each.finding.address for each in self.findings])

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every word that points at an element."""
        return references(self.loaded, self.text)

    def reference_at(self, offset: int) -> Reference | None:
        """The word at an offset that points at an element."""
        return next((each for each in self.references if each.span.start <= offset <= each.span.end), None)

    def declared_at(self, offset: int) -> Address | None:
        """The element whose own id stands at an offset."""
        around = [name for name, span in self.loaded.spans.items() if "#" not in name and span.start <= offset <= span.end]
        for address in map(Address.parse, reversed(around)):
            if any(each.start <= offset <= each.end for each in id_spans(self.loaded, self.text, address)):
                return address
        return None

    def mended(self, judged: Judged) -> str | None:
        """The text after the mend of a finding; None where there is none, or the file can't take it."""
        blueprint = self.loaded.blueprint
        check = next((each for each in catalogue() if each.slug == judged.finding.slug), None)
        if blueprint is None or check is None or not judged.finding.mendable:
            return None
        operations = mend(Case(blueprint, api.path_time(blueprint), self.today), check, judged.finding)
        return self.changed(operations) if operations else None

    def changed(self, operations: Sequence[Operation]) -> str | None:
        """The text after some operations, comments kept; None where the file can't take them."""
        try:
            return Source(self.text, self.name).apply_all(operations).text
        except FootlightsError:
            return None
