"""Readable ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.model import ID_PATTERN, slug, unique


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Calls the service desk", "calls-the-service-desk"),
        ("Géén zin in wáchten!", "geen-zin-in-wachten"),
        ("¿Qué pasa mañana?", "que-pasa-manana"),
        ("I/O & e-mail", "i-o-e-mail"),
        ("旅程 地図", "旅程-地図"),
        ("…", ""),
        ("Straße", "strasse"),
    ],
)
def test_a_slug_is_what_a_person_would_write(title: str, id: str) -> None:
    assert slug(title) == id


def test_a_long_title_is_cut_between_words() -> None:
    assert slug("Waits at home because the engineer has not come yet") == "waits-at-home-because-the-engineer-has"


@given(st.text(max_size=200))
def test_a_slug_is_an_id_and_stays_itself(title: str) -> None:
    made = slug(title)
    assert len(made) <= 40
    assert made == "" or ID_PATTERN.fullmatch(made)
    assert slug(made) == made


def test_unique_counts_on() -> None:
    assert unique("calls", set()) == "calls"
    assert unique("calls", {"calls", "calls-2"}) == "calls-3"
    assert unique("", {"step"}, otherwise="step") == "step-2"
