"""A blueprint as plain values, in the form of its file: for JSON."""

import re
from typing import Any

from footlights.model import Blueprint

from .yaml.dump import document_sheet
from .yaml.sheet import Items, Keys, Leaf, Value

__all__ = ["as_values"]

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "": None}


def as_values(blueprint: Blueprint) -> dict[str, Any]:
    """What `dumps` writes as mappings, lists, texts, numbers and truths; the JSON Schema describes it."""
    return {key: _plain(value) for part in document_sheet(blueprint) for key, value in part.entries}


def _plain(value: Value) -> Any:
    if isinstance(value, Keys):
        return {key: _plain(inner) for key, inner in value.entries}
    if isinstance(value, Items):
        return [_plain(inner) for inner in value.items]
    if not isinstance(value, Leaf):
        return str(value)
    if value.text in _WORDS:
        return _WORDS[value.text]
    if not _NUMBER.fullmatch(value.text):
        return value.text
    return int(value.text) if value.text.lstrip("-").isdigit() else float(value.text)
