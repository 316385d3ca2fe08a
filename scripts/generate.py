"""Write everything that follows from something else: `generate.py [--check] [NAME...]`.

What is typed twice drifts apart, so it is typed once and written out from here. With --check nothing is
written: it says which files are stale and ends with 1. A NAME is a path that GENERATED lists; without any,
all of them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import checkpages
import decisions
import expectations
import gallery
import interface
import pictures
import reference
import webmodel

ROOT = Path(__file__).resolve().parent.parent

# Path in the project → what makes its text. A maker is a plain function without arguments.
GENERATED: Mapping[str, Callable[[], str]] = {
    "docs/decisions/index.md": decisions.index,
    "docs/gallery.md": gallery.page,
    "docs/images/it-incident.svg": pictures.it_incident,
    **checkpages.PAGES,
    "docs/reference/cli.md": reference.command_line,
    "docs/reference/expectations.md": expectations.page,
    "docs/reference/file.md": reference.file_format,
    "docs/reference/http.md": interface.for_people,
    "docs/reference/json.md": reference.answers,
    "schema/blueprint.schema.json": reference.schema,
    "schema/theme.schema.json": reference.theme_schema,
    "schema/openapi.json": interface.for_programs,
    **{f"web/messages/{language}/craft.json": webmodel.craft(language) for language in ("en", "nl", "es")},
    "web/src/app/fonts.css": webmodel.fonts,
    "web/src/generated/craft.ts": webmodel.craft_words,
    "web/src/generated/faces.ts": webmodel.faces,
    "web/src/generated/named.ts": webmodel.named_words,
    "web/src/generated/icons.ts": webmodel.icons,
    "web/src/generated/model.ts": webmodel.model,
    "web/src/generated/tokens.css": webmodel.tokens,
}


def stale(names: Sequence[str], root: Path) -> dict[str, str]:
    """The fresh text of each of these files whose text on disk is another, or that is missing."""
    fresh = {name: GENERATED[name]() for name in names}
    return {name: text for name, text in fresh.items() if read(root / name) != text}


def read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="generate.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", default=[])
    parser.add_argument("--check", action="store_true", help="write nothing, say what is stale")
    chosen = parser.parse_args(argv)
    unknown = [name for name in chosen.names if name not in GENERATED]
    if unknown:
        print(f"Not generated: {', '.join(unknown)}. Generated: {', '.join(GENERATED)}.", file=sys.stderr)
        return 2
    old = stale(chosen.names or list(GENERATED), ROOT)
    for name, text in old.items():
        if chosen.check:
            print(f"{name} is stale: run `python3 dev.py generate`", file=sys.stderr)
            continue
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(text, "utf-8", newline="\n")
        print(f"wrote {name}")
    return 1 if old and chosen.check else 0


if __name__ == "__main__":
    sys.exit(main())
