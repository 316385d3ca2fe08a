"""The shared document that several people edit at once: what stands in it, how it becomes a blueprint and back, its room and its log."""

from .assembly import LeftOut, Materialised
from .frames import Garbled, ours_frame, read_bytes, read_number, written_bytes, written_number
from .keys import Keys, new_key
from .limits import Limits
from .log import CannotSave, Entry, Log, News, Row, SetAside, Snapshot, Who, checksum, seals, verifies
from .member import Connection, May
from .memory import give_memory_back, keep_memory_low
from .names import give_names
from .plain import plain
from .projection import Projection, blueprint_of
from .ranks import is_rank, rank_between, ranked, ranks_between
from .reconcile import encode, reconcile, settled, take
from .room import Room
from .shared import ANYTHING, FORMAT, ROOTS, Shared, Touched, Unreadable, merge

__all__ = [
    "ANYTHING", "FORMAT", "ROOTS", "CannotSave", "Connection", "Entry", "Garbled", "Keys", "LeftOut", "Limits", "Log", "Materialised",
    "May", "News", "Projection", "Room", "Row", "SetAside", "Shared", "Snapshot", "Touched", "Unreadable", "Who", "blueprint_of",
    "checksum", "encode", "give_memory_back", "give_names", "is_rank", "keep_memory_low", "merge", "new_key", "ours_frame", "plain",
    "rank_between", "ranked", "ranks_between", "read_bytes", "read_number", "reconcile", "seals", "settled", "take", "verifies",
    "written_bytes", "written_number",
]  # fmt: skip
