#!/usr/bin/env python3
"""Footlights' workshop: one command for each chore. It needs Python 3.11 or newer and nothing else.

  python3 dev.py demo            set up, build the editor and open a real blueprint in it
  python3 dev.py test            set up, run every check and every test
  python3 dev.py test PATH...    only pytest, on these paths; options go to pytest (--accept, -k WORD, -x)
  python3 dev.py quick           lint, types and the fast tests

chores:
  setup      make .venv and web/node_modules with all that the work needs
  lint       ruff, import contracts, dependencies, dead code, spelling; the editor's types, eslint and layout
  types      mypy --strict
  web        build the editor; or a script of web/package.json: dev (a server that reloads), test, check,
             lint …; or `lock`, after a change of its packages
  format     let ruff and prettier lay out the code
  generate   write the generated files anew (--check: only compare)
  docs       build the manual into build/site
  durability  the promises of the editor in their long form: kills, hostile clients, thousands of histories
  bench      measure against the goals and the peers
  changes    add, check or assemble the changelog's fragments
  lock       choose versions anew (--upgrade: the newest)
  shell      a shell with .venv on its path

On Windows say `py dev.py`. Set FOOTLIGHTS_VENV to keep the environment somewhere else than .venv.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (whoever types this may have an older one)
    sys.exit(f"dev.py: Footlights needs Python 3.11 or newer, and this is {sys.version.split()[0]}.")

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SCRIPTS = ROOT / "scripts"
LOCKS = ROOT / "requirements"
NT = os.name == "nt"
VENV = Path(os.environ.get("FOOTLIGHTS_VENV") or ROOT / ".venv").absolute()
BIN = VENV / ("Scripts" if NT else "bin")
PYTHON = BIN / ("python.exe" if NT else "python")
UV = BIN / ("uv.exe" if NT else "uv")
ENV = {
    **{k: v for k, v in os.environ.items() if k not in {"PYTHONHOME", "PYTHONPATH"}},
    "VIRTUAL_ENV": str(VENV),
    "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PYTHONUTF8": "1",
    "FOOTLIGHTS_SKIP_WEB": "1",  # an editable install needs no editor; we build it ourselves
    "UV_SYSTEM_CERTS": "1",  # uv brings its own certificates; a company's network has others
}
WEB = SCRIPTS / "webbuild.py"
DEMO = "examples/it-incident.blueprint.yaml"
Check = tuple[str, list[object]]


def say(words: str) -> None:
    print(f"\033[1m==> {words}\033[0m" if sys.stdout.isatty() else f"==> {words}", flush=True)


def call(*argv: object) -> int:
    """Run a program in the project's environment; its exit code."""
    return subprocess.run([str(a) for a in argv], cwd=ROOT, env=ENV, check=False).returncode


def run(*argv: object) -> None:
    """Run a program in the project's environment; end with a plain message if it fails."""
    code = call(*argv)
    if code:
        sys.exit(f"dev.py: `{' '.join(str(a) for a in argv)}` failed with exit code {code}")


def timed(name: str, chore: Callable[[], object]) -> None:
    start = time.monotonic()
    say(name)
    chore()
    say(f"{name}: {time.monotonic() - start:.1f} s")


# --- what the machine must have -------------------------------------------------------------------------


