"""The texts of a blueprint: which there are, and which are missing in a language."""

from __future__ import annotations

import footlights
from footlights.checks.texts import Written, missing_in, written
from footlights.model import Address, Translations

TEXT = """
footlights: 1
title: {en: A call, nl: Een telefoontje}
allow: {broken-check: We know}
personas: {noor: {name: Noor, goal: Work again}}
phases:
- id: report
  title: {nl: Melden}
  steps:
  - {id: calls, does: {en: Calls, nl-BE: Belt}, thinks: "42"}
findings:
- {id: own, on: [calls], title: Slow}
- {id: tool, on: [calls], title: Nobody stands behind it, fingerprint: contact-without-doer@cards/x~1}
"""


def test_every_text_of_the_readers_and_none_of_the_tools() -> None:
    found = [str(each.address) for each in written(footlights.loads(TEXT).blueprint)]
    assert found == [
        "blueprint#title", "personas/noor#name", "personas/noor#goal", "phases/report#title", "steps/calls#does", "steps/calls#thinks",
        "findings/own#title",
    ]  # fmt: skip


def test_what_is_missing_in_a_language() -> None:
    texts = tuple(written(footlights.loads(TEXT).blueprint))

    def missing(language: str, own: str = "en") -> list[str]:
        return [str(each.address) for each in missing_in(texts, language, own)]

    assert missing("en") == ["phases/report#title"]
    assert missing("nl") == ["personas/noor#goal", "steps/calls#does", "findings/own#title"]
    assert missing("nl-BE") == ["personas/noor#goal", "findings/own#title"], "its base language will do, its own is better"
    assert missing("nl", own="nl") == ["steps/calls#does"], "plain texts are in the blueprint's own language"


def test_a_text_of_blanks_is_missing() -> None:
    text = Written(Address("steps", "a", "does"), Translations((("en", "Calls"), ("nl", "  "))))
    assert missing_in([text], "nl", "en") == (text,)
    assert missing_in([text], "en", "en") == ()
