"""The table, read back by the csv module."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from footlights.render import render
from tests.render.sample import hostile
from tests.render.telling import FORMULAS, made, telling


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_a_row_for_each_thing_with_its_id() -> None:
    read = rows(made(telling(), "csv").artifact.data)
    cards = {row["Id"]: row for row in read if row["Kind"] == "card"}
    assert set(cards) == {"cards/letter", "cards/answer", "cards/look", "cards/keep"}
    answer = cards["cards/answer"]
    assert (answer["Phase"], answer["No."], answer["Step"], answer["Row"]) == ("Before", "1", "Asks", "Desk")
    assert (answer["Done by"], answer["Channel"], answer["Systems"]) == ("Agent", "Phone", "CRM")
    assert (answer["Work in seconds"], answer["Wait in seconds"]) == ("90", "259200")
    assert (answer["Cost"], answer["Currency"]) == ("12.5", "EUR")
    assert answer["Marks"] == "Pain: Takes | too *long*; recovery: Call back"
    feelings = [(row["Text"], row["Feeling, −2 to 2"]) for row in read if row["Kind"] == "feeling"]
    assert ("Rosa: very bad (−1.5)", "-1.5") in feelings
    assert "Moment of truth: 3/4; level 2 of 4" in next(row["Text"] for row in read if row["Id"] == "steps/ask")


def test_the_heads_and_texts_are_in_the_language_of_the_picture() -> None:
    read = rows(made(telling(), "csv", "nl").artifact.data)
    assert list(read[0])[:6] == ["Fase", "Nr.", "Stap", "Rij", "Soort", "Tekst"]
    assert any(row["Tekst"].startswith("Vraagt om hulp") and row["Soort"] == "stap" for row in read)


def test_every_row_says_which_blueprint_it_is_of_and_what_that_rests_on() -> None:
    read = rows(made(telling(), "csv").artifact.data)
    assert list(read[0])[-2:] == ["Blueprint", "Provenance"]
    assert {row["Blueprint"] for row in read} == {"Help at the desk"}
    (provenance,) = {row["Provenance"] for row in read}
    assert provenance.startswith("As it is · ") and "claims assumed" in provenance and provenance.endswith("made with footlights")
    quiet = rows(made(replace(telling(), title="=1+1"), "csv", "nl").artifact.data)
    assert {row["Blueprint"] for row in quiet} == {"'=1+1"} and "Herkomst" in quiet[0]


def test_lines_end_as_the_standard_has_them() -> None:
    data = made(telling(), "csv").artifact.data
    assert data.endswith(b"\r\n")
    assert data.replace(b"\r\n", b"").count(b"\n") == 0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(FORMULAS) | st.text(max_size=20), min_size=1, max_size=4))
def test_no_text_is_a_formula_and_all_come_back(texts: list[str]) -> None:
    data = made(telling(*texts), "csv").artifact.data
    for row in rows(data):
        for name, value in row.items():
            assert name == "Feeling, −2 to 2" or re.fullmatch(r"[+-]\d+", value) or not value.startswith(("=", "+", "-", "@", "\t", "\r"))
    cards = {row["Id"]: row["Text"] for row in rows(data)}
    for number, text in enumerate(texts):
        if text.isprintable() and text.strip():
            assert cards[f"cards/extra-{number}"] in (text.strip(), f"'{text.strip()}")


def test_a_drawing_alone_will_do() -> None:
    read = list(csv.reader(io.StringIO(render(hostile(), "csv").data.decode("utf-8-sig"), newline=""), strict=True))
    assert len({len(row) for row in read}) == 1
    assert len(read) == 1 + 8
