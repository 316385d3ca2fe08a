"""Numbers as each language writes them."""

from .say import chosen

__all__ = ["grouped", "number", "signed"]

_COMMA = {"nl", "es"}


def number(value: float, language: str) -> str:
    """A number with at most two decimals and the language's own decimal sign: `1.5`, `1,5`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    text = "0" if text in ("-0", "") else text.replace("-", "−")
    return text.replace(".", ",") if chosen(language) in _COMMA else text


def grouped(value: int, language: str) -> str:
    """A whole number with its thousands apart, in the language's own way: `500,000`, `500.000`."""
    return f"{value:,}".replace(",", "." if chosen(language) in _COMMA else ",")


def signed(value: float, language: str) -> str:
    """A number that always tells its side: `+1`, `−0.5`, and a plain `0`."""
    text = number(value, language)
    return f"+{text}" if value > 0 and text != "0" else text
