"""What a file and its document last agreed on: kept on disk, so that after a crash neither side's work is mistaken for the other's."""

import json
from pathlib import Path
from typing import NamedTuple

from footlights.files import put

__all__ = ["Agreed", "Agreements"]


class Agreed(NamedTuple):
    """A file's path, its document, and the text that both agreed on (None: the file is not there yet).

    `next` is the text that was about to be written when this was noted down; `seq` the document's state that `text` tells.
    """

    path: str
    document: str
    text: str | None
    next: str | None = None
    seq: int = 0

    def found(self, text: str | None) -> "Agreed":
        """The agreement in the light of what the file says: a text that we were about to write is one that we wrote."""
        if self.next is not None and text == self.next:
            return self._replace(text=self.next, next=None)
        return self


class Agreements:
    """The agreements of a home, a small file for each document."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def all(self) -> dict[str, Agreed]:
        """Every agreement, by path; what can't be read is passed by, as if there were none."""
        found: dict[str, Agreed] = {}
        for file in sorted(self._folder.glob("*.json")):
            try:
                said = json.loads(file.read_text("utf-8"))
                one = Agreed(str(said["path"]), str(said["document"]), _text(said["text"]), _text(said["next"]), int(said.get("seq", 0)))
            except (OSError, ValueError, KeyError, TypeError):
                continue
            found[one.path] = one
        return found

    def keep(self, agreed: Agreed) -> None:
        """Write an agreement down, so that it survives a power cut; raises OSError."""
        put(self._folder / f"{agreed.document}.json", json.dumps(agreed._asdict(), ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def aside(self, name: str, text: str) -> Path:
        """Keep a text in our own folder, where the one it belongs to takes none; returns where. Raises OSError."""
        path = self._folder / name
        put(path, text.encode("utf-8", "surrogatepass"))
        return path

    def drop(self, document: str) -> None:
        """Forget an agreement."""
        (self._folder / f"{document}.json").unlink(missing_ok=True)


def _text(said: object) -> str | None:
    if said is None or isinstance(said, str):
        return said
    raise TypeError("no text")
