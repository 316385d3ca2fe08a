"""Blueprints that the end-to-end tests begin with: small ones, with comments to be kept."""

__all__ = ["EMPTY", "PARCEL"]

#: A board on which nothing stands yet.
EMPTY = "footlights: 1\ntitle: The leak\nlanguage: en\n"

#: Three steps in two phases, a card in three lanes, one link, one mark, one of each library; comments in every usual place.
PARCEL = """\
# A parcel that nobody was at home for. This line stays first.
footlights: 1
title: The missed parcel
service: Parcel delivery # the part that people notice
language: en

personas:
  iris: {name: Iris}
actors:
  driver: {name: Driver, kind: role}
  desk: {name: Service desk, kind: department}
systems:
  tracking: {name: Tracking}
channels:
  phone: {name: Phone, class: offline}
  site: {name: Web site, class: online}

phases:
- id: waiting
  title: Waiting
  need: Know when to be at home
  steps:
  # What she sees first.
  - id: looks
    does: Looks up the parcel
    feels: 1
    frontstage:
    - id: page
      does: Shows the status page
      via: site
      uses: tracking
  - id: stays
    does: Stays at home
    feels: 0
    backstage:
    - id: route
      does: Plans the route
      by: driver
      time: {work: 10 min}
- id: missing
  title: Missing it
  need: Get it after all
  steps:
  - id: finds
    does: Finds a card on the mat # the paper one
    feels: -2
    moment-of-truth: 3
    evidence: [Card on the mat]
    frontstage:
    - id: rings
      does: Rings the bell
      by: driver
    pain: {id: too-soon, title: The bell rings once}

links:
- {id: goes, from: route, to: rings}
# The end. This line stays last.
"""
