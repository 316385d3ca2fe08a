"""Exports: a document, or a version of it, as a picture, a page or a file."""

import json
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query
from starlette.responses import Response

from footlights.layout import VIEWS, ZOOMS
from footlights.render import FORMATS
from footlights.words import LANGUAGES

from .asking import Here, Looking, ThisDocument
from .documents import disposition
from .drawing import Job
from .house import House
from .problems import ProblemError

__all__ = ["Wishes", "exported", "router"]

router = APIRouter(tags=["exports"])

#: An SVG that somebody opens by itself may do nothing but show itself.
_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox"
_PAGE_POLICY = f"{_PICTURE_POLICY} allow-scripts; script-src 'unsafe-inline'"

View = Annotated[str, Query(max_length=100, description=f"{', '.join(VIEWS)}, or the id of a view of the document's own")]
Role = Annotated[str | None, Query(max_length=100, description="The actor whose part is shown, for the view of a role")]
Page = Annotated[str, Query(max_length=20, pattern="^[a-z0-9-]*$", description="The paper, for pdf and pptx: a4, a3-tiles, report …")]
Arrows = Annotated[Literal["exact", "glued"], Query(description="For pptx: exactly as drawn, or glued to what they join")]
Zoom = Annotated[str | None, Query(description=f"{', '.join(ZOOMS)}; the view's own when left out", pattern=f"^({'|'.join(ZOOMS)})$")]
Theme = Annotated[
    Literal["light", "dark", "contrast", "print"] | None, Query(description="light when left out; a page follows its reader's system")
]
Language = Annotated[str | None, Query(max_length=35, pattern="^[A-Za-z][A-Za-z0-9-]*$", description="The document's own when left out")]
Scale = Annotated[float, Query(ge=0.1, le=10, description="Pixels per point, for png")]
Tongues = Annotated[str, Header(max_length=500, description="The languages in which to say what is worth telling about it, the best first")]
Inline = Annotated[bool, Query(description="To be shown in the browser, and not saved")]


class Wishes:
    """What an export is asked to look like."""

    def __init__(self, job: Job, *, inline: bool) -> None:
        self.job = job
        self.inline = inline


@router.get("/api/documents/{id}/exports/{format}", summary="A document as a picture, a page or a file", response_class=Response)
async def export(
    _: Looking,
    house: Here,
    id: ThisDocument,
    format: str,
    view: View = "blueprint",
    zoom: Zoom = None,
    theme: Theme = None,
    language: Language = None,
    scale: Scale = 2.0,
    role: Role = None,
    page: Page = "",
    arrows: Arrows = "exact",
    inline: Inline = False,
    accept_language: Tongues = "en",
) -> Response:
    """yaml, or any other of our formats; drawn apart from the server, within limits of memory and time.

    What is worth telling about it, such as a wish that the format does not know, is in the header `Footlights-Notes`: a list of
    sentences in JSON, in the first language of `Accept-Language` that we speak.
    """
    seq, text = await house.text(id)
    job = Job(text, format, view, zoom, theme, language, scale, role, page, arrows, told=spoken(accept_language))
    response = await exported(house, id, Wishes(job, inline=inline))
    response.headers["ETag"] = f'"{seq}"'
    return response


def spoken(languages: str) -> str:
    """The first of the languages in an `Accept-Language` header (nl-BE, en;q=0.8) that is one of ours; English when none is."""
    stems = (tag.partition(";")[0].strip().partition("-")[0].lower() for tag in languages.split(","))
    return next((stem for stem in stems if stem in LANGUAGES), "en")


async def exported(house: House, id: str, wishes: Wishes) -> Response:
    """The answer with an export in it; raises ProblemError when it can't be made."""
    job, row = wishes.job, await house.row(id)
    if job.format == "yaml":
        headers = {"Content-Disposition": disposition(row, ".blueprint.yaml", inline=wishes.inline)}
        return Response(job.text, media_type="text/yaml; charset=utf-8", headers=headers)
    if job.format not in FORMATS:
        raise ProblemError("not-found", f"There is no such format; there are {', '.join([*FORMATS, 'yaml'])}.")
    drawn = await house.workshop.draw(job)
    headers = {"Content-Disposition": disposition(row, drawn.suffix, inline=wishes.inline)}
    headers["Content-Security-Policy"] = _PAGE_POLICY if job.format == "html" else _PICTURE_POLICY
    headers["Vary"] = "Accept-Language"  # for what is worth telling
    if drawn.notes:
        headers["Footlights-Notes"] = json.dumps(drawn.notes)
    return Response(drawn.data, media_type=drawn.media_type, headers=headers)
