"""What became of a finding: it holds through edits elsewhere, comes back when its ground changes, and is written into the file."""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import footlights
from footlights.checks import Case, Judged, accept, check_named, dismiss, examine, judged, reopen, to_action
from footlights.edits import Insert, Operation, Put, Remove, add_element, apply_all, remove, set_field, undo
from footlights.facts import CheckFinding
from footlights.files import Source
from footlights.measures import path_time
from footlights.model import Address, Blueprint, Card, FootlightsError, Mark, Translations
from tests.edits.wishes import some_blueprint, some_edit

TODAY = date(2026, 11, 22)
INCIDENT = Path(__file__).parents[2] / "examples" / "it-incident.blueprint.yaml"
EDITS = 200
NO_TIMES = path_time(Blueprint())


@cache
def incident() -> Blueprint:
    """The IT incident, with a few things to find in it that its author did not leave there."""
    blueprint = footlights.load(INCIDENT).blueprint
    for address, value in (
        ("cards/answer#by", None), ("cards/answer#uses", None), ("cards/answer#mode", None), ("actions/open-help#due", "2026-10-01"),
        ("actions/loan-by-courier#owner", None), ("steps/contacts#does", "TBD"), ("actions/say-something#status", "dropped"),
        ("findings/too-many-channels#reason", None),
    ):  # fmt: skip
        blueprint = apply_all(blueprint, set_field(blueprint, address, value, "en" if address.endswith("does") else None))
    return apply_all(blueprint, set_field(blueprint, "cards/swap#does", "Comes by " * 12, "en"))


def grown(seed: int) -> Blueprint:
    """A blueprint grown at random, with a contact that nobody stands behind and an action that is late."""
    blueprint = some_blueprint(random.Random(seed), 25)
    step = next(iter(blueprint.steps))
    card = Card("lonely", step, "frontstage", "Says hello")
    for operations in (
        (Insert(Address("cards", "lonely"), card),),
        add_element(blueprint, "actions", "Say hello twice", due=date(2026, 1, 1)),
    ):
        blueprint = apply_all(blueprint, operations)
    return blueprint


def found(blueprint: Blueprint, slug: str) -> tuple[CheckFinding, ...]:
    return examine(Case(blueprint, path_time(blueprint), TODAY), (check_named(slug),))


def status(blueprint: Blueprint, slug: str, identity: str) -> Judged | None:
    """What became of one finding; None when it is not found any more."""
    return next((each for each in judged(blueprint, found(blueprint, slug)) if each.finding.identity == identity), None)


# --- edits elsewhere ---------------------------------------------------------------------------------------------------------------


def near(blueprint: Blueprint, finding: CheckFinding) -> set[str]:
    """The elements a finding may rest on: its element, the step that stands at with all that hangs there, and what points at it."""
    case = Case(blueprint, NO_TIMES, TODAY)
    step = case.step_of(finding.address)
    there = {str(finding.address.element())}
    if step is not None:
        cards = [card.id for card in case.column[step.id]]
        there |= {f"steps/{step.id}", *(f"cards/{id}" for id in cards)}
    there |= {f"marks/{mark.id}" for mark in blueprint.marks.values() if mark.on in there}
    there |= {f"findings/{each.id}" for each in blueprint.findings.values() if each.fingerprint}
    there |= {f"actions/{each.id}" for each in blueprint.actions.values() if finding.address.id in each.closes}
    return there


def elsewhere(blueprint: Blueprint, finding: CheckFinding, operations: tuple[Operation, ...]) -> bool:
    """Whether an edit leaves alone everything that a finding rests on."""
    rests = near(blueprint, finding)
    bare = {each.partition("/")[2] for each in rests}
    for operation in operations:
        if operation.address.collection == "blueprint" or str(operation.address.element()) in rests:
            return False
        if isinstance(operation, Put) and operation.address.field in ("closes", "until", "place", "by", "mode", "role"):
            return False
        element = operation.element if isinstance(operation, Insert) else None
        pointed = [getattr(element, name, None) for name in ("step", "on", "source", "target", "until", "closes")]
        names = {name for each in pointed for name in (each if isinstance(each, tuple) else (each,))}
        if names & (rests | bare):
            return False
    return True


LOCAL = (
    "contact-without-doer", "moment-below-desired-level", "finding-without-action", "moment-resting-on-assumption", "action-overdue",
    "proposal-in-an-as-is", "placeholder-text", "dismissed-without-reason", "need-unmet", "silence",
    "promise-on-guessed-times", "moment-felt-badly",
)  # fmt: skip


@pytest.mark.parametrize("slug", LOCAL)
def test_what_was_dismissed_stays_so_through_edits_elsewhere(slug: str) -> None:
    _through_edits(incident(), slug, 7)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("slug", ["contact-without-doer", "action-overdue"])
