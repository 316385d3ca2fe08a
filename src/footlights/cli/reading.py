"""The blueprints at some paths, for commands that look at many as one."""

from footlights.model import Blueprint

from .diagnosis import tell
from .opening import blueprint_files, opened
from .progress import watched
from .voice import Voice

__all__ = ["blueprints"]


def blueprints(paths: tuple[str, ...], voice: Voice) -> tuple[list[tuple[str, Blueprint]], bool]:
    """The blueprints that can be read, under their files' names, and whether that is all of them; the faults of the others are told."""
    found, complete = [], True
    for name in watched(blueprint_files(paths, voice), voice, "progress.check"):
        file = opened(name)
        if file.blueprint is None:
            tell([each for each in file.diagnostics if each.severity == "error"], file.texts, voice)
            complete = False
        else:
            found.append((file.name, file.blueprint))
    return found, complete
