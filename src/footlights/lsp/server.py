"""The server itself: what it is asked, and what it answers."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

import footlights
from footlights.checks import PROFILES, Settings, accept
from footlights.files import address_at, fmt, id_spans
from footlights.model import FootlightsError
from footlights.words import chosen, phrase

from .completion import suggestions
from .desk import Desk
from .positions import Ruler
from .renaming import renamed, renames_at
from .telling import diagnostics, hover_text

__all__ = ["FootlightsServer", "serve", "server"]

#: What was settled for the file at a path, given the profile an editor asks for.
SettingsOf = Callable[[str | None, str | None], Settings]
#: How long it waits after the last keystroke before it checks, in seconds.
_PAUSE_S = 0.15
#: A longer text is not looked at while it is typed: no blueprint is.
_LONGEST = 8_000_000
_KINDS = {"key": lsp.CompletionItemKind.Property, "choice": lsp.CompletionItemKind.EnumMember, "element": lsp.CompletionItemKind.Reference}


class FootlightsServer(LanguageServer):
    """The open texts, and in which language and how much is said of them."""

    def __init__(self) -> None:
        super().__init__("footlights", footlights.__version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental)
        self.language = "en"
        self.profile: str | None = None
        self.settings_of: SettingsOf = lambda _path, profile: Settings(profile or "calm")
        self.desks: dict[str, Desk] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}

    def desk(self, uri: str) -> Desk:
        """The desk of an open text as it is now; what was worked out about the same text is kept."""
        text = self.workspace.get_text_document(uri).source
        there = self.desks.get(uri)
        if there is None or there.text != text:
            good = (there.loaded.blueprint or there.good) if there is not None else None
            settings = there.settings if there is not None else self.settled(uri)
            there = Desk(_name(uri), text if len(text) <= _LONGEST else "", settings, datetime.now().astimezone().date(), good)
            self.desks[uri] = there
        return there

    def settled(self, uri: str) -> Settings:
        """What was settled for a document; where that can't be read the editor says so, and nothing was settled."""
        path = _path(uri)
        try:
            return self.settings_of(str(path) if path is not None else None, self.profile)
        except (FootlightsError, OSError) as trouble:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, str(trouble)))
            return Settings(self.profile or "calm")

    def tell(self, uri: str) -> None:
        """Publish what is wrong with a text."""
        version = self.workspace.get_text_document(uri).version
        found = diagnostics(self.desk(uri), self.language)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=found, version=version))

    def tell_soon(self, uri: str) -> None:
        """The same, once nobody types for a moment."""
        before = self.waiting.pop(uri, None)
        if before is not None:
            before.cancel()
        self.waiting[uri] = asyncio.ensure_future(self._later(uri))

    async def _later(self, uri: str) -> None:
        await asyncio.sleep(_PAUSE_S)
        self.waiting.pop(uri, None)
        self.tell(uri)

    def forget(self, uri: str) -> None:
        """Let go of a text that was closed."""
        task = self.waiting.pop(uri, None)
        if task is not None:
            task.cancel()
        self.desks.pop(uri, None)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))


server = FootlightsServer()


def serve(language: str, settings_of: SettingsOf) -> None:
    """Speak with the editor on standard input and output until it is done.

    `language` is used unless the editor asks for another. `settings_of` tells what was settled for the file at a path (None: a text
    that is no file), given the profile that the editor asks for.
    """
    server.language = chosen(language)
    server.settings_of = settings_of
    server.start_io()


@server.feature(lsp.INITIALIZE)
def _hello(ls: FootlightsServer, params: lsp.InitializeParams) -> None:
    given: Any = params.initialization_options
    options = given if isinstance(given, dict) else {}
    wanted = options.get("language") or params.locale
    if isinstance(wanted, str):
        ls.language = chosen(wanted)
    if options.get("profile") in PROFILES:
        ls.profile = options["profile"]


@server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
def _opened(ls: FootlightsServer, params: lsp.DidOpenTextDocumentParams) -> None:
    ls.tell(params.text_document.uri)


@server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
def _changed(ls: FootlightsServer, params: lsp.DidChangeTextDocumentParams) -> None:
    ls.tell_soon(params.text_document.uri)


@server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
def _closed(ls: FootlightsServer, params: lsp.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


@server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[":", " ", "[", ",", "{", "-"]))
def _complete(ls: FootlightsServer, params: lsp.CompletionParams) -> lsp.CompletionList:
    desk = ls.desk(params.text_document.uri)
    found = suggestions(desk, desk.ruler.offset(params.position))
    items = [
        lsp.CompletionItem(
            label=each.word, kind=_KINDS[each.sort], detail=each.about or None, insert_text=each.insert, sort_text=f"{at:04}"
        )
        for at, each in enumerate(found)
    ]
    return lsp.CompletionList(is_incomplete=False, items=items)


@server.feature(lsp.TEXT_DOCUMENT_HOVER)
def _hover(ls: FootlightsServer, params: lsp.HoverParams) -> lsp.Hover | None:
    desk = ls.desk(params.text_document.uri)
    offset = desk.ruler.offset(params.position)
    reference = desk.reference_at(offset)
    address = reference.target if reference is not None else address_at(desk.loaded, offset)
    text = hover_text(desk, address, ls.language) if address is not None else ""
    if not text:
        return None
    around = desk.ruler.range(reference.span) if reference is not None else None
    return lsp.Hover(contents=lsp.MarkupContent(lsp.MarkupKind.Markdown, text), range=around)