def test_and_in_blueprints_grown_at_random(slug: str, seed: int) -> None:
    _through_edits(grown(seed), slug, seed)


def _through_edits(blueprint: Blueprint, slug: str, seed: int) -> None:
    finding = found(blueprint, slug)[-1]
    blueprint = apply_all(blueprint, dismiss(blueprint, finding, "Agreed with the desk"))
    rng = random.Random(f"{slug} {seed}")
    done = 0
    while done < EDITS:
        name, operations = some_edit(blueprint, rng)
        if not elsewhere(blueprint, finding, operations):
            continue
        done += 1
        blueprint = apply_all(blueprint, operations)
        if done % 2:
            continue
        now = status(blueprint, slug, finding.identity)
        told = f"seed {slug!r} {seed}, edit {done} ({name}): {operations}"
        # a finding may go when what it asks about is not drawn any more; while it is found it is dismissed
        assert now is None or now.status == "dismissed", f"{now} after {told}"
        if slug in ("contact-without-doer", "action-overdue", "placeholder-text", "dismissed-without-reason"):
            assert now is not None, f"lost after {told}"


# --- a ground that changes ---------------------------------------------------------------------------------------------------------

#: For each check: an edit to what its finding rests on, after which it is found still.
CHANGED = {
    "moment-below-desired-level": ("steps/rates#actual", 1),
    "finding-without-action": ("findings/silence#severity", "medium"),
    "moment-resting-on-assumption": ("steps/contacts#moment-of-truth", 4),
    "action-overdue": ("actions/open-help#due", "2026-10-08"),
    "action-without-owner": ("actions/loan-by-courier#status", "planned"),
    "action-without-expected-effect": ("actions/open-help#status", "doing"),
    "stale-source": ("sources/benchmark-incidents#date", "2019-12-01"),
    "placeholder-text": ("steps/contacts#does", "TODO"),
    "dismissed-without-reason": ("findings/too-many-channels#severity", "medium"),
    "promise-on-guessed-times": ("promises/same-day#within", "6 h"),
}  # fmt: skip


@pytest.mark.parametrize("slug", CHANGED)
def test_what_was_dismissed_comes_back_when_its_ground_changes(slug: str) -> None:
    address, value = CHANGED[slug]
    there = Address.parse(address).element()
    finding = next(each for each in found(incident(), slug) if each.address.element() == there)
    blueprint = apply_all(incident(), dismiss(incident(), finding, "Agreed with the desk"))
    assert said(blueprint, slug, finding) == ("dismissed", "Agreed with the desk")
    edit = set_field(blueprint, address, value, "en" if address.endswith("does") else None)
    changed = apply_all(blueprint, edit)
    assert said(changed, slug, finding) == ("reopened", "Agreed with the desk")
    back = apply_all(changed, undo(blueprint, edit))
    assert said(back, slug, finding)[0] == "dismissed", "what it rested on is as it was, and so is the judgement"


def said(blueprint: Blueprint, slug: str, finding: CheckFinding) -> tuple[str, str]:
    now = status(blueprint, slug, finding.identity)
    assert now is not None, f"{finding.identity} is found no more"
    return now.status, blueprint.say(now.reason)


def test_dismissing_what_came_back_takes_the_new_ground() -> None:
    finding = found(incident(), "action-overdue")[0]
    blueprint = apply_all(incident(), dismiss(incident(), finding, "It waits for the supplier"))
    blueprint = apply_all(blueprint, set_field(blueprint, finding.address, "2026-10-08"))
    again = found(blueprint, "action-overdue")[0]
    blueprint = apply_all(blueprint, dismiss(blueprint, again, "The supplier is late"))
    assert said(blueprint, "action-overdue", again) == ("dismissed", "The supplier is late")
    records = [each for each in blueprint.findings.values() if each.fingerprint]
    assert len(records) == 1, "one finding has one record, however often it is judged"


def test_a_dismissal_without_a_sign_of_its_ground_holds_as_long_as_the_finding_is_found() -> None:
    finding = found(incident(), "action-overdue")[0]
    given = add_element(incident(), "findings", "Late", fingerprint=finding.identity, status="dismissed", reason="By hand")
    blueprint = apply_all(incident(), given)
    assert said(blueprint, "action-overdue", finding) == ("dismissed", "By hand")
    changed = apply_all(blueprint, set_field(blueprint, finding.address, "2026-10-08"))
    assert said(changed, "action-overdue", finding) == ("dismissed", "By hand")


