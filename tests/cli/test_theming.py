"""`--theme` with a name or a file, and `--stamp`."""

from __future__ import annotations

from pathlib import Path

import pytest

from footlights.drawing import THEMES

from .conftest import Footlights


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_has_its_own_paint(theme: str, good: Path, footlights: Footlights) -> None:
    code, out, err = footlights("draw", good.name, "-o", "-", "--to", "svg", "--theme", theme)
    assert (code, err) == (0, "")
    assert f'fill="{THEMES[theme].colour("phase")}"' in out


def test_a_file_of_ones_own(good: Path, footlights: Footlights) -> None:
    (good.parent / "ours.yaml").write_text('brand: {primary: "#14532d", accent: "#ffee00"}\n', "utf-8")
    code, out, err = footlights("draw", good.name, "-o", "-", "--to", "svg", "--theme", "ours.yaml", "--stamp", "version 3")
    assert code == 0
    assert "persona-1 became #" in err
    assert 'fill="#14532d"' in out
    assert "version 3  ·  " in out


@pytest.mark.parametrize(
    ("theme", "told"), [("pink", "contrast, print"), ("none.yaml", "none.yaml"), ("bad.yaml", "bad.yaml:1:1: no 'colour'")]
)
def test_what_it_refuses(theme: str, told: str, good: Path, footlights: Footlights) -> None:
    (good.parent / "bad.yaml").write_text("colour: {}\n", "utf-8")
    code, out, err = footlights("draw", good.name, "-o", "out.svg", "--theme", theme)
    assert (code, out) == (2, "")
    assert told in err
    assert not (good.parent / "out.svg").exists()
