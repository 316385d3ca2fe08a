"""Signing in: a token is exchanged for a signed cookie that no script can read; scripts send the token with each request."""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
import time
from http.cookies import CookieError, SimpleCookie

from footlights.live import Who

from .gate import GRANTS, Guest

__all__ = ["NAME_LENGTH", "Doorkeeper", "newcomer", "shown_name"]

NAME_LENGTH = 60
_LASTS_S = 30 * 24 * 3600
_COOKIE_LENGTH = 2000


class Doorkeeper:
    """Knows the tokens, and from one of them the key that cookies are signed with: a new token ends every session."""

    def __init__(self, token: str, port: int) -> None:
        self.tokens = {"edit": token, "view": _derived(token, "view")}
        self._key = hmac.digest(token.encode(), b"footlights cookie", "sha256")
        #: Browsers share cookies between the ports of one machine, so the port is part of the name.
        self.cookie = f"footlights-{port}"

    def grant(self, token: str) -> str | None:
        """What a token opens the door for, edit or view; None for a wrong one. Takes as long whatever is wrong with it."""
        given = token.encode("utf-8", "replace")
        fits = [grant for grant in GRANTS if hmac.compare_digest(given, self.tokens[grant].encode())]
        return fits[0] if fits else None

    def by_bearer(self, header: str) -> Guest | None:
        """The guest of an `Authorization` header; None when it holds no token of ours."""
        scheme, _, token = header.partition(" ")
        grant = self.grant(token.strip()) if scheme.lower() == "bearer" else None
        return None if grant is None else Guest(Who(f"script-{grant}", "Script"), grant, "bearer")

    def by_cookie(self, header: str) -> Guest | None:
        """The guest of a `Cookie` header; None when there is none, it is too old, or somebody else made it."""
        try:
            morsel = SimpleCookie(header).get(self.cookie)
        except CookieError:
            return None
        value = morsel.value if morsel is not None else ""
        packed, _, sign = value.partition(".")
        if not sign or len(value) > _COOKIE_LENGTH or not hmac.compare_digest(sign.encode("utf-8", "replace"), self._sign(packed).encode()):
            return None
        try:
            said = json.loads(base64.urlsafe_b64decode(packed))
            guest = Guest(Who(str(said["id"]), shown_name(str(said["name"]))), str(said["may"]), "cookie")
            fresh = 0 <= time.time() + 3600 - float(said["at"]) < _LASTS_S
        except (ValueError, KeyError, TypeError, binascii.Error):
            return None
        return guest if fresh and guest.grant in GRANTS else None

    def cookie_for(self, guest: Guest, *, secure: bool) -> str:
        """The `Set-Cookie` header that lets this guest in from now on."""
        said = {"id": guest.who.id, "name": guest.who.name, "may": guest.grant, "at": int(time.time())}
        packed = base64.urlsafe_b64encode(json.dumps(said).encode()).decode()
        parts = [f"{self.cookie}={packed}.{self._sign(packed)}", "Path=/", "HttpOnly", "SameSite=Strict", f"Max-Age={_LASTS_S}"]
        return "; ".join([*parts, "Secure"] if secure else parts)

    def farewell(self) -> str:
        """The `Set-Cookie` header that ends a session."""
        return f"{self.cookie}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"

    def _sign(self, packed: str) -> str:
        return hmac.new(self._key, packed.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def newcomer(name: str, grant: str) -> Guest:
    """Somebody who has just signed in: a new id each time, never one that they bring along."""
    return Guest(Who(secrets.token_hex(8), shown_name(name)), grant, "cookie")


def shown_name(name: str) -> str:
    """A name as it may be shown: one line of printable characters, not too long; "" stays empty."""
    line = "".join(char if char.isprintable() else " " for char in name)
    return " ".join(line.split())[:NAME_LENGTH].strip()


def _derived(token: str, what: str) -> str:
    mark = hmac.digest(token.encode(), f"footlights {what}".encode(), "sha256")
    return base64.urlsafe_b64encode(mark).decode().rstrip("=")
