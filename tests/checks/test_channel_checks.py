"""Checks of channels where it is subtle: spans, choices, what a team may set, and what is nobody's fault."""

from __future__ import annotations

import pytest

from .asking import found, places

CHANNELS = """
actors: {ann: {name: Ann}}
systems: {crm: {name: CRM}}
channels: {site: {name: Website, class: online}, mail: {name: E-mail, class: online}, desk: {name: Desk, class: offline}, box: {name: Box}}
"""


def phases(*steps: str) -> str:
    """One phase with one step for each."""
    return CHANNELS + "phases:\n" + "".join(f"- {{id: p{n}, title: P{n}, steps: [{{id: s{n}, {step}}}]}}\n" for n, step in enumerate(steps))


def contact(*vias: str) -> str:
    return "frontstage: [" + ", ".join(f"{{does: Helps {n}, via: {via}}}" for n, via in enumerate(vias)) + "]"


@pytest.mark.parametrize(
    ("vias", "only"),
    [
        (("site", "site", "mail"), True),
        (("site", "site", "desk"), False),
        (("site", "site", "box"), False),  # nobody said what it is: it may be the way they take
        (("site", "site"), False),  # too little is drawn to say so
    ],
)
def test_a_service_is_online_only_when_all_it_draws_is(vias: tuple[str, ...], only: bool) -> None:
    assert bool(found("no-offline-way", phases(*(contact(via) for via in vias)))) == only


def test_where_nothing_is_offline_the_service_is_told_once_and_not_each_moment() -> None:
    text = phases(*[f"moment-of-truth: 4, {contact('site')}"] * 3)
    assert places("no-offline-way", text) == ["blueprint"]
    assert not found("online-only-moment", text)


def test_a_contact_without_a_channel_may_be_the_offline_one() -> None:
    offline = contact("desk")
    assert places("online-only-moment", phases(f"moment-of-truth: 3, {contact('site')}", offline)) == ["steps/s0"]
    open_ = "moment-of-truth: 3, frontstage: [{does: Shows, via: site}, {does: Helps}]"
    assert not found("online-only-moment", phases(open_, offline))
    assert not found("online-only-moment", phases(f"moment-of-truth: 2, {contact('site')}", offline))
    assert places("online-only-moment", phases(f"moment-of-truth: 2, {contact('site')}", offline), grade=2) == ["steps/s0"]


SPOKEN = "frontstage: [{does: Helps, by: ann, via: desk}]"


@pytest.mark.parametrize(
    ("middle", "gap"),
    [
        ("feels: -1, frontstage: [{does: Reminds, via: mail}]", True),
        ("feels: 0, frontstage: [{does: Reminds, via: mail}]", False),  # nobody needs them there
        ("frontstage: [{does: Reminds, via: mail}]", False),  # nobody said how it feels
        ("feels: -1, frontstage: [{does: Writes, via: mail, by: ann}]", False),  # somebody answers, by another way
        ("feels: -1", False),  # no contact at all is told by phase-without-contact
    ],
)
def test_a_gap_is_where_somebody_is_missed(middle: str, gap: bool) -> None:
    assert places("channel-gap", phases(SPOKEN, middle, SPOKEN)) == (["phases/p1"] if gap else [])


def test_whom_one_keeps_on_speaking_to_is_no_gap() -> None:
    spans = "frontstage: [{does: Stays with them, by: ann, via: desk, until: s1}]"
    assert not found("channel-gap", phases(spans, "feels: -2, frontstage: [{does: Reminds, via: mail}]", SPOKEN))


def test_answers_that_links_lead_to_are_not_a_choice_of_channels() -> None:
    four = "{does: One, via: site}, {does: Two, via: mail}, {does: Three, via: desk}, {id: last, does: Four, via: box}"
    text = phases(f"frontstage: [{four}]")
    assert places("crowded-contact", text) == ["steps/s0"]
    decides = phases(f"backstage: [{{id: decide, does: Decides, to: last}}], frontstage: [{four}]")
    assert not found("crowded-contact", decides)
    assert not found("crowded-contact", text, most=4)


def test_before_most_contacts_have_a_channel_none_is_asked_for() -> None:
    bare = "frontstage: [{id: bare, does: Helps}]"
    assert not found("contact-without-channel", phases(bare, "frontstage: [{does: Helps}]", contact("site")))
    assert places("contact-without-channel", phases(bare, contact("desk"), contact("site"))) == ["cards/bare#via"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("E-mail", "email", True),
        ("Phone", "Telephone", True),
        ("{en: Letter, nl: Brief}", "{en: Post}", True),
        ("Chat", "Chat with the picker", False),
        ("App", "Website", False),
    ],
)
def test_names_that_differ_in_spelling_only_are_one_channel(one: str, other: str, same: bool) -> None:
    text = f"""
channels: {{a: {{name: {one}, class: online}}, b: {{name: {other}, class: online}}}}
phases: [{{title: P, steps: [{{does: Asks, frontstage: [{{does: Helps, via: [a, b]}}]}}]}}]
"""
    assert places("channel-under-two-names", text) == (["channels/b"] if same else [])


def test_a_silent_phase_weighs_by_what_happens_in_it() -> None:
    for middle, severity in (("does: Thinks", "low"), ("does: Thinks, moment-of-truth: 1", "medium")):
        (finding,) = found("phase-without-contact", phases(contact("desk"), middle, contact("desk")))
        assert (str(finding.address), finding.severity) == ("phases/p1", severity)


def test_waiting_without_a_word_is_told_as_silence_and_not_again() -> None:
    for middle in (
        "title: Waits, time: {wait: 2 weeks}",
        "title: Waits, wait: A long one",
        "backstage: [{does: Works, time: {wait: 1 h}}]",
    ):
        assert not found("phase-without-contact", phases(contact("desk"), middle, contact("desk")))


def test_before_the_first_contact_and_after_the_last_silence_is_no_question() -> None:
    assert not found("phase-without-contact", phases("does: Thinks", contact("desk"), "does: Uses it"))
    assert not found("phase-without-contact", phases("does: A", "does: B", "does: C")), "a journey without a front stage"


def test_who_spans_a_phase_is_met_in_it() -> None:
    assert not found("phase-without-contact", phases("frontstage: [{does: Stays, via: desk, until: s1}]", "does: Waits", contact("desk")))


def test_an_online_contact_needs_a_system_only_where_others_name_theirs() -> None:
    named = "frontstage: [{does: Shows, via: site, uses: crm}]"
    bare = "frontstage: [{id: bare, does: Lists, via: VIA}]"
    assert places("online-contact-without-system", phases(named, bare.replace("VIA", "mail"))) == ["cards/bare#uses"]
    assert not found("online-contact-without-system", phases(named, bare.replace("VIA", "[mail, desk]"))), "a person may do it"
    assert not found("online-contact-without-system", phases(bare.replace("VIA", "mail"), contact("site")))


def test_a_weak_channel_is_one_that_fares_worse_than_the_rest() -> None:
    low, fine = "moment-of-truth: 2, desired: 4, actual: 2, ", "moment-of-truth: 2, desired: 4, actual: 4, "
    three = [low + contact("desk")] * 3
    assert places("weak-channel", phases(*three, fine + contact("site"))) == ["channels/desk"]
    assert not found("weak-channel", phases(*three, low + contact("site"))), "all are low: it is not the channel"
    assert not found("weak-channel", phases(*three)), "there is nothing to compare it with"
    assert not found("weak-channel", phases(*three[:2], fine + contact("site"))), "two are an accident"
