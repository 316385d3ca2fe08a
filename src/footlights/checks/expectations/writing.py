"""Blueprint tests as one writes them: every sentence there is, in each language, and those nearest to one that is not understood."""

import re
from collections.abc import Iterator

from footlights.model import near

from .grammar import plain
from .sentence import Sentence
from .vocabulary import BASES, COUNTS, LANGUAGES, REQUIREMENTS, SUBJECTS, TIMES, VOCABULARIES

__all__ = ["nearest", "sentences", "spelt"]

_DAYS = {"en": "5 working days", "nl": "5 werkdagen", "es": "5 días laborables"}
_HOURS = {"en": "4 h", "nl": "4 uur", "es": "4 horas"}
_NONE = {"step-feels": "-1", "moment-feels": "0", "system-under": "3", "step-waits": "1 h", "step-takes": "1 h", "text-missing": "nl"}


def sentences() -> Iterator[Sentence]:
    """One of every sentence that is understood, with amounts to show what goes there."""
    for what in TIMES:
        of = {"station": "STEP", "wait-at": "STEP", "promise": "PROMISE"}.get(what, "")
        yield Sentence("time", what, of=of, amount=5 * 86400.0 if what == "total" else 4 * 3600.0)
    yield Sentence("time", "total", percentile=90, amount=5 * 86400.0)
    yield from (Sentence("count", what, comparator=">=" if what in ("moments", "delight") else "<=", amount=4.0) for what in COUNTS)
    yield Sentence("count", "moments", comparator=">=", amount=2.0, grade=3, more=True)
    yield Sentence("count", "findings", comparator="=", amount=0.0, severity="high")
    yield from (Sentence("share", basis, comparator="<=" if basis == "assumed" else ">=", amount=0.5) for basis in BASES[:3])
    yield from (Sentence("every", subject, has) for subject in SUBJECTS for has in REQUIREMENTS[subject])
    yield Sentence("every", "moment", "owner", grade=3)
    yield Sentence("every", "moment", "owner", grade=3, more=True)
    yield Sentence("every", "fail", "recovery", severity="high")
    for kind in VOCABULARIES["en"].none:
        given = _NONE.get(kind, "")
        amount = 3600.0 if given.endswith("h") else float(given) if given.lstrip("-").isdigit() else 0.0
        yield Sentence("none", kind, of=given if kind == "text-missing" else "", amount=amount)
    yield Sentence("kept", "promise")


def spelt(sentence: Sentence, language: str) -> str:
    """The sentence in a language, in the words that are the ones to write."""
    words = VOCABULARIES[language]
    if sentence.form == "kept":
        return _first(words.kept)
    if sentence.form == "every":
        each = f"{_first(words.every)} {_first(words.subjects[sentence.what])}{_which(sentence, language)}"
        # Dutch tells two genders apart
        each = re.sub(r"^elke (?=moment|faalpunt|contact|systeem)", "elk ", each)
        return f"{each} {words.has} {_first(words.requirements[sentence.has])}"
    if sentence.form == "none":
        given = _hour(language) if sentence.what in ("step-waits", "step-takes") else f"{sentence.amount:g}"
        return re.sub(r"\{[nd]\}", given, _first(words.none[sentence.what])).replace("{l}", sentence.of)
    if sentence.form == "share":
        return f"{_first(words.bases[sentence.what])} {sentence.comparator} {sentence.amount * 100:g} %"
    if sentence.form == "count":
        return f"{_first(words.counts[sentence.what])}{_which(sentence, language)} {sentence.comparator} {sentence.amount:g}"
    figure = f"{_first(words.times[sentence.what])} {sentence.of}".strip()
    percentile = f"p{sentence.percentile} " if sentence.percentile else ""
    return f"{percentile}{figure} {sentence.comparator} {_DAYS[language] if sentence.amount == 5 * 86400 else _HOURS[language]}"


def nearest(says: str, language: str) -> tuple[str, ...]:
    """Up to three sentences that are understood and look like this one; some of the usual when none does."""
    own = language if language in LANGUAGES else "en"
    ours = [spelt(sentence, own) for sentence in sentences()]
    others = (spelt(sentence, each) for each in LANGUAGES for sentence in sentences())
    usual = [
        Sentence("time", "total", amount=5 * 86400.0),
        Sentence("every", "moment", "owner"),
        Sentence("count", "handovers", amount=4.0),
    ]
    return near(plain(says), ours) or near(plain(says), others) or tuple(spelt(sentence, own) for sentence in usual)


def _first(words: str) -> str:
    return words.partition("|")[0]


def _hour(language: str) -> str:
    return {"en": "1 h", "nl": "1 uur", "es": "1 hora"}[language]


def _which(sentence: Sentence, language: str) -> str:
    """Of which grade or severity, where only some are meant."""
    words = VOCABULARIES[language]
    if sentence.grade:
        return f" {_first(words.of_grade)} {sentence.grade}{f' {_first(words.or_more)}' if sentence.more else ''}"
    return f" {_first(words.of_severity)} {words.severities[sentence.severity]}" if sentence.severity else ""
