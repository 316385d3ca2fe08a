"""Time, money, shares and targets as people write them."""

import pytest

from footlights.model import Duration, Money, Target, number_text, parse_duration, parse_money, parse_share, parse_target


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3 min", Duration(3, "min")),
        ("45s", Duration(45, "s")),
        ("8 h", Duration(8, "h")),
        ("1,5 uur", Duration(1.5, "h")),
        ("1 u 5 min", Duration(65, "min")),
        ("1.5 hours", Duration(1.5, "h")),
        ("1 h 30 min", Duration(90, "min")),
        ("2 días hábiles", Duration(2, "wd")),
        ("5 working days", Duration(5, "wd")),
        ("5 werkdagen", Duration(5, "wd")),
        ("1 dag", Duration(1, "d")),
        ("3 semanas", Duration(3, "w")),
        ("2 maanden", Duration(2, "mo")),
        ("1 año", Duration(1, "y")),
    ],
)
def test_durations_in_three_languages(written: str, meant: Duration) -> None:
    assert parse_duration(written) == meant


@pytest.mark.parametrize("wrong", ["", "3", "min", "3 parsecs", "-3 min", "3 min or so", "1e9 s", "٣ min"])
def test_what_is_no_duration(wrong: str) -> None:
    if wrong == "٣ min":  # digits of another script are digits: three minutes
        assert parse_duration(wrong).seconds == 180
        return
    with pytest.raises(ValueError, match=r".*"):
        parse_duration(wrong)


@pytest.mark.parametrize("duration", [Duration(3, "min"), Duration(1, "wd"), Duration(2.5, "w"), Duration(1, "d"), Duration(0.25, "h")])
def test_a_duration_reads_back_as_it_is_written(duration: Duration) -> None:
    assert parse_duration(str(duration)) == duration


def test_seconds() -> None:
    assert Duration(2, "h").seconds == 7200
    assert Duration(5, "wd").seconds == 5 * 86400  # a working day counts as one day, weekends are not added


@pytest.mark.parametrize(
    ("written", "meant"),
    [("12.50 EUR", Money(12.5, "EUR")), ("€ 12,50", Money(12.5, "EUR")), ("USD 3", Money(3, "USD")), ("£4", Money(4, "GBP"))],
)
def test_money(written: str, meant: Money) -> None:
    assert parse_money(written) == meant
    assert parse_money(str(meant)) == meant


@pytest.mark.parametrize("wrong", ["12.50", "EUR", "€ 3 USD", "12 euro", "1.000.000 EUR"])
def test_what_is_no_money(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_money(wrong)


def test_shares() -> None:
    assert parse_share("60 %") == 0.6
    assert parse_share("12,5%") == 0.125
    for wrong in ("60", "101 %", "-3 %", "%"):
        with pytest.raises(ValueError, match=r".*"):
            parse_share(wrong)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("<= 30 s", Target("<=", 30, "s")), (">= 70", Target(">=", 70)), ("≥70", Target(">=", 70)), ("95 %", Target("=", 95, "%"))],
)
def test_targets(written: str, meant: Target) -> None:
    assert parse_target(written) == meant
    assert parse_target(str(meant)) == meant


def test_numbers_as_people_write_them() -> None:
    assert [number_text(value) for value in (1.0, 0.5, 12.25, 1e6, -2.0)] == ["1", "0.5", "12.25", "1000000", "-2"]
