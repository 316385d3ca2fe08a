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
        Diagnostic,
        Document,
        FaultyDocumentError,
        FootlightsError,
        PathTime,
        Picture,
        check,
        draw,
        dumps,
        load,
        loads,
        path_time,
        save,
    )

    __version__: str

__all__ = [
    "Blueprint", "Diagnostic", "Document", "FaultyDocumentError", "FootlightsError", "PathTime", "Picture", "__version__", "check",
    "draw", "dumps", "load", "loads", "path_time", "save",
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
