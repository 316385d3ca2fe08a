"""What languages are called in our languages."""

from footlights.facts import Spelt, Spoken

__all__ = ["tongue"]

_NAMES = {
    "en": ("English", "het Engels", "inglés"), "nl": ("Dutch", "het Nederlands", "neerlandés"),
    "es": ("Spanish", "het Spaans", "español"), "fr": ("French", "het Frans", "francés"), "de": ("German", "het Duits", "alemán"),
    "pt": ("Portuguese", "het Portugees", "portugués"), "it": ("Italian", "het Italiaans", "italiano"),
    "ca": ("Catalan", "het Catalaans", "catalán"), "eu": ("Basque", "het Baskisch", "euskera"),
    "gl": ("Galician", "het Galicisch", "gallego"), "fy": ("Frisian", "het Fries", "frisón"), "cy": ("Welsh", "het Welsh", "galés"),
    "pl": ("Polish", "het Pools", "polaco"), "tr": ("Turkish", "het Turks", "turco"), "ar": ("Arabic", "het Arabisch", "árabe"),
}  # fmt: skip


def tongue(tag: str) -> Spoken | Spelt:
    """What the language of a tag is called, with the tag behind it where it is a regional one; the tag itself when we have no name."""
    stem = tag.partition("-")[0].lower()
    if stem not in _NAMES:
        return Spelt(tag)
    region = "" if stem == tag.lower() else f" ({tag})"
    return Spoken(*(f"{name}{region}" for name in _NAMES[stem]))
