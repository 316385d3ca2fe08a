"""The atlas: a folder of blueprints as one."""

from .atlas import Atlas, Journey, Service, atlas
from .leaf import Leaf
from .registers import REGISTERS, Registered, Use, registers
from .search import Hit, search
from .trend import Point, trend

__all__ = ["REGISTERS", "Atlas", "Hit", "Journey", "Leaf", "Point", "Registered", "Service", "Use", "atlas", "registers", "search", "trend"]
