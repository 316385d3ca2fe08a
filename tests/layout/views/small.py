"""A small blueprint for the tests of views: two channels, two departments, three phases."""

from footlights import api
from footlights.drawing import Drawing, Group
from footlights.model import Blueprint
from tests.layout.faults import groups_of, text_boxes

__all__ = ["SMALL", "lanes", "named", "texts"]

SMALL: Blueprint = api.loads("""
footlights: 1
title: A parcel
actors: {ann: {name: Ann, department: Counter}, bob: {name: Bob, department: Depot}, cy: Cy}
channels: {desk: At the desk, phone: By phone, chat: Chat}
systems: {crm: CRM, scan: Scanner}
phases:
- id: bring
  title: Bring
  steps:
  - id: brings
    does: Brings it
    frontstage: {id: takes, does: Takes it, by: ann, via: desk, uses: crm, fail: {title: Lost, severity: high}}
    backstage: {id: sorts, does: Sorts it, by: bob, uses: scan, basis: observed}
  - id: asks
    does: Asks where it is
    owner: ann
    frontstage:
    - {id: answers, does: Answers, by: [ann, cy], via: [phone, chat], uses: crm, wait: true}
    - {id: shows, does: Shows the way}
- id: wait
  title: Wait
  steps:
  - {id: waits, title: Waits, pain: {title: No news}}
  - {id: hopes, does: Hopes, backstage: {id: drives, does: Drives, by: bob, until: gets}}
- id: get
  title: Get
  steps:
  - id: gets
    does: Gets it
    frontstage: {id: gives, does: Gives it, by: cy, via: desk}
    support: {id: bills, does: Bills}
""").blueprint


def lanes(drawing: Drawing) -> list[tuple[str, str]]:
    """(address, name) of every row, from top to bottom."""
    return [(group.address, group.label) for group in groups_of(drawing, "lane")]


def named(drawing: Drawing, kind: str) -> list[str]:
    """The addresses of the groups of a kind, without their collection."""
    return [group.address.partition("/")[2] for group in groups_of(drawing, kind)]


def texts(group: Group) -> str:
    """Everything that is written in a group."""
    return " ".join(text for text, _ in text_boxes(group))
