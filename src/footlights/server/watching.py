"""Watching files by looking at them every now and then: it works on every system and every kind of disk."""

import os
from pathlib import Path
from typing import NamedTuple

__all__ = ["Glance", "Looks", "blueprint_files", "glance", "is_folder", "real", "same_file", "there"]

_ENDINGS = (".blueprint.yaml", ".blueprint.yml")
#: How deep below a folder blueprints are looked for, how many are taken, and how many folders are looked into.
_DEPTH, _MOST, _FOLDERS = 8, 500, 2000


class Glance(NamedTuple):
    """What can be seen of a file without reading it; two equal glances mean that nobody has written to it between them."""

    size: int
    written_ns: int
    inode: int


class Looks:
    """The glances at one file: tells when it has changed and come to rest, for an editor may be in the middle of writing it."""

    def __init__(self) -> None:
        self._seen: Glance | None = None
        self._handled: Glance | str | None = "never"
        #: How the file looked when it was last handled and was there.
        self.last: Glance | None = None

    def changed(self, now: Glance | None) -> bool:
        """True when what is seen now (None: no file) was seen the time before, too, and is not what was last handled."""
        at_rest = now == self._seen
        self._seen = now
        return at_rest and now != self._handled

    def handle(self, now: Glance | None) -> None:
        """The file was read, or written by us, and looked like this."""
        self._handled = self._seen = now
        self.last = now or self.last


def glance(path: Path) -> Glance | None:
    """A glance at a file, through links; None when there is none or it can't be looked at."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return Glance(found.st_size, found.st_mtime_ns, found.st_ino)


def same_file(folder: Path, wanted: Glance) -> Path | None:
    """The file in a folder that looks exactly so, whatever its name; None when there is none."""
    try:
        with os.scandir(folder) as entries:
            return next((Path(entry) for entry in entries if entry.inode() == wanted.inode and glance(Path(entry)) == wanted), None)
    except OSError:
        return None


def real(path: Path) -> str:
    """Where a path leads, through all links: two names of one file are one."""
    return os.path.realpath(path)


def is_folder(path: Path) -> bool:
    """Is it a folder that is there?"""
    return path.is_dir()


def there(path: Path) -> bool:
    """Is there anything of this name, be it a link that leads nowhere?"""
    return os.path.lexists(path)


def blueprint_files(folder: Path) -> list[Path]:
    """The blueprints in a folder and below it, by name, each file once; hidden folders and conflict copies are passed by."""
    found: dict[str, Path] = {}
    top = len(folder.parts)
    for looked, (here, folders, names) in enumerate(os.walk(folder)):
        deep = len(Path(here).parts) - top >= _DEPTH
        folders[:] = [] if deep else sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(names):
            if name.endswith(_ENDINGS) and ".conflict-" not in name and not name.startswith("."):
                path = Path(here, name)
                found.setdefault(real(path), path)
        if len(found) >= _MOST or looked >= _FOLDERS:
            break
    return list(found.values())[:_MOST]
