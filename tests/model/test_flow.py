"""The ways on that people drew, and those the form implies."""

from footlights.model import Blueprint, Card, Collection, Link, Phase, Step, arranged, flows


def blueprint(cards: tuple[Card, ...] = (), links: tuple[Link, ...] = (), steps: tuple[str, ...] = ("a", "b", "c")) -> Blueprint:
    return arranged(
        Blueprint(
            phases=Collection([Phase("p")]),
            steps=Collection(Step(id, "p") for id in steps),
            cards=Collection(cards),
            links=Collection(links),
        )
    )


def ways(made: Blueprint) -> set[tuple[str, str, str]]:
    return {(flow.source, flow.target, flow.kind) for flow in flows(made)}


def test_steps_follow_each_other() -> None:
    assert ways(blueprint()) == {("a", "b", "next"), ("b", "c", "next")}


def test_a_drawn_way_to_another_step_takes_the_place_of_the_implied_one() -> None:
    assert ways(blueprint(links=(Link("l", "a", "c"),))) == {("a", "c", "trigger"), ("b", "c", "next")}


def test_a_loop_back_does_not() -> None:
    assert ("b", "c", "next") in ways(blueprint(links=(Link("l", "b", "a"),)))
    assert ("c", "a", "loop") in ways(blueprint(links=(Link("l", "c", "a", "loop"),)))
    assert ("a", "b", "next") in ways(blueprint(links=(Link("l", "a", "a", "loop"),)))


def test_the_chain_from_customer_to_support_is_implied() -> None:
    cards = (Card("f", "a", "frontstage"), Card("k", "a", "backstage"), Card("s", "a", "support"))
    assert {("a", "f", "chain"), ("f", "k", "chain"), ("k", "s", "chain")} <= ways(blueprint(cards))


def test_the_chain_passes_an_empty_row() -> None:
    assert ("a", "s", "chain") in ways(blueprint((Card("s", "a", "support"),)))


def test_evidence_and_notes_are_not_in_the_chain() -> None:
    assert ways(blueprint((Card("e", "a", "evidence"), Card("n", "a", "note")))) == {("a", "b", "next"), ("b", "c", "next")}


def test_a_card_that_a_link_leads_to_needs_no_chain() -> None:
    cards = (Card("f", "a", "frontstage"), Card("k", "a", "backstage"), Card("k2", "a", "backstage"))
    found = ways(blueprint(cards, (Link("l", "k", "k2"),)))
    assert ("f", "k2", "chain") not in found
    assert {("f", "k", "chain"), ("k", "k2", "trigger")} <= found


def test_a_support_card_that_leads_up_in_its_own_step_hangs_on_nothing() -> None:
    cards = (Card("f", "a", "frontstage"), Card("s", "a", "support"))
    found = ways(blueprint(cards, (Link("l", "s", "f"),)))
    assert ("f", "s", "chain") not in found


def test_front_stage_is_direct_contact_whatever_feeds_it() -> None:
    cards = (Card("cook", "a", "backstage"), Card("serve", "b", "frontstage"))
    assert {("b", "serve", "chain"), ("cook", "serve", "trigger")} <= ways(blueprint(cards, (Link("l", "cook", "serve"),)))


def test_front_stage_cards_that_follow_each_other_and_those_joined_to_a_step_are_not_chained_again() -> None:
    cards = (Card("f", "a", "frontstage"), Card("g", "a", "frontstage"), Card("h", "b", "frontstage"))
    found = ways(blueprint(cards, (Link("l", "f", "g"), Link("m", "h", "b"))))
    assert ("a", "g", "chain") not in found
    assert ("b", "h", "chain") not in found
    assert ("a", "f", "chain") in found
