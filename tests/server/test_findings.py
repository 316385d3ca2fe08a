"""Findings, checks and plans over HTTP: the same as the program finds, cheap to ask again, and safe from hostile documents."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from pycrdt import Map, Text

from footlights import api
from footlights.checks import Settings, catalogue
from footlights.live import Shared, Who, new_key
from footlights.server import Limits

from .conftest import BLUEPRINT, Inviting

BARE = BLUEPRINT.replace("      by: shiner\n", "")
PLANNED = (
    BLUEPRINT
    + """\
findings:
- {id: slow, title: It takes long, severity: high}
actions:
- {id: hire, title: "=HYPERLINK(1)", owner: shiner, due: 2020-01-31, closes: [slow], status: doing}
- {id: think, title: Think again}
"""
)


@pytest.mark.parametrize("profile", ["calm", "strict"])
async def test_the_same_as_the_program_finds(profile: str, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"example": "it-incident"})).json()["id"]
        said = await client.get(f"/api/documents/{id}/findings?profile={profile}&language=nl")
        assert said.status_code == 200
        text = (await client.get(f"/api/documents/{id}/file")).text
        expected = api.findings(api.loads(text), settings=Settings(profile))
        told = said.json()
        assert [(each["fingerprint"], each["message"]) for each in told["shown"]] == [
            (each.finding.fingerprint, each.finding.text("nl")) for each in expected.shown
        ]
        assert told["kept_back"] == len([each for each in expected.kept_back if each.stands and each.status != "accepted"])
        assert told["seq"] == (await client.get(f"/api/documents/{id}")).json()["seq"]


async def test_what_is_known_is_not_worked_out_again(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BARE})).json()["id"]
        first = await client.get(f"/api/documents/{id}/findings")
        assert [each["slug"] for each in first.json()["shown"]][:1] == ["contact-without-doer"]
        assert first.json()["etag"] == first.headers["ETag"]
        again = await client.get(f"/api/documents/{id}/findings", headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        for other in ("?profile=strict", "?language=es"):
            said = await client.get(f"/api/documents/{id}/findings{other}", headers={"If-None-Match": first.headers["ETag"]})
            assert said.status_code == 200
        etag = (await client.get(f"/api/documents/{id}")).headers["ETag"]
        await client.put(f"/api/documents/{id}", content=BLUEPRINT, headers={"If-Match": etag, "Content-Type": "text/yaml"})
        changed = await client.get(f"/api/documents/{id}/findings", headers={"If-None-Match": first.headers["ETag"]})
        assert changed.status_code == 200
        assert "contact-without-doer" not in [each["slug"] for each in changed.json()["shown"]]


async def test_whoever_may_look_may_ask(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BARE})).json()["id"]
        paths = (f"/api/documents/{id}/findings", "/api/checks", f"/api/documents/{id}/plan.csv")
        async with server.client(server.view_token) as looking, server.client(None) as stranger:
            assert [(await looking.get(path)).status_code for path in paths] == [200, 200, 200]
            assert [(await stranger.get(path)).status_code for path in paths] == [401, 401, 401]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("documents/nobody/findings", 404), ("documents/{id}/findings?profile=loud", 422), ("documents/{id}/findings?language=../x", 422),
        ("documents/{id}/findings?language=xx", 200), ("documents/{id}/plan.exe", 404), ("documents/{id}/plan.md?for=jira", 404),
        ("documents/{id}/plan.csv?for=trello", 422), ("documents/nobody/plan.csv", 404), ("checks?language=xx", 200),
    ],
)  # fmt: skip
async def test_wishes_that_can_not_be_granted(asked: str, status: int, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BARE})).json()["id"]
        assert (await client.get(f"/api/{asked.format(id=id)}")).status_code == status


async def test_a_document_that_takes_too_long_is_given_up_and_the_next_goes_well(inside: Inviting) -> None:
    steps = "\n".join(f"  - {{id: s{n}, does: Step {n}, frontstage: [{{id: c{n}, does: Card}}]}}" for n in range(7000))
    async with inside(limits=Limits(workers=1, export_s=0.2)) as server, server.client() as client:
        big = (
            await client.post("/api/documents", json={"text": f"footlights: 1\ntitle: x\nphases:\n- title: p\n  steps:\n{steps}\n"})
        ).json()["id"]
        said = await client.get(f"/api/documents/{big}/findings?profile=strict")
        assert (said.status_code, said.json()["code"]) == (504, "took-too-long")
        assert "checks" in said.json()["detail"]
    async with inside(limits=Limits(workers=1)) as server, server.client() as client:
        said = await client.get(f"/api/documents/{big}/findings?profile=strict")
        assert said.status_code == 200
        assert len(said.content) < 2_000_000
        small = (await client.post("/api/documents", json={"text": BARE})).json()["id"]
        assert (await client.get(f"/api/documents/{small}/findings")).status_code == 200


async def test_hostile_texts_stay_texts(inside: Inviting) -> None:
    nasty = "<script>alert(1)</script>{0.__class__}{}%s\\u2028"
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BARE.replace("Brushes the shoes", f"'{nasty}'")})).json()["id"]
        said = await client.get(f"/api/documents/{id}/findings?profile=strict")
        assert said.headers["Content-Type"] == "application/json"
        assert any("<script>alert(1)</script>{0.__class__}" in each["message"] for each in said.json()["shown"])


async def test_a_check_that_breaks_is_told_and_stops_nothing(inside: Inviting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugged = tmp_path / "plugged"
    (plugged / "strange-1.0.dist-info").mkdir(parents=True)
    (plugged / "strange-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: strange\nVersion: 1.0\n")
    (plugged / "strange-1.0.dist-info" / "entry_points.txt").write_text("[footlights.checks]\nstrange = strange:CHECK\n")
    (plugged / "strange.py").write_text(
        "import os\nfrom footlights.checks import Check, Found\nfrom footlights.facts import Words\n"
        "def find(case, options):\n    os.write(1, b'noise')\n    print('noise')\n    raise ValueError('a secret of ours')\n"
        "words = Words('Strange', 'Strange.', 'Because.', 'Do.')\n"
        "CHECK = Check('XYZ001', 'strange-thing', 'low', find, 'house', words, words, words, '', (), '')\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(plugged), prepend=":")
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BARE})).json()["id"]
        told = (await client.get(f"/api/documents/{id}/findings")).json()
        assert [each["slug"] for each in told["shown"]][:2] == ["broken-check", "contact-without-doer"]
        assert "strange-thing" in told["shown"][0]["message"]


async def test_elements_that_were_made_on_a_board_are_found_there(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        key = new_key()

        def drawn(there: Shared) -> None:
            cards = there.map("cards")
            assert cards is not None
            cards[key] = Map({"pos": ["sits-down", "frontstage", "zz"], "does": Text("Talks")})

        async with server.house.entered(id) as room:
            await room.change(lambda shared: shared.change(drawn), Who("x", "X"))
        told = (await client.get(f"/api/documents/{id}/findings?profile=strict")).json()["shown"]
        bare = next(each for each in told if each["slug"] == "contact-without-doer")
        assert bare["at"] == f"cards/{key}"
        assert "~" not in bare["address"]


async def test_the_checks_that_there_are(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        dutch = (await client.get("/api/checks?language=nl-BE")).json()
        assert [each["slug"] for each in dutch] == [each.slug for each in catalogue()]
        assert dutch[0]["title"] == catalogue()[0].nl.title


async def test_the_plan_in_every_form(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": PLANNED})).json()["id"]
        table = await client.get(f"/api/documents/{id}/plan.csv?language=nl")
        assert table.headers["Content-Disposition"].startswith('attachment; filename="a-shine-plan.csv"')
        rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
        assert rows[1][1] == "'=HYPERLINK(1)"
        jira = list(csv.DictReader(io.StringIO((await client.get(f"/api/documents/{id}/plan.csv?for=jira")).text)))
        assert [(row["Priority"], row["Due Date"]) for row in jira] == [("High", "2020-01-31"), ("Medium", "")]
        github = list(csv.DictReader(io.StringIO((await client.get(f"/api/documents/{id}/plan.csv?for=github")).text)))
        assert github[0]["milestone"] == "2020-01"
        calendar = await client.get(f"/api/documents/{id}/plan.ics")
        assert calendar.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert "DTSTART;VALUE=DATE:20200131" in calendar.text
        assert "**2020-01-31**" in (await client.get(f"/api/documents/{id}/plan.md")).text
