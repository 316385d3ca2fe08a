"""What a PDF holds, read back with pypdf: its pages in millimetres, its tags in their order, its texts."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from footlights import api
from footlights.picture import Picture

__all__ = ["EXAMPLES", "example", "kinds", "pages", "reader", "sizes", "tags", "text"]


EXAMPLES = Path(__file__).parents[3] / "examples"


@cache
def example(name: str, language: str | None = None) -> Picture:
    """The picture of one of our examples."""
    return api.draw(api.load(EXAMPLES / f"{name}.blueprint.yaml"), language=language)


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def sizes(data: bytes) -> list[tuple[int, int]]:
    """Width and height of every page, in whole millimetres."""
    return [(round(float(page.mediabox.width) / 72 * 25.4), round(float(page.mediabox.height) / 72 * 25.4)) for page in reader(data).pages]


@cache
def pages(data: bytes) -> tuple[str, ...]:
    """The text of every page, with spaces for line breaks."""
    return tuple(" ".join(page.extract_text().split()) for page in reader(data).pages)


def text(data: bytes, first: int = 0) -> str:
    """All text from a page on (0 is the first)."""
    return " ".join(pages(data)[first:])


def tags(data: bytes) -> Iterator[dict[str, Any]]:
    """The tags of the document in the order in which they are read."""

    def walk(node: Any) -> Iterator[dict[str, Any]]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict) and "/S" in node:
            yield node
            yield from walk(node.get("/K", []))
        elif isinstance(node, dict) and "/K" in node:
            yield from walk(node["/K"])

    return walk(reader(data).trailer["/Root"]["/StructTreeRoot"]["/K"])  # type: ignore[index]


def kinds(data: bytes) -> list[str]:
    """The kinds of the tags, in their order."""
    return [str(node["/S"]) for node in tags(data)]
