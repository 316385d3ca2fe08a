"""Two who begin the same translation apart from each other begin one text: what both typed is there."""

from __future__ import annotations

from typing import Any

import pycrdt

from footlights.edits import add_card, rename, set_field
from footlights.live import Shared, blueprint_of, encode, plain, take
from footlights.live.meeting import begin, meeting_client
from footlights.model import Address, Translations
from tests.edits.sample import sample


def test_the_numbers_are_those_of_the_editor() -> None:
    # worked out by web/src/edits/meeting.ts
    assert meeting_client("cards/answer#does@nl") == 340812813338845
    assert meeting_client("head#title@es") == 730837215045250
    assert meeting_client("cards/日本#does@zh-Hant") == 1667872930460091


def test_both_beginnings_become_one_text() -> None:
    here = Shared(encode(sample()))
    there = Shared(here.update_since(None))
    one = take(here, set_field(sample(), "cards/answer#does", "Neemt op", "nl"))
    other = take(there, set_field(sample(), "cards/answer#does", "Registreert", "nl"))
    here.apply(other)
    there.apply(one)
    assert plain(here) == plain(there)
    said = blueprint_of(here).blueprint.cards["answer"].does
    assert isinstance(said, Translations)
    assert sorted((said.get("nl") or "").replace("Neemt op", "1").replace("Registreert", "2")) == ["1", "2"]


def test_a_text_in_the_head_too() -> None:
    here = Shared(encode(sample()))
    there = Shared(here.update_since(None))
    one = take(here, set_field(sample(), "blueprint#title", "Uno", "es"))
    there.apply(one)
    assert plain(there)["head"]["title@es"] == "Uno"
    assert take(there, ()) == b""


def test_a_roles_own_row_that_two_declare_at_once_is_one_row() -> None:
    here = Shared(encode(sample()))
    there = Shared(here.update_since(None))
    one = take(here, rename(sample(), Address("lanes", "backstage"), "Desk"))
    other = take(there, rename(sample(), Address("lanes", "backstage"), "Floor"))
    here.apply(other)
    there.apply(one)
    assert plain(here) == plain(there)
    assert sorted(blueprint_of(here).blueprint.lanes["backstage"].name or "") == sorted("DeskFloor")


def test_what_two_put_in_at_once_under_one_id_is_two_elements() -> None:
    here = Shared(encode(sample()))
    there = Shared(here.update_since(None))
    one = take(here, add_card(sample(), "calls", "frontstage", "Greets"))
    other = take(there, add_card(sample(), "waits", "backstage", "Greets"))
    here.apply(other)
    there.apply(one)
    assert plain(here) == plain(there)
    assert sorted(card.id for card in blueprint_of(here).blueprint.cards.values() if card.does == "Greets") == ["greets", "greets-2"]


def test_a_name_that_was_in_use_before_is_put_there_in_the_ordinary_way() -> None:
    shared = Shared(encode(sample()))
    take(shared, set_field(sample(), "cards/answer#does", "Neemt op", "nl"))
    card: Any = shared.map("cards", "answer")
    shared.change(lambda _: card.__delitem__("does@nl"))
    assert blueprint_of(shared).blueprint.cards["answer"].does == Translations((("en", "Answers and logs"),))
    take(shared, set_field(blueprint_of(shared).blueprint, "cards/answer#does", "Opnieuw", "nl"))
    assert plain(shared)["cards"]["answer"]["does@nl"] == "Opnieuw"
    assert isinstance(card["does@nl"], pycrdt.Text)


def begun(shared: Shared) -> bool:
    """Whether a text that is begun now is begun under the number that everybody has."""
    shared.change(lambda there: begin(there.doc, "cards", "answer", "does@nl"))
    return "does@nl" in plain(shared)["cards"]["answer"]


def test_only_a_name_that_never_was_in_use_is_begun_together() -> None:
    assert begun(Shared(encode(sample())))
    for value in ("a scalar", pycrdt.Text("a text")):
        shared = Shared(encode(sample()))
        card: Any = shared.map("cards", "answer")
        shared.change(lambda _, value=value, card=card: card.__setitem__("does@nl", value))  # type: ignore[misc]
        shared.change(lambda _, card=card: card.__delitem__("does@nl"))  # type: ignore[misc]
        assert not begun(shared)
    shared = Shared(encode(sample()))
    assert begun(shared)
    shared.change(lambda there: there.map("cards", "answer").__delitem__("does@nl"))  # type: ignore[union-attr]
    assert not begun(shared)
