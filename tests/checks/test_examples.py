"""What a careful expert names in each of the thirteen examples, and what nobody should be told about them."""

from __future__ import annotations

from pathlib import Path

import pytest

import footlights
from footlights.checks import Settings
from footlights.checks.selection import CALM
from footlights.checks.testing import TODAY
from footlights.facts import CheckFinding
from tests.golden.runner import ROOT

EXAMPLES = ROOT / "examples"
TEMPLATES = sorted((ROOT / "src" / "footlights" / "templates").glob("*.blueprint.yaml"))

#: By example: the findings that must stand there, as severity, check and address. Those of severity high are all there are.
EXPECTED = {
    "shoeshine": """
        medium  moment-resting-on-assumption  steps/has-polish-put-on
        low     moment-without-level          blueprint
    """,
    "hotel": """
        high    moment-below-desired-level    steps/checks-in#actual
        medium  moment-below-desired-level    steps/arrives#actual
        medium  moment-below-desired-level    steps/checks-out#actual
        medium  moment-with-nothing-behind    steps/arrives
        medium  moment-with-nothing-behind    steps/sleeps
        medium  single-point-of-failure       systems/registration-system
        medium  heavy-finding-without-source  findings/desk-queue
        low     standard-missed               steps/checks-in#time
        low     time-unknown-at-moment        steps/checks-out
    """,
    "it-incident": """
        high    silence                       steps/waits
        high    promise-times-cannot-keep     promises/word-within-the-hour
        high    moment-below-desired-level    steps/called-back#actual
        medium  moment-below-desired-level    steps/waits#actual
        medium  moment-below-desired-level    steps/rates#actual
        medium  moment-below-desired-level    steps/tests#actual
        medium  tolerance-broken              cards/assign#time
        medium  tolerance-broken              cards/reassign#time
        medium  rework-share-high             links/reassign--assign
        medium  bottleneck-candidate          actors/second-line
        medium  system-without-owner          systems/telephony#owner
        medium  single-point-of-failure       systems/itsm
        medium  support-that-serves-nobody    cards/watch-disks
        medium  need-unmet                    phases/interrupted#met
        medium  need-unmet                    phases/diagnose-and-wait#met
        medium  bad-ending                    steps/rates#feels
        medium  moment-without-owner          steps/waits#owner
        medium  moment-without-owner          steps/rates#owner
        low     sla-without-xla               agreements/sla-phone
        low     stale-source                  sources/benchmark-incidents#date_
    """,
    "groceries-by-app": """
        high    moment-below-desired-level    steps/answers-substitute#actual
        medium  moment-below-desired-level    steps/receives#actual
        medium  moment-below-desired-level    steps/puts-away#actual
        medium  moment-without-owner          steps/pays#owner
        medium  moment-with-nothing-behind    steps/puts-away
        low     system-without-owner          systems/notices#owner
    """,
    "library-card": """
        high    moment-below-desired-level    steps/fills-form#actual
        medium  always-done-so                cards/re-key#reviewed
        medium  moment-resting-on-assumption  steps/uses
        medium  forced-channel-switch         steps/sent-to-terminal
        low     need-unmet                    phases/web-form#met
        low     time-unknown-at-moment        steps/fills-form
    """,
    "outpatient-clinic": """
        high    fail-without-recovery         marks/la-historia-tarda#recovery
        high    moment-below-desired-level    steps/espera-en-sala#actual
        medium  always-done-so                cards/recupera-historia#reviewed
        low     need-unmet                    phases/espera#met
    """,
    "flight": """
        high    fail-without-recovery         marks/check-in-breaks-down#recovery
        high    fail-without-recovery         marks/security-breaks-down#recovery
        high    fail-without-recovery         marks/baggage-claim-breaks-down#recovery
        high    moment-below-desired-level    steps/is-screened#actual
        high    moment-below-desired-level    steps/collects-bag#actual
        medium  moment-below-desired-level    steps/checks-in#actual
        medium  supplier-without-agreement    actors/screeners
        medium  moment-in-others-hands        steps/is-screened#owner
        medium  bad-ending                    steps/collects-bag#feels
        medium  single-point-of-failure       systems/baggage
        low     supplier-without-agreement    blueprint
    """,
    "passport": """
        medium  tolerance-broken              steps/wacht-op-afspraak#time
        medium  moment-below-desired-level    steps/plant#actual
        medium  moment-below-desired-level    steps/haalt-op#actual
        medium  need-unmet                    phases/ophalen#met
        low     need-unmet                    phases/afspraak#met
        medium  emotion-drop                  steps/tweede-afspraak#feels
        medium  silence                       steps/wacht
        medium  single-point-of-failure       systems/aanvraagstation
        medium  system-without-owner          systems/betaalautomaat#owner
        low     system-without-owner          systems/website#owner
        medium  moment-without-owner          steps/plant#owner
        medium  moment-without-owner          steps/hoort-klaar#owner
    """,
    "unemployment-benefit": """
        high    moment-below-desired-level    steps/doet-opgave#actual
        medium  forced-channel-switch         steps/belt
        medium  moment-below-desired-level    steps/belt#actual
        medium  need-unmet                    phases/doorgeven#met
        medium  single-point-of-failure       systems/mijn-omgeving
        low     online-only-moment            steps/doet-opgave
        low     online-only-moment            steps/krijgt-beslissing
    """,
    "consumer-loan": """
        high    moment-below-desired-level    steps/sends-missing#actual
        medium  rework-share-high             links/receive-missing--check-file
        medium  need-unmet                    phases/validate#met
        low     need-unmet                    phases/return#met
        medium  channel-gap                   phases/return
        medium  bottleneck-candidate          actors/validation
        low     mostly-waiting                blueprint
        low     many-hand-overs               blueprint
    """,
    "fibre-installation": """
        high    fail-without-recovery         marks/nobody-knows-if-it-can-be-delivered#recovery
        high    fail-without-recovery         marks/comes-without-parts#recovery
        high    silence                       steps/hears-nothing
        high    moment-below-desired-level    steps/lets-in#actual
        high    rework-share-high             links/install--send-technician
        medium  moment-below-desired-level    steps/hears-nothing#actual
        medium  need-unmet                    phases/build#met
        medium  need-unmet                    phases/configuration#met
        medium  emotion-drop                  steps/hears-nothing#feels
        low     many-hand-overs               blueprint
        low     mostly-waiting                blueprint
        low     supplier-without-agreement    blueprint
        low     promise-eaten-by-waiting      promises/ten-weeks
    """,
    "restaurant": """
        high    silence                       steps/espera
        high    promise-times-cannot-keep     promises/plato-a-tiempo
        high    moment-below-desired-level    steps/pregunta#actual
        high    moment-below-desired-level    steps/come#actual
        medium  tolerance-broken              steps/espera#time
        medium  agreement-looser-than-promise agreements/plato-en-mesa#target
        medium  always-done-so                blueprint#reason
        medium  moment-below-desired-level    steps/paga#actual
        medium  bad-ending                    steps/se-va#feels
        medium  emotion-drop                  steps/espera#feels
    """,
    "support-desk": """
        high    moment-without-owner          steps/waits#owner
        high    silence                       steps/waits
        high    moment-below-desired-level    steps/waits#actual
        medium  moment-below-desired-level    steps/follows#actual
        medium  moment-below-desired-level    steps/sees-closed#actual
        medium  need-unmet                    phases/wait#met
        medium  single-point-of-failure       systems/chat
        medium  no-offline-way                blueprint
        low     always-done-so                cards/make-issue#reviewed
    """,
}

