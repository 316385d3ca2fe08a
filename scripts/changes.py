"""The changelog, one small file a change: `changes.py add KIND NAME TEXT`, `check`, `show` or `assemble`.

Two people who change two things must not meet in one file. So each change puts a fragment into changes/,
called NAME.KIND.md, and a release assembles them into CHANGELOG.md.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("added", "changed", "deprecated", "removed", "fixed", "security")
FILE = re.compile(rf"([a-z0-9]+(?:-[a-z0-9]+)*)\.({'|'.join(KINDS)})\.md")
MARK = "<!-- releases: newest first; `python3 dev.py changes assemble` writes the next one under this line -->\n"
VERSION = re.compile(r"\d+\.\d+\.\d+")


class ChangesError(Exception):
    """Something is wrong with a fragment or with what was asked; the message says how to mend it."""


@dataclass(frozen=True)
class Fragment:
    name: str
    kind: str
    text: str
    path: Path


def read_fragment(path: Path) -> Fragment:
    """One fragment; ChangesError if its name or its text is not what the changelog needs."""
    name = FILE.fullmatch(path.name)
    if name is None:
        raise ChangesError(f"changes/{path.name}: call it NAME.KIND.md, with KIND one of: {', '.join(KINDS)}")
    text = path.read_text("utf-8").strip()
    if not text:
        raise ChangesError(f"changes/{path.name}: it is empty: say what changed for somebody who uses footlights")
    if text.startswith(("#", "-", "*")):
        raise ChangesError(f"changes/{path.name}: plain sentences, please; the list is made when it is assembled")
    if not text.endswith((".", ":", "`", ")")):
        raise ChangesError(f"changes/{path.name}: end with a full stop")
    return Fragment(name[1], name[2], text, path)


def fragments(root: Path = ROOT) -> list[Fragment]:
    """All fragments by kind, then by name; ChangesError for the first one that is malformed."""
    paths = [p for p in sorted((root / "changes").iterdir()) if p.name != "README.md" and p.name[0] != "."]
    return sorted(map(read_fragment, paths), key=lambda f: (KINDS.index(f.kind), f.name))


def entry(fragment: Fragment) -> str:
    return "- " + fragment.text.replace("\n", "\n  ").replace("\n  \n", "\n\n") + "\n"


def section(heading: str, found: list[Fragment]) -> str:
    """One release as the changelog shows it."""
    parts = [f"## {heading}\n"]
    for kind in KINDS:
        entries = [entry(f) for f in found if f.kind == kind]
        if entries:
            parts.append(f"\n### {kind.capitalize()}\n\n" + "".join(entries))
    return "".join(parts)


def assemble(version: str, date: str, root: Path = ROOT) -> None:
    """Move all fragments into CHANGELOG.md under a new heading; ChangesError if there is nothing to move."""
    if not VERSION.fullmatch(version):
        raise ChangesError(f"a version looks like 1.2.3, not {version!r}")
    try:
        datetime.date.fromisoformat(date)
    except ValueError:
        raise ChangesError(f"a date looks like 2027-03-01, not {date!r}") from None
    found = fragments(root)
    if not found:
        raise ChangesError("there are no fragments in changes/")
    log = root / "CHANGELOG.md"
    text = log.read_text("utf-8")
    if f"## {version} " in text:
        raise ChangesError(f"CHANGELOG.md has {version} already")
    if text.count(MARK) != 1:
        raise ChangesError(f"CHANGELOG.md must hold this line once: {MARK.strip()}")
    log.write_text(text.replace(MARK, f"{MARK}\n{section(f'{version} — {date}', found)}"), "utf-8", newline="\n")
    for fragment in found:
        fragment.path.unlink()


def add(kind: str, name: str, text: str, root: Path = ROOT) -> Path:
    """Write a new fragment; ChangesError if it is malformed or there is one of that name."""
    path = root / "changes" / f"{name}.{kind}.md"
    if path.exists():
        raise ChangesError(f"changes/{path.name} is there already")
    path.write_text(text.strip() + "\n", "utf-8", newline="\n")
    try:
        read_fragment(path)
    except ChangesError:
        path.unlink()
        raise
    return path


def main(argv: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(prog="changes.py", description=(__doc__ or "").splitlines()[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("check", help="are all fragments well formed?")
    verbs.add_parser("show", help="print what the next release will say")
    new = verbs.add_parser("add", help="write a fragment")
    new.add_argument("kind", choices=KINDS)
    new.add_argument("name")
    new.add_argument("text")
    release = verbs.add_parser("assemble", help="move the fragments into CHANGELOG.md")
    release.add_argument("version")
    release.add_argument("date")
    chosen = parser.parse_args(argv)
    try:
        match chosen.verb:
            case "add":
                print(f"wrote changes/{add(chosen.kind, chosen.name, chosen.text, root).name}")
            case "assemble":
                assemble(chosen.version, chosen.date, root)
            case "show":
                print(section("Next", fragments(root)), end="")
            case _:
                fragments(root)
    except ChangesError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
