"""Which letters our font lacks, and how that is told."""

from __future__ import annotations

from footlights.render.glyphs import lacks
from footlights.words import noted


def test_a_few_letters_are_all_named() -> None:
    assert lacks("旅程").startswith("our font lacks 旅 程: drawn with a font")


def test_of_many_the_first_are_named_and_the_rest_counted() -> None:
    told = lacks("一二三四五六七八")
    assert told.startswith("our font lacks 一 二 三 四 五 and 3 more: ")
    assert noted(told, "nl").startswith("ons lettertype kent 一 二 三 四 五 en nog 3 tekens niet: ")
