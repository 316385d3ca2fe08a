"""Where tables are printed: as wide as the terminal, within reason."""

import shutil
import sys

from rich.console import Console

__all__ = ["table_console"]

#: How wide a page is where nothing says it, and how narrow or wide it may get.
_WIDTH, _LEAST, _MOST = 110, 60, 160


def table_console() -> Console:
    """A console on standard output that takes texts as they are."""
    width = max(_LEAST, min(_MOST, shutil.get_terminal_size((_WIDTH, 24)).columns))
    return Console(file=sys.stdout, width=width, highlight=False, emoji=False, markup=False)
