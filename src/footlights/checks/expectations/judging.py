"""The blueprint's own tests, put to it one by one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from footlights.checks.case import Case
from footlights.facts import Spelt
from footlights.model import Address, Expectation

if TYPE_CHECKING:
    from .measuring import Verdict

__all__ = ["Judgement", "judgements"]

_LONGEST = 120


class Judgement(NamedTuple):
    """One expectation and its verdict; `strange` where its sentence is not understood."""

    expectation: Expectation
    verdict: "Verdict"

    @property
    def address(self) -> Address:
        """Where the expectation stands."""
        return Address("expect", self.expectation.id)

    @property
    def says(self) -> Spelt:
        """Its sentence, as it is said in a message: its author's words, without quotes and full stop."""
        text = " ".join((self.expectation.says or "…").split()).rstrip(". ")
        return Spelt(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")


def judgements(case: Case, *outcomes: str) -> Iterator[Judgement]:
    """The expectations that came out so: `broken`, `unknown` or `strange`."""
    for expectation in case.blueprint.expect.values():
        verdict = _verdict(case, expectation.says or "")
        if verdict.outcome in outcomes:
            yield Judgement(expectation, verdict)


def _verdict(case: Case, says: str) -> "Verdict":
    # the grammar of three languages: only a blueprint with tests waits for it
    from .asking import every, judged_promises, none
    from .grammar import understood
    from .measuring import Verdict, figure_of

    sentence = understood(says)
    if sentence is None:
        return Verdict("strange")
    if sentence.form == "every":
        return every(case, sentence)
    if sentence.form == "none":
        return none(case, sentence)
    return judged_promises(case) if sentence.form == "kept" else figure_of(case, sentence)
