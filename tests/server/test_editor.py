"""The editor's pages: which file is served under which name, how long it is kept, and names that try to get out."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from footlights.server.editor import Editor


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A built editor, and a secret beside it."""
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<title>the editor</title>")
    (folder / "favicon.svg").write_text("<svg/>")
    (folder / "assets" / "board-B7x1kQ9a.js").write_text("board")
    (folder / "assets" / "plain.css").write_text("css")
    (folder / ".hidden").write_text("secret")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    return folder


def client(folder: Path) -> httpx.AsyncClient:
    app = Starlette(routes=[Route("/{path:path}", Editor(folder).answer)])
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x")


@pytest.mark.parametrize("path", ["/", "/d/my-document-1234", "/d/x?view=journey", "/anything/else"])
async def test_every_route_of_the_editor_is_the_one_page(path: str, pages: Path) -> None:
    async with client(pages) as asked:
        said = await asked.get(path)
    assert (said.status_code, said.text) == (200, "<title>the editor</title>")
    assert said.headers["Cache-Control"] == "no-cache"
    assert said.headers["Content-Type"].startswith("text/html")


async def test_files_and_how_long_they_are_kept(pages: Path) -> None:
    async with client(pages) as asked:
        script = await asked.get("/assets/board-B7x1kQ9a.js")
        assert script.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert script.headers["Content-Type"].startswith("text/javascript")
        assert (await asked.get("/assets/plain.css")).headers["Cache-Control"] == "no-cache"
        assert (await asked.get("/favicon.svg")).headers["Content-Type"] == "image/svg+xml"
        assert (await asked.get("/assets/board-B7x1kQ9a.js", headers={"If-None-Match": script.headers["ETag"]})).status_code in (200, 304)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt", "/assets/..%5c..%5csecret.txt",
        "/.hidden", "/assets/.%2e/.hidden", "/out.txt", "//etc/passwd.txt", "/C:/secret.txt", "/secret.txt%00.js", "/assets/%00.js", "/nope.js",
        "/\u2025/secret.txt", "/assets//board-B7x1kQ9a.js", "/" + "a" * 5000 + ".js",
    ],
)  # fmt: skip
async def test_no_name_gets_out(path: str, pages: Path) -> None:
    async with client(pages) as asked:
        said = await asked.get(path)
    assert said.status_code == 404
    assert "secret" not in said.text.replace("secret.txt", "")


async def test_without_a_built_editor_there_is_a_sentence(tmp_path: Path) -> None:
    async with client(tmp_path / "nowhere") as asked:
        said = await asked.get("/")
        assert said.status_code == 200
        assert "was not built" in said.text or "were not built" in said.text
        assert "<script" not in said.text
        assert (await asked.get("/assets/x.js")).status_code == 404
