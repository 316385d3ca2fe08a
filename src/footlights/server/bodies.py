"""What goes over the wire as JSON: the bodies of requests, where nothing unknown is taken, and of answers."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

__all__ = [
    "BeginningBody", "ChangeBody", "ChangesBody", "CheckBody", "DiagnosticBody", "DocumentBody", "DocumentRowBody", "DocumentsBody",
    "HealthBody", "HistoryBody", "HistoryItemBody", "NewDocument", "NewFile", "NewName", "NewSession", "NewVersion", "OpenedBody",
    "ProblemBody", "RestoredBody", "SavedBody", "SessionBody", "VersionBody", "VersionDetailBody", "VersionsBody", "WhoBody",
]  # fmt: skip

Line = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Language = Annotated[str, StringConstraints(max_length=35, pattern=r"^[A-Za-z][A-Za-z0-9-]*$")]
Name = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z0-9][a-z0-9-]*$")]
DocumentId = Annotated[str, StringConstraints(min_length=3, max_length=64, pattern=r"^[a-z0-9][a-z0-9-]*[a-z0-9]$")]


class Taken(BaseModel):
    """A body that we read: a field nobody knows is refused, for somebody meant something by it."""

    model_config = ConfigDict(extra="forbid")


class NewSession(Taken):
    """Signing in: the token from the printed address, and the name that others will see."""

    token: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    name: Line = ""


class NewName(Taken):
    """Another name for whoever is signed in."""

    name: Line


class NewDocument(Taken):
    """A new document: blank, or from one of template, example and text."""

    title: Line | None = Field(None, description="Its title, in place of the one that it would begin with")
    template: Name | None = Field(None, description="The name of a template")
    example: Name | None = Field(None, description="The name of an example")
    text: Annotated[str, StringConstraints(max_length=16_000_000)] | None = Field(None, description="A blueprint as YAML")
    language: Language | None = Field(None, description="The language of the template, and of a blank document")
    id: DocumentId | None = Field(None, description="The id it should have; one is made when this is left out")


class NewFile(Taken):
    """A file or a folder of this machine to open, too."""

    path: Annotated[str, StringConstraints(min_length=1, max_length=4096, pattern=r"^[^\x00]*$")]


class NewVersion(Taken):
    """A version to keep by name."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    note: Annotated[str, StringConstraints(max_length=2000)] = ""


class WhoBody(BaseModel):
    """Somebody: an id that stays the same for a session, and the name to show."""

    id: str
    name: str


class SessionBody(BaseModel):
    """Who is signed in, and what they may do here."""

    who: WhoBody
    may: Literal["edit", "view"]
    mode: Literal["open", "serve"]
    version: str


class HealthBody(BaseModel):
    """Is it up?"""

    ok: bool


class DocumentRowBody(BaseModel):
    """One document in the list. `file` is its file's name when it is bound to one, and `file_state` how that file is."""

    id: str
    title: str
    language: str
    steps: int
    phases: int
    made_at: str
    made_by: str
    changed_at: str
    changed_by: str
    seq: int
    file: str | None = None
    file_state: str | None = Field(None, description="ok, conflict or unreadable")
    gone: bool = False


class DocumentsBody(BaseModel):
    """A page of documents, newest change first; `next` is the `after` of the following page, null at the end."""

    items: list[DocumentRowBody]
    next: str | None


class DocumentBody(DocumentRowBody):
    """A document with all that it says. `etag` is what If-Match wants to hear."""

    etag: str
    document: dict[str, Any] = Field(description="The blueprint in the form that the JSON Schema describes")


class SavedBody(BaseModel):
    """What was written, durably: `seq` is the state it led to, `changed` whether anything was different."""

    id: str
    seq: int
    etag: str
    changed: bool


class OpenedBody(BaseModel):
    """What was opened: the page to look at, and the documents of the files."""

    page: str
    documents: list[str]


class DiagnosticBody(BaseModel):
    """Something wrong or doubtful: where, what, and how to mend it."""

    code: str
    slug: str
    severity: str
    message: str
    hint: str
    address: str | None
    line: int
    column: int


class CheckBody(BaseModel):
    """What the checks say of a document; places are lines of its text, as `GET …/file` gives it."""

    seq: int
    errors: int
    warnings: int
    diagnostics: list[DiagnosticBody]


class VersionBody(BaseModel):
    """A kept state of a document: named by somebody, made by itself from time to time, or before something destructive."""

    number: int
    name: str
    kind: str = Field(description="named, auto or safety")
    seq: int
    made_at: str
    made_by: str
    note: str


class VersionsBody(BaseModel):
    """A page of versions, newest first."""

    items: list[VersionBody]
    next: str | None


class ChangeBody(BaseModel):
    """One thing that changed: its kind, the element's address, and a sentence."""

    kind: str
    address: str
    text: str


class ChangesBody(BaseModel):
    """What changed between two states of a document, in words."""

    summary: str
    items: list[ChangeBody]


class VersionDetailBody(VersionBody):
    """A version, what it holds, and what changed since the version before it (since nothing, for the first)."""

    title: str
    steps: int
    phases: int
    cards: int
    since: int | None
    changes: ChangesBody


class RestoredBody(SavedBody):
    """A restored version; `safety` is the number of the version that holds what was there before."""

    restored: int
    safety: int


class HistoryItemBody(BaseModel):
    """What one person did without a long pause: from entry `first` to entry `last`."""

    first: int
    last: int
    began: str
    ended: str
    who: WhoBody


class HistoryBody(BaseModel):
    """A page of history, newest first."""

    items: list[HistoryItemBody]
    next: str | None


class BeginningBody(BaseModel):
    """Something a new document can begin with."""

    name: str
    title: str
    service: str
    scenario: str
    languages: list[str]
    phases: int
    steps: int
    cards: int


class ProblemBody(BaseModel):
    """A refusal (RFC 9457). `code` is stable; `trace` is the number under which the server's log knows it."""

    type: str
    title: str
    status: int
    detail: str
    hint: str
    code: str
    trace: str
