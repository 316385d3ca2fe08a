"""Three people with real browsers who work at random on one board, and what is asked of it in the end."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import footlights as fl
from tests.durability.editor import fresh
from tests.durability.person import Person, words_in
from tests.e2e.company import Company, Document, until
from tests.e2e.page import Board, expect
from tests.e2e.together import same

if TYPE_CHECKING:
    from tests.server.running import Running

__all__ = ["Crowd"]

NAMES = ("Noor", "Bram", "Cleo")
LANES = ("frontstage", "backstage", "support")
#: Large enough to draw every card: what is out of sight is not drawn, and could not be compared.
WINDOW = {"width": 2600, "height": 5000}
#: Above so many cards nobody adds any, so that all stay in sight; a text longer than so many letters is left alone.
MOST_CARDS, MOST_STEPS, MOST_LETTERS = 45, 6, 300
PATIENCE_MS = 4_000


class Crowd:
    """The three, the server they are at, and what became of it all."""

    def __init__(self, company: Company, document: Document, chance: random.Random) -> None:
        company.visitors.expect("ERR_|WebSocket")
        self.document = document
        self.server: Running = document.server
        self.chance = chance
        self.people = [Person(name, company.board(document, name, viewport=WINDOW)) for name in NAMES]
        for person in self.people:
            self._settle_in(person, person.board)
        #: Cards that were ever seen on a screen, and those that somebody took away.
        self.seen: set[str] = set()
        self.doomed: set[str] = set()
        self.done: Counter[str] = Counter()
        self.diary: list[str] = []

    def _settle_in(self, person: Person, board: Board) -> None:
        person.board = board
        board.page.context.set_default_timeout(PATIENCE_MS)
        if person.online and self._alive():
            board.opens_offline()

    def _alive(self) -> bool:
        return self.server.process.poll() is None

    # what people do

    def act(self) -> None:
        """One of them does something; who slips (a card that went from under the hand) lets go and goes on."""
        from playwright.sync_api import TimeoutError as Slipped

        person = self.chance.choice(self.people)
        what: Callable[[Person], object] = self.chance.choices(*zip(*self._ways(), strict=True))[0]
        away, dead = ("" if person.online else " offline"), ("" if self._alive() else " without a server")
        self.diary.append(f"{person.name} {what.__name__}{away}{dead}")
        try:
            what(person)
            self.done[what.__name__] += 1
        except (Slipped, AssertionError):
            self.done["slips"] += 1
            person.board.press("Escape", "Escape")
        self._notice(person)

    def _ways(self) -> list[tuple[Callable[[Person], object], int]]:
        return [
            (self.add, 5), (self.type, 6), (self.type_at_once, 3), (self.move, 6), (self.delete, 3), (self.undo, 4), (self.redo, 2),
            (self.insert_step, 1), (self.leave, 2), (self.come_back, 2), (self.reload, 1), (self.reopen, 1), (self.reload_in_mid_word, 1),
        ]  # fmt: skip

    def _notice(self, person: Person) -> None:
        cards = person.cards()
        self.seen |= cards.keys()
        person.taken_back -= words_in(" ".join(cards.values()))
        missed = sorted(person.missed(cards))
        assert not missed, f"{person.name} wrote {missed}, and it went from their own board"
        if person.online and person.says_saved():
            person.sure |= person.wrote.keys()

    def _stands(self, person: Person, word: str) -> None:
        """A word counts from the moment it stands on the board of who typed it."""
        person.painted()
        places = [address for address, text in person.cards().items() if word in words_in(text)]
        self.diary.append(f"  {word} stands in {places or 'no card'}")
        if places:
            person.wrote[word] = places[0]
        else:
            self.done["words that went nowhere"] += 1

    def add(self, person: Person) -> None:
        """A card with a word."""
        if len(person.cards()) >= MOST_CARDS:
            self.delete(person)
            return
        word = person.word()
        person.board.go(self.chance.choice(LANES), self.chance.randint(1, 3))
        person.board.write(word)
        self._stands(person, word)

    def _open(self, person: Person, address: str) -> None:
        person.card(address).dblclick()
        if not person.board.writing.count():
            person.card(address).dblclick()  # somebody else types in it: the second time it opens all the same
        expect(person.board.writing).to_be_focused(timeout=PATIENCE_MS)
        person.board.press(self.chance.choice(("Control+Home", "Control+End")))

    def _some(self, person: Person) -> str:
        short = [address for address, text in person.cards().items() if len(text) < MOST_LETTERS]
        # often the same one for all of them
        return min(short) if self.chance.random() < 0.5 else self.chance.choice(short)

    def type(self, person: Person) -> None:
        """A word in a card that is there already."""
        word = person.word()
        self._open(person, self._some(person))
        person.board.type(word)
        person.board.press("Enter")
        self._stands(person, word)

    def type_at_once(self, person: Person) -> None:
        """Two in the same card, letter by letter, one at the front and one at the end."""
        other = self.chance.choice([each for each in self.people if each is not person])
        address = self._some(person)
        if address not in other.cards():
            return
        words = {0: person.word(), 1: other.word()}
        for number, each in enumerate((person, other)):
            self._open(each, address)
            each.board.press(("Control+Home", "Control+End")[number])
        for letters in zip(words[0].ljust(9), words[1].ljust(9), strict=True):
            for letter, each in zip(letters, (person, other), strict=True):
                if letter != " ":
                    each.board.type(letter)
        for number, each in enumerate((person, other)):
            each.board.press("Enter")
            self._stands(each, words[number])

    def _take(self, person: Person) -> str:
        address = self.chance.choice(sorted(person.cards()))
        person.card(address).click()
        assert person.at() == address
        return address

    def move(self, person: Person) -> None:
        """A card some places further."""
        self._take(person)
        way = self.chance.choice(("Up", "Down", "Left", "Right"))
        person.board.press(*[f"Alt+Arrow{way}"] * self.chance.randint(1, 3))

    def delete(self, person: Person) -> None:
        """A card."""
        if len(person.cards()) > 8:
            self.doomed.add(self._take(person))
            person.board.press("Delete")

    def undo(self, person: Person) -> None:
        """What one did last, once or a few times."""
        for _ in range(self.chance.randint(1, 3)):
            self._go_back(person, "Control+z")

    def redo(self, person: Person) -> None:
        """What one took back."""
        self._go_back(person, "Control+Shift+z")

    def _go_back(self, person: Person, key: str) -> None:
        person.painted()
        before = person.cards()
        person.board.press(key)
        person.painted()
        after = person.cards()
        self.doomed |= before.keys() - after.keys()
        person.taken_back |= {word for word, card in person.wrote.items() if self._went(word, card, before, after)}

    @staticmethod
    def _went(word: str, card: str, before: dict[str, str], after: dict[str, str]) -> bool:
        # what stands in a card that somebody took away meanwhile may be taken back, too, where nobody sees it
        return card not in after or word in words_in(before.get(card, word)) - words_in(after[card])

    def insert_step(self, person: Person) -> None:
        """A step between two others."""
        if len(person.board.steps()) >= MOST_STEPS:
            return
        person.board.go("customer", self.chance.randint(1, 2))
        person.board.press("Control+Alt+ArrowRight")
        person.board.write(f"Step {person.name[0]}{person.count}")

    # where people are

    def leave(self, person: Person) -> None:
        """Out of the reach of the network; one of them always stays."""
        if person.online and sum(each.online for each in self.people) > 1:
            person.board.page.context.set_offline(True)
            person.online = False

    def come_back(self, person: Person) -> None:
        """Into the reach of the network."""
        person.board.page.context.set_offline(False)
        person.online = True

    def reload(self, person: Person) -> None:
        """The page anew."""
        person.board.page.reload()
        self._arrive(person)

    def reopen(self, person: Person) -> None:
        """The tab closed, and another one opened."""
        context, address = person.board.page.context, person.board.page.url
        person.board.page.close()
        person.board = Board(context.new_page())
        person.board.page.goto(address)
        self._arrive(person)

    def reload_in_mid_word(self, person: Person) -> None:
        """The page goes right behind the last letter."""
        word = person.word()
        self._open(person, self._some(person))
        person.board.type(word)
        self._stands(person, word)
        self.chance.choice((self.reload, self.reopen))(person)

    def _arrive(self, person: Person) -> None:
        person.board.grid.wait_for(timeout=30_000)
        until(person.cards, f"{person.name}'s board stays empty", 30)

    # what becomes of the server

    def kill(self) -> None:
        """The server goes as in a power cut. What any screen said was saved by then is known for sure."""
        for person in self.people:
            self._notice(person)
        self.server.kill()
        self.diary.append("the server is killed")
        self.done["kills"] += 1

    def start_again(self) -> None:
        """It comes back while nobody is there to tell it anything: what was called saved must be on its own disk."""
        for person in self.people:
            person.board.page.context.set_offline(True)
        self.server = self.server.again()
        self.diary.append("the server is started again")
        self.document = self.document._replace(server=self.server)
        sure = set().union(*(person.sure - person.taken_back for person in self.people))
        gone = sorted(sure - words_in(json.dumps(self.kept())))
        assert not gone, f"was called saved, and is gone with the server: {gone}"
        for person in self.people:
            if person.online:
                person.board.page.context.set_offline(False)

    def kept(self) -> dict[str, Any]:
        """The cards as somebody gets them who comes for the first time: also those that were taken away."""
        address = f"{self.server.url.replace('http', 'ws', 1)}/api/documents/{self.document.id}/live"
        with ThreadPoolExecutor(1) as elsewhere:  # the main thread belongs to the browser
            shared = elsewhere.submit(asyncio.run, fresh(address, {"Authorization": f"Bearer {self.server.token}"})).result()
        return shared.elements("cards")

    # what is asked in the end

    def agree(self) -> None:
        """Everybody comes back: all see the same, as the server and the file say it, and nothing is missing."""
        for person in self.people:
            person.board.press("Escape", "Escape")
            self.come_back(person)
        for person in self.people:
            person.board.saved(60)
        boards = [person.board for person in self.people]
        same(*boards, seconds=30)
        self._server_says_what_is_shown()
        self._nothing_is_missing()

    def _server_says_what_is_shown(self) -> None:
        board = self.people[0].board
        steps = range(1, len(board.steps()) + 1)
        shown = {(lane, step): cards for lane in (*LANES, "customer", "evidence") for step in steps if (cards := board.cards(lane, step))}

        def apart() -> list[str]:
            both = {"shown": shown, "server": placed(self.document.text())}
            return [f"{who}: {sorted(cards.items())}" for who, cards in both.items()] if both["shown"] != both["server"] else []

        try:
            until(lambda: not apart(), "", 30)
        except AssertionError:
            raise AssertionError(f"the server never said what is shown: {apart()}") from None
        until(lambda: self.document.file() == self.document.text(), "the file never said what the server says", 30)

    def _nothing_is_missing(self) -> None:
        kept = self.kept()
        words = words_in(json.dumps(kept))
        missing = {person.name: sorted(person.wrote.keys() - person.taken_back - words) for person in self.people}
        assert not any(missing.values()), f"typed and never taken back, but nowhere: {missing}"
        live = set(self.people[0].cards())
        empty = {f"cards/{key}" for key, card in kept.items() if not words_in(json.dumps(card))}
        lost = sorted(self.seen - live - self.doomed - empty)
        assert not lost, f"cards that nobody took away are gone: {lost}"
        lost = sorted(self.seen - {f"cards/{key}" for key in kept})
        assert not lost, f"cards are not even among what was taken away: {lost}"

    def so_far(self) -> str:
        """What was done, in a line."""
        words = sum(len(person.wrote) for person in self.people)
        back = sum(len(person.taken_back) for person in self.people)
        told = ", ".join(f"{what.replace('_', ' ')} {count}" for what, count in self.done.most_common())
        return f"{words} words, of which {back} taken back; {len(self.seen)} cards seen, {len(self.doomed)} taken away; {told}"


def placed(text: str) -> dict[tuple[str, int], list[str]]:
    """What the cards of a file say, by lane and number of the step."""
    found = fl.loads(text).blueprint
    numbers = {id: number for number, id in enumerate(found.steps, 1)}
    cards: dict[tuple[str, int], list[str]] = {}
    for card in found.cards.values():
        cards.setdefault((card.lane, numbers[card.step]), []).append(" ".join(str(card.does).split()))
    return cards
