"""Checks put to a case: one that breaks is told and stops nothing, and packages may bring their own."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import footlights
from footlights.checks import Case, Check, Found, Option, Options, Settings, catalogue, check_named, examine, judged, mend, selected
from footlights.checks.broken import BROKEN
from footlights.checks.examine import MOST, options_of
from footlights.checks.testing import assert_check
from footlights.facts import CheckFinding, Words
from footlights.measures import path_time
from footlights.model import Address, Blueprint, FootlightsError
from tests.edits.wishes import some_blueprint

TEXT = """
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk}
  - {id: waits, does: Waits}
"""
TODAY = date(2026, 11, 1)


def case(text: str = TEXT) -> Case:
    blueprint = footlights.loads(text).blueprint
    return Case(blueprint, path_time(blueprint), TODAY)


def check(slug: str, find: object, message: str = "Look at {step}.", **more: object) -> Check:
    words = [Words("A pattern", f"{message}", "It matters.", "Mend it.") for _ in range(3)]
    return Check("ABC001", slug, "low", find, "house", *words, fires="", at=(), clean="", **more)  # type: ignore[arg-type]


def good(case: Case, _: Options) -> Iterator[Found]:
    for step in case.steps:
        yield Found(Address("steps", step.id), {"step": case.name(step)})


def raising(case: Case, options: Options) -> Iterator[Found]:
    yield from list(good(case, options))[:1]
    raise RuntimeError("the shelf is empty\nand more")


def nowhere(_case: Case, _: Options) -> Iterator[Found]:
    yield Found(Address("steps", "gone"), {"step": "Gone"})


def wordless(_case: Case, _: Options) -> Iterator[Found]:
    yield Found(Address("steps", "calls"), {"other": "x"})


def wordless_later(case: Case, options: Options) -> Iterator[Found]:
    yield from list(good(case, options))[:1]
    yield Found(Address("steps", "calls"), {"other": "x"}, detail="other")


def exiting(_case: Case, _: Options) -> Iterator[Found]:
    sys.exit(3)


def not_a_list(_case: Case, _: Options) -> None:
    return None


@pytest.mark.parametrize("find", [raising, nowhere, wordless, wordless_later, exiting, not_a_list], ids=lambda find: find.__name__)
def test_a_check_that_breaks_becomes_a_finding_and_stops_nothing(find: object) -> None:
    found = examine(case(), (check("first", good), check("bad", find), check("last", good)))
    by_slug = [each.slug for each in found]
    assert by_slug.count("first") == by_slug.count("last") == 2
    assert all(each.text() and each.hint() for each in found)  # whatever is left can be said
    told = [each for each in found if each.slug == BROKEN.slug]
    assert [(each.severity, str(each.address), each.detail) for each in told] == [("error", "blueprint", "bad")]
    for language in ("en", "nl", "es"):
        assert "bad" in told[0].text(language)
        assert "\n" not in told[0].text(language)


def test_what_a_check_found_before_it_broke_is_kept() -> None:
    found = examine(case(), (check("bad", raising),))
    assert [each.slug for each in found] == ["bad", "broken-check"]
    assert "RuntimeError: the shelf is empty" in found[1].text()


def test_a_broken_check_is_shown_by_the_calm_profile_too() -> None:
    found = judged(case().blueprint, examine(case(), (check("bad", nowhere),)))
    assert [each.finding.slug for each in selected(case(), found, catalogue(), Settings()).shown] == ["broken-check"]


def test_a_check_that_finds_without_end_is_stopped() -> None:
    def endless(case: Case, _: Options) -> Iterator[Found]:
        while True:
            yield Found(Address("steps", "calls"), {"step": case.name(case.steps[0])})

    assert len(examine(case(), (check("endless", endless),))) == MOST


def test_options_are_the_defaults_with_what_was_given_over_them() -> None:
    one = check("many", good, options=(Option("least", 3, "How many"), Option("most", 9, "How many")))
    assert options_of(one) == {"least": 3, "most": 9}
    assert options_of(one, {"most": 4, "other": 1}) == {"least": 3, "most": 4}
    seen: list[Options] = []

    def looking(_case: Case, options: Options) -> Iterator[Found]:
        seen.append(dict(options))
        return iter(())

    examine(case(), (one._replace(find=looking),), {"many": {"least": 1}})
    assert seen == [{"least": 1, "most": 9}]


def test_a_mend_that_the_document_refuses_is_no_mend() -> None:
    def refusing(_case: Case, _finding: CheckFinding) -> tuple[()]:
        raise FootlightsError("no")

    finding = examine(case(), (check("first", good),))[0]
    assert mend(case(), check("first", good), finding) == ()
    assert mend(case(), check("first", good, mend=refusing), finding) == ()


# --- packages --------------------------------------------------------------------------------------------------------------------

PLUG_IN = """
from footlights.checks import Check, Found
from footlights.facts import Words
from footlights.model import Address

def find(case, options):
    for step in case.steps:
        if "!" in case.blueprint.say(step.does):
            yield Found(Address("steps", step.id), {"step": case.name(step)})

