"""Findings over HTTP: what the checks find in a document, the checks that there are, and the plan in the forms others take over."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query
from starlette.responses import Response

from footlights import files
from footlights.live import Keys
from footlights.model import Blueprint

from .asking import Here, Looking, ThisDocument
from .documents import disposition
from .drawing import Question
from .finding_bodies import CatalogueCheckBody, FindingsBody
from .problems import ProblemError
from .threads import apart

__all__ = ["router"]

router = APIRouter(tags=["findings"])

Profile = Annotated[Literal["calm", "strict"], Query(description="calm: the few questions that matter most; strict: everything")]
Spoken = Annotated[str, Query(max_length=35, pattern="^[A-Za-z][A-Za-z0-9-]*$", description="The language of the sentences")]
IfNoneMatch = Annotated[str | None, Header(description="The `etag` of the answer that is known: nothing is worked out when it still holds")]
For = Annotated[Literal["jira", "github"] | None, Query(alias="for", description="For csv: in the columns that its importer takes")]

_PLANS = {"csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8", "md": "text/markdown; charset=utf-8"}


@router.get(
    "/api/documents/{id}/findings",
    summary="What the checks find in a document",
    response_model=FindingsBody,
    responses={304: {"description": "As it was told before"}},
)
async def findings(
    _: Looking,
    house: Here,
    id: ThisDocument,
    response: Response,
    profile: Profile = "calm",
    language: Spoken = "en",
    if_none_match: IfNoneMatch = None,
) -> FindingsBody | Response:
    """The same as `footlights check` finds, without the settings of a `footlights.toml`; run apart, within limits of memory and time."""
    today = _today().isoformat()
    async with house.entered(id) as room:
        # findings depend on the day too: what is due may be late tomorrow
        if _known(f'"{room.seq}-{profile}-{language}-{today}"', if_none_match):
            return Response(status_code=304, headers={"ETag": f'"{room.seq}-{profile}-{language}-{today}"'})
        now = await room.projection.refreshed()
        seq = room.seq
    found = await house.workshop.examine(Question(await apart(files.dumps, now.blueprint), profile, language, today, _other_keys(now.keys)))
    etag = f'"{seq}-{profile}-{language}-{today}"'
    response.headers["ETag"] = etag
    return FindingsBody(seq=seq, etag=etag, profile=profile, **found)


@router.get("/api/checks", summary="The checks that there are")
async def checks(_: Looking, language: Spoken = "en") -> list[CatalogueCheckBody]:
    """Every check, family by family, with what it is called and why it is asked."""
    from footlights.checks import catalogue

    def told() -> list[CatalogueCheckBody]:
        return [
            CatalogueCheckBody(code=each.code, slug=each.slug, severity=each.severity, title=words.title, why=words.why)
            for each in catalogue()
            for words in [dict(each.words).get(language.partition("-")[0], each.en)]
        ]

    return await apart(told)


@router.get("/api/documents/{id}/plan.{format}", summary="The action plan of a document", response_class=Response)
async def plan(_: Looking, house: Here, id: ThisDocument, format: str, for_: For = None, language: Spoken = "en") -> Response:
    """csv, ics (a calendar) or md; csv also for the importers of others."""
    if format not in _PLANS or (for_ is not None and format != "csv"):
        raise ProblemError("not-found", f"There is no such plan; there are {', '.join(_PLANS)}, and csv for jira and github.")
    row = await house.row(id)
    async with house.entered(id) as room:
        blueprint = (await room.projection.refreshed()).blueprint
    name, _state = house.file_of(id)
    text = await apart(_planned, name or id, blueprint, for_ or format, language)
    headers = {"Content-Disposition": disposition(row, f"-plan.{format}")}
    # a spreadsheet takes a table for UTF-8 only when it says so; importers stumble over such a sign
    mark = "\ufeff" if format == "csv" and for_ is None else ""
    return Response(mark + text, media_type=_PLANS[format], headers=headers)


def _planned(name: str, blueprint: Blueprint, form: str, language: str) -> str:
    from footlights.plan import Planned, as_calendar, as_csv, as_github, as_jira, as_markdown, plan

    forms: dict[str, Callable[[Planned, str], str]] = {
        "csv": as_csv, "ics": as_calendar, "md": as_markdown, "jira": as_jira, "github": as_github,
    }  # fmt: skip
    return forms[form](plan([(name, blueprint)], _today()), language)


def _known(etag: str, header: str | None) -> bool:
    """Whether a header If-None-Match names this etag."""
    return header is not None and etag in (each.strip().removeprefix("W/") for each in header.split(","))


def _other_keys(keys: Keys) -> dict[str, dict[str, str]]:
    """The keys that are other words than their ids."""
    found = {name: {id: key for id, key in names.keys.items() if id != key} for name, names in keys.names.items()}
    return {name: other for name, other in found.items() if other}


def _today() -> date:
    return datetime.now().astimezone().date()
