"""The two commands that README.md promises, read from README.md: `readme.py NAME` prints one."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def command(name: str, text: str | None = None) -> str:
    """The one line of code under `<!-- command: NAME -->`; ValueError if there is not exactly one."""
    text = README.read_text("utf-8") if text is None else text
    blocks = re.findall(rf"<!-- command: {re.escape(name)} -->\s*```\w*\n(.*?)\n```", text, re.DOTALL)
    if len(blocks) != 1 or "\n" in blocks[0] or not blocks[0].strip():
        raise ValueError(f"README.md must have one line of code marked `command: {name}`, found {blocks}")
    return str(blocks[0]).strip()


if __name__ == "__main__":
    try:
        print(command(sys.argv[1]))
    except (IndexError, ValueError) as trouble:
        sys.exit(f"readme.py: {trouble}")