#: By example: checks that must stay silent, everywhere (*) or at an address.
NEVER = {
    "shoeshine": """
        fail-without-recovery         *
        promise-times-cannot-keep     *
        agreement-looser-than-promise *
        tolerance-broken              *
        one-person-behind-moments     *
    """,
    "hotel": """
        front-stage-not-drawn         *
        contact-without-doer          *
        promise-times-cannot-keep     *
        moment-with-nothing-behind    steps/eats
        silence                       *
    """,
    "it-incident": """
        fail-without-recovery         *
        contact-without-doer          *
        loop-without-exit             *
        owner-perceived-differently   *
    """,
    "groceries-by-app": """
        promise-times-cannot-keep     *
        fail-without-recovery         *
        loop-without-exit             *
    """,
    "library-card": """
        measured-without-source       *
        promise-times-cannot-keep     *
        always-done-so                cards/check-double
    """,
    "outpatient-clinic": """
        branch-without-condition      *
        branch-share-missing          *
        promise-times-cannot-keep     *
        missing-translation           *
    """,
    "flight": """
        missing-translation           *
        silence                       *
    """,
    "passport": """
        pain-nobody-takes-up          *
        promise-times-cannot-keep     *
        missing-translation           *
    """,
    "unemployment-benefit": """
        loop-without-exit             *
        wait-without-wait-point       cards/beantwoordt
        branch-share-missing          *
        promise-times-cannot-keep     *
        supplier-without-agreement    actors/werkgever
        missing-translation           *
    """,
    "consumer-loan": """
        wait-point-without-time       *
        loop-without-exit             *
        promise-times-cannot-keep     *
        silence                       *
    """,
    "fibre-installation": """
        promise-times-cannot-keep     *
        phase-without-contact         phases/build
        forced-channel-switch         *
    """,
    "restaurant": """
        fail-without-recovery         *
        missing-translation           *
        channel-gap                   *
    """,
    "support-desk": """
        loop-without-exit             *
        missing-translation           *
        phase-without-contact         phases/wait
    """,
}


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def shown(source: Path | footlights.Document, profile: str) -> list[CheckFinding]:
    return [each.finding for each in footlights.findings(source, settings=Settings(profile), today=TODAY).shown]


