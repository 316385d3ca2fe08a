"""The language server, spoken to by a real client over a real pipe."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

import footlights

from .client import URI, edited, talking, where

TEXT = """\
# A call, told briefly
footlights: 1
title: A call
actors:
  desk: {name: Service desk, department: IT}
  lab: {name: Lab}
systems:
  crm: {name: Customer file, owner: desk}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls the desk
    moment-of-truth: 3
    desired: 4
    actual: 2
    frontstage:
    - {id: answer, does: Answers, by: desk, uses: [crm]}  # at once
    - id: note
      does: Takes a note
    backstage:
    - id: look
      does: Looks it up
      by: lab
      to: answer
findings:
- id: slow
  title: The phone is slow
  on: [cards/answer]
  fingerprint: moment-below-desired-level@cards/answer~12345678
"""


async def test_what_is_wrong_and_what_checks_find_is_told_while_typing() -> None:
    async with talking() as client:
        found = await client.open(TEXT)
        codes = {each.code for each in found}
        assert {"moment-below-desired-level", "contact-without-doer"} <= codes
        level = next(each for each in found if each.code == "moment-below-desired-level")
        assert (level.range.start.line, level.source) == (TEXT[: TEXT.index("actual: 2")].count("\n"), "footlights")
        assert "level 2" in level.message
        start = where(TEXT, "by: desk", after=4)
        end = lsp.Position(start.line, start.character + 4)
        faulty = await client.change(lsp.TextDocumentContentChangePartial(range=lsp.Range(start, end), text="dask"))
        assert [each.severity for each in faulty] == [lsp.DiagnosticSeverity.Error]
        assert "dask" in faulty[0].message
        assert "desk" in faulty[0].message


async def test_the_reader_s_language_and_profile_are_asked_for() -> None:
    async with talking("--profile", "strict", options={"language": "nl"}) as client:
        found = await client.open(TEXT)
        assert any("haalt niveau 2" in each.message for each in found)
    async with talking(options={"profile": "strict"}) as strict, talking() as calm:
        draft = TEXT.replace("actors:\n", "actors:\n  idle: {name: Idle}\n").replace("frontstage:", "expects: A number\n    frontstage:")
        assert len(await strict.open(draft)) > len(await calm.open(draft))


async def test_what_a_team_settled_beside_the_file_counts(tmp_path: Path) -> None:
    uri = (tmp_path / "call.blueprint.yaml").as_uri()
    settings = tmp_path / "footlights.toml"
    settings.write_text('[checks]\noff = ["moment-below-desired-level"]\n')
    async with talking() as client:
        codes = {each.code for each in await client.open(TEXT, uri)}
        assert "contact-without-doer" in codes
        assert "moment-below-desired-level" not in codes
    settings.write_text("[checks\n")
    async with talking() as client:
        assert "moment-below-desired-level" in {each.code for each in await client.open(TEXT, uri)}
        assert "footlights.toml" in (await client.shown.get()).message


#: A half-typed line at the end of the last card, what is offered there, and what is not.
TYPED = (
    ("      by: ", {"desk", "lab"}, {"crm"}),
    ("      uses: [", {"crm"}, {"desk"}),
    ("      mode: ", {"manual", "automated"}, {"desk"}),
    ("      to: ", {"answer", "look", "calls"}, {"crm"}),
    ("      ti", {"time", "by", "via", "fail"}, {"moment-of-truth"}),
    ("    mo", {"moment-of-truth", "frontstage", "feels"}, {"by"}),
    ("act", {"actors", "actions", "title"}, {"does"}),
)


async def test_completion_offers_what_may_stand_there() -> None:
    async with talking() as client:
        await client.open(TEXT)  # half-typed lines break the file; the server speaks from what it last could read
        for line, expected, missing in TYPED:
            text = TEXT.replace("findings:", f"{line}\nfindings:")
            await client.change(lsp.TextDocumentContentChangeWholeDocument(text=text))
            position = where(text, f"{line}\nfindings:", after=len(line))
            answer = await client.text_document_completion_async(lsp.CompletionParams(lsp.TextDocumentIdentifier(URI), position))
            assert isinstance(answer, lsp.CompletionList)
            words = {each.label for each in answer.items}
            assert expected <= words, line
            assert not missing & words, line


async def test_hover_says_who_is_meant_and_definition_goes_there() -> None:
    about = lsp.TextDocumentIdentifier(URI)
    async with talking() as client:
        await client.open(TEXT)
        there = where(TEXT, "by: lab", after=5)
        hover = await client.text_document_hover_async(lsp.HoverParams(about, there))
        assert hover is not None
        assert isinstance(hover.contents, lsp.MarkupContent)
        assert hover.contents.value.startswith("**Lab**")
        definition = await client.text_document_definition_async(lsp.DefinitionParams(about, there))
        assert isinstance(definition, lsp.Location)
        assert definition.range.start == where(TEXT, "lab: {name")
        field = await client.text_document_hover_async(lsp.HoverParams(about, where(TEXT, "desired: 4")))
        assert field is not None
        assert "`desired`" in field.contents.value  # type: ignore[union-attr]
        uses = await client.text_document_references_async(
            lsp.ReferenceParams(lsp.ReferenceContext(include_declaration=False), about, where(TEXT, "owner: desk", after=8))
        )
        assert uses is not None
        assert {each.range.start.line for each in uses} == {TEXT[: TEXT.index(words)].count("\n") for words in ("owner: desk", "by: desk")}


async def test_rename_changes_the_id_everywhere_and_nothing_else() -> None:
    about = lsp.TextDocumentIdentifier(URI)
    async with talking() as client:
        await client.open(TEXT)
        asked = await client.text_document_prepare_rename_async(lsp.PrepareRenameParams(about, where(TEXT, "to: answer", after=5)))
        assert isinstance(asked, lsp.PrepareRenamePlaceholder)
        assert asked.placeholder == "answer"
        change = await client.text_document_rename_async(lsp.RenameParams(about, where(TEXT, "to: answer", after=5), "pick-up"))
        assert change is not None
        assert change.changes is not None
        new = edited(TEXT, list(change.changes[URI]))
        assert new == TEXT.replace("id: answer", "id: pick-up").replace("to: answer", "to: pick-up").replace(
            "cards/answer", "cards/pick-up"
        )
        assert not footlights.loads(new).diagnostics
        for impossible in ("look", "not an id"):
            with pytest.raises(JsonRpcException):
                await client.text_document_rename_async(lsp.RenameParams(about, where(TEXT, "to: answer", after=5), impossible))


async def test_a_quick_fix_mends_and_taking_on_writes_the_ledger_with_comments_kept() -> None:
    about = lsp.TextDocumentIdentifier(URI)
    async with talking(options={"profile": "strict"}) as client:
        found = await client.open(TEXT)
        for code, words in (("finding-without-action", "closes"), ("contact-without-doer", "contact-without-doer@cards/note~")):
            one = next(each for each in found if each.code == code)
            context = lsp.CodeActionContext(diagnostics=[one])
            actions = await client.text_document_code_action_async(lsp.CodeActionParams(about, one.range, context))
            assert actions
            action = next(each for each in actions if isinstance(each, lsp.CodeAction) and each.diagnostics)
            assert action.edit is not None
            assert action.edit.changes is not None
            new = edited(TEXT, list(action.edit.changes[URI]))
            assert words in new
            assert "# at once" in new
            assert not [each for each in footlights.loads(new).diagnostics if each.severity == "error"]


async def test_formatting_is_that_of_fmt_and_the_outline_has_phases_and_steps() -> None:
    about = lsp.TextDocumentIdentifier(URI)
    text = TEXT.replace("title: A call\n", "").replace("footlights: 1\n", "footlights: 1\nlanguage: en\ntitle: A call\n")
    async with talking() as client:
        await client.open(text)
        edits = await client.text_document_formatting_async(
            lsp.DocumentFormattingParams(about, lsp.FormattingOptions(2, insert_spaces=True))
        )
        assert edits
        assert edited(text, list(edits)).startswith("# A call, told briefly\nfootlights: 1\ntitle: A call\n")
        outline = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(about))
        assert outline is not None
        assert isinstance(outline[0], lsp.DocumentSymbol)
        assert (outline[0].name, [each.name for each in outline[0].children or ()]) == ("Report", ["Calls the desk"])


async def test_no_text_ends_the_server() -> None:
    about = lsp.TextDocumentIdentifier(URI)
    async with talking() as client:
        await client.open(TEXT)
        for text in ("", "\x00", "a: [", "footlights: 1\n", "- 1\n" * 5000, "𝒳: 𝒳\n" * 50, "&a [*a]"):
            await client.change(lsp.TextDocumentContentChangeWholeDocument(text=text))
            for position in (lsp.Position(0, 0), lsp.Position(3, 2), lsp.Position(99999, 99999)):
                await client.text_document_hover_async(lsp.HoverParams(about, position))
                await client.text_document_completion_async(lsp.CompletionParams(about, position))
                await client.text_document_definition_async(lsp.DefinitionParams(about, position))
                around = lsp.CodeActionContext(diagnostics=[])
                await client.text_document_code_action_async(lsp.CodeActionParams(about, lsp.Range(position, position), around))
        assert await client.change(lsp.TextDocumentContentChangeWholeDocument(text=TEXT))
