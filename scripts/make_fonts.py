"""Make the fonts that footlights ships, and the table of widths, out of the variable Noto Sans.

Run at release time only, with `fonttools`, `brotli` and `fontpkg-noto-sans` installed:

    python scripts/make_fonts.py

The same source gives the same bytes: no time stamp is written.
"""
# fontTools comes without types, and is not in every developer's environment.
# mypy: disable-error-code="import-untyped,import-not-found"

from __future__ import annotations

import argparse
import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "src" / "footlights" / "typeset" / "fonts"
UNITS_PER_EM = 1000

Ranges = tuple[tuple[int, int], ...]

WEIGHTS = {"regular": (400, "NotoSans-Regular"), "bold": (700, "NotoSans-Bold")}

# A character belongs to the first chunk that names it. The small chunks come first, so that a text
# in a western European language carries only the chunks it needs.
CHUNKS: dict[str, Ranges] = {
    "latin": ((0x20, 0x7E),),
    "latin-1": ((0xA0, 0xFF),),
    "punctuation": ((0x2000, 0x206F), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2212, 0x2212)),
    "latin-ext-a": ((0x100, 0x17F), (0x218, 0x21B)),
    "vietnamese": ((0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1EA0, 0x1EF9)),
    "latin-ext-b": ((0x180, 0x24F), (0x1E00, 0x1EFF), (0xFB01, 0xFB02)),
    "marks": ((0x2B9, 0x2BF), (0x2C6, 0x2CC), (0x2D8, 0x2DD), (0x300, 0x315), (0x31B, 0x31B), (0x323, 0x338)),
    "greek": ((0x370, 0x3FF),),
    "cyrillic": ((0x400, 0x45F), (0x490, 0x491)),
    "cyrillic-ext": ((0x48A, 0x4FF),),
    "symbols": (
        (0x2070, 0x209F),
        (0x20A0, 0x20C0),
        (0x2103, 0x2103),
        (0x2105, 0x2105),
        (0x2109, 0x2109),
        (0x2113, 0x2113),
        (0x2116, 0x2117),
        (0x2120, 0x2120),
        (0x2126, 0x2126),
        (0x212A, 0x212B),
        (0x212E, 0x212E),
        (0x2150, 0x215F),
        (0x2189, 0x2189),
        (0x2190, 0x22FF),
        (0x25A0, 0x27BF),
        (0xFFFD, 0xFFFD),
    ),
}

# Kerning for good looks; marks and compositions so that accents sit on their letters. No ligatures:
# `fi` drawn as one glyph could not be measured, searched or coloured letter by letter.
FILE_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
CHUNK_FEATURES = ["kern"]


def characters_in(ranges: Ranges) -> Iterator[int]:
    """Each code point of the ranges, both ends included."""
    for first, last in ranges:
        yield from range(first, last + 1)


def cut(font: TTFont, code_points: Iterable[int], features: list[str]) -> TTFont:
    """Keep only these characters and layout features, without hints; the font is changed in place."""
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(code_points))
    subsetter.subset(font)
    return font


