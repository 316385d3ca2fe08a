"""`footlights draw` with the options that pick, fold, hide and filter, and with views of the blueprint's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Footlights

PARCEL = """footlights: 1
title: A parcel
actors: {ann: Ann of the counter, bob: Bob}
channels: {desk: At the desk, phone: By phone}
systems: {crm: Customer file}
personas: {noor: Noor}
phases:
- id: bring
  title: Bring
  steps:
  - {id: brings, does: Brings it, feels: {noor: 1}, frontstage: {does: Takes it, by: ann, via: desk, uses: crm, fail: Lost}}
- id: get
  title: Get
  steps:
  - {id: gets, does: Gets it, frontstage: {does: Gives it, by: bob, via: phone}, backstage: {does: Looks it up, by: ann, basis: observed}}
views:
- {id: counter, title: {en: The counter, nl: De balie}, shows: role, role: ann, zoom: detail}
"""


@pytest.fixture
def parcel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "parcel.blueprint.yaml"
    path.write_text(PARCEL)
    return path


def drawn(footlights: Footlights, path: Path, *wishes: str) -> str:
    code, _, err = footlights("draw", path.name, "-o", "a.svg", *wishes)
    assert code == 0, err
    return (path.parent / "a.svg").read_text()


@pytest.mark.parametrize(
    ("wishes", "there", "not_there"),
    [
        (("--view", "channels"), "By phone", "nothing else"),
        (("--role", "Bob"), "Slice of a role: Bob", "Takes it"),
        (("--view", "counter"), "The counter", "nothing else"),
        (("--view", "de balie"), "Slice of a role: Ann of the counter", "nothing else"),
        (("--hide", "Front stage,emotion"), "Looks it up", "Takes it"),
        (("--include", "backstage,customer"), "Looks it up", "Takes it"),
        (("--fold", "Bring"), "Gives it", "Takes it"),
        (("--fold", "phases/bring,lanes/backstage"), "Gives it", "Looks it up"),
        (("--phases", "get"), "Gives it", "Takes it"),
        (("--marks", "fail point"), "only marks: fail point", "Gives it"),
        (("--basis", "observed"), "Looks it up", "Takes it"),
        (("--systems", "customer file"), "only systems: Customer file", "Gives it"),
        (("--channels", "phone"), "only channels: By phone", "Takes it"),
        (("--personas", "noor"), "only personas: Noor", "nothing else"),
    ],
)
def test_wishes(footlights: Footlights, parcel: Path, wishes: tuple[str, ...], there: str, not_there: str) -> None:
    svg = drawn(footlights, parcel, *wishes)
    assert there in svg
    assert f'data-label="{not_there}"' not in svg
    assert f">{not_there}<" not in svg


def test_a_row_that_is_put_first_stands_first(footlights: Footlights, parcel: Path) -> None:
    svg = drawn(footlights, parcel, "--include", "backstage,customer")
    assert svg.index('data-address="lanes/backstage"') < svg.index('data-address="lanes/customer"')


def test_a_zoom_goes_before_that_of_the_view(footlights: Footlights, parcel: Path) -> None:
    for wishes, zoom in (((), "detail"), (("--zoom", "overview"), "overview")):
        code, out, _ = footlights("draw", parcel.name, "-o", "a.svg", "--json", "--view", "counter", *wishes)
        assert (code, json.loads(out)["view"], json.loads(out)["zoom"]) == (0, "counter", zoom)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (("--view", "countr"), "did you mean counter?"),
        (("--view", "role"), "ann (Ann of the counter), bob"),
        (("--role", "ana"), "--role: there is no 'ana'; there are ann (Ann of the counter), bob"),
        (("--hide", "cellar"), "there are customer, emotion, frontstage (Front stage), backstage (Back stage)"),
        (("--fold", "brng"), "did you mean Bring?"),
        (("--phases", "bring,never"), "there is no 'never'"),
        (("--marks", "fial"), "fail (Fail point)"),
        (("--basis", "heard"), "there are assumed, observed, measured, proposed"),
        (("--systems", "erp"), "there are crm (Customer file)"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(footlights: Footlights, parcel: Path, wishes: tuple[str, ...], said: str) -> None:
    code, _, err = footlights("draw", parcel.name, "-o", "a.svg", *wishes)
    assert code == 2
    assert said in err
    assert "Traceback" not in err
    assert not (parcel.parent / "a.svg").exists()
