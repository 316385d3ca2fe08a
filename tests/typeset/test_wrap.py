"""Text into lines: everything fits, nothing is lost."""

from __future__ import annotations

import math
import unicodedata
from itertools import accumulate

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from footlights.typeset import shorten, width, wrap
from footlights.typeset.graphemes import graphemes

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
SIZE = 12.0
LANGUAGES = st.sampled_from([None, "nl", "en", "es-MX", "xx"])
# Letters of many scripts, and far more often than by chance the characters that matter to breaking.
CHARACTERS = st.one_of(
    st.sampled_from("aeinrst  -/–—.,()\n\t\u00a0\u00ad\u200b\u200d\u3000\u0301\ufe0f漢字、。「」ーقم한👍🏽1️"),
    st.characters(),
    st.characters(exclude_categories=()),
)
WORDS = st.sampled_from(["de", "klant", "reserveringsformulier", "arbeidsongeschiktheidsverzekering", "en/of", FAMILY, "2026-11-22"])
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=60),
    st.lists(WORDS, max_size=9).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(CHARACTERS, max_size=8)), max_size=7).map(" ".join),
)


def ink(text: str) -> str:
    """What a reader must find again: the text without white space, hyphens and control characters, composed."""
    invisible = {"Cc", "Zs", "Zl", "Zp"}
    return unicodedata.normalize("NFC", "".join(c for c in text if unicodedata.category(c) not in invisible and c not in "-\u00ad"))


def widest_character(text: str, bold: bool) -> float:
    return max((width(cluster, SIZE, bold=bold) for cluster in graphemes(text)), default=0.0)


@given(TEXTS, st.floats(1, 300), st.booleans(), LANGUAGES)
@example("ab", 0.0, False, None)
@example(f"{FAMILY}{FAMILY}", 70.0, True, None)
def test_every_line_fits_and_nothing_is_lost(text: str, width_px: float, bold: bool, language: str | None) -> None:
    lines = wrap(text, width_px, SIZE, bold=bold, language=language)
    assert ink("".join(lines)) == ink(text)
    limit = max(width_px, widest_character(text.replace("\u00ad", ""), bold))
    assert all(width(line, SIZE, bold=bold) <= limit for line in lines)
    assert not any(line.startswith(" ") or line.endswith(" ") or "\n" in line for line in lines)
    assert not lines or (lines[0] and lines[-1])


@given(TEXTS, st.floats(15, 300), st.booleans(), LANGUAGES, st.integers(1, 4))
def test_with_few_lines_the_last_one_says_that_there_is_more(
    text: str, width_px: float, bold: bool, language: str | None, max_lines: int
) -> None:
    whole = wrap(text, width_px, SIZE, bold=bold, language=language)
    lines = wrap(text, width_px, SIZE, bold=bold, language=language, max_lines=max_lines)
    if len(whole) <= max_lines:
        assert lines == whole
        return
    assert len(lines) == max_lines
    assert lines[:-1] == whole[: max_lines - 1]
    assert lines[-1].endswith("…")
    assert width(lines[-1], SIZE, bold=bold) <= width_px
    assert ink(text).startswith(ink("".join(lines)[:-1]))


@given(TEXTS, st.floats(1, 300), st.booleans())
def test_a_shortened_text_is_one_line_that_fits(text: str, width_px: float, bold: bool) -> None:
    line = shorten(text, width_px, SIZE, bold=bold)
    assert "\n" not in line
    assert width(line, SIZE, bold=bold) <= width_px
    assert ink(text).startswith(ink(line.removesuffix("…")))
    if "…" not in text:
        assert line.endswith("…") or ink(line) == ink(text) or width("…", SIZE, bold=bold) > width_px


@given(st.lists(st.sampled_from(["de", "klant", "betaalt", "bij", "aankomst"]), min_size=1), st.floats(60, 300))
def test_lines_of_plain_words_are_as_full_as_they_can_be(words: list[str], width_px: float) -> None:
    lines = wrap(" ".join(words), width_px, SIZE)
    assert " ".join(lines) == " ".join(words)
    starts = [0, *accumulate(len(line.split()) for line in lines)]
    for line, next_start in zip(lines[:-1], starts[1:-1], strict=True):
        assert width(f"{line} {words[next_start]}", SIZE) > width_px


@given(TEXTS, st.floats(20, 300))
def test_the_plain_way_and_the_careful_way_agree(text: str, width_px: float) -> None:
    plain = " ".join("".join(c for c in word if c.isalpha() and c.isascii()) for word in text.split())
    # A soft hyphen at the end never shows, yet takes the text out of the quick way.
    assert wrap(plain, width_px, SIZE) == wrap(plain + "\u00ad", width_px, SIZE)


@pytest.mark.parametrize("text", ["", " ", "\n", " \t\r\n \u3000", "\u00ad", "\x00\x1b"])
def test_a_text_without_ink_has_no_lines(text: str) -> None:
    assert wrap(text, 100, SIZE) == ()
    assert shorten(text, 100, SIZE) == ""


def test_line_ends_are_kept_and_spaces_run_together() -> None:
    text = "\n een  twee\tdrie\r\n\r\nvier\u2028vijf \x07\n\n"
    assert wrap(text, 500, SIZE) == ("een twee drie", "", "vier", "vijf")


def test_a_short_text_is_one_line() -> None:
    assert wrap("Klant belt", 140, SIZE) == ("Klant belt",)
    assert wrap("Klant belt", width("Klant belt", SIZE), SIZE) == ("Klant belt",)
    assert wrap("Klant belt", width("Klant belt", SIZE) - 0.001, SIZE) == ("Klant", "belt")


