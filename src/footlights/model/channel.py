"""How people meet."""

from typing import Annotated, NamedTuple

from .fields import own
from .kinds import CHANNEL_CLASSES
from .more import More
from .text import Text


class Channel(NamedTuple):
    """A medium through which customer and organisation meet."""

    id: str
    name: Annotated[Text | None, own("text", "What people call it", title=True)] = None
    class_: Annotated[str | None, own("choice", "Online or offline", choices=CHANNEL_CLASSES)] = None
    icon: Annotated[str | None, own("line", "The name of an icon: phone, mail, web, app, desk, chat, letter, door …")] = None
    more: More = ()
