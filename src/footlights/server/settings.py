"""What a server is told when it starts: where it stands, whom it listens to, and how much it allows."""

import os
import secrets
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from footlights.model import FootlightsError

__all__ = ["PORT", "Limits", "Settings", "home_folder", "kept_secret", "store_address"]

#: Where the editor is found unless something else is asked for. It stays the same from run to run, for what a browser
#: keeps on the device belongs to an address with its port.
PORT = 8473
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_EVERYWHERE = ("0.0.0.0", "::", "[::]", "")


@dataclass(frozen=True)
class Limits:
    """How much one guest, one request and one export may take; times in seconds, sizes in bytes."""

    body: int = 16_000_000
    requests_per_s: float = 50.0
    requests_at_once: int = 400
    wrong_tokens_per_min: int = 10
    workers: int = 2
    queue: int = 20
    export_s: float = 30.0
    export_memory: int = 1 << 30
    idle_s: float = 60.0
    rooms: int = 200


@dataclass(frozen=True)
class Settings:
    """How this server was started; `mode` is open (files on this machine) or serve (a database for a team)."""

    mode: str
    token: str
    home: Path
    database: str
    host: str = "127.0.0.1"
    port: int = PORT
    origins: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)

    @property
    def address(self) -> str:
        """Where the editor is found, for people on this machine."""
        host = "127.0.0.1" if self.host in _EVERYWHERE else _bracketed(self.host)
        return f"http://{host}:{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """What a request's Host may say, in small letters; anything else came here by another name than ours."""
        names = {*_LOOPBACK} | (set() if self.host in _EVERYWHERE else {_bracketed(self.host)})
        found = {f"{name}:{self.port}" for name in names} | {origin.partition("://")[2] for origin in self.origins}
        if self.port == 80:
            found |= names
        return frozenset(name.lower() for name in found)

    @property
    def allowed_origins(self) -> frozenset[str]:
        """What a request's Origin may say: our own pages, and those that were allowed when the server was started."""
        own = {f"http://{host}" for host in self.hosts if not any(origin.endswith(f"://{host}") for origin in self.origins)}
        return frozenset(own | {origin.lower().rstrip("/") for origin in self.origins})


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def home_folder() -> Path:
    """Where footlights keeps what it must remember: FOOTLIGHTS_HOME, else a folder of its own where the system keeps such things.

    It is made for its owner alone when it is not there. Raises FootlightsError when it can't be.
    """
    wished = os.environ.get("FOOTLIGHTS_HOME")
    folder = Path(wished) if wished else _state_folder() / "footlights"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as trouble:
        raise FootlightsError(
            f"{folder} can't be made: {trouble.strerror}", "FOOTLIGHTS_HOME names another folder for what has to be remembered"
        ) from trouble
    return folder


def _state_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")


def kept_secret(path: Path) -> str:
    """The secret in a file, made with 256 bits of chance when it is not there; readable by its owner alone.

    Raises FootlightsError when the file can't be used, or others may read it.
    """
    try:
        if not path.exists():
            _write_alone(path, secrets.token_urlsafe(32))
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise FootlightsError(f"{path} can be read by others", f"chmod 600 {path}")
        found = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as trouble:
        reason = getattr(trouble, "strerror", None) or "it is no text"
        raise FootlightsError(f"the token's file {path} can't be used: {reason}", "name another with --token-file") from trouble
    if len(found) < 16 or not found.isascii() or not found.isprintable():
        raise FootlightsError(f"{path} holds no token of 16 characters or more", "delete the file: a new one is made")
    return found


def _write_alone(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return  # another process was quicker: its token counts
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text + "\n")


def store_address(database: str | None, home: Path) -> str:
    """The database that is meant: an address as given, a path as SQLite, and footlights' own folder when nothing is."""
    if database and "://" in database:
        return database
    path = Path(database) if database else home / "footlights.sqlite"
    return f"sqlite:///{quote(path.absolute().as_posix(), safe='/:')}"