def test_a_rename_keeps_a_judgement_and_removing_the_element_ends_it() -> None:
    finding = next(each for each in found(incident(), "contact-without-doer") if each.address.id == "answer")
    blueprint = apply_all(incident(), dismiss(incident(), finding, "Agreed"))
    blueprint = apply_all(blueprint, set_field(blueprint, "cards/answer#does", "Picks up", "en"))
    assert said(blueprint, "contact-without-doer", finding) == ("dismissed", "Agreed")
    gone = apply_all(blueprint, remove(blueprint, "cards/answer"))
    assert status(gone, "contact-without-doer", finding.identity) is None
    assert any(each.fingerprint for each in gone.findings.values()), "the record stays, for whoever asks what was decided"


@pytest.mark.parametrize("example", sorted(INCIDENT.parent.glob("*.blueprint.yaml")), ids=lambda path: path.name)
def test_what_is_written_and_read_again_has_the_same_fingerprints(example: Path) -> None:
    """A ground that looks different once the file was saved would bring every dismissal back."""
    from footlights.checks import catalogue

    def prints(blueprint: Blueprint) -> list[str]:
        return [each.fingerprint for each in examine(Case(blueprint, path_time(blueprint), TODAY), catalogue())]

    blueprint = footlights.load(example).blueprint
    assert prints(footlights.loads(footlights.dumps(blueprint)).blueprint) == prints(blueprint)


def test_a_value_that_was_typed_and_one_that_was_read_are_the_same_ground() -> None:
    """Whoever types 3 in the editor, and whoever reads 3.0 from a file, looks at one thing."""
    typed = apply_all(incident(), set_field(incident(), "steps/rates#actual", 1))
    finding = next(each for each in found(typed, "moment-below-desired-level") if each.address.id == "rates")
    dismissed = apply_all(typed, dismiss(typed, finding, "Agreed"))
    read = footlights.loads(footlights.dumps(dismissed)).blueprint
    assert said(read, "moment-below-desired-level", finding) == ("dismissed", "Agreed")
    one, two = (finding._replace(ground=ground) for ground in ((1, frozenset("abcd"), (2.0,)), (1.0, frozenset("dcba"), (2,))))
    assert one.fingerprint == two.fingerprint
    assert one.fingerprint != one._replace(ground=(1, frozenset("abcd"), (2.5,))).fingerprint


# --- round trips -------------------------------------------------------------------------------------------------------------------


def judgements(blueprint: Blueprint, finding: CheckFinding) -> dict[str, tuple[Operation, ...]]:
    return {
        "accepted": accept(blueprint, finding),
        "dismissed": dismiss(blueprint, finding, Translations((("en", "Not now"), ("nl", "Nu niet")))),
        "action": to_action(blueprint, finding, "Ask the supplier"),
    }


ROUND = ("action-overdue", "contact-without-doer", "mostly-assumed", "stale-source", "placeholder-text")


@pytest.mark.parametrize("slug", ROUND)
@pytest.mark.parametrize("judgement", ["accepted", "dismissed", "action"])
def test_a_judgement_is_applied_undone_written_and_read(slug: str, judgement: str) -> None:
    blueprint = incident()
    finding = found(blueprint, slug)[0]
    operations = judgements(blueprint, finding)[judgement]
    after = apply_all(blueprint, operations)
    wanted = "dismissed" if judgement == "dismissed" else "accepted"
    assert said(after, slug, finding)[0] == wanted
    assert apply_all(after, undo(blueprint, operations)) == blueprint
    read = footlights.loads(footlights.dumps(after)).blueprint
    assert said(read, slug, finding)[0] == wanted
    assert read.findings == after.findings
    if judgement == "action":
        action = next(each for each in read.actions.values() if read.say(each.title) == "Ask the supplier")
        assert action.closes == (status(after, slug, finding.identity).record,)  # type: ignore[union-attr]


@pytest.mark.parametrize("slug", ROUND)
@pytest.mark.parametrize("judgement", ["accepted", "dismissed", "action"])
def test_in_the_file_a_judgement_leaves_every_comment_where_it_was(slug: str, judgement: str) -> None:
    source = Source(INCIDENT.read_text(encoding="utf-8"))
    for address, value in (("cards/answer#by", None), ("actions/open-help#due", "2026-10-01"), ("steps/contacts#expects", "TBD")):
        source = source.apply_all(set_field(source.blueprint, address, value, "en" if value == "TBD" else None))
    source = source.apply_all(set_field(source.blueprint, "cards/answer#uses", None))
    source = source.apply_all(set_field(source.blueprint, "cards/answer#mode", None))
    finding = found(source.blueprint, slug)[0]
    after = source.apply_all(judgements(source.blueprint, finding)[judgement])
    assert said(after.blueprint, slug, finding)[0] == ("dismissed" if judgement == "dismissed" else "accepted")
    comments = [line.strip() for line in source.text.splitlines() if line.strip().startswith("#")]
    assert comments and [line.strip() for line in after.text.splitlines() if line.strip().startswith("#")] == comments
    assert not [each for each in after.diagnostics if each.severity == "error"]


