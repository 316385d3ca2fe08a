"""Another id for an element, wherever the file says it."""

from lsprotocol.types import TextEdit

from footlights.files import id_spans
from footlights.model import ID_PATTERN, Address, FootlightsError

from .desk import Desk

__all__ = ["renamed", "renames_at"]


def renames_at(desk: Desk, offset: int) -> Address | None:
    """The element whose id stands at an offset, as its own or where something points at it; None where none does."""
    reference = desk.reference_at(offset)
    return reference.target if reference is not None else desk.declared_at(offset)


def renamed(desk: Desk, address: Address, new: str) -> list[TextEdit]:
    """The edits that give an element another id: its own id, every word that points at it, and signs of findings about it.

    Raises FootlightsError when the id is impossible or taken, or when it does not stand in the file because it is made from a text.
    """
    blueprint = desk.loaded.blueprint
    if blueprint is None:
        raise FootlightsError("the file can't be read", "mend what is wrong with it first")
    if not ID_PATTERN.fullmatch(new):
        raise FootlightsError(f"{new!r} is no id", "an id has letters, digits, dots and dashes, and begins with a letter or digit")
    if new in blueprint.collection(address.collection):
        raise FootlightsError(f"there is already {address.collection}/{new}", "choose another id")
    own = id_spans(desk.loaded, desk.text, address)
    if not own:
        raise FootlightsError(
            f"the id {address.id!r} is made from a text and does not stand in the file", f"write `id: {address.id}` first"
        )
    edits = [TextEdit(desk.ruler.range(span), new) for span in own]
    for reference in desk.references:
        if reference.target == address:
            word = desk.text[reference.span.start : reference.span.end]
            edits.append(TextEdit(desk.ruler.range(reference.span), f"{address.collection}/{new}" if "/" in word else new))
    return [*edits, *_signs(desk, address, new)]


def _signs(desk: Desk, address: Address, new: str) -> list[TextEdit]:
    """Fingerprints of findings name the element they are about: `check@cards/answer~1f`."""
    found = []
    for name, span in desk.loaded.spans.items():
        if name.startswith("findings/") and name.endswith("#fingerprint"):
            text = desk.text[span.start : span.end]
            for end in ("~", "#", ":"):
                at = text.find(f"@{address}{end}")
                if at >= 0:
                    start = span.start + at + len(f"@{address.collection}/")
                    part = span._replace(start=start, end=start + len(address.id))
                    found.append(TextEdit(desk.ruler.range(part), new))
                    break
    return found
