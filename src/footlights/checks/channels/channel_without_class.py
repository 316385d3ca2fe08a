"""A channel that is neither online nor offline."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.edits import Operation, set_field
from footlights.facts import CheckFinding, Words
from footlights.model import Address

__all__ = ["CHECK"]

#: What an icon leaves no doubt about.
_BY_ICON = {
    "web": "online", "app": "online", "chat": "online", "mail": "online", "phone": "offline", "desk": "offline", "letter": "offline",
    "door": "offline",
}  # fmt: skip


def find(case: Case, _: Options) -> Iterator[Found]:
    """Channels in use of which nobody said whether they are online or offline."""
    used = {channel for card in case.blueprint.cards.values() for channel in card.via}
    for channel in case.blueprint.channels.values():
        if channel.class_ is None and channel.id in used:
            yield Found(Address("channels", channel.id, "class_"), {"channel": case.name(channel)}, ground=(channel.icon,))


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """The class that the channel's icon speaks of; nothing where the icon leaves it open."""
    known = _BY_ICON.get(case.blueprint.channels[finding.address.id].icon or "")
    return set_field(case.blueprint, finding.address, known) if known else ()


CHECK = Check(
    code="CHA006",
    slug="channel-without-class",
    severity="low",
    find=find,
    mend=mend,
    source="polaine-2013",
    en=Words(
        "A channel neither online nor offline",
        "Whether {channel} is online or offline is not given.",
        "Without it nobody can see where people are sent online, or where they have no other way.",
        "Say online or offline at the channel.",
    ),
    nl=Words(
        "Een kanaal dat online noch offline is",
        "Of {channel} online of offline is, staat er niet bij.",
        "Zonder dat ziet niemand waar mensen het internet op worden gestuurd, of waar ze geen andere weg hebben.",
        "Zet bij het kanaal of het online of offline is.",
    ),
    es=Words(
        "Un canal que no dice si es en línea",
        "No consta si {channel} es en línea o no.",
        "Sin eso nadie puede ver dónde se manda a la gente a internet ni dónde no le queda otra vía.",
        "Indique en el canal si es en línea o fuera de línea.",
    ),
    fires="""
footlights: 1
title: A call
channels: {phone: {name: Phone, icon: phone}}
phases: [{title: Report, steps: [{does: Calls, frontstage: [{id: answer, does: Answers, via: phone}]}]}]
""",
    at=("channels/phone#class_",),
    clean="""
footlights: 1
title: A call
channels: {phone: {name: Phone, icon: phone, class: offline}, fax: {name: Fax}}
phases: [{title: Report, steps: [{does: Calls, frontstage: [{id: answer, does: Answers, via: phone}]}]}]
""",
)
