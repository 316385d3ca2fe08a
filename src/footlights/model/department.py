"""Which departments there are, and who belongs to them."""

from typing import NamedTuple

from .actor import Actor
from .blueprint import Blueprint
from .identifiers import slug
from .text import Text

__all__ = ["Department", "departments"]


class Department(NamedTuple):
    """A department and its actors (ids); `id` is made from its name, and `departments/<id>` is how it is addressed."""

    id: str
    name: Text
    actors: tuple[str, ...]


def departments(blueprint: Blueprint) -> tuple[Department, ...]:
    """The departments that the actors name, in the order in which they are first met; () where nobody names any.

    Names that are the same but for case, accents and spaces are one department. An actor of the kind `department` that names
    none is a department of its own. Partners and customers belong to one only where they say so.
    """
    found: dict[str, Department] = {}
    for actor in blueprint.actors.values():
        name = _named_by(actor)
        if name is None:
            continue
        said = blueprint.say(name)
        id = slug(said) or said
        before = found.get(id, Department(id, name, ()))
        found[id] = before._replace(actors=(*before.actors, actor.id))
    return tuple(found.values())


def _named_by(actor: Actor) -> Text | None:
    if actor.department is not None:
        return actor.department
    return actor.name or actor.id if actor.kind == "department" else None
