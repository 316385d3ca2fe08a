"""What the editor says, by the name of the message: tests follow a better wording by themselves, in each language."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["word"]

_MESSAGES = Path(__file__).resolve().parents[2] / "web" / "messages"


def word(name: str, language: str = "en", /, **values: object) -> str:
    """A message with its values filled in; of those with a plural, the form that fits `count`.

    Raises KeyError for a message that there is not.
    """
    message = _all(language)[name]
    if isinstance(message, list):
        message = _form(message[0], values)
    return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), message)


def _form(variants: dict[str, Any], values: dict[str, object]) -> str:
    """The variant of a message whose conditions hold: plurals of the three languages we have are one and other."""
    plural = "one" if values.get("count") == 1 else "other"
    matches: dict[str, str] = variants["match"]
    for conditions, text in matches.items():
        wanted = dict(part.split("=") for part in conditions.replace(" ", "").split(","))
        if all(value in {"*", plural, str(values.get(key.removesuffix("Plural")))} for key, value in wanted.items()):
            return text
    raise KeyError(f"no form for {values}")


@cache
def _all(language: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path in sorted((_MESSAGES / language).glob("*.json")):
        found |= json.loads(path.read_text("utf-8"))
    return found
