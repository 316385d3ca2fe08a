"""The plan as a calendar: whole days, lines that calendars can read, the same entry the next time."""

from __future__ import annotations

import re

from footlights.plan import as_calendar, plan

from .test_rows import TEXT, TODAY, blueprint

LONG = "Ask every customer, also those at home; then write it down \\ " + "é" * 80


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_what_is_open_and_has_a_day_is_an_entry_of_a_whole_day() -> None:
    lines = unfolded(as_calendar(plan([("a", blueprint())], TODAY)))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert [line for line in lines if line.startswith(("DTSTART", "SUMMARY"))] == [
        "DTSTART;VALUE=DATE:20270301", "SUMMARY:Late", "DTSTART;VALUE=DATE:20270401", "SUMMARY:Later",
    ]  # fmt: skip


def test_texts_are_escaped_and_lines_folded_without_tearing_a_letter() -> None:
    text = as_calendar(plan([("a", blueprint(TEXT.replace("title: Late,", f"title: '{LONG}',")))], TODAY))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert re.fullmatch(r"SUMMARY:Ask every customer\\, also those at home\\; then write it down \\\\ é{80}", unfolded(text)[8])
    assert "\n" not in text.replace("\r\n", "")


def test_the_same_action_keeps_its_name_and_others_have_another() -> None:
    first = re.findall(r"UID:(\S+)", as_calendar(plan([("a", blueprint())], TODAY)))
    again = re.findall(r"UID:(\S+)", as_calendar(plan([("a", blueprint(TEXT.replace("Later", "Soon")))], TODAY)))
    assert first == again
    assert len(set(first)) == 2


def test_the_last_day_there_is_breaks_nothing() -> None:
    assert "DTSTART;VALUE=DATE:99991231" in as_calendar(plan([("a", blueprint(TEXT.replace("2027-04-01", "9999-12-31")))], TODAY))
