"""How people meet."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .kinds import CHANNEL_CLASSES
from .more import More
from .text import Reasons, Text


class Channel(NamedTuple):
    """A medium through which customer and organisation meet."""

    id: str
    name: Annotated[Text | None, own("text", "What people call it", title=True)] = None
    class_: Annotated[str | None, own("choice", "Online or offline", choices=CHANNEL_CLASSES)] = None
    icon: Annotated[str | None, own("line", "The name of an icon: phone, mail, web, app, desk, chat, letter, door …")] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
