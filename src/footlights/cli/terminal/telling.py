"""What is said of a phase, a step or a card in the terminal, as lines of styled text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rich.text import Text as Line

from footlights.cli.voice import shown
from footlights.facts import PathTime, StationTime
from footlights.model import Actor, Blueprint, Card, Channel, Feeling, Lane, Link, Mark, Phase, Step, System, Text, Time, number_text
from footlights.words import duration_text, word

__all__ = ["GLUE", "Said", "Telling", "style_of"]

#: Stands for a space at which a line should not break; the page turns it into one.
GLUE = "\ue000"
_BETWEEN = f"{GLUE}· "

_STYLES = {
    "evidence": "yellow", "customer": "blue", "emotion": "cyan", "frontstage": "green", "backstage": "magenta",
    "support": "bright_black", "time": "cyan",
}  # fmt: skip
_BAD, _GOOD, _OPEN = "red", "green", "blue"
_MARKS = {
    "fail": ("F", _BAD), "wait": ("W", "yellow"), "pain": ("−", _BAD), "gain": ("+", _GOOD), "delight": ("♥", "magenta"),
    "critical": ("!", _BAD), "question": ("?", _OPEN), "idea": ("i", _OPEN), "policy": ("§", "bright_black"),
}  # fmt: skip
_ARROWS = {"loop": "↺", "agreement": "⇄"}
_FACES = {-2: ":((", -1: ":( ", 0: ":| ", 1: ":) ", 2: ":))"}


_Named = Actor | Channel | System


class Said(NamedTuple):
    """One paragraph; lines after its first begin `hang` columns further in."""

    text: Line
    hang: int = 0


@dataclass(frozen=True)
class Telling:
    """A blueprint, the language it is told in, and its times."""

    blueprint: Blueprint
    language: str
    times: PathTime

    @cached_property
    def station_of(self) -> dict[str, StationTime]:
        """The time of every station by its step's id."""
        return {station.step: station for station in self.times.stations}

    @cached_property
    def links_from(self) -> dict[str, list[Link]]:
        """The links people drew, by where they start."""
        found: dict[str, list[Link]] = {}
        for link in self.blueprint.links.values():
            found.setdefault(link.source, []).append(link)
        return found

    def say(self, text: Text | None) -> str:
        """A text of the blueprint on one line, without characters that would steer the terminal."""
        return shown(" ".join(self.blueprint.say(text, self.language).split()))

    def lane(self, lane: Lane) -> Line:
        """The name of a row: its own, the document's word for its role, or ours."""
        own = dict(self.blueprint.vocabulary).get(lane.role) if lane.id == lane.role else None
        name = self.say(lane.name) or self.say(own) or word(f"lane.{lane.role}", self.language)
        return Line(name, f"bold {style_of(lane)}")

    def phase(self, phase: Phase) -> list[Said]:
        """The need of a phase, how far it is met, and the phase's marks."""
        found = []
        if phase.need:
            need = Line.assemble((f"{word('word.need', self.language)}: ", "dim"), (self.say(phase.need), "italic"))
            if phase.met is not None:
                need.append(f" ({word('word.met', self.language, share=_share(phase.met))})", "dim")
            found.append(Said(need, 2))
        return found + self.marks(f"phases/{phase.id}")

    def truth(self, step: Step) -> Line:
        """How much rides on a step, as `★★★☆ Moment of truth`; empty where nobody graded it."""
        grade = step.moment_of_truth
        if not grade:
            return Line()
        return Line.assemble(("★" * grade + "☆" * (4 - grade), "yellow"), (f" {word('word.moment-of-truth', self.language)}", "dim"))

    def does(self, step: Step) -> Line:
        """What the customer does; that they wait where they do nothing."""
        if not step.does:
            return Line(f"({word('word.waits', self.language)})", "italic dim")
        return Line(self.say(step.does), "bold")

    def step(self, step: Step) -> list[Said]:
        """What the customer thinks and expects, the level, time, marks and links of a step."""
        language = self.language
        found = []
        if step.thinks:
            found.append(Said(Line(f"“{self.say(step.thinks)}”", "italic"), 1))
        if step.expects:
            expects = Line.assemble((f"{word('word.expects', language)}: ", "dim"), self.say(step.expects))
            found.append(Said(expects, 2))
        if step.desired is not None or step.actual is not None:
            desired, actual = ("?" if level is None else number_text(level) for level in (step.desired, step.actual))
            found.append(Said(Line(word("word.level", language, actual=actual, desired=desired), "dim"), 2))
        if step.cost is not None:
            found.append(Said(Line(str(step.cost), "dim"), 2))
        return found + self.marks(f"steps/{step.id}") + self.links(step.id)

    def card(self, card: Card) -> list[Said]:
        """A card: what happens, then by whom, through what and with what, its time, marks, links and note."""
        blueprint, language = self.blueprint, self.language
        named: tuple[tuple[tuple[str, ...], Mapping[str, _Named], str], ...] = (
            (card.by, blueprint.actors, "by"),
            (card.via, blueprint.channels, "via"),
            (card.uses, blueprint.systems, "uses"),
        )
        chips = [f"{word(f'word.{key}', language)} {self._names(known, ids)}" for ids, known, key in named if ids]
        if card.mode:
            chips.append(word(f"word.{card.mode}", language))
        if card.cost is not None:
            chips.append(str(card.cost))
        found = [Said(Line(self.say(card.does) or card.id))]
        if card.until and card.until in blueprint.steps:
            last = blueprint.steps[card.until]
            found.append(Said(Line(word("word.until", language, step=self.say(last.title or last.does) or last.id), "dim"), 2))
        if chips:
            found.append(Said(Line(_BETWEEN.join(chips), "dim"), 2))
        if card.time is not None:
            found.append(Said(self._time(card.time), 2))
        if card.note:
            found.append(Said(Line(self.say(card.note), "italic dim"), 2))
        return found + self.marks(f"cards/{card.id}") + self.links(card.id)

    def marks(self, address: str) -> list[Said]:
        """The marks of an element: the sign, the word, and what was noticed."""
        return [self._mark(mark) for mark in self.blueprint.marks_on.get(address, ())]

    def links(self, source: str) -> list[Said]:
        """Where people drew links to from here, with condition and share."""
        found = []
        for link in self.links_from.get(source, ()):
            end = self.blueprint.steps.get(link.target) or self.blueprint.cards.get(link.target)
            name = self.say(end.does) if end is not None else ""
            share = _share(link.share) if link.share is not None else ""
            why = " · ".join(part for part in (self.say(link.when), share) if part)
            text = Line.assemble((f"{_ARROWS.get(link.kind or '', '→')} ", "bold"), name or link.target)
            found.append(Said(text.append(f" ({why})", "dim") if why else text, 2))
        return found

    def feelings(self, step: Step) -> list[Said]:
        """A face, a bar and a word for each feeling at a step, with whose it is where there are several personas."""
        several = len(self.blueprint.personas) > 1
        found = []
        for feeling in step.feels:
            if several:
                persona = self.blueprint.personas.get(feeling.persona or "")
                name = self.say(persona.name) if persona and persona.name else word("word.everyone", self.language)
                found.append(Said(Line(name, "dim"), 2))
            found.append(Said(self._feeling(feeling), 4))
        return found

    def station(self, station: StationTime) -> Line:
        """The time of a station, `unknown` where nobody knows it."""
        parts = ((station.work_s, "work"), (station.wait_s, "wait"), (station.standard_s, "standard"), (station.tolerance_s, "tolerance"))
        known = self._lengths(parts)
        if not known:
            return Line(word("word.unknown", self.language), "dim italic")
        if station.basis:
            known.append(word(f"basis.{station.basis}", self.language))
        return Line(_BETWEEN.join(known), "cyan")

    def total(self) -> list[Said]:
        """The total along the longest path, customer and organisation apart, and what is unknown; [] without any time."""
        times, language = self.times, self.language
        if times.total_s is None:
            return []
        total = duration_text(times.total_s, language)
        told = word("word.at-least", language, time=total) if times.unknown else total
        line = Line.assemble((f"{word('word.total', language)}: {told}", "bold"))
        for seconds, key in ((times.customer_s, "customer-time"), (times.company_s, "company-time")):
            if seconds is not None:
                line.append(f" · {word(f'word.{key}', language)} {duration_text(seconds, language)}")
        found = [Said(line, 2)]
        if times.unknown:
            unknown = word("word.unknown-stations", language, unknown=len(times.unknown), stations=len(times.stations))
            found.append(Said(Line(unknown, "dim"), 2))
        return found

    def _names(self, known: Mapping[str, _Named], ids: Iterable[str]) -> str:
        elements = [(id, known.get(id)) for id in ids]
        return ", ".join(self.say(element.name) if element is not None and element.name else id for id, element in elements)

    def _mark(self, mark: Mark) -> Said:
        sign, colour = _MARKS.get(mark.kind, ("•", "bold"))
        kind = word(f"mark.{mark.kind}", self.language)
        title = self.say(mark.title)
        text = Line.assemble((sign, f"bold {colour}"), " ", (kind, colour), f": {title}" if title else "")
        if mark.recovery:
            text.append(f" ({word('mark.recovery', self.language, recovery=self.say(mark.recovery))})", "dim")
        return Said(text, 2)

    def _time(self, time: Time) -> Line:
        parts = ((time.work, "work"), (time.wait, "wait"), (time.standard, "standard"), (time.tolerance, "tolerance"))
        return Line(_BETWEEN.join(self._lengths((part.seconds if part else None, key) for part, key in parts)), "cyan")

    def _lengths(self, parts: Iterable[tuple[float | None, str]]) -> list[str]:
        """The lengths that are known, each with its word: `work 4 min`."""
        language = self.language
        told = [f"{word(f'word.{key}', language)} {duration_text(length, language)}" for length, key in parts if length is not None]
        return [text.replace(" ", GLUE) for text in told]

    def _feeling(self, feeling: Feeling) -> Line:
        level = max(-2.0, min(2.0, feeling.level))
        near = int(level + 0.5) if level >= 0 else -int(0.5 - level)
        colour = _GOOD if level > 0 else _BAD if level < 0 else "default"
        filled = round(abs(level) * 2)
        left = "━" * filled if level < 0 else ""
        right = "━" * filled if level > 0 else ""
        bar = Line.assemble(("·" * (4 - len(left)), "dim"), (left, colour), "┃", (right, colour), ("·" * (4 - len(right)), "dim"))
        return Line.assemble((_FACES[near], f"bold {colour}"), " ", bar, " ", word(f"feeling.{near}", self.language))


def style_of(lane: Lane) -> str:
    """The colour of a row's family."""
    return _STYLES.get(lane.role, "bright_black")


def _share(share: float) -> str:
    return f"{number_text(round(100 * share, 2))} %"
