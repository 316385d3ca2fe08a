"""What may stand in a field."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from footlights.edits import fitted
from footlights.model import (
    COLLECTIONS,
    Blueprint,
    Duration,
    Effect,
    Feeling,
    FootlightsError,
    Money,
    Target,
    Time,
    Translations,
    field_named,
    fields_of,
)


def fit(where: str, value: Any) -> Any:
    collection, _, name = where.partition("#")
    field = field_named(COLLECTIONS.get(collection, Blueprint), name)
    assert field is not None
    return fitted(field, value)


@pytest.mark.parametrize(
    ("where", "given", "found"),
    [
        ("cards#does", "Answers", "Answers"), ("cards#does", "", None), ("cards#does", None, None),
        ("cards#does", {"nl": "Neemt op"}, Translations((("nl", "Neemt op"),))), ("cards#does", Translations(()), None),
        ("cards#by", "a", ("a",)), ("cards#by", ["a", "b", "a"], ("a", "b")), ("cards#until", "s", "s"), ("cards#mode", "manual", "manual"),
        ("cards#time", "3 min", Time(work=Duration(3, "min"))), ("cards#time", Duration(3, "min"), Time(work=Duration(3, "min"))),
        ("cards#time", Time(), None), ("cards#time", Time(wait=Duration(0.12345678, "h")), Time(wait=Duration(0.123457, "h"))),
        ("cards#cost", "€ 2,50", Money(2.5, "EUR")), ("cards#cost", Money(2, "USD"), Money(2, "USD")),
        ("steps#feels", -1, (Feeling(None, -1),)), ("steps#feels", {"noor": 2}, (Feeling("noor", 2),)), ("steps#feels", (), ()),
        ("steps#feels", (Feeling("noor", 1), Feeling(None, 0)), (Feeling(None, 0), Feeling("noor", 1))),
        ("steps#moment-of-truth", 3.0, 3), ("steps#desired", 4.5, 4.5), ("phases#met", "60 %", 0.6), ("phases#met", 1 / 3, 0.33333333),
        ("actions#due", "2027-03-01", date(2027, 3, 1)), ("actions#effect", Effect("nps", 1), Effect("nps", 1)),
        ("agreements#target", "≤ 30 s", Target("<=", 30, "s")), ("agreements#window", "1 mo", Duration(1, "mo")),
        ("#languages", ["en", "nl-BE"], ("en", "nl-BE")), ("#vocabulary", {"phase": "Episode"}, (("phase", "Episode"),)),
        ("#allow", {"no-owner": "We share it"}, (("no-owner", "We share it"),)), ("cards#allow", (), ()), ("actions#votes", 0, 0),
        ("#customers-per-day", 40, 40), ("expect#says", "total <= 5 days", "total <= 5 days"), ("actions#impact", 5.0, 5),
    ],
)  # fmt: skip
def test_what_is_given_and_what_is_kept(where: str, given: Any, found: Any) -> None:
    assert fit(where, given) == found
    if found not in (None, ()):
        assert fit(where, found) == found  # the normal form is its own


@pytest.mark.parametrize(
    ("where", "given", "says"),
    [
        ("cards#does", 3, "does takes text, not 3"), ("cards#does", "\ud83d", "whole characters"),
        ("cards#does", {"": "x"}, "each language"),
        ("cards#by", 3, "a list of ids"), ("cards#by", [""], "a list of ids"), ("cards#mode", "magic", "one of manual, automated"),
        ("cards#mode", 3, "one of manual"), ("cards#time", "soon", "3 min"), ("cards#time", 3, "Time"), ("cards#cost", "2", "12.50 EUR"),
        ("cards#cost", Money(2, "euro"), "12.50 EUR"), ("steps#feels", 3, "at most 2"), ("steps#feels", "high", "a level from -2 to 2"),
        ("steps#feels", (Feeling("a", 1), Feeling("a", 2)), "one for each persona"), ("steps#feels", True, "a number"),
        ("steps#moment-of-truth", 2.5, "a whole number"), ("steps#moment-of-truth", 9, "at most 4"), ("actors#people", -1, "at least 0"),
        ("steps#desired", float("nan"), "a number"), ("phases#met", 60, "share"),
        ("phases#met", "most", "share"), ("phases#met", True, "share"),
        ("actions#due", "soon", "a date"), ("actions#due", datetime(2027, 3, 1), "a date"), ("actions#effect", Effect(), "with reading"),  # noqa: DTZ001
        ("agreements#target", "fast", "<= 30 s"), ("promises#within", Duration(3, "fortnight"), "3 min"),
        ("#languages", ["x"], "languages like"),
        ("#vocabulary", {"pahse": "x"}, "one of phase, step"), ("#vocabulary", 3, "pairs"),
        ("#allow", {"No owner": "x"}, "a name of a check"), ("#allow", {"no-owner": ""}, "a reason for every check"),
        ("#allow", (("a", "x"), ("a", "y")), "every word once"), ("actions#effort", 6, "at most 5"), ("findings#votes", -1, "at least 0"),
        ("#language", "E n", "a language like"),
    ],
)  # fmt: skip
def test_what_is_refused(where: str, given: Any, says: str) -> None:
    with pytest.raises(FootlightsError, match=says.replace("(", r"\(")):
        fit(where, given)


def test_every_shape_of_the_model_is_known() -> None:
    for kind in (*COLLECTIONS.values(), Blueprint, Time, Effect, Feeling):
        for field in fields_of(kind):
            assert fitted(field, None) is None
            with pytest.raises(FootlightsError):
                fitted(field, object())