def pair_values(font: TTFont) -> Iterator[Any]:
    """Each value record of the first glyph in every kerning pair."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            table = getattr(subtable, "ExtSubTable", subtable)
            if type(table).__name__ != "PairPos":
                continue
            if table.Format == 1:
                yield from (pair.Value1 for group in table.PairSet for pair in group.PairValueRecord)
            else:
                yield from (pair.Value1 for row in table.Class1Record for pair in row.Class2Record)


def only_narrowing(font: TTFont) -> int:
    """Drop the kerning that moves letters apart, so that text is never wider than its advances; how many."""
    dropped = 0
    for value in pair_values(font):
        if value is not None and getattr(value, "XAdvance", 0) > 0:
            value.XAdvance = 0
            dropped += 1
    return dropped


def static_font(source: Path, weight: int) -> TTFont:
    """One weight of the variable font at normal width, cut to the characters of all chunks."""
    font = TTFont(source, recalcTimestamp=False)
    cut(font, (c for ranges in CHUNKS.values() for c in characters_in(ranges)), FILE_FEATURES)
    font = instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True, updateFontNames=True)
    if font["head"].unitsPerEm != UNITS_PER_EM:
        sys.exit(f"expected {UNITS_PER_EM} units per em, found {font['head'].unitsPerEm}")
    print(f"  {only_narrowing(font)} widening kerning pairs dropped")
    # STAT speaks of the axes of the variable font; a static font has none.
    del font["STAT"]
    return font


def drawn_advances(font: TTFont) -> dict[int, int]:
    """Units per em that each character takes when drawn: text engines give marks and controls no width."""
    glyph_of, metrics = font.getBestCmap(), font["hmtx"]
    invisible = {"Mn", "Me", "Cf"}
    return {code: 0 if unicodedata.category(chr(code)) in invisible else metrics[glyph][0] for code, glyph in sorted(glyph_of.items())}


def covered_ranges(wanted: Iterable[int], covered: set[int]) -> list[list[int]]:
    """The code points of `wanted` that are in `covered`, as runs of [first, last]."""
    runs: list[list[int]] = []
    for code in sorted(set(wanted) & covered):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


def split_into_chunks(covered: set[int]) -> dict[str, list[list[int]]]:
    """For each chunk the runs of characters it holds; every covered character is in exactly one."""
    left = set(covered)
    chunks = {}
    for name, ranges in CHUNKS.items():
        chunks[name] = covered_ranges(characters_in(ranges), left)
        left -= set(characters_in(ranges))
    if left:
        sys.exit(f"in no chunk: {sorted(map(hex, left))}")
    return chunks


def write_chunks(font_file: Path, weight: int, chunks: dict[str, list[list[int]]], out: Path) -> None:
    """Write one woff2 file for each chunk, named noto-sans-<weight>-<chunk>.woff2."""
    for name, runs in chunks.items():
        font = TTFont(font_file, recalcTimestamp=False)
        cut(font, characters_in(tuple((first, last) for first, last in runs)), CHUNK_FEATURES)
        font.flavor = "woff2"
        path = out / f"noto-sans-{weight}-{name}.woff2"
        font.save(path)
        print(f"  {path.name}: {path.stat().st_size} bytes")


def table_text(
    version: str,
    fonts: dict[str, TTFont],
    advances: dict[str, dict[int, int]],
    chunks: dict[str, list[list[int]]],
) -> str:
    """The JSON file of widths, heights and chunks; one run of characters a line, to read well in a diff."""
    heights = {
        name: {
            "ascent": font["hhea"].ascent,
            "descent": -font["hhea"].descent,
            "capHeight": font["OS/2"].sCapHeight,
            "xHeight": font["OS/2"].sxHeight,
        }
        for name, font in fonts.items()
    }
    parts = {
        "family": "Noto Sans",
        "version": version,
        "unitsPerEm": UNITS_PER_EM,
        "heights": heights,
        "chunks": chunks,
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in parts.items()]
    for name, units in advances.items():
        runs = ([first, [units[code] for code in range(first, last + 1)]] for first, last in covered_ranges(units, set(units)))
        rows = ",\n".join(json.dumps(run, separators=(",", ":")) for run in runs)
        lines.append(f"{json.dumps(name)}: [\n{rows}\n]")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def fontlog(version: str, origin: dict[str, Any]) -> str:
    """What these files are and where they come from."""
    source = origin["source"]
    return f"""\
# Noto Sans, as shipped with footlights

Family: {origin["family"]}, version {version}. {origin["copyright"]}.
Licence: SIL Open Font License 1.1, see OFL.txt. No Reserved Font Name is declared.
Origin: {source["repo"]}, folder {source["path"]}, commit {source["commit"]},
through the PyPI package fontpkg-noto-sans.

Changed by `scripts/make_fonts.py`:
- cut from the variable font: weights 400 and 700, width 100;
- only the characters listed in the chunks of `noto-sans.json`;
- no hints and no ligatures; kerning that moves letters apart is dropped, kerning that moves them
  together is kept, so a drawn text is never wider than the sum of its advances.

Files:
- `NotoSans-Regular.ttf`, `NotoSans-Bold.ttf`: for engines that draw PNG and PDF;
- `noto-sans-<weight>-<chunk>.woff2`: the same glyphs by range, to embed in SVG and HTML;
- `noto-sans.json`: advances, heights and chunks, {UNITS_PER_EM} units per em.
"""


def main() -> None:
    """Make every file of the fonts folder anew."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=FONTS, help="folder to write to")
    out: Path = parser.parse_args().out
    package = Path(str(files("fontpkg_noto_sans")))
    origin = json.loads((package / "metadata.json").read_text(encoding="utf-8"))
    (variable,) = (f["path"] for f in origin["files"] if f["style"] == "normal")
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("*.woff2"), *out.glob("*.ttf")):
        old.unlink()

    fonts: dict[str, TTFont] = {}
    for name, (weight, file_name) in WEIGHTS.items():
        print(f"{file_name}:")
        fonts[name] = static_font(package / variable, weight)
        fonts[name].save(out / f"{file_name}.ttf")
    advances = {name: drawn_advances(font) for name, font in fonts.items()}
    if set(advances["regular"]) != set(advances["bold"]):
        sys.exit("the two weights do not hold the same characters")
    chunks = split_into_chunks(set(advances["regular"]))
    for weight, file_name in WEIGHTS.values():
        write_chunks(out / f"{file_name}.ttf", weight, chunks, out)
    text = table_text(origin["version"], fonts, advances, chunks)
    (out / "noto-sans.json").write_text(text, encoding="utf-8", newline="\n")
    (out / "FONTLOG.md").write_text(fontlog(origin["version"], origin), encoding="utf-8", newline="\n")
    shutil.copyfile(package / "LICENSE", out / "OFL.txt")


if __name__ == "__main__":
    main()
