"""How the command line speaks: in which language, how much, and to whom."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from footlights.words import chosen, phrase

__all__ = ["Voice", "counted", "shown", "spoken_in", "system_language"]


class Voice(NamedTuple):
    """What was wished with --language (None: nothing), --quiet and --json."""

    wished: str | None = None
    quiet: bool = False
    as_json: bool = False

    @property
    def language(self) -> str:
        """The language for people: the wished one, else the system's; always one of ours."""
        return chosen(self.wished or system_language())

    def phrase(self, key: str, **facts: object) -> str:
        """A phrase in this voice's language."""
        return phrase(key, self.language, **facts)

    def tell(self, text: str) -> None:
        """Say something on standard error, unless only what goes wrong is wanted."""
        if not self.quiet:
            print(shown(text), file=sys.stderr)


def counted(what: str, n: int, language: str | None) -> str:
    """A number of things in words: `1 error`, `3 errors`."""
    return phrase(f"count.{what}.{'one' if n == 1 else 'many'}", language, n=n)


def spoken_in(arguments: Sequence[str]) -> str | None:
    """The language that some arguments ask for with --language, wherever it stands; None when they ask for none."""
    found = None
    for at, here in enumerate(arguments):
        if here == "--":
            break
        if here == "--language":
            found = arguments[at + 1] if at + 1 < len(arguments) else None
        elif here.startswith("--language="):
            found = here.partition("=")[2]
    return found or None


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of ours that the system speaks; English where it speaks none of ours."""
    said = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    if not said and sys.platform == "win32":
        import ctypes
        import locale

        said = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return chosen(said)


def shown(text: str) -> str:
    """A text without characters that would steer a terminal: each is written as its escape (`\\x1b`), a line break stays."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else repr(char)[1:-1] for char in text)
