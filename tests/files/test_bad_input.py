"""Bad files: a sentence with a place, never a crash; the corpus of bad input, where it stands beside the project."""

from __future__ import annotations

import json
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from footlights.files import load

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "bad-input" / "dev.tar.gz"

#: Pythons before 3.11.4 know no filters, and trust every archive.
TRUSTED: dict[str, Any] = {"filter": "fully_trusted"} if hasattr(tarfile, "fully_trusted_filter") else {}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, list[dict[str, Any]]]]:
    if not CORPUS.is_file():
        pytest.skip("the corpus of bad input is not beside this project; the table in yaml/test_diagnostics.py stands for it")
    folder = tmp_path_factory.mktemp("bad")
    with tarfile.open(CORPUS) as archive:
        for member in archive:
            name = member.name.removeprefix("bad-dev/")
            if name.startswith("yaml/") or name == "index.json":
                archive.extract(member, folder, **TRUSTED)  # links that lead nowhere are part of it
    (root,) = folder.iterdir()
    cases = json.loads((root / "index.json").read_text("utf-8"))["cases"]
    yield root, [case for case in cases if case["format"] == "yaml"]


def judged(case: dict[str, Any], root: Path) -> str:
    """What is wrong with how a case was read; "" when all is well."""
    started = time.perf_counter()
    loaded = load(root / case["path"])
    if time.perf_counter() - started > case["time_s"]:
        return "it took too long"
    said = [f"{one.place}: {one.text()} {one.hint()}" for one in loaded.diagnostics]
    if any(len(line) > 2_000 for line in said):
        return "a line is too long"
    if loaded.blueprint is None and not loaded.errors:
        return "nothing was read, and nothing said"
    strict = not (case["robust_only"] or case["needs"])
    if strict and not loaded.errors:
        return "it was accepted"
    if strict and case["loc"]["kind"] == "line":
        lines = {line + off for line in case["loc"]["lines"] for off in range(-case["loc"]["tol"], case["loc"]["tol"] + 1)}
        if not lines & {one.place.line for one in loaded.errors}:
            return f"no line {sorted(lines)[:5]}: {said[:3]}"
    return ""


def test_every_bad_file_gets_a_sentence_with_its_place(corpus: tuple[Path, list[dict[str, Any]]]) -> None:
    root, cases = corpus
    assert len(cases) > 100
    wrong = {case["id"]: judged(case, root) for case in cases if not case["id"].startswith("yaml-size-")}
    assert {id: said for id, said in wrong.items() if said} == {}


@pytest.mark.slow
def test_every_huge_file_gets_one_in_time(corpus: tuple[Path, list[dict[str, Any]]]) -> None:
    root, cases = corpus
    wrong = {case["id"]: judged(case, root) for case in cases if case["id"].startswith("yaml-size-")}
    assert wrong
    assert {id: said for id, said in wrong.items() if said} == {}


def test_what_people_feed_it_by_mistake(tmp_path: Path) -> None:
    """A small set of our own, for where the corpus is not."""
    mistakes = {
        "a.png": b"\x89PNG\r\n\x1a\n\x00\x00",
        "page.html": b"<!doctype html><title>x</title>",
        "data.json": b'{"name": "package", "version": "1"}',
        "compose.yaml": b"services:\n  web: {image: x}\n",
        "settings.ini": b"[main]\nkey = value\n",
        "script.py": b"import os\n\nprint('title: x')\n",
        "list.yaml": b"- a\n- b\n",
        "words.txt": b"just some words\nand some more\n",
        "empty.yaml": b"",
        "comments.yaml": b"# nothing\n# here\n",
        "nul.yaml": b"title: a\x00b\n",
        "latin1.yaml": "title: Größe\n".encode("latin-1"),
        "bomb.yaml": b"a: " + b"[" * 50_000,
    }
    for name, data in mistakes.items():
        path = tmp_path / name
        path.write_bytes(data)
        loaded = load(path)
        assert loaded.blueprint is None, name
        assert loaded.errors, name
        assert all(str(one.place).startswith(f"{path}:") for one in loaded.errors), name
