"""The words of the product in English, Dutch and Spanish: labels, and the sentences of messages."""

from .duration import duration_text
from .say import LANGUAGES, chosen, message, word

__all__ = ["LANGUAGES", "chosen", "duration_text", "message", "word"]
