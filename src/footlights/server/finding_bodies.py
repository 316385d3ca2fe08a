"""What is told over the wire of findings and of the checks that find them."""

from typing import Any, Literal

from pydantic import BaseModel, Field

__all__ = ["CatalogueCheckBody", "FindingBody", "FindingsBody"]


class FindingBody(BaseModel):
    """One finding: which check, where, in words, where it comes from, and what became of it."""

    code: str
    slug: str
    severity: Literal["low", "medium", "high", "error"]
    title: str = Field(description="The name of the pattern")
    message: str
    why: str
    hint: str = Field(description="What to do about it; empty where there is nothing to add")
    said: str = Field(description="The message in the document's own language, as a title for what stands about it among its findings")
    todo: str = Field(description="What to do in the document's own language, as a title for an action")
    source: str = Field(description="Where in the literature the check comes from")
    address: str = Field(description="The element, or a field of it, as its file knows it: `cards/answer#by`")
    at: str = Field(description="The element as a board knows it: `cards/~7hq2`, `head` for the blueprint")
    fingerprint: str = Field(description="The identity, `~`, and a sign of the values that it was judged on")
    identity: str = Field(description="Which finding it is, however the document around it changes")
    status: Literal["open", "accepted", "dismissed", "reopened", "allowed"]
    reason: str | None = Field(description="Why it was set aside or is allowed")
    record: str | None = Field(description="The id of what stands about it among the blueprint's findings")
    mend: list[dict[str, Any]] | None = Field(description="The edits that mend it, where no judgement is needed: set, add, mark or remove")


class FindingsBody(BaseModel):
    """What the checks find in a document, the most important first."""

    seq: int
    etag: str
    profile: Literal["calm", "strict"]
    shown: list[FindingBody]
    taken: list[FindingBody] = Field(description="Taken on by somebody, where the profile keeps those back")
    aside: list[FindingBody] = Field(description="Set aside for a reason, or allowed by their element")
    kept_back: int = Field(description="How many others this profile does not show")
    counts: dict[str, int] = Field(description="How many findings ask for something, by severity, shown or not")


class CatalogueCheckBody(BaseModel):
    """One check that there is."""

    code: str
    slug: str
    severity: str
    title: str
    why: str
