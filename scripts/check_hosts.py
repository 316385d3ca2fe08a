"""Look for names of package registries in what is tracked: a lock must work behind anybody's own registry."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Written in two halves, so that this file does not name one either.
NAMED = re.compile(
    "|".join(
        [
            r"registry\.npm" + r"js",
            r"pypi\." + r"org",
            r"python" + r"hosted\.",
            r"deb\." + r"debian",
            r'"res' + r'olved":',
            r"^--(?:extra-)?ind" + r"ex-url",
        ]
    ),
    re.MULTILINE,
)


def tracked(root: Path) -> list[Path]:
    """The files that git tracks or would track under root (nothing that it ignores)."""
    argv = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(argv, cwd=root, capture_output=True, check=True)
    return sorted({root / name for name in done.stdout.decode().split("\0") if name})


def names_in(files: Iterable[Path]) -> list[tuple[Path, int, str]]:
    """File, line number and line for each registry named; binary files are passed over."""
    found = []
    for file in files:
        if not file.is_file():  # deleted, not yet committed
            continue
        data = file.read_bytes()
        if b"\0" in data:
            continue
        text = data.decode("utf-8", "replace")
        for match in NAMED.finditer(text):
            number = text.count("\n", 0, match.start()) + 1
            found.append((file, number, text.splitlines()[number - 1].strip()[:100]))
    return found


def main(root: Path = ROOT) -> int:
    found = names_in(tracked(root))
    for file, number, line in found:
        print(f"{file.relative_to(root).as_posix()}:{number}: names a package registry: {line}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
