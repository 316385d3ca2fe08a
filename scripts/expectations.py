"""The reference page of the sentences that a blueprint's own tests are written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from footlights.checks.expectations.sentence import Sentence
from footlights.checks.expectations.vocabulary import VOCABULARIES
from footlights.checks.expectations.writing import sentences, spelt

LANGUAGES = {"en": "English", "nl": "Dutch", "es": "Spanish"}

HEAD = """# Expectations

What a blueprint may expect of itself, under `expect`: one sentence each, or `{says: …, why: …}`. `footlights check` and the
editor put them to the blueprint; [how to use them](../how-to/test-a-blueprint.md) tells the way to work with them.

```yaml
expect:
- total <= 5 working days
- every moment of truth has an owner
- {says: no step waits longer than 1 h, why: After an hour people call again}
```

Sentences may be in English, Dutch or Spanish, whatever language the blueprint is in. Capitals, articles and a full stop at
the end make no difference. Where several words are listed below, each of them is understood.

What becomes of a sentence:

| found | severity | when |
| --- | --- | --- |
| nothing | | it holds |
| `expectation-broken` | error | it does not hold: the message says what was found, up to five elements by name |
| `expectation-not-judged` | medium | something is not known; unknown is never a pass |
| `expectation-not-understood` | high | it is no sentence of this page, or names a step or promise that does not exist |
"""

PARTS = {
    "time": (
        "Figures of time",
        (
            "Along the longest path the customer waits for, as everywhere in footlights. `STEP` is the id or the text of a step, `PROMISE` "
            "the id or the title of a promise, whose clock runs along the longest way from its start to its end. Amounts are written as "
            "times are: `30 s`, `5 min`, `1 h 30 min`, `2 days`, `5 working days`, `3 weeks`. While stations have no time the figure is a "
            "lower bound: it can break `<=`, and it can't keep it. A percentile (`p90`) is understood, and judged only once there are "
            "measured cases; a blueprint by itself has one time for each station."
        ),
    ),
    "count": (
        "Counts",
        (
            "Hand-overs are links of the kind hand-over, and ways on between cards that other people do. Channels, systems and roles are "
            "counted as they are declared. Open findings are those in the file that were neither accepted nor dismissed; open actions "
            "those that are neither done nor dropped. Moments of truth may be narrowed to a grade, findings, fail points and pains to a "
            "severity."
        ),
    ),
    "share": ("Shares", "Of all claims of the blueprint, as in the footer of its pictures."),
    "every": (
        "Each of them has something",
        (
            "Where there are none, nothing is missing: write `moments of truth >= 1` to ask for some. A moment or step has an owner if it "
            "names one, or when one actor and no other stands on its front stage. Actions that are done or dropped, and findings that are "
            "dismissed, are left out."
        ),
    ),
    "none": (
        "None of them is so",
        (
            "A step that does not say how it feels, a moment without a level and a station without a time are unknown, not fine. A system "
            "stands under a moment when a card that stands behind that moment uses it."
        ),
    ),
    "kept": ("Promises", "Whether the known times can keep every promise that the file makes."),
}


def page() -> str:
    """The page: every sentence in three languages, then the words that may stand for others."""
    return "\n".join([HEAD, *_parts(), *_words()]) + "\n"


def _parts() -> Iterator[str]:
    for form, (title, about) in PARTS.items():
        yield f"## {title}\n\n{about}\n"
        yield from _table(sentence for sentence in sentences() if sentence.form == form)


def _table(rows: Iterable[Sentence]) -> Iterator[str]:
    yield f"| {' | '.join(LANGUAGES.values())} |"
    yield f"| {' | '.join('---' for _ in LANGUAGES)} |"
    for sentence in rows:
        yield f"| {' | '.join(f'`{spelt(sentence, language)}`' for language in LANGUAGES)} |"
    yield ""


def _words() -> Iterator[str]:
    yield "## Other words for the same\n"
    yield "`≤` and `≥` stand for `<=` and `>=`. Instead of a sign one may write:\n"
    yield f"| | {' | '.join(LANGUAGES.values())} |"
    yield f"| --- | {' | '.join('---' for _ in LANGUAGES)} |"
    for sign in VOCABULARIES["en"].comparators:
        yield f"| `{sign}` | {' | '.join(_listed(VOCABULARIES[each].comparators[sign]) for each in LANGUAGES)} |"
    yield ""
    for name in ("times", "counts", "bases", "subjects", "requirements", "none"):
        tables = [getattr(VOCABULARIES[each], name) for each in LANGUAGES]
        for key in tables[0]:
            if any("|" in table[key] for table in tables):
                yield f"- {'; '.join(_listed(table[key]) for table in tables)}"
    yield ""


def _listed(words: str) -> str:
    return ", ".join(f"`{word}`" for word in words.split("|"))
