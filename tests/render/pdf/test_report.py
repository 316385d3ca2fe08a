"""A report: every page that was promised, every finding, action and source in it, and nothing that people wrote is markup."""

from datetime import date
from functools import cache

import pytest

from footlights import api
from footlights.layout import lay_out
from footlights.model import (
    Action,
    Actor,
    Blueprint,
    Card,
    Collection,
    Finding,
    FootlightsError,
    Phase,
    Source,
    Step,
    arranged,
)  # fmt: skip
from footlights.render import render
from footlights.words import word
from tests.render.pdf.reading import EXAMPLES, example, kinds, pages, reader, sizes, tags, text

HOSTILE = '#read("/etc/passwd") $x$ *bold* `raw` <label> @ref // no \\ [box] =cmd()'


@cache
def benefit() -> bytes:
    return example("unemployment-benefit", "nl").to("pdf", page="report")


def flat(said: str) -> str:
    """Text without spaces and hyphens, as lines break where they like."""
    return "".join(char for char in said if not char.isspace() and char not in "-\u00ad\u2010")


def told(data: bytes, first: int = 0) -> str:
    return flat(text(data, first))


def outline(data: bytes) -> list[str]:
    def walk(entries: object) -> list[str]:
        found: list[str] = []
        for entry in entries:  # type: ignore[attr-defined]
            found += walk(entry) if isinstance(entry, list) else [str(entry["/Title"])]
        return found

    return walk(reader(data).outline)


def test_its_chapters_are_cover_overview_phases_findings_plan_sources_and_words() -> None:
    picture = example("unemployment-benefit", "nl")
    assert picture.subject is not None
    blueprint = picture.subject.blueprint
    phases = [f"{number}. {blueprint.say(phase.title, 'nl')}" for number, phase in enumerate(blueprint.phases.values(), 1)]
    chapters = [entry for entry in outline(benefit()) if entry in {"Overzicht", *phases, "Bevindingen", "Bronnen"} | {
        word("print.plan", "nl"), word("print.words", "nl")}]  # fmt: skip
    assert chapters == ["Overzicht", *phases, "Bevindingen", word("print.plan", "nl"), "Bronnen", word("print.words", "nl")]
    assert outline(benefit())[0] == picture.drawing.title


def test_a_phase_has_a_page_with_its_own_steps_only() -> None:
    picture = example("unemployment-benefit", "nl")
    assert picture.subject is not None
    blueprint = picture.subject.blueprint
    first = flat(pages(benefit())[2])
    own, other = (next(step for step in blueprint.steps.values() if step.phase == id) for id in list(blueprint.phases)[:2])
    assert flat(blueprint.say(own.does, "nl"))[:12] in first
    assert flat(blueprint.say(other.does, "nl"))[:12] not in first


def test_every_finding_action_and_source_is_in_it() -> None:
    picture = example("unemployment-benefit", "nl")
    assert picture.subject is not None
    blueprint, said = picture.subject.blueprint, told(benefit())
    for finding in picture.subject.findings():
        assert flat(finding.text("nl")) in said
        assert flat(finding.hint("nl")) in said
    for written in blueprint.findings.values():
        assert flat(blueprint.say(written.title, "nl")) in said
    for action in blueprint.actions.values():
        assert flat(blueprint.say(action.title, "nl")) in said
        assert action.due is None or flat(action.due.isoformat()) in said
    for source in blueprint.sources.values():
        assert flat(blueprint.say(source.title, "nl")) in said


def test_every_page_tells_where_it_comes_from_and_its_number() -> None:
    start = flat(example("unemployment-benefit", "nl").drawing.provenance)[:30]
    for number, page in enumerate(pages(benefit()), 1):
        assert start in flat(page)
        assert f"{number}/{len(pages(benefit()))}" in flat(page)


def test_its_sheets_are_a4_and_a3_where_a_picture_needs_it() -> None:
    assert sizes(benefit())[0] == (297, 210)
    assert {tuple(sorted(size)) for size in sizes(benefit())} <= {(210, 297), (297, 420)}
    large = example("shoeshine").to("pdf", page="report-a3")
    assert {tuple(sorted(size)) for size in sizes(large)} == {(297, 420)}


