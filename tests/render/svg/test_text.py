"""Texts, numbers and path letters: what XML can't hold never gets in, and numbers are short."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.drawing import THEMES, Group, TextLine
from footlights.render.svg import escape, plain_number
from footlights.render.svg.paint import as_attributes
from footlights.render.svg.shape import Pen
from footlights.render.svg.text import from_the_right, isolated, plain_path, reads_both_ways


@given(st.text())
def test_any_text_survives_as_content_and_as_attribute(text: str) -> None:
    safe = escape(text)
    element = ET.fromstring(f'<a b="{safe}">{safe}</a>')
    kept = "".join(
        " " if char in "\t\n\r" else char for char in text if char in "\t\n\r" or not ("\x00" <= char < " " or "\x7f" <= char < "\xa0")
    )
    kept = re.sub("[\ud800-\udfff\ufffe\uffff]", "", kept)
    assert (element.text or "") == kept
    assert element.get("b") == kept


def test_signs_that_isprintable_dislikes_stay() -> None:
    assert escape("a\u00a0b\u00adc\u200dd\ue000") == "a\u00a0b\u00adc\u200dd\ue000"


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.0, "0"), (-0.001, "0"), (1.0, "1"), (1.004, "1"), (2.5, "2.5"), (2.346, "2.35"), (-7.1, "-7.1"), (1e7, "10000000")],
)
def test_a_number_is_short(value: float, text: str) -> None:
    assert plain_number(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_never_has_an_exponent_or_a_third_decimal(value: float) -> None:
    assert re.fullmatch(r"-?\d+(\.\d{1,2})?", plain_number(value))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        plain_number(value)


def test_a_tidy_path_stays_as_it_is() -> None:
    tidy = "M12 20.5H40a3 3 0 0 1 6 0V-7.25L1,2C1 2 3 4 5 6Z"
    assert plain_path(tidy) is tidy


def test_an_untidy_path_is_tidied() -> None:
    assert plain_path("M1.23456 2e-7L1e3 4") == "M 1.23 0 L 1000 4"
    assert '"' not in plain_path('M0 0"><script>H1')
    assert "script" not in plain_path('M0 0"><script>H1')


def test_a_text_reads_from_the_right_when_its_first_letter_does() -> None:
    assert from_the_right("تطبيق NOOR 2.0")
    assert from_the_right("“15 שעות”")
    assert not from_the_right("NOOR تطبيق")
    assert not from_the_right("15 · 図書館")
    assert not from_the_right("…")


def test_texts_in_one_line_do_not_turn_each_other_round() -> None:
    assert reads_both_ways("As it is  ·  owner نور  ·  2026-11-01")
    assert not reads_both_ways("As it is  ·  2026-11-01") and not reads_both_ways("مكتبة  ·  نور") and not reads_both_ways("owner نور")
    assert isolated("A  ·  نور ·") == "\u2068A\u2069  ·  \u2068نور\u2069 ·"
    pen = Pen(as_attributes(THEMES["light"]), "")
    pen.draw([Group("provenance", (TextLine(0, ((10, "A · نور ·"), (20, "2026")), 10.0),)), TextLine(0, ((9, "A · نور"),), 10.0)])
    assert [text.count("\u2068") for text in pen.parts if text.startswith("<text")] == [3, 0]


def test_each_line_of_a_text_from_the_right_is_kept_together() -> None:
    pen = Pen(as_attributes(THEMES["light"]), "")
    pen.draw([TextLine(0, ((10, "رسالة SMS"), (20, "SMS 4821.")), 12.0), TextLine(0, ((30, "SMS رسالة"),), 12.0)])
    assert [text.count("\u2067") for text in pen.parts] == [2, 0]
    assert [text.count("\u2069") for text in pen.parts] == [2, 0]
