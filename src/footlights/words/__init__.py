"""The words of the product in English, Dutch and Spanish: labels, the sentences of messages, and what the command line says."""

from .duration import duration_text
from .number import number, signed
from .say import LANGUAGES, chosen, message, phrase, word

__all__ = ["LANGUAGES", "chosen", "duration_text", "message", "number", "phrase", "signed", "word"]
