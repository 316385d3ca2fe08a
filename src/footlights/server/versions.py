"""Versions and history over HTTP: keeping a state by name, looking back, saying what changed, and restoring."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from footlights.model import Blueprint

from .asking import After, Changing, Here, KeepingVersion, Limit, Looking, ThisDocument
from .bodies import (
    ChangesBody,
    HistoryBody,
    HistoryItemBody,
    NewVersion,
    RestoredBody,
    VersionBody,
    VersionDetailBody,
    VersionsBody,
    WhoBody,
)
from .documents import disposition, etag
from .drawing import Job
from .exports import Language, Theme, Tongues, View, Wishes, Zoom, exported, spoken
from .house import House
from .past import at_seq, at_version, told
from .problems import ProblemError
from .storage import VersionRow
from .threads import apart

__all__ = ["router"]

router = APIRouter(tags=["versions"])

Number = Annotated[int, Path(ge=1, le=1_000_000_000, description="The version's number")]
Seq = Annotated[int, Field(ge=0, le=1_000_000_000_000_000)]
Spoken = Annotated[str, Query(max_length=35, description="The language of the sentences")]


@router.get("/api/documents/{id}/versions", summary="The versions of a document, newest first")
async def versions(_: Looking, house: Here, id: ThisDocument, after: After = None, limit: Limit = 50) -> VersionsBody:
    """A page of the list: named ones, automatic ones, and those kept before something destructive."""
    await house.row(id)
    page = await house.store.versions(id, after=after, limit=limit)
    return VersionsBody(items=[_version(one) for one in page.items], next=page.next)


@router.post("/api/documents/{id}/versions", status_code=201, summary="Keep this state by name")
async def keep(guest: KeepingVersion, house: Here, id: ThisDocument, wished: NewVersion) -> VersionBody:
    """A version of the document as it is now."""
    async with house.entered(id) as room:
        return _version(await house.keeper.keep(room, wished.name, "named", guest.who, wished.note))


@router.get("/api/documents/{id}/versions/{number}", summary="One version, and what changed since the one before")
async def version(_: Looking, house: Here, id: ThisDocument, number: Number, language: Spoken = "en") -> VersionDetailBody:
    """What it holds in numbers, and the changes in sentences."""
    row = await _found(house, id, number)
    blueprint = (await at_version(house.store, id, number)).blueprint
    earlier = await house.keeper.before(id, number)
    before = (await at_version(house.store, id, earlier.number)).blueprint if earlier is not None else Blueprint()
    return VersionDetailBody(
        **_version(row).model_dump(),
        title=blueprint.say(blueprint.title),
        steps=len(blueprint.steps),
        phases=len(blueprint.phases),
        cards=len(blueprint.cards),
        since=earlier.number if earlier is not None else None,
        changes=await apart(told, before, blueprint, language),
    )


@router.get("/api/documents/{id}/versions/{number}/file", summary="A version as a file", response_class=Response)
async def version_file(_: Looking, house: Here, id: ThisDocument, number: Number) -> Response:
    """Its YAML."""
    headers = {"Content-Disposition": disposition(await house.row(id), f"-{number}.blueprint.yaml")}
    return Response(await _version_text(house, id, number), media_type="text/yaml; charset=utf-8", headers=headers)


@router.get("/api/documents/{id}/versions/{number}/exports/{format}", summary="A version as a picture", response_class=Response)
async def version_export(
    _: Looking,
    house: Here,
    id: ThisDocument,
    number: Number,
    format: str,
    view: View = "blueprint",
    zoom: Zoom = None,
    theme: Theme = None,
    language: Language = None,
    inline: Annotated[bool, Query()] = True,
    accept_language: Tongues = "en",
) -> Response:
    """The same formats as of the document itself."""
    job = Job(await _version_text(house, id, number), format, view, zoom, theme, language, told=spoken(accept_language))
    return await exported(house, id, Wishes(job, inline=inline))


@router.post("/api/documents/{id}/versions/{number}/restore", summary="Go back to a version")
async def restore(guest: Changing, house: Here, id: ThisDocument, number: Number) -> RestoredBody:
    """Make the document say what this version says, as one edit like any other; what is there now is kept as a version first."""
    await _found(house, id, number)
    before, after, safety = await house.restore(id, number, guest.who)
    return RestoredBody(id=id, seq=after, etag=etag(after), changed=after != before, restored=number, safety=safety)


@router.get("/api/documents/{id}/history", summary="Who worked on a document, and when")
async def history(_: Looking, house: Here, id: ThisDocument, after: After = None, limit: Limit = 50) -> HistoryBody:
    """What each person did without a long pause, newest first."""
    await house.row(id)
    page = await house.store.history(id, after=after, limit=limit)
    items = [
        HistoryItemBody(
            first=one.first_seq, last=one.last_seq, began=one.from_, ended=one.to, who=WhoBody(id=one.who.id, name=one.who.name)
        )
        for one in page.items
    ]
    return HistoryBody(items=items, next=page.next)


@router.get("/api/documents/{id}/changes", summary="What changed between two states, in words")
async def changes(
    _: Looking,
    house: Here,
    id: ThisDocument,
    to: Annotated[Seq | None, Query(description="The later state; now, when left out")] = None,
    from_: Annotated[Seq, Query(alias="from", description="The earlier state; 0 is the empty document")] = 0,
    language: Spoken = "en",
) -> ChangesBody:
    """A summary, and a sentence for each change."""
    row = await house.row(id)
    before = await at_seq(house.store, id, from_)
    after = await at_seq(house.store, id, row.seq if to is None else to)
    return await apart(told, before.blueprint, after.blueprint, language)


async def _found(house: House, id: str, number: int) -> VersionRow:
    await house.row(id)
    found = await house.keeper.version(id, number)
    if found is None:
        raise ProblemError("no-such-version", "There is no version of that number.")
    return found


async def _version_text(house: House, id: str, number: int) -> str:
    from footlights.files import dumps

    await _found(house, id, number)
    return await apart(dumps, (await at_version(house.store, id, number)).blueprint)


def _version(row: VersionRow) -> VersionBody:
    return VersionBody(
        number=row.number, name=row.name, kind=row.kind, seq=row.seq, made_at=row.made_at, made_by=row.made_by, note=row.note
    )
