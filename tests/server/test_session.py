"""Tokens and cookies: what opens the door, and what was tampered with."""

from __future__ import annotations

import base64
import json
import time

import pytest

from footlights.live import Who
from footlights.server.gate import Guest
from footlights.server.session import Doorkeeper, newcomer, shown_name

TOKEN = "a-token-of-some-length"
KEEPER = Doorkeeper(TOKEN, 8473)


def header(guest: Guest, keeper: Doorkeeper = KEEPER) -> str:
    """The Cookie header that a browser sends back."""
    return keeper.cookie_for(guest, secure=False).partition(";")[0]


def test_the_two_tokens() -> None:
    assert KEEPER.grant(TOKEN) == "edit"
    assert KEEPER.grant(KEEPER.tokens["view"]) == "view"
    assert TOKEN not in KEEPER.tokens["view"]
    for wrong in ("", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "\ud800", "é"):
        assert KEEPER.grant(wrong) is None


@pytest.mark.parametrize("given", [f"Bearer {TOKEN}", f"bearer {TOKEN}", f"Bearer  {TOKEN} "])
def test_a_bearer(given: str) -> None:
    guest = KEEPER.by_bearer(given)
    assert guest is not None
    assert (guest.grant, guest.proof) == ("edit", "bearer")


@pytest.mark.parametrize("given", ["", TOKEN, f"Basic {TOKEN}", "Bearer", "Bearer x"])
def test_no_bearer(given: str) -> None:
    assert KEEPER.by_bearer(given) is None


def test_a_cookie_lets_its_guest_in_again() -> None:
    guest = newcomer("Ann", "view")
    assert KEEPER.by_cookie(header(guest)) == guest
    assert KEEPER.by_cookie(f"other=1; {header(guest)}; more=2") == guest


def test_a_cookie_is_for_browsers_only_and_holds_no_token() -> None:
    said = KEEPER.cookie_for(newcomer("Ann", "edit"), secure=True)
    assert {"HttpOnly", "SameSite=Strict", "Path=/", "Secure"} <= set(said.split("; "))
    assert TOKEN not in said
    assert base64.urlsafe_b64encode(TOKEN.encode()).decode().rstrip("=") not in said


def test_ids_are_new_each_time_and_never_brought_along() -> None:
    assert len({newcomer("Ann", "edit").who.id for _ in range(100)}) == 100


def test_a_cookie_that_somebody_changed() -> None:
    name, _, value = header(newcomer("Ann", "view")).partition("=")
    packed, _, sign = value.partition(".")
    other = "0" if sign[-1] != "0" else "1"
    said = json.loads(base64.urlsafe_b64decode(packed))
    forged = base64.urlsafe_b64encode(json.dumps({**said, "may": "edit"}).encode()).decode()
    for wrong in (
        f"{forged}.{sign}",
        packed,
        f"{packed}.",
        f".{sign}",
        f"{packed}.{sign[:-1]}{other}",
        f"{packed}.{sign}x",
        "\ud800.x",
        "x" * 9000,
    ):
        assert KEEPER.by_cookie(f"{name}={wrong}") is None
    assert KEEPER.by_cookie("") is None
    assert Doorkeeper("another-token-entirely", 8473).by_cookie(f"{name}={value}") is None, "a new token ends every session"
    assert Doorkeeper(TOKEN, 1).by_cookie(f"{name}={value}") is None, "another port is another server"


def test_a_cookie_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    given = header(newcomer("Ann", "edit"))
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 29 * 24 * 3600)
    assert KEEPER.by_cookie(given) is not None
    monkeypatch.setattr(time, "time", lambda: now + 31 * 24 * 3600)
    assert KEEPER.by_cookie(given) is None
    monkeypatch.setattr(time, "time", lambda: now - 2 * 24 * 3600)
    assert KEEPER.by_cookie(given) is None, "from the future"


def test_names_are_one_line_to_be_shown() -> None:
    assert shown_name("  Ann\n\tde  Vries ") == "Ann de Vries"
    assert shown_name("a\u202eb\x1b[31m") == "a b [31m"
    assert len(shown_name("x" * 1000)) == 60
    assert shown_name("") == ""


def test_many_cookies_of_other_servers_do_not_disturb() -> None:
    guest = Guest(Who("1", "Ann"), "edit")
    assert KEEPER.by_cookie("; ".join([*(f"footlights-{n}=junk.{n}" for n in range(20)), header(guest)])) == guest
