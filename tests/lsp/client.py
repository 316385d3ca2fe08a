"""A real client: the program itself is started, and spoken to over its standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

URI = "file:///maps/call.blueprint.yaml"


class Client(LanguageClient):
    """Keeps the last diagnostics of every text, and lets a test wait for them."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.said: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.shown: asyncio.Queue[lsp.ShowMessageParams] = asyncio.Queue()
        self.revision = 0

    async def told(self) -> list[lsp.Diagnostic]:
        """The next diagnostics that come."""
        return list((await asyncio.wait_for(self.said.get(), 20)).diagnostics)

    async def open(self, text: str, uri: str = URI) -> list[lsp.Diagnostic]:
        """Open a text; what is said of it."""
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "yaml", 0, text)))
        return await self.told()

    async def change(self, *changes: Any, uri: str = URI) -> list[lsp.Diagnostic]:
        """Change parts of a text (or all of it); what is said of it then."""
        self.revision += 1
        about = lsp.VersionedTextDocumentIdentifier(version=self.revision, uri=uri)
        self.text_document_did_change(lsp.DidChangeTextDocumentParams(about, list(changes)))
        return await self.told()


@asynccontextmanager
async def talking(*arguments: str, options: Any = None) -> AsyncIterator[Client]:
    """A client that talks with `footlights lsp`; both end with the test."""
    client = Client()

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
    def _hear(params: lsp.PublishDiagnosticsParams) -> None:
        client.said.put_nowait(params)

    @client.feature(lsp.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
    def _read(params: lsp.ShowMessageParams) -> None:
        client.shown.put_nowait(params)

    await client.start_io(sys.executable, "-m", "footlights", "lsp", *arguments)
    capabilities = lsp.ClientCapabilities()
    await client.initialize_async(lsp.InitializeParams(capabilities, initialization_options=options, root_uri="file:///maps"))
    client.initialized(lsp.InitializedParams())
    try:
        yield client
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]


def where(text: str, words: str, *, after: int = 0) -> lsp.Position:
    """The position of some words (and so many characters into them) in a text without wide characters."""
    offset = text.index(words) + after
    line = text.count("\n", 0, offset)
    return lsp.Position(line, offset - (text.rfind("\n", 0, offset) + 1))


def edited(text: str, edits: list[lsp.TextEdit]) -> str:
    """The text after some edits, as an editor would make them."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(position: lsp.Position) -> int:
        return starts[position.line] + position.character

    for edit in sorted(edits, key=lambda each: offset(each.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text
