"""Updates for tests: an honest document's, and what becomes of them when bytes are changed."""

from __future__ import annotations

import random

from pycrdt import Map, Text

from footlights.live import Shared

_TELLING = (0, 1, 2, 3, 4, 7, 8, 10, 126, 127, 128, 255)


def honest(seed: int) -> tuple[bytes, list[bytes]]:
    """A document of five cards as one update, and a dozen updates made on top of it by somebody else."""
    chance = random.Random(seed)
    first = Shared(client=chance.randrange(2**32))

    def begin(shared: Shared) -> None:
        for number in range(5):
            shared.map("cards")[f"c{number}"] = Map({"pos": ["calls", "front", f"a{number}"], "title": Text("hello")})  # type: ignore[index]

    whole = first.change(begin)
    second = Shared(whole, client=chance.randrange(2**32))
    made = []
    for number in range(12):

        def act(shared: Shared, number: int = number) -> None:
            card = shared.map("cards", f"c{chance.randrange(5)}")
            assert card is not None
            what = chance.random()
            if what < 0.4:
                card["title"].insert(len(str(card["title"])[: chance.randrange(3)].encode()), chance.choice("xé😀") * 3)
            elif what < 0.6:
                card["pos"] = ["writes", "back", "b"]
            elif what < 0.8 and len(str(card["title"])) > 3:
                del card["title"][0 : len(str(card["title"])[0].encode())]
            else:
                shared.map("cards")[f"n{number}"] = Map({"title": Text("a"), "more": {"a": [1, None, True, 2.5]}})  # type: ignore[index]

        made.append(second.change(act))
    return whole, [update for update in made if update]


def mutated(chance: random.Random, update: bytes) -> bytes:
    """The update with one to three bytes changed, left out or put in."""
    data = bytearray(update)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        place, what = chance.randrange(len(data)), chance.random()
        byte = chance.choice((*_TELLING, chance.randrange(256), data[place] ^ 1 << chance.randrange(8), chance.choice(data)))
        if what < 0.6:
            data[place] = byte
        elif what < 0.8 and len(data) > 1:
            del data[place]
        else:
            data.insert(place, byte)
    return bytes(data)
