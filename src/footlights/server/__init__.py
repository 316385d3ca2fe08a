"""The editor's server: pages, sockets and storage for blueprints that people edit together."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .app import make_app, openapi
    from .house import House
    from .problems import CODES
    from .running import free_socket, run
    from .settings import PORT, Limits, Settings, home_folder, kept_secret, store_address
    from .storage import back_up, restore

__all__ = [
    "CODES", "PORT", "House", "Limits", "Settings", "back_up", "free_socket", "home_folder", "kept_secret", "make_app", "openapi",
    "restore", "run", "store_address",
]  # fmt: skip

#: Where each name lives. It is imported when it is first asked for: the worker that draws exports needs none of them.
_HOMES = {
    "CODES": ".problems", "House": ".house", "Limits": ".settings", "PORT": ".settings", "Settings": ".settings", "back_up": ".storage",
    "free_socket": ".running", "home_folder": ".settings", "kept_secret": ".settings", "make_app": ".app", "openapi": ".app",
    "restore": ".storage", "run": ".running", "store_address": ".settings",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = found
    return found
