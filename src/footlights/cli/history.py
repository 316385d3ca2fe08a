"""Earlier states of blueprints, as git keeps them."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from footlights.files import read
from footlights.model import Blueprint, FootlightsError

from .voice import Voice

__all__ = ["Version", "versions"]

#: A file of an earlier state is read up to this size, in bytes; what is larger is no blueprint.
_LARGEST = 16_000_000
#: How long git may take for one answer, in seconds.
_PATIENCE_S = 60


class Version(NamedTuple):
    """One earlier state: the day of its commit, the commit, and the blueprints that could be read then, by their files' names."""

    day: str
    commit: str
    blueprints: tuple[tuple[str, Blueprint], ...]


def versions(names: Sequence[str], most: int, voice: Voice) -> tuple[Version, ...]:
    """The last states (at most so many) in which one of the files changed, the oldest first; files are those of today's names.

    Raises FootlightsError where the files stand in no git repository, or git is not there.
    """
    folder = Path(os.path.commonpath([Path(name).resolve().parent for name in names]))
    root = Path(_git(folder, voice, "rev-parse", "--show-toplevel").strip())
    paths = {name: Path(name).resolve().relative_to(root).as_posix() for name in names}
    log = _git(root, voice, "log", f"--max-count={most}", "--format=%H %cs", "--", *paths.values())
    lines = [line.partition(" ") for line in log.splitlines() if line]
    return tuple(_version(root, commit, day, paths, voice) for commit, _, day in reversed(lines))


def _version(root: Path, commit: str, day: str, paths: dict[str, str], voice: Voice) -> Version:
    there = set(_git(root, voice, "ls-tree", "-r", "-z", "--name-only", commit).split("\0"))
    read_then = []
    for name, path in paths.items():
        if path not in there:
            continue
        text = _git(root, voice, "cat-file", "blob", f"{commit}:{path}")
        blueprint = read(text, name).blueprint if len(text) <= _LARGEST else None
        if blueprint is not None:
            read_then.append((name, blueprint))
    return Version(day, commit, tuple(read_then))


def _git(folder: Path, voice: Voice, *arguments: str) -> str:
    # nothing of the repository's own settings may run programs: no pager, no hooks, no file monitor
    safe = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "--no-pager", "--literal-pathspecs")
    try:
        done = subprocess.run(
            ["git", *safe, *arguments], cwd=folder, capture_output=True, check=False, timeout=_PATIENCE_S, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired) as trouble:
        raise FootlightsError(voice.phrase("trouble.no-git"), str(trouble)) from trouble
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise FootlightsError(voice.phrase("trouble.no-history"), said[-1] if said else "")
    return done.stdout.decode("utf-8", "replace")
