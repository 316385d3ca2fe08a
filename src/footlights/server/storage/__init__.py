"""Where everything is kept: documents, their logs, versions and history, on SQLite or PostgreSQL."""

from .rows import DocumentRow, Finding, HistoryRow, Page, VersionRow
from .store import Store, back_up, open_store, restore

__all__ = ["DocumentRow", "Finding", "HistoryRow", "Page", "Store", "VersionRow", "back_up", "open_store", "restore"]
