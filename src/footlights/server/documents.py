"""Documents over HTTP: the list, making one, reading, writing with the state that was read, putting away and bringing back."""

import json
from pathlib import Path as FilePath
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request
from starlette.responses import Response

from footlights import files
from footlights.edits import Put
from footlights.facts import Diagnostic
from footlights.files import Source
from footlights.model import Address, Blueprint, slug

from .asking import After, Changing, Discarding, Here, Limit, Looking, Making, OpeningPath, ThisDocument
from .bodies import CheckBody, DiagnosticBody, DocumentBody, DocumentRowBody, DocumentsBody, NewDocument, NewFile, OpenedBody, SavedBody
from .catalogue import example_text, template_text
from .house import House
from .problems import ProblemError
from .storage import DocumentRow
from .threads import apart

__all__ = ["etag", "expected_seq", "router"]

router = APIRouter(tags=["documents"])

YAML = "text/yaml; charset=utf-8"
IfMatch = Annotated[str | None, Header(description='The state that was changed: the `etag` it was read with, such as "42"')]
_BODY = {
    "requestBody": {
        "required": True,
        "content": {"text/yaml": {"schema": {"type": "string"}}, "application/json": {"schema": {"type": "object"}}},
    }
}
_TEXT = {"requestBody": {"required": True, "content": {"text/yaml": {"schema": {"type": "string"}}}}}


def etag(seq: int) -> str:
    """The ETag of a document's state."""
    return f'"{seq}"'


def expected_seq(header: str | None) -> int:
    """The state that an If-Match header names; raises ProblemError when there is none, or it is none of ours."""
    if header is None:
        raise ProblemError("base-needed", "Send If-Match with the etag of the state you have changed.", "GET tells it.")
    value = header.strip().removeprefix("W/").strip('"')
    if not value.isascii() or not value.isdigit() or len(value) > 15:
        raise ProblemError("stale", "If-Match names no state of this document.", 'It looks like "42".')
    return int(value)


@router.get("/api/documents", summary="The documents, newest change first")
async def documents(
    _: Looking,
    house: Here,
    after: After = None,
    limit: Limit = 50,
    search: Annotated[str, Query(max_length=200, description="Words of the title")] = "",
    gone: Annotated[bool, Query(description="Those that were put away, instead of those that are there")] = False,
) -> DocumentsBody:
    """A page of the list."""
    page = await house.documents(search, after, limit, gone=gone)
    return DocumentsBody(items=[_row(one, house) for one in page.items], next=page.next)


@router.post("/api/documents", status_code=201, summary="Make a document")
async def make(guest: Making, house: Here, wished: NewDocument, response: Response) -> DocumentRowBody:
    """A new document; where files are edited it is a new file in the folder, named after its title."""
    text = await apart(_text_of, wished)
    row = await house.make(text, guest.who, wished.id)
    response.headers["Location"] = f"/api/documents/{row.id}"
    return _row(row, house)


@router.post("/api/open", summary="Open another file or folder")
async def open_path(_: OpeningPath, house: Here, wished: NewFile) -> OpenedBody:
    """What `footlights open` asks for when the editor is running already; only where files are edited, and only for programs."""
    page, documents = await house.open_path(FilePath(wished.path))
    return OpenedBody(page=page, documents=documents)


@router.get("/api/documents/{id}", summary="One document, with all that it says")
async def document(_: Looking, house: Here, id: ThisDocument, response: Response) -> DocumentBody:
    """The document as it is now; its ETag names this state."""
    async with house.entered(id) as room:
        row, seq, blueprint = await house.row(id), room.seq, room.projection.blueprint
    response.headers["ETag"] = etag(seq)
    facts = _row(row, house).model_dump() | {"seq": seq}
    return DocumentBody(**facts, etag=etag(seq), document=await apart(files.as_values, blueprint))


@router.put("/api/documents/{id}", summary="Write a document as a whole", openapi_extra=_BODY)
async def write(
    guest: Changing, house: Here, id: ThisDocument, request: Request, response: Response, if_match: IfMatch = None
) -> SavedBody:
    """Make the document say this, as one edit: only what differs is written, and other people's boards follow.

    If-Match names the state that was read; when the document has changed since, nothing is written and the answer is 412.
    """
    base = expected_seq(if_match)
    text = await _sent(request)
    blueprint = await apart(_blueprint, text)
    before, after = await house.write(id, blueprint, base, guest.who)
    response.headers["ETag"] = etag(after)
    return SavedBody(id=id, seq=after, etag=etag(after), changed=after != before)


@router.delete("/api/documents/{id}", status_code=204, summary="Put a document away")
async def discard(guest: Discarding, house: Here, id: ThisDocument) -> None:
    """It is not in the list any more, and can be brought back; a safety version is kept. A file is never deleted from here."""
    await house.discard(id, guest.who)


@router.post("/api/documents/{id}/revive", summary="Bring a document back")
async def revive(guest: Discarding, house: Here, id: ThisDocument) -> DocumentRowBody:
    """It is in the list again, as it was."""
    await house.revive(id, guest.who)
    return _row(await house.row(id), house)


