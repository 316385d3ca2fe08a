"""Numbers as each language writes them."""

from footlights.words import number, signed


def test_decimals_and_sides() -> None:
    assert [number(value, "en") for value in (1, 1.5, 0.25, -0.004, 1234)] == ["1", "1.5", "0.25", "0", "1234"]
    assert [number(value, "nl") for value in (1.5, -0.25)] == ["1,5", "−0,25"]
    assert [signed(value, "es") for value in (1, 0, -1.5, 0.001)] == ["+1", "0", "−1,5", "0"]
