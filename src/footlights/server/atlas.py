"""The atlas over HTTP: all blueprints that are here, as one page."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from footlights.words import chosen

from .asking import Here, Looking
from .drawing import Collected
from .house import House

__all__ = ["router"]

router = APIRouter(tags=["atlas"])

#: An atlas holds the blueprints that were changed last, so many at most, and so many characters of text.
_MOST, _LONGEST = 300, 20_000_000
#: The page comes with a policy of its own, which allows nothing but its own style and script; this one keeps it from everything else.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; "
    "sandbox allow-scripts"
)

Spoken = Annotated[str, Query(max_length=35, pattern="^[A-Za-z][A-Za-z0-9-]*$", description="The language of the page")]


@router.get("/api/atlas", summary="All documents as one page", response_class=Response, responses={200: {"content": {"text/html": {}}}})
async def atlas(_: Looking, house: Here, language: Spoken = "en") -> Response:
    """Journeys below their promise, shared weak spots, services, registers and what is to be done, as `footlights atlas` shows a folder.

    Made apart, within limits of memory and time, of the documents that were changed last.
    """
    texts = await _texts(house)
    today = datetime.now().astimezone().date().isoformat()
    page = await house.workshop.bind(Collected(texts, chosen(language), today))
    return Response(page, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": _POLICY})


async def _texts(house: House) -> list[tuple[str, str]]:
    """The blueprints by the names of their files, or by their ids where they have none."""
    found: list[tuple[str, str]] = []
    room, after = _LONGEST, None
    while True:
        page = await house.documents("", after, 100, gone=False)
        for row in page.items:
            _seq, text = await house.text(row.id)
            room -= len(text)
            if room < 0 or len(found) == _MOST:
                return found
            name, _state = house.file_of(row.id)
            found.append((name or row.id, text))
        if page.next is None:
            return found
        after = page.next
