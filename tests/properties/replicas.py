"""Copies of one document that work apart from each other: in Python and, as real editors, in Node."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import random
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pycrdt

from footlights.live import Projection, Shared, give_names, merge, new_key, plain, rank_between, take
from footlights.live.writing import fresh_map
from footlights.model import FootlightsError
from tests.edits.wishes import some_edit

PEER = Path(__file__).parents[1] / "live" / "yjs_peer" / "peer.mjs"
#: Marks: single characters that are typed once and nowhere else. Every third takes four bytes, and two places in JavaScript.
_MARKS = (range(0x4E00, 0x9FFF, 2), range(0x4E01, 0x9FFF, 2), range(0x20000, 0x2A6DF))
ROLES = ("evidence", "customer", "frontstage", "backstage", "support")
TEXTS = {"phases": ("title", "need"), "steps": ("title", "does", "thinks", "expects"), "cards": ("does", "note"), "lanes": ("name",),
         "marks": ("title", "recovery"), "actors": ("name", "department")}  # fmt: skip


def is_mark(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0002a6df"


def marks_in(value: Any) -> set[str]:
    """The marks in all texts of a plain document."""
    if isinstance(value, str):
        return {char for char in value if is_mark(char)}
    if isinstance(value, dict):
        return set().union(*(marks_in(each) for each in value.values()))
    return set().union(*(marks_in(each) for each in value)) if isinstance(value, list) else set()


class Peer(Protocol):
    """One copy of the document."""

    def apply(self, update: bytes) -> None: ...
    def act(self, play: Play) -> bytes: ...
    def plain(self) -> dict[str, Any]: ...
    def vector(self) -> bytes: ...
    def pending(self) -> bool: ...


class Play:
    """What all copies together have made, typed and deleted so far."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.made: list[tuple[str, str]] = []
        self.typed: set[str] = set()
        self.deleted: set[str] = set()
        self.counts: dict[str, int] = {}
        self._marks = itertools.chain.from_iterable(zip(*_MARKS, strict=False))

    def mark(self) -> str:
        """A character that nobody typed yet in this history; it counts as typed."""
        char = chr(next(self._marks))
        self.typed.add(char)
        return char

    def some(self, *collections: str) -> tuple[str, str] | None:
        """An element that somebody made, a recent one more often than not."""
        for _ in range(8):
            if not self.made:
                return None
            found = self.rng.choice(self.made[-40:] if self.rng.random() < 0.6 else self.made)
            if not collections or found[0] in collections:
                return found
        return None

    def key(self, *collections: str) -> str:
        found = self.some(*collections)
        return found[1] if found else "nowhere"

    def rank(self) -> str:
        return self.rng.choice(("a0", "a1", "a1V", "Zz", "b00", rank_between(None, None)))

    def pos(self, collection: str) -> list[str]:
        rng = self.rng
        placing = {
            "steps": lambda: [self.key("phases")],
            "cards": lambda: [self.key("steps"), rng.choice((*ROLES, self.key("lanes")))],
            "marks": lambda: [f"cards/{self.key('cards')}", rng.choice(("fail", "pain", "wait"))],
            "links": lambda: [f"cards/{self.key('cards')}", f"steps/{self.key('steps')}"],
        }.get(collection, list)()
        return [*placing, self.rank()]

    def scalar(self, collection: str) -> tuple[str, Any]:
        """An entry and its value; None takes it away."""
        rng = self.rng
        found: dict[str, list[tuple[str, Any]]] = {
            "steps": [
                ("moment_of_truth", float(rng.randint(1, 4))),
                ("feels/*", float(rng.randint(-2, 2))),
                ("time.work", f"{rng.randint(1, 9)} min"),
            ],
            "cards": [
                ("mode", rng.choice(("manual", "automated"))),
                (f"by/{self.key('actors')}", self.rank()),
                ("until", self.key("steps")),
            ],
            "lanes": [("role", rng.choice(ROLES))],
            "links": [("share", rng.random()), ("kind", "handover")],
        }
        name, value = rng.choice(found.get(collection, [("basis", "observed")]))
        return name, value if rng.random() < 0.8 else None


