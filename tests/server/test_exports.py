"""Exports: every format, the file name, what people may have written into them, and the limits of the workshop."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from footlights.render import FORMATS
from footlights.server import Limits
from footlights.server.drawing import Job, Workshop
from footlights.server.exports import spoken
from footlights.server.problems import ProblemError

from .conftest import BLUEPRINT, Inviting

#: What an attacker writes into a card, in the hope that somebody's browser reads it as more than a text.
PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "javascript:alert(1)", "</text><script>alert(1)</script>",
    "]]><script>alert(1)</script>", "<!--<script>alert(1)//-->", "&lt;script&gt;alert(1)&lt;/script&gt;", "<style>*{background:url(//e)}</style>",
    "'-alert(1)-'", "${alert(1)}", "{{constructor.constructor('alert(1)')()}}", "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=\"javascript:alert(1)\">x</a>", "<foreignObject><script>alert(1)</script></foreignObject>", "<use href=\"http://127.0.0.1:1/x#a\"/>",
    "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "<base href=//e>", "\u2028alert(1)", "<\u0000script>alert(1)</script>",
    "%3Cscript%3Ealert(1)%3C/script%3E", "<ScRiPt>alert(1)</sCrIpT>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
]  # fmt: skip


#: How a file of each format begins, where that can be told.
BEGINNINGS = {
    "svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "html": b"<!doctype html", "pptx": b"PK", "xlsx": b"PK", "drawio": b"<mxfile",
    "mmd": b"---", "bpmn": b"<?xml", "md": b"# ", "csv": b"\xef\xbb\xbf", "yaml": b"footlights: 1",
}  # fmt: skip


class Page(HTMLParser):
    """The elements of a page, and their attributes that could do something."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.doing: list[tuple[str, str, str | None]] = []
        self.scripts: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self._in_script = tag == "script"
        for name, value in attrs:
            leads_out = name in ("href", "src", "xlink:href", "action", "srcdoc") and not (value or "").startswith(
                ("#", "data:font/", "data:image/")
            )
            said_aloud = name in ("aria-label", "title")
            if (
                name.startswith("on")
                or leads_out
                or ("url(" in (value or "").replace("url(#", "").replace("url(data:", "") and not said_aloud)
            ):
                self.doing.append((tag, name, value))

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)


def filled_with(payload: str) -> str:
    """A blueprint with the payload in every text that is shown."""
    import json

    said = json.dumps(payload.replace("\x00", ""), ensure_ascii=True)
    return f"""\
footlights: 1
title: {said}
service: {said}
scenario: {said}
personas: {{ann: {{name: {said}, segment: {said}, goal: {said}}}}}
actors: {{doer: {{name: {said}, department: {said}}}}}
systems: {{tool: {{name: {said}}}}}
channels: {{way: {{name: {said}, class: online}}}}
lanes: [{{id: mine, role: frontstage, name: {said}}}]
phases:
- id: p
  title: {said}
  need: {said}
  steps:
  - id: s
    title: {said}
    does: {said}
    thinks: {said}
    expects: {said}
    feels: 1
    evidence: [{said}]
    pain: {said}
    frontstage: [{{id: c, does: {said}, by: doer, via: way, uses: [tool], fail: {{title: {said}, recovery: {said}}}}}]
    note: [{{does: {said}}}]
"""


@pytest.mark.parametrize("view", ["blueprint", "journey"])
async def test_what_people_write_stays_text(view: str, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        harmless = (await client.post("/api/documents", json={"text": filled_with("harmless")})).json()["id"]
        plain = Page()
        plain.feed((await client.get(f"/api/documents/{harmless}/exports/html?view={view}")).text)
        for payload in PAYLOADS:
            id = (await client.post("/api/documents", json={"text": filled_with(payload)})).json()["id"]
            svg = (await client.get(f"/api/documents/{id}/exports/svg?view={view}&zoom=detail")).content
            tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(svg).iter()}
            assert not tags & {"script", "foreignObject", "iframe", "image", "a", "animate", "set"}, payload
            names = {name for element in ElementTree.fromstring(svg).iter() for name in element.attrib}
            assert not [name for name in names if name.startswith("on")], payload
            page = Page()
            page.feed((await client.get(f"/api/documents/{id}/exports/html?view={view}")).text)
            assert page.elements.count("script") == plain.elements.count("script"), payload
            assert page.scripts == plain.scripts, payload
            assert page.doing == plain.doing, payload
            assert set(page.elements) <= set(plain.elements) | {"tspan"}, payload
            row = (await client.get("/api/documents")).json()["items"][0]
            assert row["id"] == id
            disposition = (await client.get(f"/api/documents/{id}/exports/yaml")).headers["Content-Disposition"]
            assert re.fullmatch(r"attachment; filename=\"[\w.-]+\"; filename\*=UTF-8''[\w.%-]+", disposition), payload


