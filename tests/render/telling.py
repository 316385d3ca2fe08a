"""A small blueprint with a bit of everything that a table may have to tell, and texts that mean harm."""

from datetime import date
from typing import NamedTuple

from footlights import api
from footlights.model import (
    Action,
    Actor,
    Blueprint,
    Card,
    Channel,
    Collection,
    Duration,
    Feeling,
    Finding,
    Lane,
    Link,
    Mark,
    Money,
    Persona,
    Phase,
    Step,
    System,
    Time,
    Translations,
    View,
)
from footlights.render import Artifact, render

__all__ = ["FORMULAS", "made", "telling"]

#: What a spreadsheet would work out, follow or run.
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://example.org")', "<r><t>own markup</t></r>", "_x0041_")


def telling(*extra: str) -> Blueprint:
    """Four steps in two phases; `extra` are texts of further cards in the first step."""
    steps = (
        Step(
            "ask", "before", title="Asks", does=Translations((("en", "Asks for help"), ("nl", "Vraagt om hulp"))), thinks="Who can help?",
            expects="An answer", feels=(Feeling("rosa", -1.5), Feeling(None, 1.0)), moment_of_truth=3, desired=4, actual=2,
        ),
        Step("wait", "before", feels=(Feeling("rosa", -2.0),)),
        Step("hear", "during", does="Hears the answer", feels=(Feeling("rosa", 2.0),), time=Time(work=Duration(5, "min"))),
        Step("go", "during", does="Goes on"),
    )  # fmt: skip
    cards = (
        Card("letter", "ask", "evidence", does="A letter", note="On blue paper"),
        Card("answer", "ask", "desk", does="Answers", by=("agent",), via=("phone",), uses=("crm",), mode="manual", until="hear",
             time=Time(Duration(90, "s"), Duration(3, "d")), cost=Money(12.5, "EUR"), basis="observed"),
        Card("look", "wait", "desk", does="Looks it up"),
        Card("keep", "hear", "support", does="Keeps the books"),
        *(Card(f"extra-{number}", "ask", "backstage", does=text) for number, text in enumerate(extra)),
    )  # fmt: skip
    return Blueprint(
        title="Help at the desk", service="Help", state="as-is", language="en",
        personas=Collection([Persona("rosa", name="Rosa"), Persona("ken", name="Ken")]),
        actors=Collection([Actor("agent", name="Agent", department="Contact centre")]),
        channels=Collection([Channel("phone", name="Phone")]), systems=Collection([System("crm", name="CRM")]),
        phases=Collection([Phase("before", title="Before", need="To be heard", met=0.4), Phase("during", title="During")]),
        lanes=Collection([Lane("desk", "frontstage", name="Desk")]), steps=Collection(steps), cards=Collection(cards),
        marks=Collection([Mark("slow", "cards/answer", "pain", title="Takes | too *long*", recovery="Call back")]),
        links=Collection([Link("on", "answer", "keep", when="if it is known", share=0.6), Link("back", "hear", "ask", kind="loop")]),
        findings=Collection([Finding("long", ("cards/answer",), "People wait", "high", "It costs trust")]),
        actions=Collection([Action("hire", "Hire somebody", ("long",), "agent", date(2027, 3, 1), "planned", cost=Money(1000, "EUR"))]),
    )  # fmt: skip


class Made(NamedTuple):
    """What was written, and the drawing that it was written from."""

    artifact: Artifact
    picture: api.Picture


def made(blueprint: Blueprint, form: str, language: str | None = None, view: str | View = "blueprint") -> Made:
    """A blueprint in a format, without the findings of checks (their number grows with every check)."""
    picture = api.draw(blueprint, view, language=language)
    assert picture.subject is not None
    subject = picture.subject._replace(findings=lambda: ())
    return Made(render(picture.drawing, form, subject=subject), picture)
