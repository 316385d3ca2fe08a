"""Drawing → draw.io: native lanes, cards and arrows with our addresses inside, and the whole blueprint with them."""

from .cells import attribute
from .write import write

__all__ = ["attribute", "write"]
