"""The editor's pages: the files that were built for browsers, and a plain sentence where they were not."""

import mimetypes
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from .problems import ProblemError
from .problems import answer as refusal

__all__ = ["STATIC", "Editor"]

STATIC = Path(__file__).parent / "static"

#: A name that changes with its content (`board-B7x1kQ9a.js`): it may be kept for ever.
_HASHED = re.compile(r"-[\w-]{8,}\.\w+$", re.ASCII)
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".svg": "image/svg+xml"}

_NOT_BUILT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Footlights</title></head>
<body><h1>Footlights</h1>
<p>The server is running, but this installation has no editor in it: its pages were not built.</p>
<p>In a clone, <code>python3 dev.py web build</code> builds them. From a package they are there already: install it anew.</p>
<p>Everything else works, for programs too: <a href="/api/openapi.json">the interface</a>.</p>
</body></html>
"""


class Editor:
    """Every path outside /api: a built file when there is one of that name, else the one page that knows all routes."""

    def __init__(self, folder: Path = STATIC) -> None:
        self._folder = folder.resolve()

    async def answer(self, request: Request) -> Response:
        """The answer to one request."""
        path = request.path_params.get("path", "")
        if path == "api" or path.startswith("api/"):
            return refusal(ProblemError("not-found", "There is nothing of that name in the interface."))
        file = self._file(path)
        if file is not None:
            keep = _FOR_EVER if file.parent != self._folder and _HASHED.search(file.name) else _ASK_AGAIN
            return FileResponse(file, media_type=_media_type(file), headers={"Cache-Control": keep})
        if "." in path.rpartition("/")[2]:
            return refusal(ProblemError("not-found", "There is no such file."))
        index = self._folder / "index.html"
        if not index.is_file():
            return HTMLResponse(_NOT_BUILT, headers={"Cache-Control": _ASK_AGAIN})
        return FileResponse(index, media_type="text/html", headers={"Cache-Control": _ASK_AGAIN})

    def _file(self, path: str) -> Path | None:
        """The built file of this name; None for anything else, whatever the name tries."""
        if not path or "\0" in path or "\\" in path or any(part in ("", ".", "..") or part.startswith(".") for part in path.split("/")):
            return None
        try:
            file = (self._folder / path).resolve()
            return file if file.is_relative_to(self._folder) and file.is_file() else None
        except OSError:
            return None


def _media_type(file: Path) -> str:
    return _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
