"""The rows and lines follow from the roles."""

from footlights.model import Lane, lines_between, rows_of


def ids(*lanes: Lane, used: tuple[str, ...] = (), customer: bool = True) -> list[str]:
    return [lane.id for lane in rows_of(lanes, used, customer=customer)]


def kinds(*roles: str) -> list[tuple[str, int]]:
    return [(line.kind, line.below) for line in lines_between([Lane(role, role) for role in roles])]


def test_rows_stand_from_the_audience_to_the_core() -> None:
    assert ids(used=("support", "evidence", "backstage", "frontstage")) == ["evidence", "customer", "frontstage", "backstage", "support"]


def test_several_lanes_may_share_a_role_and_the_roles_own_row_comes_first() -> None:
    web, desk = Lane("web", "frontstage"), Lane("desk", "frontstage")
    assert ids(web, desk, used=("frontstage",)) == ["customer", "frontstage", "web", "desk"]
    assert ids(web, desk) == ["customer", "web", "desk"]


def test_the_three_lines_of_a_full_blueprint() -> None:
    found = kinds("evidence", "customer", "emotion", "frontstage", "backstage", "support", "time")
    assert found == [("interaction", 2), ("visibility", 3), ("internal-interaction", 4)]


def test_a_journey_map_has_no_lines() -> None:
    assert kinds("evidence", "customer", "emotion") == []


def test_without_front_stage_interaction_and_visibility_fall_together() -> None:
    assert kinds("customer", "backstage") == [("interaction", 0), ("visibility", 0)]


def test_the_optional_lines_follow_from_the_zones_of_support() -> None:
    rows = rows_of([Lane("plan", "support", zone="management"), Lane("stock", "support", zone="independent")], ("support",), customer=True)
    assert [row.id for row in rows] == ["customer", "support", "stock", "plan"]
    assert [(line.kind, line.below) for line in lines_between(rows)][-2:] == [("order-penetration", 1), ("implementation", 2)]


def test_rows_in_an_order_of_their_own_have_a_line_wherever_one_side_meets_the_other() -> None:
    assert kinds("backstage", "customer", "emotion", "frontstage", "support") == [
        ("interaction", 0), ("interaction", 2), ("visibility", 0), ("visibility", 3), ("internal-interaction", 3),
    ]  # fmt: skip
    assert kinds("support", "metric", "frontstage", "emotion", "customer") == [
        ("interaction", 2), ("visibility", 1), ("internal-interaction", 1),
    ]  # fmt: skip