WORDS = ("Shouting", "{step} shouts.", "Nobody likes it.", "Say it calmly.")
CHECK = Check(
    code="XYZ001", slug="shouting", severity="low", find=find, source="own", en=Words(*WORDS),
    nl=Words("Roepen", "{step} roept.", "Niemand vindt dat fijn.", "Zeg het rustig."),
    es=Words("Gritar", "{step} grita.", "A nadie le gusta.", "Dígalo con calma."),
    fires="footlights: 1\\ntitle: A call\\nphases: [{title: Report, steps: [{id: calls, does: Calls!}]}]\\n", at=("steps/calls",),
    clean="footlights: 1\\ntitle: A call\\nphases: [{title: Report, steps: [{id: calls, does: Calls}]}]\\n",
)
"""
LOUD = "footlights: 1\ntitle: A call\nphases: [{title: Report, steps: [{id: calls, does: Calls at once!}]}]\n"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Puts a package on the path: its module's text, and what its entry points name."""
    names: list[str] = []

    def installed(module: str, text: str, points: dict[str, str]) -> None:
        (tmp_path / f"{module}.py").write_text(text, encoding="utf-8")
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", encoding="utf-8")
        lines = "".join(f"{name} = {where}\n" for name, where in points.items())
        (info / "entry_points.txt").write_text(f"[footlights.checks]\n{lines}", encoding="utf-8")
        names.append(module)
        catalogue.cache_clear()

    monkeypatch.syspath_prepend(tmp_path)
    yield installed
    for module in names:
        sys.modules.pop(module, None)
    monkeypatch.undo()
    catalogue.cache_clear()


def of(text: str, slug: str) -> list[CheckFinding]:
    return [each for each in examine(case(text), catalogue()) if each.slug == slug]


def test_an_installed_package_brings_its_check(install: object) -> None:
    install("shouting_checks", PLUG_IN, {"shouting": "shouting_checks:CHECK"})  # type: ignore[operator]
    assert catalogue()[-1].slug == "shouting"
    assert check_named("xyz001").slug == "shouting"
    assert [each.text() for each in of(LOUD, "shouting")] == ["'Calls at once!' shouts."]
    assert [each.text("es") for each in of(LOUD, "shouting")] == ["«Calls at once!» grita."]
    shown = footlights.findings(footlights.loads(LOUD), settings=Settings("strict"), today=TODAY).shown
    assert "shouting" in [each.finding.slug for each in shown]


def test_whoever_writes_a_check_can_have_it_looked_at(install: object) -> None:
    install("shouting_checks", PLUG_IN, {"shouting": "shouting_checks:CHECK"})  # type: ignore[operator]
    # its words have an exclamation mark nowhere but in its examples
    found = assert_check(check_named("shouting"), lambda text: footlights.loads(text).blueprint, path_time)
    assert [str(each.address) for each in found] == ["steps/calls"]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("raise ImportError('there is no scissors')\n", "bad_checks:CHECK"),
        ("import sys\nsys.exit(3)\n", "bad_checks:CHECK"),
        ("CHECK = 3\n", "bad_checks:CHECK"),
        ("CHECK = ['a text']\n", "bad_checks:CHECK"),
        ("", "bad_checks:CHECK"),
        ("", "no_such_module:CHECK"),
        (PLUG_IN.replace("XYZ001", "STR001"), "bad_checks:CHECK"),
        (PLUG_IN.replace('slug="shouting"', 'slug="contact-without-doer"'), "bad_checks:CHECK"),
    ],
    ids=["crashes", "exits", "number", "texts", "nothing", "no module", "taken code", "taken slug"],
)
def test_a_package_that_cannot_be_used_becomes_a_finding(install: object, text: str, point: str) -> None:
    install("bad_checks", text, {"bad": point})  # type: ignore[operator]
    install("shouting_checks", PLUG_IN, {"shouting": "shouting_checks:CHECK"})  # type: ignore[operator]
    told = of(LOUD, "broken-check")
    assert [(each.severity, each.detail) for each in told] == [("error", "unusable-plug-in-bad")]
    assert of(LOUD, "shouting"), "the other package's check runs"
    assert len(catalogue()) > 50, "and so do ours"


def test_two_entry_points_of_one_name_do_not_hide_each_other(install: object) -> None:
    install("bad_checks", "raise ImportError\n", {"bad": "bad_checks:CHECK"})  # type: ignore[operator]
    install("worse_checks", "raise ImportError\n", {"bad": "worse_checks:CHECK"})  # type: ignore[operator]
    told = of(LOUD, "broken-check")
    assert len({each.identity for each in told}) == len(told) == 2


# --- whatever an author may write ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(25))
def test_no_check_breaks_on_a_blueprint_grown_at_random(seed: int) -> None:
    blueprint = some_blueprint(random.Random(seed), 60)
    found = examine(Case(blueprint, path_time(blueprint), TODAY), catalogue())
    assert [each.text() for each in found if each.slug == "broken-check"] == [], f"seed {seed}"
    assert len({each.identity for each in found}) == len(found), f"seed {seed}: two findings can't be told apart"


def test_no_check_breaks_where_there_is_nothing() -> None:
    for blueprint in (
        Blueprint(),
        Blueprint(title="A call"),
        footlights.loads("footlights: 1\ntitle: A\nphases: [{title: P}]\n").blueprint,
    ):
        found = examine(Case(blueprint, path_time(blueprint), TODAY), catalogue())
        assert [each.slug for each in found if each.severity in ("high", "error")] == []
