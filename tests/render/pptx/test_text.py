"""Lines become texts that flow again."""

import pytest

from footlights.render.pptx.text import flowing, language_tag


def lines(*texts: str) -> tuple[tuple[float, str], ...]:
    return tuple((float(number), text) for number, text in enumerate(texts))


@pytest.mark.parametrize(
    ("broken", "whole", "text"),
    [
        (("Answers", "the phone"), "Answers the phone", "Answers the phone"),
        (("Answers", "the phone"), "", "Answers the phone"),
        (("self-", "service"), "self-service", "self-service"),
        (("reserverings-", "formulier invullen"), "reserveringsformulier invullen", "reserverings-formulier invullen"),
        (("very", "longword"), "verylongword", "verylongword"),
        (("front —", "back"), "", "front — back"),
        (("either/", "or"), "", "either/or"),
        (("服务", "蓝图"), "", "服务蓝图"),
        (("not the", "same"), "something else", "not the same"),
        ((), "", ""),
    ],
)
def test_a_break_becomes_what_stood_there(broken: tuple[str, ...], whole: str, text: str) -> None:
    assert flowing(lines(*broken), whole) == text


def test_a_language_has_its_country_and_nonsense_is_english() -> None:
    assert [language_tag(tag) for tag in ("nl", "es", "nl-BE", "zh-Hant-TW", "", 'n"l', "123")] == [
        "nl-NL", "es-ES", "nl-BE", "zh-Hant-TW", "en-GB", "en-GB", "en-GB",
    ]  # fmt: skip
