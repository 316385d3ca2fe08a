"""Service blueprints and customer journey maps: read them, check them, draw them.

>>> import footlights as fl
>>> document = fl.loads("footlights: 1\\ntitle: A shine\\nphases: [{title: Sit, steps: [Sits down]}]\\n")
>>> document.draw("journey").to("svg")[:4]
b'<svg'
>>> fl.check(document)
()
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import (
        Blueprint,
        Comparison,
        Diagnostic,
        Document,
        FaultyDocumentError,
        FootlightsError,
        Merged,
        MergedText,
        PathTime,
        Picture,
        attribute,
        check,
        draw,
        draw_comparison,
        dumps,
        findings,
        load,
        loads,
        merge,
        merge_text,
        outage,
        path_time,
        priorities,
        save,
    )

    __version__: str

__all__ = [
    "Blueprint", "Comparison", "Diagnostic", "Document", "FaultyDocumentError", "FootlightsError", "Merged", "MergedText", "PathTime",
    "Picture", "__version__", "attribute", "check", "draw", "draw_comparison", "dumps", "findings", "load", "loads", "merge",
    "merge_text", "outage", "path_time", "priorities", "save",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load what is asked for, and what it needs, only now: `import footlights` alone costs next to nothing."""
    if name == "__version__":
        from importlib.metadata import version

        return version("footlights")
    if name in __all__:
        return getattr(import_module("footlights.api"), name)
    raise AttributeError(f"module 'footlights' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What there is, though not loaded yet."""
    return sorted([*globals(), *__all__])