@server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
def _definition(ls: FootlightsServer, params: lsp.DefinitionParams) -> lsp.Location | None:
    uri = params.text_document.uri
    desk = ls.desk(uri)
    reference = desk.reference_at(desk.ruler.offset(params.position))
    span = desk.loaded.spans.get(str(reference.target)) if reference is not None else None
    return lsp.Location(uri, desk.ruler.range(span._replace(end=span.start))) if span is not None else None


@server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
def _references(ls: FootlightsServer, params: lsp.ReferenceParams) -> list[lsp.Location]:
    uri = params.text_document.uri
    desk = ls.desk(uri)
    address = renames_at(desk, desk.ruler.offset(params.position))
    return [lsp.Location(uri, desk.ruler.range(each.span)) for each in desk.references if each.target == address]


@server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
def _rename(ls: FootlightsServer, params: lsp.RenameParams) -> lsp.WorkspaceEdit:
    uri = params.text_document.uri
    desk = ls.desk(uri)
    address = renames_at(desk, desk.ruler.offset(params.position))
    if address is None:
        raise JsonRpcInvalidParams(phrase("lsp.no-id", ls.language))
    try:
        return lsp.WorkspaceEdit(changes={uri: renamed(desk, address, params.new_name)})
    except FootlightsError as trouble:
        raise JsonRpcInvalidParams(f"{trouble}: {trouble.hint}") from trouble


@server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
def _may_rename(ls: FootlightsServer, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
    desk = ls.desk(params.text_document.uri)
    offset = desk.ruler.offset(params.position)
    address = renames_at(desk, offset)
    if address is None:
        return None
    reference = desk.reference_at(offset)
    own = [each for each in id_spans(desk.loaded, desk.text, address) if each.start <= offset <= each.end]
    span = reference.span if reference is not None else own[0]
    return lsp.PrepareRenamePlaceholder(desk.ruler.range(span), address.id)


@server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]))
def _mends(ls: FootlightsServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """What can be done about the findings here: mend one where no judgement is needed, or take it on into the file's ledger."""
    uri = params.text_document.uri
    desk = ls.desk(uri)
    first, last = desk.ruler.offset(params.range.start), desk.ruler.offset(params.range.end)
    actions: list[lsp.CodeAction] = []
    for each, place in zip(desk.findings, desk.places, strict=True):
        where = desk.ruler.place(place)
        if desk.ruler.offset(where.end) < first or desk.ruler.offset(where.start) > last:
            continue
        about = [one for one in params.context.diagnostics if one.data == each.finding.fingerprint]
        title = each.finding.title(ls.language)
        ways = [(phrase("lsp.mend", ls.language, title=title), desk.mended(each), True)]
        if each.record is None and desk.loaded.blueprint is not None:
            taken = desk.changed(accept(desk.loaded.blueprint, each.finding))
            ways.append((phrase("lsp.take-on", ls.language, title=title), taken, False))
        for said, text, best in ways:
            if text is not None:
                edit = lsp.WorkspaceEdit(changes={uri: [_difference(desk, text)]})
                actions.append(lsp.CodeAction(said, kind=lsp.CodeActionKind.QuickFix, diagnostics=about, edit=edit, is_preferred=best))
    return actions


@server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
def _format(ls: FootlightsServer, params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
    desk = ls.desk(params.text_document.uri)
    if desk.loaded.errors or desk.loaded.blueprint is None:
        return None
    text = fmt(desk.text, desk.name).text
    return [] if text == desk.text else [_difference(desk, text)]


@server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
def _outline(ls: FootlightsServer, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    """Phases with their steps, for the outline of an editor."""
    desk = ls.desk(params.text_document.uri)
    blueprint = desk.loaded.blueprint
    if blueprint is None:
        return []
    return [
        lsp.DocumentSymbol(
            name=blueprint.say(phase.title, ls.language) or id,
            kind=lsp.SymbolKind.Namespace,
            range=_around(desk, f"phases/{id}"),
            selection_range=_around(desk, f"phases/{id}", start=True),
            children=[
                lsp.DocumentSymbol(
                    name=blueprint.say(step.does or step.title, ls.language) or step.id,
                    kind=lsp.SymbolKind.Event,
                    range=_around(desk, f"steps/{step.id}"),
                    selection_range=_around(desk, f"steps/{step.id}", start=True),
                )
                for step in blueprint.steps_by_phase[id]
            ],
        )
        for id, phase in blueprint.phases.items()
        if f"phases/{id}" in desk.loaded.spans
    ]


def _around(desk: Desk, name: str, *, start: bool = False) -> lsp.Range:
    span = desk.loaded.spans.get(name)
    if span is None:
        return lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
    return desk.ruler.range(span._replace(end=span.start) if start else span)


def _difference(desk: Desk, text: str) -> lsp.TextEdit:
    """The one edit that makes another text of this one: only what differs, so that the cursor stays where it is."""
    old = desk.text
    least = min(len(old), len(text))
    head = next((at for at in range(least) if old[at] != text[at]), least)
    tail = next((at for at in range(least - head) if old[-1 - at] != text[-1 - at]), least - head)
    ruler: Ruler = desk.ruler
    there = lsp.Range(ruler.position(head), ruler.position(len(old) - tail))
    return lsp.TextEdit(there, text[head : len(text) - tail])


def _name(uri: str) -> str:
    """What a document is called in messages: the name of its file, else its address."""
    path = _path(uri)
    return path.name if path is not None else uri


def _path(uri: str) -> Path | None:
    """The file of a document; None for what is no file on this machine."""
    return Path(to_fs_path(uri) or "") if urlparse(uri).scheme == "file" else None
