"""A blueprint that a few checks have something to say about, for everything that tells or mends findings."""

from __future__ import annotations

__all__ = ["ASKING", "SMALL_SET"]

#: The checks that these tests look at: what others find does not matter to them.
SMALL_SET = ("--only", "contact-without-doer", "--only", "moment-below-desired-level", "--only", "finding-without-action")

#: The comments and the four smileys (each two units in UTF-16) are part of what is tested. Findings, by place: the level (high,
#: grade 3), the two cards (medium; one dismissed, one allowed, one open), the two findings without an action.
ASKING = """\
footlights: 1
title: A shine # our own stand
language: en
phases:
- id: sit
  title: Sit
  steps:
  - id: sits-down
    does: Sits down
    moment-of-truth: 3
    desired: 4
    actual: 2   # measured in May
    frontstage:
    - {id: brush, does: Brushes the shoes}
    - {id: radio, does: Plays the radio, allow: {contact-without-doer: The radio plays by itself}}
    - {id: smile, does: "\U0001f600\U0001f600 smiles \U0001f600\U0001f600"}
findings:
- {id: queue, on: [sits-down], title: People leave the queue, severity: high}
- id: laid
  on: [cards/smile]
  title: Nobody smiles
  severity: low
  status: dismissed
  reason: The owner does, always
  fingerprint: contact-without-doer@cards/smile
- {id: stain, on: [brush], title: Stains on socks, severity: medium} # the white ones
"""
