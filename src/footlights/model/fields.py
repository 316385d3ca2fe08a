"""What a field of an element is: its word in the file, its shape, its limits. Files, schema, forms and pages read this."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .identifiers import CHECK_PATTERN

__all__ = ["ALLOWED", "ANYTHING", "Field", "field_named", "fields_of", "own", "takes_word"]

#: Collections whose elements share one namespace of ids, so that a bare id is enough to point at one.
PLACES = ("phases", "steps", "cards")
#: What `on:` may point at: a bare id of a place, or a full address.
ANYTHING = ("*",)
#: What `allow` is about, wherever it stands.
ALLOWED = "What checks find here that is fine as it is, each with the reason"


class Field(NamedTuple):
    """One field: `name` in Python, `key` in the file.

    shape: text (translatable) · line (plain string) · choice · choices (several) · ref · refs · integer · number · duration · money ·
    share · date · target · time · feelings · effect · languages · vocabulary · reasons · id · place.
    """

    name: str
    key: str
    shape: str
    about: str
    choices: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    required: bool = False
    title: bool = False


class Own(NamedTuple):
    """What a field's annotation says beside its type; `own` makes it."""

    shape: str
    about: str
    key: str
    choices: tuple[str, ...]
    collections: tuple[str, ...]
    low: float | None
    high: float | None
    required: bool
    title: bool


def own(
    shape: str, about: str, *, key: str = "", choices: Sequence[str] = (), to: Sequence[str] = (), low: float | None = None,
    high: float | None = None, required: bool = False, title: bool = False,
) -> Own:  # fmt: skip
    """What is said of a field in its `Annotated[...]`; `title` marks the text an id is made from."""
    return Own(shape, about, key, tuple(choices), tuple(to), low, high, required, title)


@cache
def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of an element class (or of the blueprint's head) that stand in the file, in canonical order."""
    found = []
    for name, annotation in kind.__annotations__.items():
        said = next((part for part in getattr(annotation, "__metadata__", ()) if isinstance(part, Own)), None)
        if said is not None:
            key = said.key or name.rstrip("_").replace("_", "-")
            found.append(Field(name, **{**said._asdict(), "key": key}))
    return tuple(found)


@cache
def field_named(kind: type, name: str) -> Field | None:
    """The field whose Python name or file key is `name`, or None."""
    return next((field for field in fields_of(kind) if name in (field.name, field.key)), None)


def takes_word(field: Field, word: object) -> bool:
    """Whether a text may stand under this word in a field that holds texts by a word: one of ours, or the name of a check."""
    if field.choices:
        return word in field.choices
    return isinstance(word, str) and CHECK_PATTERN.fullmatch(word) is not None
