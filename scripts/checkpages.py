"""The pages of the manual about checks: one for every family, and the list of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from footlights.checks import FAMILIES, SOURCES, Check
from footlights.words import phrase
from reference import WRITTEN, page, table

__all__ = ["FOLDER", "PAGES", "family", "index"]

FOLDER = "docs/reference/checks"
_PLACE = re.compile(r"\{\w+\}")


def name_of(letters: str) -> str:
    """What a family is called."""
    return phrase(f"family.{letters}", "en")


def file_of(letters: str) -> str:
    """The file of a family's page, in `FOLDER`."""
    return f"{name_of(letters).lower().replace(' ', '-')}.md"


def anchor(check: Check) -> str:
    """Where a check stands on its page: what the manual makes of its heading."""
    return f"{check.code.lower()}-{check.slug}"


def index() -> str:
    """docs/reference/checks/index.md: every check in one list."""
    lines = ["# Checks", "", WRITTEN, "", *INTRODUCTION.strip().splitlines(), ""]
    for letters, checks in FAMILIES.items():
        if not checks:
            continue
        lines += [f"## [{name_of(letters)}]({file_of(letters)})", ""]
        rows = (
            (f"[{check.code}]({file_of(letters)}#{anchor(check)})", f"`{check.slug}`", check.severity, profiles(check), check.en.title)
            for check in checks
        )
        lines += [*table(("code", "slug", "severity", "profiles", "what it finds"), rows), ""]
    return page(*lines).rstrip("\n") + "\n"


def family(letters: str) -> Callable[[], str]:
    """The maker of a family's page."""

    def made() -> str:
        lines = [f"# {name_of(letters)}", "", WRITTEN, "", f"The checks of the family `{letters}`. [All checks](index.md).", ""]
        for check in FAMILIES[letters]:
            lines += section(check)
        return page(*lines).rstrip("\n") + "\n"

    return made


def section(check: Check) -> Iterator[str]:
    """Everything about one check."""
    words = check.en
    yield from (f"## {check.code} {check.slug}", "", f"**{words.title}.** {words.why}", "")
    rows = [
        ("severity", check.severity),
        ("profiles", profiles(check)),
        ("it says", f"“{_PLACE.sub('…', words.message)}”"),
        ("what to do", _PLACE.sub("…", words.hint)),
        ("mends itself", "yes, with `footlights check --fix`" if check.mend is not None else "no, that takes judgement"),
        ("source", SOURCES[check.source]),
    ]
    yield from table(("", ""), rows)
    yield ""
    if check.options:
        options = ((f"`{option.name}`", f"{option.default:g}", option.about) for option in check.options)
        yield from table(("option", "default", "what it means"), options)
        yield ""
    if check.fires.strip():
        at = ", ".join(f"`{address}`" for address in check.at)
        yield from (
            f"It has something to say here, at {at}:",
            "",
            *example(check.fires),
            "",
            "And not here:",
            "",
            *example(check.clean),
            "",
        )


def example(text: str) -> tuple[str, ...]:
    """A blueprint as a block of code."""
    return ("```yaml", text.strip("\n"), "```")


def profiles(check: Check) -> str:
    """The profiles in which it is put."""
    return "calm, strict" if check.calm else "strict"


INTRODUCTION = """
A check puts one question to a blueprint. What it finds is told by `footlights check`, with its place, why it matters and
what to do about it. `footlights rules` lists them in a terminal, and `footlights rules CODE` tells all about one.

- The profile **calm** asks what matters most: all findings of severity high, and of the checks marked calm the first few, up to
  five in all. **strict** tells everything.
- Severities are high, medium and low. A check may raise its own where more rides on the moment. `error` is kept for
  blueprint tests that fail and for checks that break.
- Meant so? Say it at the element, with the reason, and the check leaves it be: `allow: {contact-without-doer: The poster
  answers by itself}`. On a step or a phase it goes for all that stands in it, in the head for the whole blueprint.
- A team settles profile, severities and options in [footlights.toml](../settings.md).
"""

#: Path in the project → what makes its text.
PAGES: dict[str, Callable[[], str]] = {
    f"{FOLDER}/index.md": index,
    **{f"{FOLDER}/{file_of(letters)}": family(letters) for letters in FAMILIES},
}
