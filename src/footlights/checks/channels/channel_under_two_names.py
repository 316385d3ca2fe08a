"""One channel that stands in the list twice."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Channel, Translations

__all__ = ["CHECK"]

#: Names for one and the same, in the three languages.
_SAME = (
    frozenset({"email", "mail", "emails", "correo", "correoelectronico", "correoelectrónico"}),
    frozenset({"phone", "telephone", "telefoon", "teléfono", "telefono", "call", "bellen"}),
    frozenset({"website", "web", "site", "webpage", "sitioweb", "paginaweb", "páginaweb"}),
    frozenset({"letter", "post", "brief", "carta"}),
    frozenset({"sms", "text", "textmessage"}),
)


def find(case: Case, _: Options) -> Iterator[Found]:
    """Channels whose names differ in nothing but spelling, or are two words for the same, from another channel's."""
    seen: dict[str, Channel] = {}
    for channel in case.blueprint.channels.values():
        signs = _signs(channel)
        first = next((seen[sign] for sign in sorted(signs) if sign in seen), None)
        if first is not None:
            facts = {"channel": case.name(channel), "first": case.name(first)}
            yield Found(Address("channels", channel.id), facts, ground=(first.id,))
        for sign in signs:
            seen.setdefault(sign, channel)


def _signs(channel: Channel) -> set[str]:
    """What a channel's name comes down to, once for every language it is given in; its id where it has no name."""
    name = channel.name
    texts = [text for _, text in name.entries] if isinstance(name, Translations) else [name or channel.id]
    found = set()
    for text in texts:
        bare = "".join(char for char in text.casefold() if char.isalnum())
        same = next((number for number, group in enumerate(_SAME) if bare in group), None)
        found.add(bare if same is None else f"={same}")
    return found - {""}


CHECK = Check(
    code="CHA007",
    slug="channel-under-two-names",
    severity="low",
    find=find,
    source="house",
    en=Words(
        "One channel under two names",
        "{channel} and {first} look like one channel.",
        "Contacts that go the same way are counted apart, and gaps appear that are none.",
        "Keep one of the two, or name them so that the difference is plain.",
    ),
    nl=Words(
        "Eén kanaal onder twee namen",
        "{channel} en {first} lijken hetzelfde kanaal.",
        "Contacten die dezelfde weg gaan, worden apart geteld, en er lijken gaten te zijn die er niet zijn.",
        "Houd er een van over, of geef ze namen die het verschil laten zien.",
    ),
    es=Words(
        "Un canal con dos nombres",
        "{channel} y {first} parecen el mismo canal.",
        "Contactos que van por la misma vía se cuentan por separado y aparecen huecos que no lo son.",
        "Quédese con uno de los dos, o póngales nombres que muestren la diferencia.",
    ),
    fires="""
footlights: 1
title: A call
channels: {mail: {name: E-mail, class: online}, mail2: {name: email, class: online}}
phases: [{title: Report, steps: [{does: Writes, frontstage: [{does: Answers, via: [mail, mail2]}]}]}]
""",
    at=("channels/mail2",),
    clean="""
footlights: 1
title: A call
channels: {mail: {name: E-mail, class: online}, letter: {name: Letter, class: offline}}
phases: [{title: Report, steps: [{does: Writes, frontstage: [{does: Answers, via: [mail, letter]}]}]}]
""",
)
