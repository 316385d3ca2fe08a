"""`footlights rules`: every check is there, and all about one can be told in three languages."""

from __future__ import annotations

import json

import pytest

from footlights.checks import catalogue, check_named
from footlights.checks.check import Check

from .accepted import agrees
from .conftest import Footlights


def test_every_check_has_its_line(footlights: Footlights) -> None:
    code, out, err = footlights("rules")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    for check in catalogue():
        (line,) = [line for line in lines if line.startswith(f"  {check.code} ")]
        assert check.slug in line and line.endswith(check.en.title)
        assert ("•" in line) == check.calm
    assert f"{len(catalogue())} checks" in lines[-1]
    assert "Opbouw" in footlights("rules", "--language", "nl").out
    assert "Estructura" in footlights("rules", "--language", "es").out


@pytest.mark.parametrize("language", ["en", "nl", "es"])
@pytest.mark.parametrize("name", ["STR001", "str001", "contact-without-doer", " contact-without-doer "])
def test_one_is_told_whole(name: str, language: str, footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("rules", name, "--language", language)
    assert (code, err) == (0, "")
    agrees(f"rules.{language}.txt", out, request)


def test_the_json_answer(footlights: Footlights, request: pytest.FixtureRequest) -> None:
    code, out, err = footlights("rules", "contact-without-doer", "--json")
    assert (code, err) == (0, "")
    agrees("rules.json", out, request)
    (rule,) = json.loads(out)["rules"]
    everything = json.loads(footlights("rules", "--json").out)["rules"]
    assert rule in everything
    assert [each["code"] for each in everything] == [check.code for check in catalogue()]


@pytest.mark.parametrize("check", catalogue(), ids=lambda check: check.slug)
def test_each_can_be_told(check: Check, footlights: Footlights) -> None:
    for language in ("en", "nl", "es"):
        said = footlights("rules", check.slug, "--language", language)
        assert (said.code, said.err) == (0, "")
        words = dict(check.words)[language]
        assert words.title in said.out.splitlines()[1]
        assert " ".join(words.why.split()[:4]) in " ".join(said.out.split())
        for option in check.options:
            assert f"{option.name} = {option.default:g}" in said.out


@pytest.mark.parametrize(
    ("name", "near"),
    [("contact-without-do", "contact-without-doer"), ("STR01", "STR0"), ("moment-under-desired-level", "moment-below-desired-level")],
)
def test_one_that_is_not_there(name: str, near: str, footlights: Footlights) -> None:
    code, out, err = footlights("rules", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"footlights: there is no check '{name}'; did you mean ")
    assert near in err
    assert "er is geen controle" in footlights("rules", name, "--language", "nl").err
    assert "no hay ninguna comprobación" in footlights("rules", name, "--language", "es").err


def test_nothing_like_it(footlights: Footlights) -> None:
    code, out, err = footlights("rules", "\x1b[31mqqqqqqqq")
    assert (code, out) == (2, "")
    assert "\x1b" not in err and "did you mean" not in err


def test_a_family_of_a_plug_in_is_called_by_its_letters(footlights: Footlights, monkeypatch: pytest.MonkeyPatch) -> None:
    own = check_named("contact-without-doer")._replace(code="XYZ001", slug="of-our-own", source="Our own handbook, page 3")
    monkeypatch.setattr("footlights.checks.catalogue", lambda: (own,))
    assert footlights("rules").out.startswith("XYZ\n  XYZ001  of-our-own")
    assert json.loads(footlights("rules", "--json").out)["rules"][0]["source"] == "Our own handbook, page 3"
