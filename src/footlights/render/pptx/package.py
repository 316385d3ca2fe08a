"""The file around the slides: a zip of parts that name each other, the same bytes each time."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from footlights.render.svg import escape

from .house import House
from .parts import LAYOUT, MASTER, NOTES_MASTER, PRESENTATION, SETTINGS, TEXT_STYLE, theme_part
from .shape import PIXEL

__all__ = ["NAMESPACES", "SlideFile", "packed"]

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
#: The master's relationship with its logo.
_LOGO = "rId3"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."


class SlideFile:
    """A slide: its shapes, the shapes of its notes, and the slides it leads to, by relationship id."""

    def __init__(self, shapes: str, notes: str, links: dict[int, str]) -> None:
        self.shapes = shapes
        self.notes = notes
        self.links = links


def packed(
    slides: list[SlideFile], *, theme: dict[str, str], title: str, language: str, size: tuple[int, int], dark: bool, house: House
) -> bytes:  # fmt: skip
    """The file. `theme` are the colours (RRGGBB) of the deck's theme by their names; `size` is the slide's in EMU."""
    parts: dict[str, str] = {}
    width, height = size
    lent: dict[str, str | int] = {
        "ns": NAMESPACES,
        "tree": _TREE,
        "map": _MAP_DARK if dark else _MAP,
        "styles": TEXT_STYLE,
        "language": language,
    }
    lent.update(_places(width, height, round(house.taken * PIXEL)))
    parts["ppt/presentation.xml"] = PRESENTATION.format(
        slides="".join(f'<p:sldId id="{256 + number}" r:id="rId{10 + number}"/>' for number in range(len(slides))),
        width=width, height=height, **lent,
    )  # fmt: skip
    parts["ppt/slideMasters/slideMaster1.xml"] = MASTER.format(logo=house.picture(_LOGO), **lent)
    parts["ppt/slideLayouts/slideLayout1.xml"] = LAYOUT.format(**lent)
    parts["ppt/notesMasters/notesMaster1.xml"] = NOTES_MASTER.format(**{**lent, "map": _MAP})
    for name, text in SETTINGS.items():
        parts[f"ppt/{name}.xml"] = text.format(**lent)
    parts["ppt/theme/theme1.xml"] = theme_part(theme, house.font)
    parts["ppt/theme/theme2.xml"] = theme_part(theme, house.font, house.font)
    parts["docProps/core.xml"] = _core(title, language)
    parts["docProps/app.xml"] = _APP
    for number, slide in enumerate(slides, 1):
        parts[f"ppt/slides/slide{number}.xml"] = (
            f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{_TREE}{slide.shapes}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )
        parts[f"ppt/notesSlides/notesSlide{number}.xml"] = (
            f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{_TREE}{slide.notes}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
        )
    parts.update(_relations(slides, logo=house.logo is not None))
    made = {name: (_HEAD + text).encode() for name, text in {"[Content_Types].xml": _types(len(slides)), **parts}.items()}
    if house.logo is not None:
        made["ppt/media/logo.png"] = house.logo.data
    return _zipped(made)


_MAP = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
_MAP += 'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
_MAP_DARK = _MAP.replace('"lt1" tx1="dk1" bg2="lt2" tx2="dk2"', '"dk1" tx1="lt1" bg2="dk2" tx2="lt2"')


def _places(width: int, height: int, taken: int) -> dict[str, int]:
    """Where the title and the slide's number stand, in EMU: 24 px from the sides. `taken` is what a logo takes of the title's room."""
    edge = 228600
    return {
        "title_x": edge, "title_y": 76200, "title_w": width - 2 * edge - taken, "title_h": 419100,
        "number_x": width - edge - 571500, "number_y": height - 323850, "number_w": 571500, "number_h": 228600,
    }  # fmt: skip


def _core(title: str, language: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>footlights</dc:creator><dc:language>{language}</dc:language></cp:coreProperties>"
    )


_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>footlights</Application>'
    "</Properties>"
)


def _relations(slides: list[SlideFile], *, logo: bool) -> dict[str, str]:
    found = {
        "_rels/.rels": _related(
            [
                ("rId1", f"{_KIND}officeDocument", "ppt/presentation.xml"),
                ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{_KIND}extended-properties", "docProps/app.xml"),
            ]
        ),
        "ppt/_rels/presentation.xml.rels": _related(
            [
                ("rId1", f"{_KIND}slideMaster", "slideMasters/slideMaster1.xml"),
                ("rId2", f"{_KIND}notesMaster", "notesMasters/notesMaster1.xml"),
                ("rId3", f"{_KIND}theme", "theme/theme1.xml"),
                *((f"rId{number}", f"{_KIND}{name}", f"{name}.xml") for number, name in enumerate(SETTINGS, 4)),
                *((f"rId{9 + number}", f"{_KIND}slide", f"slides/slide{number}.xml") for number in range(1, len(slides) + 1)),
            ]
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _related(
            [
                ("rId1", f"{_KIND}slideLayout", "../slideLayouts/slideLayout1.xml"),
                ("rId2", f"{_KIND}theme", "../theme/theme1.xml"),
                *([(_LOGO, f"{_KIND}image", "../media/logo.png")] if logo else []),
            ]
        ),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _related([("rId1", f"{_KIND}slideMaster", "../slideMasters/slideMaster1.xml")]),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _related([("rId1", f"{_KIND}theme", "../theme/theme2.xml")]),
    }
    for number, slide in enumerate(slides, 1):
        found[f"ppt/slides/_rels/slide{number}.xml.rels"] = _related(
            [
                ("rId1", f"{_KIND}slideLayout", "../slideLayouts/slideLayout1.xml"),
                ("rId2", f"{_KIND}notesSlide", f"../notesSlides/notesSlide{number}.xml"),
                *((name, f"{_KIND}slide", f"slide{other}.xml") for other, name in slide.links.items()),
            ]
        )
        found[f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels"] = _related(
            [
                ("rId1", f"{_KIND}notesMaster", "../notesMasters/notesMaster1.xml"),
                ("rId2", f"{_KIND}slide", f"../slides/slide{number}.xml"),
            ]
        )
    return found


def _related(rows: list[tuple[str, str, str]]) -> str:
    said = "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in rows)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{said}</Relationships>'


def _types(count: int) -> str:
    office = "application/vnd.openxmlformats-"
    named = [
        ("ppt/presentation.xml", f"{_TYPE}presentation.main+xml"),
        ("ppt/slideMasters/slideMaster1.xml", f"{_TYPE}slideMaster+xml"),
        ("ppt/slideLayouts/slideLayout1.xml", f"{_TYPE}slideLayout+xml"),
        ("ppt/notesMasters/notesMaster1.xml", f"{_TYPE}notesMaster+xml"),
        ("ppt/theme/theme1.xml", f"{office}officedocument.theme+xml"),
        ("ppt/theme/theme2.xml", f"{office}officedocument.theme+xml"),
        *((f"ppt/{name}.xml", f"{_TYPE}{name}+xml") for name in SETTINGS),
        ("docProps/core.xml", f"{office}package.core-properties+xml"),
        ("docProps/app.xml", f"{office}officedocument.extended-properties+xml"),
        *((f"ppt/slides/slide{number}.xml", f"{_TYPE}slide+xml") for number in range(1, count + 1)),
        *((f"ppt/notesSlides/notesSlide{number}.xml", f"{_TYPE}notesSlide+xml") for number in range(1, count + 1)),
    ]
    said = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in named)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{office}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{said}</Types>'
    )


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            # with an entry of its own the level of the file is not looked at
            file.writestr(entry, data, compresslevel=2)
    return made.getvalue()
