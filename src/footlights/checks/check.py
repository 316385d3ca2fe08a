"""What a check is: one question put to a blueprint, with its words, its source and its two examples."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from footlights.edits import Operation
from footlights.facts import CheckFinding, Words
from footlights.model import Address

from .case import Case

__all__ = ["Check", "Found", "Option", "Options"]

#: The options of one check: what its users set, else its defaults.
Options = Mapping[str, float]


class Option(NamedTuple):
    """A number a team may set for itself: its name, its default, and what it means (with its unit)."""

    name: str
    default: float
    about: str


class Found(NamedTuple):
    """One thing a check found, before the check's own words are put to it.

    `facts` fill the {places} of the message and hint. `ground` are the values it was judged on (levels, times, who does it), not
    names: when they change, what somebody dismissed comes back. `detail` tells several findings at one element apart.
    `severity` "" is the check's own.
    """

    address: Address
    facts: Mapping[str, Any] = {}
    ground: tuple[Any, ...] = ()
    detail: str = ""
    severity: str = ""


class Check(NamedTuple):
    """One check. A check never changes what it reads, never raises for what an author may write, and says the same each time.

    code: three letters of the family and three digits, never used again once retired. slug: names the pattern, not the cure; it
    reads well behind "allow". severity: low, medium or high. calm: whether a first draft is asked about it. source: where in the
    literature it comes from, a key of `SOURCES`. find: what is found in a case. fires: a small blueprint in which it is
    found, at exactly the addresses `at` (`cards/answer`, with `#field` where the finding has one). clean: the same, mended. mend:
    the edit that mends one finding, where that needs no judgement; () when this one can't be mended so.
    """

    code: str
    slug: str
    severity: str
    find: Callable[[Case, Options], Iterable[Found]]
    source: str
    en: Words
    nl: Words
    es: Words
    fires: str
    at: tuple[str, ...]
    clean: str
    calm: bool = False
    options: tuple[Option, ...] = ()
    mend: Callable[[Case, CheckFinding], tuple[Operation, ...]] | None = None

    @property
    def family(self) -> str:
        """The three letters of its family."""
        return self.code[:3]

    @property
    def words(self) -> tuple[tuple[str, Words], ...]:
        """Its words by language."""
        return (("en", self.en), ("nl", self.nl), ("es", self.es))

    def finding(self, found: Found, language: str) -> CheckFinding:
        """What was found, in this check's words; `language` is that of texts without one."""
        return CheckFinding(
            code=self.code,
            slug=self.slug,
            severity=found.severity or self.severity,
            address=found.address,
            words=self.words,
            facts=tuple(found.facts.items()),
            detail=found.detail,
            ground=found.ground,
            source=self.source,
            mendable=self.mend is not None,
            language=language,
        )
