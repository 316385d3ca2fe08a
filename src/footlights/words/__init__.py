"""The words of the product in English, Dutch and Spanish: labels, the sentences of messages, and what the command line says."""

from .duration import duration_text
from .note import Note, noted
from .number import grouped, number, signed
from .say import LANGUAGES, choice, chosen, compared, message, phrase, told, weighed, word

__all__ = [
    "LANGUAGES",
    "Note",
    "choice",
    "chosen",
    "compared",
    "duration_text",
    "grouped",
    "message",
    "noted",
    "number",
    "phrase",
    "signed",
    "told",
    "weighed",
    "word",
]
