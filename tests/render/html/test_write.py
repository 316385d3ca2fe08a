"""The page: by itself, escaped, with a policy that lets only its own style and script run, and a table that says it all."""

import re
from base64 import b64encode
from hashlib import sha256

from footlights.layout import lay_out
from footlights.model import Actor, Blueprint, Card, Collection, Phase, Step, arranged
from footlights.render import render
from tests.layout.generated import generated

HOSTILE = "</style></script><script>alert(1)</script><img src=x onerror=alert(2)>"


def page(blueprint: Blueprint, **wishes: str) -> str:
    return render(lay_out(blueprint), "html", **wishes).data.decode("utf-8")  # type: ignore[arg-type]


def test_the_title_begins_with_the_blueprints_own() -> None:
    assert "<title>My service" in page(Blueprint(title="My service"))


def test_nothing_is_asked_of_anybody_else() -> None:
    text = page(generated(3))
    assert re.findall(r"(?:src|href)=\"(?!#|data:)([^\"]+)", text) == []
    assert re.findall(r"https?:", text.replace("http://www.w3.org/2000/svg", "")) == []
    assert re.findall(r"@import|url\((?!data:|#)", text) == []


def test_the_policy_names_exactly_the_style_and_the_script() -> None:
    text = page(generated(3))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    for tag in ("style", "script"):
        bodies = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(bodies) == 1
        assert f"'sha256-{b64encode(sha256(bodies[0].encode()).digest()).decode()}'" in policy[1]
    assert "unsafe" not in policy[1]
    assert not re.findall(r"\s(?:style|on\w+)=\"", text)


def test_hostile_texts_stay_texts() -> None:
    steps = Collection([Step("s", "p", does=HOSTILE)])
    blueprint = Blueprint(title=HOSTILE, language="en", phases=Collection([Phase("p", title=HOSTILE)]), steps=steps,
                          cards=Collection([Card("c", "s", "backstage", does=HOSTILE)]))  # fmt: skip
    text = page(arranged(blueprint))
    assert "<script>alert" not in text
    assert "<img" not in text
    assert text.count("<script>") == text.count("</script>") == 1


def test_the_table_says_what_the_picture_says() -> None:
    blueprint = generated(5)
    text = page(blueprint)
    table = text[text.index("<table>") : text.index("</table>")]
    assert table.count('<th scope="row" ') == len(blueprint.steps)
    assert table.count('scope="rowgroup"') >= 1


def test_a_theme_that_was_asked_for_is_the_first_one() -> None:
    assert "prefers-color-scheme:dark" in page(generated(3))
    assert "prefers-color-scheme:dark" not in page(generated(3), theme="light")


def test_the_names_of_levels_stay_in_sight_with_the_lanes() -> None:
    made = generated(4)
    text = page(made)
    names = [group for group in lay_out(made).groups if group.kind == "levels"]
    left = text[text.index('<div id="left">') :]
    assert names
    assert 'class="levels"' in left


def test_a_text_in_arabic_turns_nothing_beside_it_round() -> None:
    steps = Collection([Step("s", "p", title="خطوة", does="يصل."), Step("t", "p", does="Arrives")])
    cards = Collection([Card("c", "s", "frontstage", does="يجيب"), Card("d", "s", "frontstage", does="Answers")])
    actors = Collection([Actor("noor", name="فريق نور")])
    text = page(Blueprint(title="حجز", owner="noor", actors=actors, phases=Collection([Phase("p", title="قبل")]), steps=steps, cards=cards))
    for part in ('<th scope="row" dir="auto">', '<td dir="auto">يصل.</td>', '<span dir="auto">قبل</span>', '<li dir="auto">يجيب</li>'):
        assert part in text
    assert "<caption><bdi>حجز</bdi> · " in text
    provenance = text[text.index('<p class="provenance">') :]
    assert "فريق نور</bdi>  ·  <bdi>" in provenance
    assert "<bdi>" in provenance.partition("فريق")[0]
