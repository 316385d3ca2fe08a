"""How what was worked out about a blueprint is put in words: names, shares, levels, and where they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from footlights.facts import joined, shown, title_of
from footlights.measures import Exposure, Weak
from footlights.model import Address, Blueprint, Stand, Text, departments
from footlights.words import number, weighed

from .voice import shown as harmless

__all__ = ["Wording"]

#: How many names a sentence holds before it counts the rest.
_MANY = 6


@dataclass(frozen=True)
class Wording:
    """A blueprint and the language in which it is told."""

    blueprint: Blueprint
    language: str

    def __call__(self, key: str, **facts: object) -> str:
        """A sentence of ours, with what goes into it."""
        return weighed(key, self.language, **facts)

    def say(self, text: Text | None) -> str:
        """A text of the blueprint on one line, without characters that would steer the terminal."""
        return harmless(" ".join(self.blueprint.say(text, self.language).split()))

    def name(self, address: Address) -> str:
        """What people call an element or a department."""
        if address.collection == "departments":
            return self.say(self._departments.get(address.id)) or address.id
        if address.collection == "steps":
            step = self.blueprint.steps[address.id]
            return self.say(step.title) or self.say(step.does) or step.id
        return harmless(shown(title_of(self.blueprint, address), self.language, self.blueprint.language or "en"))

    def step(self, id: str) -> str:
        """What people call a step."""
        return self.name(Address("steps", id))

    def card(self, id: str) -> str:
        """What a card says happens."""
        return self.name(Address("cards", id))

    def kind(self, address: Address) -> str:
        """What sort of thing can be out or stand behind something: a system, a role, a partner, a department, a channel, work."""
        actor = self.blueprint.actors.get(address.id) if address.collection == "actors" else None
        special = actor.kind if actor is not None and actor.kind == "partner" else None
        return self(f"kind.{special or ('departments' if actor and actor.kind == 'department' else address.collection)}")

    def listed(self, names: Sequence[str], most: int = _MANY) -> str:
        """Names as a list in words; what is too much is counted."""
        if len(names) > most:
            return f"{', '.join(names[:most])} {self('and-more', n=len(names) - most)}"
        return joined(names, self.language) if names else self("nobody")

    def percent(self, share: float) -> str:
        """A share as a whole percentage; what is more than nothing is never 0 %, and what is less than all never 100 %."""
        whole = round(share * 100)
        whole = max(1, whole) if share > 0 else 0
        return f"{min(99, whole) if share < 1 - 1e-9 else 100} %"

    def figure(self, value: float) -> str:
        """A number as this language writes it."""
        return number(value, self.language)

    def reach(self, exposure: Exposure) -> str:
        """Who gets somewhere: everybody, or a share of the customers; how many a day where that is known."""
        whole = exposure.share > 1 - 1e-9
        key = ("everybody" if whole else "of-customers") if exposure.known else "supposed-all" if whole else "supposed"
        said = self(key, share=self.percent(exposure.share))
        return said if exposure.per_day is None else f"{said}, {self('a-day', n=self.figure(round(exposure.per_day, 1)))}"

    def short(self, weak: Weak) -> str:
        """How far a touchpoint falls short, with the levels where these say so."""
        said = self.counted("levels" if weak.ground == "level" else "feels", weak.shortfall)
        step = self.blueprint.steps[weak.step]
        if weak.ground == "level" and step.actual is not None and step.desired is not None:
            levels = self("of-levels", actual=self.figure(step.actual), desired=self.figure(step.desired))
            return f"{said} ({levels})"
        return said

    def owner(self, step: str) -> str:
        """Who answers for a step; "" where nobody is named."""
        owner = self.blueprint.steps[step].owner
        return self("owner", name=self.name(Address("actors", owner))) if owner else ""

    def counted(self, key: str, n: float) -> str:
        """So many of something."""
        return self(f"{key}.{'one' if n == 1 else 'many'}", n=self.figure(n))

    def stars(self, grade: int | None) -> str:
        """The grade of a moment of truth as stars; "" for a moment that nobody graded."""
        return "★" * grade + "☆" * (4 - grade) if grade else ""

    def step_with_grade(self, id: str) -> str:
        """A step with the stars of its grade."""
        return " ".join(part for part in (self.step(id), self.stars(self.blueprint.steps[id].moment_of_truth)) if part)

    def cards(self, stands: Iterable[Stand]) -> str:
        """The cards by which something is reached, as a list; those that only run on over the step say so."""
        return self.listed([self._stand(stand) for stand in stands])

    def _stand(self, stand: Stand) -> str:
        name = self.card(stand.card)
        return self("behind.span", card=name) if stand.how == "span" else name

    @cached_property
    def _departments(self) -> dict[str, Any]:
        return {one.id: one.name for one in departments(self.blueprint)}
