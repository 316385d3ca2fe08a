"""How a blueprint test is read: a sentence in English, Dutch or Spanish becomes one question.

Three shapes there are, in each language:

    total <= 5 working days              a figure, a comparison, an amount
    every moment of truth has an owner   each of some elements has something
    no step waits longer than 1 h        no element is so

Capitals, double spaces and a full stop at the end make no difference. `≤` is `<=`, and words such as *at most* stand for signs.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from footlights.model import parse_duration

from .sentence import Sentence
from .vocabulary import BASES, LANGUAGES, REQUIREMENTS, VOCABULARIES, Terms, Vocabulary

__all__ = ["plain", "understood"]

_SIGNS = {"≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "−": "-", "–": "-", "=<": "<=", "=>": ">=", "==": "="}
_NUMBER = r"-?\d{1,6}(?:[.,]\d{1,4})?"
_LONGEST = 200
#: Between a figure and a comparison in words: total *is* at most 5 days.
_IS = "is|are|zijn|es|son"
_ARTICLE = re.compile(r"^(?:an?|een|una?) ")
#: What stands for an amount in a sentence.
_FILLS = {"n": _NUMBER, "d": r"\d.{0,40}", "l": r"[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,3}"}
#: Figures of time that are said of a step or promise.
_NAMING = ("station", "wait-at", "promise")


def plain(says: str) -> str:
    """The sentence as it is looked at: small letters, single spaces, signs of one kind, no full stop."""
    text = " ".join(says.casefold().split()).rstrip(" .")
    for sign, plainer in _SIGNS.items():
        text = text.replace(sign, plainer)
    return text


@lru_cache(maxsize=512)
def understood(says: str) -> Sentence | None:
    """The question a sentence asks, in whichever of our languages it is written; None when it asks none that we know."""
    text = plain(says)
    if len(text) > _LONGEST:  # no sentence of ours is, and whoever writes a page need not be read
        return None
    for language in LANGUAGES:
        found = _Reading(language, text).sentence()
        if found is not None:
            return found
    return None


class _Reading(NamedTuple):
    """One text, read as one language."""

    language: str
    text: str

    def sentence(self) -> Sentence | None:
        return self._compared() or self._every() or self._none() or self._kept()

    def _match(self, shape: str) -> re.Match[str] | None:
        return _shapes(self.language)[shape].fullmatch(self.text)

    def _compared(self) -> Sentence | None:
        found = self._match("compared")
        if found is None:
            return None
        words = VOCABULARIES[self.language]
        comparator = found["sign"] or _key(words.comparators, found["word"])
        figure, amount = found["figure"].strip(), found["amount"].strip()
        return _timed(words, figure, comparator, amount) or _counted(words, figure, comparator, amount)

    def _every(self) -> Sentence | None:
        found = self._match("every")
        if found is None:
            return None
        words = VOCABULARIES[self.language]
        subject, has = _key(words.subjects, found["subject"]), _required(words, found["has"])
        wanted = next((each for each in REQUIREMENTS[subject] if each in has), None)
        grade, severity = int(found["grade"] or 0), _key(words.severities, found["severity"] or "")
        if wanted is None or (grade and subject != "moment") or (severity and subject not in ("fail", "finding")):
            return None
        return Sentence("every", subject, wanted, grade=grade, more=bool(found["more"]), severity=severity)

    def _none(self) -> Sentence | None:
        for kind, pattern in _nones(self.language):
            found = pattern.fullmatch(self.text)
            if found is None:
                continue
            given = found.groupdict()
            if given.get("l"):
                return Sentence("none", kind, of=given["l"])
            amount = _seconds(given["d"]) if given.get("d") else _number(given.get("n") or "0")
            return None if amount is None else Sentence("none", kind, amount=amount)
        return None

    def _kept(self) -> Sentence | None:
        return Sentence("kept", "promise") if self.text in VOCABULARIES[self.language].kept.split("|") else None


def _timed(words: Vocabulary, figure: str, comparator: str, amount: str) -> Sentence | None:
    """A figure of time, with a percentile before it if somebody asks for one."""
    ahead = re.fullmatch(rf"p(\d{{1,2}})\s+(?:(?:{words.of})\s+)?(.+)", figure)
    percentile, name = (int(ahead[1]), ahead[2]) if ahead else (0, figure)
    seconds = _seconds(amount)
    if seconds is None:
        return None
    exact = _key(words.times, name)
    if exact and exact not in _NAMING:
        return Sentence("time", exact, percentile=percentile, comparator=comparator, amount=seconds)
    for what in _NAMING[::-1]:
        for start in words.times[what].split("|"):
            if name.startswith(f"{start} "):
                of = name[len(start) :].strip(" '\"«»“”")
                return Sentence("time", what, of=of, percentile=percentile, comparator=comparator, amount=seconds)
    return None


def _counted(words: Vocabulary, figure: str, comparator: str, amount: str) -> Sentence | None:
    """A count or a share."""
    share = re.fullmatch(rf"({_NUMBER}) ?%", amount)
    if share is not None:
        basis = _key(words.bases, figure)
        return Sentence("share", basis, comparator=comparator, amount=_number(share[1]) / 100) if basis in BASES else None
    if not re.fullmatch(r"\d{1,6}", amount):
        return None
    plural, grade, more, severity = _narrowed(words, figure)
    what = _key(words.counts, plural)
    if not what or (grade and what != "moments") or (severity and what not in ("findings", "fail", "pain")):
        return None
    return Sentence("count", what, comparator=comparator, amount=float(amount), grade=grade, more=more, severity=severity)


def _narrowed(words: Vocabulary, figure: str) -> tuple[str, int, bool, str]:
    """What is counted, and only which: of a grade (or more), of a severity."""
    found = re.fullmatch(rf"(.+?)(?: {_narrow(words)})?", figure)
    if found is None:
        return figure, 0, False, ""
    return found[1], int(found["grade"] or 0), bool(found["more"]), _key(words.severities, found["severity"] or "")


def _narrow(words: Vocabulary) -> str:
    grade = rf"(?:{words.of_grade}) (?P<grade>[1-4])(?P<more> (?:{words.or_more}))?"
    return rf"(?:{grade}|(?:{words.of_severity}) (?P<severity>{_either(words.severities)}))"


@cache
def _shapes(language: str) -> dict[str, re.Pattern[str]]:
    """The patterns of a language; made when somebody first writes a test."""
    words = VOCABULARIES[language]
    said, subjects = _either(words.comparators), _either(words.subjects)
    compared = rf"(?P<figure>[^<>=]+?)(?: ?(?P<sign><=|>=|<|>|=) ?| (?:(?:{_IS}) )?(?P<word>{said}) )(?P<amount>[^<>=]+)"
    every = rf"(?:{words.every}) (?P<subject>{subjects})(?: {_narrow(words)})? {words.has} (?P<has>.+)"
    return {"compared": re.compile(compared), "every": re.compile(every)}


@cache
def _nones(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every way to say that no element is so."""
    forms = [(kind, form) for kind, said in VOCABULARIES[language].none.items() for form in said.split("|")]
    return tuple((kind, re.compile(_filled(re.escape(form)))) for kind, form in forms)


def _filled(form: str) -> str:
    for name, pattern in _FILLS.items():
        form = form.replace(rf"\{{{name}\}}", rf"(?P<{name}>{pattern})")
    return form


def _either(terms: Terms) -> str:
    """A pattern for any of the words, the longer before those they begin with."""
    return "|".join(sorted((re.escape(each) for said in terms.values() for each in said.split("|")), key=len, reverse=True))


def _keys(terms: Terms, said: str) -> tuple[str, ...]:
    return tuple(key for key, words in terms.items() if said in words.split("|"))


def _key(terms: Terms, said: str) -> str:
    """What a word stands for; "" for none."""
    return next(iter(_keys(terms, said)), "")


def _required(words: Vocabulary, said: str) -> tuple[str, ...]:
    """What an element is asked to have; whether an article stands before it makes no difference."""
    bare = _ARTICLE.sub("", said)
    return tuple(key for key, terms in words.requirements.items() if bare in (_ARTICLE.sub("", each) for each in terms.split("|")))


def _seconds(text: str) -> float | None:
    try:
        return parse_duration(text).seconds
    except ValueError:
        return None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
