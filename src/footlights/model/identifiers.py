"""Readable ids: how one is made from a title, and how it stays apart from the others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache

__all__ = ["CHECK_PATTERN", "ID_PATTERN", "slug", "unique"]

#: An id: letters and digits of any script, with single hyphens, underscores or dots between; at most 80 characters.
ID_PATTERN = re.compile(r"[^\W_](?:[\w.\-]{0,78}[\w])?")
#: The name of a check: small letters, digits and hyphens.
CHECK_PATTERN = re.compile(r"[a-z0-9-]{1,80}")
_BREAKS = re.compile(r"[\W_]+")
_LENGTH = 40


@lru_cache(maxsize=4096)  # whoever changes a long file asks for the same titles over and over
def slug(title: str) -> str:
    """A readable id made from a title: lower case, accents dropped, words joined by hyphens, at most 40 characters.

    Letters of other scripts stay. A title without any letter or digit gives "".
    """
    # twice: folding case may compose what was taken apart, and taking apart may give capitals (𝙰)
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", title).casefold())
    plain = unicodedata.normalize("NFC", "".join(char for char in plain if not unicodedata.combining(char)))
    words = _BREAKS.sub("-", plain).strip("-")
    if len(words) > _LENGTH:
        cut = words[: _LENGTH + 1].rpartition("-")[0]
        words = cut if len(cut) >= _LENGTH // 2 else words[:_LENGTH].rstrip("-")
    return words


def unique(wanted: str, taken: Container[str], otherwise: str = "item") -> str:
    """`wanted` (or `otherwise` when that is empty), with -2, -3 … behind it while it is taken."""
    stem = wanted or otherwise
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
