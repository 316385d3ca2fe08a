"""The same blueprint in the text formats of Graphviz and Mermaid, and how these are run."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from footlights.model import Blueprint, flows
from scripts.browser import FLAGS, find_chrome

__all__ = ["Peer", "peers", "to_dot", "to_mermaid"]

#: Pinned, so that two runs compare with the same peers. Mermaid's own browser is not fetched: ours serves.
_PACKAGES = ("@hpcc-js/wasm-graphviz@1", "@mermaid-js/mermaid-cli@11")
_GRAPHVIZ = """
import { readFileSync, writeFileSync } from 'node:fs';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
const graphviz = await Graphviz.load();
writeFileSync(process.argv[3], graphviz.layout(readFileSync(process.argv[2], 'utf8'), 'svg', 'dot'));
"""


class Peer(NamedTuple):
    """A peer: its name, its input and the command that draws it; `missing` says why it can't be run here."""

    name: str
    command: tuple[str, ...] = ()
    folder: Path | None = None
    missing: str = ""


def _nodes(blueprint: Blueprint, language: str) -> dict[str, list[tuple[str, str, int]]]:
    """Per row: (id, text, column) of every card, the steps in the customer's row."""
    column = {step: number for number, step in enumerate(blueprint.steps)}
    found: dict[str, list[tuple[str, str, int]]] = {row.id: [] for row in blueprint.rows if row.role not in ("emotion", "time")}
    for step in blueprint.steps.values():
        found["customer"].append((step.id, blueprint.say(step.does or step.title, language), column[step.id]))
    for card in blueprint.cards.values():
        found[card.lane].append((card.id, blueprint.say(card.does, language), column[card.step]))
    return found


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "/").replace('"', "'") + '"'


def to_dot(blueprint: Blueprint, language: str = "en") -> str:
    """The blueprint for Graphviz: lanes as clusters, steps as ranks."""
    out = ["digraph G {", "rankdir=LR; newrank=true; node [shape=box];"]
    columns: dict[int, list[str]] = {}
    for row, nodes in _nodes(blueprint, language).items():
        out.append(f"subgraph {_quoted('cluster_' + row)} {{ label={_quoted(row)};")
        for id, text, column in nodes:
            out.append(f"{_quoted(id)} [label={_quoted(text)}];")
            columns.setdefault(column, []).append(id)
        out.append("}")
    out += [f"{{ rank=same; {' '.join(map(_quoted, ids))} }}" for ids in columns.values()]
    for flow in flows(blueprint):
        label = f" [label={_quoted(blueprint.say(flow.link.when, language))}]" if flow.link and flow.link.when else ""
        out.append(f"{_quoted(flow.source)} -> {_quoted(flow.target)}{label};")
    return "\n".join([*out, "}"])


def to_mermaid(blueprint: Blueprint, language: str = "en") -> str:
    """The blueprint for Mermaid: a flowchart with a subgraph per lane."""
    names: dict[str, str] = {}
    out = ["flowchart LR"]
    for row, nodes in _nodes(blueprint, language).items():
        out.append(f"subgraph lane_{len(out)}[{_quoted(row)}]")
        for id, text, _ in nodes:
            names[id] = f"n{len(names)}"
            out.append(f"{names[id]}[{_quoted(text)}]")
        out.append("end")
    for flow in flows(blueprint):
        label = f"|{_quoted(blueprint.say(flow.link.when, language))}|" if flow.link and flow.link.when else ""
        out.append(f"{names[flow.source]} -->{label} {names[flow.target]}")
    return "\n".join(out)


def peers(blueprint: Blueprint, work: Path) -> Sequence[Peer]:
    """The peers that can be run, their inputs written into `work`; what they need is fetched there once."""
    dot, mermaid = work / "in.dot", work / "in.mmd"
    dot.write_text(to_dot(blueprint), "utf-8")
    mermaid.write_text(to_mermaid(blueprint), "utf-8")
    found = []
    debian = shutil.which("dot")
    if debian:
        found.append(Peer("Graphviz of the system (dot)", (debian, "-Tsvg", str(dot), "-o", str(work / "dot.svg"))))
    else:
        found.append(Peer("Graphviz of the system (dot)", missing="no `dot` on PATH: apt-get install graphviz"))
    node, npm, chrome = shutil.which("node"), shutil.which("npm"), find_chrome()
    if not node or not npm:
        return [*found, Peer("Graphviz (newest, wasm)", missing="no node on PATH"), Peer("mermaid-cli", missing="no node on PATH")]
    home = work / "npm"
    if not (home / "node_modules").is_dir():
        home.mkdir(exist_ok=True)
        (home / "package.json").write_text('{"private": true, "type": "module"}', "utf-8")
        env = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        subprocess.run([npm, "install", "--no-audit", "--no-fund", "--silent", *_PACKAGES], cwd=home, env=env, check=True)
    (home / "graphviz.js").write_text(_GRAPHVIZ, "utf-8")
    found.append(Peer("Graphviz (newest, wasm)", (node, "graphviz.js", str(dot), str(work / "wasm.svg")), home))
    if chrome is None:
        return [*found, Peer("mermaid-cli", missing="no Chromium found")]
    (home / "browser.json").write_text(json.dumps({"executablePath": chrome, "args": list(FLAGS)}), "utf-8")
    command = (node, "node_modules/.bin/mmdc", "-q", "-p", "browser.json", "-i", str(mermaid), "-o", str(work / "mermaid.svg"))
    return [*found, Peer("mermaid-cli", command, home)]
