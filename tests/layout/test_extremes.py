"""Pictures at the edges of what people draw: very few and very many steps and lanes, texts of any length and script, arrows everywhere."""

from itertools import pairwise

import pytest

from footlights.drawing import Drawing
from footlights.layout import lay_out
from footlights.model import Blueprint, Card, Collection, Feeling, Lane, Link, Phase, Step, arranged
from tests.bench.quality.geometry import traced
from tests.bench.quality.metrics import measured
from tests.layout.faults import arrow_points, faults_of, groups_of

_ROLES = ("evidence", "frontstage", "backstage", "support")
Some = list[tuple[str, str, dict[str, object]]]


def blueprint(steps: int, lanes: int, links: Some | None = None, text: str = "does") -> Blueprint:
    """Steps s0 …, lanes l0 …, and a card c<lane>-<step> in each third cell; the links as (source, target, more)."""
    return arranged(
        Blueprint(
            title=text,
            phases=Collection(Phase(f"p{number}", title=text) for number in range((steps + 4) // 5)),
            lanes=Collection(Lane(f"l{number}", _ROLES[number * 4 // lanes], name=text) for number in range(lanes)),
            steps=Collection(Step(f"s{n}", f"p{n // 5}", title=text, does=text, feels=(Feeling(None, n % 5 - 2),)) for n in range(steps)),
            cards=Collection(
                Card(f"c{lane}-{step}", f"s{step}", f"l{lane}", does=f"{text} {lane}")
                for lane in range(lanes)
                for step in range(steps)
                if (lane + step) % 3 == 0
            ),
            links=Collection(Link(f"k{n}", one, two, **more) for n, (one, two, more) in enumerate(links or [])),  # type: ignore[arg-type]
        )
    )


def right(drawing: Drawing) -> bool:
    found = measured(traced(drawing), (), ())
    return (faults_of(drawing), found.struck, found.heads) == ([], 0, 0)


@pytest.mark.parametrize(("steps", "lanes"), [(1, 1), (1, 12), (2, 40), (60, 1), (200, 1), (12, 8)])
def test_from_one_step_to_two_hundred_and_from_one_lane_to_forty(steps: int, lanes: int) -> None:
    far: Some = [
        (f"c0-{step}", f"c{lanes - 1}-{other}", {}) for step in range(0, steps, 9) for other in range(steps) if (lanes - 1 + other) % 3 == 0
    ]
    drawing = lay_out(
        blueprint(steps, lanes, [link for number, link in enumerate(far) if number % max(1, len(far) // 20) == 0 and steps > 1])
    )
    assert right(drawing)
    assert len(groups_of(drawing, "step")) == steps
    assert len(groups_of(drawing, "lane")) >= lanes


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "",
        "x" * 300,
        "a very long text that goes on and on " * 12,
        "خدمة العملاء تتصل بالعميل وتؤكد الموعد",
        "שירות לקוחות מאשר את המועד",
        "お客様サービスが予約を確認し、詳細をメールで送信します",
        "客户服务确认预约" * 6,
        "고객 서비스가 예약을 확인합니다",
        "👩‍🔧 ¡repara! ✓ Åse İstanbul ñandú ẞ",
    ],
    ids=["one letter", "none", "no space", "long", "arabic", "hebrew", "japanese", "chinese", "korean", "signs"],
)
def test_texts_of_any_length_and_script_stay_within_their_cards(text: str) -> None:
    links: Some = [("s0", "c0-3", {"when": text or None}), ("c1-2", "c3-0", {"when": text or None, "share": 0.4})]
    assert right(lay_out(blueprint(6, 4, links, text)))


def test_two_way_arrows_loops_and_arrows_to_oneself_keep_apart() -> None:
    links: Some = [
        ("c0-0", "c1-2", {}), ("c1-2", "c0-0", {}), ("c0-3", "c2-1", {"kind": "agreement"}), ("s1", "s0", {"kind": "loop", "share": 0.25}),
        ("c1-2", "c1-2", {"kind": "loop", "when": "again"}), ("c0-0", "c0-3", {}), ("c0-3", "c0-0", {"when": "back", "share": 0.1}),
    ]  # fmt: skip
    drawing = lay_out(blueprint(6, 4, links))
    assert right(drawing)
    assert lying_on_each_other(drawing) == []


def test_thirty_arrows_into_one_card_run_together_and_out_of_one_apart() -> None:
    cards = [f"c{lane}-{step}" for lane in range(8) for step in range(12) if (lane + step) % 3 == 0]
    into: Some = [(card, "c4-5", {}) for card in cards if card != "c4-5"]
    assert right(lay_out(blueprint(12, 8, into)))
    out: Some = [("c4-5", card, {}) for card in cards if card != "c4-5"]
    drawing = lay_out(blueprint(12, 8, out))
    assert right(drawing)
    assert len([arrow for arrow in groups_of(drawing, "arrow") if dict(arrow.facts)["from"] == "c4-5"]) == len(out)


def test_cards_that_span_everything_are_gone_round() -> None:
    base = blueprint(8, 6)
    wide = [Card(f"w{lane}", "s0", f"l{lane}", does="all the way", until="s7") for lane in range(1, 6)]
    links = [Link(f"k{n}", f"w{n + 1}", f"w{5 - n}") for n in range(5) if n + 1 != 5 - n]
    cards = Collection([Card("a", "s3", "l0", does="a"), *wide])
    whole = arranged(Blueprint(title="", phases=base.phases, lanes=base.lanes, steps=base.steps, cards=cards, links=Collection(links)))
    assert right(lay_out(whole))


def lying_on_each_other(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of arrows that lie on each other for more than a stub's length, bundles aside."""
    pieces = []
    for arrow in groups_of(drawing, "arrow"):
        points = arrow_points(arrow)
        pieces += [(dict(arrow.facts), one, two) for one, two in pairwise(points)]
    found = []
    for number, (facts, (x1, y1), (x2, y2)) in enumerate(pieces):
        for other, (x3, y3), (x4, y4) in pieces[number + 1 :]:
            if facts["to"] == other["to"] or facts == other:
                continue
            level = y1 == y2 == y3 == y4 and min(max(x1, x2), max(x3, x4)) - max(min(x1, x2), min(x3, x4)) > 1
            upright = x1 == x2 == x3 == x4 and min(max(y1, y2), max(y3, y4)) - max(min(y1, y2), min(y3, y4)) > 1
            if level or upright:
                found.append((f"{facts['from']} to {facts['to']}", f"{other['from']} to {other['to']}"))
    return found


def test_the_one_checks_can_fail() -> None:
    drawing = lay_out(blueprint(6, 4, [("c0-0", "c1-2", {})]))
    arrow = next(group for group in drawing.groups if group.kind == "arrow" and dict(group.facts)["to"] == "c1-2")
    twin = arrow._replace(facts=(("from", "c0-0"), ("to", "c0-3"), ("kind", "trigger")))
    assert lying_on_each_other(drawing._replace(groups=(*drawing.groups, twin)))
