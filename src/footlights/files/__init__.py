"""Text becomes a blueprint and back: reading with every fault found in one pass, writing for people, and edits in place."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .saving import put, save
    from .schema import json_schema
    from .theme import load_theme, theme_schema
    from .values import as_values
    from .yaml.cursor import Reference, address_at, id_spans, references
    from .yaml.dump import dumps, write_element, write_value
    from .yaml.fmt import Formatted, fmt
    from .yaml.places import Span
    from .yaml.pointing import places_of
    from .yaml.reader import FORMAT, Loaded, load, read
    from .yaml.scalars import write_scalar
    from .yaml.source import Source
    from .yaml.text import read_text

__all__ = [
    "FORMAT", "Formatted", "Loaded", "Reference", "Source", "Span", "address_at", "as_values", "dumps", "fmt", "id_spans",
    "json_schema", "load", "load_theme", "places_of", "put", "read", "read_text", "references", "save", "theme_schema",
    "write_element", "write_scalar", "write_value",
]  # fmt: skip

#: Where each name lives. It is imported when it is first asked for: drawing a file needs no writer and no splicing.
_HOMES = {
    "put": ".saving", "save": ".saving", "as_values": ".values", "json_schema": ".schema", "dumps": ".yaml.dump",
    "Reference": ".yaml.cursor", "address_at": ".yaml.cursor", "id_spans": ".yaml.cursor", "references": ".yaml.cursor",
    "write_element": ".yaml.dump", "write_value": ".yaml.dump",
    "Formatted": ".yaml.fmt", "fmt": ".yaml.fmt", "Span": ".yaml.places", "places_of": ".yaml.pointing",
    "FORMAT": ".yaml.reader", "Loaded": ".yaml.reader",
    "load": ".yaml.reader", "read": ".yaml.reader", "write_scalar": ".yaml.scalars", "Source": ".yaml.source",
    "load_theme": ".theme", "read_text": ".yaml.text", "theme_schema": ".theme",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = found
    return found
