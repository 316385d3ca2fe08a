"""The decision pages and their index."""

from __future__ import annotations

from pathlib import Path

import pytest

import decisions


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def test_the_index_lists_the_pages_by_number(tmp_path: Path) -> None:
    write(tmp_path, "0002-b.md", "# 2. Bread\n\nStatus: replaced by 3\n")
    write(tmp_path, "0001-a.md", "# 1. Apples\n\nStatus: accepted\n")
    write(tmp_path, "index.md", "old")
    rows = decisions.index(tmp_path).splitlines()[-2:]
    assert rows == ["| 1 | [Apples](0001-a.md) | accepted |", "| 2 | [Bread](0002-b.md) | replaced by 3 |"]


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("1-a.md", "# 1. A\n\nStatus: accepted\n", "called NNNN"),
        ("0001-a.md", "# A\n\nStatus: accepted\n", "first line"),
        ("0001-a.md", "# 2. A\n\nStatus: accepted\n", "first line"),
        ("0001-a.md", "# 1. A\n", "Status"),
        ("0001-a.md", "# 1. A\n\nStatus: perhaps\n", "Status"),
    ],
)
def test_a_malformed_page_is_refused(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    write(tmp_path, name, text)
    with pytest.raises(ValueError, match=complaint):
        decisions.index(tmp_path)


def test_a_number_is_used_once(tmp_path: Path) -> None:
    write(tmp_path, "0001-a.md", "# 1. A\n\nStatus: accepted\n")
    write(tmp_path, "0001-b.md", "# 1. B\n\nStatus: accepted\n")
    with pytest.raises(ValueError, match="0001"):
        decisions.index(tmp_path)