class PythonPeer:
    """A copy as the server holds it, with its blueprint kept fresh."""

    def __init__(self) -> None:
        self.shared = Shared()
        self.projection = Projection(self.shared)

    def apply(self, update: bytes) -> None:
        self.shared.apply(update)

    def plain(self) -> dict[str, Any]:
        return plain(self.shared)

    def vector(self) -> bytes:
        return self.shared.state_vector()

    def pending(self) -> bool:
        return False  # pycrdt does not say; the vectors do

    def act(self, play: Play) -> bytes:
        kind = play.rng.choices(
            ("make", "type", "delete", "set", "move", "remove", "take", "name"), (14, 40, 10, 14, 12, 6, play.counts.get("takes", 2), 1)
        )[0]
        if kind == "take":
            return self._take(play)
        if kind == "name":
            return give_names(self.shared)
        if kind == "make":
            return self._make(play)
        found = play.some()
        element = self.shared.map(*found) if found else None
        if found is None or element is None:
            return b""
        acts: dict[str, Callable[[], None]] = {
            "type": lambda: self._type(play, found[0], element, delete=False),
            "delete": lambda: self._type(play, found[0], element, delete=True),
            "set": lambda: _put(element, *play.scalar(found[0])),
            "move": lambda: _put(element, "pos", play.pos(found[0])),
            "remove": lambda: _put(element, "gone", play.rng.choice((True, True, None))),
        }
        return self.shared.change(lambda _: acts[kind]())

    def _make(self, play: Play) -> bytes:
        collection = play.rng.choice(("phases", "steps", "steps", "cards", "cards", "cards", "lanes", "marks", "links", "actors"))
        key = new_key()
        entries: dict[str, Any] = {"pos": play.pos(collection), **({"role": play.rng.choice(ROLES)} if collection == "lanes" else {})}
        top: Any = self.shared.map(collection)

        def make(_: Shared) -> None:
            top[key] = fresh_map(entries)
            for name in TEXTS.get(collection, ()):
                top[key][name] = pycrdt.Text("")

        play.made.append((collection, key))
        return self.shared.change(make)

    def _type(self, play: Play, collection: str, element: Any, *, delete: bool) -> None:
        name = play.rng.choice(TEXTS.get(collection, ("",)))
        text = element.get(name)
        if not isinstance(text, pycrdt.Text):
            return
        now = str(text)
        at = play.rng.randint(0, len(now))
        place = len(now[:at].encode())
        if delete:
            out = now[at : at + play.rng.randint(1, 3)]
            play.deleted |= marks_in(out)
            del text[place : place + len(out.encode())]
        else:
            text.insert(place, play.mark() + play.rng.choice(("", " ", "é", "🙂", "w")))

    def _take(self, play: Play) -> bytes:
        """An edit as a tool or a file would bring it about."""
        known = self.projection.materialised
        before = marks_in(self.plain())
        with contextlib.suppress(AssertionError):
            _, operations = some_edit(known.blueprint, play.rng)
            made = take(self.shared, operations, known)
            play.deleted |= before - marks_in(self.plain())
            return made
        return b""


def _put(element: Any, name: str, value: Any) -> None:
    if value is not None:
        element[name] = value
    elif name in element:
        del element[name]


