"""The blueprints that `footlights new` writes: short, valid and made to be overwritten."""

from importlib.resources import files

__all__ = ["LANGUAGES", "NAMES", "template"]

#: The templates, from the emptiest up.
NAMES = ("blank", "journey", "blueprint")
#: The languages each of them is written in; the first stands in for every other language.
LANGUAGES = ("en", "nl", "es")


def template(name: str, language: str = "en") -> str:
    """The text of a template in a language: `nl` for `nl-BE` or `nl_NL.UTF-8`, English where we have none.

    Raises KeyError for a name that is not in NAMES.
    """
    if name not in NAMES:
        raise KeyError(name)
    stem = language.replace("_", "-").partition("-")[0].casefold()
    tag = stem if stem in LANGUAGES else LANGUAGES[0]
    return (files(__package__) / f"{name}.{tag}.blueprint.yaml").read_text(encoding="utf-8")
