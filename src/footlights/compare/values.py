"""A comparison as values for JSON."""

from typing import TYPE_CHECKING, Any

from footlights.facts import Change, shown

from .balance import Figure
from .telling import headline, sentence

if TYPE_CHECKING:
    from .comparison import Comparison

__all__ = ["values"]


def values(comparison: "Comparison", language: str) -> dict[str, Any]:
    """Everything of a comparison: addresses and figures for machines, sentences in the language for people."""
    before, after, balance = comparison.before, comparison.after, comparison.balance
    own = after.language or "en"
    return {
        "before": {"title": before.say(before.title, language), "state": before.state},
        "after": {"title": after.say(after.title, language), "state": after.state},
        "language": language,
        "headline": headline(comparison, language),
        "figures": [_figure(each) for each in balance.figures],
        "owners": [
            {
                "address": str(each.address),
                "kind": each.kind,
                "before": [shown(one, language, own) for one in each.was],
                "after": [shown(one, language, own) for one in each.now],
                "message": sentence(each, language, own),
            }
            for each in balance.answering
        ],
        "promises": [
            {
                "address": str(each.address),
                "before_s": each.before.seconds,
                "after_s": each.after.seconds,
                "message": sentence(each, language, own),
            }
            for each in balance.promised
        ],
        "findings": {
            name: [
                {"slug": one.slug, "severity": one.severity, "address": str(one.address), "message": one.text(language),
                 "fingerprint": one.fingerprint}
                for one in found
            ]
            for name, found in (("closed", balance.closed), ("opened", balance.opened))
        },
        "changes": [_change(each, language) for each in comparison.changes],
    }  # fmt: skip


def _figure(figure: Figure) -> dict[str, Any]:
    before, after = (int(value) if value is not None and not figure.unit else value for value in (figure.before, figure.after))
    found: dict[str, Any] = {"figure": figure.kind, "before": before, "after": after}
    if figure.unit:
        found["unit"] = figure.unit
        found["at_least"] = {"before": figure.least[0], "after": figure.least[1]}
    return found


def _change(change: Change, language: str) -> dict[str, Any]:
    line = change.fact("line")
    return {"kind": change.kind, "address": str(change.address), "line": line, "message": change.text(language)}
