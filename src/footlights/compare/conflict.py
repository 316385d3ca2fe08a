"""Where two copies of a blueprint disagree, as one thing that can be said, and noted in the file."""

import json
from typing import Any, NamedTuple

from footlights.facts import noun, shown
from footlights.model import Address, Translations
from footlights.words import compared, told

__all__ = ["Conflict", "all_of"]


class Conflict(NamedTuple):
    """One disagreement: its kind picks the sentence, `address` is the element or field of the merged blueprint.

    What stays is in the blueprint. `theirs` is what the other copy says and what is not in it; `ours` what this copy says.
    `name` is what people call the element, `field` the key of the field, `own` the language of plain texts. Kinds: text (any
    value), cleared-theirs, cleared-ours, removed-theirs, removed-ours, needed, both-added, place, span, role, unknown, refused.
    """

    kind: str
    address: Address
    name: Any
    field: str = ""
    ours: Any = None
    theirs: Any = None
    own: str = "en"

    def text(self, language: str = "en") -> str:
        """The sentence for people, with all that the other copy says."""
        said = compared(f"conflict.{self.kind}", language, **self._facts(language))
        return said[:1].upper() + said[1:]

    def note(self, language: str = "en") -> str:
        """What stands beside it in the file, in one line of plain characters, without the sign of a comment."""
        facts = self._facts(language) | {"theirs": _one_line(all_of(self.theirs, language, self.own)), "field": self.field}
        return compared(f"note.{self.kind}", language, **facts)

    def _facts(self, language: str) -> dict[str, str]:
        facts = {
            "name": _quoted(shown(self.name, language, self.own), language),
            "what": told(f"what.{noun(self.address.collection)}", language),
            "field": told(f"field.{self.field}", language) if self.field else "",
            "id": self.address.id,
            "was": str(self.ours),
        }
        return facts | {key: _said(value, language, self.own) for key, value in (("ours", self.ours), ("theirs", self.theirs))}


def all_of(value: Any, language: str, own: str) -> str:
    """A value with everything that is in it, a text in all its languages."""
    if isinstance(value, Translations):
        return " · ".join(f"{tag}: {text}" for tag, text in value.entries)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return ", ".join(all_of(each, language, own) for each in value)
    if isinstance(value, str):
        return shown(value, language, own) if type(value) is not str else value
    return shown(value, language, own)


def _said(value: Any, language: str, own: str) -> str:
    if value is None:
        return ""
    text = " ".join(all_of(value, language, own).split())
    return _quoted(text, language) if isinstance(value, (str, Translations)) else text


def _quoted(text: str, language: str) -> str:
    return told("quoted", language, text=text)


def _one_line(text: str) -> str:
    """A text in quotes, with nothing in it that could end a comment or that no file may hold."""
    spelt = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in spelt)
