"""Every theme can be read: by WCAG's ratio in the pictures as they are drawn, and by those who see fewer colours."""

from __future__ import annotations

import math
from itertools import combinations
from pathlib import Path

import pytest

from footlights import api
from footlights.drawing import BRAND, PAIRS, THEMES, Drawing, Rect, Theme, branded, contrast_of, mended
from footlights.drawing import Path as Shape
from footlights.layout import VIEWS
from footlights.layout.emotion import outline_of
from footlights.model import MARK_KINDS, View
from tests.drawing.seen import texts_on_grounds

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.blueprint.yaml"))
#: From linear RGB to linear RGB as seen without one kind of cone: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
#: Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009, severity 1.0.
VISIONS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(rgb: list[float]) -> list[float]:
    """CIE L*a*b* (D65) of linear RGB."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(share * part for share, part in zip(row, rgb, strict=True)) for row in rows]
    scaled = [value / white for value, white in zip(xyz, (0.95047, 1.0, 1.08883), strict=True)]
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in scaled)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def apart(one: str, other: str, vision: str) -> float:
    """The difference (CIE 1976) of two colours as somebody with this vision sees them."""
    seen = []
    for colour in (one, other):
        rgb = linear(colour)
        rows = VISIONS[vision]
        seen.append(lab([min(1.0, max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in rows]))
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)))


@pytest.fixture(scope="module")
def drawings() -> list[Drawing]:
    found = []
    for path in EXAMPLES:
        document = api.load(path)
        actor = next(iter(document.blueprint.actors), None)
        for shows in VIEWS:
            if shows != "role" or actor:
                view = View(shows=shows, zoom="detail", role=actor if shows == "role" else None)
                found.append(api.draw(document, view).drawing)
    return found


def test_the_ratio_is_wcag_s() -> None:
    assert contrast_of("#000000", "#ffffff") == contrast_of("#ffffff", "#000000") == pytest.approx(21)
    # the lightest grey that WCAG's own examples call enough on white, and the next
    assert contrast_of("#767676", "#ffffff") >= 4.5 > contrast_of("#777777", "#ffffff")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_pair_of_the_list_can_be_told_apart(theme: Theme) -> None:
    assert set(theme.colours) == set(THEMES["light"].colours)
    low = {pair: ratio for pair in PAIRS if (ratio := contrast_of(theme.colour(pair.sign), theme.colour(pair.ground))) < pair.least}
    assert low == {}


def test_high_contrast_reaches_seven_for_text() -> None:
    colours = THEMES["contrast"].colours
    low = [pair for pair in PAIRS if pair.least == 4.5 and contrast_of(colours[pair.sign], colours[pair.ground]) < 7]
    assert low == []


def test_every_text_of_the_examples_can_be_read_in_every_theme(drawings: list[Drawing]) -> None:
    seen = set().union(*map(texts_on_grounds, drawings))
    assert len(seen) > 30
    low = [
        (name, sign, ground)
        for name, theme in THEMES.items()
        for sign, ground, icon in seen
        if contrast_of(theme.colour(sign), theme.colour(ground)) < (3.0 if icon else 4.5)
    ]
    assert low == []
    # a theme of one's own is held against the list: nothing may stand in a picture that is not in it
    listed = {(pair.sign, pair.ground) for pair in PAIRS}
    assert {(sign, ground) for sign, ground, icon in seen if not icon} <= listed


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_only_its_colour_tells_apart_is_so_without_one_kind_of_cone(theme: Theme, vision: str) -> None:
    for one, other in (("work", "wait"), ("met", "unmet"), ("arrow", "hairline")):
        assert apart(theme.colour(one), theme.colour(other), vision) >= 15, (one, other)


def test_personas_and_marks_carry_a_second_sign() -> None:
    from footlights.layout.faces import badge, sign_of

    outlines = {repr(outline_of(f"persona-{n}", 0, 0, 8, "paper", "ink")) for n in range(1, 6)}
    assert len(outlines) == 5
    for one, other in combinations(MARK_KINDS, 2):

        def told(kind: str) -> list[object]:
            items = [*badge(kind, 0, 0), *sign_of(kind, 0, 0)]
            return [item._replace(fill="") if isinstance(item, Rect | Shape) else item for item in items]

        assert told(one) != told(other), (one, other)


def test_the_print_theme_says_nothing_by_a_hue() -> None:
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in THEMES["print"].colours.values())


def test_a_brand_is_worked_in_and_stays_readable() -> None:
    for brand in (
        {"primary": "#14532d"},
        {"primary": "#ffe600", "accent": "#fff7a8"},
        {"ink": "#222222", "paper": "#fff8e7"},
        dict(zip(BRAND, ("#7b1fa2", "#ff9800", "#102027", "#eceff1"), strict=True)),
        {"ink": "#f0f0f0", "paper": "#101820", "primary": "#00aaff"},
    ):
        made = branded("Ours", "light", brand, {})
        assert made.unreadable == (), brand
        assert all(contrast_of(made.theme.colour(p.sign), made.theme.colour(p.ground)) >= p.least for p in PAIRS), brand
        assert made.theme.dark is (brand.get("paper") == "#101820")
        assert made.theme.colour("phase") == brand.get("primary", THEMES["light"].colour("phase"))


def test_what_was_asked_for_is_kept_or_refused_with_what_would_do() -> None:
    made = branded("Ours", "light", {}, {"ink": "#aaaaaa", "card": "#ffffff"})
    (first, *_) = [found for found in made.unreadable if found.pair.ground == "card"]
    assert made.theme.colour("ink") == "#aaaaaa"
    assert first.pair.sign == "ink"
    assert first.ratio < 4.5 <= contrast_of(first.would_do, "#ffffff")


def test_a_colour_is_mended_no_further_than_needed() -> None:
    assert mended("#000000", {"#ffffff": 4.5}) == "#000000"
    made = mended("#f5c518", {"#ffffff": 3.0})
    assert 3.0 <= contrast_of(made, "#ffffff") < 3.2
    assert mended("#777777", {"#000000": 10.0, "#ffffff": 10.0}) == ""
