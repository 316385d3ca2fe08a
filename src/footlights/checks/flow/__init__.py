"""Checks of flow: how work and customer move on, where they stand still, and what everything hangs on."""

from footlights.checks.check import Check

from .backward_link_not_loop import CHECK as BACKWARD_LINK_NOT_LOOP
from .bottleneck_candidate import CHECK as BOTTLENECK_CANDIDATE
from .branch_share_missing import CHECK as BRANCH_SHARE_MISSING
from .branch_without_condition import CHECK as BRANCH_WITHOUT_CONDITION
from .forced_channel_switch import CHECK as FORCED_CHANNEL_SWITCH
from .hand_over_without_receiver import CHECK as HAND_OVER_WITHOUT_RECEIVER
from .handed_over_and_gone import CHECK as HANDED_OVER_AND_GONE
from .link_drawn_twice import CHECK as LINK_DRAWN_TWICE
from .loop_without_condition import CHECK as LOOP_WITHOUT_CONDITION
from .loop_without_exit import CHECK as LOOP_WITHOUT_EXIT
from .many_hand_overs import CHECK as MANY_HAND_OVERS
from .one_person_behind_moments import CHECK as ONE_PERSON_BEHIND_MOMENTS
from .ping_pong import CHECK as PING_PONG
from .rework_share_high import CHECK as REWORK_SHARE_HIGH
from .shares_not_adding_up import CHECK as SHARES_NOT_ADDING_UP
from .single_point_of_failure import CHECK as SINGLE_POINT_OF_FAILURE
from .waiting_on_nothing import CHECK as WAITING_ON_NOTHING

__all__ = ["FLOW"]

FLOW: tuple[Check, ...] = (
    HAND_OVER_WITHOUT_RECEIVER,
    MANY_HAND_OVERS,
    LOOP_WITHOUT_CONDITION,
    BACKWARD_LINK_NOT_LOOP,
    LOOP_WITHOUT_EXIT,
    HANDED_OVER_AND_GONE,
    SHARES_NOT_ADDING_UP,
    BRANCH_SHARE_MISSING,
    BRANCH_WITHOUT_CONDITION,
    BOTTLENECK_CANDIDATE,
    SINGLE_POINT_OF_FAILURE,
    ONE_PERSON_BEHIND_MOMENTS,
    FORCED_CHANNEL_SWITCH,
    REWORK_SHARE_HIGH,
    PING_PONG,
    LINK_DRAWN_TWICE,
    WAITING_ON_NOTHING,
)