def apt(*packages: str) -> bool:
    """Install Debian packages where that is ours to do: as root, where apt-get is. True if it worked."""
    if NT or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    env = {**ENV, "DEBIAN_FRONTEND": "noninteractive"}
    patience = ["-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]

    def worked(*argv: str) -> bool:
        done = subprocess.run(argv, env=env, check=False, stdin=subprocess.DEVNULL, capture_output=True)
        return done.returncode == 0

    def installed() -> bool:
        return worked("apt-get", "install", "-y", "-q", "--no-install-recommends", *patience, *packages)

    return installed() or (worked("apt-get", "update", "-q") and installed())


def make_venv() -> None:
    if PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0:
        return
    if importlib.util.find_spec("ensurepip") is None and not apt("python3-venv"):
        sys.exit("dev.py: this Python cannot make virtual environments: install python3-venv and try again")
    shutil.rmtree(VENV, ignore_errors=True)
    run(sys.executable, "-m", "venv", VENV)


def install(lock: str) -> None:
    """Make .venv hold what requirements/<lock>.txt says, each file by its hash, and this checkout itself."""
    wanted, done = LOCKS / f"{lock}.txt", VENV / f".installed-{lock}"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    key = hashlib.sha256(f"{wanted.read_text('utf-8')}\n{project}\n{ROOT}".encode()).hexdigest()
    if PYTHON.exists() and done.exists() and done.read_text("utf-8") == key:
        return
    get_uv()
    run(UV, "pip", "install", "-q", "--require-hashes", "-r", wanted)
    run(UV, "pip", "install", "-q", "--no-deps", "--editable", ROOT)
    done.write_text(key, "utf-8")


def get_uv() -> None:
    make_venv()
    if not UV.exists():
        run(PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "--no-deps", "-r", LOCKS / "uv.txt")


def get_web() -> None:
    """Make sure that the editor is built, with the Node.js of .venv: the same one on every machine."""
    run(PYTHON, WEB)


def get_browser() -> None:
    """Make sure that the browser tests have a browser; Playwright itself runs on the Node.js of .venv."""
    sys.path.insert(0, str(SCRIPTS))
    from browser import find_chrome

    if find_chrome() is None and not (apt("chromium-headless-shell", "fonts-dejavu-core") and find_chrome()):
        sys.exit("dev.py: the browser tests need Chrome, Chromium or Edge: install one or set FOOTLIGHTS_CHROME")


def get_tracer() -> None:
    """On Linux, strace: with it a test sees that the disk had a change before it was acknowledged. Elsewhere that test says so."""
    if sys.platform == "linux" and not shutil.which("strace"):
        apt("strace")


# --- the chores -----------------------------------------------------------------------------------------


def demo(rest: list[str]) -> int:
    timed("set up", lambda: install("run"))
    timed("editor", get_web)
    port = os.environ.get("FOOTLIGHTS_PORT")
    if port and not any(word.partition("=")[0] == "--port" for word in rest):
        rest = ["--port", port, *rest]
    mine = ROOT / "build" / "demo" / Path(DEMO).name
    if not mine.exists():  # a copy to play with, kept from one time to the next: the example itself stays as it is
        mine.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / DEMO, mine)
    server = [str(BIN / "footlights"), "open", str(mine), *rest]
    if not NT:
        os.chdir(ROOT)
        os.execve(server[0], server, ENV)  # it takes our place, so that Ctrl-C and `kill` reach it alone
    return call(*server)


def lint_checks() -> list[Check]:
    return [
        ("ruff", [BIN / "ruff", "check", "-q"]),
        ("layout of the code", [BIN / "ruff", "format", "-q", "--check"]),
        ("import contracts", [BIN / "lint-imports", "--no-logo"]),
        ("dependencies", [BIN / "deptry", "src"]),
        ("dead code", [BIN / "vulture"]),
        ("spelling", [BIN / "typos"]),
        ("changelog fragments", [PYTHON, SCRIPTS / "changes.py", "check"]),
        ("registry hosts", [PYTHON, SCRIPTS / "check_hosts.py"]),
    ]


def web_checks() -> list[Check]:
    return [
        ("editor: types", [PYTHON, WEB, "run", "check"]),
        ("editor: eslint", [PYTHON, WEB, "run", "lint"]),
        ("editor: layout of the code", [PYTHON, WEB, "run", "style"]),
    ]


def web_tests() -> list[Check]:
    return [("editor: unit tests", [PYTHON, WEB, "run", "test"])]


def types_checks() -> list[Check]:
    return [("types", [BIN / "mypy"])]


def fresh_checks() -> list[Check]:
    return [("generated files", [PYTHON, SCRIPTS / "generate.py", "--check"])]


def docs_checks() -> list[Check]:
    return [("manual", [PYTHON, SCRIPTS / "manual.py"])]


def failing(checks: list[Check]) -> list[str]:
    """Run every check, whatever the others say; the names of those that failed."""
    failed = []
    for name, argv in checks:
        start = time.monotonic()
        code = call(*argv)
        say(f"{name}: {'fine' if code == 0 else 'NOT FINE'} ({time.monotonic() - start:.1f} s)")
        if code:
            failed.append(name)
    return failed


