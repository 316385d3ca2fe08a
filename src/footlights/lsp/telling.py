"""What the server says of a text: diagnostics, and what a cursor hovers over."""

from typing import Any

from lsprotocol.types import Diagnostic, DiagnosticSeverity

from footlights import api
from footlights.facts import noun, shown, title_of
from footlights.model import COLLECTIONS, Address, Blueprint, Field, field_named, fields_of
from footlights.words import choice, duration_text, phrase, told

from .desk import Desk

__all__ = ["diagnostics", "hover_text"]

_SEVERITIES = {
    "error": DiagnosticSeverity.Error,
    "high": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "medium": DiagnosticSeverity.Warning,
    "low": DiagnosticSeverity.Information,
}
_SOURCE = "footlights"


def diagnostics(desk: Desk, language: str) -> list[Diagnostic]:
    """Everything that is wrong with the text, and what the checks find in it; `data` holds the fingerprint of a finding."""
    found = [
        Diagnostic(
            range=desk.ruler.place(one.place),
            message=_sentences(one.text(language), one.hint(language)),
            severity=_SEVERITIES[one.severity],
            code=one.code,
            source=_SOURCE,
        )
        for one in desk.loaded.diagnostics
    ]
    for each, place in zip(desk.findings, desk.places, strict=True):
        finding = each.finding
        found.append(
            Diagnostic(
                range=desk.ruler.place(place),
                message=_sentences(finding.text(language), finding.hint(language)),
                severity=_SEVERITIES[finding.severity],
                code=finding.slug,
                source=_SOURCE,
                data=finding.fingerprint,
            )
        )
    return found


def hover_text(desk: Desk, address: Address, language: str) -> str:
    """What is known of an element or a field, as Markdown; "" where nothing is."""
    blueprint = desk.blueprint
    if blueprint is None:
        return ""
    if address.collection not in COLLECTIONS:
        field = field_named(Blueprint, address.field)
        return _about(field) if field is not None else ""
    element = blueprint.element(address.element())
    if element is None:
        return ""
    field = field_named(COLLECTIONS[address.collection], address.field) if address.field else None
    lines = [_about(field), "---"] if field is not None else []
    lines += _element(desk, blueprint, address.element(), language)
    return "\n\n".join(line for line in lines if line)


def _element(desk: Desk, blueprint: Blueprint, address: Address, language: str) -> list[str]:
    noun_of = told(f"what.{noun(address.collection)}", language)
    lines = [f"**{_called(blueprint, address, language)}** ({noun_of} `{address.id}`)"]
    element = blueprint.element(address)
    kind: type = type(element)
    facts = [
        f"{field.key}: {said}" for field in fields_of(kind) if (said := _fact(blueprint, field, getattr(element, field.name), language))
    ]
    lines.append("  \n".join(facts))
    if address.collection == "steps":
        station = next((each for each in api.path_time(blueprint).stations if each.step == address.id), None)
        if station is not None and (station.work_s is not None or station.wait_s is not None):
            lines.append(duration_text((station.work_s or 0) + (station.wait_s or 0), language))
    used = sum(1 for each in desk.references if each.target == address)
    if used:
        lines.append(phrase("lsp.used", language, n=used))
    return lines


def _fact(blueprint: Blueprint, field: Field, value: Any, language: str) -> str:
    """A short value in words; "" for texts, and for what is not said."""
    if value is None or value == ():
        return ""
    if field.shape == "choice":
        return choice(value, language)
    if field.shape in ("ref", "refs"):
        return ", ".join(_referred(blueprint, field, each, language) for each in ((value,) if field.shape == "ref" else value))
    return f"{value:g}" if field.shape in ("number", "integer") else ""


def _referred(blueprint: Blueprint, field: Field, id: str, language: str) -> str:
    there = blueprint.resolve(id) if "*" in field.collections else None
    there = there or next((Address(name, id) for name in field.collections if id in blueprint.collection(name)), None)
    return _called(blueprint, there, language) if there is not None else _plain(id)


def _called(blueprint: Blueprint, address: Address, language: str) -> str:
    return _plain(shown(title_of(blueprint, address), language, blueprint.language or "en"))


def _about(field: Field) -> str:
    return f"`{field.key}` · {field.about}"


def _sentences(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _plain(text: str) -> str:
    """A text whose signs Markdown would take for its own, escaped."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+-!|" else sign for sign in " ".join(text.split()))