@pytest.mark.parametrize("form", [*FORMATS, "yaml"])
async def test_every_format(form: str, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"example": "it-incident"})).json()["id"]
        said = await client.get(f"/api/documents/{id}/exports/{form}?language=nl&theme=dark&view=journey&zoom=overview&scale=0.5")
        assert said.status_code == 200
        assert said.content.lower().startswith(BEGINNINGS.get(form, b"").lower())
        assert said.headers["Content-Type"].partition(";")[0] == ("text/yaml" if form == "yaml" else FORMATS[form].media_type)
        assert said.headers["Content-Disposition"].startswith('attachment; filename="my-laptop-will-not-start.')
        assert said.headers["Cache-Control"] == "private, no-store"
        assert "default-src 'none'" in said.headers["Content-Security-Policy"] or form == "yaml"
        assert "sandbox" in said.headers["Content-Security-Policy"] or form == "yaml"
        shown = await client.get(f"/api/documents/{id}/exports/{form}?inline=true&view=journey")
        assert shown.headers["Content-Disposition"].startswith("inline; ")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("exe", 404), ("svg?view=nope", 422), ("svg?zoom=x", 422), ("png?scale=0", 422), ("png?scale=1000", 422), ("png?scale=nan", 422),
        ("svg?theme=red", 422), ("svg?language=../x", 422), ("svg?language=xx", 200), ("..%2fsvg", 404), ("SVG", 404),
    ],
)  # fmt: skip
async def test_wishes_that_can_not_be_granted(asked: str, status: int, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        said = await client.get(f"/api/documents/{id}/exports/{asked}")
        assert said.status_code == status, said.text


async def test_a_wish_that_the_format_does_not_know_is_told_beside_it(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        said = await client.get(f"/api/documents/{id}/exports/csv?page=a4")
        assert said.status_code == 200
        assert json.loads(said.headers["Footlights-Notes"]) == ["page changed nothing: it is for pdf, pptx, not for csv"]
        assert "Footlights-Notes" not in (await client.get(f"/api/documents/{id}/exports/csv")).headers


@pytest.mark.parametrize(
    ("languages", "begins"),
    [
        ("es-MX,en;q=0.5", "BPMN no tiene signos para marcas, momentos de la verdad, emociones"),
        ("fr, nl;q=0.7", "BPMN heeft geen teken voor markeringen"),
        ("de", "BPMN has no sign for marks"),
    ],
)
async def test_what_is_worth_telling_is_said_in_the_language_that_was_asked_for(languages: str, begins: str, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        said = await client.get(f"/api/documents/{id}/exports/bpmn", headers={"Accept-Language": languages})
        assert json.loads(said.headers["Footlights-Notes"])[0].startswith(begins)
        unknown = await client.get(f"/api/documents/{id}/exports/csv?page=a4", headers={"Accept-Language": languages})
        assert unknown.headers["Footlights-Notes"].isascii()
        assert said.headers["Vary"] == "Accept-Language"


def test_the_first_of_our_languages_counts() -> None:
    assert [spoken(one) for one in ("", "*", "nl_NL", "nl-BE", "FR-fr, ES;q=0.3, nl;q=0.1", "x" * 500)] == [
        "en",
        "en",
        "en",
        "nl",
        "es",
        "en",
    ]


async def test_a_title_of_other_letters_makes_a_file_name(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"title": "Ελληνικά / 日本"})).json()["id"]
        said = (await client.get(f"/api/documents/{id}/exports/yaml")).headers["Content-Disposition"]
        assert 'filename="blueprint.blueprint.yaml"' in said or 'filename="-' not in said
        assert "filename*=UTF-8''%CE%B5" in said


# --- the workshop --------------------------------------------------------------------------------------


@contextmanager
def listening() -> Iterator[tuple[int, list[object]]]:
    """A port that notes whoever comes."""
    came: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        stop = threading.Event()

        def wait() -> None:
            while not stop.is_set():
                try:
                    line, address = server.accept()
                    came.append(address)
                    line.close()
                except OSError:
                    continue

        thread = threading.Thread(target=wait, daemon=True)
        thread.start()
        yield server.getsockname()[1], came
        stop.set()
        thread.join()


async def test_exports_never_reach_out() -> None:
    workshop = Workshop(Limits())
    with listening() as (port, came):
        where = f"http://127.0.0.1:{port}/x"
        kinds = [
            where, f"url({where})", f"<image href='{where}'/>", f"<img src='{where}'>", f"@import '{where}';", f"#image(\"{where}\")", "file:///etc/passwd",
            f"<?xml-stylesheet href='{where}'?>", f"<!DOCTYPE x SYSTEM '{where}'>", f"<use href='{where}#a'/>", f"#link(\"{where}\")[x]", "#read(\"/etc/passwd\")",
        ]  # fmt: skip
        for kind in kinds:
            for form in FORMATS:
                drawn = await workshop.draw(Job(filled_with(kind), form, scale=0.5))
                assert drawn.data
                assert b"root:x:0" not in drawn.data
        assert came == []
    await workshop.close()


async def test_an_export_that_takes_too_long_is_ended_and_the_next_goes_well() -> None:
    workshop = Workshop(Limits(workers=1, export_s=1.0))
    steps = "\n".join(
        f"  - {{id: s{n}, does: Step {n}, frontstage: [{{id: c{n}, does: Card, to: [{{card: c{(n * 7) % 900}}}]}}]}}" for n in range(900)
    )
    with pytest.raises(ProblemError) as told:
        await workshop.draw(Job(f"footlights: 1\ntitle: x\nphases:\n- title: p\n  steps:\n{steps}\n", "png", scale=10))
    assert told.value.code in ("took-too-long", "impossible")
    assert (await workshop.draw(Job(BLUEPRINT, "svg"))).media_type == "image/svg+xml"
    await workshop.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
async def test_an_export_that_takes_too_much_memory_is_ended_and_the_next_goes_well() -> None:
    workshop = Workshop(Limits(workers=1, export_memory=400_000_000))
    with pytest.raises(ProblemError) as told:
        await workshop.draw(Job(BLUEPRINT, "png", scale=10))
        await workshop.draw(Job(filled_with("word " * 3000), "png", scale=10))
    assert told.value.code in ("took-too-long", "impossible")
    assert (await workshop.draw(Job(BLUEPRINT, "svg"))).data.startswith(b"<svg")
    await workshop.close()


async def test_a_worker_that_dies_is_replaced() -> None:
    workshop = Workshop(Limits(workers=1))
    await workshop.draw(Job(BLUEPRINT, "svg"))
    workshop._idle[0].process.kill()
    with pytest.raises(ProblemError):
        await workshop.draw(Job(BLUEPRINT, "svg"))
    assert (await workshop.draw(Job(BLUEPRINT, "svg"))).data.startswith(b"<svg")
    await workshop.close()


async def test_a_short_queue_then_come_back_later() -> None:
    workshop = Workshop(Limits(workers=1, queue=3))
    answers = await asyncio.gather(*(workshop.draw(Job(BLUEPRINT, "svg")) for _ in range(10)), return_exceptions=True)
    busy = [one for one in answers if isinstance(one, ProblemError)]
    assert len(busy) == 6
    assert {one.code for one in busy} == {"busy"}
    assert busy[0].headers == {"Retry-After": "5"}
    assert (await workshop.draw(Job(BLUEPRINT, "svg"))).data
    await workshop.close()
    with pytest.raises(ProblemError):
        await workshop.draw(Job(BLUEPRINT, "svg"))


async def test_while_exports_are_drawn_the_server_answers(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"example": "passport"})).json()["id"]
        drawing = [asyncio.create_task(client.get(f"/api/documents/{id}/exports/png")) for _ in range(4)]
        waits, loop = list[float](), asyncio.get_running_loop()
        while not all(task.done() for task in drawing):
            began = loop.time()
            assert (await client.get("/healthz")).status_code == 200
            waits.append(loop.time() - began)
            await asyncio.sleep(0.02)
        assert {task.result().status_code for task in drawing} == {200}
        assert len(waits) > 5
        assert statistics.median(waits) < 0.25