def report(failed: list[str]) -> int:
    if failed:
        say(f"not fine: {', '.join(failed)}")
    return 1 if failed else 0


def pytest(*options: str) -> int:
    return call(PYTHON, "-m", "pytest", *options)


def workers() -> list[str]:
    return ["-n", str(max(1, min(os.cpu_count() or 1, 4))), "--dist", "loadgroup"]


def test(rest: list[str]) -> int:
    timed("set up", lambda: install("dev"))
    timed("editor", get_web)
    timed("browser", get_browser)
    timed("tracer", get_tracer)
    if rest:
        return pytest(*rest)
    failed = failing(lint_checks() + types_checks() + fresh_checks() + docs_checks() + web_checks() + web_tests())
    report(failed)  # before the tests, so that pytest's summary stays the last thing said
    return pytest(*workers()) or (1 if failed else 0)


def quick(rest: list[str]) -> int:
    timed("set up", lambda: install("dev"))
    timed("editor", get_web)
    failed = failing(lint_checks() + types_checks() + web_checks() + web_tests())
    report(failed)
    return pytest("-m", "not slow and not e2e and not bench", *workers(), *rest) or (1 if failed else 0)


def durability(rest: list[str]) -> int:
    """The promises of docs/explanation/durability.md in their long form: an hour or more."""
    timed("set up", lambda: install("dev"))
    timed("editor", get_web)
    timed("browser", get_browser)
    ENV["FOOTLIGHTS_LONG"] = "1"
    return pytest("tests/durability", "tests/properties", "--timeout", "7200", *rest)


def only(checks: Callable[[], list[Check]]) -> Callable[[list[str]], int]:
    def chore(_rest: list[str]) -> int:
        install("dev")
        return report(failing(checks()))

    return chore


def with_dev(*argv: object) -> Callable[[list[str]], int]:
    def chore(rest: list[str]) -> int:
        install("dev")
        return call(*argv, *rest)

    return chore


def web(rest: list[str]) -> int:
    install("dev")
    if not rest:
        get_web()
        return 0
    return call(PYTHON, WEB, *([] if rest[0] == "lock" else ["run"]), *rest)


def code_layout(rest: list[str]) -> int:
    install("dev")
    return call(BIN / "ruff", "format", *rest) or (0 if rest else call(PYTHON, WEB, "run", "format"))


def setup(_rest: list[str]) -> int:
    install("dev")
    get_web()
    say(f"ready: {VENV}")
    return 0


def lock(rest: list[str]) -> int:
    """Rewrite requirements/{dev,run,uv}.txt from pyproject.toml. No address of any registry is written."""
    get_uv()
    choose = [UV, "pip", "compile", "-q", "--universal", "--generate-hashes", "--no-annotate", "--no-header"]
    dev, lean = LOCKS / "dev.txt", LOCKS / "run.txt"
    run(*choose, *rest, "--extra", "all", "--group", "dev", "pyproject.toml", "-o", dev)
    run(*choose, *rest, "--extra", "all", "--group", "tool", "-c", dev, "pyproject.toml", "-o", lean)
    kept, keep = [], False
    for line in dev.read_text("utf-8").splitlines():
        keep = line.startswith("uv==") or (keep and line.startswith(" "))
        kept += [line] if keep else []
    (LOCKS / "uv.txt").write_text("\n".join(kept) + "\n", "utf-8")
    return 0


def shell(rest: list[str]) -> int:
    install("dev")
    default = os.environ.get("COMSPEC", "cmd.exe") if NT else os.environ.get("SHELL", "/bin/sh")
    return call(*(rest or [default]))


CHORES: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "quick": quick,
    "setup": setup,
    "lint": only(lambda: lint_checks() + web_checks()),
    "types": only(types_checks),
    "docs": only(docs_checks),
    "web": web,
    "format": code_layout,
    "generate": with_dev(PYTHON, SCRIPTS / "generate.py"),
    "changes": with_dev(PYTHON, SCRIPTS / "changes.py"),
    "durability": durability,
    "bench": with_dev(PYTHON, "-m", "tests.bench"),
    "lock": lock,
    "shell": shell,
}


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=layout)
    parser.add_argument("chore", choices=CHORES, metavar="CHORE")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="...")
    chosen = parser.parse_args()
    try:
        return CHORES[chosen.chore](chosen.rest)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