def test_its_headings_leave_no_level_out_and_its_tables_have_heads() -> None:
    level = 0
    for kind in kinds(benefit()):
        if kind in ("/H1", "/H2", "/H3", "/H4"):
            assert int(kind[2]) <= level + 1
            level = int(kind[2])
    heads = [node for node in tags(benefit()) if node["/S"] == "/TH"]
    assert heads
    assert all("/Scope" in str(node) for node in heads)
    assert all(node.get("/Alt") for node in tags(benefit()) if node["/S"] == "/Figure")


def test_the_cover_tells_what_it_is_of() -> None:
    cover = pages(benefit())[0]
    blueprint = example("unemployment-benefit", "nl").subject.blueprint  # type: ignore[union-attr]
    assert blueprint.reviewed is not None
    for said in (blueprint.say(blueprint.title, "nl"), blueprint.reviewed.isoformat(), "English", "Nederlands", "Inhoud"):
        assert said in cover


def hostile() -> Blueprint:
    return arranged(Blueprint(
        title=HOSTILE, service=HOSTILE, scenario=HOSTILE, owner="a", actors=Collection([Actor("a", HOSTILE)]),
        phases=Collection([Phase("p", title=HOSTILE, need=HOSTILE)]), steps=Collection([Step("s", "p", does=HOSTILE)]),
        cards=Collection([Card("c", "s", "backstage", does=HOSTILE, source=("o",))]), sources=Collection([Source("o", HOSTILE, url=HOSTILE)]),
        findings=Collection([Finding("f", ("cards/c",), HOSTILE, "high", HOSTILE)]),
        actions=Collection([Action("d", HOSTILE, ("f",), "a", date(2027, 1, 2), ticket=HOSTILE)]),
    ))  # fmt: skip


def test_what_people_wrote_is_never_markup() -> None:
    data = api.draw(hostile()).to("pdf", page="report")
    last = told(data, 3)
    assert last.count(flat(HOSTILE)) >= 8
    assert told(data).count(flat('#read("/etc/passwd")')) >= 12


def test_an_empty_blueprint_has_a_report_that_says_so() -> None:
    data = api.draw(Blueprint(title="Nothing yet")).to("pdf", page="report")
    for said in ("print.no-plan", "print.no-sources"):
        assert flat(word(said, "en")) in told(data)


def test_a_long_phase_goes_over_several_pages_that_hold_all_its_steps() -> None:
    steps = [Step(f"s{number}", "p", does=f"Step{number}x goes on") for number in range(26)]
    cards = [Card(f"c{number}", f"s{number}", "backstage", does=f"Card{number}x") for number in range(26)]
    long = arranged(
        Blueprint(title="Long", phases=Collection([Phase("p", title="Only")]), steps=Collection(steps), cards=Collection(cards))
    )
    data = api.draw(long).to("pdf", page="report")
    parts = [page for page in pages(data) if page.startswith("1. Only ")]
    assert len(parts) > 1
    for number, part in enumerate(parts, 1):
        assert f"{number} of {len(parts)}" in part
    for number in range(26):
        assert any(f"Card{number}x" in part for part in parts)
    assert outline(data).count("1. Only") == 1


def test_a_text_longer_than_a_page_is_not_cut_off() -> None:
    long = " ".join(f"word{number}" for number in range(1200))
    blueprint = Blueprint(title="Long", findings=Collection([Finding("f", (), long, "low")]))
    said = told(api.draw(blueprint).to("pdf", page="report"))
    assert "word0word1" in said
    assert "word1198word1199" in said


def test_without_the_blueprint_there_is_no_report() -> None:
    with pytest.raises(FootlightsError, match="needs the blueprint"):
        render(lay_out(Blueprint(title="x")), "pdf", page="report")


def test_an_organisations_logo_is_on_the_cover_and_on_one_tile() -> None:
    from io import BytesIO

    from PIL import Image

    from footlights.drawing import THEMES
    from footlights.drawing.themes import Logo

    file = BytesIO()
    Image.new("RGB", (120, 40), "#205090").save(file, "PNG")
    theme = THEMES["light"]._replace(name="ours", logo=Logo(file.getvalue(), 120, 40))
    picture = api.draw(api.load(EXAMPLES / "shoeshine.blueprint.yaml"), theme=theme)
    assert next(len(page.images) for page in reader(picture.to("pdf", page="report")).pages) == 1
    assert sum(len(page.images) for page in reader(picture.to("pdf", page="a4-tiles")).pages) == 1
    assert sum(len(page.images) for page in reader(picture.to("pdf", page="a4")).pages) == 1
