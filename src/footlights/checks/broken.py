"""A check that breaks: told as a finding, so that one plug-in's fault hides nothing else."""

from collections.abc import Iterator

from footlights.facts import Words

from .case import Case
from .check import Check, Found, Options

__all__ = ["BROKEN"]


def find(_case: Case, _: Options) -> Iterator[Found]:
    """Nothing: whoever runs the checks finds this."""
    return iter(())


BROKEN = Check(
    code="CHK001",
    slug="broken-check",
    severity="error",
    find=find,
    source="house",
    en=Words(
        "A check that broke",
        "The check {check} broke off: {trouble}.",
        "What this check would have found is not known. All other checks ran.",
        "Tell whoever made the check, or switch it off in footlights.toml.",
    ),
    nl=Words(
        "Een controle die stukliep",
        "De controle {check} liep stuk: {trouble}.",
        "Wat deze controle gevonden zou hebben, is onbekend. Alle andere controles zijn gedaan.",
        "Meld het aan wie de controle heeft gemaakt, of zet haar uit in footlights.toml.",
    ),
    es=Words(
        "Una comprobación que falló",
        "La comprobación {check} se interrumpió: {trouble}.",
        "No se sabe qué habría encontrado. Todas las demás comprobaciones se hicieron.",
        "Avise a quien la hizo o desactívela en footlights.toml.",
    ),
    fires="",
    at=(),
    clean="",
)