class YjsPeer:
    """A copy in a real editor: its own document, Yjs and edits, in Node."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(["node", str(PEER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, op: str, **facts: Any) -> Any:
        """What the editor answers; raises FootlightsError where it could not."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps({"op": op, **facts}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if not answer["ok"]:
            raise FootlightsError(answer["error"])
        return answer["value"]

    def apply(self, update: bytes) -> None:
        self.ask("apply", update=base64.b64encode(update).decode())

    def plain(self) -> dict[str, Any]:
        found: dict[str, Any] = self.ask("plain")
        return found

    def vector(self) -> bytes:
        return base64.b64decode(self.ask("vector"))

    def pending(self) -> bool:
        return any(self.ask("pending").values())

    def reset(self) -> None:
        self.ask("reset")

    def close(self) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def act(self, play: Play) -> bytes:
        kind = play.rng.choices(("edit", "type", "delete", "set", "move", "tagged", "undo"), (20, 36, 10, 12, 12, 3, 4))[0]
        if kind == "edit":
            return self._edit(play)
        if kind == "undo":
            return self._undo(play)
        found = play.some()
        if found is None:
            return b""
        root, key = found
        try:
            if kind in ("type", "delete"):
                return self._type(play, root, key, delete=kind == "delete")
            if kind == "tagged":  # the beginning of a translation
                field = TEXTS.get(root, ("",))[0]
                there, translated = (self.ask("look", root=root, key=key, field=name) for name in (field, f"{field}@nl"))
                if there is None or translated:
                    return b""
                before = marks_in(self.plain())  # where Dutch has become the document's own language, this empties its own text
                made = self.ask("edit", name="setText", args=[f"{root}/{key}", field, "", "nl"])
                play.deleted |= before - marks_in(self.plain())
                return self._done(made)
            if self.ask("look", root=root, key=key, field=TEXTS.get(root, ("",))[0]) is None:
                return b""
            name, value = play.scalar(root) if kind == "set" else ("pos", play.pos(root))
            return self._done(self.ask("set", root=root, key=key, field=name, value=value))
        except FootlightsError:
            return b""

    def _done(self, made: Any) -> bytes:
        return base64.b64decode(made["update"]) if made["update"] else b""

    def _type(self, play: Play, root: str, key: str, *, delete: bool) -> bytes:
        names = TEXTS.get(root, ())
        name = play.rng.choice((*names, f"{names[0]}@nl")) if names else ""
        now = self.ask("look", root=root, key=key, field=name)
        if now is None:
            return b""
        at = play.rng.randint(0, len(now))
        index = len(now[:at].encode("utf-16-le")) // 2
        if delete:
            out = now[at : at + play.rng.randint(1, 3)]
            play.deleted |= marks_in(out)
            return self._done(self.ask("text", root=root, key=key, field=name, index=index, remove=len(out.encode("utf-16-le")) // 2))
        return self._done(
            self.ask("text", root=root, key=key, field=name, index=index, insert=play.mark() + play.rng.choice(("", " ", "🙂")))
        )

    def _edit(self, play: Play) -> bytes:
        rng, mark = play.rng, play.mark()
        name, args = rng.choice([
            ("addPhase", [{"title": mark}]), ("addStep", [{"phase": play.key("phases"), "does": mark}]),
            ("addCard", [{"step": play.key("steps"), "lane": rng.choice(ROLES), "does": mark}]),
            ("addLane", [{"role": rng.choice(ROLES), "name": mark}]), ("moveCard", [play.key("cards"), {"step": play.key("steps"), "lane": rng.choice(ROLES)}]),
            ("moveStep", [play.key("steps"), {"phase": play.key("phases")}]), ("remove", [[f"{'/'.join(play.some() or ('cards', 'x'))}"]]),
        ])  # fmt: skip
        made = self.ask("edit", name=name, args=args)
        result = made["result"] or {}
        if not name.startswith("add") or not result.get("key"):
            play.typed.discard(mark)
            return self._done(made)
        play.made.append(({"addPhase": "phases", "addStep": "steps", "addCard": "cards", "addLane": "lanes"}[name], result["key"]))
        return self._done(made)

    def _undo(self, play: Play) -> bytes:
        before = marks_in(self.plain())
        made = self.ask(play.rng.choice(("undo", "undo", "redo")))
        play.deleted |= before - marks_in(self.plain())
        return self._done(made)


def vector_of(state: bytes) -> dict[int, int]:
    """A state vector as Yjs writes it: how much of every client's work is there."""
    numbers = _numbers(state)
    return {next(numbers): next(numbers) for _ in range(next(numbers))}


def _numbers(data: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value
            value = shift = 0


class Network:
    """Updates on their way between copies: late, out of order, twice, or merged into one."""

    def __init__(self, peers: list[Any], rng: random.Random, first: bytes) -> None:
        self.peers, self.rng = peers, rng
        self.log: list[bytes] = [first]
        self.boxes: list[list[bytes]] = [[] for _ in peers]
        for peer in peers:
            peer.apply(first)

    def send(self, sender: int, update: bytes) -> None:
        self.log.append(update)
        for number, box in enumerate(self.boxes):
            if number != sender:
                box.append(update)
                if self.rng.random() < 0.05:
                    box.append(update)

    def deliver(self, number: int, most: int) -> None:
        """Hand a copy some of what waits for it, in any order; now and then merged, as a server that catches up does."""
        box = self.boxes[number]
        self.rng.shuffle(box)
        some, box[:] = box[:most], box[most:]
        if len(some) > 2 and self.rng.random() < 0.3:
            some = [merge(some)]
        for update in some:
            self.peers[number].apply(update)

    def compact(self) -> None:
        """The log becomes one update, as when a server writes a snapshot."""
        self.log = [merge(self.log)]

    def late(self, number: int, peer: Any) -> None:
        """A newcomer in the place of a copy: it gets all there is, and no longer what was on its way."""
        self.boxes[number].clear()
        self.rng.shuffle(self.log)
        for update in self.log:
            peer.apply(update)
        self.peers[number] = peer

    def settle(self) -> None:
        """Everything arrives."""
        for number, box in enumerate(self.boxes):
            self.deliver(number, len(box))
