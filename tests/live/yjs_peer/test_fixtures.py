import base64
import json
from typing import Any

from footlights.live import Shared, plain
from tests.live.yjs_peer.fixtures import FIXTURE, fixture


def test_the_editors_fixture_says_what_the_server_says_today() -> None:
    stands, now = json.loads(FIXTURE.read_text(encoding="utf-8")), json.loads(fixture())
    for example in stands["examples"].values():
        # the bytes may be others when they say the same
        assert plain(Shared(base64.b64decode(example["update"]))) == example["plain"]
    assert _without_bytes(stands) == _without_bytes(now), "python -m tests.live.yjs_peer.fixtures writes it anew"


def _without_bytes(found: dict[str, Any]) -> dict[str, Any]:
    for example in found["examples"].values():
        del example["update"]
    return found
