"""Texts that people wrote, made fit for a file that is text itself: without control characters and halves of letters."""

import re

__all__ = ["one_line", "plain"]

_UNSAID = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_SPACES = re.compile("[ \t\n]+")


def plain(text: str) -> str:
    """The text with its own line ends, without what no file can say; spaces at its ends are taken off."""
    text = text.replace("\r\n", "\n")
    return (text if text.isprintable() else _UNSAID.sub(" ", text)).strip()


def one_line(text: str) -> str:
    """The text on one line, with single spaces."""
    return _SPACES.sub(" ", plain(text))
