"""The gallery of the manual: one page, and the pictures and files on it, which are drawn while the site is built and not kept."""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import footlights as fl
from footlights.drawing import THEMES
from footlights.layout import VIEWS
from footlights.model import View
from footlights.picture import Picture
from footlights.render import FORMATS
from footlights.words import LANGUAGES, word

__all__ = ["page", "write"]

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
#: How wide the small pictures are, in pixels.
_WIDE = 900
#: The example that is shown in every view, output, theme and language.
_SHOWN = "it-incident"
_TONGUES = {"en": "English", "nl": "Nederlands", "es": "Español"}
#: What each output is for; one that is not told of has its media type.
_FOR = {
    "svg": "the picture for pages and documents, sharp at any size", "png": "the picture in pixels, at any scale",
    "pdf": "one page, sheets to glue, a poster or a report, readable by a screen reader", "html": "a page by itself, to look around in",
    "pptx": "slides with shapes that can be edited", "xlsx": "a workbook with the grid, times, findings and plan",
    "drawio": "for draw.io, with our ids inside", "mmd": "Mermaid, for pages that draw it", "bpmn": "BPMN 2.0 with its diagram",
    "csv": "every cell as a line", "md": "tables for a page", "txt": "the same in words alone",
}  # fmt: skip


class Shown(NamedTuple):
    """A picture on the page: the name of its files, what is said below it, and how it is drawn."""

    name: str
    caption: str
    example: str
    view: View
    theme: str = "light"
    language: str | None = None

    def picture(self) -> Picture:
        """It, laid out."""
        return _document(self.example).draw(self.view, theme=self.theme, language=self.language)


@cache
def _document(example: str) -> fl.Document:
    return fl.load(EXAMPLES / f"{example}.blueprint.yaml")


def _views() -> Iterator[Shown]:
    role = next(iter(_document(_SHOWN).blueprint.actors))
    for shows in VIEWS:
        yield Shown(f"view-{shows}", word(f"view.{shows}", "en"), _SHOWN, View(shows=shows, role=role if shows == "role" else None))
    for zoom in ("overview", "detail"):
        yield Shown(f"zoom-{zoom}", f"{word('view.blueprint', 'en')}: {zoom}", _SHOWN, View(zoom=zoom))


def _themes() -> Iterator[Shown]:
    for theme in THEMES:
        yield Shown(f"theme-{theme}", theme, _SHOWN, View(shows="journey"), theme)


def _languages() -> Iterator[Shown]:
    for language in LANGUAGES:
        yield Shown(f"language-{language}", _TONGUES.get(language, language), _SHOWN, View(shows="journey"), "light", language)


def _examples() -> Iterator[Shown]:
    for path in sorted(EXAMPLES.glob("*.blueprint.yaml")):
        name = path.name.partition(".")[0]
        document = _document(name).blueprint
        language = document.language or "en"
        title = document.say(document.title, language)
        yield Shown(f"example-{name}", f"{title} ({_TONGUES.get(language, language)})", name, View())


def page() -> str:
    """docs/gallery.md."""
    outputs = [
        f'<li><a href="gallery/{_file(made.suffix)}">{made.name}</a>: {html.escape(_FOR.get(made.name, made.media_type))}</li>'
        for made in FORMATS.values()
    ]
    parts = [
        "<!-- Written by `python3 dev.py generate`; its pictures are drawn by `python3 dev.py docs`. -->",
        "# Gallery",
        "Everything on this page was made with `footlights draw` from the blueprints in `examples/`. A picture leads to its SVG.",
        "## Views",
        "One blueprint, a laptop that will not start, in every [view](how-to/choose-a-view.md).",
        *map(_figure, _views()),
        "## Outputs",
        "The same blueprint as every kind of file:",
        "<ul>\n" + "\n".join(outputs) + "\n</ul>",
        "## Themes",
        "Its journey in our [themes](how-to/themes.md); one of your own is a small file.",
        *map(_figure, _themes()),
        "## Languages",
        "Our own words in each language; the texts are those of the file, where it has them in that language.",
        *map(_figure, _languages()),
        "## Examples",
        "Every example as a blueprint, in its own language.",
        *map(_figure, _examples()),
    ]
    return "\n\n".join(parts) + "\n"


def _file(suffix: str) -> str:
    """The name of the shown example as a file; a page of tables is no page of the manual, so its ending is another."""
    return f"{_SHOWN}{'.markdown' if suffix == '.md' else suffix}"


def _figure(shown: Shown) -> str:
    drawing = shown.picture().drawing
    alt = html.escape(f"{drawing.title}. {drawing.description}")
    return (
        f'<figure lang="{html.escape(drawing.language)}">\n<a href="gallery/{shown.name}.svg">'
        f'<img src="gallery/{shown.name}.png" alt="{alt}" loading="lazy"></a>\n'
        f"<figcaption>{html.escape(shown.caption)}</figcaption>\n</figure>"
    )


def write(folder: Path) -> None:
    """The pictures and files that the page shows and leads to."""
    folder.mkdir(parents=True, exist_ok=True)
    for shown in (*_views(), *_themes(), *_languages(), *_examples()):
        picture = shown.picture()
        (folder / f"{shown.name}.svg").write_bytes(picture.to("svg"))
        (folder / f"{shown.name}.png").write_bytes(picture.to("png", scale=min(1.0, _WIDE / picture.drawing.width)))
    whole = _document(_SHOWN).draw()
    for made in FORMATS.values():
        (folder / _file(made.suffix)).write_bytes(whole.to(made.name))
