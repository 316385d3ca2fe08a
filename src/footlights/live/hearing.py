"""What a member sends: read, measured against its limits, and passed on to the ledger or to the company."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from .company import Company
from .frames import AWARENESS, QUERY, STEP1, STEP2, SYNC, Frame, Garbled, read_frame, read_vector, sync_frame
from .known import FRESH, Missing
from .ledger import Ledger, Pending
from .limits import Limits
from .member import CANT_SAVE, READ_ONLY, REPLACED, TOO_FAST, TOO_LARGE, UNREADABLE, Member

__all__ = ["Hearing"]

_STEP1_COST = 10
_ASKED_OFTEN = 3


class Hearing:
    """Hears the members of one room."""

    def __init__(self, ledger: Ledger, company: Company, limits: Limits) -> None:
        self._ledger = ledger
        self._company = company
        self._limits = limits

    async def listen(self, member: Member) -> None:
        """Hear a member out, until its connection ends.

        What is small is heard where it comes in, if the connection can do that: a keystroke then needs no turn of the loop to get here.
        """
        member.hear_with(lambda data: self._hear_now(member, data))
        try:
            while member.ending is None:
                member.listening = True
                data = await member.connection.receive()
                member.listening = False
                if data is None:
                    return
                rest = self._hear(member, data)
                if rest is not None:
                    await rest
        finally:
            member.listening = False
            member.hear_with(None)

    def _hear_now(self, member: Member, data: bytes) -> bool:
        """Hear a frame this very moment; False when it has to be waited for, or something before it has."""
        if not member.listening or member.ending is not None or not self._ledger.admission.quick(len(data)):
            return False
        rest = self._hear(member, data)
        assert rest is None
        return True

    def _hear(self, member: Member, data: bytes) -> Awaitable[None] | None:
        """Hear a frame; gives what is left to be waited for when it is a large one."""
        if len(data) > self._limits.frame:
            member.refuse(member.taken + 1, "too-large", TOO_LARGE)
            return None
        try:
            frame = read_frame(data)
            if frame.kind == SYNC:
                if frame.step != STEP1:
                    return self._take(member, frame)
                self._answer(member, frame.body)
            elif frame.kind == AWARENESS:
                self._company.hear(member, frame.body)
            elif frame.kind == QUERY and member.moves.take(1):
                self._company.show(member)
        except Garbled:
            member.refuse(member.taken + (member.ending is None), "unreadable", UNREADABLE)
        return None

    def _answer(self, member: Member, vector: bytes) -> None:
        """Step 2: what this client lacks."""
        if not member.updates.take(_STEP1_COST):
            member.refuse(member.taken, "too-fast", TOO_FAST)
            return
        read_vector(vector)
        member.put(sync_frame(STEP2, self._ledger.shared.update_since(vector)))

    # --- updates ---------------------------------------------------------------------------------------

    def _take(self, member: Member, frame: Frame) -> Awaitable[None] | None:
        """An update: check it, and let it wait for the next commit."""
        member.taken += 1
        number, update, ledger = member.taken, frame.body, self._ledger
        if not (member.updates.take(1) and member.bytes.take(len(update))):
            member.refuse(number, "too-fast", TOO_FAST)
        elif member.may == "edit" and ledger.held + len(update) > self._limits.held:
            member.refuse(number, "full", CANT_SAVE)
        elif member.may == "edit" and ledger.size + len(update) > self._limits.state and not ledger.room_for(len(update)):
            member.refuse(number, "full", TOO_LARGE)
        else:
            return self._weigh(member, number, frame)
        return None

    def _weigh(self, member: Member, number: int, frame: Frame) -> Awaitable[None] | None:
        """Let an update in; of somebody who may only look, see whether it would change anything."""
        admission, editing = self._ledger.admission, member.may == "edit"
        if not admission.quick(len(frame.body)):
            return self._weigh_large(member, number, frame, admission.admit if editing else admission.brings)
        try:
            news = (admission.admit_now if editing else admission.brings_now)(frame.body, self._limits.pieces)
        except (Garbled, Missing) as trouble:
            self._not_taken(member, number, frame, trouble)
        else:
            self._taken(member, number, frame, news)
        return None

    async def _weigh_large(self, member: Member, number: int, frame: Frame, look: Callable[[bytes, int], Awaitable[int]]) -> None:
        try:
            news = await look(frame.body, self._limits.pieces)
        except (Garbled, Missing) as trouble:
            self._not_taken(member, number, frame, trouble)
        else:
            self._taken(member, number, frame, news)

    def _taken(self, member: Member, number: int, frame: Frame, news: int) -> None:
        if member.may != "edit":
            self._guest_sent(member, number, changing=bool(news))
            return
        if frame.step == STEP2:  # all that the client has: nothing is missing any more
            member.hole, member.asked = None, 0
        acknowledge = number if member.hole is None else member.hole - 1
        self._ledger.queue(Pending(frame.body if news else b"", news == FRESH, member.who, member, acknowledge))

    def _not_taken(self, member: Member, number: int, frame: Frame, trouble: Garbled | Missing) -> None:
        if isinstance(trouble, Missing):
            self._ask_for_more(member, number, was_all=frame.step == STEP2)
        else:
            member.refuse(number, "unreadable", UNREADABLE)

    def _guest_sent(self, member: Member, number: int, *, changing: bool) -> None:
        """Who may only look still answers our step 1; if that brings nothing, all is well."""
        if not changing:
            member.say(t="saved", n=number, seq=self._ledger.seq)
            return
        member.refuse(number, "read-only", READ_ONLY if member.refused else None)
        member.refused = True

    def _ask_for_more(self, member: Member, number: int, *, was_all: bool) -> None:
        if member.hole is None:
            member.hole = number
        if was_all and member.asked >= _ASKED_OFTEN:  # its copy has gaps of its own: it can't be joined to ours
            member.end(REPLACED)
        elif was_all or not member.asked:
            member.asked += 1
            member.put(sync_frame(STEP1, self._ledger.shared.state_vector()))
