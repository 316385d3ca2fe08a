import json

from tests.live.yjs_peer.times import TIMES, times


def test_the_editors_times_are_compared_with_what_the_server_works_out_today() -> None:
    assert json.loads(TIMES.read_text(encoding="utf-8")) == json.loads(times()), "python -m tests.live.yjs_peer.times writes it anew"
