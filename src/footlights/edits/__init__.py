"""How a document changes: operations, and one intention a file."""

from .add_card import add_card
from .add_element import SIMPLE_LISTS, add_element
from .add_lane import add_lane
from .add_link import add_link
from .add_mark import add_mark
from .add_phase import add_phase
from .add_step import add_step
from .change_lane_role import change_lane_role
from .difference import difference
from .duplicate_card import duplicate_card
from .hanging import hanging_on, pointing_at
from .merge_phases import merge_phases
from .move_card import move_card
from .move_lane import move_lane
from .move_phase import move_phase
from .move_step import move_step
from .operation import (
    Insert,
    Operation,
    Place,
    Put,
    Remove,
    apply,
    apply_all,
    inverse,
    place_of,
    scope_of,
    siblings,
    undo,
    value_at,
)
from .pointing import KIND_WORDS, RESERVED_IDS
from .remove import remove
from .rename import rename
from .set_field import set_field
from .span import span
from .split_phase import split_phase
from .values import fitted

__all__ = [
    "KIND_WORDS",
    "RESERVED_IDS",
    "SIMPLE_LISTS",
    "Insert",
    "Operation",
    "Place",
    "Put",
    "Remove",
    "add_card",
    "add_element",
    "add_lane",
    "add_link",
    "add_mark",
    "add_phase",
    "add_step",
    "apply",
    "apply_all",
    "change_lane_role",
    "difference",
    "duplicate_card",
    "fitted",
    "hanging_on",
    "inverse",
    "merge_phases",
    "move_card",
    "move_lane",
    "move_phase",
    "move_step",
    "place_of",
    "pointing_at",
    "remove",
    "rename",
    "scope_of",
    "set_field",
    "siblings",
    "span",
    "split_phase",
    "undo",
    "value_at",
]  # fmt: skip
