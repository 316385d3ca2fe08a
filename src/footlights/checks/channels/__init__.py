"""Checks of channels: how people meet, where a way is missing and where there are too many."""

from footlights.checks.check import Check

from .channel_gap import CHECK as CHANNEL_GAP
from .channel_under_two_names import CHECK as CHANNEL_UNDER_TWO_NAMES
from .channel_without_class import CHECK as CHANNEL_WITHOUT_CLASS
from .contact_without_channel import CHECK as CONTACT_WITHOUT_CHANNEL
from .crowded_contact import CHECK as CROWDED_CONTACT
from .no_offline_way import CHECK as NO_OFFLINE_WAY
from .online_contact_without_system import CHECK as ONLINE_CONTACT_WITHOUT_SYSTEM
from .online_only_moment import CHECK as ONLINE_ONLY_MOMENT
from .phase_without_contact import CHECK as PHASE_WITHOUT_CONTACT
from .weak_channel import CHECK as WEAK_CHANNEL

__all__ = ["CHANNELS"]

CHANNELS: tuple[Check, ...] = (
    NO_OFFLINE_WAY,
    ONLINE_ONLY_MOMENT,
    CHANNEL_GAP,
    CROWDED_CONTACT,
    CONTACT_WITHOUT_CHANNEL,
    CHANNEL_WITHOUT_CLASS,
    CHANNEL_UNDER_TWO_NAMES,
    PHASE_WITHOUT_CONTACT,
    ONLINE_CONTACT_WITHOUT_SYSTEM,
    WEAK_CHANNEL,
)
