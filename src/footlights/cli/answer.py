"""What a command gives back on standard output: JSON for machines, bytes, or text."""

import json
import sys
from typing import Any

__all__ = ["FINDINGS", "FINE", "IMPOSSIBLE", "as_json_text", "give_bytes", "give_json", "give_text"]

#: The exit codes: done and nothing to complain about; done, with findings; could not do it.
FINE, FINDINGS, IMPOSSIBLE = 0, 1, 2


def give_json(**answer: Any) -> None:
    """One JSON value on standard output, with the number of its format in front."""
    give_text(as_json_text(**answer))


def as_json_text(**answer: Any) -> str:
    """The same as a text, for a file."""
    return json.dumps({"footlights": 1, **answer}, ensure_ascii=False, indent=2, default=str) + "\n"


def give_text(text: str) -> None:
    """A text on standard output, in UTF-8 wherever it is not a terminal."""
    sys.stdout.write(text)
    sys.stdout.flush()


def give_bytes(data: bytes) -> None:
    """Bytes on standard output, as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
