"""Mends as plain edits: an editor that knows nothing but them does what the check would have done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from footlights import api
from footlights.checks import Case, Check, Settings, catalogue, mend
from footlights.edits import Operation, add_element, add_mark, apply_all, remove, set_field
from footlights.model import Address, Blueprint
from footlights.server.examining import MOST, Keyed, examined, plain_edits

TODAY = date(2026, 11, 22)
MENDING = [check for check in catalogue() if check.mend is not None]


def operations(blueprint: Blueprint, edit: dict[str, Any]) -> tuple[Operation, ...]:
    """What an editor does for one plain edit, by the edits of this house."""
    match edit["edit"]:
        case "set":
            address = Address("blueprint") if edit["address"] == "head" else Address.parse(edit["address"])
            value = tuple(edit["value"]) if isinstance(edit["value"], list) else edit["value"]
            return set_field(blueprint, address.of(edit["field"]), value)
        case "mark":
            return add_mark(blueprint, edit["address"], edit["kind"], edit["title"] or None)
        case "remove":
            return remove(blueprint, edit["address"])
        case "add":
            fields = dict(edit["fields"])
            return add_element(blueprint, edit["collection"], fields.pop("title", None) or fields.pop("name"), **fields)
        case other:
            raise AssertionError(other)


@pytest.mark.parametrize("check", MENDING, ids=lambda check: check.slug)
def test_every_mend_is_one_that_an_editor_can_make(check: Check) -> None:
    blueprint = api.loads(check.fires, strict=False).blueprint
    told = examined(check.fires, "strict", "en", TODAY.isoformat())
    edits = [each["mend"] for each in told["shown"] if each["slug"] == check.slug and each["mend"] is not None]
    assert edits, f"no finding of {check.slug} can be mended in its own example"
    for each in edits[0]:
        blueprint = apply_all(blueprint, operations(blueprint, each))
    again = [each.finding for each in api.findings(blueprint, settings=Settings("strict"), today=TODAY).shown]
    first = next(each for each in told["shown"] if each["slug"] == check.slug and each["mend"] is not None)
    assert first["identity"] not in [each.identity for each in again]


@pytest.mark.parametrize("check", MENDING, ids=lambda check: check.slug)
def test_keys_stand_where_ids_would(check: Check) -> None:
    blueprint = api.loads(check.fires, strict=False).blueprint
    keys = {
        name: {id: f"~{id}" for id in blueprint.collection(name)} for name in ("cards", "steps", "links", "findings", "actors", "sources")
    }
    case = Case(blueprint, api.path_time(blueprint), TODAY)
    found = [
        each.finding for each in api.findings(blueprint, settings=Settings("strict"), today=TODAY).shown if each.finding.slug == check.slug
    ]
    for finding in found:
        by_id, by_key = (plain_edits(blueprint, mend(case, check, finding), each) for each in (Keyed(), Keyed(keys)))
        assert (by_id is None) == (by_key is None)
        for one, other in zip(by_id or (), by_key or (), strict=True):
            if one.get("address", "").partition("/")[0] in keys:
                assert other["address"] == one["address"].replace("/", "/~")
            if "closes" in one.get("fields", {}):
                assert other["fields"]["closes"] == [f"~{id}" for id in one["fields"]["closes"]]


def test_no_more_than_a_person_can_read() -> None:
    steps = "".join(f"  - {{id: s{n}, does: Step {n}, frontstage: [{{id: c{n}, does: Card {n}}}]}}\n" for n in range(MOST + 50))
    told = examined(f"footlights: 1\ntitle: x\nphases:\n- title: p\n  steps:\n{steps}", "strict", "en", TODAY.isoformat())
    assert len(told["shown"]) == MOST
    assert told["kept_back"] == sum(told["counts"].values()) - MOST


def test_what_was_judged_is_told_apart() -> None:
    text = """\
footlights: 1
title: A shine
phases:
- title: Sit
  steps:
  - does: Sits down
    frontstage:
    - {id: brush, does: Brushes}
    - {id: polish, does: Polishes, allow: {contact-without-doer: He is known}}
    - {id: wax, does: Waxes}
"""
    before = examined(text, "strict", "en", TODAY.isoformat())
    prints = {each["address"]: each["fingerprint"] for each in before["shown"] if each["slug"] == "contact-without-doer"}
    assert set(prints) == {"cards/brush", "cards/wax"}
    assert [(each["address"], each["status"], each["reason"]) for each in before["aside"]] == [("cards/polish", "allowed", "He is known")]
    judged = f"""findings:
- {{id: one, title: Brushes, status: dismissed, reason: It is fine, fingerprint: "{prints["cards/brush"]}"}}
- {{id: two, title: Waxes, status: accepted, fingerprint: "{prints["cards/wax"]}"}}
"""
    calm = examined(text + judged, "calm", "nl", TODAY.isoformat())
    assert ("cards/brush", "dismissed", "It is fine", "one") in [
        (e["address"], e["status"], e["reason"], e["record"]) for e in calm["aside"]
    ]
    assert [(each["address"], each["record"]) for each in calm["taken"]] == [("cards/wax", "two")]
    assert not {"cards/brush", "cards/wax"} & {each["address"] for each in calm["shown"] if each["slug"] == "contact-without-doer"}
