"""Front stage by channel."""

from footlights.layout import lay_out
from footlights.model import View
from tests.layout.faults import groups_of
from tests.layout.views.small import SMALL, lanes, named, texts


def test_every_channel_has_a_row_of_its_own_between_customer_and_back_stage() -> None:
    drawing = lay_out(SMALL, "channels")
    assert lanes(drawing) == [
        ("lanes/customer", "Customer"), ("channels/desk", "At the desk"), ("channels/phone", "By phone"), ("channels/chat", "Chat"),
        ("", "Without a channel"), ("lanes/backstage", "Back stage"), ("lanes/support", "Support"),
    ]  # fmt: skip
    assert [dict(group.facts)["kind"] for group in groups_of(drawing, "sep")] == ["interaction", "visibility", "internal-interaction"]


def test_a_card_of_two_channels_stands_once_and_is_told_again_without_an_address() -> None:
    drawing = lay_out(SMALL, "channels")
    assert named(drawing, "card").count("answers") == 1
    [echo] = groups_of(drawing, "echo")
    assert (echo.address, dict(echo.facts)["for"], dict(echo.facts)["lane"]) == ("", "answers", "chat")
    assert texts(echo) == "Answers"
    assert {head: cells[1] for head, cells in drawing.rows}["Chat"] == ("Answers; by Ann, Cy; via By phone, Chat; with CRM — Wait point",)


def test_only_the_channels_that_are_asked_for() -> None:
    drawing = lay_out(SMALL, View(shows="channels", channels=("chat",)))
    assert [name for _, name in lanes(drawing)] == ["Customer", "Chat"]
    assert "only channels: Chat" in texts(groups_of(drawing, "title")[0])
