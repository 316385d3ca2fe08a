"""What a service blueprint is."""

from .action import Action, Effect
from .actor import Actor
from .address import Address
from .agreement import Agreement
from .behind import Stand, behind, behind_each
from .binding import Binding
from .blueprint import COLLECTIONS, Blueprint, Element, arranged
from .card import Card
from .channel import Channel
from .claim import Claim, claims_of
from .collection import Collection
from .department import Department, departments
from .expectation import Expectation
from .feeling import Feeling
from .fields import ANYTHING, PLACES, Field, field_named, fields_of, takes_word
from .finding import Finding
from .flow import Flow, flows
from .handover import Handover, handovers
from .identifiers import CHECK_PATTERN, ID_PATTERN, slug, unique
from .kinds import (
    ACTING_ROLES,
    ACTION_STATES,
    ACTOR_KINDS,
    AGREEMENT_KINDS,
    BASES,
    CARD_ROLES,
    CHANNEL_CLASSES,
    FINDING_STATES,
    LINES,
    LINK_KINDS,
    MARK_KINDS,
    MODES,
    ROLES,
    SEVERITIES,
    SOURCE_KINDS,
    STATES,
    VIEWS,
    VOCABULARY,
    ZONES,
    ZOOMS,
)
from .lane import Lane
from .link import Link
from .mark import Mark
from .more import More, Pairs
from .passage import LIVED, Passage
from .persona import Persona
from .phase import Phase
from .promise import Promise
from .quantity import (
    SECONDS,
    Duration,
    Money,
    Target,
    number_text,
    parse_duration,
    parse_money,
    parse_share,
    parse_target,
)
from .rows import Line, lines_between, rows_of
from .source import Source
from .step import Step
from .system import System
from .text import LANGUAGE_TAG, Reasons, Text, Translations, languages_of, say
from .time import Time
from .trouble import FootlightsError, near
from .view import View
from .way_between import Clock, WayBetween
from .ways import Score, circles, longest

__all__ = [
    "ACTING_ROLES",
    "ACTION_STATES",
    "ACTOR_KINDS",
    "AGREEMENT_KINDS",
    "ANYTHING",
    "BASES",
    "CARD_ROLES",
    "CHANNEL_CLASSES",
    "CHECK_PATTERN",
    "COLLECTIONS",
    "FINDING_STATES",
    "ID_PATTERN",
    "LANGUAGE_TAG",
    "LINES",
    "LINK_KINDS",
    "LIVED",
    "MARK_KINDS",
    "MODES",
    "PLACES",
    "ROLES",
    "SECONDS",
    "SEVERITIES",
    "SOURCE_KINDS",
    "STATES",
    "VIEWS",
    "VOCABULARY",
    "ZONES",
    "ZOOMS",
    "Action",
    "Actor",
    "Address",
    "Agreement",
    "Binding",
    "Blueprint",
    "Card",
    "Channel",
    "Claim",
    "Clock",
    "Collection",
    "Department",
    "Duration",
    "Effect",
    "Element",
    "Expectation",
    "Feeling",
    "Field",
    "Finding",
    "Flow",
    "FootlightsError",
    "Handover",
    "Lane",
    "Line",
    "Link",
    "Mark",
    "Money",
    "More",
    "Pairs",
    "Passage",
    "Persona",
    "Phase",
    "Promise",
    "Reasons",
    "Score",
    "Source",
    "Stand",
    "Step",
    "System",
    "Target",
    "Text",
    "Time",
    "Translations",
    "View",
    "WayBetween",
    "arranged",
    "behind",
    "behind_each",
    "circles",
    "claims_of",
    "departments",
    "field_named",
    "fields_of",
    "flows",
    "handovers",
    "languages_of",
    "lines_between",
    "longest",
    "near",
    "number_text",
    "parse_duration",
    "parse_money",
    "parse_share",
    "parse_target",
    "rows_of",
    "say",
    "slug",
    "takes_word",
    "unique",
]