@router.get("/api/documents/{id}/file", summary="A document as a file", response_class=Response, responses={200: {"content": {YAML: {}}}})
async def file(_: Looking, house: Here, id: ThisDocument) -> Response:
    """Its YAML, with the comments of its file where it has one."""
    seq, text = await house.text(id)
    headers = {"ETag": etag(seq), "Content-Disposition": disposition(await house.row(id), ".blueprint.yaml")}
    return Response(text, media_type=YAML, headers=headers)


@router.put("/api/documents/{id}/file", summary="Write a document's file", openapi_extra=_TEXT)
async def write_file(
    guest: Changing, house: Here, id: ThisDocument, request: Request, response: Response, if_match: IfMatch = None
) -> SavedBody:
    """Make the document say what this YAML says; where it is a file, comments and layout are kept too. If-Match as for the document."""
    base = expected_seq(if_match)
    text = await _sent(request)
    blueprint = await apart(_blueprint, text)
    before, after = await house.write(id, blueprint, base, guest.who, text)
    response.headers["ETag"] = etag(after)
    return SavedBody(id=id, seq=after, etag=etag(after), changed=after != before)


@router.get("/api/documents/{id}/check", summary="What is wrong or doubtful with a document")
async def check(_: Looking, house: Here, id: ThisDocument, language: Annotated[str, Query(max_length=35)] = "en") -> CheckBody:
    """The same as `footlights check` says of its file."""
    seq, text = await house.text(id)
    found = (await apart(files.read, text)).diagnostics
    errors = sum(1 for one in found if one.severity == "error")
    return CheckBody(seq=seq, errors=errors, warnings=len(found) - errors, diagnostics=[_diagnostic(one, language) for one in found])


def disposition(row: DocumentRow, suffix: str, *, inline: bool = False) -> str:
    """The Content-Disposition of a document in a format: a file name made from its title, and from nothing else."""
    stem = slug(row.title) or "blueprint"
    plain = "".join(char for char in stem if char.isascii()).strip("-._") or "blueprint"
    quoted = "".join(char if char.isascii() and char.isalnum() else "".join(f"%{byte:02X}" for byte in char.encode()) for char in stem)
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{plain}{suffix}\"; filename*=UTF-8''{quoted}{suffix}"


def _row(row: DocumentRow, house: House) -> DocumentRowBody:
    name, state = house.file_of(row.id)
    return DocumentRowBody(
        id=row.id,
        title=row.title,
        language=row.language,
        steps=row.steps,
        phases=row.phases,
        made_at=row.made_at,
        made_by=row.made_by,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        seq=row.seq,
        file=name,
        file_state=state,
        gone=row.gone_at is not None,
    )


def _text_of(wished: NewDocument) -> str:
    """The text that a new document begins with; raises ProblemError when there is no such beginning, or it has faults."""
    given = [name for name in ("template", "example", "text") if getattr(wished, name) is not None]
    if len(given) > 1:
        raise ProblemError("invalid", f"{' and '.join(given)}: choose one to begin with.")
    if wished.text is not None:
        text: str | None = wished.text
    elif wished.example is not None:
        text = example_text(wished.example)
    elif wished.template is not None:
        text = template_text(wished.template, wished.language or "en")
    else:
        text = files.dumps(Blueprint(title=wished.title, language=wished.language or "en"))
    if text is None:
        raise ProblemError("no-such-example", f"There is no {given[0]} of that name.")
    blueprint = _blueprint(text)
    if wished.title and wished.title != blueprint.title:
        text = Source(text).apply(Put(Address("blueprint", field="title"), wished.title)).text
    return text


async def _sent(request: Request) -> str:
    """The text of a request's body; JSON is written down as a text, so that both are read by one reader."""
    data = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise ProblemError("bad-request", "The body is not UTF-8.") from None
    return await apart(_as_yaml, text) if kind == "application/json" else text


def _as_yaml(text: str) -> str:
    """JSON as the reader of YAML likes it: checked to be JSON first, with every escape of a text resolved."""
    try:
        value: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise ProblemError("bad-request", "The body is not JSON.") from None
    return json.dumps(value, ensure_ascii=False)


def _blueprint(text: str) -> Blueprint:
    """The blueprint in a text; raises ProblemError with what is wrong when it has errors."""
    loaded = files.read(text)
    if loaded.blueprint is None or loaded.errors:
        told = [_diagnostic(one, "en").model_dump() for one in loaded.diagnostics[:100]]
        first = loaded.errors[0]
        raise ProblemError("faulty-document", f"Line {first.place.line}: {first.text()}"[:500], first.hint()[:500], diagnostics=told)
    return loaded.blueprint


def _diagnostic(found: Diagnostic, language: str) -> DiagnosticBody:
    return DiagnosticBody(
        code=found.code,
        slug=found.slug,
        severity=found.severity,
        message=found.text(language),
        hint=found.hint(language),
        address=str(found.address) if found.address is not None else None,
        line=found.place.line,
        column=found.place.column,
    )
