"""Checks of words and translations."""

from footlights.checks.check import Check

from .figures_that_differ import CHECK as FIGURES_THAT_DIFFER
from .inside_out_wording import CHECK as INSIDE_OUT_WORDING
from .jargon_in_a_customer_row import CHECK as JARGON_IN_A_CUSTOMER_ROW
from .language_not_said import CHECK as LANGUAGE_NOT_SAID
from .long_text_on_a_card import CHECK as LONG_TEXT_ON_A_CARD
from .missing_translation import CHECK as MISSING_TRANSLATION
from .placeholder_text import CHECK as PLACEHOLDER_TEXT
from .same_name_twice import CHECK as SAME_NAME_TWICE
from .undeclared_language import CHECK as UNDECLARED_LANGUAGE
from .untranslated_copy import CHECK as UNTRANSLATED_COPY

__all__ = ["LANGUAGE"]

LANGUAGE: tuple[Check, ...] = (
    MISSING_TRANSLATION, UNTRANSLATED_COPY, UNDECLARED_LANGUAGE, FIGURES_THAT_DIFFER, INSIDE_OUT_WORDING, JARGON_IN_A_CUSTOMER_ROW,
    LONG_TEXT_ON_A_CARD, SAME_NAME_TWICE, LANGUAGE_NOT_SAID, PLACEHOLDER_TEXT,
)  # fmt: skip
