"""Golden files: what came out before stands beside what comes out now, and a person accepts the change."""

import html
from pathlib import Path

import pytest

__all__ = ["Golden"]

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "build" / "golden" / "index.html"


class Golden:
    """Compares texts with the files they were accepted as; `--accept` writes them, a failing run makes a page of both."""

    def __init__(self, accept: bool) -> None:
        self.accept = accept
        self.changed: list[tuple[str, str | None, str]] = []

    def check(self, path: Path, text: str) -> None:
        """Fail unless the file at `path` holds exactly `text`; when accepting, write it instead."""
        before = path.read_text("utf-8") if path.exists() else None
        if before == text:
            return
        if self.accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            return
        self.changed.append((path.relative_to(ROOT).as_posix(), before, text))
        self.write_page()
        what = "is new" if before is None else "has changed"
        pytest.fail(f"{path.relative_to(ROOT)} {what}: look at {PAGE.relative_to(ROOT)}, then accept with --accept", pytrace=False)

    def write_page(self) -> None:
        """The page with old beside new, pictures as pictures, everything else as text."""
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        rows = []
        for number, (name, before, after) in enumerate(self.changed):
            cells = []
            for side, text in (("before", before), ("after", after)):
                if text is None:
                    cells.append("<td><em>nothing yet</em></td>")
                elif name.endswith(".svg"):
                    picture = PAGE.parent / f"{number}-{side}.svg"
                    picture.write_text(text, "utf-8")
                    cells.append(f'<td><a href="{picture.name}"><img src="{picture.name}" alt="{side}"></a></td>')
                else:
                    cells.append(f"<td><pre>{html.escape(text)}</pre></td>")
            rows.append(f"<h2>{html.escape(name)}</h2><table><tr><th>before</th><th>after</th></tr><tr>{''.join(cells)}</tr></table>")
        style = "body{font-family:sans-serif}table{width:100%;table-layout:fixed}td{vertical-align:top}img{width:100%}pre{overflow:auto}"
        PAGE.write_text(f"<!doctype html><meta charset=utf-8><title>Golden files</title><style>{style}</style>{''.join(rows)}", "utf-8")
