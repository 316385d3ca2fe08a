"""The program that draws exports and runs checks, apart from the server: within its own memory and time, told only the blueprint.

It reads jobs from standard input and answers on standard output, each as four bytes of length and a JSON head, in an
answer followed by the picture's bytes. `python -m footlights.server.worker` starts it; it ends when its input does.
"""

import gc
import json
import os
import struct
import sys
from typing import Any, BinaryIO

__all__ = ["LENGTH", "main"]

LENGTH = struct.Struct(">I")


def main(memory: int, seconds: float) -> None:
    """Answer jobs until the input ends; `memory` in bytes and `seconds` of CPU for each job are the most it may take."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    _warm_up()
    _limit_memory(memory)
    while head := jobs.read(LENGTH.size):
        job = json.loads(jobs.read(LENGTH.unpack(head)[0]))
        _limit_time(seconds)
        _answer(answers, *_done(job))
        del job
        gc.collect()


def _done(job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What to answer to a job: its head and the bytes."""
    from footlights.model import FootlightsError

    try:
        if "texts" in job:
            return _bound(job)
        return _examined(job) if "profile" in job else _drawn(job)
    except FootlightsError as trouble:
        return {"trouble": str(trouble), "hint": trouble.hint}, b""
    except MemoryError:
        return {"trouble": "This needs more memory than one job may take.", "hint": "Take the overview, or one view less."}, b""
    except Exception as trouble:  # noqa: BLE001 - the server logs the kind; what people wrote stays here
        return {"fault": type(trouble).__name__}, b""


def _drawn(job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """A picture."""
    from footlights import api
    from footlights.model import View
    from footlights.words import noted

    document = api.loads(job["text"], strict=False)
    view = View(shows=job["view"], role=job["role"]) if job["role"] else job["view"]
    picture = api.draw(document, view, language=job["language"], zoom=job["zoom"], theme=job["theme"])
    made = picture.artifact(job["format"], scale=job["scale"], page=job["page"], arrows=job["arrows"])
    notes = [*_unheeded(job), *(noted(note, job["told"]) for note in made.notes)]
    return {"media_type": made.media_type, "suffix": made.suffix, "notes": notes, "size": len(made.data)}, made.data


def _unheeded(job: dict[str, Any]) -> list[str]:
    """A sentence for each wish that means nothing to the format, with the formats that know it."""
    from footlights.render import passed_over
    from footlights.words import phrase

    form, wishes = job["format"], {wish: job[wish] for wish in ("theme", "scale", "page", "arrows")}
    return [
        phrase("draw.unheeded", job["told"], option=wish, format=form, formats=", ".join(knowing))
        for wish, knowing in passed_over(form, **wishes).items()
    ]


def _examined(job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What the checks find."""
    from .examining import Keyed, examined

    found = examined(job["text"], job["profile"], job["language"], job["today"], Keyed(job["keys"]))
    data = json.dumps(found).encode()
    return {"size": len(data)}, data


def _bound(job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The page of an atlas."""
    from datetime import date

    from footlights import api
    from footlights.render import atlas_page

    read = [(name, api.loads(text, strict=False).blueprint) for name, text in job["texts"]]
    data = atlas_page(api.atlas(read, date.fromisoformat(job["today"])), job["language"])
    return {"size": len(data)}, data


def _answer(answers: BinaryIO, head: dict[str, Any], data: bytes) -> None:
    told = json.dumps({"size": 0, **head}).encode()
    answers.write(LENGTH.pack(len(told)) + told + data)
    answers.flush()


def _warm_up() -> None:
    """Load what every job needs, so that the first is no slower than the next."""
    from importlib import import_module

    for name in ("footlights.api", "footlights.render.svg"):
        import_module(name)


def _limit_memory(memory: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no files


def _limit_time(seconds: float) -> None:
    if sys.platform != "win32":
        import resource

        spent = resource.getrusage(resource.RUSAGE_SELF)
        most = int(spent.ru_utime + spent.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