def told(found: list[CheckFinding]) -> list[str]:
    return [f"{each.severity} {each.slug} {each.address}" for each in found]


@pytest.fixture(scope="module")
def strict() -> dict[str, list[CheckFinding]]:
    return {name: shown(EXAMPLES / f"{name}.blueprint.yaml", "strict") for name in EXPECTED}


def test_every_example_has_its_table() -> None:
    names = {path.name.partition(".")[0] for path in EXAMPLES.glob("*.blueprint.yaml")}
    assert names == set(EXPECTED) == set(NEVER)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_an_expert_names_is_found(name: str, strict: dict[str, list[CheckFinding]]) -> None:
    found = told(strict[name])
    assert [" ".join(row) for row in rows(EXPECTED[name]) if " ".join(row) not in found] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_else_stops_a_meeting(name: str, strict: dict[str, list[CheckFinding]]) -> None:
    heavy = sorted(each for each in told(strict[name]) if each.startswith(("high", "error")))
    assert heavy == sorted(" ".join(row) for row in rows(EXPECTED[name]) if row[0] == "high")


@pytest.mark.parametrize("name", NEVER)
def test_what_is_in_order_is_not_found(name: str, strict: dict[str, list[CheckFinding]]) -> None:
    for slug, address in rows(NEVER[name]):
        there = [str(each.address) for each in strict[name] if each.slug == slug]
        assert not [each for each in there if address in ("*", each.partition("#")[0])], slug


def test_the_lists_name_checks_that_exist() -> None:
    known = {check.slug for check in footlights.checks.catalogue()}
    named = {row[1] for table in EXPECTED.values() for row in rows(table)} | {row[0] for table in NEVER.values() for row in rows(table)}
    assert named <= known, sorted(named - known)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_rich_example_is_no_endless_list_and_says_nothing_twice(name: str, strict: dict[str, list[CheckFinding]]) -> None:
    assert len(strict[name]) <= 40
    for language in ("en", "nl", "es"):
        sentences = [each.text(language) for each in strict[name]]
        assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("name", EXPECTED)
def test_calm_asks_what_is_high_and_five_at_most(name: str) -> None:
    calm = told(shown(EXAMPLES / f"{name}.blueprint.yaml", "calm"))
    heavy = [" ".join(row) for row in rows(EXPECTED[name]) if row[0] == "high"]
    assert set(heavy) <= set(calm)
    assert len(calm) <= max(CALM, len(heavy))


@pytest.mark.parametrize(
    "text",
    [
        "footlights: 1\n",
        "footlights: 1\ntitle: A call\n",
        "footlights: 1\ntitle: A call\nphases: [{title: Report, steps: [Calls, Waits, Is helped]}]\n",
    ],
    ids=["empty", "title", "three steps"],
)
def test_a_first_draft_is_left_alone(text: str) -> None:
    for profile in ("calm", "strict"):
        assert told(shown(footlights.loads(text), profile)) == []


#: What calm asks of who starts from a template, whichever the language: one silence, and who it belongs to.
FROM_TEMPLATE = {
    "blank": set(),
    "journey": {"moment-without-owner"},
    "blueprint": {"silence", "blueprint-without-owner"},
}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name.removesuffix(".blueprint.yaml"))
def test_a_template_starts_calmly(path: Path) -> None:
    asked = {each.slug for each in shown(path, "calm")}
    assert asked == FROM_TEMPLATE[path.name.partition(".")[0]]
    assert len(shown(path, "calm")) <= CALM
