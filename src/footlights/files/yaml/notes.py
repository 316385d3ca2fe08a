"""What has been found wrong with a file so far, within bounds and in the end in the order of the text."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from footlights.facts import Diagnostic, Place
from footlights.model import Address, near

from . import limits
from .places import Lines, Span
from .saying import fault

__all__ = ["Notes"]

_KEPT = 10 * limits.DIAGNOSTICS
#: Names that are compared for likeness in one file, all in all: some tenths of a second.
_COMPARED = 10_000


class Notes:
    """Collects diagnostics about one text."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = Lines(text)
        self.found: list[Diagnostic] = []
        self.more = 0
        self._compared = 0
        self._near: dict[tuple[str, int], tuple[str, ...]] = {}

    def place(self, span: Span) -> Place:
        """The place of a span in the file; of a longer one only its first line, which is where a reader should look."""
        return self.lines.place(span._replace(end=min(span.end, self.lines.end_of_line(span.start))), self.file)

    def say(
        self, slug: str, span: Span, facts: Mapping[str, object] = MappingProxyType({}), address: Address | None = None, *,
        severity: str = "error",
    ) -> None:  # fmt: skip
        """Note a fault, or a doubt when the severity is `warning`."""
        if len(self.found) >= _KEPT:
            self.more += 1
            return
        self.found.append(fault(slug, self.place(span), facts, severity=severity, address=address))

    def ordered(self, wanted: str, known: Collection[str]) -> list[str]:
        """The first of the known names, those that look like the wanted one in front."""
        asked = (wanted, hash(tuple(known)))
        if asked not in self._near:
            self._compared += min(len(known), 2_000)
            self._near[asked] = near(wanted, known) if self._compared <= _COMPARED else ()
        close = self._near[asked]
        return [*close, *(name for name, _ in zip(known, range(30), strict=False) if name not in close)]

    def sorted(self) -> tuple[Diagnostic, ...]:
        """All of them by line and column, at most `limits.DIAGNOSTICS`, errors first when there are more; then how many more."""
        found = self.found
        left_out = self.more + max(0, len(found) - limits.DIAGNOSTICS)
        if left_out:
            found = sorted(found, key=lambda one: one.severity != "error")[: limits.DIAGNOSTICS]
        kept = sorted(found, key=lambda one: (one.place.line, one.place.column))
        if left_out:
            severity = "error" if any(one.severity == "error" for one in self.found) else "warning"
            kept.append(fault("too-many-diagnostics", kept[-1].place, {"number": left_out}, severity=severity))
        return tuple(kept)