def test_bold_needs_more_lines() -> None:
    text = "Klant belt"
    assert wrap(text, width(text, SIZE), SIZE, bold=True) == ("Klant", "belt")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("arbeidsongeschiktheidsverzekering", "nl", ("arbeidsonge-", "schiktheidsver-", "zekering")),
        ("het reserveringsformulier in", "nl-BE", ("het reserve-", "ringsformulier", "in")),
        ("Ver la electroencefalografista", "es", ("Ver la", "electroencefa-", "lografista")),
        ("an acknowledgement, (un)acknowledged", "en", ("an acknow-", "ledgement,", "(un)acknow-", "ledged")),
    ],
)
def test_long_words_are_hyphenated_in_their_language(text: str, language: str, expected: tuple[str, ...]) -> None:
    assert wrap(text, 90, SIZE, language=language) == expected


def test_a_word_that_is_cut_begins_a_line_unless_that_takes_one_more() -> None:
    text = "De klant vult het reserveringsformulier in"
    assert wrap(text, 80, SIZE, language="nl") == ("De klant vult", "het", "reserverings-", "formulier in")
    assert wrap(text, 90, SIZE, language="nl") == ("De klant vult", "het reserve-", "ringsformulier", "in")


def test_a_long_word_in_no_known_language_breaks_between_characters() -> None:
    for language in (None, "xx"):
        lines = wrap("reserveringsformulier", 90, SIZE, language=language)
        assert len(lines) == 2
        assert "".join(lines) == "reserveringsformulier"


def test_a_soft_hyphen_shows_only_where_a_line_ends() -> None:
    word = "Donau\u00addampf\u00adschiff"
    assert wrap(word, 140, SIZE) == ("Donaudampfschiff",)
    assert wrap(word, 80, SIZE) == ("Donaudampf-", "schiff")
    assert wrap(f"{word} af", 90, SIZE, max_lines=1) == ("Donaudampf…",)
    assert shorten(word, 140, SIZE) == "Donaudampfschiff"


def test_a_no_break_space_keeps_its_words_together() -> None:
    assert wrap("over 10\u00a0km", 50, SIZE) == ("over", "10\u00a0km")
    assert wrap("over 10 km", 50, SIZE) == ("over 10", "km")


def test_dates_and_codes_break_at_their_signs_when_they_must() -> None:
    assert wrap("op 2026-11-22", 70, SIZE) == ("op", "2026-11-22")
    assert wrap("2026-11-22", 45, SIZE) == ("2026-", "11-22")


def test_chinese_and_japanese_break_between_characters() -> None:
    assert wrap("予約の確認メール", 48, SIZE) == ("予約の確", "認メール")
    # Nothing that closes begins a line, nothing that opens ends one.
    assert wrap("終わりです。「はい」", 60, SIZE) == ("終わりで", "す。「は", "い」")


def test_arabic_breaks_at_its_spaces() -> None:
    text = "يقوم العميل بملء نموذج الحجز"
    lines = wrap(text, 120, SIZE)
    assert len(lines) > 1
    assert " ".join(lines) == text


def test_what_looks_like_one_character_stays_one() -> None:
    assert wrap(FAMILY * 2, 70, SIZE) == (FAMILY, FAMILY)
    assert wrap(FAMILY * 2, 1, SIZE) == (FAMILY, FAMILY)
    assert wrap("n\u0308" * 3, 1, SIZE) == ("n\u0308",) * 3


def test_an_accent_written_apart_is_put_on_its_letter() -> None:
    assert wrap("cafe\u0301", 90, SIZE) == ("café",)
    assert wrap("\u1112\u1161\u11ab", 90, SIZE) == ("한",)
    assert shorten("cafe\u0301", 90, SIZE) == "café"
    # Only accents: other forms of a character are the author's choice.
    assert wrap("\ufa19社", 90, SIZE) == ("\ufa19社",)


def test_a_line_too_narrow_for_a_character_holds_one() -> None:
    for width_px in (0, -5, 0.1, math.nan):
        assert wrap("ab c", width_px, SIZE) == ("a", "b", "c")
        assert shorten("ab c", width_px, SIZE) == ""


def test_a_line_without_end_holds_everything() -> None:
    text = "een twee " * 500
    assert wrap(text, math.inf, SIZE) == (text.strip(),)
    assert wrap(text, 10, 0) == (text.strip(),)
    assert shorten(text, 1e300, 1e-300) == text.strip()


def test_few_lines() -> None:
    text = "De klant belt de afdeling op"
    assert wrap(text, 80, SIZE, max_lines=2) == ("De klant belt", "de afdeling…")
    assert wrap(text, 140, SIZE, max_lines=9) == wrap(text, 140, SIZE)
    assert wrap(text, 90, SIZE, max_lines=0) == ()
    assert wrap(text, 90, SIZE, max_lines=-1) == ()
    assert wrap("a, b\nc", 90, SIZE, max_lines=1) == ("a, b…",)
    assert wrap("a,\nc", 90, SIZE, max_lines=1) == ("a…",)
    assert wrap("il", 6, SIZE, max_lines=1) == ("i",)  # no room for the ellipsis


def test_shortened() -> None:
    assert shorten("Klant belt", 140, SIZE) == "Klant belt"
    assert shorten("Klant belt\nde balie", 85, SIZE) == "Klant belt de…"
    assert shorten("Klant belt", 5, SIZE) == ""
    assert shorten("il", 5, SIZE) == "i"


def test_long_texts_take_no_more_than_their_share() -> None:
    word = "x" * 200_000  # in a second or so; minutes, if each line looked at the whole word again
    assert "".join(wrap(word, 90, SIZE, language="nl")) == word
    text = "Klant belt. " * 10_000
    assert len(wrap(text, 90, SIZE, max_lines=3)) == 3