def test_taken_back_it_is_open_again_and_loses_its_reason() -> None:
    blueprint = incident()
    finding = found(blueprint, "action-overdue")[0]
    assert reopen(blueprint, finding) == ()
    dismissed = apply_all(blueprint, dismiss(blueprint, finding, "Not now"))
    open_again = apply_all(dismissed, reopen(dismissed, finding))
    assert said(open_again, "action-overdue", finding) == ("open", "")
    assert reopen(open_again, finding) == ()


def test_accepting_twice_changes_nothing_the_second_time() -> None:
    blueprint = incident()
    finding = found(blueprint, "action-overdue")[0]
    accepted = apply_all(blueprint, accept(blueprint, finding))
    assert accept(accepted, finding) == ()
    assert not [each for each in to_action(accepted, finding, "Do it") if each.address.collection == "findings"]


@pytest.mark.parametrize("reason", ["", "  ", Translations((("en", " "),))])
def test_a_dismissal_needs_a_reason(reason: str | Translations) -> None:
    with pytest.raises(FootlightsError, match="reason"):
        dismiss(incident(), found(incident(), "action-overdue")[0], reason)


def test_what_is_not_dismissed_stands_and_what_is_does_not() -> None:
    finding = found(incident(), "action-overdue")[0]
    assert [Judged(finding, each).stands for each in ("open", "accepted", "reopened", "dismissed", "allowed")] == [
        True, True, True, False, False,
    ]  # fmt: skip


# --- allowed -----------------------------------------------------------------------------------------------------------------------

ALLOWED = """
footlights: 1
title: A call
{blueprint}
phases:
- title: Report
  {phase}
  steps:
  - id: calls
    does: Calls the desk
    {step}
    frontstage:
    - id: answer
      does: Answers the call
      {card}
      fail: {{id: cut, title: TBD}}
  - id: again
    does: Calls again
    frontstage: [{{id: second, does: Answers once more}}]
"""


@pytest.mark.parametrize("where", ["blueprint", "phase", "step", "card"])
def test_what_an_element_or_what_holds_it_allows_is_not_asked(where: str) -> None:
    holders = dict.fromkeys(("blueprint", "phase", "step", "card"), "")
    holders[where] = "allow: {contact-without-doer: A recording answers, placeholder-text: Later}"
    blueprint = footlights.loads(ALLOWED.format(**holders)).blueprint
    states = {each.finding.address.id: each for each in judged(blueprint, found(blueprint, "contact-without-doer"))}
    assert (states["answer"].status, states["answer"].reason) == ("allowed", "A recording answers")
    assert states["second"].status == ("allowed" if where in ("blueprint", "phase") else "open"), "beside it nothing is allowed"
    mark = judged(blueprint, found(blueprint, "placeholder-text"))[0]
    assert mark.finding.address == Address("marks", "cut", "title")
    assert mark.status == "allowed", "a mark stands in its card, its step, its phase"
    other = judged(blueprint, found(blueprint, "contact-without-doer"))
    assert all(each.status == "open" for each in other if each.finding.address.id == "second") or where in ("blueprint", "phase")


def test_allowed_outweighs_the_ledger() -> None:
    blueprint = footlights.loads(ALLOWED.format(blueprint="", phase="", step="", card="")).blueprint
    finding = found(blueprint, "contact-without-doer")[0]
    blueprint = apply_all(blueprint, accept(blueprint, finding))
    blueprint = apply_all(blueprint, set_field(blueprint, "cards/answer#allow", (("contact-without-doer", "A recording answers"),)))
    assert said(blueprint, "contact-without-doer", finding) == ("allowed", "A recording answers")


def test_an_edit_elsewhere_is_told_from_one_that_is_not() -> None:
    """The test above would prove nothing if it called everything unrelated, or nothing."""
    blueprint = incident()
    finding = next(each for each in found(blueprint, "contact-without-doer") if each.address.id == "answer")
    step = blueprint.cards["answer"].step
    mark = Mark("new", "cards/answer", "pain")
    assert not elsewhere(blueprint, finding, (Insert(Address("marks", "new"), mark),))
    assert not elsewhere(blueprint, finding, (Put(Address("steps", step, "actual"), 3),))
    assert not elsewhere(blueprint, finding, (Remove(Address("cards", "answer")),))
    assert elsewhere(blueprint, finding, (Put(Address("steps", "rates", "actual"), 3),))
